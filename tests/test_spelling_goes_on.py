"""How a name is spelled goes from meeting to meeting, also when it was put right at the desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from meetings import Two, two_meetings

from facilitator.following import plan_next
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace


def _names(workspace: Workspace, slug: str) -> set[str]:
    return {person.name for person in workspace.series_in(slug).people}


def _jana(two: Two) -> str:
    return next(p.id for p in two.second.meeting.people if p.name == "Jana Müller")


def test_a_name_put_right_after_the_close_is_right_in_the_next_meeting(tmp_path: Path) -> None:
    two = two_meetings(tmp_path)
    two.second.close()
    two.second.record(c.PersonAmended(person=_jana(two), name="Jana Mueller"))
    third = two.workspace.open(plan_next(two.workspace, two.second.reference))
    assert "Jana Mueller" in {person.name for person in third.meeting.people}
    assert "Jana Müller" not in {person.name for person in third.meeting.people}
    assert "Jana Mueller" in _names(two.workspace, two.slug), "and in those planned by hand"


def test_a_later_meeting_knows_better(tmp_path: Path) -> None:
    two = two_meetings(tmp_path)
    jana = _jana(two)
    two.second.record(c.PersonAmended(person=jana, name="Jana Mueller"))
    two.second.close()
    third = two.workspace.open(
        two.workspace.plan_meeting(two.slug, "3. Treffen", day=date(2026, 12, 1))
    )
    third.record(c.PersonAmended(person=jana, name="Jana Müller-Groß"))
    third.close()
    two.second.close()
    two.second.pass_on_names()
    assert "Jana Müller-Groß" in _names(two.workspace, two.slug)


def test_a_spelling_that_was_taken_back_goes_nowhere(tmp_path: Path) -> None:
    two = two_meetings(tmp_path)
    two.second.record(c.PersonAmended(person=_jana(two), name="Jana Mueller"))
    two.second.undo()
    two.second.close()
    assert "Jana Müller" in _names(two.workspace, two.slug)
