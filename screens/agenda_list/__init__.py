"""What the list of the agenda (F7) is made of: fields of an item, places for new ones, rows."""
