"""People named in a line that is nothing but names: 'Haddad, Weiß und Öztürk'."""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.capture.completion import complete_name
from facilitator.capture.names import Names
from facilitator.capture.reading import Completion, Context
from facilitator.i18n import words as texts

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:und|and|&)\s+")


class NamedPerson(Struct, frozen=True, kw_only=True):
    """`person` is an id, or empty: somebody nobody knows yet, by the name as typed."""

    name: str
    person: str = ""


class PeopleReading(Struct, frozen=True, kw_only=True):
    """`problem`: why this cannot be taken, for people; then `people` is empty."""

    people: tuple[NamedPerson, ...] = ()
    problem: str = ""


def read_people(text: str, context: Context) -> PeopleReading:
    """Everybody named, in order, each once. Namesakes are a problem, unknown names are not."""
    names = Names(context)
    found: list[NamedPerson] = []
    for part in _parts(text, names):
        reading = read_person(part, names, context)
        if isinstance(reading, str):
            return PeopleReading(problem=reading)
        if reading not in found:
            found.append(reading)
    return PeopleReading(people=tuple(found))


def read_person(text: str, names: Names, context: Context) -> NamedPerson | str:
    """Who is called so, or what is wrong with the name."""
    tr = texts(context.language).tr
    name = " ".join(text.split())
    if not any(letter.isalpha() for letter in name):
        return tr("A name needs letters.")
    match = names.find(name)
    people = [known for known in match[1] if known.kind == "person"] if match else []
    if len(people) > 1:
        return tr("Several people are called {name}.", name=name)
    if people:
        return NamedPerson(name=people[0].name, person=people[0].id)
    return NamedPerson(name=match[1][0].name if match else name)


def complete_people(typed: str, start: int, context: Context) -> Completion | None:
    """The name being typed at the cursor in a list of names that begins at `start`."""
    at = len(typed) if context.cursor is None else max(start, min(context.cursor, len(typed)))
    for between in _BETWEEN.finditer(typed, start, at):
        start = between.end()
    return complete_name(typed, start, Names(context), context, people_only=True)


def _parts(text: str, names: Names) -> list[str]:
    """The names; one that is known as a whole ('Öztürk, Ayşe') stays whole."""
    if names.find(text):
        return [text]
    return [part for part in (each.strip() for each in _BETWEEN.split(text)) if part]
