"""The e-mail address of a person, also after the close: for sending, never in the minutes."""

from __future__ import annotations

from facilitator.errors import FacilitatorError
from facilitator.exchange.mail_headers import usable_address
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Person
from screens.desk.asks import Ask
from screens.desk.line import DeskLine
from screens.dialogs.choose import ChooseDialog
from screens.mending import Mended


class AddressActs(DeskLine):
    def action_address(self) -> None:
        """Of the chosen person; where none is chosen, it asks whose: first of those who have
        none."""
        if self.line_is_open():
            return
        person = self.subject().person
        people = self.live.meeting.people
        if person is not None:
            self.open_line(self._address_of(person))
        elif not people:
            self.say(tr("Nobody is on the list of people."))
        else:
            ordered = sorted(people, key=lambda each: bool(usable_address(each.email)))
            options = [
                (each.id, f"{each.name} · {each.email or tr('no address')}") for each in ordered
            ]
            self.app.push_screen(ChooseDialog(tr("Whose e-mail address?"), options), self._whose)

    def _whose(self, answer: str | None) -> None:
        person = self.live.meeting.person(answer) if answer else None
        if person is not None:
            self.open_line(self._address_of(person))

    def _address_of(self, person: Person) -> Ask:
        def read(text: str) -> Mended:
            typed = text.strip()
            if typed and not usable_address(typed):
                return Mended(problem=tr("No server takes that as a mail address."))
            now = self.live.meeting.person(person.id)
            if now is None or now.email == typed:
                return Mended()
            return Mended((c.PersonAmended(person=person.id, email=typed),))

        def enter(text: str, _cursor: int) -> bool:
            found = read(text)
            if found.problem:
                self.say_problem(found.problem)
                return False
            if not found.changes:
                return True
            told = tr(
                "✓ {name}: {address}", name=person.name, address=text.strip() or tr("no address")
            )
            return self.record(*found.changes, said=told) and self._tell_series(
                person, text.strip()
            )

        return Ask(
            key=f"address {person.id}",
            kind=person.name,
            read=read,
            text=person.email,
            is_replaced=True,
            right=tr("e-mail?"),
            note=tr("for sending, never in the minutes"),
            hint=tr("empty: none"),
            enter=enter,
            enter_word=tr("save"),
            may_be_empty=True,
        )

    def _tell_series(self, person: Person, address: str) -> bool:
        """The list of the series has it for the next meeting. The minutes know it already, so
        that a series that cannot be written is only said."""
        workspace, slug = self.facilitator.workspace, self.live.reference.partition("/")[0]
        try:
            known = {each.id: each.email for each in workspace.series_in(slug).people}
            if known.get(person.id, address) != address:
                amended = c.PersonAmended(person=person.id, email=address)
                workspace.record_in_series(slug, amended)
        except FacilitatorError as error:
            self.say_problem(
                tr("Saved for this meeting, not in the series. {reason}", reason=error),
                lasting=True,
            )
        return True
