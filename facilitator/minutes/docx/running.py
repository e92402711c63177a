"""What stands at the head and the foot of every page."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from facilitator.minutes.docx.xml import NAMESPACES, Look, field_of
from facilitator.minutes.paper.model import Paper

_FIELDS = {"{page}": field_of("PAGE"), "{pages}": field_of("NUMPAGES")}


def number_pages(document: Any, paper: Paper, look: Look) -> None:
    """Head and foot, where the document has none of its own: what a town put there stays, also if
    it is on the first page alone. That has the title, so that it needs no running head."""
    section = document.sections[-1]
    has_first = section.different_first_page_header_footer
    if section.header.is_linked_to_previous:
        _fill(section.header, look, "Header", look.run(paper.running_head))
        if has_first and section.first_page_header.is_linked_to_previous:
            _fill(section.first_page_header, look, "MinutesGap", "")
    if section.footer.is_linked_to_previous:
        foot = look.run(paper.running_foot, is_strong=paper.status == "draft")
        foot += f"<w:r><w:tab/></w:r>{_pages(paper.page_words, look)}"
        _fill(section.footer, look, "Footer", foot)
        if has_first and section.first_page_footer.is_linked_to_previous:
            _fill(section.first_page_footer, look, "Footer", foot)


def _pages(words: str, look: Look) -> str:
    """'Seite {page} von {pages}' with fields that count."""
    pieces = re.split(r"(\{pages?\})", words)
    return "".join(_FIELDS.get(piece) or look.run(piece) for piece in pieces if piece)


def _fill(side: Any, look: Look, style: str, content: str) -> None:
    side.is_linked_to_previous = False
    root = side._element
    for child in list(root):
        root.remove(child)
    edge = "" if style == "MinutesGap" else _right_edge(side.part.package, look, style)
    root.append(_parsed(look.paragraph(style, content, then=edge)))


def _right_edge(package: Any, look: Look, style: str) -> str:
    """One tab, at the right edge: those a town's style has in between are taken away."""
    styles = package.main_document_part.styles.element
    theirs = [
        tab.get(qn("w:pos"))
        for each in styles.findall(qn("w:style"))
        if each.get(qn("w:styleId")) == look.style(style)
        for tab in each.iter(qn("w:tab"))
    ]
    cleared = "".join(
        f'<w:tab w:val="clear" w:pos="{position}"/>'
        for position in theirs
        if position != str(look.width)
    )
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{look.width}"/></w:tabs>'


def _parsed(xml: str) -> Any:
    return parse_xml(f"<w:hdr {NAMESPACES}>{xml}</w:hdr>")[0]
