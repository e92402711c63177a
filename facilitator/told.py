"""What was saved, told in one line in the language of the screen: 'M7 Fachtag zur Anerkennung',
'8.3 begonnen', 'Petra Brandt ist da'. For the status line, for undo and for `facilitator record`.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET

from facilitator.deciding_words import opinion_words, vote_numbers, vote_words
from facilitator.i18n import current_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Entry, Meeting
from facilitator.saying import joined, ntr, ptr, tr
from facilitator.told_cards import cards_told, group_moved_told, of_cards
from facilitator.told_life import of_life
from facilitator.told_people import new_and_here, newcomers_of, of_people
from facilitator.told_speaking import founds_group, of_speaking, only_switches
from facilitator.told_time import resumed_told, time_told

_BESIDE = (c.OrganizationAdded, c.ActionItemsTabled, c.NumbersGiven)
"""Changes that come along with another one and need no words of their own."""


_TAKES_AWAY = (
    c.EntryRemoved,
    c.AgendaItemRemoved,
    c.CardRemoved,
    c.CardGroupRemoved,
    c.BoardRemoved,
)
"""Changes after which what they speak of is not there."""


def told(stamped: Iterable[c.Stamped], meeting: Meeting, without: Meeting | None = None) -> str:
    """One line about a step. `meeting`: as it is with the step; `without`: as it is without it,
    where that is known: what was taken away is named after that. Never empty unless there was
    nothing."""
    changes = [(each.id, each.change) for each in stamped if each.change is not None]
    spoken = [pair for pair in changes if not isinstance(pair[1], _BESIDE)]
    spoken = [pair for pair in spoken if not only_switches(pair[1])] or changes
    if any(founds_group(change) for _, change in spoken):
        spoken = [pair for pair in spoken if not isinstance(pair[1], c.PersonAdded)]
    if any(isinstance(each, c.AgendaItemAmended) and each.field is not UNSET for _, each in spoken):
        spoken = [pair for pair in spoken if not isinstance(pair[1], c.FieldAdded)]
    kinds = {type(change) for _, change in spoken}
    if c.MeetingStarted in kinds and len(spoken) > 1:
        spoken = [pair for pair in spoken if not isinstance(pair[1], c.MeetingStarted)]
    if of_time := time_told([change for _, change in spoken], meeting):
        return of_time
    if of_group := group_moved_told([change for _, change in spoken], meeting):
        return of_group
    if of_moves := _moved(spoken, meeting):
        return of_moves
    if without is not None and (of_removal := _removed(spoken, without)):
        return of_removal
    newcomers = newcomers_of(spoken)
    spoken = [pair for pair in spoken if pair[0] not in newcomers]
    if len(spoken) > 3:
        return _many(spoken, meeting)
    lines: list[str] = []
    for change_id, change in spoken:
        is_gone = without is not None and isinstance(change, _TAKES_AWAY)
        line = _one(change_id, change, without if is_gone and without else meeting)
        if isinstance(change, c.AttendanceRecorded) and change.person in newcomers:
            line = new_and_here(newcomers[change.person])
        if line and without is not None:
            line = resumed_told(change, meeting, without) or line
        if line and not _repeats(line, lines):
            lines.append(line)
    return joined(" · ", lines) if lines else ""


def _removed(changes: list[tuple[str, c.Change]], before: Meeting) -> str:
    """An agenda item taken off together with its entries: both are said."""
    items = [change for _, change in changes if isinstance(change, c.AgendaItemRemoved)]
    entries = sum(isinstance(change, c.EntryRemoved) for _, change in changes)
    if len(items) != 1 or not entries or len(changes) != entries + 1:
        return ""
    item = _top(items[0].item, before)
    return ntr("{item} removed with {n} entry", "{item} removed with {n} entries", entries,
               item=item)  # fmt: skip


def _moved(changes: list[tuple[str, c.Change]], meeting: Meeting) -> str:
    """Several entries moved to one item are counted."""
    moves = [change for _, change in changes if isinstance(change, c.EntryMoved)]
    items = {change.item for change in moves}
    if len(moves) < 2 or len(moves) < len(changes) or len(items) > 1:
        return ""
    to = _number(moves[0].item, meeting)
    return ntr("{n} entry moved to {item}", "{n} entries moved to {item}", len(moves), item=to)


def _repeats(line: str, lines: list[str]) -> bool:
    """A person added and present at once is told once."""
    return any(line in other or other in line for other in lines)


def _many(changes: list[tuple[str, c.Change]], meeting: Meeting) -> str:
    entries = sum(isinstance(change, c.EntryRecorded) for _, change in changes)
    states = [change.status for _, change in changes if isinstance(change, c.AttendanceRecorded)]
    people = states.count("present")
    if entries:
        first = next(i for i, change in changes if isinstance(change, c.EntryRecorded))
        return joined(
            ": ", (ntr("{n} entry", "{n} entries", entries), f"{_entry(first, meeting)} …")
        )
    if all(isinstance(each, c.ActionItemAmended) and each.read_back_at for _, each in changes):
        return ntr("{n} action item read back", "{n} action items read back", len(changes))
    if cards := cards_told([change for _, change in changes]):
        return cards
    if all(isinstance(change, c.AgendaItemAdded) for _, change in changes):
        return ntr("{n} new agenda item", "{n} new agenda items", len(changes))
    if people:
        return ntr("{n} person is here", "{n} people are here", people)
    if excused := states.count("excused"):
        return ntr("{n} person is excused", "{n} people are excused", excused)
    return ntr("{n} change", "{n} changes", len(changes))


def _one(change_id: str, change: c.Change, meeting: Meeting) -> str:
    if isinstance(change, c.EntryRecorded):
        return _entry(change_id, meeting) or _text_of(change)
    return (
        of_speaking(change, meeting)
        or of_cards(change, meeting)
        or of_life(change, meeting)
        or _of_entry(change, meeting)
        or _of_item(change, meeting)
        or of_people(change, meeting)
        or _of_the_rest(change, meeting)
    )


def _of_entry(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.EntryRemoved():
            return tr("{entry} removed", entry=_entry(change.entry, meeting) or tr("entry"))
        case c.EntryConverted():
            return _entry(change.entry, meeting) or tr("entry")
        case c.EntryMoved():
            number = _number(change.item, meeting)
            return tr("{entry} moved to {item}", entry=_tag(change.entry, meeting), item=number)
        case c.VisibilitySet():
            return f"{_tag(change.entry, meeting)} {visibility_word(change.visibility)}"
        case c.GapLeftOpen():
            return tr("left open on purpose")
        case c.ActionItemReviewed():
            return tr("action item reviewed")
        case c.ReviewAmended():
            return tr("review corrected")
        case c.NoteSplit():
            return tr("note split: {note}", note=_entry(change.note, meeting) or tr("entry"))
        case c.NoteAmended():
            return _amended(change.note, meeting)
        case c.DecisionAmended():
            return _decision_amended(change, meeting)
        case c.OpinionTaken():
            said = opinion_words(change.opinion, current_language())
            return f"{_tag(change.decision, meeting)} {said}"
        case c.ActionItemAmended():
            if change.read_back_at is not UNSET and change.read_back_at is not None:
                tag = _tag(change.action_item, meeting)
                return tr("{tag} read back and confirmed", tag=tag)
            return _amended(change.action_item, meeting)
        case c.QuestionAmended():
            return _amended(change.question, meeting)
        case c.ParkedTopicAmended():
            return _amended(change.parked_topic, meeting)
    return ""


def _of_item(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.MeetingStarted():
            return tr("meeting started")
        case c.MeetingClosed():
            return tr("meeting closed")
        case c.MeetingAmended():
            if change.next_meeting is not UNSET and change.next_meeting is not None:
                return tr("next meeting: {text}", text=change.next_meeting.text)
            if change.ended is not UNSET and change.ended:
                return tr("the meeting was over at {time}", time=change.ended)
            return tr("meeting changed")
        case c.ItemStarted() | c.ItemEnded() | c.ItemSkipped():
            return _begun_or_over(change, meeting)
        case c.ItemDeferred():
            return tr("{item} deferred", item=_item(change.item, meeting))
        case c.ItemReopened():
            return tr("{item} open again", item=_top(change.item, meeting))
        case c.AgendaItemAdded():
            if change.purpose == "break":
                return tr("new break: {title}", title=change.title)
            return tr("new agenda item: {title}", title=change.title)
        case c.AgendaItemRemoved():
            return tr("{item} removed", item=_top(change.item, meeting))
        case c.AgendaItemMoved():
            return tr("{item} moved", item=_top(change.item, meeting))
        case c.AgendaItemAmended():
            return _amended_item(change, meeting)
    return ""


def _begun_or_over(change: c.ItemStarted | c.ItemEnded | c.ItemSkipped, meeting: Meeting) -> str:
    """A break is no agenda item: '8.3 AG Wohnen begonnen', but 'Pause begonnen'."""
    item = meeting.item(change.item)
    if item is not None and not item.is_business:
        match change:
            case c.ItemStarted():
                return tr("{title} began", title=item.title)
            case c.ItemEnded():
                return tr("{title} is over", title=item.title)
        return tr("{title} dropped", title=item.title)
    match change:
        case c.ItemStarted():
            return tr("{item} started", item=_top(change.item, meeting))
        case c.ItemEnded():
            return tr("{item} ended", item=_top(change.item, meeting))
    return tr("{item} skipped", item=_top(change.item, meeting))


def _amended_item(change: c.AgendaItemAmended, meeting: Meeting) -> str:
    item, number = _item(change.item, meeting), _number(change.item, meeting)
    if change.result is not UNSET:
        if not change.result:
            return tr("{item} without a result again", item=number)
        return tr("{item} result: {result}", item=number, result=change.result)
    if change.title is not UNSET:
        return tr("renamed: {item}", item=f"{number} {change.title}")
    if change.planned_minutes is not UNSET:
        if change.planned_minutes is None:
            return tr("{item}: no minutes planned", item=item)
        return tr("{item}: {n} min planned", item=item, n=change.planned_minutes)
    if change.public is not UNSET:
        if change.public:
            return tr("{item} is public", item=item)
        return tr("{item} is not public", item=item)
    if change.is_protected is not UNSET:
        if change.is_protected:
            return tr("{item}: minutes protected", item=item)
        return tr("{item}: minutes no longer protected", item=item)
    if change.fixed_start is not UNSET:
        if change.fixed_start:
            return tr("{item} begins at {time}", item=item, time=change.fixed_start)
        return tr("{item} without a fixed start", item=item)
    if change.field is not UNSET:
        about = meeting.field(change.field)
        return f"{number} {tr('field')}: {about.name if about else '–'}"
    for field, label in (
        (change.presenter, tr("report by")),
        (change.short_title, tr("short")),
        (change.paper, tr("paper")),
    ):
        if field is not UNSET:
            return f"{number} {label}: {field or '–'}"
    return tr("{item} changed", item=item)


def _of_the_rest(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.GroupAdded() | c.FieldAdded() | c.OrganizationAdded():
            return change.name
        case c.ActionItemsTabled():
            n = len(change.action_items)
            return ntr("{n} open action item on the table", "{n} open action items on the table", n)
        case c.NumbersGiven():
            return tr("numbers given")
    return tr("change")


def visibility_word(visibility: str) -> str:
    """'for the minutes', 'record only', 'internal'."""
    match visibility:
        case "record":
            return tr("record only")
        case "internal":
            return tr("internal")
    return tr("for the minutes")


def entry_words(entry: Entry) -> str:
    """Tag and text of an entry in one line; notes have no number."""
    text = " ".join(entry.text.split())
    return text if entry.kind == "note" else f"{entry.tag} {text}"


def _amended(entry_id: str, meeting: Meeting) -> str:
    return tr("{entry} changed", entry=_entry(entry_id, meeting) or tr("entry"))


def _decision_amended(change: c.DecisionAmended, meeting: Meeting) -> str:
    """The most important of what was said: wording, vote, read back, kind, addressee."""
    tag = _tag(change.decision, meeting)
    if change.wording is not UNSET:
        if change.weight == "substance":
            return tr("{tag} changed in substance", tag=tag)
        return _amended(change.decision, meeting)
    if change.vote is None:
        return tr("{tag} vote withdrawn", tag=tag)
    if change.vote is not UNSET:
        language = current_language()
        said = vote_words(change.vote, language) or vote_numbers(change.vote, language)
        return (
            tr("{tag} vote: {vote}", tag=tag, vote=said)
            if said
            else _amended(change.decision, meeting)
        )
    if change.read_back_at is None:
        return tr("{tag} no longer read back", tag=tag)
    if change.read_back_at is not UNSET:
        return tr("{tag} read back and confirmed", tag=tag)
    if change.decision_kind is not UNSET:
        return tr("{tag} is now: {kind}", tag=tag, kind=decision_kind_word(change.decision_kind))
    if change.addressee is not UNSET and change.addressee:
        return tr("{tag} to {name}", tag=tag, name=change.addressee)
    return _amended(change.decision, meeting)


def decision_kind_word(kind: str) -> str:
    """'decision', 'recommendation', 'order', 'acknowledgement' in the language of the screen."""
    match kind:
        case "recommendation":
            return tr("recommendation")
        case "order":
            return tr("order")
        case "acknowledgement":
            return tr("acknowledgement")
    return tr("decision")


def _entry(entry_id: str, meeting: Meeting) -> str:
    entry = meeting.entry(entry_id)
    return entry_words(entry) if entry else ""


def _tag(entry_id: str, meeting: Meeting) -> str:
    entry = meeting.entry(entry_id)
    if entry is None:
        return tr("entry")
    return tr("Note") if entry.kind == "note" else entry.tag


def _text_of(change: c.EntryRecorded) -> str:
    for name in ("text", "wording", "summary"):
        if found := getattr(change, name, ""):
            return " ".join(str(found).split())
    return tr("entry")


def _item(item_id: str, meeting: Meeting) -> str:
    item = meeting.item(item_id)
    if item is None:
        return tr("agenda item")
    return f"{item.number} {item.short_title or item.title}".strip()


def _top(item_id: str, meeting: Meeting) -> str:
    """'TOP 2.1 AG Sprache' where the language says so; a break, without a number, by its title."""
    item = meeting.item(item_id)
    called = _item(item_id, meeting)
    if item is None or not item.number:
        return called
    return ptr("agenda item with its number", "{item}", item=called)


def _number(item_id: str, meeting: Meeting) -> str:
    item = meeting.item(item_id)
    return (item.number or item.title) if item else tr("no item")
