"""Small pieces every part of a paper is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.minutes.document.model import Office, PersonRow
from facilitator.minutes.paper.model import (
    Bullet,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    TableRow,
)


def typed(text: str) -> str:
    """What a user typed, without the blanks around it; those inside stay."""
    return text.strip()


def plain(text: str) -> Runs:
    return (Run(text),) if text else ()


def strong(text: str) -> Runs:
    return (Run(text, is_strong=True),) if text else ()


def labelled(label: str, text: str) -> Runs:
    """'**Ergebnis:** zur Kenntnis genommen'."""
    return (Run(f"{label}:", is_strong=True), Run(f" {text}"))


def bracketed(text: str, *beside: str) -> str:
    """'Verschiedenes (nichtöffentlich) (vertagt)'; what is empty is left out."""
    return " ".join([text, *(f"({each})" for each in beside if each)])


def named(person: Office | PersonRow) -> str:
    """'Petra Weiß (Stadt)'."""
    return bracketed(typed(person.name), typed(person.organization))


def heading(level: int, text: str, *, beside: str = "", about: str = "") -> Heading:
    return Heading(level=level, runs=plain(text), beside=beside, about=about)


def label(text: str) -> Paragraph:
    return Paragraph(runs=strong(text), role="label")


def bullets(rows: Iterable[tuple[Runs, str]], depths: Sequence[int] = ()) -> Bullets:
    """Of runs with what they are about; on the first level unless depths are given."""
    return Bullets(
        items=tuple(
            Bullet(runs=runs, depth=depths[at] if depths else 0, about=about)
            for at, (runs, about) in enumerate(rows)
        )
    )


def table(
    columns: Iterable[Column], rows: Iterable[tuple[Iterable[str], str]], summary: str
) -> Table:
    """Of cells with what their row is about."""
    return Table(
        columns=tuple(columns),
        rows=tuple(
            TableRow(
                cells=tuple([(Run(text),) if (text := cell.strip()) else () for cell in cells]),
                about=about,
            )
            for cells, about in rows
        ),
        summary=summary,
    )
