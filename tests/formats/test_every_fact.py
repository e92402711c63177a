"""Every fact of the five meetings of the scenarios is found in every format that holds it.

The facts are taken from the meeting itself, the formats are read by other people's readers. What
is compared has no spaces and no hyphens: where lines break is up to each format.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any, Literal, get_args

import docx_reader
import html_reader
import minutes_reader
import pytest
from icalendar import Calendar
from kept_meetings import NAMES, kept, path_of
from msgspec import Struct
from oparl_schema import problems
from pypdf import PdfReader

from facilitator.exchange.json_carried import read_carried
from facilitator.formats import FORMATS, Job, Rendered, written
from facilitator.meeting.actions import current
from facilitator.meeting.majority import counted
from facilitator.meeting.model import Decision, Entry, Meeting

Kind = Literal[
    "title", "number", "item", "result", "note", "decision", "vote", "action", "owner", "due",
    "question", "parked", "present", "next", "next_rule",
]  # fmt: skip


class Fact(Struct, frozen=True):
    """`said`: any of these ways to say it will do."""

    kind: Kind
    said: tuple[str, ...]


def facts_of(meeting: Meeting) -> Iterator[Fact]:
    yield Fact("title", (meeting.title,))
    for item in meeting.agenda_items:
        if item.is_business:
            yield Fact("item", (item.title,))
            if item.result:
                yield Fact("result", (item.result,))
    for entry in meeting.entries:
        if entry.visibility == "minutes":
            yield from _facts_of_entry(entry, meeting)
    came = sum(a.status == "present" for a in meeting.attendance)
    yield Fact("present", (str(came + sum(g.number for g in meeting.unnamed_guests)),))
    if coming := meeting.next_meeting:
        if coming.day is None:
            yield Fact("next_rule", (coming.text,))
        else:
            yield Fact("next", (f"{coming.day:%d.%m.%Y}", f"{coming.day}"))


def _facts_of_entry(entry: Entry, meeting: Meeting) -> Iterator[Fact]:
    kinds: dict[str, Kind] = {
        "note": "note", "decision": "decision", "action_item": "action", "question": "question",
        "parked_topic": "parked",
    }  # fmt: skip
    yield Fact(kinds[entry.kind], (entry.text,))
    if entry.number:
        yield Fact("number", (entry.number,))
    if isinstance(entry, Decision) and entry.vote is not None:
        vote = counted(entry.vote)
        for n in (vote.yes, vote.no, vote.abstain):
            if n:
                yield Fact("vote", (str(n),))
    for action in meeting.action_items:
        if action.id == entry.id:
            now = current(action, meeting.statements)
            for owner in now.owners:
                yield Fact("owner", (owner.name,))
            if now.due is not None:
                last = now.due.last_day(meeting.next_meeting.day if meeting.next_meeting else None)
                days = (f"{last:%d.%m.%Y}", f"{last}") if last else ()
                yield Fact("due", (now.due.text, *days))


# -- readers ----------------------------------------------------------------------------------


def _markdown(content: bytes) -> str:
    front, body = content.decode().split("---\n", 2)[1:]
    return front + "\n".join(minutes_reader.all_texts(body))


def _html(content: bytes) -> str:
    return "\n".join(html_reader.texts(content.decode()))


def _docx(content: bytes) -> str:
    return "\n".join(docx_reader.texts(content))


def _pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def _json(content: bytes) -> str:
    """Every text and number, as a program gets it."""
    return "\n".join(_leaves(json.loads(content)))


def _leaves(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        for value in found.values():
            yield from _leaves(value)
    elif isinstance(found, list):
        for value in found:
            yield from _leaves(value)
    else:
        yield str(found)


def _calendar(content: bytes) -> str:
    """The values of all properties; dates as ISO writes them."""
    return "\n".join(
        str(getattr(value, "dt", value))
        for part in Calendar.from_ical(content).walk()
        for _, value in part.property_items(recursive=False)
    )


def _csv(content: bytes) -> str:
    return content.decode("utf-8-sig").replace('""', '"')


def _mail(content: bytes) -> str:
    """The text and what is attached, each by its own reader."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    found = [message.get_body(("plain",)).get_content()]  # type: ignore[union-attr]
    for part in message.iter_attachments():  # type: ignore[attr-defined]
        inner = part.get_content()
        data = inner.encode() if isinstance(inner, str) else inner
        found.append(read(part.get_filename(), data))
    return "\n".join(found)


READERS: dict[str, Callable[[bytes], str]] = {
    ".md": _markdown,
    ".html": _html,
    ".docx": _docx,
    ".pdf": _pdf,
    ".json": _json,
    ".ics": _calendar,
    ".csv": _csv,
    ".eml": _mail,
}
"""By the ending of a file."""


def read(name: str, content: bytes) -> str:
    return READERS["." + name.rpartition(".")[2]](content)


_ALL = frozenset(get_args(Kind))
HOLDS: dict[str, frozenset[str]] = {
    "csv": frozenset({"number", "decision", "vote", "action", "owner", "due"}),
    "ics": frozenset({"action", "owner", "due", "next"}),
    "oparl": _ALL - {"note", "owner"},
}
"""What a format holds where it does not hold all. Whom OParl names is tried with OParl."""


# -- the test ---------------------------------------------------------------------------------


@cache
def files(name: str, code: str) -> tuple[Rendered, ...]:
    carried = read_carried(path_of(name).read_bytes())
    job = Job(
        meeting=kept(name),
        reference=f"serie/{name}",
        rows=carried.rows,
        series_rows=carried.series_rows,
    )
    return written(code, job)


def plain(text: str) -> str:
    """As it is compared: NFKC (a PDF has ligatures), one kind of quotes, without spaces and
    hyphens."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u201c\u201d\u201e\u201f\u00ab\u00bb]", '"', text)
    text = re.sub("[\u2018\u2019\u201a]", "'", text)
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2010-\u2015\u2060-\u2069\ufeff\-]", "", text)


def missing(facts: list[Fact], text: str) -> list[Fact]:
    found = plain(text)
    return [fact for fact in facts if not any(_is_in(said, text, found) for said in fact.said)]


def _is_in(said: str, text: str, found: str) -> bool:
    """A number must stand alone."""
    if said.isdigit():
        return re.search(rf"(?<!\d){said}(?!\d)", text) is not None
    return plain(said) in found


def held_by(code: str, name: str) -> list[Fact]:
    return [fact for fact in facts_of(kept(name)) if fact.kind in HOLDS.get(code, _ALL)]


def all_of(code: str, name: str) -> str:
    return "\n".join(read(file.ending, file.content) for file in files(name, code))


@pytest.mark.parametrize("code", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_in_it(name: str, code: str) -> None:
    facts = held_by(code, name)
    assert len(facts) >= 3
    assert missing(facts, all_of(code, name)) == []


@pytest.mark.parametrize("code", FORMATS)
def test_facts_of_another_meeting_are_not(code: str) -> None:
    facts = [f for f in held_by(code, "peine") if f.kind in ("action", "decision", "owner", "item")]
    assert len(missing(facts, all_of(code, "neuwied"))) > len(facts) / 2


@pytest.mark.parametrize("name", NAMES)
def test_open_data_of_it_is_valid(name: str) -> None:
    (file,) = files(name, "oparl")
    assert problems(json.loads(file.content)) == []


@pytest.mark.parametrize("code", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_twice_the_same_bytes(name: str, code: str) -> None:
    first = files(name, code)
    files.cache_clear()
    assert files(name, code) == first
