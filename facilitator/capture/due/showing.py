"""How a due is shown: the words as spoken with the day they mean, dates in the way of the screen's
language."""

from __future__ import annotations

import re
from datetime import date

from facilitator.capture.due.german import MEETING_GENDER
from facilitator.capture.due.lexing import cut
from facilitator.capture.due.words import fold
from facilitator.meeting.model import Due

_WEEKDAYS = {
    "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WINTER = re.compile(r"(\d{4})-24")
_WEEK = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_PLAIN_DAY = frozenset("OMNYWDRPkizxtbwfmqhy/-+")
"""Kinds of words that say no more than the day itself; a feast or a time of day says more."""
_NEXT_MEETING_DE = re.compile(
    r"(?:zu[mr]|an|bei|beim|am|das|die|der|dem|den)?\s*(n(?:ä|ae?)chst|kommend|folgend)"
    r"(?:en|em|er|es|e)\s+(\w[\w-]*)",
    re.IGNORECASE,
)
_NEXT_MEETING_EN = re.compile(
    r"(?:at |for )?(?:the |our )?(next|coming|upcoming) (.+)", re.IGNORECASE
)
_ENDINGS = {"m": "er", "f": "e", "n": "es"}


def show_day(day: date, language: str, weekday: bool = True) -> str:
    """'So 15.03.2026' or 'Sun 15 Mar 2026'."""
    if language == "de":
        written = f"{day.day:02}.{day.month:02}.{day.year:04}"
    else:
        written = f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year:04}"
    if not weekday:
        return written
    return f"{_WEEKDAYS['de' if language == 'de' else 'en'][day.weekday()]} {written}"


def show_due(due: Due, language: str, next_meeting: date | None = None) -> str:
    """The due for people: 'So 15.03.2026', 'KW 34 (bis 21.08.2026)', 'Ende August (31.08.2026)'.
    The spoken words stay in the language in which they were spoken."""
    last = due.last_day(next_meeting)
    words = _nominative(due.text) if due.next_meeting else _with_winter(due)
    if last is None:
        return words
    if not due.next_meeting and (not words or _is_plain_day(due)):
        return show_day(last, language)
    shown = show_day(last, language, weekday=False)
    if not due.next_meeting and _is_week(due):
        return f"{words} ({'bis' if language == 'de' else 'by'} {shown})"
    return f"{words} ({shown})"


def _is_plain_day(due: Due) -> bool:
    if not _DAY.fullmatch(due.edtf):
        return False
    phrase = cut(due.text)
    if phrase is None or phrase.has_time or phrase.is_about:
        return phrase is None and not any(sign.isalpha() for sign in due.text)
    return set(phrase.kinds) <= _PLAIN_DAY


def _is_week(due: Due) -> bool:
    """Monday to Friday, called a week."""
    if not (found := _WEEK.fullmatch(due.edtf)):
        return False
    first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    return (first.weekday(), (last - first).days) in ((0, 4), (0, 6))


def _with_winter(due: Due) -> str:
    """'Winter 2018' runs into 2019 and is shown so."""
    found = _WINTER.fullmatch(due.edtf)
    if not found or "/" in due.text:
        return due.text
    return due.text.replace(found[1], f"{found[1]}/{(int(found[1]) + 1) % 100:02}")


def _nominative(text: str) -> str:
    """'zum nächsten Treffen' is shown as 'nächstes Treffen'; longer phrases as spoken."""
    if found := _NEXT_MEETING_DE.fullmatch(text):
        noun = fold(found[2])
        genders = (g for known, g in MEETING_GENDER.items() if noun.endswith(fold(known)))
        gender = next(genders, None)
        return f"{found[1]}{_ENDINGS[gender]} {found[2]}" if gender else text
    if found := _NEXT_MEETING_EN.fullmatch(text):
        return f"{found[1]} {found[2]}"
    return text
