"""A board of cards: collect at typing speed, group, weigh, agree on what follows. Letters are
always text; up and down choose a card or a group, and a number, '#Wort' or an F-key is about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from textual.app import ComposeResult
from textual.content import Content

from facilitator.capture import Completion, Context
from facilitator.capture.cards import CardLine, put_into_group, read_card_line
from facilitator.capture.completion import complete_owner
from facilitator.capture.names import Names
from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.cards import columns_of, number_of_cards
from facilitator.meeting.dots import count_dots
from facilitator.meeting.model import Board, CardGroup, Contribution
from facilitator.saying import ntr, tr
from screens.card_acts import CardBoardActs
from screens.cards_bar import chosen_view, command_view, editing_view, line_view, where_words
from screens.cards_view import CardRows, choosable
from screens.commands import command_called, shown
from screens.room import bindings_of
from screens.widgets.bar import BarView
from screens.widgets.card_columns import CardColumns
from screens.widgets.columns import cut
from screens.widgets.footer import KeyFooter
from screens.widgets.live_head import WIDE, Joined, Line, head_line, item_line
from screens.widgets.status import StatusLine


class CardsScreen(CardBoardActs):
    ROOM = "cards"
    CSS_PATH = "cards.tcss"
    BINDINGS = bindings_of(ROOM)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]

    def __init__(self, live: LiveMeeting, board_id: str, keep: Callable[[str], None]) -> None:
        super().__init__(live, keep)
        self.board_id = board_id
        self.place = 0
        """The column that is typed into."""
        self.chosen = ""
        """The chosen card or group, or empty."""
        self.editing = ""
        """The card or group whose words stand in the bar, or empty."""
        self._seen = ""
        """What must be seen: the chosen one, or the card written last."""
        self._rows = CardRows()

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Line(id="item")
        yield Line(id="prompt")
        yield CardColumns()
        yield StatusLine()
        yield self.bar
        yield KeyFooter()
        yield self.names

    # -- what is there --------------------------------------------------------------------

    @property
    def board(self) -> Board | None:
        """As it stands now; None: it was taken down, or its opening was taken back."""
        return self.live.meeting.board(self.board_id)

    @property
    def card(self) -> Contribution | None:
        return self.live.meeting.card(self.chosen) if self.chosen else None

    @property
    def group(self) -> CardGroup | None:
        """The chosen group, else that of the chosen card: where a card that is typed hangs."""
        meeting = self.live.meeting
        card = self.card
        return meeting.card_group(card.group if card is not None else self.chosen)

    @property
    def groups(self) -> tuple[CardGroup, ...]:
        """Those of the column that is typed into."""
        board = self.board
        if board is None:
            return ()
        found = columns_of(self.live.meeting, board)[self.place].groups
        return tuple(each.group for each in found if each.group is not None)

    def choosable(self) -> tuple[str, ...]:
        board = self.board
        if board is None:
            return ()
        columns = columns_of(self.live.meeting, board, by_dots=board.are_dots_shown)
        return choosable(columns, self.place)

    def context(self) -> Context:
        """Entries made here belong to the item of the board, whichever runs."""
        context, board = super().context(), self.board
        if board is None or self.live.meeting.item(board.item) is None:
            return context
        return msgspec.structs.replace(context, item=board.item)

    # -- drawing --------------------------------------------------------------------------

    def tick(self) -> None:
        if not self.can_draw:
            return
        meeting, now, width = self.live.meeting, self.live.now(), self.size.width
        named = msgspec.structs.replace(meeting, series_name=tr("Cards"))
        self.query_one("#head", Line).show(head_line(named, now, width))
        self.query_one("#item", Line).show(item_line(meeting, now, width))

    def draw(self) -> None:
        board = self.board
        if board is None:
            self.chosen = self.editing = ""
            self.query_one("#prompt", Line).show(Content(""))
            self.query_one(CardColumns).show(self._rows.empty())
            self.draw_bar()
            return
        self.place = min(self.place, max(0, len(board.columns) - 1))
        self._leave_what_is_gone()
        self.query_one("#prompt", Line).show(self._prompt(board))
        columns = self.query_one(CardColumns)
        if width := columns.size.width:
            columns.show(
                self._rows.view(
                    self.live.meeting, board, width, place=self.place,
                    chosen=self.chosen, seen=self._seen,
                )
            )  # fmt: skip
        self.draw_bar()

    def _leave_what_is_gone(self) -> None:
        there = self.choosable()
        if self.chosen and self.chosen not in there:
            self.chosen = ""
        if self.editing and self.editing not in there:  # removed elsewhere meanwhile
            self.editing = ""
            self.keep_draft()
            self.put("")

    def _prompt(self, board: Board) -> Content:
        """The question, its item and field, how many cards."""
        meeting = self.live.meeting
        parts = []
        item, field = meeting.item(board.item), meeting.field(board.field)
        running = meeting.running_item
        if item is not None and (running is None or running.id != item.id):
            parts.append(tr("to {item}", item=f"{item.number} {cut(item.title, 24)}"))
        if field is not None:
            parts.append(tr("field {name}", name=cut(field.name, 24)))
        number = number_of_cards(meeting, board)
        parts.append(ntr("{n} card", "{n} cards", number))
        if board.are_dots_shown:
            parts.append(tr("by dots"))
        right = Content.styled(" · ".join(parts), "$foreground 60%")
        room = max(8, self.size.width - right.cell_length - 4)
        return Joined(Content.styled(cut(board.prompt, room), "bold"), right).fit(self.size.width)

    def bar_view(self, text: str) -> BarView:
        board = self.board
        if board is None:
            hint = tr("The board was taken down. Ctrl+Z brings it back, or Ctrl+Y its opening.")
            return BarView(tr("Cards"), hint=hint)
        right = where_words(board, self.place, self.group, is_wide=self.size.width >= WIDE)
        if self.editing:
            return editing_view(right, is_group=self.live.meeting.card(self.editing) is None)
        if not text.strip():
            if self.chosen:
                return chosen_view(right, is_group=self.card is None)
            hint = tr("↑ chooses a card · /columns /dots /count · paste: a card a line")
            return BarView(tr("New card"), "", right, hint=hint)
        line = self.line(text)
        if line.kind == "command":
            return command_view(command_called(line.text), right)
        if line.kind == "card" and self.chosen and (view := self.entry_view(text, right)):
            return view
        count = count_dots(self.live.meeting, board)
        return line_view(line, right, self.card, count, links=bool(self.chosen))

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self.names.is_open:
            return (("↵", tr("takes it")), ("↑↓", tr("choose")), ("Esc", tr("close")))
        if self.board is None:
            return ("undo", "redo", ("Esc", tr("meeting")))
        if self.editing:
            return (("↵", tr("save")), ("Esc", tr("leave it")))
        delete = shown("delete", current_language())
        columns = [("Tab", tr("column"))] if self.board.columns else []
        if not self.chosen:
            return (
                ("↵", tr("new card")), *columns, ("↑↓", tr("card")), "undo", "wall",
                ("Esc", tr("meeting")),
            )  # fmt: skip
        move = [("^←→", tr("other column"))] if self.board.columns else []
        return (
            ("F2", tr("Decision")), ("F3", tr("Action")), ("F4", tr("Question")),
            *columns, (delete, tr("away")), ("^↑↓", tr("sort")), *move,
            ("F7", tr("agenda item")), ("Esc", tr("leave")), "undo",
        )  # fmt: skip

    # -- the line -------------------------------------------------------------------------

    def line(self, text: str) -> CardLine:
        is_group = bool(self.chosen) and self.card is None
        return read_card_line(
            text, self.groups, is_card_chosen=self.card is not None, is_group_chosen=is_group
        )

    def completion(self, text: str) -> Completion | None:
        """Who carries it out, behind '>': only for what becomes of a chosen card."""
        if not self.chosen or self.editing or not (">" in text or "@" in text):
            return None
        context = self.context()
        return complete_owner(text, Names(context), context)

    def sent(self, text: str) -> bool:
        board = self.board
        if board is None:
            self.say_problem(tr("There is no board to hang it on. The line stays."))
            return False
        if self.editing:
            return self._saved(text.strip())
        line = self.line(text)
        card = self.card
        match line.kind:
            case "command":
                return self.run_word(line.text, line.argument)
            case "dots" if card is not None:
                return self._stick(board, card, line.dots)
            case "group" if card is not None:
                changes = put_into_group(card.id, self.place, line, self.groups, board)
                return self._record_about(card.id, *changes)
            case "rename":
                group = line.group or self.chosen
                return self.record(c.CardGroupAmended(card_group=group, name=line.text))
        return self.hang(board, (text.strip(),), typed=text)

    def note_internally(self, text: str) -> None:
        """The words of a card that hangs do not become a note by being mended."""
        if self.editing:
            self.say_problem(tr("A card is never internal. Esc, then the note alone."))
        else:
            super().note_internally(text)

    def line_pasted(self, text: str) -> None:
        """Several lines at once: each a card."""
        self.paste_cards(text)

    def _stick(self, board: Board, card: Contribution, dots: int) -> bool:
        """So many dots for the card; too many are said and kept: only the room knows whose."""
        if not self._record_about(card.id, c.CardAmended(card=card.id, dots=dots)):
            return False
        left = count_dots(self.live.meeting, board).left
        if left is not None and left < 0:
            limit = count_dots(self.live.meeting, board).limit
            self.say_problem(
                ntr(
                    "{n} dot more than the {limit} there are. Count again, or say /dots.",
                    "{n} dots more than the {limit} there are. Count again, or say /dots.",
                    -left,
                    limit=limit,
                )
            )
        return True

    def _record_about(self, card: str, *changes: c.Change) -> bool:
        """The card stays the chosen one, wherever it hangs now."""
        self._seen = card
        return self.record(*changes)

    def hang(self, board: Board, cards: tuple[str, ...], *, typed: str = "") -> bool:
        """New cards in the column and group that are meant, in one step."""
        group = self.group
        step = self.record_step(
            *(
                c.CardWritten(
                    board=board.id,
                    text=text,
                    column=group.column if group else self.place,
                    card_group=group.id if group else "",
                    line=typed,
                )
                for text in cards
            )
        )
        if not step:
            return False
        self._seen = step[-1].id
        self.tell(step)
        self.redraw()
        return True

    def entered_empty(self) -> None:
        """Enter on the empty line mends the chosen card or the name of the chosen group."""
        card = self.card
        group = self.live.meeting.card_group(self.chosen)
        if card is not None or group is not None:
            self.editing = self.chosen
            self.put(card.text if card is not None else group.name if group is not None else "")

    def _saved(self, text: str) -> bool:
        card, name = self.live.meeting.card(self.editing), " ".join(text.split())
        change: c.Change = (
            c.CardAmended(card=card.id, text=text)
            if card is not None
            else c.CardGroupAmended(card_group=self.editing, name=name)
        )
        group = self.live.meeting.card_group(self.editing)
        if text not in (card.text if card else "", group.name if group else "") and not (
            self.record(change)
        ):
            return False
        self.editing = ""
        return True

    # -- keys -----------------------------------------------------------------------------

    def room_key(self, key: str) -> bool:
        is_free = not self.bar.text.strip() and not self.editing
        match key:
            case "f2" | "f3" | "f4" | "f5" | "f7":
                self.make(key)
            case "f9" | "ctrl+n":
                self.say(tr("F9 starts the next item in the meeting; Esc goes there."))
            case "f12":
                self.action_wall()
            case "tab" | "shift+tab" if not self.names.is_open:
                self.go_column(-1 if key.startswith("shift") else 1, around=True)
            case "left" | "right" if is_free:
                self.go_column(-1 if key == "left" else 1)
            case "ctrl+left" | "ctrl+right" if is_free and self.chosen:
                self.to_column(-1 if key == "ctrl+left" else 1)
            case "ctrl+up" | "ctrl+down" if self.chosen:
                self.reorder(-1 if key == "ctrl+up" else 1)
            case "delete":
                self.take_away()
            case _:
                return False
        return True

    def _step(self, by: int) -> None:
        """Up from nothing: the card written last, else the last one; down from the last: none."""
        if self.names.is_open:
            self.names.step(by)
            return
        there = self.choosable()
        if self.editing or not there:
            return
        if self.card is not None and self.bar.text.strip().isdecimal():
            number = self.bar.text.strip()
            self.say_problem(tr("First ↵: {n} is for this card. Or delete the number.", n=number))
            return
        if self.chosen in there:
            at = there.index(self.chosen) + by
            self.choose(there[max(0, at)] if at < len(there) else "")
        elif by > 0:
            self.choose(there[0])
        else:
            self.choose(self._seen if self._seen in there else there[-1])

    def see(self, thing: str) -> None:
        """Bring it into sight with the next drawing."""
        self._seen = thing

    def choose(self, thing: str) -> None:
        self.chosen = thing
        self._seen = thing or self._seen
        self.draw()

    def go_column(self, by: int, *, around: bool = False) -> None:
        """Another column; a choice goes along to the row beside it."""
        board = self.board
        number = len(board.columns) if board else 0
        if number < 2 or self.editing:
            return
        place = (self.place + by) % number if around else self.place + by
        if not 0 <= place < number:
            return
        there = self.choosable()
        at = there.index(self.chosen) if self.chosen in there else None
        self.place = place
        beside = self.choosable()
        self.chosen = beside[min(at, len(beside) - 1)] if at is not None and beside else ""
        self._seen = self.chosen
        self.draw()

    def _escape(self) -> None:
        """The list of names, the card being mended, the choice, the line (kept), then back."""
        if self._offered_names() is None and self.editing:
            card, group = self.live.meeting.card(self.editing), self.group
            old = card.text if card else group.name if group else ""
            if self.bar.text.strip() not in ("", old):
                self.keep_draft()
                self.say(tr("The line is put aside; it stands in the live screen in grey."))
            self.editing = ""
            self.put("")
        elif self._offered_names() is None and self.chosen:
            self.choose("")
        else:
            super()._escape()

    def keep_draft(self) -> None:
        """A card opened to be mended and left as it was is no draft."""
        card = self.live.meeting.card(self.editing) if self.editing else None
        if card is None or self.bar.text != card.text:
            super().keep_draft()

    def action_back(self) -> None:
        self._escape()
