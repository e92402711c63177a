"""That the minutes are sent now: in which formats, to whom, until when objections are taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.errors import UsageProblem
from facilitator.formats import FORMATS
from facilitator.i18n import tr
from facilitator.meeting.minutes_life import family_of, sendings_of
from facilitator.minutes.wanted import Wanted
from screens.desk.document_words import document_word
from screens.desk.export import ExportActs, Sent
from screens.desk.export_dialog import ExportWish
from screens.desk.format_rows import format_rows, needs_library, usable
from screens.dialogs.form import Field, FormDialog
from screens.typed_values import read_day
from screens.widgets.row_list import RowList

DAYS_FOR_OBJECTIONS = 14
"""Proposed between sending and the last day for objections."""
ROWS_AROUND = 10
"""Rows of the dialog beside the formats."""


@dataclass(frozen=True)
class SendWish:
    formats: tuple[str, ...]
    to: tuple[str, ...]
    objections_until: date | None
    reason: str


class SendDialog(FormDialog[SendWish]):
    """`wanted`: the document that is sent, `formats`: ticked at first, `to`: as it stands in the
    line at first."""

    DEFAULT_CSS = """
    SendDialog > #box { width: 80; }
    SendDialog RowList { height: auto; margin-top: 1; }
    SendDialog .document { height: 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", show=False)]

    def __init__(
        self,
        today: date,
        wanted: Wanted,
        formats: Sequence[str],
        *,
        to: str,
        needs_reason: bool,
    ) -> None:
        super().__init__()
        self._today = today
        self._wanted = wanted
        self._formats = set(usable(formats, wanted.kind))
        self._to = to
        self._needs_reason = needs_reason

    def title_text(self) -> str:
        return tr("THE MINUTES ARE SENT")

    def keys_text(self) -> str:
        return tr("↵ sent, kept as they are   Tab next field   Space format   Esc leave")

    def fields(self) -> Iterable[Field]:
        until = self._today + timedelta(days=DAYS_FOR_OBJECTIONS)
        yield Field(
            "until", tr("Objections by"), f"{until:%d.%m.%Y}", hint=tr("last day; empty: none")
        )
        yield Field("to", tr("To"), self._to, hint=tr("addresses, or: list of members"))
        if self._needs_reason:
            yield Field("reason", tr("Reason"), hint=tr("why there is a new version"))

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(Content(document_word(self._wanted)), classes="document", markup=False)
            for field in self.fields():
                with Horizontal(classes="field"):
                    yield Static(field.label, classes="label", markup=False)
                    yield self._widget(field)
            yield RowList(id="formats")
            yield Static(id="note", markup=False)
            yield Static(Content(self.keys_text()), id="keys", markup=False)

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        """On a low screen the formats scroll, so that the keys stay in sight."""
        room = self.size.height - ROWS_AROUND - self._needs_reason
        self.query_one(RowList).styles.max_height = max(2, room)

    def _draw(self) -> None:
        self.query_one(RowList).show(list(format_rows(self._formats, self._wanted.kind)))

    def action_tick(self) -> None:
        rows = self.query_one(RowList)
        form = FORMATS.get(rows.chosen)
        if form is None or not rows.has_focus:
            return
        if not form.is_there:
            self.note(needs_library(form))
        elif self._wanted.kind in form.kinds:
            self._formats ^= {rows.chosen}
            self.note("")
            self._draw()

    def answer(self) -> SendWish:
        reason = self.value("reason") if self._needs_reason else ""
        until = read_day(self.value("until"), self._today)
        formats = usable(self._formats, self._wanted.kind)
        if self._needs_reason and not reason:
            raise UsageProblem(tr("The reason is missing: one line is enough."))
        if not formats:
            raise UsageProblem(tr("Tick a format with Space."))
        to = tuple(part.strip() for part in self.value("to").split(",") if part.strip())
        return SendWish(formats, to, until, reason)


class SendingActs(ExportActs):
    def action_sent(self) -> None:
        if self.line_is_open():
            return
        if self._is_exporting:
            self.say(tr("The export before is still being written."))
            return
        if self.live.meeting.state == "planned":
            self.say(tr("There are no minutes yet: the meeting has not begun."))
            return
        if self.attempt(self.live.refresh) is None:
            return
        content = self.attempt(self.exporter.content)
        if content is None:
            return
        shown = (self.wanted, self.home, Wanted(kind="results"))
        wanted = next(each for each in shown if family_of(each.kind) == "minutes")
        sendings = sendings_of(self.live.meeting)
        dialog = SendDialog(
            self.live.now().at.date(),
            wanted,
            self.facilitator.settings.formats,
            to=", ".join(sendings[-1].to) if sendings else "",
            needs_reason=self.exporter.sent_differs(content),
        )

        def answered(wish: SendWish | None) -> None:
            if wish is None:
                return
            self.facilitator.remember(formats=wish.formats)
            self.export(
                ExportWish(wish.formats, wanted, wish.reason),
                sent=Sent(to=wish.to, objections_until=wish.objections_until),
            )

        self.app.push_screen(dialog, answered)
