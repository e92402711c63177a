"""Minutes are approved in a later meeting: recorded there, then with the meeting they are of."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from facilitator.approved import MinutesAreApproved
from facilitator.clock import FixedClock
from facilitator.errors import NotSaved
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.approving import says_approved
from facilitator.meeting.model import Vote
from facilitator.workspace import Workspace


class Body:
    """A body with closed meetings, and the next one running."""

    def __init__(self, root: Path) -> None:
        self.clock = FixedClock(datetime(2026, 10, 14, 16, tzinfo=UTC))
        self.workspace = Workspace(root, clock=self.clock, device="aaaa")
        self.slug = self.workspace.found_series("Beirat", language="de", kind="body")

    def held(self, number: int, *, close: bool = True) -> str:
        """A meeting, a month after the one before."""
        day = date(2026, number, 14)
        reference = self.workspace.plan_meeting(self.slug, f"{number}. Sitzung", day=day)
        live = self.workspace.open(reference)
        live.record(c.AgendaItemAdded(title="Genehmigung", purpose="approval", id=f"a{number}"))
        live.record(c.ItemStarted(item=f"a{number}"))
        if close:
            live.close()
        self.clock.advance(30 * 86_400)
        return reference

    def open(self, reference: str) -> LiveMeeting:
        return self.workspace.open(reference)


@pytest.fixture
def body(tmp_path) -> Body:
    return Body(tmp_path / "workspace")


def approve(live: LiveMeeting, result: str = "genehmigt", item: str = "a7") -> None:
    live.record(c.AgendaItemAmended(item=item, result=result))
    live.close()


def test_the_next_meeting_approves_the_latest_minutes(body):
    first, second, third = body.held(5), body.held(6), body.held(7, close=False)
    live = body.open(third)
    live.record(c.AgendaItemAmended(item="a7", result="einstimmig genehmigt"))
    assert body.open(second).meeting.state == "closed", "nothing is written while people talk"
    live.close()
    meeting = body.open(second).meeting
    assert meeting.state == "approved"
    approval = meeting.approval
    assert approval is not None
    assert (approval.day, approval.how) == (date(2026, 7, 14), "no_objections")
    assert (approval.reference, approval.title, approval.item_number) == (
        third,
        "7. Sitzung",
        "1",
    )
    assert body.open(first).meeting.state == "closed"
    assert live.close() == ()
    assert len(body.open(second).meeting.approvals) == 1, "closing again approves nothing anew"


def test_by_a_decision_with_its_vote(body):
    first, second = body.held(6), body.held(7, close=False)
    live = body.open(second)
    vote = Vote(yes=9, no=0, abstain=2)
    live.record(
        c.DecisionRecorded(wording="Das Protokoll wird mit einer Änderung genehmigt.", item="a7")
    )
    live.record(c.DecisionAmended(decision=live.meeting.decisions[0].id, vote=vote))
    live.close()
    approval = body.open(first).meeting.approval
    assert approval is not None
    assert (approval.how, approval.vote, approval.with_changes) == ("vote", vote, True)


@pytest.mark.parametrize(
    ("result", "vote"),
    [("nicht genehmigt", None), ("vertagt", None), ("", None), ("genehmigt", Vote(yes=2, no=9))],
)
def test_minutes_that_are_refused_are_not_approved(body, result, vote):
    first, second = body.held(6), body.held(7, close=False)
    live = body.open(second)
    live.record(c.DecisionRecorded(wording="TOP 3 wird berichtigt.", item="a7"))
    if vote:
        live.record(c.DecisionAmended(decision=live.meeting.decisions[0].id, vote=vote))
    approve(live, result)
    assert body.open(first).meeting.state == "closed"


def test_two_items_approve_the_two_latest(body):
    first, second, third = body.held(5), body.held(6), body.held(7, close=False)
    live = body.open(third)
    live.record(c.AgendaItemAdded(title="Noch eine", purpose="approval", id="b"))
    live.record(c.AgendaItemAmended(item="b", result="genehmigt"))
    approve(live)
    assert {body.open(r).meeting.state for r in (first, second)} == {"approved"}


def test_an_item_that_names_the_minutes_approves_those(body):
    first, second, third = body.held(5), body.held(6), body.held(7, close=False)
    live = body.open(third)
    live.record(c.AgendaItemAmended(item="a7", minutes_of=body.open(first).meeting.id))
    approve(live)
    assert body.open(first).meeting.state == "approved"
    assert body.open(second).meeting.state == "closed"


def test_approved_minutes_change_only_after_reopening(body):
    first, second = body.held(6), body.held(7, close=False)
    approve(body.open(second))
    live = body.open(first)
    with pytest.raises(MinutesAreApproved, match="reopen them"):
        live.record(c.NoteRecorded(text="nachgetragen", item="a6"))
    with pytest.raises(MinutesAreApproved):
        live.record(c.MinutesReopened(reason=" "))
    assert live.undoable() == ()
    live.record(c.MinutesReopened(reason="Zahlendreher"))
    live.record(c.NoteRecorded(text="nachgetragen", item="a6"))
    assert body.open(first).meeting.state == "closed", "the old approval does not come back"
    third = body.held(8, close=False)
    approve(body.open(third), item="a8")
    states = {r: body.open(r).meeting.state for r in (first, second)}
    assert states == {first: "closed", second: "approved"}, "the latest first"
    fourth = body.held(9, close=False)
    live = body.open(fourth)
    live.record(c.AgendaItemAmended(item="a9", minutes_of=body.open(first).meeting.id))
    approve(live, item="a9")
    assert body.open(first).meeting.state == "approved"


def test_minutes_approved_by_another_program_meanwhile_stay_as_they_are(body):
    """The desk is open on them while the next meeting closes on another laptop."""
    first, second = body.held(6), body.held(7, close=False)
    desk, told = body.open(first), []
    desk.listen(lambda meeting: told.append(meeting.state))
    approve(body.open(second))
    assert desk.meeting.state == "closed", "it does not know yet"
    with pytest.raises(MinutesAreApproved):
        desk.record(c.NoteRecorded(text="nachgetragen", item="a6"))
    assert told == ["approved"]
    assert body.open(first).meeting.notes == ()


def test_the_approving_meeting_reopened_and_closed_otherwise_takes_it_back(body):
    first, second = body.held(6), body.held(7, close=False)
    approve(body.open(second))
    live = body.open(second)
    live.record(c.MeetingReopened(reason="falsch verstanden"))
    assert body.open(first).meeting.state == "approved", "until it is closed again"
    approve(live, "vertagt")
    assert body.open(first).meeting.state == "closed"
    live = body.open(second)
    live.record(c.MeetingReopened(reason="doch"))
    approve(live, "genehmigt")
    assert body.open(first).meeting.state == "approved"


def test_a_file_that_could_not_be_written_learns_when_it_is_opened(body, monkeypatch):
    first, second = body.held(6), body.held(7, close=False)

    def fails(*_: object) -> None:
        raise NotSaved("held by another program")

    with monkeypatch.context() as broken:
        broken.setattr(LiveMeeting, "take_in_approvals", lambda _: None)
        broken.setattr("facilitator.workspace._Desk.pass_on", fails)
        approve(body.open(second))
        assert body.open(first).meeting.state == "closed"
    assert body.open(first).meeting.state == "approved"


@pytest.mark.parametrize(
    ("text", "is_approved"),
    [
        ("genehmigt", True),
        ("mit Änderungen genehmigt", True),
        ("keine Einwände", True),
        ("Das Protokoll wird genehmigt.", True),
        ("approved as amended", True),
        ("no objections", True),
        ("nicht genehmigt", False),
        ("Genehmigung vertagt", False),
        ("not approved", False),
        ("zwei Einwände", False),
        ("zur Kenntnis genommen", False),
        ("", False),
    ],
)
def test_the_words_of_an_approval(text, is_approved):
    assert says_approved(text) is is_approved
