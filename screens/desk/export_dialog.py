"""What to export: formats with ticks, which document, for whom, in which language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from facilitator.formats import FORMATS
from facilitator.i18n import LANGUAGES, tr
from facilitator.meeting.model import Meeting
from facilitator.minutes.wanted import SCOPES, Wanted, kinds_for
from screens.desk.document_words import document_word, kind_word, language_word, scope_word
from screens.desk.format_rows import format_rows, needs_library, usable
from screens.while_there import WhileThere
from screens.widgets.columns import padded
from screens.widgets.row_list import Row, RowList

T = TypeVar("T")


@dataclass(frozen=True)
class ExportWish:
    """`reason`: why a new version is made after one was sent, or empty."""

    formats: tuple[str, ...]
    wanted: Wanted
    reason: str = ""


class ExportDialog(WhileThere, ModalScreen[ExportWish | None]):
    """Space ticks a format, left and right change the document, Enter writes. `needs_reason`: the
    minutes changed since version `sent` was sent. `items`: numbers for an extract."""

    DEFAULT_CSS = """
    ExportDialog { align: center middle; background: $background 60%; }
    ExportDialog > #box {
        width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; background: $background; border-title-style: bold;
    }
    ExportDialog RowList { height: auto; max-height: 18; }
    ExportDialog #note { height: auto; min-height: 1; color: $text-muted; }
    ExportDialog #note.problem { color: $text-error; text-style: bold; }
    ExportDialog Input { height: 1; border: none; padding: 0; background: $panel; }
    ExportDialog Input:focus { border: none; }
    ExportDialog #keys { height: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter", "write", show=False),
        Binding("space", "tick", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("tab", "app.focus_next", show=False),
    ]

    def __init__(
        self,
        meeting: Meeting,
        wish: ExportWish,
        *,
        items: tuple[str, ...] = (),
        needs_reason: bool = False,
        sent: int = 0,
    ) -> None:
        super().__init__()
        self._meeting = meeting
        self._wish = wish
        self._items = items
        self._needs_reason = needs_reason
        self._sent = sent

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr("Write as files")).markup
            yield RowList(id="formats")
            yield Static(id="note", markup=False)
            yield Input(id="reason", placeholder=tr("Reason for the new version"))
            yield Static(
                Content(tr("↵ write   Space tick   ←→ change   Esc leave")), id="keys", markup=False
            )

    def on_mount(self) -> None:
        self.query_one(Input).display = self._needs_reason
        if self._needs_reason:
            self._note(
                tr(
                    "Version {n} was sent and the minutes have changed since: the reason is "
                    "printed in the new one.",
                    n=self._sent,
                )
            )
        self._draw()
        (self.query_one(Input) if self._needs_reason else self.query_one(RowList)).focus()

    # -- drawing ------------------------------------------------------------------------------

    def _draw(self) -> None:
        self.query_one(RowList).show(
            [
                *format_rows(self._wish.formats, self._wish.wanted.kind),
                Row("", Content(" ")),
                *self._fields(),
            ]
        )

    def _fields(self) -> Iterator[Row]:
        wanted = self._wish.wanted
        shown = kind_word(wanted.kind)
        if wanted.kind == "extract":
            shown = document_word(msgspec.structs.replace(wanted, scope="all", language=""))
        language = wanted.language or self._meeting.language
        for field, label, value in (
            ("document", tr("Document"), shown),
            ("scope", tr("Scope"), scope_word(wanted.scope)),
            ("language", tr("Language"), language_word(language)),
        ):
            yield Row(field, Content(f" {padded(label, 14)} ‹ {value} ›"))

    def _note(self, text: str, *, problem: bool = False) -> None:
        note = self.query_one("#note", Static)
        note.set_class(problem, "problem")
        note.update(Content(text))

    # -- keys ---------------------------------------------------------------------------------

    def action_tick(self) -> None:
        code = self.query_one(RowList).chosen
        form = FORMATS.get(code)
        if form is None:
            self.action_turn(1)
            return
        if not form.is_there:
            self._note(needs_library(form))
            return
        ticked = set(self._wish.formats) ^ {code}
        in_order = tuple(each for each in FORMATS if each in ticked)
        self._wish = replace(self._wish, formats=in_order)
        self._draw()

    def action_turn(self, by: int) -> None:
        wanted = self._wish.wanted
        match self.query_one(RowList).chosen:
            case "document":
                kind = _turned(kinds_for(self._meeting), wanted.kind, by)
                items = self._items if kind == "extract" else ()
                wanted = msgspec.structs.replace(wanted, kind=kind, items=items)
            case "scope":
                wanted = msgspec.structs.replace(wanted, scope=_turned(SCOPES, wanted.scope, by))
            case "language":
                now = _turned(LANGUAGES, wanted.language or self._meeting.language, by)
                language = "" if now == self._meeting.language else now
                wanted = msgspec.structs.replace(wanted, language=language)
            case _:
                return
        self._wish = replace(self._wish, wanted=wanted)
        self._draw()

    @on(Input.Submitted)
    @on(RowList.OptionSelected)
    def action_write(self) -> None:
        if not self.is_current:  # a second Enter, in one burst with the first
            return
        wanted = self._wish.wanted
        formats = usable(self._wish.formats, wanted.kind)
        reason = self.query_one(Input).value.strip()
        if not formats:
            self._note(tr("Tick a format with Space."), problem=True)
        elif wanted.kind == "extract" and not wanted.items:
            self._note(
                tr("An extract is of an agenda item: choose one at the desk first."), problem=True
            )
        elif self._needs_reason and not reason:
            self._note(tr("The reason is missing: one line is enough."), problem=True)
            self.query_one(Input).focus()
        else:
            self.dismiss(ExportWish(formats=formats, wanted=wanted, reason=reason))

    def action_leave(self) -> None:
        self.dismiss(None)


def _turned(values: Sequence[T], now: T, by: int) -> T:
    at = values.index(now) if now in values else 0
    return values[(at + by) % len(values)]
