"""What a reader of a paper must get, text by text in their order, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.minutes.escaping import normalised
from facilitator.minutes.paper.markdown import SIGN_HERE
from facilitator.minutes.paper.model import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Resolution,
    Runs,
    Signatures,
    Table,
)


def text_of(runs: Runs) -> str:
    return normalised("".join(run.text for run in runs))


def texts_in_markdown(paper: Paper) -> list[str]:
    """The title, and all texts of the blocks that are not empty; of tables also the empty cells.
    What stands beside a heading comes before the facts below it."""
    found = [normalised(paper.title)]
    for part in paper.parts:
        found += _texts(part.blocks)
    return found


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    beside = ""
    for block in blocks:
        if beside and isinstance(block, Paragraph) and block.role == "facts":
            yield f"{beside} · {text_of(block.runs)}"
            beside = ""
            continue
        if beside:
            yield beside
        beside = block.beside if isinstance(block, Heading) else ""
        yield from _of(block)
    if beside:
        yield beside


def _of(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from filter(None, [text_of(block.runs)])
        case Bullets():
            yield from filter(None, (text_of(item.runs) for item in block.items))
        case Facts():
            for row in block.rows:
                yield normalised(f"{row.label}: {''.join(run.text for run in row.runs)}")
        case Resolution():
            yield text_of(block.title)
            yield from filter(None, [normalised(block.wording)])
            yield from _texts(block.blocks)
        case Table():
            yield from (normalised(column.title) for column in block.columns)
            yield from (text_of(cell) for row in block.rows for cell in row.cells)
        case Signatures():
            for line in block.lines:
                name = f"{line.role}, {line.name}" if line.name else line.role
                yield f"{normalised(name)}: {SIGN_HERE}"
