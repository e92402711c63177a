"""What a browser gets out of an HTML file, and what a paper says should be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from facilitator.minutes.escaping import readable
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
from facilitator.minutes.stamp import stamp

TEXT = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "figcaption", "caption", "th",
        "td"}  # fmt: skip
"""Elements that hold text."""
INSIDE = {"br", "bdi"}
"""Elements that a text of a user's may bring along."""


def body(html: str) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return tree(html, parser).find("body")  # type: ignore[return-value]


def tree(html: str, parser: Any = None) -> Element:
    reader = parser or html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = reader.parse(html)
    assert not reader.errors, reader.errors[:3]
    return root


def texts(html: str) -> list[str]:
    """The text of each element that holds some, in order; a heading's time and the two lines under
    a signature apart."""
    main = tree(html).find("body/main")
    assert main is not None
    return [text for element in main.iter() if element.tag in TEXT for text in _texts(element)]


def _texts(element: Element) -> Iterator[str]:
    spans = element.findall("span")
    if spans:
        yield from map(_text, spans)
    else:
        yield _text(element)


def _text(element: Element) -> str:
    """Its own text, without that of lists in it."""
    result = element.text or ""
    for child in element:
        if child.tag == "br":
            result += "\n"
        elif child.tag not in ("ul", *TEXT):
            result += _text(child)
        result += child.tail or ""
    return result


def shape(html: str) -> list[tuple[str, ...]]:
    """The elements with the names of their attributes, without those that a text may bring."""
    return [
        (str(each.tag), *sorted(name for name in each.attrib if not _depends(each, name)))
        for each in tree(html).iter()
        if each.tag not in INSIDE
    ]


def _depends(element: Element, name: str) -> bool:
    return name == "class" and element.tag in ("th", "td")


def said(paper: Paper) -> list[str]:
    """What `texts` should give."""
    mark = stamp(paper)
    return [readable(text) for text in (*([mark] if mark else []), paper.title, *_of_parts(paper))]


def _of_parts(paper: Paper) -> Iterator[str]:
    for part in paper.parts:
        for block in part.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _whole(block.runs)
            yield from filter(None, (block.beside,))
        case Paragraph():
            yield _whole(block.runs)
        case Bullets():
            yield from (_whole(item.runs) for item in block.items)
        case Facts():
            for row in block.rows:
                yield from (row.label, _whole(row.runs))
        case Resolution():
            yield from (_whole(block.title), block.wording)
            for inner in block.blocks:
                yield from _of_block(inner)
        case Table():
            yield from filter(None, (block.summary,))
            yield from (column.title for column in block.columns)
            for table_row in block.rows:
                yield from map(_whole, table_row.cells)
        case Signatures():
            for line in block.lines:
                yield from filter(None, (line.name, line.role))


def _whole(runs: Runs) -> str:
    return "".join(run.text for run in runs)
