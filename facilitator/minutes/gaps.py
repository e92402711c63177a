"""What the minutes still lack, in three ranks. Nothing here blocks an export.

One function for the live count, the closing round and the desk, so that all three agree. What is
asked follows the kind of meeting: votes and a chair only of bodies. A gap accepted on purpose
(`left_open`) is silent. Entries that are not for the minutes are never asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from facilitator.meeting.actions import current, is_open
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Decision,
    Entry,
    Instant,
    Meeting,
    ParkedTopic,
    Question,
    Value,
)
from facilitator.minutes.names import is_nobody, misspelt
from facilitator.minutes.votes import entitled_present, is_voted, votes_cast

Rank = Literal["missing", "to_decide", "hint"]
What = Literal[
    "owners",
    "due",
    "vote",
    "result",
    "chair",
    "minute_taker",
    "place",
    "end",
    "next_meeting",
    "parked_topic",
    "question",
    "owner_is_nobody",
    "spelling",
    "votes_cast",
    "read_back",
]


class Gap(Value, frozen=True, kw_only=True):
    """One line of the list. `entry`, `item`: ids of what it is about, or empty: the meeting.
    `label`: its tag ('M7') or agenda number ('6'), or empty. `text`: its summary or title.
    `detail`: the owner's name as typed, or votes cast; `other`: the name probably meant, or the
    number of those entitled."""

    rank: Rank
    what: What
    entry: str = ""
    item: str = ""
    label: str = ""
    text: str = ""
    detail: str = ""
    other: str = ""

    @property
    def subject(self) -> str:
        """What is counted once, however many gaps it has: the entry, the item, or the gap of the
        meeting itself."""
        return self.entry or self.item or self.what


def gaps(meeting: Meeting, now: Instant | None = None) -> tuple[Gap, ...]:
    """All gaps: missing (actions, those that lack most first; decisions; items; the meeting),
    then to decide, then hints; within each in the order of the agenda.

    `now` is needed only to notice a meeting that nobody closed: running on a later day than its
    own it is asked for its end.
    """
    entries = _in_order_of_agenda(meeting)
    return (
        *missing(meeting, now),
        *_to_decide(entries),
        *_hints(meeting, entries),
    )


def count_missing(meeting: Meeting, now: Instant | None = None) -> int:
    """How many entries, items and facts of the meeting lack something; one with two gaps counts
    once."""
    return len({gap.subject for gap in missing(meeting, now)})


_latest: tuple[Meeting, date | None, tuple[Gap, ...]] | None = None
"""What was asked for last: a live screen asks every second for the same meeting."""


def missing(meeting: Meeting, now: Instant | None = None) -> tuple[Gap, ...]:
    """The first part of `gaps`: what is missing. Of `now` only the day counts."""
    global _latest
    day = now.at.date() if now is not None else None
    if _latest is None or _latest[0] is not meeting or _latest[1] != day:
        found = tuple(_missing(meeting, _in_order_of_agenda(meeting), now))
        _latest = (meeting, day, found)
    return _latest[2]


def _missing(meeting: Meeting, entries: list[Entry], now: Instant | None) -> Iterator[Gap]:
    yield from _of_actions(meeting, entries)
    yield from _of_decisions(meeting, entries)
    yield from _of_items(meeting)
    yield from _of_meeting(meeting, now)


def _in_order_of_agenda(meeting: Meeting) -> list[Entry]:
    """Entries for the minutes in the order in which they are printed."""
    places = {item.id: place for place, item in enumerate(meeting.agenda_items)}
    after_all = len(places)
    printed = [e for e in meeting.entries if e.visibility == "minutes"]
    return sorted(printed, key=lambda e: places.get(e.item, -1 if e.before_start else after_all))


def _about(entry: Entry, rank: Rank, what: What, detail: str = "", other: str = "") -> Gap:
    return Gap(
        rank=rank,
        what=what,
        entry=entry.id,
        item=entry.item,
        label=entry.tag,
        text=entry.text,
        detail=detail,
        other=other,
    )


def _open_actions(meeting: Meeting, entries: list[Entry]) -> Iterator[ActionItem]:
    """As they stand after what was said of them here; those done or dropped need no owner."""
    for entry in entries:
        if isinstance(entry, ActionItem):
            action = current(entry, meeting.statements)
            if is_open(action.status):
                yield action


def _of_actions(meeting: Meeting, entries: list[Entry]) -> Iterator[Gap]:
    found: list[list[Gap]] = []
    for action in _open_actions(meeting, entries):
        lacking: list[Gap] = []
        if not action.owners and "owners" not in action.left_open:
            lacking.append(_about(action, "missing", "owners"))
        if action.due is None and "due" not in action.left_open:
            lacking.append(_about(action, "missing", "due"))
        found.append(lacking)
    found.sort(key=len, reverse=True)
    for lacking in found:
        yield from lacking


def _of_decisions(meeting: Meeting, entries: list[Entry]) -> Iterator[Gap]:
    if not votes_are_asked(meeting):
        return
    for entry in entries:
        if (
            isinstance(entry, Decision)
            and entry.decision_kind != "acknowledgement"
            and not is_voted(entry.vote)
            and f"vote:{entry.id}" not in meeting.left_open
        ):
            yield _about(entry, "missing", "vote")


def votes_are_asked(meeting: Meeting) -> bool:
    """Bodies vote; a conference gives an opinion, unless somebody switched votes on."""
    return meeting.kind == "body" or "votes" in meeting.uses


def _of_items(meeting: Meeting) -> Iterator[Gap]:
    """An item that ran and has notes, but no result, decision or action. One with sub-items has
    its results there; in a review the statements are the result."""
    with_notes = {n.item for n in meeting.notes if n.visibility == "minutes"}
    settled = {e.item for e in (*meeting.decisions, *meeting.action_items)}
    settled |= {statement.item for statement in meeting.statements}
    settled |= {item.parent for item in meeting.agenda_items}
    for item in meeting.agenda_items:
        if (
            item.state in ("running", "done")
            and item.is_business
            and item.id in with_notes
            and item.id not in settled
            and not item.result.strip()
            and f"result:{item.id}" not in meeting.left_open
        ):
            yield _of_item(item)


def _of_item(item: AgendaItem) -> Gap:
    return Gap(rank="missing", what="result", item=item.id, label=item.number, text=item.title)


def _of_meeting(meeting: Meeting, now: Instant | None) -> Iterator[Gap]:
    coming = meeting.next_meeting
    lacking: dict[What, bool] = {
        "chair": meeting.kind == "body" and not _has_officer(meeting, "chair"),
        "minute_taker": not _has_officer(meeting, "minute_taker"),
        "place": not meeting.place.strip(),
        "end": _lacks_end(meeting, now),
        "next_meeting": coming is None or not (coming.day or coming.text.strip()),
    }
    for what, is_lacking in lacking.items():
        if is_lacking and what not in meeting.left_open:
            yield Gap(rank="missing", what=what)


def _has_officer(meeting: Meeting, role: Literal["chair", "minute_taker"]) -> bool:
    officer = meeting.officer(role)
    return officer is not None and bool(officer.name.strip())


def _lacks_end(meeting: Meeting, now: Instant | None) -> bool:
    if meeting.closed_at is not None or meeting.state == "planned":
        return False
    if meeting.state == "running":
        began = meeting.started_at
        return now is not None and began is not None and now.at.date() > began.at.date()
    return True


def _to_decide(entries: list[Entry]) -> Iterator[Gap]:
    for entry in entries:
        if (
            isinstance(entry, ParkedTopic)
            and not entry.outcome.strip()
            and "outcome" not in entry.left_open
        ):
            yield _about(entry, "to_decide", "parked_topic")
    for entry in entries:
        if (
            isinstance(entry, Question)
            and not entry.answer.strip()
            and "answer" not in entry.left_open
        ):
            yield _about(entry, "to_decide", "question")


def _hints(meeting: Meeting, entries: list[Entry]) -> Iterator[Gap]:
    for action in _open_actions(meeting, entries):
        for owner in action.owners:
            if is_nobody(owner):
                yield _about(action, "hint", "owner_is_nobody", owner.name)
            elif person := misspelt(owner, meeting.people):
                yield _about(action, "hint", "spelling", owner.name, person.name)
    formal = votes_are_asked(meeting)
    for entry in entries:
        if isinstance(entry, Decision):
            cast = votes_cast(entry.vote)
            now = entitled_present(meeting, entry.at, entry.item)
            entitled = (entry.vote and entry.vote.entitled) or now
            is_many = bool(cast and entitled and cast > entitled)
            if is_many or (formal and cast is not None and entitled and cast != entitled):
                yield _about(entry, "hint", "votes_cast", str(cast), str(entitled))
            if formal and entry.read_back_at is None:
                yield _about(entry, "hint", "read_back")
