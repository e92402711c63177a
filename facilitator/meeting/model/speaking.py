"""Who speaks, who asked to, and rounds in which each has the floor once."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model.base import Instant, Value


class Speaker(Value, frozen=True, kw_only=True):
    """One turn on the speaker list: waiting (`began` None), speaking (`ended` None) or over."""

    id: str
    name: str
    asked_at: Instant
    person: str = ""
    """Id of the person, or empty: somebody not on the list of people."""
    item: str = ""
    is_point_of_order: bool = False
    """Goes first (Antrag zur Geschäftsordnung)."""
    began: Instant | None = None
    ended: Instant | None = None

    @property
    def is_waiting(self) -> bool:
        return self.began is None

    @property
    def is_speaking(self) -> bool:
        return self.began is not None and self.ended is None

    def seconds(self, now: Instant) -> float:
        """How long this turn took, or takes."""
        return self.began.seconds_until(self.ended or now) if self.began else 0.0


class RoundAnswer(Value, frozen=True, kw_only=True):
    """What one person or group said. `subject`: id of the person or group asked; `speaker`: name
    of who spoke for it, as printed. `has_passed`: asked, and nothing to say. Without a text it
    only says who will speak."""

    id: str
    subject: str
    at: Instant
    speaker: str = ""
    person: str = ""
    text: str = ""
    has_passed: bool = False

    @property
    def is_heard(self) -> bool:
        """It answered, or it passed."""
        return self.has_passed or bool(self.text)


class Round(Value, frozen=True, kw_only=True):
    """Each person or each group has the floor once. `subjects`: their ids in the order of asking;
    who is missing follows from the answers."""

    id: str
    prompt: str
    at: Instant
    item: str = ""
    over: Literal["groups", "people"] = "groups"
    subjects: tuple[str, ...] = ()
    answers: tuple[RoundAnswer, ...] = ()
    is_closed: bool = False

    def answer_of(self, subject: str) -> RoundAnswer | None:
        return next((a for a in self.answers if a.subject == subject), None)

    @property
    def missing(self) -> tuple[str, ...]:
        """Who has not been heard, in the order of asking."""
        heard = {answer.subject for answer in self.answers if answer.is_heard}
        return tuple(subject for subject in self.subjects if subject not in heard)
