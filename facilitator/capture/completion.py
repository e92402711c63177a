"""Names offered while one is typed: those in the room first, then owners of open action items,
then everybody else, organisations, groups."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facilitator.capture.names import Known, Names
from facilitator.capture.reading import Candidate, Completion, Context
from facilitator.folding import words
from facilitator.i18n import words as texts

MOST = 8
"""Candidates shown at most."""

_BEHIND_SIGN = re.compile(r"(?<!\S)[>@](?=[^\W\d_])([^<>@()\n]*)$")
_FIELD_BEHIND_SIGN = re.compile(r"(?<!\S)#(?=[^\W\d_])([^<>@#()\n]*)$")


def complete_owner(typed: str, names: Names, context: Context) -> Completion | None:
    """The name being typed behind `>` or `@` at the cursor; None if it already is one."""
    at = _cursor(typed, context)
    found = _BEHIND_SIGN.search(typed, 0, at) if at is not None else None
    if found is None:
        return None
    start = found.start(1) + max(found.group(1).rfind(","), found.group(1).rfind("/")) + 1
    return complete_name(typed, start, names, context)


def complete_name(
    typed: str, start: int, names: Names, context: Context, *, people_only: bool = False
) -> Completion | None:
    """The name that begins at `start` and is being typed at the cursor."""
    at = _cursor(typed, context)
    if at is None or start >= at:
        return None
    start += len(typed[start:at]) - len(typed[start:at].lstrip())
    fragment = typed[start:at]
    if not fragment or fragment[-1].isspace() or len(fragment.split()) > 5:
        return None
    exact = names.find(fragment)
    if exact and (len(exact[1]) == 1 or at < len(typed)):
        return None
    found: Iterable[Known] = exact[1] if exact else names.register.starting(fragment)
    if people_only:
        found = (known for known in found if known.kind == "person")
    candidates = _ordered(found, context)
    if not candidates:
        return None
    return Completion(
        fragment=fragment,
        start=start,
        end=at,
        kind="person" if people_only else "owner",
        candidates=candidates,
    )


def complete_field(typed: str, context: Context) -> Completion | None:
    """The field of action being typed behind `#` at the cursor."""
    at = _cursor(typed, context)
    found = _FIELD_BEHIND_SIGN.search(typed, 0, at) if at is not None else None
    if found is None:
        return None
    key = " ".join(words(found.group(1)))
    fields = [(field, " ".join(words(field.name))) for field in context.meeting.fields]
    fitting = [field for field, name in fields if key and name.startswith(key) and name != key]
    if not fitting or any(name == key for _, name in fields):
        return None
    return Completion(
        fragment=found.group(1),
        start=found.start(1),
        end=found.end(1),
        kind="field",
        candidates=tuple(
            Candidate(id=field.id, kind="field", name=field.name, insert=field.name)
            for field in fitting[:MOST]
        ),
    )


def _cursor(typed: str, context: Context) -> int | None:
    """Where the cursor stands, if it stands at the end of a word."""
    at = len(typed) if context.cursor is None else max(0, min(context.cursor, len(typed)))
    return at if at == len(typed) or typed[at].isspace() else None


_KIND_ORDER = {"person": 0, "organization": 1, "group": 2}


def _ordered(found: Iterable[Known], context: Context) -> tuple[Candidate, ...]:
    meeting = context.meeting
    all_found = list(found)
    if not all_found:
        return ()
    here = {attendance.person for attendance in meeting.attendance if attendance.is_here}
    busy = {owner.id for action in meeting.tabled_actions for owner in action.owners}

    def place(known: Known) -> tuple[bool, bool, int]:
        return known.id not in here, known.id not in busy, _KIND_ORDER[known.kind]

    tr = texts(context.language).tr
    details = {"group": tr("working group"), "organization": tr("organisation"), "person": ""}
    return tuple(
        Candidate(
            id=known.id,
            kind=known.kind,
            name=known.name,
            detail=known.detail or details[known.kind],
            present=known.id in here,
            insert=known.name,
        )
        for known in sorted(all_found, key=place)[:MOST]
    )
