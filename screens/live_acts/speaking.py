"""Who speaks: the speaker list and points of order."""

from __future__ import annotations

from facilitator.capture import Context
from facilitator.folding import fold
from facilitator.meeting import changes as c
from facilitator.saying import ntr, tr
from screens.live_room import LiveRoom
from screens.speaker_acts import CLEAR, SpeakerActs


class SpeakingActs(SpeakerActs[None], LiveRoom):
    """The speaker list."""

    def names_context(self) -> Context:
        return self.typing.context()

    def action_speaker_list(self) -> None:
        self.facilitator.go_speakers(self.live, self.keep_aside)

    def command_speaker_list(self, argument: str) -> bool:
        """`/redeliste` opens it, `/redeliste leer` empties it, with names it adds them."""
        if not argument:
            self.action_speaker_list()
            return True
        if fold(argument) in CLEAR:
            return self.empty_speaker_list()
        return self.command_ask_to_speak(argument)

    def record(self, *changes: c.Change, said: str = "", remark: str = "") -> bool:
        """When another item starts, who still waits stays on the list, and that is said."""
        waiting = len(self.live.meeting.waiting)
        if waiting and any(isinstance(change, c.ItemStarted) for change in changes):
            stay = ntr(
                "{n} stays on the speaker list ({command} empties it)",
                "{n} stay on the speaker list ({command} empties it)",
                waiting,
                command=tr("/speakers clear"),
            )
            remark = f"{remark} · {stay}" if remark else stay
        return super().record(*changes, said=said, remark=remark)

    def keep_aside(self, text: str) -> None:
        """A line left half typed in the room of the list or of a round is put aside here."""
        self.line.put_aside(text)
        self.keep_draft()
