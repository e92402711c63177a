"""The acts of the live screen, one concept a file; `live.LiveScreen` is made of them."""
