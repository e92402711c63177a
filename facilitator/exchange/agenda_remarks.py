"""What stands beside a title: minutes, who reports, from when, not public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from facilitator.exchange.agenda_extras import (
    fixed_time,
    is_protected_mark,
    paper_in,
    purpose_mark,
    take_paper,
    take_short_title,
)
from facilitator.exchange.agenda_people import (
    REPORT,
    belongs_to_title,
    reads_as_people,
    reporter,
)
from facilitator.exchange.agenda_times import DURATION, Slot, minutes_in, minutes_of, slot_in
from facilitator.meeting.model import Purpose

_BETWEEN_REMARKS = re.compile(r"\s*(?:,(?!\d)|[;|])\s*|\s+[–—/-]\s+")
_LONGEST_REMARK = 320
_PUBLIC = {
    "nichtöffentlich": False,
    "nichtoeffentlich": False,
    "nö": False,
    "nichtpublic": False,
    "nonpublic": False,
    "notpublic": False,
    "closed": False,
    "vertraulich": False,
    "confidential": False,
    "öffentlich": True,
    "oeffentlich": True,
    "public": True,
}
_TRAILING_MINUTES = re.compile(
    rf"(?P<before>.*?)(?P<between>\s*[,;:|–—-]\s*|\s+){DURATION}\.?$", re.IGNORECASE
)
_KEEPS_ITS_NUMBER = re.compile(
    r"(?i)\b(?:auf|von|vom|bis|um|in|nach|je|jeweils|alle|pro|per|to|of|for|within|each|mit|über"
    r"|unter|vor|und|oder|and|or|a|weitere|noch|the|nur|circa|die|den|der)$"
)
_TRAILING_REPORT = re.compile(
    r"(?P<before>.*\S)(?:\s*[,;|–—]\s*|\s+-\s+|\s+(?=[^\s:]+:|\w+ (?:von|by)\b))"
    r"(?P<report>(?:Berichterstatt|Referent|Vortragende|Presenter|Speaker|Report by|Bericht\s*:"
    r"|Referat\s*:|Vortrag\s*:|vorgestellt von|presented by).*)$",
    re.IGNORECASE,
)
_TRAILING_MARK = re.compile(
    r"(?P<before>.*\S)\s*(?:\s[–—-]\s*|[,;|]\s*)(?P<mark>n\.? ?ö\.?|nicht[ -]?(?:ö|oe)ffentlich"
    r"|non-?public|not public)\s*[–—-]?$",
    re.IGNORECASE,
)
_LEADING_MARK = re.compile(
    r"^(?P<mark>nicht[ -]?(?:ö|oe)ffentlich|non-?public|not public)\s*(?::|[–—-]\s)\s*"
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
_TAIL = 120
"""Only so much of the end of a title is searched for remarks without brackets."""


class Remarks(Struct):
    """Gathered from one line; what is said first stays."""

    minutes: int | None = None
    presenter: str = ""
    public: bool | None = None
    slot: Slot | None = None
    fixed_start: str = ""
    short_title: str = ""
    paper: str = ""
    is_protected: bool = False
    purpose: Purpose = ""

    def take(self, other: Remarks) -> None:
        self.minutes = self.minutes if self.minutes is not None else other.minutes
        self.presenter = self.presenter or other.presenter
        self.public = self.public if self.public is not None else other.public
        self.slot = self.slot or other.slot
        self.fixed_start = self.fixed_start or other.fixed_start
        self.short_title = self.short_title or other.short_title
        self.paper = self.paper or other.paper
        self.is_protected = self.is_protected or other.is_protected
        self.purpose = self.purpose or other.purpose


def public_mark(text: str) -> bool | None:
    """False for 'nicht öffentlich', 'n.ö.'; True for 'öffentlich'; None for anything else."""
    return _PUBLIC.get(re.sub(r"[\s.–—-]+", "", text.casefold()))


def take_remarks(title: str) -> tuple[str, Remarks]:
    """The title without its remarks, and the remarks."""
    remarks = Remarks()
    if (mark := _LEADING_MARK.match(title)) is not None:
        remarks.public, title = public_mark(mark["mark"]), mark["rest"]
    for _ in range(4):
        before = title
        title = _take_brackets(title, remarks)
        title = _take_tail(title, remarks)
        if title == before:
            break
    return title, remarks


def read_remark(
    inner: str, *, is_square: bool = False, is_last: bool = True
) -> tuple[Remarks, str]:
    """What a bracket says, and what of it belongs to the title. Nothing understood: all of it.
    Names alone count only in a bracket at the end."""
    remarks = Remarks()
    if len(inner) > _LONGEST_REMARK:
        return remarks, inner
    if is_square and inner.strip().isdigit():
        remarks.minutes = minutes_in(f"{inner} min")
        return remarks, "" if remarks.minutes else inner
    inner, remarks.short_title = take_short_title(inner)
    parts = [part.strip() for part in _BETWEEN_REMARKS.split(inner) if part.strip()]
    others: list[str] = []
    before_report: int | None = None
    for part in parts:
        if (minutes := minutes_in(part)) is not None:
            remarks.minutes = minutes
        elif (slot := slot_in(part)) is not None and slot.is_certain:
            remarks.slot = slot
        elif (public := public_mark(part)) is not None:
            remarks.public = public
        elif fixed := fixed_time(part):
            remarks.fixed_start = fixed
        elif paper := paper_in(part):
            remarks.paper = paper
        elif is_protected_mark(part):
            remarks.is_protected = True
        elif purpose := purpose_mark(part):
            remarks.purpose = purpose
        elif who := reporter(part):
            before_report = len(others) if before_report is None else before_report
            others.append(who)
        else:
            others.append(part)
    is_explicit = (
        before_report is not None
        or remarks.minutes is not None
        or remarks.slot is not None
        or bool(remarks.fixed_start or remarks.paper or remarks.is_protected)
    )
    is_understood = remarks.public is not None or bool(remarks.short_title or remarks.purpose)
    if is_explicit:
        rest = [part for part in others[:before_report] if belongs_to_title(part)]
        remarks.presenter = ", ".join(part for part in others if part not in rest)
    elif is_last and reads_as_people(", ".join(others)):
        rest = []
        remarks.presenter = ", ".join(others) if is_understood else inner.strip()
    else:
        rest = others if is_understood else [inner]
    return remarks, ", ".join(rest)


def _brackets(title: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of the outermost brackets, the last ones first."""
    depth, end = 0, 0
    for place in range(len(title) - 1, -1, -1):
        if title[place] in ")]":
            end = place if depth == 0 else end
            depth += 1
        elif title[place] in "([" and depth:
            depth -= 1
            if depth == 0:
                yield place, end


def _take_brackets(title: str, remarks: Remarks) -> str:
    is_last = True
    for begin, end in _brackets(title):
        inner, behind = title[begin + 1 : end], title[end + 1 :]
        is_last = is_last and not behind.strip(" .,;:–-")
        found, rest = read_remark(
            inner, is_square=title[begin] == "[", is_last=is_last and not remarks.presenter
        )
        if rest == inner:
            is_last = False
            continue
        remarks.take(found)
        kept = f"{title[begin]}{rest}{title[end]}" if rest else ""
        title = f"{title[:begin].rstrip()} {kept}".rstrip() + (
            behind if not behind or behind[0] in " .,;:" else f" {behind}"
        )
        if not behind.strip(" .,;:–-"):
            title = title.rstrip(" ,;:–-")
        is_last = is_last and not rest
    return title


def _take_tail(title: str, remarks: Remarks) -> str:
    head, tail = title[:-_TAIL], title[-_TAIL:]
    if (mark := _TRAILING_MARK.match(tail)) is not None:
        remarks.take(Remarks(public=public_mark(mark["mark"])))
        return head + mark["before"]
    bare, paper = take_paper(tail)
    if paper and not remarks.paper:
        remarks.paper = paper
        return head + bare
    found = _TRAILING_MINUTES.match(tail)
    if found is not None and (head or found["before"].strip()) and remarks.minutes is None:
        minutes = minutes_of(found)
        is_apart = found["between"].strip() or len(found["between"]) > 1
        if minutes and (is_apart or not _KEEPS_ITS_NUMBER.search(found["before"])):
            remarks.minutes = minutes
            return (head + found["before"]).rstrip(" ,;:|–—-")
    report = _TRAILING_REPORT.match(tail)
    if (
        report is not None
        and REPORT.match(report["report"])
        and (who := reporter(report["report"]))
    ):
        remarks.take(Remarks(presenter=who))
        return (head + report["before"]).rstrip(" ,;:|–—-")
    return title
