"""Across meetings: what is open, since when, whose. Always computed from the files."""
