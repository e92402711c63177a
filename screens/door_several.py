"""Several at once at the door: all of an organisation, unnamed guests, a list read in (again)."""

from __future__ import annotations

from facilitator.capture.door_line import MOST_GUESTS, DoorLine
from facilitator.exchange.people_csv import PeopleList
from facilitator.meeting import changes as c
from facilitator.meeting.arrivals import OrganizationAtDoor
from facilitator.meeting.model import Attendance
from facilitator.meeting.stays import Impossible, times_said
from facilitator.planning.people import people_changes
from facilitator.saying import ntr, tr
from screens.dialogs.question import QuestionDialog
from screens.door_acts import DoorActs
from screens.door_states import Step, is_remote_first


class SeveralAtDoor(DoorActs):
    def all_come(self, found: OrganizationAtDoor | None, step: Step, line: DoorLine) -> None:
        """All of an organisation who are expected, in one step."""
        if found is None:
            self.say_problem(tr("No organisation begins like that. The line stays."))
            return
        name = found.organization.name
        if not found.expected:
            self.say_problem(tr("Nobody of {name} is expected any more.", name=name))
            return
        changes: list[c.Change] = []
        for person in found.expected:
            state = self.live.meeting.attendance_of(person) or Attendance(person=person)
            remote = step == "online" or is_remote_first(self.live.meeting, state)
            if step == "excused":
                changes.append(c.AttendanceRecorded(person=person, status="excused"))
            elif line.has_times:
                said = times_said(self.live.meeting, state, line.arrived, line.left, remote=remote)
                if isinstance(said, Impossible):
                    self.say_problem(self.refusal(said, name))
                    return
                changes.append(said)
            else:
                changes.append(c.AttendanceRecorded(person=person, status="present", remote=remote))
        number = len(changes)
        if step == "excused":
            told = ntr("✓ {n} of {name} is excused", "✓ {n} of {name} are excused", number,
                       name=name)  # fmt: skip
        else:
            told = ntr("✓ {n} of {name} is here", "✓ {n} of {name} are here", number, name=name)
        self.save(told, *changes)

    def guests_words(self, line: DoorLine) -> str:
        """What a number of guests would do."""
        number, before = line.guests or 0, self._unnamed()
        if line.is_total:
            return ntr("{n} unnamed guest all in all (so far {before})",
                       "{n} unnamed guests all in all (so far {before})",
                       number, before=before)  # fmt: skip
        if number < 0:
            return ntr("{n} unnamed guest fewer, {total} all in all",
                       "{n} unnamed guests fewer, {total} all in all",
                       -number, total=max(0, before + number))  # fmt: skip
        return ntr("{n} unnamed guest more, {total} all in all",
                   "{n} unnamed guests more, {total} all in all",
                   number, total=before + number)  # fmt: skip

    def count_guests(self, line: DoorLine) -> None:
        """'+3 Gäste' are more, '-2 Gäste' fewer, '15 Gäste' so many all in all."""
        number, before = line.guests or 0, self._unnamed()
        if number > MOST_GUESTS:
            self.say_problem(tr("No room holds {n} guests. The line stays.", n=number))
            return
        if not line.is_total and before + number < 0:
            self.say_problem(
                ntr("Only {n} unnamed guest is counted. The line stays.",
                    "Only {n} unnamed guests are counted. The line stays.", before)
            )  # fmt: skip
            return
        total = number if line.is_total else before + number
        if number > 0 and not line.is_total:
            change = c.GuestsCounted(number=number, text=line.guests_text)
        else:
            change = c.GuestsCounted(number=total, text=line.guests_text, is_total=True)
        told = ntr("✓ {n} unnamed guest all in all", "✓ {n} unnamed guests all in all", total)
        self.save(told, change)

    def _unnamed(self) -> int:
        return sum(each.number for each in self.live.meeting.unnamed_guests)

    async def take_list(self, found: PeopleList) -> None:
        """A list read in (again): asks with numbers only, for the queue can read the screen."""
        changes = people_changes(found, self.live.meeting)
        number = len(found.people)
        if not changes:
            self.say(tr("Everybody on this list is here already, as it says."))
            return
        text = list_words(changes, number, len(found.problems))
        question = QuestionDialog(tr("TAKE THE LIST IN?"), text, tr("take it in"))
        if await self.app.push_screen_wait(question):
            told = ntr("✓ {n} person read in", "✓ {n} people read in", number)
            self.save(told, *changes, keeps_line=True)


def list_words(changes: tuple[c.Change, ...], number: int, remarks: int) -> str:
    """What a list would bring, in numbers."""
    added = sum(isinstance(each, c.PersonAdded) for each in changes)
    states = [each.status for each in changes if isinstance(each, c.AttendanceRecorded)]
    parts = [ntr("{n} person", "{n} people", number)]
    if added:
        parts.append(tr("{n} of them new", n=added))
    if excused := states.count("excused"):
        parts.append(tr("{n} excused", n=excused))
    if represented := states.count("represented"):
        parts.append(tr("{n} represented", n=represented))
    if remarks:
        parts.append(ntr("{n} remark", "{n} remarks", remarks))
    kept = tr("Whoever has come keeps their times and state.")
    return f"{' · '.join(parts)}\n\n{kept}"
