"""The blocks of a paper as paragraphs and tables of WordprocessingML."""

from __future__ import annotations

import re

from facilitator.minutes.docx.tables import facts, signatures, table
from facilitator.minutes.docx.xml import Look
from facilitator.minutes.paper.model import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Resolution,
    Run,
    Signatures,
    Table,
)

KEPT = "<w:keepNext/>"
_BAR = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="9" w:color="1F4E79"/></w:pBdr>'
_INDENT = 284
"""Of a resolution, in twentieths of a point."""
_ROLES = {"": "Normal", "label": "MinutesLabel", "facts": "MinutesFacts",
          "remark": "MinutesRemark", "note": "MinutesNote"}  # fmt: skip
_BLANK = re.compile("(?<!,) ")
"""Where no line breaks: within '16:20–16:45 Uhr', but not between two of them."""
_BULLETS = ("ListBullet", "ListBullet2", "ListBullet3")


def body(paper: Paper, look: Look, stamp: str = "") -> str:
    """Stamp ('Entwurf'), title and all parts, as the text of elements of a `w:body`."""
    pieces = [look.paragraph("MinutesStamp", look.run(stamp))] if stamp else []
    pieces += [look.paragraph("Title", look.runs((Run(paper.title),)))]
    for part in paper.parts:
        for place, block in enumerate(part.blocks):
            is_first = part.starts_page and place == 0
            pieces.append(_block(block, look, starts_page=is_first))
    return "".join(pieces)


def _block(block: Block, look: Look, *, starts_page: bool) -> str:
    page = "<w:pageBreakBefore/>" if starts_page else ""
    match block:
        case Heading():
            return _heading(block, look, page)
        case Paragraph():
            return look.paragraph(_ROLES[block.role], look.runs(block.runs), first=page)
    before = look.paragraph("MinutesGap", "", first=page) if page else ""
    match block:
        case Bullets():
            return before + _bullets(block, look)
        case Facts():
            return before + facts(block, look) + _gap(look)
        case Resolution():
            return before + _resolution(block, look)
        case Table():
            return before + table(block, look) + _gap(look)
        case Signatures():
            return before + signatures(block, look) + _gap(look)


def _heading(heading: Heading, look: Look, page: str) -> str:
    """What stands beside is behind a tab that leads to the right edge, whatever stops and indent
    a town's style has, and a time keeps its 'Uhr'."""
    content, tabs = look.runs(heading.runs), ""
    level = min(max(heading.level, 2), 6) - 1
    if heading.beside:
        beside = _BLANK.sub("\u00a0", heading.beside)
        content += f"<w:r><w:tab/></w:r>{look.run(beside, style='MinutesBeside')}"
        others = [at for at in look.stops.get(f"Heading{level}", ()) if at != look.width]
        tabs = "".join(f'<w:tab w:val="clear" w:pos="{at}"/>' for at in others)
        tabs = f'<w:tabs>{tabs}<w:tab w:val="right" w:pos="{look.width}"/></w:tabs>'
        tabs += '<w:ind w:right="0"/>'
    return look.paragraph(f"Heading{level}", content, first=page, then=tabs)


def _bullets(bullets: Bullets, look: Look) -> str:
    return "".join(
        look.paragraph(_BULLETS[min(max(item.depth, 0), 2)], look.runs(item.runs))
        for item in bullets.items
    )


def _resolution(resolution: Resolution, look: Look) -> str:
    """A bar at its left, and all of it on one page where it fits."""
    last = len(resolution.blocks) - 1
    kept = KEPT if resolution.blocks else ""
    wording = look.run(resolution.wording)
    pieces = [
        look.paragraph("MinutesResolutionTitle", look.runs(resolution.title)),
        look.paragraph("MinutesResolutionWording" if kept else "MinutesResolution", wording),
    ]
    for place, block in enumerate(resolution.blocks):
        kept = KEPT if place < last else ""
        match block:
            case Paragraph():
                runs = block.runs
                if block.role == "label":
                    runs = tuple(Run(run.text, is_strong=True) for run in runs)
                pieces.append(look.paragraph("MinutesResolution", look.runs(runs), first=kept))
            case Bullets():
                pieces += [_inner_bullet(each.depth, look.runs(each.runs), look, kept)
                           for each in block.items]  # fmt: skip
            case Table():
                pieces += [table(block, look, indent=_INDENT), _gap(look)]
    if not (resolution.blocks and isinstance(resolution.blocks[-1], Table)):
        pieces.append(_gap(look))
    return "".join(pieces)


def _inner_bullet(depth: int, content: str, look: Look, kept: str) -> str:
    left = _INDENT + 357 * (min(depth, 2) + 1)
    shape = f'{_BAR}<w:ind w:left="{left}" w:hanging="{left - _INDENT}"/>'
    return look.paragraph(_BULLETS[min(depth, 2)], content, first=kept, then=shape)


def _gap(look: Look) -> str:
    """Tables have no space below, and two of them would grow together."""
    return look.paragraph("MinutesGap", "")
