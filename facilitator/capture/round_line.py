"""Lines of a round: '/runde FRAGE' opens one, 'Krause: …' says who speaks, '-' passes."""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.capture.names import FIRST_NAME, Names
from facilitator.capture.people_named import NamedPerson, read_person
from facilitator.capture.reading import Context
from facilitator.capture.values import name_in_front
from facilitator.folding import fold
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.features import switched_on
from facilitator.meeting.model import Meeting, Round

_OVER = re.compile(r"(\w+)(?:\s+|$)(.*)", re.DOTALL)
_PEOPLE = frozenset(map(fold, ("personen", "leute", "alle", "people", "everybody", "all")))
_GROUPS = frozenset(map(fold, ("gruppen", "ags", "arbeitsgruppen", "groups")))
_PASSES = frozenset(("-", "–", "—"))


class OpeningRound(Struct, frozen=True, kw_only=True):
    changes: tuple[c.Change, ...] = ()
    problem: str = ""


class RoundLine(Struct, frozen=True, kw_only=True):
    """`subject`: whose answer it is: the one asked for, or another one named in front, who may have
    come later and be no subject of the round yet. `speaker`
    None: nobody was named. Without a text and not passing: only who speaks."""

    subject: str
    text: str = ""
    speaker: NamedPerson | None = None
    passes: bool = False
    problem: str = ""


def open_round(said: str, context: Context) -> OpeningRound:
    """'FRAGE' over the groups where there are any, else over the people who are here;
    'personen FRAGE' and 'gruppen FRAGE' choose."""
    tr = texts(context.language).tr
    meeting = context.meeting
    over = "groups" if meeting.groups else "people"
    prompt = " ".join(said.split())
    first = _OVER.match(prompt)
    if first and fold(first.group(1)) in _PEOPLE | _GROUPS and first.group(2):
        over = "people" if fold(first.group(1)) in _PEOPLE else "groups"
        prompt = first.group(2)
    if not prompt:
        return OpeningRound(problem=tr("A round needs a question."))
    groups = tuple(group.id for group in meeting.groups)
    subjects = groups if over == "groups" else people_asked(meeting)
    if not subjects:
        missing = (
            tr(
                "There are no groups here. Round by people: {command}",
                command=tr("/round people …"),
            )
            if over == "groups"
            else tr("Nobody is here yet who could be asked.")
        )
        return OpeningRound(problem=missing)
    opened = c.RoundOpened(
        prompt=prompt,
        item=context.item,
        over="groups" if over == "groups" else "people",
        subjects=subjects,
    )
    return OpeningRound(changes=(opened, *switched_on(meeting, "rounds")))


def people_asked(meeting: Meeting) -> tuple[str, ...]:
    """Who is here, in the order of the list of people; before anybody came, everybody on it."""
    here = {attendance.person for attendance in meeting.attendance if attendance.is_here}
    return tuple(person.id for person in meeting.people if not here or person.id in here)


def read_round_line(
    typed: str, subject: str, round_: Round, context: Context, *, names_before: int = 0
) -> RoundLine:
    """What was typed while `subject` had the floor. Nothing typed is lost: what is no name is
    text. `names_before`: so many names stood in front already; a group and who speaks for it are
    two, what looks like a third is text."""
    text = typed.strip()
    if text in _PASSES:
        return RoundLine(subject=subject, passes=True)
    if names_before > 1:
        return RoundLine(subject=subject, text=text)
    names = Names(context)
    if text.startswith("+") and text[1:2].isalpha():
        name, colon, rest = text[1:].partition(":")
        person = read_person(name, names, context)
        if isinstance(person, str):
            return RoundLine(subject=subject, problem=person)
        if len(name.split()) <= 5:
            return RoundLine(subject=subject, speaker=person, text=rest.strip() if colon else "")
    head, _, tail = text.partition(":")
    if tail.strip() in _PASSES and names.find(head):  # the dash is no word of a name
        inner = read_round_line(f"{head}: x", subject, round_, context)
        return RoundLine(subject=inner.subject, speaker=inner.speaker, passes=True)
    front = name_in_front(text, names)
    match = front[0].match if front is not None else None
    if front is None or match is None or match.rank == FIRST_NAME or (one := match.one) is None:
        return RoundLine(subject=subject, text=text)
    rest = text[front[1] :]
    is_asked = one.kind == ("group" if round_.over == "groups" else "person")
    if one.id in round_.subjects or is_asked:
        return read_round_line(rest, one.id, round_, context, names_before=names_before + 1)
    if one.kind == "person":
        named = NamedPerson(name=one.name, person=one.id)
        return RoundLine(subject=subject, speaker=named, text=rest)
    return RoundLine(subject=subject, text=text)


def speaker_of(subject: str, round_: Round, meeting: Meeting) -> NamedPerson | None:
    """Who speaks for a subject: as said, else the group's speaker, one who is here first. People
    speak for themselves."""
    answer = round_.answer_of(subject)
    if answer is not None and answer.speaker:
        return NamedPerson(name=answer.speaker, person=answer.person)
    group = meeting.group(subject)
    if group is None:
        return None
    here = {attendance.person for attendance in meeting.attendance if attendance.is_here}
    speakers = sorted(group.speakers, key=lambda person: person not in here)
    person = next((p for p in map(meeting.person, speakers) if p is not None), None)
    return NamedPerson(name=person.name, person=person.id) if person else None
