"""The body that met, its groups, the organisations that take part, and the people who consented."""

from __future__ import annotations

from facilitator.exchange.oparl.objects import Objects
from facilitator.exchange.oparl.parts import Object, filled
from facilitator.exchange.oparl.public import Public
from facilitator.meeting.model import Meeting, MeetingKind, Person

_CLASSIFICATIONS: dict[MeetingKind, str] = {
    "workshop": "Workshop",
    "network": "Netzwerk",
    "group": "AG",
    "body": "Gremium",
    "conference": "Konferenz",
}


class Body:
    """`is_invitation`: only what the agenda speaks of."""

    def __init__(
        self, meeting: Meeting, public: Public, objects: Objects, *, is_invitation: bool
    ) -> None:
        self._meeting = meeting
        self._public = public
        self._objects = objects
        self._is_invitation = is_invitation
        self._series = meeting.series or "-"
        self.address = objects.address("Organization", self._series, "series")

    def organizations(self) -> list[Object]:
        """The body first."""
        groups, others = self._named()
        return [
            self._body(),
            *(self._group(g.id, g.name) for g in self._meeting.groups if g.id in groups),
            *(self._other(o.id, o.name) for o in self._meeting.organizations if o.id in others),
        ]

    def people(self) -> list[Object]:
        return [self._person(person) for person in self._public.people]

    def _named(self) -> tuple[set[str], set[str]]:
        """Ids of the groups and of the organisations that something here speaks of."""
        items = {item.id for item in self._public.items}
        groups = {item.group for item in self._public.items}
        others = {person.organization for person in self._public.people}
        if not self._is_invitation:
            groups |= self._public.owner_ids("group")
            groups |= {g.id for g in self._meeting.groups if g.founded_under in items}
            others |= self._public.owner_ids("organization")
        return {group for group in groups if self._public.group(group)}, others

    def _body(self) -> Object:
        meeting = self._meeting
        return {
            **self._objects.new("Organization", self._series, "series"),
            **filled(
                name=meeting.series_name.strip(),
                classification=_CLASSIFICATIONS[meeting.kind],
                organizationType="Gremium" if meeting.kind == "body" else "Sonstiges",
            ),
            **self._objects.times(meeting.series),
        }

    def _group(self, group_id: str, name: str) -> Object:
        return {
            **self._objects.new("Organization", group_id),
            **filled(name=name.strip(), classification="AG", organizationType="Sonstiges"),
            "subOrganizationOf": self.address,
            **self._objects.times(group_id),
        }

    def _other(self, organization_id: str, name: str) -> Object:
        return {
            **self._objects.new("Organization", organization_id),
            **filled(name=name.strip(), organizationType="Sonstiges"),
            **self._objects.times(organization_id),
        }

    def _person(self, person: Person) -> Object:
        """Name and membership; never an address of mail."""
        return {
            **self._objects.new("Person", person.id),
            **filled(
                name=person.name.strip(),
                membership=[] if person.guest else [self._membership(person)],
            ),
            **self._objects.times(person.id),
        }

    def _membership(self, person: Person) -> Object:
        known = {organization.id for organization in self._meeting.organizations}
        sent_by = person.organization if person.organization in known else ""
        return {
            **self._objects.new("Membership", self._series, person.id),
            **filled(
                organization=self.address,
                role=person.role.strip(),
                votingRight=person.voting_right,
                onBehalfOf=self._objects.address("Organization", sent_by) if sent_by else None,
            ),
            **self._objects.times(person.id),
        }
