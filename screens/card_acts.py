"""What is done with cards in their room: entries from them, places, and the words behind '/'."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

import msgspec

from facilitator.capture.cards import (
    board_called,
    cards_of,
    column_names,
    dots_named,
    entry_from_card,
    item_numbered,
    text_for_entry,
)
from facilitator.capture.marks import is_internal
from facilitator.folding import fold
from facilitator.i18n import current_language
from facilitator.meeting import changes as c
from facilitator.meeting.card_moves import card_moved_by, card_to_column, group_to_column
from facilitator.meeting.dots import as_opinion
from facilitator.meeting.features import switched_on
from facilitator.meeting.model import Board, EntryKind
from facilitator.saying import joined, tr, whole
from facilitator.told import told
from facilitator.wall import View
from screens.bar_room import BarRoom
from screens.commands import Command, command_called
from screens.widgets.bar import BarView

if TYPE_CHECKING:
    from screens.cards import CardsScreen

KIND_KEYS: dict[str, EntryKind] = {
    "f2": "decision",
    "f3": "action_item",
    "f4": "question",
    "f5": "parked_topic",
}
NONE = frozenset(map(fold, ("keine", "kein", "aus", "0", "none", "off")))


class CardBoardActs(BarRoom):
    """Mixed into the room of cards; `self.room` is that room."""

    @property
    def room(self) -> CardsScreen:
        return cast("CardsScreen", self)

    def say_saved(self, what: str, *, remark: str = "") -> None:
        """In few words: at typing speed they are read in passing."""
        text = joined(" ", (whole(f"✓ {self.live.now().at:%H:%M}"), what))
        self.say(joined(" · ", (text, whole(remark))) if remark else text, undo=not remark)

    def tell(self, step: Iterable[c.Stamped]) -> None:
        self.say_saved(told(step, self.live.meeting))

    # -- what becomes of a card -----------------------------------------------------------

    def thing_words(self) -> str:
        """The words of the chosen card, or the name of the chosen group."""
        card, group = self.room.card, self.live.meeting.card_group(self.room.chosen)
        return card.text if card else group.name if group else ""

    def make(self, key: str) -> None:
        """F2 to F5, F7: an entry or an agenda item from the chosen card or group, linked to it."""
        room, board, said = self.room, self.room.board, self.thing_words()
        if board is None or not said or room.editing:
            self.say_problem(tr("Choose a card or a group with ↑ first; F-keys are about it."))
            return
        text = text_for_entry(self.bar.text, said)
        changes = self._agenda_item(board, text) if key == "f7" else self._entry(board, key, text)
        step = self.record_step(*changes)
        if step:
            self.put("")
            self.tell(step[:1])
            self.redraw()

    def _agenda_item(self, board: Board, text: str) -> tuple[c.Change, ...]:
        """Last on the agenda: the numbers of the other items stay what people have heard."""
        title = " ".join(text.split())
        return (c.AgendaItemAdded(title=title, field=board.field, link=self.room.chosen),)

    def _entry(self, board: Board, key: str, text: str) -> tuple[c.Change, ...]:
        """About the field of the board; a decision keeps the dots of what it was chosen among."""
        kind, room = KIND_KEYS[key], self.room
        typed = self.bar.text
        made, *more = entry_from_card(kind, text, typed, room.context()).changes
        if isinstance(made, c.EntryRecorded):
            made = msgspec.structs.replace(made, link=room.chosen)
        if isinstance(made, c.ActionItemRecorded) and board.field and not self._says_field(text):
            made = msgspec.structs.replace(made, field=board.field)
        card = room.card
        if kind == "decision" and card is not None and card.dots is not None and not more:
            opinion = as_opinion(self.live.meeting, board, self.live.now())
            if opinion is not None:
                more = [c.OpinionTaken(decision="^0", opinion=opinion)]
        return (made, *more)

    def _says_field(self, text: str) -> bool:
        reading = entry_from_card("action_item", text, text, self.room.context())
        return any(chip.kind == "field" and chip.state == "taken" for chip in reading.chips)

    def entry_view(self, text: str, right: str) -> BarView | None:
        """Who and until when, typed on a chosen card; None: the line is a card of its own."""
        if text.strip()[:1] not in (">", "<", "@"):
            return None
        words = text_for_entry(text, self.thing_words())
        chips = entry_from_card("action_item", words, text, self.room.context()).chips
        shown = tuple(chip for chip in chips if chip.state != "inherited")
        return BarView(tr("Action item"), "", right, shown, tr("F3 makes it of the card"))

    # -- places ---------------------------------------------------------------------------

    def reorder(self, by: int) -> None:
        room, board, card = self.room, self.room.board, self.room.card
        if board is None or card is None:
            return
        if board.are_dots_shown:
            self.say(tr("The cards stand by their dots; /count lets them hang as before."))
            return
        room.see(card.id)
        self.record(*card_moved_by(self.live.meeting, board, card, by))

    def to_column(self, by: int) -> None:
        """The chosen card, or group with all its cards, to the next column."""
        room, board, card = self.room, self.room.board, self.room.card
        if board is None:
            return
        group = self.live.meeting.card_group(room.chosen)
        place, chosen = room.place + by, room.chosen
        changes: tuple[c.Change, ...] = ()
        if card is not None:
            changes = card_to_column(board, card, place)
        elif group is not None:
            changes = group_to_column(self.live.meeting, board, group, place)
        if not changes:
            return
        before, room.place = room.place, place
        room.see(chosen)
        if not self.record(*changes[:1], *changes[1:]):
            room.place = before
        room.choose(chosen)

    def take_away(self) -> None:
        """The chosen card goes; of a chosen group only the heading. Undo brings it back."""
        room = self.room
        there = room.choosable()
        if room.editing or room.chosen not in there:
            return
        at, chosen = there.index(room.chosen), room.chosen
        is_card = room.card is not None
        gone: c.Change = (
            c.CardRemoved(card=chosen) if is_card else c.CardGroupRemoved(card_group=chosen)
        )
        if self.record(gone):
            left = room.choosable()
            room.choose(left[min(at, len(left) - 1)] if left and is_card else "")

    def paste_cards(self, text: str) -> None:
        """Each line a card; one that is internal is a note, as if it were typed."""
        internal = [line.strip() for line in text.split("\n") if is_internal(line)]
        board, cards = self.room.board, cards_of(text)
        if board is None or not (cards or internal) or self.room.editing:
            self.bar.replace(self.bar.cursor, self.bar.cursor, text)
            return
        if cards and not self.room.hang(board, cards):
            return
        for line in internal:
            self.room.note_internally(line)

    # -- words behind '/' -----------------------------------------------------------------

    def run_word(self, word: str, argument: str) -> bool:
        command = command_called(word)
        if command is None or not self.offers(command):
            self.say_problem(
                tr("'/{word}' does nothing here; Esc goes back to the meeting.", word=word)
            )
            return False
        takes: Callable[[str], bool] | None = getattr(self, f"command_{command.id}", None)
        if takes is not None:
            return takes(argument)
        self.call_next(self.run_action, command.id)
        return True

    def offers(self, command: Command) -> bool:
        return "cards" in command.where and (
            command.is_done_by(self) or hasattr(self.app, f"action_{command.id}")
        )

    def starts(self, command: Command) -> Callable[[], object] | None:
        """A command that takes words: the bar asks for them."""
        if (action := super().starts(command)) is not None:
            return action
        return partial(self.begin_word, command)

    def begin_word(self, command: Command) -> None:
        self.keep_draft()
        self.put(command.word(current_language()) + " ")

    def command_cards(self, argument: str) -> bool:
        """Another board, or a new one; without a question the list of them."""
        if not argument:
            self.choose_board()
            return True
        context = msgspec.structs.replace(self.context(), item=self._running_item_id())
        called = board_called(argument, context)
        if called.problem:
            self.say_problem(called.problem)
            return False
        if called.changes:
            step = self.record_step(*called.changes)
            if not step:
                return False
            self.tell(step)
            self._show_board(step[0].id)
        else:
            self._show_board(called.board)
        return True

    def choose_board(self) -> None:
        from screens.dialogs.choose import ChooseDialog
        from screens.live_acts.cards import board_choices

        boards = board_choices(self.live.meeting)
        self.app.push_screen(
            ChooseDialog(tr("Boards"), boards), lambda b: self._show_board(b) if b else None
        )

    def _show_board(self, board: str) -> None:
        room = self.room
        room.board_id, room.place, room.chosen, room.editing = board, 0, "", ""
        room.see("")
        self.redraw()

    def _running_item_id(self) -> str:
        running = self.live.meeting.running_item
        return running.id if running else ""

    def command_columns(self, argument: str) -> bool:
        """'/spalten A, B, C'; alone: the three of a conference; '/spalten keine': one."""
        board = self.room.board
        if board is None:
            return False
        names = column_names(argument)
        if not argument:
            names = (tr("Stock"), tr("Need"), tr("Proposed measure"))
        elif fold(argument) in NONE:
            names = ()
        elif not names:
            self.say_problem(tr("The names of the columns follow the word, commas between."))
            return False
        return self.record(c.BoardAmended(board=board.id, columns=names))

    def command_dots(self, argument: str) -> bool:
        """'/punkte 2', '/punkte 2 62', '/punkte keine'."""
        board = self.room.board
        named = (0, None) if fold(argument) in NONE else dots_named(argument)
        if board is None or named is None:
            self.say_problem(tr("How many dots each, and for how many people: /dots 2 62"))
            return False
        each, voters = named
        dots = c.BoardAmended(board=board.id, dots_each=each or None, voters=voters)
        return self.record(dots, *switched_on(self.live.meeting, "dots"))

    def command_count(self, argument: str) -> bool:
        """Dots in the open, most first, here and on the wall; once more: hidden again."""
        board = self.room.board
        if board is None:
            return False
        return self.record(c.BoardAmended(board=board.id, are_dots_shown=not board.are_dots_shown))

    def command_to_item(self, argument: str) -> bool:
        board, item = self.room.board, item_numbered(self.live.meeting, argument)
        if board is None or item is None:
            self.say_problem(tr("There is no agenda item {number}.", number=argument or "?"))
            return False
        return self.record(c.BoardAmended(board=board.id, item=item.id))

    def command_field(self, argument: str) -> bool:
        """What the board is about; an unknown field is made. Alone: about none."""
        board, name = self.room.board, " ".join(argument.split())
        if board is None:
            return False
        known = next((f for f in self.live.meeting.fields if fold(f.name) == fold(name)), None)
        if not name or known is not None:
            field = known.id if known else ""
            return self.record(c.BoardAmended(board=board.id, field=field))
        return self.record(c.FieldAdded(name=name), c.BoardAmended(board=board.id, field="^0"))

    def command_board_question(self, argument: str) -> bool:
        board, prompt = self.room.board, " ".join(argument.split())
        if board is None or not prompt:
            self.say_problem(tr("The question follows the word."))
            return False
        return self.record(c.BoardAmended(board=board.id, prompt=prompt))

    def command_take_down(self, argument: str) -> bool:
        """The board with all its cards; undo brings it back."""
        board = self.room.board
        return board is not None and self.record(c.BoardRemoved(board=board.id))

    # -- the wall -------------------------------------------------------------------------

    def action_wall(self) -> None:
        """The projector shows this board, its dots once they are counted; once more: what fits."""
        board = self.room.board
        if board is None:
            return
        view: View = "dots" if board.are_dots_shown else "cards"
        self.turn_on_wall(view, board.id, tr("The wall shows this board."))
