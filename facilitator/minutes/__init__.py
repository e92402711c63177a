"""From a meeting to its document: what is missing, Markdown, versions on disk."""
