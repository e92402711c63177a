"""People, organisations, groups and fields on their way between a series and its meetings, with all
that is known of them: both ways the same, so that nothing is lost on one of them."""

from __future__ import annotations

from facilitator.meeting import changes as c
from facilitator.meeting.model import FieldOfAction, Group, Organization, Person


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
