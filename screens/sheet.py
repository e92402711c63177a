"""The decision sheet: the wording until it is right, what kind of decision it is, read back, vote,
and what comes of it. Letters are always text in the field that has the line; a field is recorded
when it is left. What is half typed when the sheet is closed is handed back, to be put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from textual.containers import VerticalScroll

from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, DecisionKind, MajorityRule, Weight
from screens.dialogs.weight import WeightDialog
from screens.room import bindings_of
from screens.sheet_choices import (
    kind_chosen,
    reworded,
    rule_chosen,
    withdraws,
)
from screens.sheet_lines import line_of, read_field
from screens.sheet_room import SheetRoom
from screens.widgets.sheet_fields import (
    ChoiceField,
    Field,
    LineField,
    WordingField,
)

DRAFT_DELAY = 0.3
"""Seconds after the last key."""
ADDING = ("mood", "action")
"""Lines that take one after the other: Enter stays."""


class SheetScreen(SheetRoom):
    CSS_PATH = "sheet.tcss"
    BINDINGS = bindings_of(SheetRoom.ROOM)

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("Tab", tr("The next field; what was typed is recorded")),
            ("← →", tr("Another kind, another majority")),
            ("↵", tr("Record everything and close; after an action or an opinion the next one")),
            ("F3", tr("An action item that comes of it")),
            ("58 0 4", tr("Votes: yes, no, abstained; also in words, in secret, by name")),
            ("0 1 2 4 8 5", tr("Mood: hands with 0 to 5 fingers; 20 3 1 are thumbs")),
            ("Esc", tr("Close; what is half typed is put aside")),
        )

    # -- keys of the fields ---------------------------------------------------------------

    def field_key(self, field: Field, key: str) -> bool:
        match key:
            case "tab" | "down":
                self._settle(field, lambda: self._step(field, 1))
            case "shift+tab" | "up":
                self._settle(field, lambda: self._step(field, -1))
            case "enter":
                self._enter(field)
            case "escape":
                self.close()
            case "left" | "right" if isinstance(field, ChoiceField):
                field.step(-1 if key == "left" else 1)
                self.redraw()
            case "pageup":
                self.query_one("#fields", VerticalScroll).scroll_page_up(animate=False)
            case "pagedown":
                self.query_one("#fields", VerticalScroll).scroll_page_down(animate=False)
            case _:
                return False
        return True

    def field_changed(self, field: Field) -> None:
        decision = self.decision
        if not self.can_draw or decision is None:
            return
        if field.kind == "wording":
            self._draw_wording(decision)
        elif isinstance(field, LineField):
            self._draw_line(field, decision)
        self._keep_soon()

    def field_pasted(self, field: Field, text: str) -> None:
        """Several lines go in as one."""
        if isinstance(field, LineField):
            joined = " ".join(text.split())
            editor = field.editor
            editor.replace(joined, *editor.selection, maintain_selection_offset=False)

    def line_for(self, field: Field, letter: str) -> Field | None:
        """Figures are a vote; anything else is meant for the next line, behind 'read back' the
        vote as well. The choice that stands is recorded first."""
        decision = self.decision
        if isinstance(field, ChoiceField) and decision and not self._choice(field, decision):
            return None
        shown = [each for each in self._fields.values() if each.display]
        lines = [each for each in shown if isinstance(each, LineField)]
        vote = self._fields["vote"]
        if letter.isdigit() and vote in lines:
            return vote
        behind = shown[shown.index(field) + 1 :] if field in shown else []
        return next((each for each in behind if each in lines), None)

    def on_descendant_focus(self) -> None:
        decision = self.decision
        if self.can_draw and decision is not None:
            self._draw_hint(decision)
            self.refresh_footer()

    def _step(self, field: Field, by: int) -> None:
        shown = [each for each in self._fields.values() if each.display]
        at = shown.index(field) if field in shown else 0
        following = shown[(at + by) % len(shown)]
        following.take_focus()
        following.scroll_visible(animate=False)

    def _enter(self, field: Field) -> None:
        if field.kind == "read_back":
            self.action_read_back()
        elif field.kind in ADDING and isinstance(field, LineField) and field.is_pending:
            self._settle(field, self.redraw, stays=True)
        else:
            self._settle(field, self._finish, stays=True)

    def _finish(self) -> None:
        """Everything typed is recorded, then the sheet closes; it stays where something cannot
        be."""
        for field in self._fields.values():
            if field.display and isinstance(field, LineField | ChoiceField) and field.is_pending:
                field.take_focus()
                self._settle(field, self._finish, stays=True)
                return
        self.close()

    # -- recording ------------------------------------------------------------------------

    def _settle(self, field: Field, then: Callable[[], object], *, stays: bool = False) -> None:
        """Record what the field holds, then go on. `stays`: not when it cannot be recorded; it
        is typed still, in any case."""
        decision = self.decision
        if decision is None:
            return
        if isinstance(field, ChoiceField):
            if self._choice(field, decision):
                then()
        elif not isinstance(field, LineField) or not field.is_pending:
            then()
        elif isinstance(field, WordingField):
            self._wording(field, decision, then)
        elif self._line(field, decision) or not stays:
            then()

    def _choice(self, field: ChoiceField, decision: Decision) -> bool:
        if not field.is_pending:
            return True
        context = self.reading_context()
        if field.kind == "kind":
            changes = kind_chosen(decision, cast("DecisionKind", field.chosen), context)
        else:
            changes = rule_chosen(decision, cast("MajorityRule", field.chosen), context)
        field.settle()
        if changes and not self.record(*changes):
            field.back()
            return False
        return True

    def _line(self, field: LineField, decision: Decision) -> bool:
        said = read_field(field.kind, field.text, decision, self.reading_context())
        this = (field.kind, field.text)
        if said.problem and not (said.may_insist and self._asked == this):
            self._asked = this
            again = " · " + tr("↵ once more: all the same") if said.may_insist else ""
            field.below(said.problem + again, problem=True)
            return False
        self._asked = ("", "")
        before = field.text
        if said.changes and not self.record(*said.changes, remark=said.problem):
            return False
        now = self.decision
        field.settle(line_of(field.kind, now, self.live.meeting) if now else before)
        if any(isinstance(each, c.DecisionAmended) and each.vote for each in said.changes):
            self.show_vote_on_wall(self._decision_id)
        self.redraw()
        return True

    def _wording(self, field: WordingField, decision: Decision, then: Callable[[], object]) -> None:
        if not field.text.strip():
            self.say_problem(tr("A decision needs a wording. Ctrl+Z brings it back."))
            return

        def record(weight: Weight | None) -> None:
            now = self.decision
            if weight is None or now is None:
                field.take_focus()
                return
            changes = reworded(now, field.text, weight)
            if not changes or self.record(*changes):
                now = self.decision
                field.settle(now.text if now else field.text)
                self.redraw()
                then()

        gone = withdraws(decision)
        if gone:
            self.app.push_screen(WeightDialog(gone), record)
        else:
            record("editorial")

    # -- half typed -----------------------------------------------------------------------

    def _keep_soon(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._draft_timer = self.set_timer(DRAFT_DELAY, self.keep_draft)

    def keep_draft(self) -> None:
        """What is half typed here belongs to the draft until it is recorded."""
        if self.is_attached:
            self._keep(tuple(field.text for field in self.pending()))

    # -- commands -------------------------------------------------------------------------

    def action_read_back(self) -> None:
        here = self.current_field()

        def read() -> None:
            self.facilitator.go_read_back(self.live, self._decision_id, self.redraw)

        if here is None:
            read()
        else:
            self._settle(here, read, stays=True)

    def action_vote(self) -> None:
        self._go("vote")

    def action_action_item(self) -> None:
        self._go("action")

    def _go(self, kind: str) -> None:
        field, here = self._fields[kind], self.current_field()
        if not field.display:
            return
        if here is None or here is field:
            field.take_focus()
        else:
            self._settle(here, field.take_focus)

    def action_back(self) -> None:
        self.close()
