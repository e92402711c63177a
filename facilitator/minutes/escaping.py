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
    return "&#10;".join(_inline(line) for line in normalised(text).split("\n"))


def in_lines(text: str, prefix: str = "") -> str:
    """The text as a block that keeps its lines by hard breaks; from the second line on each is
    preceded by `prefix` ('> ' in a quote, '  ' in a list item)."""
    first, *rest = normalised(text).split("\n")
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
