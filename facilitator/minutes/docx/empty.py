"""The built-in document without minutes, for a town to put its letterhead into."""

from __future__ import annotations

from docx.oxml import parse_xml

from facilitator.minutes.docx.base import MARKERS, opened
from facilitator.minutes.docx.styles import speak
from facilitator.minutes.docx.writing import packed
from facilitator.minutes.docx.xml import LANGUAGES, NAMESPACES


def empty_document(language: str) -> bytes:
    """All styles of minutes, and the marker where the minutes come. What is written before or
    behind the marker, and a head and foot, stay in every document."""
    document = opened(None)
    code = LANGUAGES.get(language, "en-GB")
    speak(document, code)
    marker = MARKERS[0] if language == "de" else MARKERS[1]
    paragraph = f'<w:p {NAMESPACES}><w:r><w:t xml:space="preserve">{marker}</w:t></w:r></w:p>'
    document.element.body.insert(0, parse_xml(paragraph))
    return packed(document)
