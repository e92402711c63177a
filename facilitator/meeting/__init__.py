"""The domain: values, what can happen to them, and the fold. Pure: no files, no clock."""
