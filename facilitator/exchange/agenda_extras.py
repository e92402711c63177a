"""What the agenda of a body says beside who, when and how long: the paper an item is about, its
short title, a time that is fixed, minutes that are protected, that it is a break."""

from __future__ import annotations

import re

from facilitator.exchange.agenda_times import slot_in
from facilitator.folding import fold
from facilitator.meeting.model import Purpose

_NUMBER = r"(?:[A-ZÄÖÜ]{1,5}[/-])?\d[\dA-Za-z]*(?:\s?[/.-]\s?[\dA-Za-z]+)*"
_PAPER = (
    r"(?:(?:Beschluss|Mitteilungs|Informations|Sitzungs|Verwaltungs|Tisch|Rats|Kreistags)?[Vv]orlage"
    r"|[Dd]rucksache|Drs\.|Drs|DS|Vorl\.|[Pp]aper|[Dd]ocument|Doc\.)"
    rf"(?:[ -]?(?:Nr\.?|[Nn]ummer|No\.?|[Nn]umber))?:?\s*{_NUMBER}"
)
_IS_PAPER = re.compile(_PAPER)
_LABELLED_PAPER = re.compile(r"(?i)(?:vorlage|paper)\s*:\s*(?P<paper>[^,;|]+)")
_TRAILING_PAPER = re.compile(
    rf"(?P<before>.*\S)(?:\s*[,;|:]\s*|\s+[–—-]\s+)(?:siehe\s+|see\s+)?(?P<paper>{_PAPER})$"
)
_SHORT_TITLE = re.compile(
    r"(?i)(?:^|[,;|]\s*)(?:kurz(?:titel)?|short(?: title)?)\s*:\s*"
    r"(?:\"(?P<quoted>[^\"]*)\"|(?P<plain>[^,;|\"]+))\s*(?=$|[,;|])"
)
_FIXED = re.compile(r"(?i)(?:fest|fix(?:ed)?)(?:\s+(?:um|ab|at))?\s+(?P<time>\d.*)")
_PROTECTED = frozenset(map(fold, ("geschützt", "protected")))
_PURPOSES: dict[str, Purpose] = {
    "pause": "break", "break": "break", "puffer": "buffer", "buffer": "buffer",
}  # fmt: skip


def paper_in(text: str) -> str:
    """The paper, if the text says nothing else: 'Vorlage 2026/0123', 'DS-Nr. 17/42'. 'Vorlage:
    2026/0123' labels it: the number alone. Else an empty string."""
    said = text.strip()
    if (labelled := _LABELLED_PAPER.fullmatch(said)) is not None:
        return labelled["paper"].strip()
    return said if _IS_PAPER.fullmatch(said) is not None else ""


def take_paper(title: str) -> tuple[str, str]:
    """The title without a paper at its end ('Haushalt 2027, Vorlage 12/2026'), and the paper."""
    found = _TRAILING_PAPER.fullmatch(title)
    return (found["before"], found["paper"]) if found is not None else (title, "")


def take_short_title(inner: str) -> tuple[str, str]:
    """What stands in a bracket without 'kurz: Wohnen', and the short title."""
    found = _SHORT_TITLE.search(inner)
    if found is None:
        return inner, ""
    said = found["quoted"] if found["quoted"] is not None else found["plain"]
    rest = inner[: found.start()] + inner[found.end() :]
    return rest.strip(" ,;|"), said.strip()


def fixed_time(text: str) -> str:
    """ "HH:MM" of 'fest 16:40', else an empty string."""
    found = _FIXED.fullmatch(text.strip())
    slot = slot_in(found["time"]) if found is not None else None
    return slot.start if slot is not None else ""


def is_protected_mark(text: str) -> bool:
    return fold(text).strip() in _PROTECTED


def purpose_mark(text: str) -> Purpose:
    """'Pause' in a bracket behind a title that does not say so: 'Imbiss im Foyer (Pause)'."""
    return _PURPOSES.get(fold(text).strip(), "")


def written_short_title(label: str, short_title: str) -> str:
    """'kurz: Wohnen', in quotes where it would be read as more than one remark."""
    bare = short_title.replace('"', "'")
    is_plain = bare == short_title and not re.search(r"[,;|/()\[\]–—-]", short_title)
    return f"{label}: {bare}" if is_plain else f'{label}: "{bare}"'
