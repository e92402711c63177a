"""`facilitator next`: the meeting after this one, with what it takes over, and never twice."""

from __future__ import annotations

from datetime import date

import pytest
from command_line import CommandLine
from msgspec.structs import replace

from facilitator.clock import SystemClock
from facilitator.following import next_plan, plan_next
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import NextMeeting
from facilitator.workspace import Workspace


@pytest.fixture
def workspace(cli: CommandLine) -> Workspace:
    return Workspace(cli.root, clock=SystemClock(), device="aaaa")


@pytest.fixture
def held(workspace: Workspace) -> str:
    """A closed meeting of a body with all there is to carry."""
    slug = workspace.found_series("Beirat", language="de", kind="body")
    reference = workspace.plan_meeting(
        slug, "6. Sitzung", day=date(2026, 10, 14), start="16:30", end="18:30", place="Rathaus"
    )
    live = workspace.open(reference)
    live.record(
        c.PersonAdded(name="Petra Weiß", id="w"),
        c.OfficerNamed(role="chair", name="Petra Weiß", person="w"),
        c.AgendaItemAdded(title="Begrüßung", id="1"),
        c.AgendaItemAdded(title="Spielplatz Nordpark", id="2", presenter="Haddad", public=False),
        c.AgendaItemAdded(title="Haushalt", id="3", planned_minutes=20),
        c.AgendaItemAdded(title="Radweg", id="4"),
        c.AgendaItemAdded(title="Verschiedenes", id="5"),
        c.MeetingAmended(
            next_meeting=NextMeeting(text="09.12.2026 17:00", day=date(2026, 12, 9), start="17:00"),
            quorum_rule="half",
        ),
    )
    live.record(c.ItemStarted(item="1"))
    live.record(
        c.QuestionRecorded(text="Wer zahlt die Beleuchtung?", item="2"),
        c.QuestionRecorded(text="nur für uns", item="2", visibility="internal"),
        c.TopicParked(text="Jugendbeteiligung", item="1"),
        c.ActionItemRecorded(summary="Angebot einholen", item="1"),
    )
    live.record(c.ItemDeferred(item="3", to="next_meeting"))
    live.record(c.ItemStarted(item="5"))
    live.close()
    live.record(c.ObjectionRaised(by="Haddad", text="Es waren 12 Stimmen", item="1"))
    return reference


def test_what_was_said_and_left_open_comes_along(
    cli: CommandLine, workspace: Workspace, held: str
) -> None:
    done = cli("--lang", "de", "next", held)
    assert done.exit_code == 0, done.stderr
    reference = done.stdout.strip()
    assert reference == "beirat/2026-12-09-7-sitzung"
    assert "Geplant: 7. Sitzung, 09.12.2026, 17:00, Rathaus." in done.stderr
    assert (
        "Mitgenommen: 1 vertagter TOP, 1 nicht erreichter TOP, 1 offene Frage, 1 Thema aus dem "
        "Themenspeicher, 1 offener Einwand, Genehmigung des Protokolls, Stand der offenen "
        "Maßnahmen." in done.stderr
    )
    meeting = workspace.open(reference).meeting
    assert (meeting.start, meeting.end, meeting.quorum_rule) == ("17:00", "19:00", "half")
    assert [(i.number, i.title, i.public, i.purpose) for i in meeting.agenda_items] == [
        ("1", "Begrüßung", True, ""),
        ("2", "Genehmigung des Protokolls", True, "approval"),
        ("3", "Stand der offenen Maßnahmen", True, "open_actions"),
        ("4", "Haushalt", True, ""),
        ("5", "Radweg", True, ""),
        ("6", "Offene Fragen", True, ""),
        ("6.1", "Wer zahlt die Beleuchtung?", False, ""),
        ("7", "Themenspeicher", True, ""),
        ("7.1", "Jugendbeteiligung", True, ""),
        ("8", "Verschiedenes", True, ""),
    ]
    chair = meeting.officer("chair")
    assert chair is not None
    assert (chair.name, chair.person) == ("Petra Weiß", "w")
    assert meeting.agenda_items[1].minutes_of == workspace.open(held).meeting.id
    [note] = meeting.notes
    assert note.text == "Einwand von Haddad: Es waren 12 Stimmen"
    assert note.item == meeting.agenda_items[1].id
    assert note.visibility == "minutes"
    known = workspace.open(held).meeting.planned_next
    assert known is not None
    assert (known.reference, known.day) == (reference, date(2026, 12, 9))


def test_called_again_nothing_is_made(cli: CommandLine, held: str) -> None:
    first = cli("next", held)
    again = cli("next", held, "--date", "2027-01-01")
    assert again.stdout == first.stdout
    assert "planned before" in again.stderr
    assert cli("list").stdout.count("beirat/") == 2


def test_without_a_day_it_asks_for_one(cli: CommandLine, workspace: Workspace, held: str) -> None:
    workspace.open(held).record(c.MeetingAmended(next_meeting=NextMeeting(text="vierteljährlich")))
    done = cli("next", held)
    assert done.exit_code == 2
    # the second Wednesday of October is followed by that of January; nothing is guessed
    assert "'vierteljährlich' names no day. Wed 13 Jan 2027 would follow from it" in done.stderr
    assert "--date 2027-01-13" in done.stderr
    assert cli("list").stdout.count("beirat/") == 1
    workspace.open(held).record(c.MeetingAmended(next_meeting=NextMeeting(text="nach Bedarf")))
    done = cli("next", held)
    assert done.exit_code == 2
    assert "No day follows from 'nach Bedarf'" in done.stderr
    done = cli("next", held, "--date", "2027-01-13", "--start", "9:00", "--place", "Online")
    assert done.stdout == "beirat/2027-01-13-7-sitzung\n"
    meeting = workspace.open(done.stdout.strip()).meeting
    assert (meeting.start, meeting.place) == ("09:00", "Online")


def test_stopped_between_the_two_files_it_is_found_again(
    cli: CommandLine, workspace: Workspace, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("facilitator.following._remember", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            plan_next(workspace, held)
    assert workspace.open(held).meeting.planned_next is None
    done = cli("next", held)
    assert "planned before" in done.stderr
    assert cli("list").stdout.count("beirat/") == 2
    known = workspace.open(held).meeting.planned_next
    assert known is not None
    assert known.reference == done.stdout.strip()


def test_it_is_found_also_where_its_day_is_not_the_one_that_was_said(
    cli: CommandLine, workspace: Workspace, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = replace(next_plan(workspace, held), day=date(2026, 12, 16))
    with monkeypatch.context() as cut_off:
        cut_off.setattr("facilitator.following._remember", lambda *_: None)
        made = plan_next(workspace, held, plan)
    again = cli("next", held)
    assert again.stdout.strip() == made
    assert "Nothing was made" in again.stderr


def test_one_that_was_deleted_is_planned_anew(
    cli: CommandLine, workspace: Workspace, held: str
) -> None:
    first = cli("next", held).stdout.strip()
    workspace.path(first).unlink()
    assert cli("next", held).stdout.strip() == first
    assert workspace.path(first).exists()


def test_the_next_meeting_approves_what_it_was_planned_for(
    cli: CommandLine, workspace: Workspace, held: str
) -> None:
    following: LiveMeeting = workspace.open(cli("next", held).stdout.strip())
    item = following.meeting.agenda_items[1].id
    following.record(c.ItemStarted(item=item))
    following.record(c.AgendaItemAmended(item=item, result="genehmigt"))
    following.close()
    assert workspace.open(held).meeting.state == "approved"


def test_one_planned_by_hand_for_that_day_is_the_next(
    cli: CommandLine, workspace: Workspace, held: str
) -> None:
    by_hand = workspace.plan_meeting("beirat", "7. Sitzung", day=date(2026, 12, 9))
    done = cli("next", held)
    assert done.stdout.strip() == by_hand
    assert "planned before" in done.stderr
