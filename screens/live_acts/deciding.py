"""How a decision comes about: its sheet, reading back, votes."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, Weight
from facilitator.saying import tr
from facilitator.told import told
from facilitator.wall import View
from screens.live_room import LiveRoom
from screens.sheet_choices import withdraws


class DecidingActs(LiveRoom):
    """Decision sheet, reading back, votes."""

    _step_before = ""
    """Id of the latest step when a room above was opened."""
    _stood: View = "vote"
    """What the wall was asked for before a vote was shown; "vote": chosen by hand."""

    # -- the sheet ------------------------------------------------------------------------

    def action_decision_sheet(self) -> None:
        self._on_decision(self.open_sheet)

    def remember_step(self) -> None:
        """What is recorded in a room above is said here when it is left."""
        self._step_before = self._last_step()
        self._remember_wall()

    def say_what_happened(self) -> None:
        if (last := self._last_step()) > self._step_before:
            self._step_before = last
            self.say_saved(told(self.live.undoable(), self.live.meeting))

    def _last_step(self) -> str:
        step = self.live.undoable()
        return step[0].id if step else ""

    def open_sheet(self, decision: Decision, field: str = "wording") -> None:
        """The sheet of a decision; what is half typed there when it is closed is put aside."""
        self.remember_step()
        self.facilitator.go_sheet(
            self.live, decision.id, self.keep_elsewhere, self.put_lines_aside, field=field
        )

    def keep_elsewhere(self, lines: tuple[str, ...]) -> None:
        """What is half typed in a room above this one belongs to the draft as well."""
        self.half_typed_elsewhere = lines
        self.keep_draft()

    def put_lines_aside(self, lines: tuple[str, ...] | None) -> None:
        """What was half typed there when it was closed."""
        self.half_typed_elsewhere = ()
        for line in lines or ():
            self.line.put_aside(line)
        self.keep_draft_soon()
        self.redraw()
        self.say_what_happened()

    def decision_meant(self) -> Decision | None:
        """The chosen decision, else the newest one of this item."""
        chosen = self.chosen_entry()
        if isinstance(chosen, Decision):
            return chosen
        here = [d for d in self.live.meeting.decisions if d.item == self.item]
        return max(here, key=lambda decision: decision.id, default=None)

    def _on_decision(self, what: Callable[[Decision], object]) -> bool:
        decision = self.decision_meant()
        if decision is None:
            self.say_problem(tr("There is no decision here yet. “!” and its wording makes one."))
            return False
        what(decision)
        return True

    def record(self, *changes: c.Change, said: str = "", remark: str = "") -> bool:
        """As before; a vote is shown to the room until something else is recorded."""
        if not super().record(*changes, said=said, remark=remark):
            return False
        votes = [each for each in changes if isinstance(each, c.DecisionAmended) and each.vote]
        if votes:
            self._remember_wall()
            self.show_vote_on_wall(votes[-1].decision)
        elif self._stood != "vote" and self._stands() == "vote":
            self._stood = "vote"
            self.follow_on_wall()
        return True

    def _remember_wall(self) -> None:
        """A second vote stands where the first one stood."""
        if self._stands() != "vote":
            self._stood = self._stands()

    def _stands(self) -> View:
        """What the wall is asked for now."""
        return self.facilitator.wall_asked(self.live).view

    # -- reading back ---------------------------------------------------------------------

    def action_read_back(self) -> None:
        """The chosen decision; with nothing chosen the newest entry, if it is a decision nobody
        has heard yet; else all action items of this item."""
        chosen = self.chosen_entry() or self._decision_just_taken()
        self.remember_step()
        if isinstance(chosen, Decision):
            self.facilitator.go_read_back(self.live, chosen.id, self.say_what_happened)
        else:
            self.facilitator.go_read_actions(
                self.live, self.item, self.keep_elsewhere, self.put_lines_aside
            )

    def _decision_just_taken(self) -> Decision | None:
        here = [entry for entry in self.live.meeting.entries if entry.item == self.item]
        newest = max(here, key=lambda entry: entry.id, default=None)
        is_unheard = isinstance(newest, Decision) and newest.read_back_at is None
        return newest if isinstance(newest, Decision) and is_unheard else None

    # -- votes ----------------------------------------------------------------------------

    def action_vote(self) -> None:
        self._on_decision(lambda decision: self.open_sheet(decision, "vote"))

    def command_vote(self, argument: str) -> bool:
        """'/abstimmung 58 0 4' for the chosen or newest decision; alone: its field in the sheet."""
        if not argument.strip():
            return self._on_decision(lambda decision: self.open_sheet(decision, "vote"))
        decision = self.decision_meant()
        if decision is None:
            return self._on_decision(lambda _: None)
        from screens.mending import vote_of

        mended = vote_of(argument, decision, self.typing.context())
        if mended.problem:
            self.say_problem(mended.problem)
            return False
        note = next((chip.note for chip in mended.chips if chip.note), "")
        return self.record(*mended.changes, remark=note)

    # -- another wording in the bar -------------------------------------------------------

    def ask_weight(self, decision: Decision, then: Callable[[Weight], None]) -> None:
        """Whether a change of wording is editorial or of substance, if that matters; `then` is
        not called when it is left open."""
        gone = withdraws(decision)
        if not gone:
            then("editorial")
            return
        from screens.dialogs.weight import WeightDialog

        def answered(weight: Weight | None) -> None:
            if weight is not None:
                then(weight)

        self.app.push_screen(WeightDialog(gone), answered)
