"""The wall: what the room sees, on the mirrored laptop (F12) or on the projector.

A white list (`white_list`). One view a file, pure; `choosing` says which one stands. Few rows,
empty lines between: what is legible from ten metres.
"""

from __future__ import annotations

from screens.wall.choosing import BY_HAND, chosen, shown_by_hand, subject_of, wall_lines
from screens.wall.keys import help_lines, view_name
from screens.wall.lines import WallLine
from screens.wall.view import WallView
from screens.wall.white_list import for_the_wall

__all__ = [
    "BY_HAND",
    "WallLine",
    "WallView",
    "chosen",
    "for_the_wall",
    "help_lines",
    "shown_by_hand",
    "subject_of",
    "view_name",
    "wall_lines",
]
