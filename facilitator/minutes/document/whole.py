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
    ParkedTopic,
    Question,
)
from facilitator.minutes.document.attendance import attendance_list
from facilitator.minutes.document.head import end_held, head
from facilitator.minutes.document.items import for_minutes, sections
from facilitator.minutes.document.model import (
    FrontMatter,
    Head,
    MinutesDocument,
    Office,
    Section,
    Status,
    TakenOffRow,
)
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.document.tail import (
    action_groups,
    milestones,
    next_meeting,
    overview,
    parked,
)
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
    top = head(meeting, printed)
    attendance = attendance_list(meeting, printed)
    all_entries = _in_order(meeting)
    actions = [e for e in all_entries if isinstance(e, ActionItem)]
    topics = [e for e in all_entries if isinstance(e, ParkedTopic)]
    all_sections = sections(meeting, rows, printed)
    status = status or ("approved" if meeting.state == "approved" else "draft")
    return MinutesDocument(
        kind=meeting.kind,
        language=printed.language,
        status=status,
        version=version,
        issued=printed.day(issued),
        front=_front(meeting, top, printed.language, issued, version, status),
        head=top,
        attendance=attendance,
        sections=all_sections,
        decisions=tuple(rows.decision(e) for e in all_entries if isinstance(e, Decision)),
        new_actions=action_groups(meeting, actions, rows),
        earlier_actions=tuple(
            rows.earlier(action, meeting.statements) for action in meeting.tabled_actions
        ),
        open_questions=tuple(
            rows.question(e)
            for e in all_entries
            if isinstance(e, Question) and not e.answer.strip()
        ),
        parked=parked(meeting, topics, rows),
        next_meeting=next_meeting(meeting, printed),
        overview=overview(meeting, 2 if attendance.annex else 1, printed),
        agenda=_agenda(meeting, all_sections),
        taken_off=tuple(
            TakenOffRow(number=item.number, title=item.title, is_public=item.public)
            for item in meeting.taken_off
        ),
        milestones=milestones(meeting, actions, rows),
    )


def _in_order(meeting: Meeting) -> list[Entry]:
    """Entries for the minutes as the sections print them: before the start, by item, the rest."""
    places = {item.id: place for place, item in enumerate(meeting.agenda_items)}
    return sorted(
        (e for e in for_minutes(meeting.entries) if not isinstance(e, Note)),
        key=lambda e: places.get(e.item, -1 if e.before_start else len(places)),
    )


def _agenda(meeting: Meeting, all_sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The items in their order, wherever their sections stand."""
    by_number = {section.number: section for section in all_sections if section.kind == "item"}
    items = (item for item in meeting.agenda_items if item.is_business)
    return tuple(by_number[item.number] for item in items if item.number in by_number)


def _front(
    meeting: Meeting,
    top: Head,
    language: str,
    issued: date | None,
    version: int,
    status: Status,
) -> FrontMatter:
    used = [a.field for a in meeting.action_items if a.visibility == "minutes"]
    used += [item.field for item in meeting.agenda_items]
    used += [field.id for field in meeting.fields if field.named_under]
    names = {field.id: field.name for field in meeting.fields}
    return FrontMatter(
        status=status,
        version=version,
        issued=issued.isoformat() if issued else "",
        language=language,
        series=meeting.series_name,
        title=top.title,
        number=meeting.ordinal,
        file_reference=meeting.file_reference,
        date=meeting.day.isoformat() if meeting.day else "",
        start=clock(meeting.started_at) or meeting.start,
        end=end_held(meeting) or meeting.end,
        place=top.place,
        form=top.form,
        chair=_names(top.chairs),
        minute_taker=_names(top.minute_takers),
        public=all(item.public for item in meeting.agenda_items),
        fields=tuple(dict.fromkeys(names[each] for each in used if each in names)),
    )


def _names(offices: tuple[Office, ...]) -> str:
    """Each once, whenever they held the role."""
    named = (f"{o.name} ({o.organization})" if o.organization else o.name for o in offices)
    return ", ".join(dict.fromkeys(named))
