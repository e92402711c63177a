"""All kinds of documents of one meeting, as they are printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cockpit import Played, committee, workshop
from written import START

from facilitator.errors import UsageProblem
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Meeting, Owner, TabledAction
from facilitator.minutes.document.invitation import with_brought_along
from facilitator.minutes.markdown import markdown
from facilitator.minutes.wanted import Wanted

GOLDEN = Path(__file__).with_name("golden")
BEFORE = START.replace(hour=15)

DOCUMENTS = [
    ("decisions", "all", "de"),
    ("course", "all", "de"),
    ("decision_list", "all", "de"),
    ("action_list", "all", "de"),
    ("attendance_list", "all", "de"),
    ("extract", "all", "de"),
    ("agenda", "all", "de"),
    ("results", "public", "de"),
    ("course", "public", "de"),
    ("agenda", "public", "de"),
    ("results", "closed", "de"),
    ("course", "all", "en"),
    ("agenda", "all", "en"),
    ("results", "public", "en"),
]


def as_text(meeting: Meeting, **wanted: object) -> str:
    return markdown(meeting, Wanted(**wanted), issued=date(2026, 10, 15))  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "scope", "language"), DOCUMENTS)
def test_golden(kind, scope, language) -> None:
    """To see a change, delete the file and run the test: it is written anew, and fails once."""
    items = ("4.2", "5") if kind == "extract" else ()
    text = as_text(committee(), kind=kind, scope=scope, language=language, items=items)
    file = GOLDEN / f"committee.{kind}.{scope}.{language}.md"
    if not file.exists():
        file.write_text(text, encoding="utf-8")
        pytest.fail(f"{file.name} was not there and is written")
    assert text == file.read_text(encoding="utf-8")


# -- extract --------------------------------------------------------------------------------


def test_an_extract_has_exactly_its_items_with_their_numbers() -> None:
    text = as_text(committee(), kind="extract", items=("TOP 5",))
    assert "## TOP 5: Haushalt des Dolmetscherpools" in text
    assert "**Öffentlichkeit:** öffentlich" in text
    assert "## Für die Richtigkeit" in text
    assert "Ort, Datum: …" in text
    for word in ("Sprachkurse", "Mietvertrag", "Tischvorlage", "Nächste Sitzung"):
        assert word not in text


def test_a_heading_takes_its_public_sub_items_along() -> None:
    text = as_text(committee(), kind="extract", items=("4",))
    assert "TOP 4.1: Belegung" in text
    assert "Mietvertrag" not in text


def test_a_closed_item_in_an_extract_says_so() -> None:
    text = as_text(committee(), kind="extract", items=("4.2",))
    assert "**Öffentlichkeit:** nichtöffentlich" in text
    assert "## Nichtöffentlicher Teil" in text
    assert "Der Mietvertrag wird verlängert." in text


@pytest.mark.parametrize(
    ("items", "scope", "said"),
    [
        (("12",), "all", "no agenda item 12"),
        (("4.2",), "public", "no agenda item 4.2"),
        (("5",), "closed", "no agenda item 5"),
        ((), "all", "needs the number"),
    ],
)
def test_an_item_there_is_not(items, scope, said) -> None:
    with pytest.raises(UsageProblem) as caught:
        as_text(committee(), kind="extract", items=items, scope=scope)
    assert said in str(caught.value)
    known = {"all": "1, 2, 3, 4, 4.1, 4.2, 5, 6, 7", "public": "1, 2, 3, 4, 4.1, 5, 6, 7",
             "closed": "4.2"}[scope]  # fmt: skip
    assert f"There are: {known}." in str(caught.value)


# -- time line ------------------------------------------------------------------------------


def test_the_time_line_in_its_order() -> None:
    text = as_text(committee(), kind="course")
    lines = [
        "**16:05 Uhr** Die Sitzung wird eröffnet.",
        "**16:20 Uhr** Petra Weiß erklärt sich für befangen und nimmt nicht teil.",
        "**16:20 Uhr** Tomasz Nowak übernimmt die Leitung.",
        "**16:31 Uhr** Samira Haddad kommt hinzu.",
        "**16:31 Uhr** **Empfehlung B2** an den Rat",
        "## TOP 4.1: Belegung\n\n16:45–16:55 Uhr",
        "## Pause",
        "## TOP 4.1: Belegung (Fortsetzung)",
        "**18:10 Uhr** Karl Albers geht.",
        "## TOP 6: Reise nach Gera",
        "**18:35 Uhr** Die Sitzung wird geschlossen.",
        "## Nichtöffentlicher Teil",
    ]
    places = [text.find(line) for line in lines]
    assert -1 not in places
    assert places == sorted(places)


def spoken() -> Meeting:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Treffen", kind="workshop", series_name="Runde"))
    ihk = made.one(c.OrganizationAdded(name="IHK"))
    haddad = made.person("Samir Haddad", ihk)
    item = made.item("Arbeit")
    made.starts("16:00", item)
    made.until("16:05")
    speaker = made.one(c.SpeakerAdded(name="Samir Haddad", person=haddad, item=item))
    made.record(c.SpeakerCalled(speaker=speaker))
    made.until("16:07")
    made.record(c.NoteRecorded(text="Es fehlen Plätze.", said_by="Haddad", item=item))
    made.record(c.NoteRecorded(text="unter uns", visibility="internal", item=item))
    made.record(c.NoteRecorded(text="nur Mitschrift", visibility="record", item=item))
    made.until("17:00")
    made.record(c.MeetingClosed())
    made.until("19:00")
    made.record(c.NoteRecorded(text="Nachgetragen.", item=item))
    return made.meeting


def test_who_spoke_is_named_only_when_asked_for() -> None:
    text = as_text(spoken(), kind="course")
    assert "**16:05 Uhr** Wortmeldung: Vertretung IHK" in text
    assert "**16:07 Uhr** Es fehlen Plätze." in text
    assert "Haddad" not in text
    named = as_text(spoken(), kind="course", with_names=True)
    assert "**16:05 Uhr** Wortmeldung: Samir Haddad" in named
    assert "**16:07 Uhr** Samir Haddad: Es fehlen Plätze." in named
    public = as_text(spoken(), kind="course", with_names=True, scope="public")
    assert "**16:05 Uhr** Wortmeldung: Vertretung IHK" in public
    assert "**16:07 Uhr** Vertretung IHK: Es fehlen Plätze." in public


def test_the_time_line_keeps_what_is_not_for_it_and_marks_no_time_that_was_none() -> None:
    text = as_text(spoken(), kind="course")
    assert "unter uns" not in text
    assert "Mitschrift" not in text
    assert "\nNachgetragen." in text
    assert "19:00" not in text


def test_notes_stand_in_the_order_of_the_minutes() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Treffen", kind="workshop", series_name="Runde"))
    item = made.item("Arbeit")
    made.starts("16:00", item)
    made.until("16:05")
    first = made.one(c.NoteRecorded(text="zuerst getippt", item=item))
    made.until("16:09")
    second = made.one(c.NoteRecorded(text="danach getippt", item=item))
    made.record(c.EntryMoved(entry=first, item=item, after=second))
    text = as_text(made.meeting, kind="course")
    assert text.index("danach getippt") < text.index("zuerst getippt")


# -- lists ----------------------------------------------------------------------------------


def test_action_items_new_and_earlier_by_group() -> None:
    made = Played(now=BEFORE)
    made.record(
        c.MeetingPlanned(title="Treffen", kind="network", series_name="Netz"),
        c.ActionItemsTabled(action_items=(
            TabledAction(id="t1", number="M-1", summary="Flyer", group="AG Sprache"),
            TabledAction(id="t2", number="M-2", summary="Pool", due=Due(text="bald")),
        )),
    )  # fmt: skip
    group = made.one(c.GroupAdded(name="AG Arbeit"))
    item = made.item("Berichte")
    made.starts("16:00", item)
    made.record(c.ActionItemReviewed(action_item="t2", item=item, status="completed"))
    owner = Owner(name="Samir Haddad")
    made.record(c.ActionItemRecorded(summary="Messe", item=item, owners=(owner,), group=group))
    text = as_text(made.meeting, kind="action_list")
    assert [
        line for line in text.splitlines() if line and line[0] in "#|" and "---" not in line
    ] == [
        "# Maßnahmenliste: Treffen",
        "## Neue Maßnahmen",
        "### AG Arbeit",
        "| Nr. | Was | Wer | Bis wann |",
        "| M1 | Messe | Samir Haddad | offen |",
        "## Stand früherer Maßnahmen",
        "### AG Sprache",
        "| Nr. | Was | Wer | Bis wann | Stand |",
        "| M-1 | Flyer | offen | offen | offen |",
        "### Ohne Arbeitsgruppe",
        "| Nr. | Was | Wer | Bis wann | Stand |",
        "| M-2 | Pool | offen | bald | erledigt |",
    ]


def test_lists_of_nothing_say_so() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Treffen", kind="network", series_name="Netz"))
    made.starts("16:00", made.item("Berichte"))
    assert "Es wurden keine Beschlüsse gefasst." in as_text(made.meeting, kind="decision_list")
    assert "Es gibt keine Maßnahmen." in as_text(made.meeting, kind="action_list")
    assert "Es ist niemand erfasst." in as_text(made.meeting, kind="attendance_list")


# -- before the meeting ---------------------------------------------------------------------


def planned(kind: str = "body") -> Played:
    made = Played(now=BEFORE)
    made.record(
        c.MeetingPlanned(
            title="Sitzung", kind=kind, series_name="Ausschuss", ordinal=8, start="16:00",  # type: ignore[arg-type]
            end="17:00", day=date(2026, 11, 18), place="Rathaus, https://meet.example/a",
        )
    )  # fmt: skip
    spd = made.one(c.OrganizationAdded(name="SPD"))
    weiss = made.person("Petra Weiß", spd)
    made.person("Jörg Pohl", role="Architekt", guest=True)
    made.record(c.OfficerNamed(role="chair", name="Petra Weiß", person=weiss))
    made.item("Genehmigung des Protokolls", 5, purpose="approval")
    made.item("Mietvertrag", 10, public=False)
    made.item("Haushalt", 20, presenter="Petra Weiß", paper="2026/7")
    return made


def test_an_invitation_of_a_body() -> None:
    text = as_text(planned().meeting, kind="agenda")
    assert "# Einladung: 8. Sitzung" in text
    assert "**An:** 1 Mitglied, 1 Gast (siehe Verteiler)" in text
    assert "**Datum:** Mittwoch, 18.11.2026" in text
    assert "meet\\.example/a" in text
    assert (
        "zur 8. Sitzung des Ausschusses am Mittwoch, 18.11.2026, 16:00 Uhr, laden wir Sie herzlich"
        " ein." in text
    )
    agenda = text[text.index("## Tagesordnung") : text.index("Wer verhindert ist")]
    assert [line for line in agenda.splitlines() if line] == [
        "## Tagesordnung",
        "- TOP 1: Genehmigung des Protokolls",
        "- TOP 3: Haushalt – Bericht: Petra Weiß · Vorlage 2026/7",
        "**Nichtöffentlicher Teil**",
        "- TOP 2: Mietvertrag",
    ]
    assert "Mit freundlichen Grüßen\n\nPetra Weiß (SPD)\\\nLeitung" in text
    assert "| Jörg Pohl | Architekt |" in text


def test_who_advises_is_counted_apart() -> None:
    made = planned()
    made.person("Ole Lang", role="Schriftführung", voting_right=False)
    text = as_text(made.meeting, kind="agenda")
    assert "**An:** 1 Mitglied, 1 beratendes Mitglied, 1 Gast (siehe Verteiler)" in text
    assert (
        "**Beratend**\n\n| Name | Funktion |\n| --- | --- |\n| Ole Lang | Schriftführung |" in text
    )
    made.person("Mara Stein", voting_right=False)
    assert "1 Mitglied, 2 beratende Mitglieder, 1 Gast" in as_text(made.meeting, kind="agenda")
    english = as_text(made.meeting, kind="agenda", language="en")
    assert "1 member, 2 advisory members, 1 guest" in english


def test_where_no_votes_count_nobody_is_advisory() -> None:
    made = planned("network")
    made.person("Ole Lang", voting_right=False)
    assert "**An:** 2 Mitglieder, 1 Gast (siehe" in as_text(made.meeting, kind="agenda")


@pytest.mark.parametrize("is_listed_by_id", [True, False])
def test_whoever_invites_signs_with_their_function(*, is_listed_by_id: bool) -> None:
    made = planned()
    chair = made.person("Ines Brandt", role="Vorsitzende")
    person = chair if is_listed_by_id else ""
    made.record(c.OfficerNamed(role="chair", name="Ines Brandt", person=person))
    text = as_text(made.meeting, kind="agenda")
    assert "Mit freundlichen Grüßen\n\nInes Brandt\\\nVorsitzende\n" in text


def test_an_invitation_says_when_it_was_issued() -> None:
    meeting = planned().meeting
    text = as_text(meeting, kind="agenda")
    assert "**Ausgestellt am:** 15.10.2026" in text
    assert text.index("Ausgestellt am") < text.index("**An:**")
    assert "Ausgestellt" not in markdown(meeting, Wanted(kind="agenda"))


def test_what_everybody_may_know_before_the_meeting() -> None:
    text = as_text(planned().meeting, kind="agenda", scope="public")
    assert "# Tagesordnung: 8. Sitzung" in text
    assert "- TOP 2 nichtöffentlich" in text
    assert "- TOP 3: Haushalt – Bericht: Leitung · Vorlage 2026/7" in text
    for word in ("Mietvertrag", "Weiß", "Pohl", "meet", "Verteiler", "Grüßen"):
        assert word not in text


def test_an_invitation_with_times() -> None:
    """Planned minutes give the times, as far as they are known."""
    made = Played(now=BEFORE)
    made.record(
        c.MeetingPlanned(title="Werkstatt", kind="workshop", series_name="Runde", start="16:00",
                         day=date(2026, 11, 18), language="en")
    )  # fmt: skip
    made.item("Welcome", 10)
    made.item("Break", 15, purpose="break")
    made.item("Talk")
    made.item("Guest", 20, fixed_start="17:30")
    made.item("End", 5)
    made.item("Spare", 10, purpose="buffer")
    text = as_text(made.meeting, kind="agenda")
    rows = [line for line in text.splitlines() if line.startswith("| 1") or "| Talk" in line]
    assert rows == [
        "| 16:00 | 1 | Welcome | 10 |",
        "| 16:10 |  | Break | 15 |",
        "| 16:25 | 2 | Talk |  |",
        "| 17:30 | 3 | Guest | 20 |",
        "| 17:50 | 4 | End | 5 |",
    ]


def test_times_behind_a_closed_item_are_not_for_the_public() -> None:
    text = as_text(planned("workshop").meeting, kind="agenda", scope="public")
    assert "| 16:00 | 1 | Genehmigung des Protokolls | 5 |" in text
    assert "|  | 3 | Haushalt" in text


def test_an_invitation_without_date_or_agenda() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Treffen", kind="network", series_name="Netz"))
    text = as_text(made.meeting, kind="agenda")
    assert "zum Treffen laden wir Sie herzlich ein. Der Termin wird noch mitgeteilt." in text
    assert "Die Tagesordnung steht noch nicht fest." in text


def test_what_was_left_open_is_brought_along() -> None:
    before = Played(now=BEFORE)
    before.record(c.MeetingPlanned(title="Sitzung", kind="body", series_name="Ausschuss"))
    public, closed = before.item("Offen"), before.item("Personal", public=False)
    before.starts("16:00", public)
    for text, item in (("Radwege", public), ("Abfindung", closed), ("Erledigt", public)):
        before.record(c.TopicParked(text=text, item=item, visibility="minutes"))
    done = before.meeting.parked_topics[2].id
    before.record(c.ParkedTopicAmended(parked_topic=done, outcome="an die AG"))
    actions = (TabledAction(id="t1", number="M-1", summary="Flyer"),
               TabledAction(id="t2", number="M-2", summary="Kündigen", public=False))  # fmt: skip
    meeting = with_brought_along(planned().meeting, actions, before.meeting)
    text = as_text(meeting, kind="agenda")
    assert "| M-1 | Flyer | offen | offen | offen |" in text
    assert "| M-2 | Kündigen (nichtöffentlich) | offen | offen | offen |" in text
    assert "- **S1** Radwege" in text
    assert "**Nichtöffentlicher Teil**\n\n- **S2** Abfindung" in text
    assert "Erledigt" not in text
    public_text = as_text(meeting, kind="agenda", scope="public")
    assert "Radwege" in public_text
    for word in ("Abfindung", "Kündigen", "Erledigt"):
        assert word not in public_text
    held = committee()
    assert with_brought_along(held, actions, before.meeting) is held


def test_an_attendance_list_to_sign() -> None:
    text = as_text(planned().meeting, kind="attendance_list")
    assert "| Nr. | Name | Organisation | Funktion | Unterschrift |" in text
    assert "| 1 | Petra Weiß | SPD |  |  |" in text
    assert "| 2 | Jörg Pohl |  | Architekt |  |" in text
    assert "| 8 |  |  |  |  |" in text
    assert "Fassung" not in text
    public = as_text(planned().meeting, kind="attendance_list", scope="public")
    assert "| Mitglied (SPD) | 1 |" in public
    assert "Unterschrift" not in public


def test_minutes_of_decisions_have_no_notes() -> None:
    text = as_text(workshop(), kind="decisions")
    assert "> Eine Lenkungsgruppe begleitet den Prozess." in text
    assert "Zwei Ausschüsse" not in text
    assert "Kein Beschluss." in text
    assert "Wohnungsführerschein" not in text
