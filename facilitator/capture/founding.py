"""'/gruppe Steuerungsgruppe: Kern, Weiß (VHS), Nowak (Sprecherin Weiß)': a group founded here.

The same line again says who belongs to it now; '+Demir' and '-Nowak' add and remove."""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.capture.names import Names
from facilitator.capture.people_named import NamedPerson, read_person
from facilitator.capture.reading import Context
from facilitator.folding import words
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, Group, Meeting

_SPEAKER = re.compile(
    r"\(\s*(?:Sprecher(?:[*:_]?in(?:nen)?)?|speakers?|spokes(?:person|people))\b\s*:?\s*([^()]*)\)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^(.*?)\s*\(([^()]+)\)$")
_BETWEEN = re.compile(r"\s*[,;]\s*(?![^()]*\))|\s+(?:und|and)\s+(?![^()]*\))")


class Founding(Struct, frozen=True, kw_only=True):
    """`changes` found the group or change who belongs to it, as one step; `problem` says why not;
    `new` are names nobody had before, `gone` are members until now who are none any more."""

    changes: tuple[c.Change, ...] = ()
    problem: str = ""
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def found_group(said: str, context: Context, founded_by: str = "") -> Founding:
    """Read what stands behind the command. `founded_by`: id of the decision, or empty."""
    tr = texts(context.language).tr
    name, _, listed = said.partition(":")
    name = " ".join(name.split())
    if not any(letter.isalpha() for letter in name):
        return Founding(problem=tr("A group needs a name: name: members"))
    if not listed.strip() and "," in name:
        return Founding(problem=tr("A colon parts the name of the group from its members."))
    step = _Step(context, group_called(context.meeting, name))
    problem = step.read(listed)
    if problem:
        return Founding(problem=problem)
    return step.founding(name, founded_by)


def group_called(meeting: Meeting, name: str) -> Group | None:
    """The group of this name, whatever its capitals and umlauts look like."""
    key = words(name)
    return next((group for group in meeting.groups if words(group.name) == key), None)


def founding_decision(meeting: Meeting, item: str, chosen: str = "") -> str:
    """The decision by which something is founded or renamed: the chosen one, else the last of the
    item; empty if there is none."""
    if isinstance(meeting.entry(chosen), Decision):
        return chosen
    here = [decision for decision in meeting.decisions if decision.item == item]
    return here[-1].id if here else ""


class _Step:
    """The changes of one such line while it is read: new people first, then the group."""

    def __init__(self, context: Context, group: Group | None) -> None:
        self.context = context
        self.names = Names(context)
        self.group = group
        self.changes: list[c.Change] = []
        self.new: dict[str, str] = {}
        """Reference by folded name: somebody named twice is one person."""
        self.new_names: list[str] = []
        self.members: list[str] = []
        self.speakers: list[str] = []
        self.says_speakers = False

    def read(self, listed: str) -> str:
        """Members and speakers; returns a problem, or an empty string."""
        wanted = [name for found in _SPEAKER.findall(listed) for name in _parts(found)]
        rest = _parts(_SPEAKER.sub("", listed))
        self.says_speakers = bool(wanted)
        is_partial = bool(rest) and all(part[0] in "+-–" for part in rest)
        if self.group is not None and (is_partial or not rest):
            self.members = list(self.group.members)
        for part in rest:
            problem = self._member(part)
            if problem:
                return problem
        for name in wanted:
            person = self._person(name)
            if person.startswith("!"):
                return person[1:]
            if person not in self.members:
                self.members.append(person)
            self.speakers.append(person)
        return ""

    def _member(self, part: str) -> str:
        sign = part[0] if part[0] in "+-–" else ""
        bare = part[len(sign) :].strip()
        person = self._person(bare)
        if person.startswith("!"):
            return person[1:]
        if sign in ("-", "–"):
            if person not in self.members:
                tr = texts(self.context.language).tr
                return tr("{name} does not belong to it.", name=bare)
            self.members.remove(person)
        elif person not in self.members:
            self.members.append(person)
        return ""

    def _person(self, said: str) -> str:
        """The id of somebody known, or the reference to a person made in this step; '!…': what is
        wrong with the name."""
        brackets = _IN_BRACKETS.match(said)
        name, organization = (brackets[1], brackets[2]) if brackets else (said, "")
        whole = f"{name} {organization}".strip()
        found = read_person(whole, self.names, self.context)
        if isinstance(found, NamedPerson) and not found.person and organization:
            found = NamedPerson(name=" ".join(name.split()))
        if isinstance(found, str):
            return f"!{found}"
        return found.person or self._new_person(found.name, organization)

    def _new_person(self, name: str, organization: str) -> str:
        key = " ".join(words(name))
        if key not in self.new:
            reference = self._organization(organization) if organization else ""
            self.changes.append(c.PersonAdded(name=name, organization=reference))
            self.new[key] = f"^{len(self.changes) - 1}"
            self.new_names.append(name)
        return self.new[key]

    def _organization(self, name: str) -> str:
        key = words(name)
        for organization in self.context.meeting.organizations:
            if words(organization.name) == key:
                return organization.id
        for place, change in enumerate(self.changes):
            if isinstance(change, c.OrganizationAdded) and words(change.name) == key:
                return f"^{place}"
        self.changes.append(c.OrganizationAdded(name=name.strip()))
        return f"^{len(self.changes) - 1}"

    def founding(self, name: str, founded_by: str) -> Founding:
        members, speakers = tuple(self.members), tuple(self.speakers)
        group = self.group
        if group is None:
            added = c.GroupAdded(
                name=name,
                members=members,
                speakers=speakers,
                founded_under=self.context.item,
                founded_by=founded_by,
            )
            return Founding(changes=(*self.changes, added), new=tuple(self.new_names))
        kept = tuple(person for person in group.speakers if person in members)
        speakers = speakers if self.says_speakers else kept
        if (members, speakers) == (group.members, group.speakers):
            tr = texts(self.context.language).tr
            return Founding(problem=tr("{name}: nothing new in this line.", name=group.name))
        amended = c.GroupAmended(group=group.id, members=members, speakers=speakers)
        gone = (person for person in group.members if person not in members)
        found = filter(None, map(self.context.meeting.person, gone))
        return Founding(
            changes=(*self.changes, amended),
            new=tuple(self.new_names),
            gone=tuple(person.name for person in found),
        )


def _parts(listed: str) -> list[str]:
    return [part for part in (each.strip() for each in _BETWEEN.split(listed)) if part]
