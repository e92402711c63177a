"""The agenda before the meeting."""

from __future__ import annotations

from facilitator.meeting.model import Value
from facilitator.minutes.document.model.attendance import PersonRow
from facilitator.minutes.document.model.entries import ActionRow, ParkedRow


class InvitedItem(Value, frozen=True, kw_only=True):
    """`start` ("HH:MM") and `minutes` as planned, where the kind of meeting uses them. A title may
    be empty: then only the number is for this document."""

    id: str
    number: str
    title: str
    depth: int = 0
    is_public: bool = True
    is_break: bool = False
    start: str = ""
    minutes: int | None = None
    presenter: str = ""
    paper: str = ""
    group: str = ""


class Invitation(Value, frozen=True, kw_only=True):
    """`address`: the place as entered, with the address of a video conference: for those invited
    only. `advisory`: without a vote, where votes count. `chair_function`: of whoever leads, as in
    the list of people, or empty. `open_actions`, `parked`: what earlier meetings left."""

    day: str
    start: str
    time: str
    address: str
    items: tuple[InvitedItem, ...]
    with_times: bool
    members: tuple[PersonRow, ...] = ()
    advisory: tuple[PersonRow, ...] = ()
    guests: tuple[PersonRow, ...] = ()
    chair_function: str = ""
    open_actions: tuple[ActionRow, ...] = ()
    parked: tuple[ParkedRow, ...] = ()
