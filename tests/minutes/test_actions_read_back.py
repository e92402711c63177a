"""Action items that were read back to the room: the minutes say so once all of an item were."""

from __future__ import annotations

from datetime import date

import pytest
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import Instant
from facilitator.minutes.markdown import markdown


@pytest.mark.parametrize(
    ("language", "one", "both"),
    [
        ("de", "Die Maßnahme wurde um 16:00 Uhr verlesen", "Die Maßnahmen wurden um 16:20 Uhr"),
        ("en", "The action item was read back and", "The action items were read back and"),
    ],
)
def test_it_is_said_when_all_action_items_of_an_item_were_read_back(
    language: str, one: str, both: str
) -> None:
    written = Written()
    written.record(c.MeetingPlanned(title="Treffen", language=language))
    (item,) = written.record(c.AgendaItemAdded(title="Berichte"))
    written.record(c.ItemStarted(item=item.id))
    (first,) = written.record(c.ActionItemRecorded(summary="Flyer", item=item.id))
    assert one not in _text(written)
    written.record(c.ActionItemAmended(action_item=first.id, read_back_at=Instant(written.now)))
    assert one in _text(written)
    written.wait(20)
    (second,) = written.record(c.ActionItemRecorded(summary="Fachtag", item=item.id))
    assert one not in _text(written)
    assert both not in _text(written)
    written.record(c.ActionItemAmended(action_item=second.id, read_back_at=Instant(written.now)))
    assert both in _text(written)


def _text(written: Written) -> str:
    return markdown(written.meeting, issued=date(2026, 10, 15))
