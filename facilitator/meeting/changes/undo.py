"""Steps taken back and restored."""

from __future__ import annotations

from facilitator.meeting.changes.base import Happening


class TakenBack(Happening, frozen=True, kw_only=True):
    """These steps never were. The last word on a step counts."""

    steps: tuple[str, ...]


class Restored(Happening, frozen=True, kw_only=True):
    steps: tuple[str, ...]
