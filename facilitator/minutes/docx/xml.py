"""WordprocessingML as text. A user's text gets in through `runs` and `attribute` alone: it is data
there, so that neither a field nor a link nor an element can arise from it.

Order of elements in `w:pPr` and `w:rPr` is that of the schema (ECMA-376 part 1, 17.3); Word refuses
a document that has another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from facilitator.minutes.escaping import readable
from facilitator.minutes.paper.model import Runs

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PIECES = re.compile("([\n\t])")
_BETWEEN = {"\n": "<w:br/>", "\t": "<w:tab/>"}
LANGUAGES = {"de": "de-DE", "en": "en-GB"}


@dataclass(frozen=True)
class Look:
    """What a document calls our styles (by our id), which language its runs are in, and how wide
    its text is, in twentieths of a point."""

    language: str
    width: int
    styles: dict[str, str] = field(default_factory=dict)
    stops: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Where the document's own styles have stops for tabs, by our id."""

    def style(self, name: str) -> str:
        return self.styles.get(name, name)

    def run(self, text: str, *, is_strong: bool = False, style: str = "") -> str:
        """A user's text as one run: its lines by breaks, its tabs as tabs, controls visible."""
        properties = f'<w:rStyle w:val="{self.style(style)}"/>' if style else ""
        if is_strong:
            properties += "<w:b/><w:bCs/>"
        properties += f'<w:lang w:val="{self.language}"/>'
        pieces = _PIECES.split(readable(text))
        content = "".join(
            _BETWEEN.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
            for piece in pieces
            if piece
        )
        return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"

    def runs(self, runs: Runs) -> str:
        return "".join(self.run(each.text, is_strong=each.is_strong) for each in runs if each.text)

    def paragraph(self, style: str, content: str, *, first: str = "", then: str = "") -> str:
        """`first` and `then`: properties before and after where `w:pBdr` stands in the schema."""
        name = self.style(style)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{first}{then}</w:pPr>{content}</w:p>'
        )  # fmt: skip


def attribute(text: str) -> str:
    """A user's text as the value of an attribute, in its quotes."""
    return quoteattr(readable(text).replace("\n", " ").replace("\t", " "))


def field_of(instruction: str) -> str:
    """A field that counts by itself: PAGE, NUMPAGES."""
    return (
        f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )  # fmt: skip
