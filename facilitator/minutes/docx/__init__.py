"""A paper as DOCX (ECMA-376, WordprocessingML), in the program's own look or in a town's."""
