"""Gaps that no line mends: Enter goes to where they are mended, or says so."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.minutes.gaps import Gap
from screens.desk.wording import WordingActs
from screens.dialogs.choose import ChooseDialog
from screens.mending import leave_open


class ElsewhereActs(WordingActs):
    def open_gap(self, gap: Gap) -> None:
        match gap.what:
            case "read_back":
                self.action_sheet()
            case "bias":
                self._ask_bias(gap)
            case "round":
                self._go_round(gap)
            case "quorum":
                self.say(tr("The quorum is stated in the live screen, while all are there."))
            case _:
                super().open_gap(gap)

    def action_sheet(self) -> None:
        """The sheet of the chosen decision."""

    def _ask_bias(self, gap: Gap) -> None:
        """Somebody went out for an item that never ran."""
        item = self.live.meeting.item(gap.item)
        out = [each for each in item.bias if each.returned_at is None] if item else []
        options = (
            ("back", tr("took part again: {names}", names=gap.detail)),
            ("stays", tr("stays so: {names} took no part", names=gap.detail)),
        )

        def answered(choice: str | None) -> None:
            if choice == "stays":
                self.record(*leave_open(gap))
            elif choice == "back":
                ended = (c.BiasEnded(item=gap.item, person=b.person, name=b.name) for b in out)
                self.record(*ended)

        self.app.push_screen(ChooseDialog(f"{gap.label} {gap.text}".strip(), options), answered)

    def _go_round(self, gap: Gap) -> None:
        """The round in which somebody was not heard."""
        rounds = [each for each in self.live.meeting.rounds if each.item == gap.item]
        found = next((each for each in rounds if each.missing), None)
        if found is not None:
            self.facilitator.go_round(
                self.live, found.id, lambda line: self.facilitator.keep_line(self.live, line)
            )
