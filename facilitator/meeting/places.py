"""Where a meeting takes place."""

from __future__ import annotations

import re

_VIDEO = re.compile(
    r"\s*(?:(?:per|via|als|in|ms|microsoft|cisco|über|by|on)\s+)*"
    r"(?:https?://|www\.|video|zoom|webex|teams\b|big\s?blue\s?button|bbb\b|jitsi|gotomeeting|"
    r"skype|alfaview|online|digital\b|remote\b|virtuell|telefonkonferenz|telko\b)",
    re.IGNORECASE,
)


def is_video(place: str) -> bool:
    """Whether the place is a video address ('https://…', 'Videokonferenz', 'MS Teams'), so that
    people are online unless they say otherwise. A room that stands first makes it a meeting in
    the room to which some are connected ('Ratssaal und Zoom')."""
    return _VIDEO.match(place) is not None
