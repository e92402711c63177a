"""The sections: every agenda item, also one without a word, and the entries outside of the
agenda. Only what is marked for the minutes is printed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Decision,
    Entry,
    Meeting,
    Note,
    ParkedTopic,
    Question,
)
from facilitator.minutes.document.model import ActionRow, Remark, Section, SectionKind
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.printed import Printed, clock


def sections(meeting: Meeting, rows: Rows, printed: Printed) -> tuple[Section, ...]:
    """What was said before the start, the items in their order, what belongs to none."""
    known = {item.id for item in meeting.agenda_items}
    outside = [entry for entry in meeting.entries if entry.item not in known]
    before = _outside("before_start", [e for e in outside if e.before_start], rows)
    after = _outside("no_item", [e for e in outside if not e.before_start], rows)
    items = (_section(meeting, item, rows, printed) for item in meeting.agenda_items)
    return (*before, *items, *after)


def below(meeting: Meeting, item: AgendaItem) -> list[AgendaItem]:
    """The item and all its sub-items."""
    ids, found = {item.id}, []
    for other in meeting.agenda_items:
        if other.id in ids or other.parent in ids:
            ids.add(other.id)
            found.append(other)
    return found


def for_minutes(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.visibility == "minutes"]


def _outside(kind: SectionKind, entries: list[Entry], rows: Rows) -> tuple[Section, ...]:
    if not for_minutes(entries):
        return ()
    return (_filled(Section(kind=kind), entries, rows),)


def _section(meeting: Meeting, item: AgendaItem, rows: Rows, printed: Printed) -> Section:
    entries = [entry for entry in meeting.entries if entry.item == item.id]
    group = meeting.group(item.group)
    reviewed = _reviewed(meeting, item, rows)
    empty = Section(
        number=item.number,
        title=item.title,
        depth=item.depth,
        is_public=item.public,
        time=_time(meeting, item, printed),
        presenter=item.presenter,
        group=group.name if group and group.name not in item.title else "",
        result=item.result.strip(),
        result_left_open=not item.result.strip() and f"result:{item.id}" in meeting.left_open,
        reviewed=reviewed,
    )
    section = _filled(empty, entries, rows)
    has_content = bool(for_minutes(entries) or reviewed or empty.result or empty.result_left_open)
    return replace(section, remark=_remark(meeting, item, entries, has_content=has_content))


def _filled(section: Section, entries: list[Entry], rows: Rows) -> Section:
    printed = for_minutes(entries)
    return replace(
        section,
        notes=tuple(e.text for e in printed if isinstance(e, Note)),
        decisions=tuple(rows.decision(e) for e in printed if isinstance(e, Decision)),
        actions=tuple(rows.action(e) for e in printed if isinstance(e, ActionItem)),
        questions=tuple(rows.question(e) for e in printed if isinstance(e, Question)),
        parked=tuple(rows.parked(e) for e in printed if isinstance(e, ParkedTopic)),
    )


def _reviewed(meeting: Meeting, item: AgendaItem, rows: Rows) -> tuple[ActionRow, ...]:
    """Earlier action items that were reviewed here, as they stood after the last word here."""
    found = []
    for action in meeting.tabled_actions:
        said = sorted(
            (s for s in meeting.statements if s.action_item == action.id), key=lambda s: s.id
        )
        here = [place for place, statement in enumerate(said) if statement.item == item.id]
        if here:
            found.append(rows.earlier(action, tuple(said[: here[-1] + 1])))
    return tuple(found)


def _remark(
    meeting: Meeting, item: AgendaItem, entries: list[Entry], *, has_content: bool
) -> Remark:
    if item.state == "deferred" and not item.result.strip():
        return "deferred"
    if item.state == "skipped" and not item.result.strip():
        return "skipped"
    if has_content or any(other.parent == item.id for other in meeting.agenda_items):
        return ""
    if any(entry.visibility == "record" for entry in entries):
        return "unrecorded"
    if item.state == "open":
        return "not_reached" if meeting.state in ("closed", "approved") else "pending"
    return "silent" if item.state == "done" else "pending"


def _time(meeting: Meeting, item: AgendaItem, printed: Printed) -> str:
    """From-to, sub-items included; stretches that follow each other are one."""
    intervals = sorted(
        (interval for each in below(meeting, item) for interval in each.intervals),
        key=lambda interval: interval.start.at,
    )
    spans: list[tuple[str, str]] = []
    for interval in intervals:
        start, end = clock(interval.start), clock(interval.end)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end and max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return printed.spans(spans)
