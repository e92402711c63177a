"""A paper as the bytes of a DOCX file: the same paper, the same bytes."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from facilitator.i18n import tr
from facilitator.minutes.docx.base import MARKERS, NAME, bad_document, opened
from facilitator.minutes.docx.blocks import body
from facilitator.minutes.docx.running import number_pages
from facilitator.minutes.docx.styles import complete, speak, stops
from facilitator.minutes.docx.xml import LANGUAGES, NAMESPACES, Look
from facilitator.minutes.escaping import normalised
from facilitator.minutes.paper.model import Paper
from facilitator.minutes.stamp import stamp
from facilitator.own_file import is_there

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP file knows."""
_LONGEST = 255
"""Characters of a document property (python-docx, OPC)."""


def docx(paper: Paper, templates: Path | None = None) -> bytes:
    """See `written`."""
    return written(paper, templates)[0]


def written(paper: Paper, templates: Path | None = None) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what whoever writes it should know. `templates`: the folder of the workspace,
    whose `templates/minutes/<language>/minutes.docx` or `templates/minutes/minutes.docx` gives
    letterhead and styles. Raises BadTemplate."""
    path = own(templates, paper.language)
    document = opened(path)
    language = LANGUAGES.get(paper.language, "en-GB")
    place = _place(document, path)
    remarks = _text_lost(document, path) if path is not None and place is None else ()
    styles = complete(document)
    look = Look(
        language=language,
        width=_width(document, place),
        styles=styles,
        stops={ours: stops(document, theirs) for ours, theirs in styles.items()},
    )
    speak(document, language)
    _put(document, place, body(paper, look, stamp(paper, templates)))
    number_pages(document, paper, look)
    _describe(document, paper, language)
    return packed(document), remarks


def own(templates: Path | None, language: str) -> Path | None:
    """The town's document, if there is one."""
    if templates is None:
        return None
    folder = templates / "templates" / "minutes"
    return next((p for p in (folder / language / NAME, folder / NAME) if is_there(p)), None)


def _place(document: Any, path: Path | None) -> Any:
    """The marker paragraph in the text of the document, or None if there is no marker. Raises
    BadTemplate for one that is no paragraph of its own: what stands around it would be lost."""
    own_lines = document.element.body.findall(qn("w:p"))
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        bare = text.replace(" ", "").casefold()
        if not any(marker in bare for marker in MARKERS):
            continue
        if bare in MARKERS and paragraph in own_lines:
            return paragraph
        assert path is not None  # the built-in one has no marker
        raise bad_document(
            path, tr("its marker {marker} is no paragraph of its own", marker=text.strip()[:80])
        )
    return None


def _text_lost(document: Any, path: Path) -> tuple[str, ...]:
    """A document without the marker gives its styles, head and foot; that its text is not in the
    minutes is said, for it may be a letterhead."""
    said = "".join(each.text or "" for each in document.element.body.iter(qn("w:t"))).strip()
    has_picture = next(document.element.body.iter(qn("w:drawing"), qn("w:pict")), None) is not None
    if not said and not has_picture:
        return ()
    return (
        tr(
            "The document {file} has no paragraph with {marker} alone, so its styles, head and "
            "foot are used, and its text is not. Write {marker} on a line of its own where the "
            "minutes are to stand.",
            file=path,
            marker=MARKERS[0],
        ),
    )


def _put(document: Any, place: Any, xml: str) -> None:
    root = document.element.body
    if place is None:
        for child in list(root)[:-1]:
            root.remove(child)
        place = root[-1]
    for element in list(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")):
        place.addprevious(element)
    if place.tag == qn("w:p"):
        root.remove(place)


def _width(document: Any, place: Any) -> int:
    """Between the margins of the section in which the minutes stand, in twentieths of a point."""
    section = document.sections[-1]
    if place is not None:
        before = place.itersiblings(qn("w:p"), preceding=True)
        section = document.sections[
            sum(each.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None for each in before)
        ]
    left, right = section.left_margin or 0, section.right_margin or 0
    inner = (section.page_width or 0) - left - right - (section.gutter or 0)
    return max(int(inner / 635), 4000)  # 635 EMU are a twentieth of a point


def _describe(document: Any, paper: Paper, language: str) -> None:
    """The properties of the file. Its times are the day of issue, else that of the meeting."""
    try:
        moment = datetime.fromisoformat(paper.front.issued or paper.front.date)
    except ValueError:
        moment = datetime(*_EPOCH)  # noqa: DTZ001
    about = document.core_properties
    about.title = _property(paper.title)
    about.subject = _property(paper.subject)
    about.author = _property(paper.author)
    about.last_modified_by = _property(paper.author)
    about.category = _property(paper.name)
    about.language = language
    about.keywords = about.comments = ""
    about.version = str(paper.version)
    about.revision = 1
    about.created = about.modified = moment
    about.identifier = about.content_status = ""
    for tag in ("lastPrinted",):
        for found in about._element.findall(f"{{*}}{tag}"):
            about._element.remove(found)


def _property(text: str) -> str:
    return normalised(text).replace("\n", " ")[:_LONGEST]


def packed(document: Any) -> bytes:
    """Saved, with the parts in a fixed order and at a fixed time."""
    saved, output = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(output, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # not the system that wrote it
            new.writestr(entry, old.read(name))
    return output.getvalue()
