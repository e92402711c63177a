"""The sections: every agenda item, also one without a word, and the entries outside of the
agenda. Only what is marked for the minutes is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Bias,
    Decision,
    Entry,
    Meeting,
    Note,
    ParkedTopic,
    Question,
)
from facilitator.minutes.document.model import (
    ActionRow,
    BiasRow,
    DecisionRow,
    NoteRow,
    ParkedRow,
    QuestionRow,
    Remark,
    Section,
    SectionKind,
)
from facilitator.minutes.document.room import board_rows, founded_row, loose_cards, round_row
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.document.times import of_business, spans
from facilitator.minutes.printed import Printed, clock


def sections(meeting: Meeting, rows: Rows, printed: Printed) -> tuple[Section, ...]:
    """What was said before the start, the items in their order with the breaks in which something
    was captured, what belongs to none; the non-public items last."""
    known = {item.id for item in meeting.agenda_items}
    before = [
        e
        for e in meeting.entries
        if e.item not in known and e.before_start and not e.is_from_closed_item
    ]
    by_item: dict[str, list[Entry]] = {}
    for entry in meeting.entries:
        by_item.setdefault(entry.item, []).append(entry)
    made = (
        _section(meeting, item, by_item.get(item.id, []), rows, printed)
        for item in meeting.agenda_items
    )
    items = [section for section in made if section.kind == "item" or _is_filled(section)]
    return (
        *_if_filled(_filled(Section(kind="before_start"), before, rows)),
        *(section for section in items if section.is_public),
        *_if_filled(_outside(meeting, rows)),
        *(section for section in items if not section.is_public),
        *_if_filled(_outside_closed(meeting, rows)),
    )


def for_minutes(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.visibility == "minutes"]


def _if_filled(section: Section) -> tuple[Section, ...]:
    return (section,) if _is_filled(section) else ()


def _outside(meeting: Meeting, rows: Rows) -> Section:
    """Whatever hangs under no item of the agenda as it now stands."""
    known = {item.id for item in meeting.agenda_items} | set(meeting.closed_gone)
    entries = [
        e
        for e in meeting.entries
        if e.item not in known and not e.before_start and not e.is_from_closed_item
    ]
    section = _with_room(meeting, Section(kind="no_item"), lambda item: item not in known, rows)
    is_renamed_here = bool(meeting.renamed_to) and _renamed_under(meeting) not in known
    return replace(
        _filled(section, entries, rows),
        boards=(*section.boards, *loose_cards(meeting, rows)),
        renamed_to=meeting.renamed_to if is_renamed_here else "",
    )


def _outside_closed(meeting: Meeting, rows: Rows) -> Section:
    """What hung under an item that is gone and was not public."""
    gone = set(meeting.closed_gone)
    empty = Section(kind="no_item", level=3, is_public=False)
    section = _with_room(meeting, empty, gone.__contains__, rows)
    return _filled(section, [e for e in meeting.entries if e.is_from_closed_item], rows)


def _section(
    meeting: Meeting, item: AgendaItem, entries: list[Entry], rows: Rows, printed: Printed
) -> Section:
    group = meeting.group(item.group)
    kind: SectionKind = "item" if item.is_business else "break"
    field = meeting.field(item.field)
    result = item.result.strip()
    empty = Section(
        kind=kind,
        id=item.id,
        number=item.number,
        title=item.title,
        depth=item.depth,
        level=_level(meeting, item),
        is_public=is_public(meeting, item),
        time=printed.spans(spans(of_business(meeting, item))),
        presenter=item.presenter.strip(),
        paper=item.paper.strip(),
        group=group.name if group and group.name not in item.title else "",
        field=field.name if field and field.name not in item.title else "",
        named_fields=tuple(f.name for f in meeting.fields if f.named_under == item.id),
        result=result,
        result_left_open=not result and f"result:{item.id}" in meeting.left_open,
        deferred_to=item.deferred_to if item.state == "deferred" else "",
        is_added=item.is_added_live,
        moved_from=item.invited_as if item.is_moved_live else "",
        bias=tuple(_bias(item, bias, meeting, printed) for bias in item.bias),
        is_bias_denied=item.is_bias_denied and not item.bias,
        reviewed=_reviewed(meeting, item, rows),
        renamed_to=meeting.renamed_to if _renamed_under(meeting) == item.id else "",
    )
    section = _with_room(meeting, empty, lambda other: other == item.id, rows)
    section = _filled(section, entries, rows)
    if kind == "break":
        return section
    return replace(section, remark=_remark(meeting, item, entries, has_content=_is_filled(section)))


def _level(meeting: Meeting, item: AgendaItem) -> int:
    """Non-public items stand one below the heading of their part, which counts as the item above
    them if that is public."""
    if is_public(meeting, item):
        return min(2 + item.depth, 6)
    depth, above = 0, meeting.item(item.parent)
    while above is not None and depth < 6 and not is_public(meeting, above):
        depth, above = depth + 1, meeting.item(above.parent)
    return min(3 + depth, 6)


def _with_room(
    meeting: Meeting, section: Section, is_here: Callable[[str], bool], rows: Rows
) -> Section:
    """With the rounds and boards of the items that are meant, and the groups founded there."""
    founded = [g for g in meeting.groups if g.founded_under and is_here(g.founded_under)]
    return replace(
        section,
        rounds=tuple(round_row(meeting, r, rows) for r in meeting.rounds if is_here(r.item)),
        boards=board_rows(meeting, [b for b in meeting.boards if is_here(b.item)], rows),
        founded=tuple(founded_row(meeting, group, rows) for group in founded),
    )


def _filled(section: Section, entries: list[Entry], rows: Rows) -> Section:
    notes: list[NoteRow] = []
    decisions: list[DecisionRow] = []
    actions: list[ActionItem] = []
    questions: list[QuestionRow] = []
    parked: list[ParkedRow] = []
    for entry in for_minutes(entries):
        match entry:
            case Note():
                notes.append(rows.note(entry))
            case Decision():
                decisions.append(rows.decision(entry))
            case ActionItem():
                actions.append(entry)
            case Question():
                questions.append(rows.question(entry))
            case ParkedTopic():
                parked.append(rows.parked(entry))
    return replace(
        section,
        notes=tuple(notes),
        decisions=tuple(decisions),
        actions=tuple([rows.action(action) for action in actions]),
        actions_read_back=rows.read_back(actions),
        questions=tuple(questions),
        parked=tuple(parked),
    )


def _is_filled(section: Section) -> bool:
    """There is something to print below its head."""
    return bool(
        section.result
        or section.result_left_open
        or section.notes
        or section.rounds
        or section.boards
        or section.reviewed
        or section.decisions
        or section.founded
        or section.named_fields
        or section.renamed_to
        or section.actions
        or section.questions
        or section.parked
    )


def _renamed_under(meeting: Meeting) -> str:
    """Id of the item under which it was decided; "?" if there is none."""
    if not meeting.renamed_to:
        return "?"
    decision = meeting.entry(meeting.renamed_by)
    return decision.item if decision and decision.item else "?"


def _bias(item: AgendaItem, bias: Bias, meeting: Meeting, printed: Printed) -> BiasRow:
    """Who came back only when the item (or a stretch of it) was over took no part at all."""
    person = meeting.person(bias.person)
    back = clock(bias.returned_at)
    ends = {clock(interval.end) for interval in item.intervals}
    was_out_to_the_end = not back or back in ends or not item.intervals
    came_later = item.intervals and bias.at.at > item.intervals[0].start.at
    begun = clock(bias.at) if came_later and _minutes_in(item, bias) >= 1 else ""
    time = "" if was_out_to_the_end else printed.span(begun, back)
    return BiasRow(name=person.name if person else bias.name, time=time)


def _minutes_in(item: AgendaItem, bias: Bias) -> float:
    """How long the item had run when it was declared."""
    return item.intervals[0].start.seconds_until(bias.at) / 60


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
    sub_items = (o for o in meeting.agenda_items if o.parent == item.id and o.is_business)
    if has_content or any(sub_items):
        return ""
    if any(entry.visibility == "record" for entry in entries):
        return "unrecorded"
    is_closed = meeting.state in ("closed", "approved")
    if item.state == "open":
        return "not_reached" if is_closed else "pending"
    return "silent" if item.state == "done" or is_closed else "pending"
