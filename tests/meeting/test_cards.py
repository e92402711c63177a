"""Boards of cards and dots: worked examples, and no card is ever lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.card_moves import (
    card_moved_by,
    card_to_column,
    column_with,
    group_to_column,
)
from facilitator.meeting.cards import board_in_use, columns_of
from facilitator.meeting.dots import as_opinion, count_dots, most_dots_first, ranking
from facilitator.meeting.model import Board, Contribution, Instant

COLUMNS = ("Bestand", "Handlungsbedarf", "Maßnahmenvorschlag")


def opened(written: Written, *texts: str, **values: object) -> tuple[str, list[str]]:
    board = written.record(c.BoardOpened(prompt="Wohnen", **values))[0].id
    cards = [written.record(c.CardWritten(board=board, text=text))[0].id for text in texts]
    return board, cards


def hanging(written: Written) -> list[list[tuple[str, list[str]]]]:
    """For each column its groups by name, with the texts of their cards."""
    (board,) = written.meeting.boards
    return [
        [(g.group.name if g.group else "", [k.text for k in g.cards]) for g in column.groups]
        for column in columns_of(written.meeting, board)
    ]


def the_board(written: Written) -> Board:
    return written.meeting.boards[-1]


def card_of(written: Written, card: str) -> Contribution:
    found = written.meeting.card(card)
    assert found is not None
    return found


def weighed(written: Written, cards: list[str], *dots: int | None) -> None:
    for card, number in zip(cards, dots, strict=True):
        written.record(c.CardAmended(card=card, dots=number))


def test_cards_hang_under_their_groups_and_those_under_none_come_last():
    written = Written()
    board, (kaution, laerm, familien) = opened(written, "Kaution", "Lärm", "Große Familien")
    written.record(
        c.CardGroupAdded(board=board, name="Bezahlbar"), c.CardMoved(card=kaution, card_group="^0")
    )
    group = written.meeting.card_groups[0].id
    written.record(c.CardMoved(card=familien, card_group=group, after="first"))
    assert hanging(written) == [[("Bezahlbar", ["Große Familien", "Kaution"]), ("", ["Lärm"])]]
    written.record(c.CardGroupRemoved(card_group=group))
    assert hanging(written) == [[("", ["Große Familien", "Lärm", "Kaution"])]]
    written.undo()
    written.record(c.CardMoved(card=laerm, card_group=group))
    assert hanging(written) == [[("Bezahlbar", ["Große Familien", "Kaution", "Lärm"])]]


def test_with_fewer_columns_the_cards_of_the_others_hang_in_the_last_one():
    written = Written()
    board, _ = opened(written, "Caritas", columns=COLUMNS)
    written.record(c.CardWritten(board=board, text="Führerschein", column=2))
    written.record(c.CardWritten(board=board, text="weit weg", column=99))
    assert [len(column.cards) for column in columns_of(written.meeting, the_board(written))] == [
        1, 0, 2,
    ]  # fmt: skip
    written.record(c.BoardAmended(board=board, columns=COLUMNS[:2]))
    assert hanging(written) == [[("", ["Caritas"])], [("", ["Führerschein", "weit weg"])]]
    written.record(c.BoardAmended(board=board, columns=()))
    assert hanging(written) == [[("", ["Caritas", "Führerschein", "weit weg"])]]


def test_a_card_moves_up_and_down_and_over_the_edge_of_its_group():
    written = Written()
    board, cards = opened(written, "a", "b", "c", "d")
    written.record(c.CardGroupAdded(board=board, name="G"))
    group = written.meeting.card_groups[0].id
    for card in cards[:2]:
        written.record(c.CardMoved(card=card, card_group=group))

    def move(place: int, by: int) -> bool:
        card = card_of(written, cards[place])
        changes = card_moved_by(written.meeting, the_board(written), card, by)
        if changes:
            written.record(*changes)
        return bool(changes)

    assert move(1, -1)
    assert hanging(written) == [[("G", ["b", "a"]), ("", ["c", "d"])]]
    assert move(0, 1)
    assert hanging(written) == [[("G", ["b"]), ("", ["a", "c", "d"])]]
    assert move(0, 1)
    assert hanging(written) == [[("G", ["b"]), ("", ["c", "a", "d"])]]
    assert move(2, -1)
    assert hanging(written) == [[("G", ["b", "c"]), ("", ["a", "d"])]]
    assert not move(3, 1), "there is nothing below it"
    assert not move(1, -1), "nor above"


def test_a_group_goes_to_another_column_with_all_its_cards_and_keeps_its_id():
    written = Written()
    board, (a, b) = opened(written, "a", "b", columns=COLUMNS)
    written.record(c.CardGroupAdded(board=board, name="G"), c.CardMoved(card=a, card_group="^0"))
    group = written.meeting.card_groups[0]
    written.record(*group_to_column(written.meeting, the_board(written), group, 2))
    assert hanging(written) == [[("", ["b"])], [], [("G", ["a"])]]
    assert written.meeting.card_groups[0].id == group.id
    assert not card_to_column(the_board(written), card_of(written, b), 3)
    written.record(*card_to_column(the_board(written), card_of(written, b), 1))
    assert hanging(written) == [[], [("", ["b"])], [("G", ["a"])]]


def test_a_card_goes_to_the_board_of_the_item_else_to_the_last_one():
    written = Written()
    one, two = (written.record(c.AgendaItemAdded(title=t))[0].id for t in ("Eins", "Zwei"))
    assert board_in_use(written.meeting, one) is None
    first = written.record(c.BoardOpened(prompt="A", item=one))[0].id
    second = written.record(c.BoardOpened(prompt="B", item=two))[0].id
    found = [board_in_use(written.meeting, item) for item in (one, two, "")]
    assert [board.id for board in found if board] == [first, second, second]


def test_the_dots_of_leverkusen_are_summed_and_ranked():
    written = Written()
    _, cards = opened(
        written, "Wohnungsführerschein", "Runder Tisch", "Mietpatenschaften", "Landessprachen",
        "Wohnraumbörse", dots_each=2, voters=62,
    )  # fmt: skip
    weighed(written, cards, 31, 19, 12, 8, 3)
    count = count_dots(written.meeting, the_board(written))
    assert (count.stuck, count.limit, count.left) == (73, 124, 51)
    first = ranking(written.meeting, the_board(written))[0]
    assert (first.card.text, first.place, first.dots) == ("Wohnungsführerschein", 1, 31)
    assert round(first.share, 3) == 0.425
    opinion = as_opinion(written.meeting, the_board(written), Instant(written.now))
    assert opinion is not None
    assert [(o.text, o.dots) for o in opinion.options][:2] == [
        ("Wohnungsführerschein", 31), ("Runder Tisch", 19),
    ]  # fmt: skip
    assert (opinion.each, opinion.voters) == (2, 62)
    weighed(written, cards[:1], 100)
    assert count_dots(written.meeting, the_board(written)).left == -18


def test_cards_with_the_same_dots_share_their_place():
    written = Written()
    _, cards = opened(written, "a", "b", "c", "d", "e")
    weighed(written, cards, 4, 7, 7, None, 0)
    places = [(r.card.text, r.place) for r in ranking(written.meeting, the_board(written))]
    assert places == [("b", 1), ("c", 1), ("a", 3), ("e", 4)]
    assert [k.text for k in most_dots_first(written.meeting.contributions)] == list("bcaed")


def test_who_is_here_has_dots_unless_a_number_was_said():
    written = Written()
    board, cards = opened(written, "a", dots_each=3)
    assert count_dots(written.meeting, the_board(written)).limit is None, "nobody is here"
    people = [written.record(c.PersonAdded(name=name))[0].id for name in ("Weiß", "Nowak")]
    for person in people:
        written.record(c.AttendanceRecorded(person=person, status="present"))
    assert count_dots(written.meeting, the_board(written)).limit == 6
    written.record(c.BoardAmended(board=board, voters=10))
    assert count_dots(written.meeting, the_board(written)).limit == 30
    assert not ranking(written.meeting, the_board(written))
    weighed(written, cards, 0)
    assert ranking(written.meeting, the_board(written))[0].share == 0


PLACES = st.integers(0, 7)
COLUMN = st.integers(-1, 5)
MOVES = st.one_of(
    st.tuples(st.just("write"), PLACES, COLUMN),
    st.tuples(st.just("group"), PLACES, COLUMN),
    st.tuples(st.just("dissolve"), PLACES, COLUMN),
    st.tuples(st.just("shift"), PLACES, COLUMN),
    st.tuples(st.just("put"), PLACES, COLUMN),
    st.tuples(st.just("up"), PLACES, COLUMN),
    st.tuples(st.just("down"), PLACES, COLUMN),
    st.tuples(st.just("columns"), PLACES, COLUMN),
    st.tuples(st.just("undo"), PLACES, COLUMN),
)


@given(st.lists(MOVES, max_size=30))
def test_no_card_is_lost_whatever_is_moved_grouped_or_dissolved(moves):
    written = Written()
    board, _ = opened(written, "a", "b", columns=COLUMNS)
    for what, place, column in moves:
        meeting = written.meeting
        cards, groups = meeting.contributions, meeting.card_groups
        card = cards[place % len(cards)] if cards else None
        group = groups[place % len(groups)] if groups else None
        changes: tuple[c.Change, ...] = ()
        match what:
            case "write":
                changes = (c.CardWritten(board=board, text=str(place), column=column),)
            case "group":
                changes = (c.CardGroupAdded(board=board, name=str(place), column=column),)
            case "dissolve" if group:
                changes = (c.CardGroupRemoved(card_group=group.id),)
            case "shift" if group:
                changes = group_to_column(meeting, the_board(written), group, column)
            case "put" if card and group:
                changes = (c.CardMoved(card=card.id, column=column, card_group=group.id),)
            case "up" | "down" if card:
                by = -1 if what == "up" else 1
                changes = card_moved_by(meeting, the_board(written), card, by)
            case "columns":
                changes = (c.BoardAmended(board=board, columns=COLUMNS[: max(0, column)]),)
        before = {each.id for each in written.meeting.contributions}
        if what == "undo":
            written.undo()
            if not written.meeting.boards:
                return  # its opening was taken back
            continue
        if changes:
            written.record(*changes)
        now = {each.id for each in written.meeting.contributions}
        assert before <= now
        columns = columns_of(written.meeting, the_board(written))
        shown = [each.id for col in columns for each in col.cards]
        assert sorted(shown) == sorted(now), "each hangs exactly once"
        assert all(column_with(columns, each) is not None for each in now)
