"""Times that cannot be, in words."""

from __future__ import annotations

from facilitator.capture.reading import Language
from facilitator.i18n import words as texts
from facilitator.meeting.stays import Impossible


def impossible_words(impossible: Impossible, name: str, *, language: Language) -> str:
    """Why not, in one sentence."""
    tr = texts(language).tr
    time, other = impossible.time, impossible.other
    if impossible.why == "not_yet":
        return tr("{time} is still to come (now it is {other}).", time=time, other=other)
    if impossible.why == "comes_before_going":
        return tr(
            "{name} left at {other} and cannot be back at {time}.",
            name=name,
            other=other,
            time=time,
        )
    return tr(
        "{name} came at {other} and cannot have left at {time}.",
        name=name,
        other=other,
        time=time,
    )
