"""Objections against the minutes that were sent: raised, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.life_words import outcome_word
from facilitator.meeting import changes as c
from facilitator.meeting.minutes_life import sendings_of
from facilitator.meeting.model import Objection, ObjectionOutcome
from screens.desk.life import LifeActs
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.form import Field, FormDialog
from screens.widgets.columns import cut

OUTCOMES: tuple[ObjectionOutcome, ...] = ("accepted", "rejected", "noted", "withdrawn")


class ObjectionDialog(FormDialog[tuple[str, str]]):
    """Returns who objects and to what; `typed`: what stands in the fields at first."""

    def __init__(self, place: str, typed: tuple[str, str] = ("", "")) -> None:
        super().__init__()
        self._place = place
        self._said = typed

    def title_text(self) -> str:
        return tr("OBJECTION TO {place}", place=self._place) if self._place else tr("OBJECTION")

    def keys_text(self) -> str:
        return tr("↵ keep it   Tab next field   Esc leave")

    def fields(self) -> Iterable[Field]:
        by, text = self._said
        yield Field("by", tr("From whom"), by)
        yield Field("text", tr("What"), text)

    def answer(self) -> tuple[str, str]:
        by, text = self.value("by"), self.value("text")
        if not by or not text:
            raise UsageProblem(tr("Who objects, and to what?"))
        return by, text


class SettleDialog(FormDialog[tuple[ObjectionOutcome, str]]):
    """What becomes of an objection, and in which words; `typed`: what is chosen and stands in the
    line at first."""

    def __init__(
        self, objection: Objection, typed: tuple[ObjectionOutcome, str] = ("accepted", "")
    ) -> None:
        super().__init__()
        self._objection = objection
        self._said = typed

    def title_text(self) -> str:
        return f"{self._objection.by}: {cut(self._objection.text, 40)}"

    def keys_text(self) -> str:
        return tr("↵ keep it   ←→ choose   Tab next field   Esc leave")

    def fields(self) -> Iterable[Field]:
        options = [(each, outcome_word(each)) for each in OUTCOMES]
        outcome, text = self._said
        yield Field("outcome", tr("Becomes"), outcome, options=options)
        yield Field("text", tr("In words"), text)

    def answer(self) -> tuple[ObjectionOutcome, str]:
        outcome = next(each for each in OUTCOMES if each == self.value("outcome"))
        return outcome, self.value("text")


class ObjectionActs(LifeActs):
    def action_objection(self) -> None:
        """A new one about what is chosen, or what becomes of one that is open."""
        if self.line_is_open():
            return
        if not sendings_of(self.live.meeting):
            self.say(tr("Objections come once the minutes were sent."))
            return
        waiting = self.life().open_objections
        if not waiting:
            self._raise_objection()
            return
        options = [(each.id, f"{each.by}: {each.text}") for each in waiting]
        options.append(("new", tr("another objection")))

        def answered(choice: str | None) -> None:
            found = next((each for each in waiting if each.id == choice), None)
            if found is not None:
                self._settle(found)
            elif choice == "new":
                self._raise_objection()

        self.app.push_screen(ChooseDialog(tr("Objections"), options), answered)

    def _raise_objection(self) -> None:
        subject = self.subject()
        about = subject.entry or subject.item
        place = ""
        if subject.entry is not None:
            place = subject.entry.tag if subject.entry.kind != "note" else tr("Note")
        elif subject.item is not None:
            place = tr("Item {number}", number=subject.item.number)

        def answered(said: tuple[str, str] | None) -> None:
            if said is None:
                return
            is_late = not self.life().takes_objections(self.live.now().at.date())
            raised = c.ObjectionRaised(by=said[0], text=said[1], item=about.id if about else "")
            if not self.record(raised):
                self.app.push_screen(ObjectionDialog(place, said), answered)  # nothing typed goes
            elif is_late:
                self.say(tr("Kept, though the time for objections is over."))

        self.app.push_screen(ObjectionDialog(place), answered)

    def _settle(self, objection: Objection) -> None:
        def answered(said: tuple[ObjectionOutcome, str] | None) -> None:
            if said is None:
                return
            settled = c.ObjectionSettled(objection=objection.id, outcome=said[0], text=said[1])
            if not self.record(settled):
                self.app.push_screen(SettleDialog(objection, said), answered)

        self.app.push_screen(SettleDialog(objection), answered)
