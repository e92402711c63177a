"""Everything Textual: the app, one screen a file, widgets and dialogs."""
