"""The next meeting in one key: when and where as it was said, what it takes over ticked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture.due import show_day
from facilitator.errors import FacilitatorError, UsageProblem
from facilitator.following import next_plan, plan_next, planned_after
from facilitator.i18n import current_language, ntr, tr
from facilitator.planning.next_meeting import Carried, CarriedKind, NextMeetingPlan
from screens.desk.line import DeskLine
from screens.dialogs.form import Field, FormDialog
from screens.typed_values import read_clock, read_day
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row, RowList


class NextMeetingDialog(FormDialog[NextMeetingPlan]):
    """Returns the plan as it was mended; what is not ticked stays behind."""

    DEFAULT_CSS = """
    NextMeetingDialog > #box { width: 80; }
    NextMeetingDialog RowList { height: auto; max-height: 10; }
    NextMeetingDialog #carries { height: 1; margin-top: 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", show=False)]

    def __init__(self, plan: NextMeetingPlan, today: date) -> None:
        super().__init__()
        self._today = today
        self._plan = plan
        self._left = set[str]()
        """Ids of what is not taken over."""

    def title_text(self) -> str:
        return tr("NEXT MEETING")

    def keys_text(self) -> str:
        if not self._plan.carried:
            return tr("↵ plan it   Tab next field   Esc leave")
        return tr("↵ plan it   Tab next field   Space takes over or leaves   Esc leave")

    def fields(self) -> Iterable[Field]:
        plan = self._plan
        known = plan.day or plan.proposed
        day = f"{known:%d.%m.%Y}" if known else ""
        yield Field("title", tr("Title"), plan.title)
        yield Field(
            "day", tr("Day"), day, hint=plan.spoken or tr("14.10.2026, 14.10., next Friday")
        )
        yield Field("start", tr("Start"), plan.start, hint="16:30")
        yield Field("place", tr("Place"), plan.place)

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            for field in self.fields():
                with Horizontal(classes="field"):
                    yield Static(field.label, classes="label", markup=False)
                    yield self._widget(field)
            if self._plan.carried:
                yield Static(Content(tr("TAKES OVER")), id="carries", markup=False)
                yield RowList(id="carried")
            yield Static(id="note", markup=False)
            yield Static(Content(self.keys_text()), id="keys", markup=False)

    def on_mount(self) -> None:
        self._draw()
        self._note_day()

    def value_changed(self, field: str) -> None:
        self._note_day()

    def _note_day(self) -> None:
        """The day as understood, while it is typed; a problem is only said with Enter."""
        try:
            day = read_day(self.value("day"), self._today)
        except FacilitatorError:
            return
        if day is None:
            return
        shown, plan = show_day(day, current_language()), self._plan
        if plan.day is None and day == plan.proposed:
            spoken = cut(plan.spoken, 36)
            shown = tr("Proposed for “{spoken}”: {day}", spoken=spoken, day=shown)
        self.note(shown)

    def _draw(self) -> None:
        for rows in self.query(RowList):
            rows.show([Row(each.id, self._line(each)) for each in self._plan.carried])

    def _line(self, carried: Carried) -> Content:
        tick = "[ ]" if carried.id in self._left else "[x]"
        label = f"{padded(carried.tag, 4)} {cut(carried.title, 44)}"
        return Content.assemble(
            f" {tick} {label}  ", (carried_word(carried.kind), "$foreground 60%")
        )

    def action_tick(self) -> None:
        for rows in self.query(RowList):
            if rows.has_focus and rows.chosen:
                self._left ^= {rows.chosen}
                self._draw()

    def answer(self) -> NextMeetingPlan:
        title = self.value("title")
        if not title:
            raise UsageProblem(tr("A meeting needs a title."))
        day = read_day(self.value("day"), self._today)
        if day is None:
            raise UsageProblem(tr("When is it? A date such as 14.10.2026."))
        start = read_clock(self.value("start"))
        return replace(
            self._plan,
            title=title,
            day=day,
            start=start,
            end=self._plan.end if start == self._plan.start else "",
            place=self.value("place"),
            carried=tuple(each for each in self._plan.carried if each.id not in self._left),
        )


def carried_word(kind: CarriedKind) -> str:
    return {
        "deferred": tr("put off"),
        "not_reached": tr("not reached"),
        "question": tr("open question"),
        "topic": tr("parking lot"),
        "objection": tr("open objection"),
    }[kind]


class FollowingActs(DeskLine):
    def action_next_meeting(self) -> None:
        """Plan it, or go to the one that was planned already."""
        if self.line_is_open():
            return
        workspace = self.facilitator.workspace
        there = self.attempt(lambda: planned_after(workspace, self.live))
        if there:
            self._go_on_with(there, tr("It was planned already."))
            return
        plan = self.attempt(lambda: next_plan(workspace, self.live.reference))
        if plan is None:
            return

        def answered(mended: NextMeetingPlan | None) -> None:
            if mended is None:
                return
            made = self.attempt(lambda: plan_next(workspace, self.live.reference, mended))
            if made:
                self.attempt(self.live.refresh)
                count = len(mended.carried)
                said = ntr("planned; {n} thing taken over", "planned; {n} things taken over", count)
                self._go_on_with(made, f"✓ {mended.title}: {said}")

        self.app.push_screen(NextMeetingDialog(plan, self.live.now().at.date()), answered)

    def _go_on_with(self, reference: str, said: str) -> None:
        """Prepare it; its desk (p there) has the invitation."""
        self.say(said)
        live = self.attempt(lambda: self.facilitator.workspace.open(reference))
        if live is not None:
            self.facilitator.go_prepare(live)
