"""A user's text as Markdown that reads back as the characters typed.

Holds for every reader of CommonMark 0.31 with or without GFM tables, strikethrough and extended
autolinks: inside paragraphs, list items, quotes, headings and table cells. Nothing is escaped
without need, since minutes are also read as they are: '-jährige', 'M-2026-035', '24.11. Treffen'
stay. What comes back is `normalised(text)`.

Line breaks: a hard break where a block may have several lines (`in_lines`), else the character
reference `&#10;`, which gives the line break back even in a table, where `<br>` would be raw HTML
that many readers show, drop or forbid.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TypeAlias

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


_NO_CHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)),
)
"""Numbers that are no characters and never will be (Unicode, 23.7); HTML and XML forbid them."""


def _visible_controls() -> dict[int, str]:
    signs = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    signs[0x7F] = "␡"
    unreadable = (*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFEFF, *_NO_CHARACTERS)
    signs.update(dict.fromkeys(unreadable, "\ufffd"))
    return signs


_CONTROLS = _visible_controls()

_SPECIAL = re.compile(
    r"""
      [\\`*_\[\]<|~\#@$]                    # structure anywhere in a line; $: math; @: addresses
    | &(?=[\#A-Za-z])                       # a character reference
    | /(?=/)                                # http://, //host
    | (?<=\S)\.(?=[^\W\d_]{2}|xn--)         # www.stadt.de
    | \t
    """,
    re.VERBOSE,
)
_HARMFUL = re.compile(
    "[\\\\`*_\\[\\]<|~#@$\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
    r"|&(?=[\#A-Za-z])|/(?=/)|(?<=\S)\.(?=[^\W\d_]{2}|xn--)"
)
"""Anything that does not stay as it is inside a line."""
_LINE_START = re.compile(r"[>=:]|-(?!\w)|\+(?=\s|$)|\d{1,9}(?=[.)](?:\s|$))")
"""What would begin a quote, an underline, a table, a rule or a list item."""


def normalised(text: str) -> str:
    """The text as a reader of the minutes gets it: one kind of line break, no white space around
    it, control characters as visible signs, halves of surrogate pairs as U+FFFD."""
    return readable(text.strip())


def readable(text: str) -> str:
    """As `normalised`, with the white space around it: stretches of a line end in blanks."""
    return _BREAKS.sub("\n", text).translate(_CONTROLS)


def escaped(text: str) -> str:
    """The text on one line, safe wherever it is put."""
    return "&#10;".join(_line(line) for line in normalised(text).split("\n"))


def in_table(text: str) -> str:
    """The text as (part of) a table cell: as `escaped`, without the care a line's start needs."""
    core = text.strip()
    if not _HARMFUL.search(core):
        return core
    return "&#10;".join(_inline(line) for line in readable(core).split("\n"))


def in_lines(text: str, prefix: str = "") -> str:
    """The text as a block that keeps its lines by hard breaks; from the second line on each is
    preceded by `prefix` ('> ' in a quote, '  ' in a list item)."""
    core = text.strip()
    if not _HARMFUL.search(core) and not _LINE_START.match(core):
        return core
    first, *rest = readable(core).split("\n")
    result = _line(first)
    for line in rest:
        # an empty line would end the block: it becomes a reference behind the line before
        result += f"\\\n{prefix}{_line(line)}" if line else "&#10;"
    return result


def yaml_text(text: str) -> str:
    """The text as a YAML scalar in double quotes, on one line, printable."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if _is_yaml_printable(c) else _yaml_escape(c) for c in quoted)


def _is_yaml_printable(char: str) -> bool:
    code = ord(char)
    return (
        0x20 <= code < 0x7F
        or (0xA0 <= code < 0xD800 and code not in (0x2028, 0x2029))
        or (0xE000 <= code < 0xFFFE and code != 0xFEFF)
        or code >= 0x10000
    )


def _yaml_escape(char: str) -> str:
    code = ord(char)
    return "\\uFFFD" if 0xD800 <= code < 0xE000 else f"\\u{code:04X}"


def _line(line: str) -> str:
    """One line, safe at the start of a line."""
    start = _LINE_START.match(line)
    if start is None:
        return _inline(line)
    if line[0].isdigit():
        end = start.end()
        return f"{line[:end]}\\{line[end]}{_inline(line[end + 1 :], is_whole=False)}"
    return f"\\{line[0]}{_inline(line[1:], is_whole=False)}"


def _inline(line: str, *, is_whole: bool = True) -> str:
    """White space at the edges as references: readers strip it. `is_whole` False: the left edge
    is not that of the line."""
    core = line.strip()
    if not core:
        return _references(line)
    left = line[: len(line) - len(line.lstrip())]
    right = line[len(line.rstrip()) :]
    body = _SPECIAL.sub(_escape, core)
    return f"{_references(left) if is_whole else left}{body}{_references(right)}"


def _references(blanks: str) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks)


def _escape(found: re.Match[str]) -> str:
    return "&#9;" if found[0] == "\t" else f"\\{found[0]}"


# -- text of which some is strong -----------------------------------------------------------------

Piece: TypeAlias = tuple[str, bool]
"""A stretch of text, and whether it is strong."""


def in_block(pieces: Iterable[Piece], prefix: str = "") -> str:
    """The text of a paragraph or a list item: as `in_lines`, some of it strong."""
    joined = _joined(pieces)
    if len(joined) == 1 and not joined[0][1]:
        return in_lines(joined[0][0], prefix)
    first, *rest = _split(joined)
    result = _strong_line(first, at_start=True)
    for line in rest:
        written = _strong_line(line, at_start=True)
        result += f"\\\n{prefix}{written}" if written else "&#10;"
    return result


def on_line(pieces: Iterable[Piece]) -> str:
    """The text of a table cell or a heading: as `in_table`, some of it strong."""
    joined = _joined(pieces)
    if len(joined) == 1 and not joined[0][1]:
        return in_table(joined[0][0])
    return "&#10;".join(_strong_line(line, at_start=False) for line in _split(joined))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one kind as one piece, since what must be escaped may lie across them."""
    found: list[Piece] = []
    for text, is_strong in pieces:
        if not text:
            continue
        if found and found[-1][1] == is_strong:
            text = found.pop()[0] + text
        found.append((text, is_strong))
    return found


def _split(pieces: list[Piece]) -> list[list[Piece]]:
    """Lines of pieces; no blanks around the whole."""
    cleaned = [(_BREAKS.sub("\n", text), is_strong) for text, is_strong in pieces]
    while cleaned and not cleaned[0][0].strip():
        del cleaned[0]
    while cleaned and not cleaned[-1][0].strip():
        del cleaned[-1]
    lines: list[list[Piece]] = [[]]
    for place, (text, is_strong) in enumerate(cleaned):
        if place == 0:
            text = text.lstrip()
        if place == len(cleaned) - 1:
            text = text.rstrip()
        first, *rest = text.translate(_CONTROLS).split("\n")
        if first:
            lines[-1].append((first, is_strong))
        lines += ([(line, is_strong)] if line else [] for line in rest)
    return lines


def _strong_line(pieces: list[Piece], *, at_start: bool) -> str:
    result = ""
    for place, (text, is_strong) in enumerate(pieces):
        is_first, is_last = place == 0, place == len(pieces) - 1
        core = text.strip()
        left = text[: len(text) - len(text.lstrip())]
        right = text[len(text.rstrip()) :] if core else ""
        result += _references(left) if is_first or (is_last and not core) else _inner(left)
        if core:
            begins = at_start and is_first and not left
            following = right or (pieces[place + 1][0] if not is_last else "")
            if is_strong and _can_be_strong(result[-1:], core, following[:1]):
                result += f"**{_SPECIAL.sub(_escape, core)}**"
            else:
                result += _line(core) if begins else _inline(core)
        result += _references(right) if is_last else _inner(right)
    return result


def _can_be_strong(before: str, core: str, behind: str) -> bool:
    """CommonMark 0.31, 6.2: `**` opens and closes only beside the right signs. Where it would
    not, the text stays as it is."""
    opens = core[0].isalnum() or _is_apart(before)
    return opens and (core[-1].isalnum() or _is_apart(behind))


def _is_apart(sign: str) -> bool:
    return not sign or sign.isspace() or (sign.isascii() and not sign.isalnum())


def _inner(blanks: str) -> str:
    return "".join(blank if blank == " " else f"&#{ord(blank)};" for blank in blanks)
