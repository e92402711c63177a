"""Where a meeting is: in a room, by video, or both, as its place says."""

from __future__ import annotations

import re
from typing import Literal

from facilitator.meeting.model import Value

Form = Literal["", "video", "hybrid"]
"""Empty: in a room, as far as anybody said."""

_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z+.-]*://|\bwww\.|\b(?:sip|tel|mailto):)[^\s<>)]+"
    r"|(?<![\w.])(?:[\w-]+\.)+[^\W\d_]{2,}/[^\s<>)]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"""\b(?:
      (?:meeting|webinar|konferenz|conference|besprechungs|sitzungs|zoom|teilnehmer)[-\ ]?
        (?:id|nr\.?|nummer|number|code|kennung|pin)
      | (?:kenn|zugangs|zutritts|einwahl|access|entry|pass)[-\ ]?(?:code|wort|word|nummer|pin)
      | kennung | passphrase | einwahl | dial[-\ ]?in | code | pin | id
    )(?:\s*[:=]\s*|\s+(?:ist|lautet|is)\s+|\s+(?=[+(]?\d|\S*\d))
    (?:[+(]?\d[\d\s/()-]*\d\#?(?!\w)|[^\s,;)]+)""",
    re.IGNORECASE | re.VERBOSE,
)
"""'Meeting-ID: 814 2233 4455, Kenncode: a1B2': lets in whoever knows it."""
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;:/]*\s*\)")
_LEFT_BETWEEN = re.compile(r"(?:\s*[,;:/|]\s*(?=[,;:/|)]|$))+")
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
_LAST_BY_VIDEO = re.compile(
    rf"(?:\s*[,;/|]\s*(?:(?:{'|'.join(sorted(_VIDEO | _MAKERS))}|per|via|über)\b[\s-]*)+)+$",
    re.IGNORECASE,
)
"""'Rathaus, Zoom': what is said of the room, without what it is joined by."""
_FILLERS = frozenset(
    "per via by über mit with in im als konferenz sitzung conference call meeting".split()
)


class Venue(Value, frozen=True, kw_only=True):
    """`words`: the place without an address of a video conference, and without the numbers and
    code words that let people in; may be empty."""

    words: str
    form: Form


def venue(place: str) -> Venue:
    """'https://meet.example/abc' -> by video; 'Rathaus, https://…' -> both; 'Rathaus' -> a room."""
    rest, addresses = _ADDRESS.subn(" ", place)
    rest, codes = _ACCESS.subn(" ", rest)
    rest = _LEFT_BETWEEN.sub("", _EMPTY_BRACKETS.sub(" ", " ".join(rest.split())))
    words = " ".join(rest.split()).strip(" ,;:·–-/|")
    whole = _VIDEO_ROOM.sub("", _SPELT_APART.sub("bigbluebutton", words))
    spoken = [word.strip(".,;:()").casefold() for word in re.split(r"[\s-]+", whole)]
    said = [word for word in spoken if word and word not in _FILLERS]
    is_all_video = all(word in _VIDEO or word in _MAKERS for word in said)
    if is_all_video if said else addresses:
        return Venue(words=words, form="video")
    if addresses or (codes and any(word in _VIDEO for word in said)):
        return Venue(words=_LAST_BY_VIDEO.sub("", words), form="hybrid")
    return Venue(words=words if codes else place.strip(), form="")


def is_video(place: str) -> bool:
    """Whether all take part by video, so that people are online unless they say otherwise."""
    return venue(place).form == "video"
