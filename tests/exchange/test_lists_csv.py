"""Action items, decisions and attendance of a meeting as tables."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from cockpit import Played, committee, workshop

from facilitator.errors import BadFile
from facilitator.exchange.lists_csv import csv_lists
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Meeting, Owner, TabledAction
from facilitator.minutes.wanted import Scope, Wanted

Rows = list[dict[str, str]]


def lists(
    meeting: Meeting, scope: Scope = "all", language: str = "de", templates: Path | None = None
) -> dict[str, Rows]:
    found = {}
    wanted = Wanted(scope=scope, language=language)
    for ending, content in csv_lists(meeting, wanted, templates):
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        rows = csv.DictReader(text, delimiter=";" if language == "de" else ",", strict=True)
        found[ending] = list(rows)
    return found


def test_the_committee_in_three_tables() -> None:
    found = lists(committee())
    assert list(found) == ["-massnahmen.csv", "-beschluesse.csv", "-anwesenheit.csv"]
    plan, contract = found["-massnahmen.csv"]
    assert (plan["Nr."], plan["Was"], plan["Wer"]) == ("M1", "Belegungsplan vorlegen", "Amt 50")
    assert plan["Bis wann"] == "nächste Sitzung"
    assert plan["Letzter Tag"] == "18.11.2026", "that of the next meeting"
    assert plan["TOP"] == "TOP 4.1: Belegung", "a bare 4.1 would become the 4th of January"
    assert (contract["Bis wann"], contract["Letzter Tag"]) == ("sofort", "")
    decisions = found["-beschluesse.csv"]
    assert [row["Nr."] for row in decisions] == [f"B{n}" for n in range(1, 8)]
    bid = decisions[1]
    assert bid["Wortlaut"] == (
        "Der Rat möge die Sprachkurse für drei Jahre\nan die Volkshochschule vergeben."
    )
    assert (bid["Ja"], bid["Nein"], bid["Enthaltungen"]) == ("3", "1", "1")
    assert (bid["Art"], bid["Gerichtet an"], bid["Verfahren"]) == (
        "Empfehlung", "an den Rat", "geheim",
    )  # fmt: skip
    assert bid["Verlesen um"] == "16:40"
    assert decisions[2]["Daraus"] == "M1"
    assert [row["Ergebnis"] for row in decisions].count("abgelehnt") == 1
    people = {row["Name"]: row for row in found["-anwesenheit.csv"]}
    assert people["Samira Haddad"]["Zeit"] == "ab 16:31 Uhr"
    assert people["Ines Brandt"]["Teilnahme"] == "per Video"
    assert people["Lea Demir"]["Vertreten durch"] == "Nils Falk"
    assert people["Jörg Pohl"]["Anwesenheit"] == "Gast"
    assert "Uwe Krause" not in people, "who was expected and never came is not named"


def test_english_has_its_own_words_days_and_names_of_files() -> None:
    found = lists(committee("en"), language="en")
    assert list(found) == ["-actions.csv", "-decisions.csv", "-attendance.csv"]
    assert found["-actions.csv"][0]["Last day"] == "2026-11-18"
    assert found["-actions.csv"][0]["Item"] == "Item 4.1: Belegung"
    assert found["-decisions.csv"][4]["Outcome"] == "rejected"


def test_in_public_nothing_of_closed_items_and_no_names() -> None:
    meeting = committee()
    found = lists(meeting, "public")
    assert [row["Was"] for row in found["-massnahmen.csv"]] == ["Belegungsplan vorlegen"]
    assert "Der Mietvertrag wird verlängert." not in {
        row["Wortlaut"] for row in found["-beschluesse.csv"]
    }
    everything = " ".join(str(rows) for rows in found.values())
    for person in meeting.people:
        assert person.name not in everything
    assert "Nils Falk" not in everything
    functions = [row["Funktion"] for row in found["-anwesenheit.csv"]]
    assert {"Mitglied (Grüne)", "Integrationsbeauftragte", "Architekt"} <= set(functions)


def test_the_closed_part_is_the_rest() -> None:
    found = lists(committee(), "closed")
    assert [row["Was"] for row in found["-massnahmen.csv"]] == ["Vertrag unterschreiben"]
    assert [row["Wortlaut"] for row in found["-beschluesse.csv"]] == [
        "Der Mietvertrag wird verlängert."
    ]


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("action_list", "-massnahmen.csv"),
        ("decision_list", "-beschluesse.csv"),
        ("attendance_list", "-anwesenheit.csv"),
    ],
)
def test_a_list_alone_is_the_same_file(kind: str, ending: str) -> None:
    meeting = committee()
    ((alone, content),) = csv_lists(meeting, Wanted(kind=kind))  # type: ignore[arg-type]
    assert alone == ".csv", "the name of the list stands before it"
    assert dict(csv_lists(meeting, Wanted()))[ending] == content


def test_milestones_groups_and_fields_of_the_workshop() -> None:
    rows = lists(workshop())["-massnahmen.csv"]
    milestones = [row for row in rows if row["Meilenstein"] == "ja"]
    assert milestones
    assert all(row["Aus"] == "Auftaktwerkstatt Integrationskonzept, 14.10.2026" for row in rows)


def reviewed(*, public: bool = True) -> Meeting:
    """A meeting with an action item of an earlier one, spoken of here."""
    played = Played()
    played.record(c.MeetingPlanned(title="2. Treffen", kind="network", day=date(2026, 10, 14)))
    review = played.item("Stand der Maßnahmen")
    owner = Owner(name="AG Sprache", kind="group")
    action = TabledAction(
        id="0193b2c4d5e6-00a-7f3e91bc", number="M-2026-001", summary="Flyer", owners=(owner,),
        due=Due(text="Ende August", last=date(2026, 8, 31)), field="Sprache",
        origin="1. Treffen, 22.04.2026", public=public,
    )  # fmt: skip
    played.record(c.ActionItemsTabled(action_items=(action,)))
    played.starts("16:05", review)
    played.record(
        c.ActionItemReviewed(action_item=action.id, item=review, status="completed",
                             comment="liegt aus")
    )  # fmt: skip
    return played.meeting


def test_earlier_ones_stand_as_they_were_left_here() -> None:
    (row,) = lists(reviewed())["-massnahmen.csv"]
    assert row == {
        "Nr.": "M-2026-001", "Was": "Flyer", "Wer": "AG Sprache", "Bis wann": "Ende August",
        "Letzter Tag": "31.08.2026", "Stand": "erledigt", "Bemerkung": "liegt aus",
        "Meilenstein": "", "Handlungsfeld": "Sprache", "Arbeitsgruppe": "",
        "TOP": "TOP 1: Stand der Maßnahmen", "Aus": "1. Treffen, 22.04.2026",
    }  # fmt: skip


def test_one_born_under_a_closed_item_stays_closed_in_later_meetings() -> None:
    meeting = reviewed(public=False)
    assert lists(meeting, "public")["-massnahmen.csv"] == []
    assert len(lists(meeting, "closed")["-massnahmen.csv"]) == 1


def test_before_the_meeting_the_invited_are_listed() -> None:
    played = Played()
    played.record(c.MeetingPlanned(title="Treffen", kind="network"))
    played.person("Petra Weiß", role="Leiterin", email="weiss@rat.example")
    sick = played.person("Lea Demir")
    played.record(c.AttendanceRecorded(person=sick, status="excused"))
    rows = lists(played.meeting)["-anwesenheit.csv"]
    assert [(row["Name"], row["Anwesenheit"]) for row in rows] == [
        ("Lea Demir", "entschuldigt"), ("Petra Weiß", "eingeladen"),
    ]  # fmt: skip
    public = lists(played.meeting, "public")["-anwesenheit.csv"]
    assert [(row["Name"], row["Funktion"]) for row in public] == [
        ("", "Mitglied"), ("", "Leiterin"),
    ]  # fmt: skip


def test_internal_and_record_only_never_leave() -> None:
    played = Played()
    played.record(c.MeetingPlanned(title="Treffen", kind="network"))
    for visibility in ("internal", "record"):
        played.action("geheim", "", visibility=visibility)
        played.record(c.DecisionRecorded(wording="geheim", visibility=visibility))  # type: ignore[arg-type]
    assert "geheim" not in str(lists(played.meeting))


def test_a_town_replaces_single_words(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "minutes" / "de"
    folder.mkdir(parents=True)
    (folder / "words.toml").write_text('[table]\nwho = "Zuständig"\n', encoding="utf-8")
    row = lists(committee(), templates=tmp_path)["-massnahmen.csv"][0]
    assert row["Zuständig"] == "Amt 50"
    assert row["Was"] == "Belegungsplan vorlegen"


def test_words_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "minutes" / "de"
    folder.mkdir(parents=True)
    (folder / "words.toml").write_text("[csv]\nremarc = 'x'\n", encoding="utf-8")
    with pytest.raises(BadFile, match=r"words\.toml, line 2.*remarc"):
        csv_lists(committee(), Wanted(), tmp_path)
