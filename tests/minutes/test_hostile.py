"""Hostile text in every place a user's text can stand: a reader of the Markdown gets exactly what
was captured, and the blocks are those of harmless text."""

from __future__ import annotations

import cockpit
import msgspec
import papers
import pytest
from hostile import HOSTILE, hostile
from hypothesis import HealthCheck, example, given, settings
from minutes_reader import READER, all_texts, front_matter
from paper_texts import texts_in_markdown

from facilitator.meeting.model import Meeting
from facilitator.minutes.escaping import in_block, normalised, on_line
from facilitator.minutes.markdown import markdown, written
from facilitator.minutes.paper import paper
from facilitator.minutes.paper.model import Paper
from facilitator.minutes.wanted import Wanted

SIGNS = r"* ** *** _ __x__ ` \ | || \| < & &#10; ... 1. 1) - + = == : :- # ## > ~ ~~~ ! ![ [x] [^1]"
STRANGE = (
    *HOSTILE,
    *SIGNS.split(),
    "**fett",
    "- -",
    "Straße" * 1700,
    "|*_`<[&#\\" * 1100,
    "a\n" * 5000,
    "👩🏽‍🚒" * 2500,
)


def strange(examples, longest=100_000):
    """So many by chance besides those of the above that are not too long."""

    def with_all(function):
        for text in (each for each in STRANGE if len(each) <= longest):
            function = example(text=text)(function)
        checks = [HealthCheck.too_slow]
        kept = settings(deadline=None, max_examples=examples, suppress_health_check=checks)
        return kept(given(text=hostile)(function))

    return with_all


def shape(body: str) -> list[str]:
    return [
        f"{token.type} {token.tag} {token.level}"
        for token in READER.parse(body)
        if token.type != "inline"
    ]


def read_back(made: Paper) -> str:
    body = written(made, Meeting(), front_matter=False)
    assert all_texts(body) == texts_in_markdown(made)
    return body


@strange(60)
def test_every_block(text):
    if normalised(text):
        body = read_back(papers.paper(text))
        assert shape(body) == shape(read_back(papers.paper("Wort")))


@strange(60)
def test_some_of_it_strong(text):
    """Text before, in and behind what is strong, on one line and in a block."""
    for pieces in (
        ((text, True),),
        ((text, True), (" ", False), (text, False)),
        (("Nr. 1:", True), (f" {text}", False)),
        ((text, False), (text, True), (text, False)),
        (("a", False), (text, True), ("b", False), (text, True)),
    ):
        wanted = normalised("".join(piece for piece, _ in pieces))
        if not wanted:
            continue
        for source, around in (
            (in_block(pieces), ""),
            (f"- {in_block(pieces, '  ')}", ""),
            (f"## {on_line(pieces)}", ""),
            (f"| A |\n| --- |\n| {on_line(pieces)} |\n", "A"),
        ):
            assert all_texts(source) == [*filter(None, [around]), wanted]


def typed_everywhere(meeting: Meeting, text: str) -> Meeting:
    """The committee or the workshop with this text behind whatever was typed."""

    def changed_in(value: object, name: str = "") -> object:
        if isinstance(value, str) and name in TYPED and value:
            return f"{value}{text}"
        if isinstance(value, tuple):
            return tuple(changed_in(each, name) for each in value)
        if isinstance(value, msgspec.Struct) and name != "due":
            changed = {n: changed_in(getattr(value, n), n) for n in value.__struct_fields__}
            return msgspec.structs.replace(value, **changed)
        return value

    found = changed_in(meeting)
    assert isinstance(found, Meeting)
    return found


TYPED = frozenset(
    """
    text title name series_name presenter paper file_reference result reason comment answer
    outcome prompt addressee dissent concerns summary represented_by speaker columns
    """.split()
)  # fmt: skip


@pytest.mark.parametrize("name", ["committee", "workshop"])
@strange(20, longest=500)
def test_a_whole_meeting(name, text):
    meeting = getattr(cockpit, name)("de")
    made = paper(typed_everywhere(meeting, text), Wanted(language="de"))
    _, body = front_matter(markdown(typed_everywhere(meeting, text)))
    assert all_texts(body) == texts_in_markdown(made)
    assert shape(body) == shape(front_matter(markdown(meeting))[1])


@strange(60)
def test_a_reason_and_own_words(text):
    made = paper(cockpit.workshop("de"), version=2, reason=text)
    body = written(made, Meeting(), front_matter=False)
    assert all_texts(body) == texts_in_markdown(made)
