"""People, organisations, groups and fields on their way between a series and its meetings, with all
that is known of them: both ways the same, so that nothing is lost on one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    FieldOfAction,
    Group,
    Meeting,
    Organization,
    Person,
    Series,
)


def person_added(person: Person) -> c.PersonAdded:
    return c.PersonAdded(
        id=person.id,
        name=person.name,
        organization=person.organization,
        role=person.role,
        email=person.email,
        guest=person.guest,
        voting_right=person.voting_right,
        consent=person.consent,
    )


def organization_added(organization: Organization) -> c.OrganizationAdded:
    return c.OrganizationAdded(id=organization.id, name=organization.name)


def group_added(group: Group) -> c.GroupAdded:
    return c.GroupAdded(
        id=group.id, name=group.name, members=group.members, speakers=group.speakers
    )


def field_added(field: FieldOfAction) -> c.FieldAdded:
    return c.FieldAdded(id=field.id, name=field.name)


def respelled(
    people: Collection[str], meeting: Meeting, series: Series, history: Iterable[c.Stamped]
) -> tuple[c.PersonAmended, ...]:
    """Names of these people that were mended in the meeting and are others in the series' list.
    One the meeting never knew is left alone: somebody mended it later, elsewhere."""
    known: dict[str, set[str]] = {}
    for stamped in history:
        change = stamped.change
        if isinstance(change, c.PersonAdded):
            known.setdefault(change.id or stamped.id, set()).add(change.name)
        elif isinstance(change, c.PersonAmended) and isinstance(change.name, str):
            known.setdefault(change.person, set()).add(change.name)
    listed = {person.id: person.name for person in series.people}
    return tuple(
        c.PersonAmended(person=person.id, name=person.name)
        for person in meeting.people
        if person.id in people
        and listed.get(person.id, person.name) != person.name
        and listed[person.id] in known.get(person.id, ())
    )
