"""One spelling of a name everywhere: a person is called otherwise, or a name was typed in two ways.

Pure: which changes make it so, as one step. Texts of people not printed (record only, internal)
follow as well; what lay on the table from earlier meetings stays as it was printed then.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import UNSET, UnsetType

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    ActionItem,
    Decision,
    Entry,
    Meeting,
    Note,
    Owner,
    Person,
    Question,
)


def renamed(
    meeting: Meeting, person: Person, name: str, *, typed: str = ""
) -> tuple[c.Change, ...]:
    """The person is called `name` from now on: in the list, as owner, as whoever reports, stands
    in or holds an office, and wherever the whole old name stands in a text. Empty: nothing to do.

    `typed`: the name was spelled so by somebody, and rightly: then owners typed so are this
    person, and the bare surname is put right in texts as well, where nobody else bears it. (A new
    name alone leaves bare surnames: 'Koch' may be a cook.)"""
    name = " ".join(name.split())
    if not name or name == person.name:
        return ()
    words = {person.name: name}
    surname = person.name.split()[-1]
    namesakes = [each for each in meeting.people if each.name.split()[-1:] == [surname]]
    if typed and len(namesakes) == 1:
        words[surname] = name.split()[-1]
    right = Owner(name=name, kind="person", id=person.id)
    amended = c.PersonAmended(person=person.id, name=name)
    return (amended, *_everywhere(meeting, words, person.id, right, typed))


def respelled(meeting: Meeting, typed: str, person: Person) -> tuple[c.Change, ...]:
    """What was typed as a name means this person, and is spelled like them wherever it stands."""
    right = Owner(name=person.name, kind="person", id=person.id)
    return _everywhere(meeting, {typed: _as_typed(typed, person.name)}, "", right, typed)


def _as_typed(typed: str, name: str) -> str:
    """A bare surname is put right by a bare surname."""
    return name if len(typed.split()) > 1 else name.split()[-1]


def _everywhere(
    meeting: Meeting, words: dict[str, str], person: str, right: Owner, typed: str = ""
) -> tuple[c.Change, ...]:
    """`person`: owners of this id are called otherwise; `typed`: owners that are only this name
    are this person."""

    def owner(old: Owner) -> Owner:
        is_it = (person and old.id == person) or (typed and old.kind == "name" and
                                                  _same(old.name, typed))  # fmt: skip
        return right if is_it else old

    changes: list[c.Change] = []
    for entry in meeting.entries:
        if (amended := _entry(entry, words, owner)) is not None:
            changes.append(amended)
    for statement in meeting.statements:
        owners = tuple(owner(old) for old in statement.owners or ())
        if statement.owners and owners != statement.owners:
            changes.append(c.ReviewAmended(review=statement.id, owners=owners))
    for item in meeting.agenda_items:
        title, presenter, result = (
            spelled(text, words) for text in (item.title, item.presenter, item.result)
        )
        if (title, presenter, result) != (item.title, item.presenter, item.result):
            changes.append(
                c.AgendaItemAmended(
                    item=item.id,
                    title=title if title != item.title else UNSET,
                    presenter=presenter if presenter != item.presenter else UNSET,
                    result=result if result != item.result else UNSET,
                )
            )
    for attendance in meeting.attendance:
        by = spelled(attendance.represented_by, words)
        if by != attendance.represented_by:
            changes.append(
                c.AttendanceRecorded(
                    person=attendance.person,
                    status=attendance.status,
                    remote=attendance.remote,
                    represented_by=by,
                )
            )
    return tuple(changes)


def _entry(entry: Entry, words: dict[str, str], owner: Callable[[Owner], Owner]) -> c.Change | None:
    text = spelled(entry.text, words)
    new: str | UnsetType = text if text != entry.text else UNSET
    if isinstance(entry, ActionItem | Question):
        owners = tuple(owner(old) for old in entry.owners)
        given = owners if owners != entry.owners else UNSET
        if new is UNSET and given is UNSET:
            return None
        if isinstance(entry, ActionItem):
            return c.ActionItemAmended(
                action_item=entry.id, summary=new, owners=given, read_back_at=entry.read_back_at
            )
        return c.QuestionAmended(question=entry.id, text=new, owners=given)
    if isinstance(entry, Note):
        by = spelled(entry.said_by, words)
        said = by if by != entry.said_by else UNSET
        if new is UNSET and said is UNSET:
            return None
        return c.NoteAmended(note=entry.id, text=new, said_by=said)
    if new is UNSET:
        return None
    if isinstance(entry, Decision):
        return c.DecisionAmended(decision=entry.id, wording=new)
    return c.ParkedTopicAmended(parked_topic=entry.id, text=new)


def spelled(text: str, words: dict[str, str]) -> str:
    """The text with these names as they are spelled right, where they stand as whole words."""
    wrong = [word for word in words if word and word in text]
    if not wrong:
        return text
    longest_first = sorted(wrong, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: words[found[0]], text)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
