"""`facilitator minutes --kind ... --public`: every document there is, in both languages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from command_line import CommandLine

from facilitator.clock import FixedClock
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Owner, Vote
from facilitator.workspace import Workspace

KINDS = ("results", "decisions", "course", "decision-list", "action-list", "attendance-list",
         "agenda")  # fmt: skip

TITLES = {
    ("results", "de"): "# Ergebnisprotokoll (öffentliche Fassung): 1. Sitzung",
    ("results", "en"): "# Minutes (public version): 1st Sitzung",
    ("decisions", "de"): "# Beschlussprotokoll (öffentliche Fassung): 1. Sitzung",
    ("decisions", "en"): "# Minutes of decisions (public version): 1st Sitzung",
    ("course", "de"): "# Verlaufsprotokoll (öffentliche Fassung): 1. Sitzung",
    ("course", "en"): "# Record of proceedings (public version): 1st Sitzung",
    ("decision-list", "de"): "# Beschlussliste (öffentliche Fassung): 1. Sitzung",
    ("decision-list", "en"): "# List of decisions (public version): 1st Sitzung",
    ("action-list", "de"): "# Maßnahmenliste (öffentliche Fassung): 1. Sitzung",
    ("action-list", "en"): "# List of action items (public version): 1st Sitzung",
    ("attendance-list", "de"): "# Anwesenheitsliste (öffentliche Fassung): 1. Sitzung",
    ("attendance-list", "en"): "# Attendance list (public version): 1st Sitzung",
    ("agenda", "de"): "# Tagesordnung: 1. Sitzung",
    ("agenda", "en"): "# Agenda: 1st Sitzung",
}


@pytest.fixture
def council(cli: CommandLine) -> CommandLine:
    """A council held on 14 October with a closed second item, and the next one planned."""
    clock = FixedClock(datetime(2026, 10, 14, 16, 0))
    workspace = Workspace(cli.root, clock=clock, device="aaaa")
    slug = workspace.found_series("Rat", language="de", kind="body")
    live = workspace.open(
        workspace.plan_meeting(slug, "Sitzung", day=clock.now().at.date(), start="16:00")
    )
    (person,) = live.record(c.PersonAdded(name="Petra Weiß"))
    (public,) = live.record(c.AgendaItemAdded(title="Radwege"))
    (closed,) = live.record(c.AgendaItemAdded(title="Grundstückskauf", public=False))
    live.record(c.MeetingStarted(), c.ItemStarted(item=public.id))
    live.record(c.AttendanceRecorded(person=person.id, status="present"))
    clock.advance(300)
    owner = Owner(name="Petra Weiß", kind="person", id=person.id)
    live.record(
        c.DecisionRecorded(wording="Der Radweg wird gebaut.", item=public.id, visibility="minutes"),
        c.ActionItemRecorded(summary="Plan zeichnen", item=public.id, owners=(owner,),
                             due=Due(text="bald")),
        c.TopicParked(text="Fahrradständer", item=public.id, visibility="minutes"),
        c.NoteRecorded(text="ganz intern", item=public.id, visibility="internal"),
    )  # fmt: skip
    live.record(
        c.DecisionAmended(decision=live.meeting.decisions[0].id, vote=Vote(yes=3, no=0, abstain=0))
    )
    live.record(c.ItemStarted(item=closed.id))
    clock.advance(300)
    live.record(
        c.DecisionRecorded(wording="Das Haus wird gekauft.", item=closed.id, visibility="minutes"),
        c.ActionItemRecorded(summary="Notar fragen", item=closed.id, owners=(owner,)),
        c.TopicParked(text="Preis", item=closed.id, visibility="minutes"),
    )
    live.close()
    clock.advance(24 * 3600)
    coming = workspace.open(
        workspace.plan_meeting(slug, "Nächste", day=clock.now().at.date(), start="16:00")
    )
    coming.record(c.AgendaItemAdded(title="Haushalt"))
    return cli


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_public_document(council: CommandLine, kind: str, language: str) -> None:
    done = council("minutes", "last", "--kind", kind, "--public", "--lang", language)
    assert done.exit_code == 0, done.stderr
    assert TITLES[kind, language] in done.stdout.splitlines()
    for word in ("Grundstück", "Haus wird gekauft", "Notar", "Preis", "intern", "Weiß"):
        assert word not in done.stdout
    if kind not in ("attendance-list", "agenda", "action-list"):
        assert "Der Radweg wird gebaut." in done.stdout


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_extract(council: CommandLine, language: str) -> None:
    done = council("minutes", "last", "--kind", "extract", "--item", "2", "--lang", language)
    assert done.exit_code == 0, done.stderr
    assert "Das Haus wird gekauft." in done.stdout
    assert "Radweg" not in done.stdout
    assert {"de": "Für die Richtigkeit", "en": "Certified correct"}[language] in done.stdout


@pytest.mark.parametrize("command", ["minutes", "export"])
def test_numbers_of_items_without_an_extract_give_not_everything(
    council: CommandLine, command: str
) -> None:
    done = council(command, "last", "--item", "1")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "--item goes with --kind extract" in done.stderr


def test_names_are_in_the_name_of_a_file_only_where_they_are_in_it(
    council: CommandLine, tmp_path: Path
) -> None:
    for kind in ("results", "course"):
        council("minutes", "last", "--kind", kind, "--names", "-o", f"{tmp_path}/")
    assert sorted(path.name for path in tmp_path.glob("*.md")) == [
        "2026-10-14-sitzung-verlaufsprotokoll-mit-namen.md", "2026-10-14-sitzung.md",
    ]  # fmt: skip


def test_an_item_that_may_not_be_in_it(council: CommandLine) -> None:
    done = council("minutes", "last", "--kind", "extract", "--item", "2", "--public")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "There is no agenda item 2 for this document. There are: 1." in done.stderr
    german = council("--lang", "de", "minutes", "last", "--kind", "extract")
    assert "Ein Auszug braucht die Nummer eines TOP: --item NUMMER. Es gibt: 1, 2." in german.stderr


def test_the_closed_part_alone(council: CommandLine) -> None:
    done = council("minutes", "last", "--closed")
    assert "# Ergebnisprotokoll (nichtöffentlicher Teil): 1. Sitzung" in done.stdout
    assert "Das Haus wird gekauft." in done.stdout
    assert "Radweg" not in done.stdout


def test_an_invitation_brings_along_what_is_open(council: CommandLine) -> None:
    done = council("minutes", "naechste", "--kind", "agenda")
    assert done.exit_code == 0, done.stderr
    assert "Plan zeichnen" in done.stdout
    assert "Notar fragen" in done.stdout
    assert "Fahrradständer" in done.stdout
    public = council("minutes", "naechste", "--kind", "agenda", "--public")
    assert "Plan zeichnen" in public.stdout
    assert "Fahrradständer" in public.stdout
    for word in ("Notar", "Preis", "Grundstück"):
        assert word not in public.stdout
    assert "Plan zeichnen" in council("minutes", "naechste", "--kind", "action-list").stdout


def test_an_invitation_stays_what_it_was(council: CommandLine) -> None:
    workspace = Workspace(council.root, clock=FixedClock(datetime(2026, 10, 14, 19)), device="aaaa")
    live = workspace.open(workspace.find("sitzung"))
    live.record(
        c.AgendaItemAdded(title="Dringlich: Heizung", after="first"),
        c.AgendaItemRemoved(item=live.meeting.agenda_items[1].id),
    )
    invitation = council("minutes", "sitzung", "--kind", "agenda").stdout
    assert (
        "- TOP 1: Radwege\n\n**Nichtöffentlicher Teil**\n\n- TOP 2: Grundstückskauf" in invitation
    )
    assert 'start: "16:00"' in invitation
    assert "Dringlich" not in invitation
    assert "TOP 1: Dringlich: Heizung" in council("minutes", "sitzung").stdout


def test_an_invitation_of_an_agenda_written_down_in_the_room(cli: CommandLine) -> None:
    meeting = cli.plan()
    cli.record("# Heizung", meeting=meeting)
    assert "- Item 1: Heizung\n" in cli("minutes", meeting, "--kind", "agenda").stdout


def test_an_exported_invitation_is_the_one_that_is_printed(council: CommandLine) -> None:
    done = council("export", "naechste", "--kind", "agenda")
    assert done.exit_code == 0, done.stderr
    first = Path(done.stdout.strip())
    assert "Plan zeichnen" in first.read_text(encoding="utf-8")
    again = council("export", "naechste", "--kind", "agenda")
    assert "Nothing has changed since version 1" in again.stderr
    workspace = Workspace(council.root, clock=FixedClock(datetime(2026, 10, 15, 18)), device="aaaa")
    (series,) = (each.slug for each in workspace.series())
    open_ = {each.action.summary: each.action for each in workspace.summary(series).open_actions()}
    workspace.record_in_series(
        series, c.ActionItemReviewed(action_item=open_["Plan zeichnen"].id, status="completed")
    )
    later = council("export", "naechste", "--kind", "agenda")
    assert "Version 2 written" in later.stderr
    assert "Plan zeichnen" not in Path(later.stdout.strip()).read_text(encoding="utf-8")


def test_names_in_free_text_are_told(council: CommandLine) -> None:
    council.record("Frau Weiß hat Bedenken.", meeting="naechste")
    quiet = council("minutes", "last", "--public")
    assert "Names stand in" not in quiet.stderr
    workspace = Workspace(council.root, clock=FixedClock(datetime(2026, 10, 15, 9)), device="aaaa")
    live = workspace.open(workspace.find("sitzung"))
    live.record(c.AgendaItemAmended(item=live.meeting.agenda_items[0].id, title="Antrag Weiß"))
    told = council("minutes", "sitzung", "--public")
    assert "Names stand in texts of the public version" in told.stderr
    assert "Petra Weiß." in told.stderr


@pytest.mark.parametrize("kind", ["agenda", "action-list"])
def test_names_that_the_series_brings_along_are_told(council: CommandLine, kind: str) -> None:
    """The owner of an earlier action item stands in the public invitation as typed."""
    council("reopen", "sitzung", "--reason", "Nachtrag")
    council.record("/1", "m: Angebot holen >Frau Krüger", meeting="sitzung")
    council("close", "sitzung")
    told = council("minutes", "naechste", "--kind", kind, "--public")
    assert "Frau Krüger" in told.stdout
    assert "check them before you publish: Frau Krüger." in told.stderr
    told = council("export", "naechste", "--kind", kind, "--public")
    assert "check them before you publish: Frau Krüger." in told.stderr
    quiet = council("minutes", "naechste", "--kind", "attendance-list", "--public")
    assert "Names stand in" not in quiet.stderr


def test_files_of_different_documents_have_names_of_their_own(
    council: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for args in ((), ("--public",), ("--kind", "decision-list"), ("--closed",)):
        assert council("minutes", "2026-10-14-sitzung", *args, "-o", folder).exit_code == 0
    assert len(list(folder.iterdir())) == 4
    for file in folder.iterdir():
        assert "Grundst" not in file.name


@pytest.mark.parametrize(
    "template", ["{{ minutes }}", "{{ minutes.decisions }}{{ minutes.agenda }}"]
)
def test_a_template_of_ones_own_gets_the_public_part_only(
    council: CommandLine, template: str
) -> None:
    own = council.root / "templates" / "minutes" / "de" / "minutes.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text(template, encoding="utf-8")
    done = council("minutes", "2026-10-14-sitzung", "--public")
    assert done.exit_code == 0, done.stderr
    assert "Radweg" in done.stdout
    for word in ("Grundst", "gekauft", "Notar", "Petra"):
        assert word not in done.stdout
