"""Whether somebody may be named in open data goes from meeting to meeting; a no above all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from meetings import two_meetings

from facilitator.meeting import changes as c
from facilitator.workspace import Workspace


def _consenting(workspace: Workspace, slug: str) -> set[str]:
    return {person.name for person in workspace.series_in(slug).people if person.consent}


def test_it_is_asked_once_and_holds_until_it_is_taken_back(tmp_path: Path) -> None:
    two = two_meetings(tmp_path)
    jana = next(p for p in two.second.meeting.people if p.name == "Jana Müller")
    assert not jana.consent
    two.second.record(c.PersonAmended(person=jana.id, consent=True))
    two.second.close()
    assert _consenting(two.workspace, two.slug) == {"Jana Müller"}
    third = two.workspace.open(
        two.workspace.plan_meeting(two.slug, "3. Treffen", day=date(2026, 12, 1))
    )
    assert {p.name for p in third.meeting.people if p.consent} == {"Jana Müller"}
    third.record(c.PersonAmended(person=jana.id, consent=False))
    third.close()
    assert _consenting(two.workspace, two.slug) == set()
    two.second.close()
    assert _consenting(two.workspace, two.slug) == set(), "an older yes brings nothing back"
