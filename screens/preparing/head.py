"""Head data: title, kind, when, where, who leads and who writes."""

from __future__ import annotations

from typing import get_args

from textual.content import Content

from facilitator.as_listed import officer_name
from facilitator.capture import Chip
from facilitator.capture.due import show_day
from facilitator.errors import FacilitatorError, UsageProblem
from facilitator.folding import fold
from facilitator.i18n import current_language, ptr, tr
from facilitator.meeting import changes as c
from facilitator.meeting.arrivals import surname_first
from facilitator.meeting.features import uses
from facilitator.meeting.model import MEETING_KINDS, Meeting, Person, QuorumRule, Role
from facilitator.meeting.quorum import required_of
from facilitator.meeting.venue import venue
from screens.preparing.part import OpenLine, Part, chip
from screens.typed_values import read_clock, read_day
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row
from screens.words import kind_words, role_words

ROLES: tuple[Role, ...] = ("chair", "moderator", "minute_taker")
QUORUM_RULES: tuple[QuorumRule, ...] = get_args(QuorumRule)
MOST_MEMBERS = 999
_LABEL = 15


class HeadPart(Part):
    id = "head"

    def title(self, meeting: Meeting) -> str:
        return " · ".join(filter(None, (tr("HEAD DATA"), kind_words(meeting.kind), meeting.place)))

    def rows(self, meeting: Meeting, chosen: str, width: int) -> list[Row]:
        return [
            Row(field, self._row(meeting, field, label, field == chosen, width))
            for field, label in _labels(meeting)
        ]

    def _row(
        self, meeting: Meeting, field: str, label: str, is_chosen: bool, width: int
    ) -> Content:
        value = self._value(meeting, field)
        if is_chosen and field in ("kind", "quorum_rule", *ROLES):
            value = f"‹ {value or '–'} ›"
        lead = f" {'▸' if is_chosen else ' '} {padded(label, _LABEL)}"
        room = max(1, width - len(lead) - 1)
        if value:
            return Content(lead + cut(value, room))
        lacking = _lacking(meeting, field)
        style = "$text-warning" if lacking.startswith("!") else "$text-muted"
        return Content.assemble(lead, (cut(lacking, room), style))

    def _value(self, meeting: Meeting, field: str) -> str:
        match field:
            case "title" | "start" | "end" | "hard_end" | "place":
                return str(getattr(meeting, field))
            case "legal_number":
                return str(meeting.legal_number or "")
            case "quorum_rule":
                return quorum_words(meeting.quorum_rule)
            case "kind":
                return kind_words(meeting.kind)
            case "day":
                return show_day(meeting.day, current_language()) if meeting.day else ""
        officer = next((o for o in meeting.officers if o.role == field), None)
        return officer_name(meeting, officer) if officer else ""

    def line_for(self, meeting: Meeting, row: str) -> OpenLine | None:
        label = dict(_labels(meeting)).get(row)
        if label is None or row in ("kind", "quorum_rule"):
            return None
        text = self._value(meeting, row)
        hint = {
            "day": tr("14.10.2026, 14.10., next Friday"),
            "start": "16:30",
            "end": "19:30",
            "hard_end": tr("20:00: the room or the bus waits no longer; empty: none"),
            "legal_number": tr("members with a vote by law or standing orders; empty: as listed"),
            "place": tr("Town hall, or the address of a video meeting"),
        }.get(row, "")
        if row == "day" and meeting.day:
            text = show_day(meeting.day, "de", weekday=False)
        if row in ROLES:
            hint = tr("a name; Tab completes it; empty: nobody")
        return OpenLine(title=label, row=row, text=text, hint=hint)

    def chips(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[Chip, ...]:
        if line.row == "day" and text.strip():
            try:
                day = read_day(text, self.today)
            except FacilitatorError:
                return (chip(tr("not understood as a date yet"), taken=False),)
            return (chip(show_day(day, current_language())),) if day else ()
        if line.row == "place" and (word := venue_words(text)):
            return (chip(word),)
        if line.row == "legal_number" and text.strip().isdecimal():
            required = required_of(int(text.strip()[:6]), meeting.quorum_rule)
            return (chip(tr("quorum: {n} present", n=required)),) if required else ()
        if line.row in ROLES and text.strip() and (person := _person(meeting, text)):
            return (chip(_described(meeting, person)),)
        return ()

    def read(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[c.Change, ...]:
        typed = " ".join(text.split())
        match line.row:
            case "title":
                if not typed:
                    raise UsageProblem(tr("A meeting needs a title."))
                return _if_new(meeting.title, typed, c.MeetingAmended(title=typed))
            case "place":
                return _if_new(meeting.place, typed, c.MeetingAmended(place=typed))
            case "day":
                day = read_day(typed, self.today)
                return _if_new(meeting.day, day, c.MeetingAmended(day=day))
            case "start":
                clock = read_clock(typed)
                return _if_new(meeting.start, clock, c.MeetingAmended(start=clock))
            case "end":
                clock = read_clock(typed)
                return _if_new(meeting.end, clock, c.MeetingAmended(end=clock))
            case "hard_end":
                clock = read_clock(typed)
                return _if_new(meeting.hard_end, clock, c.MeetingAmended(hard_end=clock))
            case "legal_number":
                number = _read_number(typed)
                return _if_new(meeting.legal_number, number, c.MeetingAmended(legal_number=number))
            case "chair" | "moderator" | "minute_taker":
                return name_officer(meeting, line.row, typed)
        return ()

    def complete(self, meeting: Meeting, line: OpenLine, text: str) -> str | None:
        """The first person whose name begins so; Tab again: the next one."""
        if line.row not in ROLES or not text.strip():
            return None
        names = [person.name for person in _sorted(meeting)]
        if text in names:
            alike = [n for n in names if fold(n).split()[-1:] == fold(text).split()[-1:]]
            following = alike[(alike.index(text) + 1) % len(alike)]
            return following if following != text else None
        wanted = fold(text).strip()
        found = [n for n in names if any(p.startswith(wanted) for p in _beginnings(n))]
        return found[0] if found else None

    def step(self, meeting: Meeting, row: str, by: int) -> tuple[c.Change, ...]:
        if row == "kind":
            place = MEETING_KINDS.index(meeting.kind)
            return (c.MeetingAmended(kind=MEETING_KINDS[(place + by) % len(MEETING_KINDS)]),)
        if row == "quorum_rule":
            place = QUORUM_RULES.index(meeting.quorum_rule)
            rule = QUORUM_RULES[(place + by) % len(QUORUM_RULES)]
            return (c.MeetingAmended(quorum_rule=rule),)
        role = next((role for role in ROLES if role == row), None)
        if role is None or not meeting.people:
            return ()
        people = _sorted(meeting)
        holder = meeting.officer(role)
        ids = ["", *(person.id for person in people)]
        place = ids.index(holder.person) if holder and holder.person in ids else 0
        chosen = ids[(place + by) % len(ids)]
        person = meeting.person(chosen)
        return (c.OfficerNamed(role=role, name=person.name if person else "", person=chosen),)


def name_officer(
    meeting: Meeting, role: Role, typed: str, person_id: str = ""
) -> tuple[c.Change, ...]:
    """Somebody takes a role: this person, or the one whose name it is, else the name as typed."""
    holder = meeting.officer(role)
    if not typed:
        return (c.OfficerNamed(role=role, name=""),) if holder else ()
    person = meeting.person(person_id) or _person(meeting, typed)
    if holder and (holder.name == typed or (person and holder.person == person.id)):
        return ()
    name = person.name if person else typed
    return (c.OfficerNamed(role=role, name=name, person=person.id if person else ""),)


def venue_words(place: str) -> str:
    """What follows from a place that is the address of a video meeting; else nothing."""
    match venue(place).form:
        case "video":
            return tr("by video")
        case "hybrid":
            return tr("in the room and by video")
    return ""


def quorum_words(rule: QuorumRule) -> str:
    match rule:
        case "half":
            return tr("at least half of the legal number")
        case "third":
            return tr("a third of the legal number")
        case "none":
            return tr("no quorum")
    return tr("more than half of the legal number")


def _read_number(typed: str) -> int | None:
    if not typed:
        return None
    if not typed.isdecimal() or not 0 < int(typed[:6]) <= MOST_MEMBERS:
        raise UsageProblem(tr("“{text}” is no number of members (1 to {most}).",
                              text=cut(typed, 30), most=MOST_MEMBERS))  # fmt: skip
    return int(typed)


def _labels(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    body = (
        (
            ("legal_number", tr("Members by law")),
            ("quorum_rule", tr("Quorum from")),
        )
        if uses(meeting, "quorum")
        else ()
    )
    return (
        ("title", tr("Title")),
        ("kind", tr("Kind")),
        ("day", ptr("head", "Date")),
        ("start", tr("Start")),
        ("end", tr("End")),
        ("hard_end", tr("At the latest")),
        ("place", tr("Place")),
        *((role, role_words(role)) for role in ROLES),
        *body,
    )


def _lacking(meeting: Meeting, field: str) -> str:
    """What stands in an empty field; '!' where it will be missed."""
    match field:
        case "day":
            return tr("! no date")
        case "minute_taker":
            return tr("! nobody named")
        case "chair" if meeting.kind == "body":
            return tr("! nobody named")
    return "–"


def _if_new(old: object, new: object, change: c.Change) -> tuple[c.Change, ...]:
    return (change,) if old != new else ()


def _sorted(meeting: Meeting) -> list[Person]:
    return sorted(meeting.people, key=lambda person: fold(surname_first(person.name)))


def _person(meeting: Meeting, typed: str) -> Person | None:
    """The one person called so, by whole name or by a surname only one has."""
    wanted = fold(typed).strip()
    exact = [p for p in meeting.people if fold(p.name) == wanted]
    found = exact or [p for p in meeting.people if fold(p.name).split()[-1:] == [wanted]]
    return found[0] if len(found) == 1 else None


def _described(meeting: Meeting, person: Person) -> str:
    organization = meeting.organization_name(person)
    return f"{person.name} ({organization})" if organization else person.name


def _beginnings(name: str) -> tuple[str, str]:
    """A name as one may begin to type it: first name first, or surname first."""
    return fold(name), fold(surname_first(name))
