"""How the command line prints: data to stdout, narration to stderr, no control code of a user's
text on a terminal, UTF-8 wherever it is not a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from facilitator.folding import display

Row = Sequence[str]


def narrate(text: str) -> None:
    """Say something to the person, on stderr, each line safe for a terminal."""
    click.echo("\n".join(display(line) for line in text.split("\n")), err=True)


def is_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def put(text: str) -> None:
    """Data to stdout: safe signs on a terminal, the bytes of the file otherwise."""
    if is_terminal():
        click.echo("\n".join(display(line) for line in text.split("\n")), nl=False)
    else:
        put_bytes(text.encode("utf-8", errors="backslashreplace"))


def put_bytes(content: bytes) -> None:
    if sys.stdout is not None:
        click.echo(content, nl=False)


def put_table(headings: Row, rows: Sequence[Row]) -> None:
    """A table: drawn to the width of a terminal, else a line a row with tabs, never cut."""
    safe = [[display(cell) for cell in row] for row in rows]
    if not is_terminal():
        put("".join("\t".join(row) + "\n" for row in [list(headings), *safe]))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")
    for row in safe:
        table.add_row(*map(Text, row))
    Console(highlight=False, markup=False, emoji=False).print(table)
