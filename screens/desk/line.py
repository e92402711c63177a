"""The open line of the desk: letters are text in it, Enter records, Escape closes it and keeps what
was typed."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, Weight
from facilitator.minutes.gaps import Gap
from screens.desk.asks import Ask
from screens.desk.half_typed import HalfTyped
from screens.mending import (
    LEAVE_OPEN,
    Mended,
    chips_of,
    completed,
    is_typed,
    leave_open,
    mend,
)
from screens.sheet_choices import reworded, withdraws
from screens.widgets.bar import BarView, CaptureBar
from screens.widgets.columns import cut
from screens.widgets.gap_words import gap_id, gap_question, gap_subject, mended_words

NOT_KEPT = ("find",)
"""Keys of lines whose text is nothing that could be lost."""


class DeskLine(HalfTyped):
    """Opens a line for an `Ask`, or for the chosen gap: then it goes from gap to gap."""

    _ask: Ask | None = None
    _follows_gaps = False
    _typed_for = ""
    """The key of the gap whose answer stands in the line, while it follows the gaps."""
    _seen_now = ""
    """What somebody else wrote meanwhile where the open line writes, as far as it was told."""

    @property
    def bar(self) -> CaptureBar:
        return self.query_one(CaptureBar)

    def line_is_open(self) -> bool:
        return self._ask is not None or self._follows_gaps

    def ask_now(self) -> Ask | None:
        """What the open line asks for."""
        if self._ask is not None:
            return self._ask
        gap = self.chosen_gap() if self._follows_gaps else None
        return self.ask_of_gap(gap) if gap is not None and is_typed(gap) else None

    def leave_extra(self) -> bool:
        """Escape: back from another document in the preview. False: there is none."""
        return False

    # -- opening and closing ------------------------------------------------------------------

    def open_line(self, ask: Ask, cursor: int | None = None) -> None:
        self._ask, self._follows_gaps = ask, False
        self._seen_now = ask.text
        kept = self._half_typed.pop(ask.key, None)
        self._show_bar(ask.text if kept is None else kept, cursor)
        if ask.is_replaced and kept is None:
            self.bar.choose_all()

    def open_gaps(self) -> None:
        """The line of the chosen gap; when it is mended that of the next one."""
        gap = self.chosen_gap()
        if gap is None:
            return
        self._ask, self._follows_gaps = None, True
        self._typed_for = f"gap {gap_id(gap)}"
        self._show_bar(self._half_typed.pop(self._typed_for, ""))

    def _show_bar(self, text: str, cursor: int | None = None) -> None:
        self.bar.put(text, cursor)
        self.bar.display = True
        self.query_one("#mode").display = False
        self.bar.focus_line()
        self.show_line()
        self.refresh_footer()
        self.call_after_refresh(self.view.keep_in_sight)

    def close_line(self, *, keeps: bool = False) -> None:
        """`keeps`: what was typed stands there again when the line is opened next."""
        ask = self.ask_now()
        is_other = ask is not None and self.bar.text.strip() and self.bar.text != ask.text
        if keeps and ask is not None and is_other and ask.key not in NOT_KEPT:
            self._half_typed[ask.key] = self.bar.text
            self.say(tr("Kept: the line has it again when it is opened here."))
        self._ask, self._follows_gaps = None, False
        self.keep_draft()
        self.bar.put("")
        self.bar.display = False
        self.query_one("#mode").display = True
        (self.view if self.is_reading else self.rows).focus()
        self.view.forget_found()
        self.refresh_footer()

    def half_typed_now(self) -> dict[str, str]:
        ask = self.ask_now()
        if ask is None or ask.key in NOT_KEPT or self.bar.text in ("", ask.text):
            return super().half_typed_now()
        return super().half_typed_now() | {ask.key: self.bar.text}

    # -- around it ----------------------------------------------------------------------------

    def show_line(self) -> None:
        ask = self.ask_now()
        if self._follows_gaps and self.is_mounted and (not ask or ask.key != self._typed_for):
            self._goes_on(ask)
        if ask is None:
            return
        text = self.bar.text
        mended = self._mended(ask)
        self.bar.show(
            BarView(
                kind=ask.kind,
                note=ask.note or tr("Enter saves"),
                right=ask.right,
                chips=chips_of(mended, text),
                hint=mended.problem or ask.hint,
            )
        )

    def _goes_on(self, ask: Ask | None) -> None:
        """Another gap is the chosen one, by key, by mouse, or because this one was mended, perhaps
        elsewhere: what is typed stays with the gap it was typed for."""
        if self.bar.text.strip():
            self._half_typed[self._typed_for] = self.bar.text
        if ask is None:
            self.close_line()
            return
        self._typed_for = ask.key
        self.bar.put(self._half_typed.pop(ask.key, ""))
        self.keep_draft_soon()

    def _mended(self, ask: Ask) -> Mended:
        text = self.bar.text
        return ask.read(text) if text.strip() or ask.may_be_empty else Mended()

    def line_changed(self) -> None:
        self.show_line()
        self.keep_draft_soon()

    # -- keys ---------------------------------------------------------------------------------

    def line_key(self, key: str) -> bool:
        if not self.line_is_open():
            return False
        match key:
            case "enter":
                self._enter()
            case "tab":
                self._tab()
            case "up" if self._follows_gaps:
                self._other_gap(-1)
            case "down" if self._follows_gaps:
                self._other_gap(1)
            case "escape":
                self.close_line(keeps=True)
            case "ctrl+z":
                self.action_undo()
            case "ctrl+y":
                self.action_redo()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        """Several lines: into a text they go as they are, elsewhere as one line."""
        ask = self._ask
        keeps_lines = ask is not None and ask.key.startswith("wording ")
        self.bar.insert(text if keeps_lines else " ".join(text.split()))

    def _other_gap(self, by: int) -> None:
        """Up and down: the line of another gap; what is typed is kept with this one."""
        (self.rows.choose_previous if by < 0 else self.rows.choose_next)()
        self.show_line()

    def _enter(self) -> None:
        ask = self.ask_now()
        if ask is None:
            self.close_line()
            return
        text = self.bar.text
        if ask.enter is not None:
            if ask.enter(text, self.bar.cursor):
                self._done(ask)
            return
        if text == ask.text or (not text.strip() and not ask.may_be_empty):
            self.close_line()
            return
        if self._complete() or self._tells_what_is_new(ask):
            return
        mended = ask.read(text)
        if mended.problem:
            self.say_problem(mended.problem)
        elif not mended.changes:
            if self._follows_gaps and text.strip() in LEAVE_OPEN:
                self.say(tr("A hint asks for nothing: it may stay."))
            self.close_line()
        elif self.needs_weight(mended.changes):
            self._ask_weight(ask, mended.changes)
        elif self.record(*mended.changes, said=ask.said(text) if ask.said else ""):
            self._done(ask)

    def _tells_what_is_new(self, ask: Ask) -> bool:
        """Another program, or another window of this one, wrote here since the line was opened:
        the first Enter says so and what. False: there is nothing new."""
        there = ask.text if ask.text_now is None else ask.text_now()
        if there in (self._seen_now, self.bar.text):
            return False
        self._seen_now = there
        self.say_problem(
            tr(
                "Meanwhile something else stands there: “{text}”. Enter once more puts yours in "
                "its place.",
                text=cut(" ".join(there.split()) or "–", 80),
            )
        )
        return True

    def _done(self, ask: Ask) -> None:
        self._half_typed.pop(ask.key, None)
        if not self._follows_gaps or self._typed_for == ask.key:
            self.bar.put("")  # else the next gap has the line already
        if self._follows_gaps:
            if self.ask_now() is None:
                self.close_line()
        elif not ask.stays and self._ask is ask:
            self.close_line()
        self.show_line()

    def _complete(self) -> bool:
        """Tab and the first Enter: the first fitting name. False: the line is whole already."""
        ask = self.ask_now()
        text = self.bar.text
        if ask is None or text.strip() in ("", *LEAVE_OPEN):
            return False
        mended = ask.read(text)
        line = completed(mended.before, text, mended.completion)
        if line is not None:
            self.bar.put(line)
            return True
        return False

    def _tab(self) -> None:
        ask = self.ask_now()
        if not self._complete() and ask is not None and ask.takes_offers is not None:
            ask.takes_offers()
            self.show_line()

    # -- another wording of a decision --------------------------------------------------------

    def needs_weight(self, changes: tuple[c.Change, ...]) -> bool:
        decision = self._reworded(changes)
        return decision is not None and bool(withdraws(decision))

    def _reworded(self, changes: tuple[c.Change, ...]) -> Decision | None:
        for change in changes:
            if isinstance(change, c.DecisionAmended) and isinstance(change.wording, str):
                entry = self.live.meeting.entry(change.decision)
                if isinstance(entry, Decision) and entry.text != change.wording:
                    return entry
        return None

    def _ask_weight(self, ask: Ask, changes: tuple[c.Change, ...]) -> None:
        from screens.dialogs.weight import WeightDialog

        decision = self._reworded(changes)
        if decision is None:
            return
        text = self.bar.text

        def answered(weight: Weight | None) -> None:
            if weight is None:
                self.bar.focus_line()
            elif self.record(*reworded(decision, text, weight)):
                self._done(ask)

        self.app.push_screen(WeightDialog(withdraws(decision)), answered)

    # -- gaps ---------------------------------------------------------------------------------

    def ask_of_gap(self, gap: Gap) -> Ask:
        def read(text: str) -> Mended:
            return mend(gap, text, self.context())

        def said(text: str) -> str:
            return mended_words(gap, text)

        label = gap.label if gap.entry else ""
        subject = cut(gap_subject(gap), 40)
        return Ask(
            key=f"gap {gap_id(gap)}",
            kind=f"{label} · {subject}" if label and self.has_class("-wide") else label or subject,
            read=read,
            note=tr("Enter saves and goes to the next"),
            right=gap_question(gap),
            hint=tr("“-” stays open, printed so") if leave_open(gap) else "",
            said=said,
        )
