"""Names of people in texts of the public version that somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from facilitator.as_listed import as_listed
from facilitator.folding import fold
from facilitator.i18n import tr
from facilitator.meeting.model import ActionItem, Meeting, Owner, Question
from facilitator.minutes.document.functions import NO_WORDS, pieces
from facilitator.minutes.document.office_words import is_function
from facilitator.minutes.document.scope import public_part
from facilitator.minutes.document.whole import document
from facilitator.minutes.names import is_nobody

MIN_LETTERS = 3
"""Shorter surnames are found only as part of the whole name."""


def names_in_public(meeting: Meeting) -> tuple[str, ...]:
    """Names that may be read in the public version, for whoever publishes it to check; the program
    does not change what somebody typed.

    Those from the list of people that stand in free text (a note, a wording, a title that says
    'Haddad berichtet'), in the order of the list: a surname counts as a word of its own, written
    as on the list, so that one that is a word as well ('Stein') may be reported without need.
    Behind them owners and presenters as typed who may be people: no number, organisation, group
    or abbreviation known here, and no function ('Vorsitzende')."""
    part = public_part(as_listed(meeting), NO_WORDS)
    texts = "\n".join(_texts(msgspec.to_builtins(document(part))))
    listed = tuple(
        person.name
        for person in meeting.people
        if _is_named(person.name, texts) and not is_function(person.name)
    )
    return (*listed, *_perhaps_people(part))


def warning_of_names(printed: Iterable[Meeting], *, is_for_oparl: bool = False) -> str:
    """What to tell whoever publishes, or empty: free text is printed as somebody typed it.
    `printed`: the meeting as each of the documents has it (an invitation with what is open in the
    series). `is_for_oparl`: only that file holds the public part alone."""
    names = dict.fromkeys(name for meeting in printed for name in names_in_public(meeting))
    if not names:
        return ""
    if is_for_oparl:
        return tr(
            "Names stand in texts of the OParl file; check them before you publish it: {names}.",
            names=", ".join(names),
        )
    return tr(
        "Names stand in texts of the public version; check them before you publish: {names}.",
        names=", ".join(names),
    )


def _perhaps_people(part: Meeting) -> tuple[str, ...]:
    known = {fold(organization.name) for organization in part.organizations}
    known |= {fold(group.name) for group in part.groups}
    known |= {fold(person.name) for person in part.people}  # their functions by now
    known |= {fold(person.role) for person in part.people}
    owners = [
        owner
        for entry in part.entries
        if entry.visibility == "minutes" and isinstance(entry, ActionItem | Question)
        for owner in entry.owners
    ]
    owners += [owner for action in part.tabled_actions for owner in action.owners]
    owners += [owner for said in part.statements for owner in said.owners or ()]
    owners += [Owner(name=item.presenter) for item in part.agenda_items if item.presenter.strip()]
    found = dict.fromkeys(
        name
        for owner in owners
        if owner.kind == "name" and not is_nobody(owner)
        for name in pieces(owner.name)
        if fold(name) not in known and not _is_office(name)
    )
    return tuple(found)


def _is_office(name: str) -> bool:
    """'Amt 50', 'VHS', 'AG Arbeit', a function put there or typed."""
    if is_function(name):
        return True
    return "·" in name or any(sign.isdigit() for sign in name) or name.split()[0].isupper()


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list() | tuple():
            for each in value:
                yield from _texts(each)


def _is_named(name: str, texts: str) -> bool:
    words = name.split()
    if not words:
        return False
    said = [name.strip()]
    if len(words) > 1 and len(words[-1]) >= MIN_LETTERS:
        said.append(words[-1])
    return any(re.search(rf"(?<!\w){re.escape(each)}s?(?!\w)", texts) for each in said)
