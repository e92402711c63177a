"""What happens to the meeting itself."""

from __future__ import annotations

from datetime import date

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening
from facilitator.meeting.model import MeetingKind, NextMeeting, QuorumRule, Role


class MeetingPlanned(Happening, frozen=True, kw_only=True):
    """The first change of every meeting file."""

    title: str
    kind: MeetingKind = "workshop"
    series: str = ""
    series_name: str = ""
    language: str = "de"
    day: date | None = None
    start: str = ""
    end: str = ""
    place: str = ""
    ordinal: int | None = None
    hard_end: str = ""
    legal_number: int | None = None
    follows: str = ""
    """Id of the meeting it was planned from, or empty."""


class MeetingAmended(Amendment, frozen=True, kw_only=True):
    title: str | UnsetType = UNSET
    kind: MeetingKind | UnsetType = UNSET
    series_name: str | UnsetType = UNSET
    day: date | None | UnsetType = UNSET
    start: str | UnsetType = UNSET
    end: str | UnsetType = UNSET
    place: str | UnsetType = UNSET
    file_reference: str | UnsetType = UNSET
    ordinal: int | None | UnsetType = UNSET
    language: str | UnsetType = UNSET
    hard_end: str | UnsetType = UNSET
    legal_number: int | None | UnsetType = UNSET
    quorum_rule: QuorumRule | UnsetType = UNSET
    uses: tuple[str, ...] | UnsetType = UNSET
    renamed_to: str | UnsetType = UNSET
    renamed_by: str | UnsetType = UNSET
    next_meeting: NextMeeting | None | UnsetType = UNSET
    ended: str | UnsetType = UNSET


class MeetingStarted(Happening, frozen=True, kw_only=True):
    pass


class MeetingClosed(Happening, frozen=True, kw_only=True):
    """Ends the running item and the meeting; who is here stays 'to the end'. If it was told before
    when it was over (`MeetingAmended.ended`), that counts and not the time of the closing."""


class MeetingReopened(Happening, frozen=True, kw_only=True):
    """The meeting goes on, or its record is mended. Closed again it ended when it had ended, unless
    an item ran since."""

    reason: str = ""


class OfficerNamed(Happening, frozen=True, kw_only=True):
    """Somebody holds a role from now on; an empty name: nobody. While the meeting runs whoever
    held it before is kept with the time of the change; before and after it is a correction."""

    role: Role
    name: str
    person: str = ""


class GapLeftOpen(Happening, frozen=True, kw_only=True):
    """A gap is accepted on purpose and printed as open. `gap`: 'owners', 'due', 'answer',
    'outcome' of an entry; 'result:<item>', 'next_meeting', 'place', 'minute_taker', 'end' of the
    meeting (then `entry` is empty)."""

    gap: str
    entry: str = ""


class QuorumStated(Happening, frozen=True, kw_only=True):
    """The chair states whether the body can decide; the numbers as they were."""

    present: int
    required: int
    legal_number: int
    item: str = ""
