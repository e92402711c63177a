"""'k: …' writes a card; boards are opened and found; what a line in the room of cards means."""

from __future__ import annotations

from datetime import date

import pytest
from written import Written

from facilitator.capture import Context, convert, read, read_pasted
from facilitator.capture.cards import (
    board_called,
    column_names,
    dots_named,
    is_card_mark,
    read_card_line,
    text_for_entry,
)
from facilitator.meeting import changes as c
from facilitator.meeting.model import CardGroup

LONG = "Größe [/x] " + "ä" * 5_000


@pytest.fixture
def written() -> Written:
    meeting = Written()
    meeting.record(c.AgendaItemAdded(title="Grundfragen"))
    meeting.record(c.AgendaItemAdded(title="Wohnen", short_title="Wohnen"))
    return meeting


def context(written: Written, item: int | None = 0) -> Context:
    items = written.meeting.agenda_items
    return Context(
        meeting=written.meeting,
        today=date(2026, 10, 14),
        language="de",
        item=items[item].id if item is not None else "",
    )


def say(written: Written, line: str, item: int | None = 0) -> str:
    reading = read(line, context(written, item))
    written.record(*reading.changes)
    return reading.kind


def cards(written: Written) -> list[tuple[str, str]]:
    boards = {board.id: board.prompt for board in written.meeting.boards}
    return [(boards.get(k.board, ""), k.text) for k in written.meeting.contributions]


@pytest.mark.parametrize("mark", ["k: ", "karte: ", "card: ", "k:"])
def test_a_marked_line_is_a_card_and_opens_a_board_about_its_item(
    written: Written, mark: str
) -> None:
    assert say(written, f"{mark}Kautionen zu hoch") == "card"
    assert cards(written) == [("Grundfragen", "Kautionen zu hoch")]
    (board,) = written.meeting.boards
    assert board.item == written.meeting.agenda_items[0].id
    written.undo()
    assert not written.meeting.boards, "board and card are one step"


@pytest.mark.parametrize("line", ["Karte: siehe Anlage", "k", "K: eins", "kartenwand: x", "k:"])
def test_prose_is_no_card(written: Written, line: str) -> None:
    assert say(written, line) == "note"
    assert not written.meeting.contributions


def test_a_long_card_and_hostile_words_are_kept_to_the_letter(written: Written) -> None:
    say(written, f"k: {LONG}")
    assert cards(written)[0][1] == LONG
    assert (
        read("k: ! kein Beschluss >Weiß #1", context(written)).text == "! kein Beschluss >Weiß #1"
    )


def test_cards_go_to_the_board_of_their_item_else_to_the_last_one(written: Written) -> None:
    say(written, "k: eins", 0)
    say(written, "k: zwei", 1)
    assert cards(written) == [("Grundfragen", "eins"), ("Grundfragen", "zwei")]
    written.record(*board_called("Was fehlt?", context(written, 1)).changes)
    say(written, "k: drei", 1)
    say(written, "/2 k: vier", 0)
    say(written, "/1 k: fünf", 1)
    assert cards(written)[2:] == [
        ("Was fehlt?", "drei"), ("Was fehlt?", "vier"), ("Grundfragen", "fünf"),
    ]  # fmt: skip
    assert say(written, "k: sechs", None) == "card"
    assert cards(written)[-1] == ("Was fehlt?", "sechs")


def test_many_pasted_lines_are_a_card_each(written: Written) -> None:
    pasted = "k: eins\n\n- zwei\n3. drei\nkarte: vier\nein [/x] fünf"
    look = read_pasted(pasted, context(written))
    assert not look.are_cards, "not all of them are marked"
    written.record(*look.cards)
    assert [text for _, text in cards(written)] == ["eins", "zwei", "drei", "vier", "ein [/x] fünf"]
    assert read_pasted("k: a\nk: b", context(written)).are_cards
    assert is_card_mark("k:")
    assert is_card_mark(" karte: ")
    assert not is_card_mark("k")
    assert not is_card_mark("k: schon etwas")


def test_an_entry_typed_as_a_card_line_can_still_be_converted(written: Written) -> None:
    written.record(c.NoteRecorded(text="k: wörtlich", line="k: wörtlich"))
    (note,) = written.meeting.entries
    changes = convert(note, "action_item", context(written))
    written.record(*changes)
    assert written.meeting.entries[0].kind == "action_item"


def test_a_board_is_opened_for_any_item_with_the_columns_of_the_last(written: Written) -> None:
    columns = ("Bestand", "Bedarf", "Maßnahme")
    field = written.record(c.FieldAdded(name="Wohnen"))[0].id
    second = written.meeting.agenda_items[1].id
    written.record(c.AgendaItemAmended(item=second, field=field))
    opening = board_called("Was gibt es?", context(written))
    written.record(*opening.changes)
    board = written.meeting.boards[0].id
    written.record(c.BoardAmended(board=board, columns=columns, dots_each=2, voters=62))
    written.record(*board_called("2 Wohnen", context(written)).changes)
    other = written.meeting.boards[1]
    assert (other.prompt, other.columns, other.item) == ("Wohnen", columns, second)
    assert (other.field, other.dots_each, other.voters) == (field, 2, 62)
    assert board_called("was  GIBT es?", context(written)).board == board, "it hangs already"
    assert board_called("", context(written)).board == board
    assert board_called("2", context(written)).board == other.id
    assert board_called("7", context(written)).problem == "Es gibt keinen TOP 7."
    (third,) = board_called("3 Fragen an alle", context(written)).changes
    assert isinstance(third, c.BoardOpened)
    assert third.prompt == "3 Fragen an alle", "there is no item 3: it is the question"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Bestand, Bedarf , Maßnahme", ("Bestand", "Bedarf", "Maßnahme")),
        ("Sicherheit, Ordnung | Wohnen", ("Sicherheit, Ordnung", "Wohnen")),
        ("a;b;c;d;e", ("a", "b", "c", "d")),
        (" , ", ()),
    ],
)
def test_names_of_columns(said: str, names: tuple[str, ...]) -> None:
    assert column_names(said) == names


@pytest.mark.parametrize(
    ("said", "named"),
    [("2", (2, None)), ("2 62", (2, 62)), ("2 × 62", (2, 62)), ("", None), ("1 2 3", None),
     ("zwei", None), ("2 je Person", None)],
)  # fmt: skip
def test_dots_for_people(said: str, named: tuple[int, int | None] | None) -> None:
    assert dots_named(said) == named


GROUPS = (
    CardGroup(id="z", board="b", name="Zugang"),
    CardGroup(id="y", board="b", name="Zu Hause"),
    CardGroup(id="o", board="b", name="Öffnungszeiten"),
)


@pytest.mark.parametrize(
    ("typed", "kind", "group", "text"),
    [
        ("19", "dots", "", "19"),
        ("19 Euro", "card", "", "19 Euro"),
        ("#zug", "group", "z", "Zugang"),
        ("#oeff", "group", "o", "Öffnungszeiten"),
        ("#Neues  Wort", "group", "", "Neues Wort"),
        ("#Zugang=Wege", "rename", "z", "Wege"),
        ("#", "card", "", "#"),
        ("/spalten", "command", "", "spalten"),
        ("/ oder", "card", "", "/ oder"),
        ("Park+Ride [/x]", "card", "", "Park+Ride [/x]"),
    ],
)
def test_a_line_while_a_card_is_chosen(typed: str, kind: str, group: str, text: str) -> None:
    line = read_card_line(typed, GROUPS, is_card_chosen=True, is_group_chosen=False)
    assert (line.kind, line.group, line.text) == (kind, group, text)


def test_with_nothing_chosen_numbers_and_hashes_are_cards() -> None:
    for typed in ("2030", "#1", "#Zugang"):
        line = read_card_line(typed, GROUPS, is_card_chosen=False, is_group_chosen=False)
        assert (line.kind, line.text) == ("card", typed)
    line = read_card_line("#Wege", GROUPS, is_card_chosen=False, is_group_chosen=True)
    assert (line.kind, line.group, line.text) == ("rename", "", "Wege")
    several = read_card_line("#zu", GROUPS, is_card_chosen=True, is_group_chosen=False)
    assert (several.group, several.others) == ("z", ("Zu Hause",))


def test_who_and_when_go_behind_the_words_of_the_card_other_words_instead() -> None:
    assert text_for_entry("", "Runder Tisch") == "Runder Tisch"
    assert text_for_entry(">Haddad <März", "Runder Tisch") == "Runder Tisch >Haddad <März"
    assert text_for_entry("Fachtag planen", "Runder Tisch") == "Fachtag planen"
