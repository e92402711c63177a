"""'termin: 21.04.2027 16:30, Kreishaus', 'next: quarterly': when the next meeting is."""

from __future__ import annotations

import re
from datetime import date

from facilitator.capture.due import read_due
from facilitator.capture.marks import find_mark
from facilitator.capture.reading import Chip, Context, Reading
from facilitator.capture.recording import Line
from facilitator.folding import fold
from facilitator.meeting import changes as c
from facilitator.meeting.model import NextMeeting

_TIME = re.compile(
    r"(?:\b(?:um|ab|at)\s+)?\b(?:([01]?\d|2[0-3]):([0-5]\d)(?:\s*(?:Uhr|h)\b)?"
    r"|([01]?\d|2[0-3])(?:\.([0-5]\d))?\s*Uhr\b)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:am\s+|on\s+)?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|mo|di|mi|do|fr|sa|so|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s*",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:\w*(?:jahrlich|monatlich|wochentlich)|quartalsweise|regelmassig|monthly|quarterly"
    r"|yearly|annually|weekly|biweekly|fortnightly|regularly"
    r"|(?:alle|every|each|jede[nrs]?|einmal|zweimal|once|twice|nach bedarf|as needed)\b)"
)


def read_next_meeting(line: Line, context: Context) -> Reading | None:
    """None: no such line, or nothing that says when ('next: Marta reports')."""
    mark = find_mark(line.text)
    if mark is None or mark.kind != "next_meeting" or mark.is_loud:
        return None
    said = line.text[mark.body :]
    found = parse_next_meeting(said, context)
    if found is None:
        return None
    label = " · ".join(filter(None, (_day(found.day) or said, found.start, found.place)))
    chip = Chip(key="next_meeting", kind="due", state="taken", label=label)
    change = c.MeetingAmended(next_meeting=found)
    return Reading(kind="next_meeting", changes=(change,), chips=(chip,), text=said)


def parse_next_meeting(said: str, context: Context) -> NextMeeting | None:
    """Day, time and place from words; a rule has no day. None: neither."""
    day: date | None = None
    start = ""
    place: list[str] = []
    is_rule = bool(_RULE.search(fold(said)))
    for part in (each.strip() for each in said.split(",")):
        time = _TIME.search(part) if not start else None
        if time is not None:
            start = (
                f"{int(time.group(1) or time.group(3)):02}:{time.group(2) or time.group(4) or '00'}"
            )
            part = f"{part[: time.start()]} {part[time.end() :]}".strip()
        if day is None and part:
            day, is_phrase, part = _split_day(part, context)
            is_rule = is_rule or is_phrase
        if part:
            place.append(part)
    if day is None and not is_rule:
        return None
    where = ", ".join(place) if day else ""
    return NextMeeting(text=said, day=day, start=start, place=where)


def _split_day(part: str, context: Context) -> tuple[date | None, bool, str]:
    """(the day, whether it is at least a phrase of time, what is left of the words)."""
    weekday = _WEEKDAY.match(part)
    bare = part[weekday.end() :] if weekday else part
    pieces = bare.split()
    for count in range(len(pieces), 0, -1):
        phrase = " ".join(pieces[:count])
        reading = read_due(phrase, context.today, context.language)
        if reading is None:
            continue
        rest = " ".join(pieces[count:])
        if len(reading.due.edtf) == len("2027-04-21") and reading.due.last is not None:
            return reading.due.last, True, rest
        if reading.due.edtf:  # 'Herbst 2027'; 'noch offen' says nothing
            return None, True, rest
    return None, False, bare


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
