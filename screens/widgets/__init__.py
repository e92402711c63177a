"""Widgets: they receive values and post messages; they know no store and no path."""
