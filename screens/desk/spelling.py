"""Two spellings of one name: which one is right is chosen, and everywhere follows in one step."""

from __future__ import annotations

from facilitator.as_listed import as_listed
from facilitator.i18n import tr
from facilitator.meeting.model import Person
from facilitator.meeting.renaming import renamed, respelled
from facilitator.minutes.gaps import Gap
from screens.desk.elsewhere import ElsewhereActs
from screens.dialogs.choose import ChooseDialog


class SpellingActs(ElsewhereActs):
    def open_gap(self, gap: Gap) -> None:
        if gap.what == "spelling":
            self._ask_spelling(gap)
        else:
            super().open_gap(gap)

    def _ask_spelling(self, gap: Gap) -> None:
        """The people who may be meant; or the name is right as typed and the list is wrong; or it
        is somebody else."""
        meeting = self.live.meeting
        names = gap.other.split(" / ")
        people = [person for person in meeting.people if person.name in names]
        options = [(f"list-{person.id}", self._option(person, people)) for person in people]
        if len(people) == 1:
            right = as_typed(gap.detail, people[0])
            options.append((f"typed-{people[0].id}", tr("{name}: the list is wrong", name=right)))
        options.append(("else", tr("somebody else: type the name")))

        def answered(choice: str | None) -> None:
            person = next((p for p in people if choice and choice.endswith(p.id)), None)
            if choice == "else":
                self.open_gaps()
            elif choice and person is not None:
                self._spell(gap, person, is_list_right=choice.startswith("list-"))

        title = tr("Which spelling of “{name}” is right?", name=gap.detail)
        self.app.push_screen(ChooseDialog(title, options), answered)

    def _option(self, person: Person, people: list[Person]) -> str:
        organization = self.live.meeting.organization_name(person)
        name = f"{person.name} ({organization})" if organization else person.name
        return tr("{name}, as in the list of people", name=name) if len(people) == 1 else name

    def _spell(self, gap: Gap, person: Person, *, is_list_right: bool) -> None:
        meeting = self.live.meeting
        if is_list_right:
            changes = respelled(meeting, gap.detail, person)
            name = person.name
        else:
            name = as_typed(gap.detail, person)
            changes = renamed(as_listed(meeting), person, name, typed=gap.detail)
        self.record(*changes, said=tr("✓ {name}: spelled so everywhere", name=name))


def as_typed(typed: str, person: Person) -> str:
    """The name of the person with the spelling typed: 'Nowack' makes Marta Nowak Marta Nowack."""
    words = typed.split()
    if len(words) > 1:
        return " ".join(words)
    return " ".join([*person.name.split()[:-1], *words])
