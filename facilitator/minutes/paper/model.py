"""A document laid out in blocks, before it becomes Markdown, HTML, DOCX, PDF or a preview.

What is said, in which words and in which order is decided here, once for all formats; a format
only decides how a heading or a table looks. Texts are plain: what a user typed, any characters,
line breaks among them. Each format makes them harmless in its own way.

`about` of a block, a row or a bullet is the id of the entry, agenda item, person or action item it
speaks of, or empty: the desk chooses and mends by it; files do not print it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from facilitator.meeting.model import Value
from facilitator.minutes.document.model import FrontMatter, Status
from facilitator.minutes.wanted import DocumentKind, Scope


class Run(Value, frozen=True, gc=False):
    """A stretch of text. It may hold line breaks: a user's lines stay lines."""

    text: str
    is_strong: bool = False


Runs: TypeAlias = tuple[Run, ...]


class Heading(Value, frozen=True, kw_only=True, tag="heading"):
    """`level`: 2 to 6 (1 is the title of the paper). `beside`: what stands at the right edge or
    behind it in smaller type: from-to of an agenda item."""

    level: int
    runs: Runs
    beside: str = ""
    about: str = ""


class Paragraph(Value, frozen=True, kw_only=True, gc=False, tag="paragraph"):
    """`role` "label": a bold line above a table or a list, kept with it; "facts": report by,
    paper, from-to under a heading; "remark": that nothing happened; "note": small print."""

    runs: Runs
    role: Literal["", "label", "facts", "remark", "note"] = ""
    about: str = ""


class Bullet(Value, frozen=True, kw_only=True, gc=False):
    """`depth`: 0 for the first level."""

    runs: Runs
    depth: int = 0
    about: str = ""


class Bullets(Value, frozen=True, kw_only=True, tag="bullets"):
    items: tuple[Bullet, ...]


class Fact(Value, frozen=True, kw_only=True):
    label: str
    runs: Runs
    about: str = ""


class Facts(Value, frozen=True, kw_only=True, tag="facts"):
    """What stands in the head of minutes: a label ('Datum') and what it is, a line each."""

    rows: tuple[Fact, ...]


class Resolution(Value, frozen=True, kw_only=True, tag="resolution"):
    """A decision: `title` ('Beschluss B-2026-008'), `wording` as it was decided, to the letter,
    `blocks` with the vote and what else belongs to it."""

    title: Runs
    wording: str
    blocks: tuple[Paragraph | Table | Bullets, ...] = ()
    about: str = ""


class Column(Value, frozen=True, kw_only=True):
    """`share`: of the width of the page, relative to the other columns. `is_prose`: whole
    sentences, whose words may be hyphenated; names, numbers and dates are not."""

    title: str
    share: int = 1
    is_number: bool = False
    is_prose: bool = False


class TableRow(Value, frozen=True, kw_only=True, gc=False):
    """As many cells as the table has columns. `is_total`: a sum below the others."""

    cells: tuple[Runs, ...]
    is_total: bool = False
    about: str = ""


class Table(Value, frozen=True, kw_only=True, tag="table"):
    """`summary`: what it holds, in a few words, for those who have it read to them; not printed
    where a label says it already."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    summary: str = ""
    is_to_sign: bool = False
    """Somebody writes into it by hand: its rows are higher."""


class SignatureLine(Value, frozen=True, kw_only=True):
    """`role`: 'Leitung'; `name` with its organisation, or empty."""

    role: str
    name: str = ""


class Signatures(Value, frozen=True, kw_only=True, tag="signatures"):
    lines: tuple[SignatureLine, ...]


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Facts | Resolution | Table | Signatures
)  # fmt: skip

PartName = Literal["head", "attendance", "agenda", "sections", "tail", "signatures", "annexes"]
"""The same names as the blocks of the Markdown template."""


class Part(Value, frozen=True, kw_only=True):
    """`starts_page`: where there are pages, it begins one."""

    name: PartName
    blocks: tuple[Block, ...]
    starts_page: bool = False


class Paper(Value, frozen=True, kw_only=True):
    """A whole document. `title` is its heading ('Ergebnisprotokoll: 2. Netzwerktreffen'), `name`
    what kind of document it is ('Ergebnisprotokoll'). `running_head` and `running_foot` stand on
    every page; `page_words` with `{page}` and `{pages}` in it ('Seite {page} von {pages}')."""

    kind: DocumentKind
    scope: Scope
    language: str
    name: str
    title: str
    status: Status
    version: int
    front: FrontMatter
    parts: tuple[Part, ...]
    running_head: str = ""
    running_foot: str = ""
    page_words: str = ""
    author: str = ""
    subject: str = ""

    def part(self, name: PartName) -> tuple[Block, ...]:
        """All blocks of the parts of this name."""
        return tuple(block for part in self.parts if part.name == name for block in part.blocks)
