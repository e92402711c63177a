"""Bytes of a text file -> text, whatever the program that wrote them thought of encodings."""

from __future__ import annotations

import codecs

from facilitator.errors import BadFile
from facilitator.i18n import tr

UNREADABLE = "�"
"""Stands where a byte has no meaning in the encoding."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_TELLTALES = ((b"\x81", "cp850"), (b"\x9f", "mac-roman"))
"""'ü' in the encodings of 'CSV (MS-DOS)' and of Excel on old Macs; in cp1252 these bytes mean
nothing, or a letter no German list has."""

_LOOKED_AT = 4096


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by its byte order mark, else UTF-16 where every
    other byte is zero, else UTF-8, else an old one-byte encoding (mostly cp1252).

    Raises BadFile when the content is empty or no text.
    """
    _refuse_other_formats(content)
    encoding, length_of_mark = _encoding_of(content)
    text = content[length_of_mark:].decode(encoding, errors="replace")
    if not text.strip(" \t\r\n\ufeff\0"):
        raise BadFile(tr("The file is empty. Export the list again and read in that file."))
    if _share_of_controls(text[:_LOOKED_AT]) > 0.05:
        raise BadFile(
            tr("This is no text file. Open it in its program, save it as CSV, read in that file.")
        )
    return text.replace("\0", ""), encoding


def _refuse_other_formats(content: bytes) -> None:
    formats = (
        (b"PK\x03\x04", tr("an Excel, LibreOffice or Word file")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", tr("an old Excel or Word file")),
        (b"%PDF", tr("a PDF")),
        (b"{\\rtf", tr("a formatted text (RTF)")),
        (b"\x89PNG", tr("a picture")),
        (b"\xff\xd8\xff", tr("a picture")),
        (b"GIF8", tr("a picture")),
        (b"\x1f\x8b", tr("a compressed file")),
        (b"7z\xbc\xaf", tr("a compressed file")),
        (b"SQLite format 3\0", tr("a database")),
    )
    for beginning, what in formats:
        if content.startswith(beginning):
            raise BadFile(
                tr(
                    "This is {what}, not a CSV file; nobody was read in. Open it in its program,"
                    " save it as CSV and read in that file.",
                    what=what,
                )
            )


def _encoding_of(content: bytes) -> tuple[str, int]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    if (utf16 := _utf16_without_mark(content)) is not None:
        return utf16, 0
    if _is_mostly_utf8(content):
        return "utf-8", 0
    return next((name for byte, name in _TELLTALES if byte in content), "cp1252"), 0


def _utf16_without_mark(content: bytes) -> str | None:
    sample = content[:_LOOKED_AT]
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if pairs and zeros[1] > 0.4 * pairs and zeros[0] < 0.05 * pairs:
        return "utf-16-le"
    if pairs and zeros[0] > 0.4 * pairs and zeros[1] < 0.05 * pairs:
        return "utf-16-be"
    return None


def _is_mostly_utf8(content: bytes) -> bool:
    """Also true for UTF-8 with a few broken places (cut off, or a line glued in)."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        foreign = sum(not letter.isascii() for letter in text)
        return foreign > 5 * text.count(UNREADABLE)
    return True


def _share_of_controls(text: str) -> float:
    controls = sum(letter < " " and letter not in "\t\r\n\f\v" for letter in text)
    return controls / max(1, len(text))
