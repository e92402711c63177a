"""What is recorded at the door: who comes, goes, is represented, is new; guests, whole
organisations, lists. Each act is one step, and what cannot be is said while the line stays."""

from __future__ import annotations

from facilitator.as_listed import as_listed
from facilitator.capture import Language
from facilitator.capture.door_line import MOST_LETTERS, DoorLine
from facilitator.capture.impossible import impossible_words
from facilitator.folding import fold
from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.arrivals import Arrival
from facilitator.meeting.features import uses
from facilitator.meeting.model import Attendance, Person, Stay
from facilitator.meeting.presence import comes_as_guest, is_before
from facilitator.meeting.quorum import turned
from facilitator.meeting.renaming import renamed
from facilitator.meeting.stays import Impossible, not_yet, times_said
from facilitator.quorum_words import turned_words
from facilitator.saying import joined, tr
from facilitator.told_people import stays_words
from screens.door_states import (
    Step,
    changes_of,
    is_remote_first,
    step_word,
    told_step,
)
from screens.meeting_room import MeetingRoom


class DoorActs(MeetingRoom[None]):
    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self.order: list[str] = []
        """Who came or went at this door, by id: minutes alone do not tell the latest."""
        self.represented: Arrival | None = None
        """Whose stand-in is being asked for."""

    def empty_line(self) -> None:
        raise NotImplementedError

    def draw_latest(self, choose: str = "") -> None:
        """Those who came or went last; `choose`: who of them is the chosen one now."""
        raise NotImplementedError

    # -- people ---------------------------------------------------------------------------

    def can_be(self, line: DoorLine, typed: str) -> bool:
        """Whether such a line can mean people; says why not."""
        impossible = not_yet(self.live.meeting, line.left, self.live.now())
        impossible = impossible or not_yet(self.live.meeting, line.arrived, self.live.now())
        if typed.startswith("/"):
            problem = tr("No commands in this line: Ctrl+P has them all. The line stays.")
        elif line.bad_time:
            problem = tr("{time} is no time. The line stays.", time=line.bad_time)
        elif impossible is not None:
            problem = self.refusal(impossible, "")
        else:
            return True
        self.say_problem(problem)
        return False

    def take(self, arrival: Arrival, step: Step, line: DoorLine) -> None:
        """Somebody listed, in the state that was turned to, at the times that were typed."""
        address = _address(arrival.person, line)
        if line.has_times:
            self._take_with_times(arrival, step, line)
        elif step == "here" and arrival.attendance.is_here:
            if address:
                self.save(tr("✓ mail address of {name} noted", name=arrival.person.name), *address)
            else:
                self._done(tr("{name} is here already", name=arrival.person.name), undo=False)
        elif step == "represented":
            if not address or self.record_step(*address):
                self.represented = arrival
                self.empty_line()
        else:
            self.save(
                told_step(step, arrival.person.name, time=self._clock()),
                *changes_of(step, arrival, self.live.meeting),
                *address,
            )

    def _take_with_times(self, arrival: Arrival, step: Step, line: DoorLine) -> None:
        name, state = arrival.person.name, arrival.attendance
        if step in ("excused", "represented", "expected"):
            text = tr("A time goes with who is here, not with “{state}”. The line stays.",
                      state=step_word(step))  # fmt: skip
            self.say_problem(text)
            return
        arrived, left = line.arrived, line.left
        if step == "left" and not left:
            arrived, left = "", arrived
        changes = changes_of(step, arrival, self.live.meeting)
        presence = [each for each in changes if isinstance(each, c.AttendanceRecorded)]
        remote = presence[0].remote if presence else state.remote
        said = times_said(self.live.meeting, state, arrived, left, remote=remote)
        if isinstance(said, Impossible):
            self.say_problem(self.refusal(said, name))
            return
        traits = [each for each in changes if isinstance(each, c.PersonAmended)]
        turned_online = step in ("online", "room") and not isinstance(said, c.PersonLeft)
        self.save(
            self._told_times(name, said, state),
            *traits,
            *_address(arrival.person, line),
            *(presence if turned_online and isinstance(said, c.StaysCorrected) else ()),
            said,
        )

    def _told_times(self, name: str, said: c.Change, state: Attendance) -> str:
        match said:
            case c.PersonLeft():
                return told_step("left", name, time=said.time)
            case c.StaysCorrected():
                return tr("✓ {name} was here {times}", name=name, times=stays_words(said.stays))
            case c.AttendanceRecorded() if said.time:
                return told_step("here", name, time=said.time)
        return told_step("here", name, time=self._clock())

    def is_represented(self, arrival: Arrival, stand_in: str) -> None:
        told = told_step("represented", arrival.person.name, stand_in=stand_in)
        changes = changes_of("represented", arrival, self.live.meeting, stand_in)
        before, self.represented = self.represented, None
        if not self.save(told, *changes):
            self.represented = before

    def goes(self, person_id: str) -> None:
        """Delete on the empty line: the chosen one of those who came last leaves."""
        person = self.live.meeting.person(person_id)
        state = self.live.meeting.attendance_of(person_id)
        if person is not None and state is not None and state.is_here:
            told = told_step("left", person.name, time=self._clock())
            self.save(told, c.PersonLeft(person=person_id))

    def add_new(self, line: DoorLine) -> None:
        """Somebody on no list, with an organisation, known or new."""
        name, home = line.name, line.organization
        if not any(letter.isalpha() for letter in name):
            self.say_problem(tr("A name needs letters. The line stays."))
            return
        if max(len(name), len(home)) > MOST_LETTERS:
            self.say_problem(
                tr("No name has {n} letters. The line stays.", n=max(len(name), len(home)))
            )
            return
        if line.arrived and line.left and is_before(self.live.meeting, line.left, line.arrived):
            refused = Impossible(why="goes_before_coming", time=line.left, other=line.arrived)
            self.say_problem(self.refusal(refused, name))
            return
        known = [o.id for o in self.live.meeting.organizations if fold(o.name) == fold(home)]
        changes: list[c.Change] = []
        if home and not known:
            changes.append(c.OrganizationAdded(name=home))
            known = ["^0"]
        guest = comes_as_guest(self.live.meeting)
        home_id = known[0] if home else ""
        changes.append(
            c.PersonAdded(
                name=name, organization=home_id, email=line.email, is_new=True, guest=guest
            )
        )
        person = f"^{len(changes) - 1}"
        remote = is_remote_first(self.live.meeting)
        if line.left:
            stay = Stay(arrived=line.arrived or None, left=line.left)
            changes.append(c.StaysCorrected(person=person, stays=(stay,)))
            told = tr("✓ {name} is new, was here {times}", name=name, times=stays_words((stay,)))
        else:
            changes.append(
                c.AttendanceRecorded(
                    person=person, status="present", time=line.arrived, remote=remote
                )
            )
            told = tr("✓ {name} is new and here", name=name)
            if guest:
                told = tr("✓ {name} is new and here, a guest without a vote", name=name)
        self.save(told, *changes)

    # -- recording ------------------------------------------------------------------------

    def rename(self, arrival: Arrival | None, line: DoorLine) -> None:
        """Somebody on the list is called otherwise: here and wherever the name stands."""
        if arrival is None:
            self.say_problem(tr("Nobody here is called {name}. The line stays.", name=line.name))
            return
        old = arrival.person.name
        changes = renamed(as_listed(self.live.meeting), arrival.person, line.new_name)
        if changes:
            self.save(tr("✓ {old} is now {new} everywhere", old=old, new=line.new_name), *changes)

    def save(self, told: str, *changes: c.Change, keeps_line: bool = False) -> bool:
        before = self.live.meeting
        step = self.record_step(*changes)
        if not step:
            return False
        for stamped in step:
            if isinstance(stamped.change, c.AttendanceRecorded | c.PersonLeft | c.StaysCorrected):
                self.order.append(stamped.change.person)
        self.draw_latest(self.order[-1] if self.order else "")
        now = self.live.meeting
        if uses(now, "quorum") and (quorum := turned(before, now, self.live.now())):
            told = joined(" · ", (turned_words(quorum), told))
        if keeps_line:
            self.say(told, undo=True)
        else:
            self._done(told)
        return True

    def _done(self, text: str, *, undo: bool = True) -> None:
        self.empty_line()
        self.say(text, undo=undo)

    def _clock(self) -> str:
        return f"{self.live.now().at:%H:%M}"

    def refusal(self, impossible: Impossible, name: str) -> str:
        language: Language = "de" if current_language() == "de" else "en"
        said = impossible_words(impossible, name, language=language)
        return f"{said} {tr('The line stays.')}"


def _address(person: Person, line: DoorLine) -> tuple[c.Change, ...]:
    """The mail address that was typed with a name, if it is news."""
    if not line.email or line.email == person.email:
        return ()
    return (c.PersonAmended(person=person.id, email=line.email),)
