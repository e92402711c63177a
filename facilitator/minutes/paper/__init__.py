"""From the values of a document to its blocks and words: one layout for every format."""
