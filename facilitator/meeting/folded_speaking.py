"""The speaker list and rounds while they are folded."""

from __future__ import annotations

from typing import cast

import msgspec

from facilitator.meeting import changes as c
from facilitator.meeting.model import Instant, Round, RoundAnswer, Speaker
from facilitator.meeting.things import Thing, frozen_things


class FoldedSpeaking:
    """Mutable; one has the floor at a time, points of order wait in front of the rest."""

    def __init__(self) -> None:
        self.rounds: dict[str, Thing[Round]] = {}
        self._speakers: dict[str, Speaker] = {}
        self._order: list[str] = []
        """Ids: turns over and running, then who waits."""

    # -- the speaker list -----------------------------------------------------------------

    def added(self, stamped: c.Stamped, change: c.SpeakerAdded) -> None:
        speaker = Speaker(
            id=stamped.id,
            name=change.name,
            person=change.person,
            item=change.item,
            is_point_of_order=change.is_point_of_order,
            asked_at=stamped.at,
        )
        self._speakers[speaker.id] = speaker
        place = len(self._order)
        if speaker.is_point_of_order:
            ordinary = (
                at
                for at, other in enumerate(self._order)
                if self._speakers[other].is_waiting and not self._speakers[other].is_point_of_order
            )
            place = next(ordinary, place)
        self._order.insert(place, speaker.id)

    def moved(self, stamped: c.Stamped, change: c.SpeakerMoved) -> None:
        if not self._waits(change.speaker) or change.after == change.speaker:
            return
        self._order.remove(change.speaker)
        if change.after == "first":
            place = self._first_waiting()
        elif self._waits(change.after):
            place = self._order.index(change.after) + 1
        else:
            place = len(self._order)
        self._order.insert(place, change.speaker)

    def removed(self, stamped: c.Stamped, change: c.SpeakerRemoved) -> None:
        if self._waits(change.speaker):
            self._order.remove(change.speaker)

    def called(self, stamped: c.Stamped, change: c.SpeakerCalled) -> None:
        if not self._waits(change.speaker):
            return
        self.end_speaking(stamped.at)
        self._order.remove(change.speaker)
        self._order.insert(self._first_waiting(), change.speaker)
        self._put(change.speaker, began=stamped.at)

    def ended(self, stamped: c.Stamped, change: c.SpeakerEnded) -> None:
        speaker = self._speakers.get(change.speaker)
        if speaker is not None and speaker.is_speaking:
            self._put(speaker.id, ended=stamped.at)

    def end_speaking(self, at: Instant) -> None:
        """Whoever has the floor is through."""
        for speaker in self._order:
            if self._speakers[speaker].is_speaking:
                self._put(speaker, ended=at)

    def freeze_speakers(self) -> tuple[Speaker, ...]:
        return tuple(self._speakers[speaker] for speaker in self._order)

    def _waits(self, speaker: str) -> bool:
        return speaker in self._order and self._speakers[speaker].is_waiting

    def _first_waiting(self) -> int:
        waiting = (at for at, other in enumerate(self._order) if self._speakers[other].is_waiting)
        return next(waiting, len(self._order))

    def _put(self, speaker: str, **values: Instant) -> None:
        self._speakers[speaker] = msgspec.structs.replace(self._speakers[speaker], **values)

    # -- rounds ---------------------------------------------------------------------------

    def round_opened(self, stamped: c.Stamped, change: c.RoundOpened) -> None:
        values = {name: getattr(change, name) for name in change.__struct_fields__}
        self.rounds[stamped.id] = Thing(stamped.id, stamped.id, values | {"at": stamped.at})

    def answered(self, stamped: c.Stamped, change: c.RoundAnswered) -> None:
        """Who is asked twice keeps the place and the id of the first answer."""
        thing = self.rounds.get(change.round)
        if thing is None:
            return
        answers = cast("tuple[RoundAnswer, ...]", thing.values.get("answers", ()))
        old = next((a for a in answers if a.subject == change.subject), None)
        answer = RoundAnswer(
            id=old.id if old else stamped.id,
            subject=change.subject,
            at=old.at if old and old.is_heard else stamped.at,
            speaker=change.speaker,
            person=change.person,
            text=change.text,
            has_passed=change.has_passed,
        )
        rest = tuple(answer if a is old else a for a in answers)
        thing.put("answers", rest if old else (*answers, answer))

    def round_closed(self, stamped: c.Stamped, change: c.RoundClosed) -> None:
        if (thing := self.rounds.get(change.round)) is not None:
            thing.put("is_closed", True)

    def freeze_rounds(self) -> tuple[Round, ...]:
        return frozen_things(self.rounds, Round)
