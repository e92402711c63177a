"""The tables of the design: what a line is, who and until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from facilitator.capture import MARKS, CommandCall, Reading, kind_marks
from facilitator.meeting import changes as c
from facilitator.meeting.model import NextMeeting

Reads = Callable[..., Reading]


def only(reading: Reading) -> Any:
    (change,) = reading.changes
    return change


def owners(reading: Reading) -> list[str]:
    return [owner.name for owner in only(reading).owners]


def chips(reading: Reading, state: str) -> dict[str, str]:
    return {chip.key: chip.label for chip in reading.chips if chip.state == state}


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("!Die AG wird erweitert", "decision", "Die AG wird erweitert"),
        ("! Die AG wird erweitert", "decision", "Die AG wird erweitert"),
        ("b: Die AG wird erweitert", "decision", "Die AG wird erweitert"),
        ("d: The group grows", "decision", "The group grows"),
        ("beschluss: Die AG wächst", "decision", "Die AG wächst"),
        ("Beschluss: Die AG wächst", "decision", "Die AG wächst"),
        ("decision: the group grows", "decision", "the group grows"),
        ("?Wer zahlt", "question", "Wer zahlt"),
        ("? Wer zahlt?", "question", "Wer zahlt?"),
        ("f: wer zahlt", "question", "wer zahlt"),
        ("q: who pays", "question", "who pays"),
        ("frage: wer zahlt", "question", "wer zahlt"),
        ("question: who pays", "question", "who pays"),
        ("m: Raum buchen", "action_item", "Raum buchen"),
        ("m:Raum buchen", "action_item", "Raum buchen"),
        ("a: book a room", "action_item", "book a room"),
        ("action: Book a room", "action_item", "Book a room"),
        ("maßnahme: Raum buchen", "action_item", "Raum buchen"),
        ("massnahme: Raum buchen", "action_item", "Raum buchen"),
        ("todo Raum buchen", "action_item", "Raum buchen"),
        ("todo: Raum buchen", "action_item", "Raum buchen"),
        ("s: Dolmetscherpool", "parked_topic", "Dolmetscherpool"),
        ("n: m: kein Auftrag", "note", "m: kein Auftrag"),
        ("i: Landrätin muss 17:40 weg", "note", "Landrätin muss 17:40 weg"),
        ("anlage: Präsentation", "note", "anlage: Präsentation"),
        ("- Stärkere Präsenz auf Jobmessen", "note", "- Stärkere Präsenz auf Jobmessen"),
        ("* Stärkere Präsenz", "note", "* Stärkere Präsenz"),
        ("• Stärkere Präsenz", "note", "• Stärkere Präsenz"),
        ("→ weiter", "note", "→ weiter"),
        ('"m: Raum buchen"', "note", '"m: Raum buchen"'),
    ],
)
def test_what_a_line_is(line: str, kind: str, text: str, reads: Reads) -> None:
    for language in ("de", "en"):
        reading = reads(line, language=language)
        assert (reading.kind, reading.text) == (kind, text)
        assert only(reading).line == line
        assert only(reading).item == "i81"


def test_internal_notes_say_so_at_once(reads: Reads) -> None:
    reading = reads("i: Landrätin muss 17:40 weg")
    assert reading.visibility == only(reading).visibility == "internal"
    assert reads("n: offen").visibility is None


@pytest.mark.parametrize(
    ("line", "text", "names", "due"),
    [
        (
            "- Befragung der Betriebe >Brandt <nächstes Treffen",
            "Befragung der Betriebe",
            ["Petra Brandt"],
            "nächstes Treffen",
        ),
        (
            "-> Fachtag planen (Haddad, Nowak, bis März)",
            "Fachtag planen",
            ["Samir Haddad", "Marta Nowak"],
            "März",
        ),
        (
            "m: Konzept vorlegen >Kreisverwaltung bis zum nächsten Treffen im Herbst",
            "Konzept vorlegen",
            ["Kreisverwaltung"],
            "zum nächsten Treffen im Herbst",
        ),
        (
            "m: Frau Dr. Weiß: Ausschreibung vorbereiten bis Ende August",
            "Ausschreibung vorbereiten",
            ["Dr. Petra Weiß"],
            "Ende August",
        ),
        ("m: Konzept >Ende Nov <Haddad", "Konzept", ["Samir Haddad"], "Ende Nov"),
        ("m: Konzept @Haddad <KW 48", "Konzept", ["Samir Haddad"], "KW 48"),
        ("m: >Haddad Raum buchen <Mai", "Raum buchen", ["Samir Haddad"], "Mai"),
        ("m: Raum bis Ende Mai >Nowak", "Raum", ["Marta Nowak"], "Ende Mai"),
        ("m: Raum bis Ende Mai (Nowak)", "Raum", ["Marta Nowak"], "Ende Mai"),
        ("m: Raum >Weiß,Öztürk", "Raum", ["Dr. Petra Weiß", "Emine Öztürk"], None),
        ("m: Raum >Weiß, Öztürk <Mai", "Raum", ["Dr. Petra Weiß", "Emine Öztürk"], "Mai"),
        ("m: Raum >Weiß >oeztuerk", "Raum", ["Dr. Petra Weiß", "Emine Öztürk"], None),
        ("m: Raum >Weiß und Haddad", "Raum", ["Dr. Petra Weiß", "Samir Haddad"], None),
        ("m: Raum >AG Wohnen", "Raum", ["AG Wohnen"], None),
        ("m: Raum >Amt 50 bis Mai", "Raum", ["Amt 50"], "Mai"),
        ("m: Raum >Frau Dr. Weiß", "Raum", ["Dr. Petra Weiß"], None),
        ("m: Raum >Anna von der Heide", "Raum", ["Anna von der Heide"], None),
        ("m: Raum >Mai <Mai", "Raum", ["Klara Mai"], "Mai"),
        ("m: Raum (VHS und Caritas)", "Raum", ["Volkshochschule Lindenau (VHS)", "Caritas"], None),
        ("m: Beratung künftig Montag bis Freitag", "Beratung künftig Montag bis Freitag", [], None),
        ("m: Beratung von Mai bis August", "Beratung von Mai bis August", [], None),
        ("m: Förderung (siehe Anlage)", "Förderung (siehe Anlage)", [], None),
        ("m: mehr als > 50 TEUR sparen", "mehr als > 50 TEUR sparen", [], None),
        ("m: Anteil auf >50 % bringen", "Anteil auf >50 % bringen", [], None),
        ("m: info@stadt.de prüfen", "info@stadt.de prüfen", [], None),
        ("f: wer zahlt >Weiß <Mai", "wer zahlt", ["Dr. Petra Weiß"], "Mai"),
        ("f: reicht das Geld bis Mai?", "reicht das Geld bis Mai?", [], None),
        ("m: Raum <KW 48, danach prüfen", "Raum, danach prüfen", [], "KW 48"),
        ("m: Raum buchen bis Ende Mai.", "Raum buchen.", [], "Ende Mai"),
    ],
)
def test_who_and_until_when(
    line: str, text: str, names: list[str], due: str | None, reads: Reads
) -> None:
    reading = reads(line)
    assert reading.text == text
    assert owners(reading) == names
    found = only(reading).due
    assert (found.text if found else None) == due


def test_an_unknown_owner_is_new_and_never_an_error(reads: Reads) -> None:
    reading = reads("m: Raum buchen >Meier", language="en")
    (chip,) = [chip for chip in reading.chips if chip.kind == "owner"]
    assert (chip.state, chip.label, chip.note) == ("taken", "Meier", "new?")
    assert only(reading).owners[0].kind == "name"


def test_an_unknown_owner_is_asked_about_where_one_name_begins_so(reads: Reads) -> None:
    reading = reads("m: Raum buchen >Hadd bis Mai", language="de")
    (chip,) = [chip for chip in reading.chips if chip.kind == "owner"]
    assert (chip.state, chip.label, chip.note) == ("offered", "Samir Haddad (IHK)", "")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- Raum buchen >Meier bis 1. September", "action_item"),
        ("- Raum buchen >Meier spätestens Ende Mai", "action_item"),
        ("- Raum buchen >Meier bis alles steht", "note"),
        ("- Anteil >Hälfte der Betriebe bis 2024", "note"),
    ],
)
def test_a_bullet_for_somebody_new_until_a_day_is_an_action_item(
    line: str, kind: str, reads: Reads
) -> None:
    assert reads(line).kind == kind


@pytest.mark.parametrize(
    ("line", "text", "name"),
    [
        (
            "ms: Bericht im Mai 2028 >Institut für Integration",
            "Bericht",
            "Institut für Integration",
        ),
        ("m: Raum suchen >Neuer Träger e.V. <Mai", "Raum suchen", "Neuer Träger e.V."),
        ("m: Raum suchen >Amt für Soziales bis März", "Raum suchen", "Amt für Soziales"),
        ("m: Raum >Institut für die Feier suchen", "Raum für die Feier suchen", "Institut"),
    ],
)
def test_an_unknown_body_keeps_its_whole_name(
    line: str, text: str, name: str, reads: Reads
) -> None:
    reading = reads(line)
    assert reading.text == text
    assert owners(reading) == [name]


def test_only_signs_make_a_bullet_an_action_item(reads: Reads) -> None:
    assert reads("- Raum buchen (Haddad, bis März)").kind == "note"
    assert reads("- Haddad: Raum buchen").kind == "note"
    assert reads("- Raum buchen bis Ende März").kind == "note"
    assert reads("-> Raum buchen (Meier)").kind == "note"
    assert reads("- Raum buchen <Ende März").kind == "action_item"
    assert reads("- Raum buchen >Meier").kind == "action_item"


def test_with_sticky_action_items_a_bullet_is_one(reads: Reads) -> None:
    reading = reads("- Stärkere Präsenz auf Jobmessen", sticky="action_item")
    assert isinstance(only(reading), c.ActionItemRecorded)
    assert reading.text == "Stärkere Präsenz auf Jobmessen"
    assert reads("! Beschluss bleibt", sticky="action_item").kind == "decision"
    assert reads("+Haddad", sticky="action_item").kind == "arrival"


def test_a_sentence_made_an_action_item_offers_and_tab_takes(reads: Reads) -> None:
    line = "Haddad kümmert sich bis Ende Nov um einen Raum"
    assert reads(line).kind == "note"
    offered = reads(line, sticky="action_item")
    assert set(chips(offered, "offered")) == {"owner:haddad", "due"}
    assert owners(offered) == []
    taken = reads(line, sticky="action_item", taken=["owner:haddad", "due"])
    assert (taken.text, owners(taken)) == (line, ["Samir Haddad"])
    assert only(taken).due.last == date(2026, 11, 30)
    assert {"owner:haddad", "due"} <= set(chips(taken, "taken"))


def test_an_offer_taken_on_a_note_makes_it_an_action_item(reads: Reads) -> None:
    reading = reads("Haddad kümmert sich um einen Raum", taken=["owner:haddad"])
    assert reading.kind == "action_item"
    assert only(reading).summary == "Haddad kümmert sich um einen Raum"


def test_a_decision_is_no_due_but_an_offer_taken_is_an_action_item_of_its_own(
    reads: Reads,
) -> None:
    reading = reads("! Achtung Förderantrag nur bis 30.11.")
    assert reading.kind == "decision"
    assert only(reading).wording == "Achtung Förderantrag nur bis 30.11."
    _, action = reads("! Förderantrag bis 30.11.", taken=["due"]).changes
    assert isinstance(action, c.ActionItemRecorded)
    assert (action.link, action.due and action.due.last) == ("^0", date(2026, 11, 30))


def test_signs_taken_are_no_words_of_a_decision(reads: Reads) -> None:
    """The wording is read out: '>IHK' is not; a phrase of the sentence stays in it."""
    line = "! Die IHK legt ein Konzept vor >Haddad bis Ende März"
    untouched = only(reads(line))
    assert untouched.wording == "Die IHK legt ein Konzept vor >Haddad bis Ende März"
    offered = chips(reads(line), "offered")
    reading = reads(line, taken=frozenset(offered))
    decision, action = reading.changes
    assert decision.wording == "Die IHK legt ein Konzept vor bis Ende März"
    assert action.summary == "Die IHK legt ein Konzept vor"
    assert action.link == "^0"
    assert "Haddad" in [owner.name.split()[-1] for owner in action.owners]
    assert action.due.text == "Ende März"


def test_a_taken_chip_can_be_given_back(reads: Reads) -> None:
    line = "m: Raum buchen >Haddad bis Ende März"
    assert reads(line, refused=["due"]).text == "Raum buchen bis Ende März"
    assert reads(line, refused=["owner:haddad"]).text == "Raum buchen >Haddad"
    assert only(reads("Weiß: voll", refused=["said_by"])).text == "Weiß: voll"


def test_two_days_can_be_meant(reads: Reads) -> None:
    line = "m: Raum bis nächsten Freitag"
    near = reads(line)
    assert only(near).due.last == date(2026, 10, 16)
    assert "due:other" in chips(near, "offered")
    assert only(reads(line, taken=["due:other"])).due.last == date(2026, 10, 23)


@pytest.mark.parametrize(
    "line", ["m: Raum buchen <31.02.", "m: Raum buchen bis 31.02.", "- Raum buchen <31.02."]
)
def test_an_impossible_date_stays_text_and_says_so(line: str, reads: Reads) -> None:
    reading = reads(line)
    assert "31.02." in reading.problem
    assert "31.02." in reading.text
    assert getattr(only(reading), "due", None) is None


def test_said_by_is_no_owner(reads: Reads) -> None:
    note = only(reads("Weiß: Kurse sind voll"))
    assert isinstance(note, c.NoteRecorded)
    assert (note.said_by, note.text) == ("Dr. Petra Weiß", "Kurse sind voll")
    assert only(reads("Mai: Eröffnung")).said_by == ""
    assert only(reads("Frau Mai: Eröffnung")).said_by == "Klara Mai"


def test_fields_of_action(reads: Reads) -> None:
    assert chips(reads("m: Raum"), "inherited") == {"field": "Arbeit"}
    assert only(reads("m: Raum")).field == "f-arbeit"
    assert only(reads("m: Raum")).group == "g-arbeit"
    typed = reads("m: Raum #Spr <Mai")
    assert (only(typed).field, typed.text) == ("f-sprache", "Raum")
    inside = reads("m: Mehr #Jugend in die Räte")
    assert (only(inside).field, inside.text) == ("f-jugend", "Mehr Jugend in die Räte")
    assert reads("m: Antrag #1 prüfen").text == "Antrag #1 prüfen"


def test_literally(reads: Reads) -> None:
    assert only(reads("+Haddad", literal=True)).text == "+Haddad"
    action = only(reads("m: Raum >Haddad", literal=True, sticky="action_item"))
    assert (action.summary, action.owners) == ("m: Raum >Haddad", ())


def test_signs_and_nothing_else_are_kept_as_a_note(reads: Reads) -> None:
    reading = reads("m: >Haddad")
    assert only(reading).text == "m: >Haddad"
    assert reading.problem


@pytest.mark.parametrize("line", ["", "   ", "\t", "\n"])
def test_an_empty_line_records_nothing(line: str, reads: Reads) -> None:
    assert reads(line) == Reading()


# -- amending -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("M7 >Haddad", {"owners": ["Samir Haddad"]}),
        ("m7 >Haddad bis März", {"owners": ["Samir Haddad"], "due": date(2027, 3, 31)}),
        ("M7 <März", {"due": date(2027, 3, 31)}),
        ("M7 bis Ende März", {"due": date(2027, 3, 31)}),
        ("M7 erledigt", {"status": "completed"}),
        ("M7 done", {"status": "completed"}),
        ("M7 läuft", {"status": "in-process"}),
        ("M7 in progress", {"status": "in-process"}),
        ("M7 #Spr", {"field": "f-sprache"}),
        ("?2 >Weiß", {"owners": ["Dr. Petra Weiß"]}),
    ],
)
def test_an_entry_is_amended_by_its_tag(line: str, change: dict[str, Any], reads: Reads) -> None:
    reading = reads(line)
    assert reading.kind == "amend"
    amended = only(reading)
    assert isinstance(amended, c.ActionItemAmended | c.QuestionAmended)
    for name, value in change.items():
        found = getattr(amended, name)
        if name == "owners":
            found = [owner.name for owner in found]
        elif name == "due":
            found = found.last
        assert found == value


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("B27 wird ausgebaut", "note"),
        ("M7 wird im Mai eröffnet", "note"),
        ("M7", "note"),
        ("M9 >Haddad", "note"),
        ("B2 >Haddad", "note"),
        ("?2 Personen fehlen", "question"),
        ("M7 <31.02.", "note"),
    ],
)
def test_more_than_tokens_amend_nothing(line: str, kind: str, reads: Reads) -> None:
    assert reads(line).kind == kind


# -- results, next meeting, commands ----------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("= zur Kenntnis genommen", "zur Kenntnis genommen"),
        ("= zur K", "zur Kenntnis genommen"),
        ("=vertagt", "vertagt"),
        ("= vertagt auf November", "vertagt auf November"),
        ("= verwiesen an den Ausschuss", "verwiesen an den Ausschuss"),
        ("= entfaellt", "entfällt"),
        ("= einvernehmlich abgeschlossen", "einvernehmlich abgeschlossen"),
        ("= noted", "noted"),
        ("= with", "withdrawn"),
        ("ergebnis: wie vorgeschlagen", "wie vorgeschlagen"),
    ],
)
def test_results(line: str, result: str, reads: Reads) -> None:
    change = only(reads(line))
    assert isinstance(change, c.AgendaItemAmended)
    assert (change.item, change.result) == ("i81", result)


def test_first_letters_of_a_result_complete(reads: Reads) -> None:
    completion = reads("= e").completion
    assert completion is not None
    names = [candidate.name for candidate in completion.candidates]
    assert names[:3] == ["einstimmig beschlossen", "empfohlen", "erledigt"]
    assert only(reads("= e")).text == "= e"
    assert reads("= vertagt").completion is None


def test_without_an_item_there_is_no_result(meeting: Any, reads: Reads) -> None:
    empty = msgspec.structs.replace(meeting, agenda_items=())
    assert reads("= vertagt", meeting=empty, item="").kind == "note"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "termin: 21.04.2027 16:30, Kreishaus",
            NextMeeting(
                text="21.04.2027 16:30, Kreishaus",
                day=date(2027, 4, 21),
                start="16:30",
                place="Kreishaus",
            ),
        ),
        ("termin: vierteljährlich", NextMeeting(text="vierteljährlich")),
        ("next: quarterly", NextMeeting(text="quarterly")),
        (
            "termin: Mittwoch, 21.04.2027, 16 Uhr, Kreishaus, Saal 1",
            NextMeeting(
                text="Mittwoch, 21.04.2027, 16 Uhr, Kreishaus, Saal 1",
                day=date(2027, 4, 21),
                start="16:00",
                place="Kreishaus, Saal 1",
            ),
        ),
    ],
)
def test_the_next_meeting(line: str, expected: NextMeeting, reads: Reads) -> None:
    assert only(reads(line)).next_meeting == expected


@pytest.mark.parametrize("line", ["next: budget talks", "termin: noch offen", "Termin: 24.3.27"])
def test_no_next_meeting(line: str, reads: Reads) -> None:
    assert reads(line).kind == "note"


def test_commands(reads: Reads) -> None:
    assert reads("/pause 15").command == CommandCall(word="pause", argument="15")
    assert reads("/Wand").command == CommandCall(word="wand")
    assert reads("/pause 15").changes == ()
    assert reads("/tmp", commands=frozenset({"pause"})).kind == "note"
    assert reads("/pause 15", commands=frozenset({"pause"})).kind == "command"


def test_the_table_of_marks_has_an_example_of_each() -> None:
    assert kind_marks() is MARKS
    assert all(mark.text and mark.example for mark in MARKS)
