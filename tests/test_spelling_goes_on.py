"""How a name is spelled goes from meeting to meeting, also when it was put right at the desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from meetings import Two, two_meetings
from stage import Stage, build_stage, play

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
    assert "Jana Müller-Groß" in _names(two.workspace, two.slug)


def test_a_spelling_that_was_taken_back_goes_nowhere(tmp_path: Path) -> None:
    two = two_meetings(tmp_path)
    two.second.record(c.PersonAmended(person=_jana(two), name="Jana Mueller"))
    two.second.undo()
    two.second.close()
    assert "Jana Müller" in _names(two.workspace, two.slug)


@pytest.fixture
def held(tmp_path: Path) -> Stage:
    stage = build_stage(tmp_path)
    play(stage)
    return stage


def following(stage: Stage) -> set[str]:
    """The names in a meeting that is planned now."""
    slug = stage.live.reference.partition("/")[0]
    reference = stage.workspace.plan_meeting(slug, "Danach", day=date(2026, 12, 1))
    names = {person.name for person in stage.workspace.open(reference).meeting.people}
    stage.workspace.path(reference).unlink()
    return names


def mend(stage: Stage, name: str) -> None:
    stage.live.record(c.PersonAmended(person=stage.people[2], name=name))


def test_mended_at_the_desk_and_taken_back(held: Stage) -> None:
    held.live.close()
    assert "Samir Haddad" in following(held)
    mend(held, "Samir Hadad")
    assert following(held) >= {"Samir Hadad"}
    assert "Samir Haddad" not in following(held)
    held.live.undo()
    assert "Samir Haddad" in following(held)
    held.live.redo()
    assert "Samir Hadad" in following(held)


def test_what_was_mended_elsewhere_since_stays(held: Stage) -> None:
    held.live.close()
    slug = held.live.reference.partition("/")[0]
    elsewhere = c.PersonAmended(person=held.people[2], name="Dr. Samir Haddad")
    held.workspace.record_in_series(slug, elsewhere)
    mend(held, "S. Haddad")
    assert "Dr. Samir Haddad" in following(held)


def test_mended_while_the_meeting_runs_it_is_told_at_the_close(held: Stage) -> None:
    held.live.close()
    held.live.record(c.MeetingReopened(reason="noch etwas"))
    mend(held, "Samir Hadad")
    assert "Samir Haddad" in following(held), "nothing but the file of the meeting is written"
    held.live.close()
    assert "Samir Hadad" in following(held)
    held.live.record(c.MeetingReopened(reason="noch etwas"))
    slug = held.live.reference.partition("/")[0]
    back = c.PersonAmended(person=held.people[2], name="Samir Haddad")
    held.workspace.record_in_series(slug, back)
    held.live.close()
    assert "Samir Haddad" in following(held), "told once, not at every close"
