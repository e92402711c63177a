"""What is done to the speaker list, in the live screen and in the room of the list alike."""

from __future__ import annotations

from typing import TypeVar

from facilitator.capture import Context
from facilitator.capture.speakers import ask_to_speak, list_emptied, waiting_called
from facilitator.folding import fold
from facilitator.meeting import changes as c
from facilitator.saying import ntr, tr
from screens.meeting_room import MeetingRoom

T = TypeVar("T")
CLEAR = frozenset(map(fold, ("leer", "leeren", "clear", "empty")))
"""What empties the list behind `/redeliste`."""


class SpeakerActs(MeetingRoom[T]):
    """A room in which `/rede`, `/go` and `/dran` work. Each says why not; then it is False."""

    def names_context(self) -> Context:
        """In which names are read here."""
        raise NotImplementedError

    def command_ask_to_speak(self, argument: str) -> bool:
        return self._ask_to_speak(argument)

    def command_point_of_order(self, argument: str) -> bool:
        return self._ask_to_speak(argument, is_point_of_order=True)

    def command_next_speaker(self, argument: str) -> bool:
        """The first on the list has the floor, or the one who is named, on the list or not. With
        nobody waiting whoever speaks is through."""
        meeting = self.live.meeting
        if not argument:
            if meeting.waiting:
                return self.record(c.SpeakerCalled(speaker=meeting.waiting[0].id))
            if meeting.speaking is not None:
                return self.record(c.SpeakerEnded(speaker=meeting.speaking.id))
            self.say_problem(tr("Nobody is on the speaker list."))
            return False
        context = self.names_context()
        if (speaker := waiting_called(argument, context)) is not None:
            return self.record(c.SpeakerCalled(speaker=speaker.id))
        asking = ask_to_speak(argument, context)
        if sum(isinstance(change, c.SpeakerAdded) for change in asking.changes) != 1:
            self.say_problem(asking.problem or tr("Only one at a time can have the floor."))
            return False
        return self.record(*asking.changes, c.SpeakerCalled(speaker="^0"))

    def empty_speaker_list(self) -> bool:
        number = len(self.live.meeting.waiting)
        if not number:
            self.say_problem(tr("Nobody is on the speaker list."))
            return False
        emptied = ntr(
            "✓ speaker list emptied, {n} was on it",
            "✓ speaker list emptied, {n} were on it",
            number,
        )
        return self.record(*list_emptied(self.live.meeting), said=emptied)

    def _ask_to_speak(self, argument: str, *, is_point_of_order: bool = False) -> bool:
        asking = ask_to_speak(argument, self.names_context(), is_point_of_order=is_point_of_order)
        if not asking.changes:
            self.say_problem(asking.problem)
            return False
        return self.record(*asking.changes, remark=asking.problem)
