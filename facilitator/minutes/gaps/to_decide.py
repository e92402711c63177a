"""What is open and somebody may have to decide: parked topics, questions, bias half recorded."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from facilitator.meeting.model import Entry, Meeting, ParkedTopic, Question
from facilitator.minutes.gaps.gap import Gap, about, of_item


def to_decide(meeting: Meeting, entries: list[Entry]) -> Iterator[Gap]:
    for entry in entries:
        if (
            isinstance(entry, ParkedTopic)
            and not entry.outcome.strip()
            and "outcome" not in entry.left_open
        ):
            yield about(entry, "to_decide", "parked_topic")
    for entry in entries:
        if (
            isinstance(entry, Question)
            and not entry.answer.strip()
            and "answer" not in entry.left_open
        ):
            yield about(entry, "to_decide", "question")

    yield from _of_bias(meeting)


def _of_bias(meeting: Meeting) -> Iterator[Gap]:
    """Somebody is out for an item that never ran, so nobody can tell what it was about. Of one that
    ran they simply took no part."""
    is_over = meeting.state in ("closed", "approved")
    for item in meeting.agenda_items:
        names = [bias.name for bias in item.bias if bias.returned_at is None]
        if (
            names
            and not item.intervals
            and not item.is_bias_denied
            and (is_over or item.state in ("done", "skipped", "deferred"))
            and f"bias:{item.id}" not in meeting.left_open
        ):
            gap = of_item(item)
            yield replace(gap, rank="to_decide", what="bias", detail=", ".join(names))
