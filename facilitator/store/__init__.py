"""The workspace on disk: files of changes, their locks, recovery and check. Knows no screen."""
