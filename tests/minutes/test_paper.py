"""A meeting laid out: parts, words, and what each block is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import cockpit
import msgspec
import pytest

from facilitator.minutes.paper import paper
from facilitator.minutes.paper.model import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paper,
    Resolution,
    Runs,
    Signatures,
    Table,
)
from facilitator.minutes.stamp import stamp
from facilitator.minutes.wanted import Wanted

ISSUED = date(2026, 10, 15)


def text_of(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def facts(of: Paper) -> dict[str, str]:
    (block,) = of.part("head")
    assert isinstance(block, Facts)
    return {row.label: text_of(row.runs) for row in block.rows}


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Resolution):
            yield from all_blocks(block.blocks)


def everything(of: Paper) -> list[Block]:
    return [block for part in of.parts for block in all_blocks(part.blocks)]


def test_parts_and_what_stands_on_each_page(network):
    made = paper(network, issued=ISSUED)
    assert [part.name for part in made.parts] == [
        "head", "attendance", "agenda", "sections", "tail", "signatures", "annexes", "annexes",
    ]  # fmt: skip
    assert [part.starts_page for part in made.parts] == [False] * 6 + [True] * 2
    assert made.title == "Ergebnisprotokoll: 2. Netzwerktreffen"
    assert made.running_head == "Netzwerk Integration · 2. Netzwerktreffen · Mittwoch, 14.10.2026"
    assert made.running_foot == "Fassung 1 (Entwurf)"
    assert made.page_words == "Seite {page} von {pages}"
    assert made.author == "Anna Abel (Landratsamt)"
    assert made.subject == "2. Netzwerktreffen am Mittwoch, 14.10.2026"
    assert paper(network, issued=ISSUED) == made


def test_an_invitation_is_no_draft(network):
    made = paper(network, Wanted(kind="agenda"))
    assert (made.running_foot, stamp(made)) == ("", "")
    assert stamp(paper(network)) == "Entwurf"


def test_the_language_wanted_wins(network):
    made = paper(network, Wanted(language="en"))
    assert (made.language, made.title) == ("en", "Minutes: 2nd Netzwerktreffen")


def test_from_to_stands_beside_the_heading():
    headings = [b for b in everything(paper(cockpit.committee("de"))) if isinstance(b, Heading)]
    found = {text_of(h.runs): h.beside for h in headings}
    assert found["TOP 3: Vergabe der Sprachkurse"] == "16:20–16:45 Uhr"


def test_each_block_says_what_it_is_about():
    meeting = cockpit.committee("de")
    made = everything(paper(meeting))
    items = {f"TOP {item.number}: {item.title}": item.id for item in meeting.agenda_items}
    for heading in made:
        if isinstance(heading, Heading) and text_of(heading.runs).startswith("TOP"):
            assert heading.about == items[text_of(heading.runs)]
    decisions = [b.about for b in made if isinstance(b, Resolution)]
    assert sorted(decisions) == sorted(d.id for d in meeting.decisions)
    rows = {
        row.about: text_of(row.cells[0]) for b in made if isinstance(b, Table) for row in b.rows
    }
    for entry in (*meeting.decisions, *meeting.action_items):
        assert rows[entry.id] == (entry.number or entry.tag)
    people = {person.id: person.name for person in meeting.people}
    present = [a.person for a in meeting.attendance if a.status == "present"]
    assert {rows[each] for each in present} == {people[each] for each in present}
    bullets = {i.about: text_of(i.runs) for b in made if isinstance(b, Bullets) for i in b.items}
    for note in (n for n in meeting.notes if n.visibility == "minutes"):
        assert bullets[note.id] == note.text


def test_tabled_actions_and_questions_are_named_too(network):
    made = everything(paper(network))
    rows = [row.about for b in made if isinstance(b, Table) for row in b.rows]
    assert {action.id for action in network.tabled_actions} <= set(rows)
    bullets = [item.about for b in made if isinstance(b, Bullets) for item in b.items]
    for entry in (*network.questions, *network.parked_topics):
        assert bullets.count(entry.id) == (1 if getattr(entry, "answer", "") else 2)


@pytest.mark.parametrize(
    ("language", "line", "until"),
    [
        (
            "de",
            "3 (versandt), ausgestellt am 15.10.2026, geändert gegenüber Fassung 2: "
            "Stimmen berichtigt",
            ("Einwände", "bis 28.10.2026"),
        ),
        (
            "en",
            "3 (sent), issued on 15 October 2026, changed from version 2: Stimmen berichtigt",
            ("Objections", "until 28 October 2026"),
        ),
    ],
)
def test_a_later_version_says_why(network, language, line, until):
    made = paper(
        network,
        Wanted(language=language),
        issued=ISSUED,
        version=3,
        status="sent",
        reason=" Stimmen berichtigt ",
        objections_until=date(2026, 10, 28),
    )
    found = facts(made)
    assert line in found.values()
    assert found[until[0]] == until[1]
    assert "Fassung 1" in facts(paper(network, version=3, reason="x", before=1))["Fassung"]


def test_who_signs():
    (signed,) = (b for b in everything(paper(cockpit.committee("de"))) if isinstance(b, Signatures))
    assert [(line.role, line.name) for line in signed.lines] == [
        ("Leitung", "Petra Weiß (SPD)"),
        ("Leitung", "Tomasz Nowak (CDU)"),
        ("Protokoll", "Ole Lang"),
    ]


def test_tables_are_as_wide_as_their_rows(network, body):
    for meeting in (network, body, cockpit.workshop("de"), cockpit.committee("en")):
        for block in everything(paper(meeting)):
            if isinstance(block, Table):
                assert {len(row.cells) for row in block.rows} == {len(block.columns)}
                assert block.summary


def test_a_body_has_sittings_and_a_network_meets(network):
    def heading(kind: str) -> str:
        made = paper(msgspec.structs.replace(network, kind=kind)).part("tail")
        return [text_of(b.runs) for b in made if isinstance(b, Heading)][-1]

    assert heading("body") == "Nächste Sitzung"
    assert {heading(kind) for kind in ("network", "workshop", "group")} == {"Nächstes Treffen"}
