"""Ergebnisprotokoll: a meeting as the document of its results (design: `minutes.md`)."""

from __future__ import annotations

from datetime import date

from facilitator.i18n import LANGUAGES
from facilitator.meeting.model import (
    ActionItem,
    Decision,
    Entry,
    Meeting,
    Note,
    Officer,
    ParkedTopic,
    Question,
    Role,
)
from facilitator.minutes.document.attendance import attendance_list
from facilitator.minutes.document.items import for_minutes, sections
from facilitator.minutes.document.model import (
    FrontMatter,
    Head,
    MinutesDocument,
    Status,
)
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.document.tail import action_groups, next_meeting, overview
from facilitator.minutes.printed import Printed, clock


def document(
    meeting: Meeting,
    language: str | None = None,
    issued: date | None = None,
    version: int = 1,
    status: Status | None = None,
) -> MinutesDocument:
    """The results of a meeting in its own language unless another is given. `status` None: draft,
    or approved if the meeting is. Entries for the record only and internal ones are not in it,
    nor who said what."""
    spoken = language or meeting.language
    printed = Printed(spoken if spoken in LANGUAGES else "en")
    rows = Rows(meeting, printed)
    head = _head(meeting, printed)
    attendance = attendance_list(meeting, printed)
    all_entries = _in_order(meeting)
    status = status or ("approved" if meeting.state == "approved" else "draft")
    return MinutesDocument(
        kind=meeting.kind,
        language=printed.language,
        status=status,
        version=version,
        issued=printed.day(issued),
        front=_front(meeting, head, printed.language, issued, version, status),
        head=head,
        attendance=attendance,
        sections=sections(meeting, rows, printed),
        decisions=tuple(rows.decision(e) for e in all_entries if isinstance(e, Decision)),
        new_actions=action_groups(
            meeting, [e for e in all_entries if isinstance(e, ActionItem)], rows
        ),
        earlier_actions=tuple(
            rows.earlier(action, meeting.statements) for action in meeting.tabled_actions
        ),
        open_questions=tuple(
            rows.question(e)
            for e in all_entries
            if isinstance(e, Question) and not e.answer.strip()
        ),
        parked=tuple(rows.parked(e) for e in all_entries if isinstance(e, ParkedTopic)),
        next_meeting=next_meeting(meeting, printed),
        overview=overview(meeting, 2 if attendance.annex else 1),
    )


def _in_order(meeting: Meeting) -> list[Entry]:
    """Entries for the minutes as the sections print them: before the start, by item, the rest."""
    places = {item.id: place for place, item in enumerate(meeting.agenda_items)}
    return sorted(
        (e for e in for_minutes(meeting.entries) if not isinstance(e, Note)),
        key=lambda e: places.get(e.item, -1 if e.before_start else len(places)),
    )


def _head(meeting: Meeting, printed: Printed) -> Head:
    planned = printed.span(meeting.start, meeting.end)
    held = printed.span(clock(meeting.started_at), _end(meeting))
    return Head(
        body=meeting.series_name,
        title=printed.title(meeting.title, meeting.ordinal),
        file_reference=meeting.file_reference,
        day=printed.dated(meeting.day),
        time=held or planned,
        planned_time=planned if held and planned != held else "",
        place=meeting.place.strip(),
        chair=_officer(meeting, "chair"),
        moderator=_officer(meeting, "moderator"),
        minute_taker=_officer(meeting, "minute_taker"),
        place_left_open="place" in meeting.left_open,
        minute_taker_left_open="minute_taker" in meeting.left_open,
    )


def _end(meeting: Meeting) -> str:
    """When it was closed; of one that nobody closed, the end given afterwards at the desk."""
    return clock(meeting.closed_at) or (meeting.end if "end" in meeting.left_open else "")


def _officer(meeting: Meeting, role: Role) -> str:
    found = meeting.officer(role)
    return _with_organization(meeting, found) if found and found.name.strip() else ""


def _with_organization(meeting: Meeting, officer: Officer) -> str:
    person = meeting.person(officer.person)
    organization = meeting.organization_name(person) if person else ""
    return f"{officer.name} ({organization})" if organization else officer.name


def _front(
    meeting: Meeting,
    head: Head,
    language: str,
    issued: date | None,
    version: int,
    status: Status,
) -> FrontMatter:
    used = [a.field for a in meeting.action_items if a.visibility == "minutes"]
    used += [item.field for item in meeting.agenda_items]
    names = {field.id: field.name for field in meeting.fields}
    return FrontMatter(
        status=status,
        version=version,
        issued=issued.isoformat() if issued else "",
        language=language,
        series=meeting.series_name,
        title=head.title,
        number=meeting.ordinal,
        file_reference=meeting.file_reference,
        date=meeting.day.isoformat() if meeting.day else "",
        start=clock(meeting.started_at) or meeting.start,
        end=_end(meeting) or meeting.end,
        place=head.place,
        chair=head.chair,
        minute_taker=head.minute_taker,
        public=all(item.public for item in meeting.agenda_items),
        fields=tuple(dict.fromkeys(names[each] for each in used if each in names)),
    )
