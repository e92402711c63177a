"""What the minutes print of all that a live meeting records: facts read back by a parser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import cockpit
import pytest
from histories import histories
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from minutes_reader import all_texts, form_is_whole, front_matter, headings, quotes
from minutes_reader import tables as all_tables
from msgspec.structs import replace
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.fold import fold
from facilitator.meeting.model import (
    AgendaItem,
    Attendance,
    Bias,
    Board,
    Contribution,
    Person,
    QuorumStatement,
    Round,
    RoundAnswer,
    Stay,
    TabledAction,
)
from facilitator.minutes.document import document
from facilitator.minutes.gaps import gaps
from facilitator.minutes.markdown import markdown

ISSUED = date(2026, 10, 15)
GOLDEN = Path(__file__).with_name("golden")


def _read(meeting):
    front, body = front_matter(markdown(meeting, issued=ISSUED))
    return front, body, all_texts(body)


def _table(body, *head):
    return next(table for table in all_tables(body) if table[0][: len(head)] == list(head))


@pytest.mark.parametrize("name", ["committee", "workshop"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_golden(name, language):
    text = markdown(getattr(cockpit, name)(language), issued=ISSUED)
    assert text == (GOLDEN / f"{name}.{language}.md").read_text(encoding="utf-8")
    form_is_whole(text)


@pytest.mark.parametrize("name", ["committee", "workshop"])
def test_both_languages_have_the_same_parts(name):
    shapes = [
        [len(table) for table in all_tables(front_matter(markdown(m, issued=ISSUED))[1])]
        for m in (getattr(cockpit, name)("de"), getattr(cockpit, name)("en"))
    ]
    assert shapes[0] == shapes[1]


# -- a committee ------------------------------------------------------------------------------


def test_head_of_a_committee():
    front, _, texts = _read(cockpit.committee())
    assert (front["form"], front["place"]) == ("hybrid", "Rathaus, Ratssaal")
    assert front["chair"] == "Petra Weiß (SPD), Tomasz Nowak (CDU)"
    for line in (
        "Pause: 16:55–17:13 Uhr",
        "Ort: Rathaus, Ratssaal und per Video",
        "Leitung: Petra Weiß (SPD, bis 16:20 Uhr), Tomasz Nowak (CDU, bis 17:20 Uhr), "
        "Petra Weiß (SPD)",
        "Zeit: 16:05–18:35 Uhr (geplant 16:00–18:30 Uhr)",
        "Beschlussfähigkeit: um 16:05 Uhr beschlussfähig (5 von 7 Stimmberechtigten anwesend); "
        "um 18:25 Uhr nicht beschlussfähig (3 von 7 Stimmberechtigten anwesend)",
        "Leitung, Tomasz Nowak (CDU): ……………………………………",
    ):
        assert line in texts


def test_who_was_there_with_a_vote_and_for_which_items():
    _, body, texts = _read(cockpit.committee())
    members = {row[0]: row[2] for row in _table(body, "Name", "Organisation", "Anwesend")[1:]}
    assert members == {
        "Petra Weiß": "nicht bei TOP 3",  # biased
        "Tomasz Nowak": "",
        "Karl Albers": "bis 18:10 Uhr, bis TOP 5",
        "Ines Brandt": "per Video, bis 18:10 Uhr, bis TOP 5",
        "Aylin Öztürk": "bis 18:10 Uhr, bis TOP 5",
        "Samira Haddad": "ab 16:31 Uhr, ab TOP 3",
    }
    assert "Anwesend, beratend" in texts
    assert "Lea Demir (FDP), vertreten durch Nils Falk" in texts
    assert "@" not in body


def test_changes_against_the_invitation_and_what_became_of_items():
    _, _, texts = _read(cockpit.committee())
    for line in (
        "TOP 2 neu aufgenommen: Dringlich: Heizung in der Unterkunft",
        "TOP 4 verschoben, in der Einladung TOP 5: Begegnungshaus",
        "TOP 4 der Einladung abgesetzt: Seniorenplan",
        "TOP 6: Reise nach Gera (vertagt)",
        "TOP 7: Verschiedenes (in den Themenspeicher)",
        "Vertagt auf die nächste Sitzung.",
        "In den Themenspeicher gestellt.",
        "Verschiedenes (TOP 7)",
        "16:20–16:45 Uhr · Bericht: Mara Stein · Vorlage 2026/0123",
        "17:35–18:25 Uhr · Vorlage 2026/0131",
        "Befangen: Petra Weiß, nahm nicht teil.",
        "Niemand erklärt sich für befangen.",
    ):
        assert line in texts


def test_a_break_is_no_item_and_keeps_what_was_typed_in_it():
    minutes = document(cockpit.committee())
    assert [s.number for s in minutes.agenda] == ["1", "2", "3", "4", "4.1", "4.2", "5", "6", "7"]
    (pause,) = (s for s in minutes.sections if s.kind == "break")
    assert (pause.title, pause.time, tuple(note.text for note in pause.notes)) == (
        "Pause", "16:55–17:13 Uhr", ("Das Mikrofon fällt aus.",),
    )  # fmt: skip
    rooms = next(s for s in minutes.agenda if s.number == "4.1")
    assert rooms.time == "16:45–16:55 Uhr, 17:13–17:20 Uhr"


def test_the_non_public_part_stands_apart_and_keeps_the_numbering():
    _, body, _ = _read(cockpit.committee())
    found = headings(body)
    part = found.index("h2 Nichtöffentlicher Teil")
    assert found[part - 1] == "h2 TOP 7: Verschiedenes"
    assert found[part + 1 : part + 3] == [
        "h3 TOP 4.2: Mietvertrag",
        "h2 Beschlüsse im Überblick",
    ]
    public, closed = (t for t in all_tables(body) if t[0][:2] == ["Nr.", "TOP"])
    assert [row[1] for row in public[1:]] == ["1", "3", "4.1", "5", "5", "5"]
    assert [row[1] for row in closed[1:]] == ["4.2"]
    assert found[found.index("h2 Neue Maßnahmen") + 1] == "h3 Nichtöffentlicher Teil"


def test_sub_items_of_a_non_public_item_are_not_public(build):
    items = (
        build.item("1", "Personal", public=False),
        build.item("1.1", "Stelle"),
        build.item("2", "Anfragen"),
    )
    minutes = document(build.meeting(agenda_items=items, kind="body"))
    assert [(s.number, s.is_public, s.level) for s in minutes.sections] == [
        ("2", True, 2), ("1", False, 3), ("1.1", False, 4),
    ]  # fmt: skip


def test_decisions_with_all_that_is_known_of_the_vote():
    _, body, texts = _read(cockpit.committee())
    assert "Empfehlung B2 an den Rat" in texts
    assert quotes(body)[1] == (
        "Der Rat möge die Sprachkurse für drei Jahre\nan die Volkshochschule vergeben."
    )
    assert not any("vergeben\n" in text or text.endswith("vergeben") for text in texts)
    assert (
        "Abstimmung: mehrheitlich bei 1 Gegenstimme und 1 Enthaltung (3 Ja, 1 Nein, 1 Enthaltung; "
        "geheim). Verlesen und bestätigt um 16:40 Uhr." in texts
    )
    assert "Abgelehnter Antrag B5" in texts
    assert (
        "Abstimmung: abgelehnt mit 3 von 4 nötigen Ja-Stimmen (3 Ja, 2 Nein, 1 Enthaltung; "
        "namentlich). "
        "Erforderlich: Mehrheit der gesetzlichen Mitgliederzahl (4 von 7). Abweichende Meinung zu "
        "Protokoll: Karl Albers, Tomasz Nowak." in texts
    )
    assert _table(body, "Name", "Stimme")[1:3] == [["Petra Weiß", "Ja"], ["Tomasz Nowak", "Nein"]]
    assert any("zwei Drittel der abgegebenen Stimmen (4 von 6)" in text for text in texts)
    assert "Auftrag B3 (an: die Verwaltung)" in texts
    assert "Daraus folgt: M1." in texts
    assert "Kenntnisnahme B7" in texts


# -- a workshop -------------------------------------------------------------------------------


def test_one_answer_per_group_and_round_in_a_table():
    _, body, texts = _read(cockpit.workshop())
    head, *rows = _table(body, "Arbeitsgruppe")
    assert head == ["Arbeitsgruppe", "Es spricht", "Antwort", "Daraus"]
    assert rows == [
        [
            "AG Arbeit und Wirtschaft",
            "Uwe Krause",
            "Engere Kontakte zu einzelnen Ämtern und zur Agentur für Arbeit.",
            "M1",
        ],
        [
            "AG Bildung und Sprache",
            "Demir",
            "Räume am Abend;\nFahrtkosten | für Ehrenamtliche.",
            "",
        ],
        ["AG Soziales", "Albers", "ohne Beitrag", ""],
    ]
    assert "Nicht zu Wort gekommen: AG Zusammenleben." in texts
    assert "Ort: Videokonferenz" in texts
    assert not any("geheim" in text for text in texts)  # the address lets strangers in
    assert "Leitung: Petra Weiß (Stadt)" in texts
    assert "Moderation: Mara Stein (Institut für Raum)" in texts


def test_cards_as_they_hung_with_dots_in_their_order():
    minutes = document(cockpit.workshop())
    (board,) = next(s for s in minutes.agenda if s.number == "3").boards
    assert (board.field, board.given, board.possible) == ("Wohnen", 51, 124)
    stock, need, measure = board.columns
    assert [card.text for card in stock.loose] == [
        "Mieterberatung der Caritas", "Möbellager der Diakonie",
    ]  # fmt: skip
    assert [(g.name, len(g.cards), g.follow_ups) for g in need.groups] == [
        ("Bezahlbar", 2, ("?1",)), ("Zugang", 1, ()),
    ]  # fmt: skip
    assert [card.text for card in need.loose] == ["Lärm im Haus"]
    assert [(card.text, card.dots, card.follow_ups) for card in measure.loose] == [
        ("Wohnungsführerschein", 31, ("M2",)),
        ("Runder Tisch mit Genossenschaften", 19, ()),
        ("Wohnraumbörse", 1, ()),
    ]
    _, _, texts = _read(cockpit.workshop())
    assert "Wohnungsführerschein: 31 Punkte (M2)" in texts
    assert "Wohnraumbörse: 1 Punkt" in texts
    assert "Handlungsfeld: Wohnen · 51 von 124 Punkten (62 Personen, je 2)" in texts
    assert not any("Leer geblieben" in text for text in texts)


def test_opinions_in_the_decision_they_are_about():
    _, body, texts = _read(cockpit.workshop())
    assert "Daumenprobe um 17:48 Uhr: 12 hoch, 3 quer, 1 runter." in texts
    assert "Fünf-Finger-Abstimmung, 1. Durchgang um 17:48 Uhr: 3 unter drei Fingern." in texts
    assert {"Zu wenig Zeit", "Wer | zahlt?"} <= set(texts)
    assert ["Personen", "0", "0", "0", "5", "9", "6"] in _table_rows(body)
    assert (
        "Systemisches Konsensieren um 17:48 Uhr, 20 Personen. Geringster Widerstand: "
        "Koordinierungsstab Migration und Teilhabe." in texts
    )
    assert _table(body, "Option", "Widerstand")[1:] == [
        ["Koordinierungsstab Migration und Teilhabe", "12", "94 %"],
        ["Koordinierungsrunde (Passivlösung)", "55", "73 %"],
        ["Runder Tisch", "80", "60 %"],
    ]
    assert _table(body, "Option", "Punkte")[1:] == [["Grün", "15"], ["Blau", "7"]]
    listed = _table(body, "Nr.", "TOP")
    assert listed[2][4].startswith("Punkte: Grün 15")


def _table_rows(body):
    return [row for table in all_tables(body) for row in table]


def test_groups_founded_milestones_in_order_and_the_new_name():
    front, body, texts = _read(cockpit.workshop())
    assert front["series"] == "Koordinierungsrunde Flucht"
    assert "Gremium: Koordinierungsrunde Flucht" in texts
    assert "Das Gremium heißt künftig „Koordinierungsstab Migration und Teilhabe“." in texts
    assert (
        "Lenkungsgruppe Konzept (B1): Petra Weiß (Stadt), Uwe Krause (Stadt), Mara Stein "
        "(Institut für Raum). Für die Gruppe spricht Petra Weiß." in texts
    )
    assert {"Handlungsfelder", "Sprache und Bildung", "Arbeitsmarkt"} <= set(texts)
    assert front["fields"] == ["Wohnen", "Sprache und Bildung", "Arbeitsmarkt"]
    assert "@" not in body
    rows = [row[1:4] for row in _table(body, "Nr.", "Meilenstein")[1:]]
    assert rows == [
        ["Bestandsaufnahme", "im Dezember 2026", "31.12.2026"],
        ["Erster Entwurf", "im Mai 2027", "31.05.2027"],
        ["Neues Konzept", "Mitte 2027", "31.07.2027"],
    ]


def test_breaks_and_spare_time_have_rows_of_their_own_in_the_time_overview():
    overview = document(cockpit.workshop()).overview
    assert [(r.number, r.title, r.planned, r.used, r.kind) for r in overview.rows[2:]] == [
        ("3", "Wohnen: Bestand, Bedarf, Vorschläge", 45, 35, "item"),
        ("", "Pause", 15, 18, "break"),
        ("4", "Organisation und Zeitplan", 30, 52, "item"),
        ("", "Puffer", 10, None, "buffer"),
    ]
    assert (overview.planned, overview.used) == (140, 152)
    assert (overview.started, overview.planned_start) == ("16:08 Uhr", "16:00 Uhr")


# -- corners ----------------------------------------------------------------------------------


def _with_stays(build, *stays):
    items = tuple(
        build.item(str(n), intervals=build.ran(f"16:{n}0", f"16:{n}9")) for n in range(1, 6)
    )
    return build.meeting(
        kind="body",
        agenda_items=items,
        started_at=build.at("16:10"),
        closed_at=build.at("17:00"),
        people=(Person(id="p", name="Kern"),),
        attendance=(Attendance(person="p", status="present", stays=stays),),
    )


@pytest.mark.parametrize(
    ("stays", "kind", "items"),
    [
        ((Stay(),), "", ""),
        ((Stay(arrived="16:12"),), "", ""),  # late, but there for every item
        ((Stay(arrived="16:25"),), "from", "2"),
        ((Stay(left="16:32"),), "to", "3"),
        ((Stay(arrived="16:20", left="16:35"),), "between", "2-3"),
        ((Stay(left="16:29"), Stay(arrived="16:45")), "without", "3"),
        ((Stay(arrived="16:22", left="16:29"), Stay(arrived="16:45")), "without", "1,3"),
    ],
)
def test_for_which_items_somebody_was_there(build, stays, kind, items):
    (person,) = document(_with_stays(build, *stays)).attendance.present
    found = person.attended
    said = (
        f"{found.first}{'-' if found.kind == 'between' else ''}{found.last}"
        f"{','.join(found.missed)}" if found else ""
    )  # fmt: skip
    assert (found.kind if found else "", said) == (kind, items)
    network = replace(_with_stays(build, *stays), kind="network")
    assert document(network).attendance.present[0].attended is None


@pytest.mark.parametrize(
    ("stay", "kind", "ends"),
    [
        (Stay(arrived="16:25"), "from", ("5.1", "")),  # 5 goes on behind its sub-items
        (Stay(arrived="16:20"), "from", ("5.1", "")),
        (Stay(arrived="16:15"), "from", ("5", "")),
        (Stay(left="16:35"), "to", ("", "5.1")),
        (Stay(left="16:45"), "to", ("", "5")),
        (Stay(arrived="16:25", left="16:35"), "between", ("5.1", "5.1")),
        (Stay(arrived="16:50"), "from", ("6.1", "")),  # 6 was called in that minute, and 6.1
        (Stay(left="16:50"), "to", ("", "5")),
    ],
)
def test_it_is_the_item_that_ran_when_somebody_came_or_went(build, stay, kind, ends):
    called = build.ran("16:50", "16:50")
    items = (
        build.item("4", intervals=build.ran("16:00", "16:10")),
        build.item("5", intervals=(*build.ran("16:10", "16:20"), *build.ran("16:40", "16:50"))),
        build.item("5.1", intervals=build.ran("16:20", "16:40")),
        build.item("6", intervals=called),
        build.item("6.1", intervals=build.ran("16:50", "17:00")),
    )
    meeting = build.meeting(
        kind="body",
        agenda_items=items,
        started_at=build.at("16:00"),
        closed_at=build.at("17:00"),
        people=(Person(id="p", name="Kern"),),
        attendance=(Attendance(person="p", status="present", stays=(stay,)),),
    )
    (person,) = document(meeting).attendance.present
    found = person.attended
    assert (found.kind, (found.first, found.last)) == (kind, ends)


def test_who_comes_back_before_the_item_is_over_missed_a_part(build):
    ran = build.ran("17:00", "17:30")
    bias = Bias(person="", name="Kern", at=build.at("17:10"), returned_at=build.at("17:20"))
    whole = Bias(person="", name="Abel", at=build.at("17:00"), returned_at=build.at("17:30"))
    item = build.item("1", intervals=ran, bias=(bias, whole))
    text = markdown(build.meeting(agenda_items=(item,)), issued=ISSUED)
    assert "Befangen: Kern, nahm 17:10–17:20 Uhr nicht teil; Abel, nahm nicht teil." in text


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ("Rathaus", "Rathaus"),
        ("https://meet.example/abc", "Videokonferenz"),
        ("Zoom: https://zoom.example/j/123?pwd=abc", "Zoom"),
        ("Videokonferenz", "Videokonferenz"),
        ("meet.example/abc", "Videokonferenz"),
        ("Rathaus, Saal 1 (https://meet.example/abc)", "Rathaus, Saal 1 und per Video"),
        ("Raum 1.01/1.02", "Raum 1.01/1.02"),
        ("Bürgerhaus Nord/Süd", "Bürgerhaus Nord/Süd"),
    ],
)
def test_where_it_was(build, place, printed):
    assert f"Ort: {printed}" in _read(build.meeting(place=place))[2]


def test_what_hangs_under_no_item_is_printed_outside_of_the_agenda(build):
    now = build.at("17:00")
    meeting = build.meeting(
        people=(Person(id="p", name="Kern"),),
        rounds=(
            Round(id="r", prompt="Wie war es?", at=now, item="gone", over="people",
                  subjects=("p",), answers=(RoundAnswer(id="a", subject="p", at=now, speaker="Kern",
                                                        text="Gut."),)),
        ),
        boards=(Board(id="b", prompt="Ideen", at=now),),
        contributions=(
            Contribution(id="1", tag="K1", board="b", text="Mehr Licht", at=now, column=7),
            Contribution(id="2", tag="K2", board="gone", text="Verwaist", at=now),
        ),
    )  # fmt: skip
    _, body, texts = _read(meeting)
    assert "h2 Ohne Tagesordnungspunkt" in headings(body)
    assert _table(body, "Person") == [["Person", "Antwort"], ["Kern", "Gut."]]
    assert {"Karten: Ideen", "Mehr Licht", "Verwaist"} <= set(texts)


def test_an_item_with_nothing_but_a_round_is_not_silent(build):
    now = build.at("17:00")
    asked = Round(id="r", prompt="Und?", at=now, item="i1", subjects=("p",))
    meeting = build.meeting(
        agenda_items=(build.item("1"),), rounds=(asked,), people=(Person(id="p", name="Kern"),)
    )
    assert document(meeting).agenda[0].remark == ""


def test_an_earlier_milestone_stands_among_the_new_ones(build):
    build.action("Entwurf", is_milestone=True, due="bald")
    tabled = TabledAction(id="t", number="M-1", summary="Konzept", is_milestone=True)
    minutes = document(build.meeting(tabled_actions=(tabled,)))
    assert [m.summary for m in minutes.milestones] == ["Konzept", "Entwurf"]


def test_a_parked_item_that_was_parked_by_hand_too_stands_once(build):
    build.parked("Haushalt")
    item = AgendaItem(
        id="x", number="1", title="Haushalt", state="deferred", deferred_to="parking_lot"
    )
    assert [p.text for p in document(build.meeting(agenda_items=(item,))).parked] == ["Haushalt"]


def test_quorum_with_nobody_is_not_met(build):
    stated = QuorumStatement(id="q", at=build.at("16:00"), present=0, required=10, legal_number=19)
    _, _, texts = _read(build.meeting(kind="body", quorum_statements=(stated,)))
    assert (
        "Beschlussfähigkeit: um 16:00 Uhr nicht beschlussfähig (0 von 19 Stimmberechtigten "
        "anwesend)" in texts
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=histories(most=40), kind=st.sampled_from(["workshop", "body"]))
def test_whatever_happened_can_be_printed(history, kind):
    meeting = replace(fold(history), kind=kind)
    text = markdown(meeting, issued=ISSUED)
    form_is_whole(text)
    assert text == markdown(replace(fold(history[::-1]), kind=kind), issued=ISSUED)
    assert all(gap.what for gap in gaps(meeting))


def test_questions_and_topics_of_non_public_items_stand_apart():
    written = Written()
    written.record(c.MeetingPlanned(title="Hauptausschuss", kind="body"))
    (open_item,) = written.record(c.AgendaItemAdded(title="Haushalt"))
    (closed,) = written.record(c.AgendaItemAdded(title="Grundstücke", public=False))
    written.record(c.ItemStarted(item=closed.id))
    for item, said in ((open_item.id, "offen"), (closed.id, "vertraulich")):
        written.record(c.QuestionRecorded(text=f"Frage {said}", item=item))
        written.record(c.TopicParked(text=f"Thema {said}", item=item))
    text = markdown(written.meeting, issued=ISSUED)
    form_is_whole(text)
    for heading in ("## Offene Fragen", "## Themenspeicher"):
        part = text.split(heading)[1].split("\n## ")[0]
        public, apart = part.split("**Nichtöffentlicher Teil**")
        assert "offen" in public
        assert "vertraulich" not in public
        assert "vertraulich" in apart


def test_what_was_said_under_a_closed_item_that_is_gone_stays_in_the_closed_part():
    written = Written()
    written.record(c.MeetingPlanned(title="Hauptausschuss", kind="body"))
    written.record(c.AgendaItemAdded(title="Haushalt"))
    (closed,) = written.record(c.AgendaItemAdded(title="Grundstücke", public=False))
    (sale,) = written.record(c.AgendaItemAdded(title="Verkauf", parent=closed.id))
    written.record(c.ItemStarted(item=sale.id))
    written.record(c.DecisionRecorded(wording="Krug bekommt das Grundstück", item=sale.id))
    written.record(c.BoardOpened(prompt="Wer bietet?", item=sale.id))
    written.record(c.CardWritten(board="^0", text="unbekannt"))
    board = written.meeting.boards[0].id
    written.record(c.CardWritten(board=board, text="Bieter Krug"))
    written.record(c.AgendaItemRemoved(item=closed.id))
    text = markdown(written.meeting, issued=ISSUED)
    form_is_whole(text)
    public, apart = text.split("## Nichtöffentlicher Teil", 1)
    assert "Krug" not in public
    assert "### Ohne Tagesordnungspunkt" in apart
    assert "Bieter Krug" in apart
    assert "Krug bekommt das Grundstück" in apart
    written.undo()
    assert not written.meeting.decisions[0].is_from_closed_item
