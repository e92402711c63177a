"""What of a series goes along with one of its meetings."""

from __future__ import annotations

from typing import Any

from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, TabledAction
from facilitator.meeting.share_of_series import share_of

MEETING = Meeting(id="m", tabled_actions=(TabledAction(id="t", number="", summary="Flyer"),))


def shared(*changes: c.Change) -> list[str]:
    """The kinds of changes that go along."""
    written = Written()
    for change in changes:
        written.record(change)
    share = share_of(MEETING, written.all)
    return [type(s.change).__name__ for s in written.all if s.id in share]


def test_the_body_goes_along() -> None:
    body: tuple[Any, ...] = (
        c.SeriesFounded(name="Rat"),
        c.PersonAdded(name="Ada"),
        c.GroupAdded(name="AG"),
        c.FieldAdded(name="Wohnen"),
        c.SeriesAmended(name="Stadtrat"),
    )
    assert shared(*body) == [type(change).__name__ for change in body]


def test_of_other_meetings_nothing_does() -> None:
    assert shared(
        c.NumbersGiven(numbers=(("x", "M-1"),), meeting="other"),
        c.ActionItemReviewed(action_item="x", comment="von anderswo"),
        c.ActionItemsAdopted(meeting="other", action_items=()),
        c.MinutesApproved(minutes_of="other", by_meeting="third"),
        c.ApprovalWithdrawn(approval="x"),
    ) == []  # fmt: skip


def test_what_concerns_the_meeting_does() -> None:
    assert shared(
        c.NumbersGiven(numbers=(("x", "M-1"),), meeting="m"),
        c.ActionItemReviewed(action_item="t", comment="geht voran"),
        c.MinutesApproved(id="a", minutes_of="m", by_meeting="later"),
        c.ApprovalWithdrawn(approval="a"),
        c.MinutesApproved(id="b", minutes_of="earlier", by_meeting="m"),
    ) == [
        "NumbersGiven", "ActionItemReviewed", "MinutesApproved", "ApprovalWithdrawn",
        "MinutesApproved",
    ]  # fmt: skip


def test_undo_of_what_goes_along_does_too() -> None:
    written = Written()
    ours = written.record(c.PersonAdded(name="Ada"))[0].step
    theirs = written.record(c.ActionItemReviewed(action_item="x"))[0].step
    taken = [written.record(c.TakenBack(steps=(step,)))[0].id for step in (ours, theirs)]
    share = share_of(MEETING, written.all)
    assert taken[0] in share
    assert taken[1] not in share
