"""Who gets the minutes: the distribution list (Verteiler) of a meeting.

Members, whoever was there or is excused; guests only if they came. What holds non-public items goes
to no guest. People with an address are in the mail's own header and nowhere else.
"""

from __future__ import annotations

from facilitator.exchange.mail_headers import Address, usable_address
from facilitator.i18n import ntr
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import Meeting, Person, Value
from facilitator.minutes.wanted import Wanted

MOST_IN_SIGHT = 15
"""So many addresses at most are shown to each other, in a body or a working group."""


class Distribution(Value, frozen=True, kw_only=True):
    """`is_open`: everybody sees everybody's address (To); else nobody does (Bcc)."""

    addresses: tuple[Address, ...] = ()
    is_open: bool = False
    without_address: tuple[str, ...] = ()
    """Names of those who should get it and have no address, or none that a server takes."""
    left_out: tuple[str, ...] = ()
    """Names of guests who do not get it because it holds non-public items."""

    def remarks(self) -> tuple[str, ...]:
        """Whom the draft does not reach, in the language of the screen."""
        found = []
        if number := len(self.without_address):
            found.append(
                ntr(
                    "{n} person has no usable mail address and is not in the mail: {names}",
                    "{n} people have no usable mail address and are not in the mail: {names}",
                    number,
                    names=_listed(self.without_address),
                )
            )
        if number := len(self.left_out):
            found.append(
                ntr(
                    "{n} guest is not in the mail, because it holds non-public items: {names}",
                    "{n} guests are not in the mail, because it holds non-public items: {names}",
                    number,
                    names=_listed(self.left_out),
                )
            )
        return tuple(found)


def distribution(meeting: Meeting, wanted: Wanted) -> Distribution:
    """In the order of the list of people; each address once.

    An address that all others can read is passed on to them, and needs a reason (Art. 6 GDPR):
    the members of a body or a working group have one, since they write to each other; 70 people
    from many organisations have none. The same where it is for the public."""
    is_closed = _holds_non_public(meeting, wanted)
    found: dict[str, Address] = {}
    without, left_out = [], []
    for person in meeting.people:
        if not _belongs(meeting, person, wanted):
            continue
        if person.guest and is_closed:
            left_out.append(person.name)
            continue
        if address := usable_address(person.email):
            found.setdefault(address.casefold(), Address(name=person.name, address=address))
        else:
            without.append(person.name)
    is_open = (
        meeting.kind in ("body", "group")
        and wanted.scope != "public"
        and len(found) <= MOST_IN_SIGHT
    )
    return Distribution(
        addresses=tuple(found.values()),
        is_open=is_open,
        without_address=tuple(without),
        left_out=tuple(left_out),
    )


def _listed(names: tuple[str, ...]) -> str:
    """The first ones by name, the rest as a number."""
    more = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return shown if more <= 0 else f"{shown}, {ntr('{n} more', '{n} more', more)}"


MOST_NAMED = 12
"""People without an address named to whoever writes the mail."""


def _belongs(meeting: Meeting, person: Person, wanted: Wanted) -> bool:
    """An invitation goes to guests too: they are on the list because they were asked to come."""
    attendance = meeting.attendance_of(person.id)
    if not person.guest or wanted.kind == "agenda":
        return True
    return attendance is not None and attendance.status == "present"


def _holds_non_public(meeting: Meeting, wanted: Wanted) -> bool:
    """Items, also those that were taken off, what came of them, and action items that were born
    under one in an earlier meeting."""
    if wanted.scope == "public":
        return False
    gone = set(meeting.closed_gone)
    return (
        wanted.scope == "closed"
        or any(not is_public(meeting, item) for item in meeting.agenda_items)
        or any(not item.public for item in meeting.taken_off)
        or any(not action.public for action in meeting.tabled_actions)
        or any(entry.is_from_closed_item for entry in meeting.entries)
        or any(asked.item in gone for asked in meeting.rounds)
        or any(board.item in gone for board in meeting.boards)
    )
