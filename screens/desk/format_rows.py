"""Formats as rows with a tick."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.cells import cell_len
from textual.content import Content

from facilitator.formats import FORMATS, Format
from facilitator.i18n import tr
from facilitator.minutes.wanted import DocumentKind
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row


def format_rows(ticked: Collection[str], kind: DocumentKind) -> Iterator[Row]:
    """All of them; beside those that cannot be written now stands why."""
    longest = min(40, max(cell_len(form.name()) for form in FORMATS.values()))
    for code, form in FORMATS.items():
        holds = kind in form.kinds
        tick = "[x]" if code in ticked and form.is_there and holds else "[ ]"
        if not form.is_there:
            tick, beside = " – ", tr("needs: {command}", command=install_command(form))
        elif not holds:
            tick, beside = " – ", tr("not for this document")
        else:
            beside = _beside(code)
        name = padded(form.name(), longest if form.is_there else 26)
        yield Row(code, Content.assemble(f" {tick} {name} ", (cut(beside, 42), "$foreground 60%")))


def usable(ticked: Collection[str], kind: DocumentKind) -> tuple[str, ...]:
    """Those of them that can be written now, in the order of the table."""
    return tuple(
        code
        for code, form in FORMATS.items()
        if code in ticked and form.is_there and kind in form.kinds
    )


def needs_library(form: Format) -> str:
    return tr(
        "This format needs a library. Install it with: {command}", command=install_command(form)
    )


def install_command(form: Format) -> str:
    return f"pip install 'facilitator[{form.extra}]'"


def _beside(code: str) -> str:
    match code:
        case "eml":
            return tr("with the document attached")
        case "oparl":
            return ".oparl.json"
    return f".{code}"
