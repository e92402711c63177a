"""Cards: 'k: Kautionen zu hoch' in any line, '/karten FRAGE' for a board, and what is typed in the
room of cards ('19' dots, '#Zugang' a group, anything else a card)."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from facilitator.capture.entries import of_kind
from facilitator.capture.found import Values
from facilitator.capture.marks import find_mark, is_internal
from facilitator.capture.names import Names
from facilitator.capture.reading import Chip, Context, Reading
from facilitator.capture.recording import Line, Plain, reading_of
from facilitator.folding import fold
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.cards import board_in_use, boards_of
from facilitator.meeting.features import switched_on
from facilitator.meeting.model import AgendaItem, Board, CardGroup, EntryKind, Meeting

_ITEM_IN_FRONT = re.compile(r"(\d+(?:\.\d+)*)\.?(?:\s+(.*))?", re.DOTALL)
_DOTS = re.compile(r"\d{1,4}")
_BULLET = re.compile(r"(?:[-*•–·]|\d{1,3}[.)])\s+(?=\S)")


def read_card(line: Line, context: Context) -> Reading | None:
    """A line marked as a card: it goes to the board of the item, else to the last one; where there
    is none a board about the item is opened in the same step. None: it is no card."""
    mark = find_mark(line.text)
    if mark is None or mark.kind != "card" or mark.is_loud:
        return None  # 'Karte: siehe Anlage' is prose
    text = line.text[mark.body :]
    board = board_in_use(context.meeting, context.item)
    where = board.prompt if board else new_prompt(context.meeting, context.item, context)
    label = texts(context.language).tr("on the board “{prompt}”", prompt=where)
    chip = Chip(key="board", kind="kind", state="taken", label=label)
    changes = cards_written((text,), context, line=line.typed)
    return Reading(kind="card", changes=changes, chips=(chip,), text=text)


def is_card_mark(text: str) -> bool:
    """Whether the line is nothing but the mark of a card, as before a paste of many."""
    mark = find_mark(f"{text.strip()} x")
    return mark is not None and mark.kind == "card" and text.strip().endswith(":")


def cards_pasted(text: str, context: Context) -> tuple[c.Change, ...]:
    """Each line a card, on the board in use or on a new one."""
    return cards_written(cards_of(text), context)


def cards_of(text: str) -> tuple[str, ...]:
    """The cards of several lines; bullets, numbers and marks in front are no part of them.
    A line that says it is internal is no card: the wall shows cards."""
    lines = [_bare(line) for line in text.split("\n") if not is_internal(line)]
    return tuple(line for line in lines if line)


def are_all_cards(text: str) -> bool:
    """Whether every pasted line is marked as a card."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    marks = [find_mark(line) for line in lines]
    return bool(marks) and all(mark is not None and mark.kind == "card" for mark in marks)


def _bare(line: str) -> str:
    text = line.strip()
    if bullet := _BULLET.match(text):
        text = text[bullet.end() :]
    mark = find_mark(text)
    return text[mark.body :] if mark is not None and mark.kind == "card" else text


def cards_written(
    cards: tuple[str, ...], context: Context, *, line: str = ""
) -> tuple[c.Change, ...]:
    """These cards on the board in use, or on a new one."""
    board = board_in_use(context.meeting, context.item)
    if not cards:
        return ()
    if board is not None:
        return tuple(c.CardWritten(board=board.id, text=text, line=line) for text in cards)
    return (
        opened(new_prompt(context.meeting, context.item, context), context.item, context.meeting),
        *(c.CardWritten(board="^0", text=text, line=line) for text in cards),
        *switched_on(context.meeting, "cards"),
    )


# -- boards -----------------------------------------------------------------------------------


class BoardCalled(Struct, frozen=True, kw_only=True):
    """What '/karten …' means: a board that is there (`board`), or `changes` that open one, the
    first of them."""

    board: str = ""
    changes: tuple[c.Change, ...] = ()
    problem: str = ""


def board_called(said: str, context: Context) -> BoardCalled:
    """'FRAGE' under the running item, '3 FRAGE' under item 3; a question that hangs there already
    is that board. '3' alone and nothing at all: the last board there, else one with its title."""
    tr = texts(context.language).tr
    meeting, item = context.meeting, context.item
    prompt = " ".join(said.split())
    if (front := _ITEM_IN_FRONT.fullmatch(prompt)) is not None:
        found = item_numbered(meeting, front.group(1))
        if found is not None:
            item, prompt = found.id, front.group(2) or ""
        elif not front.group(2):
            return BoardCalled(problem=tr("There is no agenda item {number}.", number=prompt))
    here = boards_of(meeting, item)
    if not prompt and here:
        return BoardCalled(board=here[-1].id)
    prompt = prompt or new_prompt(meeting, item, context)
    same = next((board for board in here if fold(board.prompt) == fold(prompt)), None)
    if same is not None:
        return BoardCalled(board=same.id)
    return BoardCalled(changes=(opened(prompt, item, meeting), *switched_on(meeting, "cards")))


def opened(prompt: str, item: str, meeting: Meeting) -> c.BoardOpened:
    """A board about the field of its item, with the columns and dots of the last board: a
    conference asks the same of every field."""
    last = meeting.boards[-1] if meeting.boards else None
    agenda_item = meeting.item(item)
    return c.BoardOpened(
        prompt=prompt,
        item=item,
        field=agenda_item.field if agenda_item else "",
        columns=last.columns if last else (),
        dots_each=last.dots_each if last else None,
        voters=last.voters if last else None,
    )


def new_prompt(meeting: Meeting, item: str, context: Context) -> str:
    """The question of a board nobody gave one: the title of the item."""
    found = meeting.item(item)
    if found is None:
        return texts(context.language).tr("Cards")
    return found.short_title or found.title


def item_numbered(meeting: Meeting, number: str) -> AgendaItem | None:
    wanted = number.strip().rstrip(".")
    return next((i for i in meeting.agenda_items if wanted and i.number == wanted), None)


def column_names(said: str) -> tuple[str, ...]:
    """'Bestand, Bedarf, Maßnahme' or with '|' or ';' between; four at most."""
    between = next((sign for sign in "|;" if sign in said), ",")
    names = [" ".join(name.split()) for name in said.split(between)]
    return tuple(name for name in names if name)[:MOST_COLUMNS]


MOST_COLUMNS = 4
"""More cannot be read beside each other."""


def dots_named(said: str) -> tuple[int, int | None] | None:
    """'2' or '2 62' or '62 × 2 …' as (dots each, people); None: it is neither."""
    numbers = re.findall(r"\d{1,5}", said)
    if not numbers or len(numbers) > 2 or re.search(r"[^\W\d_]{3,}", said):
        return None
    return int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else None


# -- a line in the room of cards -------------------------------------------------------------

CardLineKind = Literal["card", "dots", "group", "rename", "command"]


class CardLine(Struct, frozen=True, kw_only=True):
    """What a line in the room of cards means. `group`: id of the known group meant, empty: a new
    one called `text`. `others`: further known groups that begin so."""

    kind: CardLineKind
    text: str = ""
    dots: int = 0
    group: str = ""
    others: tuple[str, ...] = ()
    argument: str = ""


def read_card_line(
    typed: str, groups: tuple[CardGroup, ...], *, is_card_chosen: bool, is_group_chosen: bool
) -> CardLine:
    """A number is dots and '#Wort' a group only while a card is chosen; '#alt=neu' and, on a
    chosen group, '#neu' rename. `groups`: those of the column. Everything else is a card."""
    text = typed.strip()
    if text.startswith("/") and len(text) > 1 and text[1].isalpha():
        word, _, argument = text[1:].partition(" ")
        return CardLine(kind="command", text=word, argument=argument.strip())
    if is_card_chosen and _DOTS.fullmatch(text):
        return CardLine(kind="dots", text=text, dots=int(text))
    if text.startswith("#") and (name := " ".join(text[1:].split())):
        old, equals, new = name.partition("=")
        if equals and new.strip() and (found := groups_called(old, groups)):
            return CardLine(kind="rename", group=found[0].id, text=new.strip())
        if is_group_chosen:
            return CardLine(kind="rename", text=name)
        if is_card_chosen:
            known = groups_called(name, groups)
            others = tuple(group.name for group in known[1:])
            if known:
                return CardLine(kind="group", group=known[0].id, text=known[0].name, others=others)
            return CardLine(kind="group", text=name)
    return CardLine(kind="card", text=text)


def groups_called(name: str, groups: tuple[CardGroup, ...]) -> tuple[CardGroup, ...]:
    """The group of this name, or those that begin so in their order."""
    wanted = fold(name.strip())
    exact = tuple(group for group in groups if fold(group.name) == wanted)
    return exact or tuple(g for g in groups if wanted and fold(g.name).startswith(wanted))


def put_into_group(
    card: str, column: int, line: CardLine, groups: tuple[CardGroup, ...], board: Board
) -> tuple[c.Change, ...]:
    """The card into the group that is meant, which is made if there is none."""
    known = next((group for group in groups if group.id == line.group), None)
    if known is not None:
        return (c.CardMoved(card=card, column=known.column, card_group=known.id),)
    return (
        c.CardGroupAdded(board=board.id, name=line.text, column=column),
        c.CardMoved(card=card, column=column, card_group="^0"),
    )


def text_for_entry(typed: str, of_card: str) -> str:
    """The words an entry is made of: those of the card with what was typed behind them when that
    is only who and until when ('>Haddad <März'), else what was typed."""
    said = typed.strip()
    if not said:
        return of_card
    return f"{of_card} {said}" if said[0] in "><@" else said


def entry_from_card(kind: EntryKind, text: str, typed: str, context: Context) -> Reading:
    """The words of a card as an entry of this kind, whatever they begin with."""
    plain = of_kind(kind, text, context, Names(context))
    if plain.kind != kind or not plain.text.strip():  # tokens and nothing else
        plain = Plain(kind=kind, text=text, values=Values(text=text))
    return reading_of(plain, Line(typed=typed.strip() or text, text=text), context)
