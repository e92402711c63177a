"""The closing round: what is still missing, while the room is there; then the meeting is closed.
Letters are always text; `-` and Enter accepts a gap as it is."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture import Context
from facilitator.deciding_words import in_short
from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.meeting.model import Decision, Meeting
from facilitator.minutes.gaps import Gap, gaps
from facilitator.saying import ntr, tr
from screens.list_line import ListLineRoom
from screens.mending import Mended, chips_of, completed, leaves_open, mend
from screens.room import bindings_of
from screens.wall.agreed import decided_word
from screens.widgets.bar import BarView, CaptureBar
from screens.widgets.columns import cut, padded
from screens.widgets.entry_rows import wrapped
from screens.widgets.footer import KeyFooter
from screens.widgets.gap_words import gap_hint, gap_id, gap_question, gap_subject, mended_words
from screens.widgets.row_list import Row, RowList
from screens.widgets.status import StatusLine

_RESULT = 22
"""Cells for what became of a decision: 'noch nicht abgestimmt'."""


class ClosingScreen(ListLineRoom[None]):
    ROOM = "closing"
    CSS_PATH = "closing.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    BINDINGS = bindings_of(ROOM)

    def __init__(self, live: LiveMeeting, *, is_list: bool = False, unsent: str = "") -> None:
        """`is_list`: only what is missing, while the meeting goes on; nothing here closes it.
        `unsent`: what still stands in the bar of the live screen, or empty."""
        super().__init__(live)
        self._unsent = " ".join(unsent.split())
        self._was_asked_for_end = False
        self._is_list = is_list
        self._opened_at = live.now()

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield RowList(id="gaps", focusable=False)
        with Vertical(id="agreed"):
            yield Static(id="agreed-text", markup=False)
        yield StatusLine()
        yield CaptureBar()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(CaptureBar).focus_line()
        if self._unsent:
            self.say_problem(
                tr("Not sent yet: “{text}” · Esc leads back to it", text=cut(self._unsent, 40))
            )

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        if self._is_list:
            return tr("STILL MISSING · the meeting goes on")
        return tr("BEFORE CLOSING · the room is still here")

    def head_right(self) -> str:
        meeting, now = self.live.meeting, f"{self.live.now().at:%H:%M}"
        return tr("end {time}", time=meeting.end) + f" · {now}" if meeting.end else now

    def draw(self) -> None:
        self.query_one(RowList).show(self._rows())
        self.query_one("#agreed-text", Static).update(Content(self._agreed(self.live.meeting)))
        self._show_bar()

    def _gaps(self) -> tuple[Gap, ...]:
        found = gaps(self.live.meeting, self.live.now())
        return tuple(gap for gap in found if gap.rank != "hint")

    def _rows(self) -> list[Row]:
        width = max(20, self.size.width - 4)
        rows: list[Row] = []
        for gap in self._gaps():
            question = gap_question(gap)
            subject = padded(gap_subject(gap), max(8, width - 7 - 18))
            style = "$warning" if gap.rank == "missing" else ""
            text = Content.assemble(
                f"   {padded(gap.label, 5)} {subject} ", Content.styled(cut(question, 17), style)
            )
            rows.append(Row(gap_id(gap), text))
        return rows or [Row("", Content("   " + tr("Nothing is missing.")))]

    def _agreed(self, meeting: Meeting) -> str:
        width = max(31, self.size.width - 11)
        lines = [" " + tr("DECISIONS")]
        decisions = [d for d in meeting.decisions if d.visibility == "minutes"]
        most = 3 if self.size.height < 30 else 12
        lines += [f"   {padded(d.tag, 5)} {_decided(meeting, d, width)}" for d in decisions[-most:]]
        if len(decisions) > most:
            lines.append("   " + tr("… and {n} before", n=len(decisions) - most))
        actions = [a for a in meeting.action_items if a.visibility == "minutes"]
        whole = sum(bool(a.owners and a.due) for a in actions)
        lines.append("")
        agreed = ntr("{n} action item", "{n} action items", len(actions))
        lines.append(" " + tr("AGREED  {agreed} · {whole} complete", agreed=agreed, whole=whole))
        if kept := sum(note.visibility == "record" for note in meeting.notes):
            stays = ntr(
                "{n} note stays record only: F6 on it in the live screen prints it",
                "{n} notes stay record only: F6 on them in the live screen prints them",
                kept,
            )
            lines += [f" {part}" for part in wrapped(stays, max(20, self.size.width - 2))]
        return "\n".join(lines)

    def _chosen(self) -> Gap | None:
        chosen = self.query_one(RowList).chosen
        return next((gap for gap in self._gaps() if gap_id(gap) == chosen), None)

    def _show_bar(self) -> None:
        gap = self._chosen()
        if gap is None:
            closes = tr("F9 closes the meeting and gives the numbers")
            view = BarView(kind=tr("READY"), hint="" if self._is_list else closes)
        else:
            mended, bar = self._mended(gap), self.query_one(CaptureBar)
            kind = f"{gap.label or gap_subject(gap)} · {gap_question(gap)}"
            hint = gap_hint(gap)
            view = BarView(kind=kind, chips=chips_of(mended, bar.text), hint=mended.problem or hint)
        self.query_one(CaptureBar).show(view)

    def _mended(self, gap: Gap) -> Mended:
        return mend(gap, self.query_one(CaptureBar).text, self._reading_context())

    def _reading_context(self) -> Context:
        return Context(
            meeting=self.live.meeting,
            today=self.live.today,
            now=self.live.now(),
            language="de" if current_language() == "de" else "en",
        )

    def own_keys(self) -> Iterable[tuple[str, str]]:
        keys = [
            ("↑ ↓", tr("Choose what is missing")),
            ("↵", tr("Mend it in the line; it fits what is chosen")),
            (
                tr("where to?"),
                tr("A topic: in a few words, “next meeting”, “to AG Arbeit”"),
            ),
            (
                tr("stays open?"),
                tr("A question: ↵, “yes” or - leaves it open; else its answer"),
            ),
            ("-", tr("On the empty line: stays open on purpose, the minutes say so")),
            ("F2", tr("A vote is missing: the sheet of the decision")),
        ]
        if not self._is_list:
            keys.append(("F9", tr("Close the meeting")))
        return keys

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        gap = self._chosen()
        mending = [("↵", tr("mend")), ("-", tr("stays open"))] if gap else []
        if gap and gap.what == "vote":
            mending.append(("F2", tr("Sheet")))
        closing = [] if self._is_list else [("F9", tr("close meeting"))]
        return (*mending, *closing, "undo", "people", ("Esc", tr("back")))

    # -- the line -------------------------------------------------------------------------

    def on_row_list_chosen(self) -> None:
        if self.can_draw:
            self._show_bar()

    def line_changed(self) -> None:
        self._show_bar()

    def keep_draft(self) -> None:
        if self.can_draw:
            self.facilitator.keep_line(self.live, self.query_one(CaptureBar).text)

    def escape(self) -> None:
        """What is typed is put aside, never deleted; then back."""
        bar = self.query_one(CaptureBar)
        if not bar.text:
            self.dismiss()
            return
        if bar.text.strip():
            self.keep_draft()
            self.say(tr("The line is put aside; it stands in the live screen in grey."))
        bar.put("")

    def enter(self) -> None:
        gap, bar = self._chosen(), self.query_one(CaptureBar)
        if gap is None:
            return
        offered = self._mended(gap).completion
        is_only_one = offered is not None and len(offered.candidates) == 1
        if self.complete() and not is_only_one:
            return
        mended = self._mended(gap)
        if mended.problem:
            self.say_problem(mended.problem)
        elif not mended.changes:
            self.say(tr("To be typed here: {hint}", hint=gap_hint(gap)))
        elif self.record(*mended.changes, said=mended_words(gap, bar.text)):
            bar.put("")

    def complete(self) -> bool:
        gap, bar = self._chosen(), self.query_one(CaptureBar)
        if gap is None or not bar.text.strip() or leaves_open(gap, bar.text):
            return False
        mended = self._mended(gap)
        line = completed(mended.before, bar.text, mended.completion)
        if line is not None:
            bar.put(line)
        return line is not None

    # -- commands -------------------------------------------------------------------------

    def action_decision(self) -> None:
        """The sheet of the decision that lacks something; what is half typed there comes back
        into the line."""
        gap = self._chosen()
        entry = self.live.meeting.entry(gap.entry) if gap else None
        if isinstance(entry, Decision):
            self.facilitator.go_sheet(self.live, entry.id, lambda _: None, self._back_from_sheet)

    def _back_from_sheet(self, lines: tuple[str, ...] | None) -> None:
        bar = self.query_one(CaptureBar)
        if lines and not bar.text:
            bar.put(" ".join(lines))
        bar.focus_line()
        self.redraw()

    def action_people(self) -> None:
        self.facilitator.go_door(self.live)

    def action_next(self) -> None:
        """F9: close the meeting, give the numbers, and on to the minutes. A second F9 within a
        second of the one that led here is a slip."""
        if self._is_list:
            self.say_problem(tr("This list does not close the meeting. Esc goes back."))
            return
        if self._opened_at.seconds_until(self.live.now()) < 1.0:
            self.say(tr("F9 twice within a second counts once. Press it again if you meant it."))
            return
        if not self._was_asked_for_end and any(gap.what == "end" for gap in self._gaps()):
            self._was_asked_for_end = True
            self.query_one(RowList).choose(next(gap_id(g) for g in self._gaps() if g.what == "end"))
            time = f"{self.live.now().at:%H:%M}"
            self.say_problem(
                tr("It began on another day. When was it over? Type the time and Enter; F9 once "
                   "more closes it with {time}.", time=time)
            )  # fmt: skip
            return
        numbers = self.attempt(self.live.close)
        if numbers is not None:
            self.facilitator.leave_meeting(self.live)


def _decided(meeting: Meeting, decision: Decision, width: int) -> str:
    """A decision, and at the right what became of it: one that was rejected does not read like one
    that was carried."""
    said = in_short(decision.vote, current_language()) or decided_word(meeting, decision)
    return f"{padded(decision.text, max(8, width - _RESULT - 1))} {cut(said, _RESULT)}"
