"""Who was there."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import Value


class ItemsAttended(Value, frozen=True, kw_only=True):
    """For which agenda items somebody was there who was not there for all: from the item `first`
    on, to `last`, from `first` to `last`, or not for `missed`."""

    kind: Literal["from", "to", "between", "without"]
    first: str = ""
    last: str = ""
    missed: tuple[str, ...] = ()


class PersonRow(Value, frozen=True, kw_only=True, gc=False):
    name: str
    id: str = ""
    """Of the person."""
    organization: str = ""
    function: str = ""
    time: str = ""
    """From-until where not the whole time."""
    is_remote: bool = False
    """By video, where that is not the rule."""
    represented_by: str = ""
    attended: ItemsAttended | None = None
    """Only where presence per item counts; None: there for all items."""


class Count(Value, frozen=True, kw_only=True):
    name: str
    number: int


class AttendanceList(Value, frozen=True, kw_only=True):
    present: tuple[PersonRow, ...] = ()
    """Members; where votes count those with one."""
    advisory: tuple[PersonRow, ...] = ()
    """Members without a vote, where votes count."""
    guests: tuple[PersonRow, ...] = ()
    represented: tuple[PersonRow, ...] = ()
    excused: tuple[PersonRow, ...] = ()
    unnamed: tuple[Count, ...] = ()
    """Guests nobody knows by name; `name` is what was said of them, or empty."""
    organizations: tuple[Count, ...] = ()
    """Present people (guests among them) per organisation, the largest first; those without one
    under an empty name, last."""
    are_functions: bool = False
    """Functions stand where names would."""
    annex: int | None = None
    """Number of the annex that holds the tables, when there are too many for the text."""

    @property
    def number_present(self) -> int:
        return len(self.present) + len(self.advisory) + len(self.guests)

    @property
    def number_unnamed(self) -> int:
        return sum(count.number for count in self.unnamed)

    @property
    def number_organizations(self) -> int:
        return sum(1 for count in self.organizations if count.name)

    @property
    def is_empty(self) -> bool:
        people = self.present or self.advisory or self.guests
        return not (people or self.represented or self.excused or self.unnamed)
