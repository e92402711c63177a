"""Dialogs: they return a value and save nothing."""
