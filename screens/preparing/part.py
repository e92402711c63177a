"""What the three parts have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.capture import Chip
from facilitator.meeting.changes import Change
from facilitator.meeting.model import Meeting
from screens.widgets.row_list import Row


@dataclass(frozen=True)
class OpenLine:
    """A line that is open. `row`: what it mends, or empty: something new behind `after`. `title`
    stands in the frame, `place` at its right end, `hint` under the line."""

    title: str
    row: str = ""
    text: str = ""
    hint: str = ""
    after: str = ""
    place: str = ""


@dataclass(frozen=True)
class Removal:
    """What Delete would do; with a `question` only after it was answered."""

    changes: tuple[Change, ...]
    question: str = ""


class Part:
    """One part. Methods are given the meeting as it stands; what may fail raises UsageProblem."""

    id = ""

    def __init__(self, today: date) -> None:
        self.today = today

    def title(self, meeting: Meeting) -> str:
        """The heading above the rows, with what counts."""
        raise NotImplementedError

    def rows(self, meeting: Meeting, chosen: str, width: int) -> list[Row]:
        raise NotImplementedError

    def line_for(self, meeting: Meeting, row: str) -> OpenLine | None:
        """The line that mends a row, or None."""
        return None

    def new_line(self, meeting: Meeting, chosen: str) -> OpenLine | None:
        """The line for something new."""
        return None

    def read(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[Change, ...]:
        """What the typed line makes. Raises UsageProblem; no changes: nothing differs."""
        return ()

    def chips(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[Chip, ...]:
        """What was understood of the line so far."""
        return ()

    def complete(self, meeting: Meeting, line: OpenLine, text: str) -> str | None:
        """The line with its last name completed, or None."""
        return None

    def step(self, meeting: Meeting, row: str, by: int) -> tuple[Change, ...]:
        """Left (-1) and right (1) on a row."""
        return ()

    def removal(self, meeting: Meeting, row: str) -> Removal | None:
        return None


def chip(label: str, *, taken: bool = True) -> Chip:
    """One thing understood; not taken: a hint in amber."""
    if taken:
        return Chip(key=label, kind="kind", state="taken", label=label)
    return Chip(key=label, kind="hint", state="offered", label=label)
