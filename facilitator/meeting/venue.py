"""Where a meeting is: in a room, by video, or both, as its place says."""

from __future__ import annotations

import re
from typing import Literal

from facilitator.meeting.model import Value

Form = Literal["", "video", "hybrid"]
"""Empty: in a room, as far as anybody said."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.])(?:[\w-]+\.)+[^\W\d_]{2,}/\S*", re.IGNORECASE
)
_VIDEO = frozenset(
    """
    video videokonferenz online zoom teams webex jitsi bigbluebutton bbb skype gotomeeting alfaview
    virtuell digital remote telefonkonferenz telko videoconference virtual
    """.split()
)
_MAKERS = frozenset("microsoft ms cisco".split())
_SPELT_APART = re.compile(r"\bbig[ -]blue[ -]button\b", re.IGNORECASE)
_VIDEO_ROOM = re.compile(r"(?<=\w)-raum(?: \d+)?\b", re.IGNORECASE)
"""'Webex-Raum 3' is no room."""
_FILLERS = frozenset(
    "per via by über mit with in im als konferenz sitzung conference call meeting".split()
)


class Venue(Value, frozen=True, kw_only=True):
    """`words`: the place without an address of a video conference; may be empty."""

    words: str
    form: Form


def venue(place: str) -> Venue:
    """'https://meet.example/abc' -> by video; 'Rathaus, https://…' -> both; 'Rathaus' -> a room."""
    words, addresses = _ADDRESS.subn(" ", place)
    words = " ".join(words.split()).strip(" ,;:·–-()/|")
    whole = _VIDEO_ROOM.sub("", _SPELT_APART.sub("bigbluebutton", words))
    spoken = [word.strip(".,;:()").casefold() for word in re.split(r"[\s-]+", whole)]
    said = [word for word in spoken if word and word not in _FILLERS]
    is_all_video = all(word in _VIDEO or word in _MAKERS for word in said)
    if is_all_video if said else addresses:
        return Venue(words=words, form="video")
    if addresses:
        return Venue(words=words, form="hybrid")
    return Venue(words=place.strip(), form="")


def is_video(place: str) -> bool:
    """Whether all take part by video, so that people are online unless they say otherwise."""
    return venue(place).form == "video"
