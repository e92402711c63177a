"""What the minutes cannot do without: who and until when, votes, results, facts of the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from facilitator.meeting.majority import is_rejected, is_voted
from facilitator.meeting.model import Decision, Entry, Instant, Meeting
from facilitator.minutes.gaps.gap import Gap, What, about, of_item, open_actions, votes_are_asked

SILENCE = timedelta(hours=2)
"""A meeting of the day before in which nothing happened for so long was left without a close."""


def lacking(meeting: Meeting, entries: list[Entry], now: Instant | None) -> Iterator[Gap]:
    yield from _of_actions(meeting, entries)
    yield from _of_decisions(meeting, entries)
    yield from _of_orders(meeting, entries)
    yield from _of_items(meeting)
    yield from _of_meeting(meeting, now)


def _of_actions(meeting: Meeting, entries: list[Entry]) -> Iterator[Gap]:
    found: list[list[Gap]] = []
    for action in open_actions(meeting, entries):
        missing: list[Gap] = []
        if not action.owners and "owners" not in action.left_open:
            missing.append(about(action, "missing", "owners"))
        if action.due is None and "due" not in action.left_open:
            missing.append(about(action, "missing", "due"))
        found.append(missing)
    found.sort(key=len, reverse=True)
    for missing in found:
        yield from missing


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
            yield about(entry, "missing", "vote")


def _of_orders(meeting: Meeting, entries: list[Entry]) -> Iterator[Gap]:
    """An order that is no action of anybody: who does it? One that was voted down is none."""
    carried_out = {action.link for action in meeting.action_items if action.link}
    for entry in entries:
        if (
            isinstance(entry, Decision)
            and entry.decision_kind == "order"
            and entry.id not in carried_out
            and not is_rejected(entry.vote)
            and f"order:{entry.id}" not in meeting.left_open
        ):
            yield about(entry, "missing", "order")


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
            yield of_item(item)


def _of_meeting(meeting: Meeting, now: Instant | None) -> Iterator[Gap]:
    """Of one that has not begun only what can be known before: when the next one is gets agreed
    in it."""
    coming = meeting.next_meeting
    gaps: dict[What, bool] = {
        "chair": meeting.kind == "body" and not _has_officer(meeting, "chair"),
        "minute_taker": not _has_officer(meeting, "minute_taker"),
        "place": not meeting.place.strip(),
        "end": _lacks_end(meeting, now),
        "next_meeting": meeting.state != "planned"
        and (coming is None or not (coming.day or coming.text.strip())),
    }
    for what, is_lacking in gaps.items():
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
        if now is None or began is None or now.at.date() <= began.at.date():
            return False
        return now.at - _latest(meeting, began).at > SILENCE  # else it goes on past midnight
    return True


def _latest(meeting: Meeting, began: Instant) -> Instant:
    """When something last happened in it."""
    moments = [began, *(entry.at for entry in meeting.entries)]
    for item in meeting.agenda_items:
        for interval in item.intervals:
            moments += [interval.start, interval.end or interval.start]
    return max(moments, key=lambda moment: moment.at)
