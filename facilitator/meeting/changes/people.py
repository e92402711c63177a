"""Who comes, goes and belongs."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening
from facilitator.meeting.model import AttendanceStatus, Stay


class OrganizationAdded(Happening, frozen=True, kw_only=True):
    name: str
    id: str = ""


class PersonAdded(Happening, frozen=True, kw_only=True):
    """A person of this meeting, expected unless an `AttendanceRecorded` says more."""

    name: str
    id: str = ""
    organization: str = ""
    role: str = ""
    email: str = ""
    guest: bool = False
    voting_right: bool = True
    is_new: bool = False
    consent: bool = False


class PersonAmended(Amendment, frozen=True, kw_only=True):
    person: str
    name: str | UnsetType = UNSET
    organization: str | UnsetType = UNSET
    role: str | UnsetType = UNSET
    email: str | UnsetType = UNSET
    guest: bool | UnsetType = UNSET
    voting_right: bool | UnsetType = UNSET
    is_new: bool | UnsetType = UNSET
    consent: bool | UnsetType = UNSET


class PersonRemoved(Happening, frozen=True, kw_only=True):
    """Not of this meeting; where the name was captured as owner it stays."""

    person: str


class GroupAdded(Happening, frozen=True, kw_only=True):
    name: str
    id: str = ""
    members: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    founded_under: str = ""
    founded_by: str = ""


class GroupAmended(Amendment, frozen=True, kw_only=True):
    group: str
    name: str | UnsetType = UNSET
    members: tuple[str, ...] | UnsetType = UNSET
    speakers: tuple[str, ...] | UnsetType = UNSET


class FieldAdded(Happening, frozen=True, kw_only=True):
    name: str
    id: str = ""


class FieldAmended(Amendment, frozen=True, kw_only=True):
    field: str
    name: str | UnsetType = UNSET


class AttendanceRecorded(Happening, frozen=True, kw_only=True):
    """Where a person stands. `present` opens a stay at `time` ("HH:MM"; empty: when recorded),
    or corrects its beginning when one is open; another status takes an open one back."""

    person: str
    status: AttendanceStatus
    time: str = ""
    remote: bool = False
    represented_by: str = ""


class PersonLeft(Happening, frozen=True, kw_only=True):
    person: str
    time: str = ""


class GuestsCounted(Happening, frozen=True, kw_only=True):
    """So many more people nobody knows by name; `is_total`: so many all in all, what was counted
    before was wrong."""

    number: int
    text: str = ""
    is_total: bool = False


class StaysCorrected(Happening, frozen=True, kw_only=True):
    """All times of one person as they really were; present if there is any."""

    person: str
    stays: tuple[Stay, ...]
