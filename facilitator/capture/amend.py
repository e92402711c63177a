"""'M7 >Haddad bis März': an entry of this meeting by its tag, and nothing but who, when, field and
state behind it. 'B27 wird ausgebaut' is text."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from facilitator.capture.completion import complete_owner
from facilitator.capture.due import read_due
from facilitator.capture.found import Values
from facilitator.capture.names import Names
from facilitator.capture.phrases import impossible_at_the_end, no_such_date
from facilitator.capture.reading import Chip, Context, Reading
from facilitator.capture.recording import Line
from facilitator.capture.sentence import without
from facilitator.capture.tokens import find_tokens
from facilitator.capture.values import read_values
from facilitator.folding import fold
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, ActionStatus, Entry, Meeting, Question

_TAG = re.compile(r"([Mm?]\d{1,4})(?::\s*|\s+)(?=\S)")
_STATUS_WORDS: dict[ActionStatus, str] = {
    "completed": "erledigt, fertig, done, completed",
    "in-process": "läuft, in Arbeit, in progress, ongoing",
    "needs-action": "offen, open",
}
_STATUS = {fold(w): status for status, words in _STATUS_WORDS.items() for w in words.split(", ")}


def tag_of(text: str) -> str:
    """The tag a line begins with ('M7', '?2'), or an empty string."""
    tag = _TAG.match(text)
    return tag.group(1).upper() if tag else ""


def find_by_tag(meeting: Meeting, tag: str) -> Entry | None:
    """The entry that bears this tag now."""
    return next((entry for entry in meeting.entries if entry.tag == tag), None)


def read_amend(line: Line, context: Context, names: Names) -> Reading | None:
    """None: no tag of this meeting, or more behind it than tokens."""
    tag = _TAG.match(line.text)
    entry = find_by_tag(context.meeting, tag_of(line.text)) if tag else None
    if tag is None or not isinstance(entry, (ActionItem, Question)):
        return None
    body = line.text[tag.end() :]
    status, rest = _split_status(body) if isinstance(entry, ActionItem) else (None, body)
    values = _only_tokens(rest, names, context)
    if values is None:
        return _impossible(line, entry, rest, context)
    if status is None and not (values.owners or values.due or values.field):
        return None
    change = _change(entry, values, status)
    chips = (
        Chip(key="amend", kind="amend", state="taken", label=f"{entry.tag} {entry.text}"),
        *values.chips,
    )
    if status is not None:
        label = _status_words(status, context)
        chips = (*chips, Chip(key="status", kind="hint", state="taken", label=label))
    return Reading(
        kind="amend",
        changes=(change,),
        chips=chips,
        text=entry.text,
        completion=complete_owner(line.typed, names, context),
    )


def _only_tokens(rest: str, names: Names, context: Context) -> Values | None:
    """Who, when and field, if the rest is nothing else; None: it is (partly) text."""
    if not rest:
        return Values(text="")
    if read_due(rest, context.today, context.language) is not None:
        rest = f"<{rest}"  # a phrase alone, as spoken: 'bis März', 'Ende März'
    values = read_values(rest, names, msgspec.structs.replace(context, taken=frozenset()))
    return None if values.text.strip(" .") else values


def _impossible(line: Line, entry: Entry, rest: str, context: Context) -> Reading | None:
    """'M7 <31.02.' is a note with a hint; other text is none of ours."""
    tokens, impossible = find_tokens(rest, Names(context), context)
    impossible = impossible or impossible_at_the_end(rest)
    left = without(rest, [(token.start, token.end) for token in tokens])
    if not impossible or len(left.split()) > 3:
        return None
    return Reading(
        changes=(c.NoteRecorded(item=context.item, line=line.typed, text=line.text),),
        text=line.text,
        problem=no_such_date(impossible, context),
    )


def _split_status(body: str) -> tuple[ActionStatus | None, str]:
    """The state at the start or end of the words, and the rest."""
    parts = body.split()
    for count in (2, 1):
        if status := _STATUS.get(fold(" ".join(parts[:count]))):
            return status, " ".join(parts[count:])
        if status := _STATUS.get(fold(" ".join(parts[-count:]))):
            return status, " ".join(parts[:-count])
    return None, body


def _change(entry: ActionItem | Question, values: Values, status: ActionStatus | None) -> c.Change:
    said: dict[str, Any] = {}
    if values.owners:
        said["owners"] = values.owners
    if values.due:
        said["due"] = values.due
    if isinstance(entry, Question):
        return c.QuestionAmended(question=entry.id, **said)
    if values.field:
        said["field"] = values.field.id
    if status is not None:
        said["status"] = status
    return c.ActionItemAmended(action_item=entry.id, **said)


def _status_words(status: ActionStatus, context: Context) -> str:
    tr = texts(context.language).tr
    if status == "completed":
        return tr("done")
    return tr("in progress") if status == "in-process" else tr("open")
