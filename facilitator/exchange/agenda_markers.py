"""What stands before a title: '4.', 'TOP 4:', '8.1', 'a)', 'II.', a bullet, a heading sign."""

from __future__ import annotations

import re

from msgspec import Struct

Path = tuple[int, ...]

_ROMAN = {
    text: value
    for value, text in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), 1
    )
}

_HEADING = re.compile(r"^(?P<signs>#{1,6})\s+")
_BULLET = re.compile(r"^(?:[•●○▪◦■□‣⁃·▸►✓]\s*|(?:[-*+–—>→»]|o(?=\s{2,}|\t))\s+)(?:\[[ xX]?\]\s+)?")
_NAMED = re.compile(
    r"^(?:zu\s+)?(?:TOP|T\.O\.P\.|TO-?Punkt|Tagesordnungspunkt|Punkt"
    r"|Agenda[ -]?item|Agenda[ -]?point|Item)\.?\s*(?:Nr\.?\s*)?"
    r"(?P<path>\d{1,2}(?:\.\d{1,2})*)\.?(?P<letter>[a-z](?![^\W_]))?"
    r"(?:\s*[.):–—-]+(?=\s|[^\W\d]|$)|(?=\s|$))\s*",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"^(?P<part>[ÖN])\s*(?P<path>\d{1,2}(?:\.\d{1,2})*)\.?:?(?:\s+|$)")
_DOTTED = re.compile(r"^\(?(?P<path>\d{1,2}(?:\.\d{1,2}){1,3})[.):]*(?:\s+[–—-](?=\s))?(?:\s+|$)")
_LETTERED = re.compile(r"^(?P<path>\d{1,2})\.?\s?(?P<letter>[a-z])(?P<end>[.):]+)?(?:\s+|$)")
_PUNCTUATED = re.compile(r"^\(?(?P<path>\d{1,2})(?:\.\)|[.):](?![\d:])|\s+[–—-](?=\s))\s*")
_BARE = re.compile(r"^(?P<path>\d{1,2})(?=\s+\S)\s+")
_ROMAN_NUMBER = re.compile(r"^\(?(?P<roman>[IVX]{1,5})(?:\.\)|[.):])\s+")
_UPPER = re.compile(r"^\(?(?P<letter>[A-Z])(?P<end>\.\)|[.):])\s+")
_LOWER = re.compile(r"^\(?(?P<letter>[a-z]|[a-z]{2}(?=\))|[ivx]{2,4})(?P<end>\.\)|[.)])\s+")
_UNIT = re.compile(
    r"(?i)(?:jahre?n?|tagen?|tage?|wochen?|monaten?|monate?|uhr|euro|prozent|teilnehmende|personen"
    r"|minuten|stunden?|min\b|std\b|years?|days?|weeks?|months?|people|[%€])"
)


class Marker(Struct, frozen=True):
    """`style` tells kinds of markers apart ('number', 'lower', 'bullet', ...); `path` is (8, 1)
    for '8.1', empty without a number. `public` only where the marker says it ('N 12')."""

    style: str = "plain"
    path: Path = ()
    public: bool | None = None


class MarkerReader:
    """Reads the markers of one agenda from its first line to its last: whether '3 neue Stellen'
    begins with a number depends on what was counted before."""

    def __init__(self) -> None:
        self._last: Path = ()
        self._letter = {"upper": 0, "lower": 0, "roman": 0}
        self._has_punctuation = False

    def read(self, text: str) -> tuple[Marker, str]:
        """The marker and the text behind it."""
        style, is_listed = "", False
        if (heading := _HEADING.match(text)) is not None:
            style, text = f"heading{len(heading['signs'])}", text[heading.end() :]
        elif (bullet := _BULLET.match(text)) is not None:
            is_listed, text = True, text[bullet.end() :]
        marker, rest = self._number(text, is_listed)
        if marker is None:
            marker, rest = self._letters(text)
        if marker is None:
            return Marker(style or ("bullet" if is_listed else "plain")), text
        if style and len(marker.path) < 2:
            marker = Marker(style, marker.path, marker.public)
        return marker, rest

    def follows(self, path: Path) -> bool:
        """The number is the next one at any level: 5, 8.4 or 8.3.1 after 8.3."""
        last = self._last
        successors = {(*last[:n], last[n] + 1) for n in range(len(last))}
        return path in successors | {(*last, 1), (1,)}

    def _number(self, text: str, is_listed: bool) -> tuple[Marker | None, str]:
        public: bool | None = None
        if (found := _NAMED.match(text)) is not None:
            path = _path(found)
        elif (found := _COUNCIL.match(text)) is not None:
            path, public = _path(found), found["part"] == "Ö"
        elif (found := _DOTTED.match(text)) is not None:
            path = _path(found)
            limit = self._last[0] + 1 if self._last else 15
            if path[0] > limit or 0 in path:
                return None, text
        elif (found := _LETTERED.match(text)) is not None and self._last[:1] == (
            int(found["path"]),
        ):
            path = _path(found)
        elif (found := _PUNCTUATED.match(text)) is not None:
            path = _path(found)
            if is_listed and (path == (1,) or not self.follows(path)):
                return None, text
            self._has_punctuation = True
        elif (found := _BARE.match(text)) is not None and not is_listed:
            path = _path(found)
            if not self._is_bare_number(path, text[found.end() :]):
                return None, text
        else:
            return None, text
        self._last = path
        self._letter["lower"] = 0
        return Marker("number", path, public), text[found.end() :].strip()

    def _is_bare_number(self, path: Path, rest: str) -> bool:
        if self._last and self.follows(path) and path != (1,):
            return True
        if self._has_punctuation or _UNIT.match(rest) or path == (0,):
            return False
        return not rest[0].islower()

    def _letters(self, text: str) -> tuple[Marker | None, str]:
        if (found := _ROMAN_NUMBER.match(text)) is not None:
            value = _ROMAN.get(found["roman"], 0)
            if value and value in {1, self._letter["roman"] + 1}:
                self._letter["roman"] = value
                return Marker("roman"), text[found.end() :]
        for style, pattern in (("upper", _UPPER), ("lower", _LOWER)):
            if (found := pattern.match(text)) is None:
                continue
            value = ord(found["letter"][0].lower()) - ord("a") + 1
            if ")" in found["end"] or value in {1, self._letter[style] + 1}:
                self._letter[style] = value
                return Marker(style), text[found.end() :]
        return None, text


def is_marker(text: str) -> bool:
    """Nothing but a marker: '4.', '8.1', 'a)', 'TOP 3', '•'."""
    return (
        re.fullmatch(
            r"(?:(?:TOP|Item|Ö|N)\s*)?\(?\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]{0,2}|\(?[a-zA-Z][.)]|[IVX]+\."
            r"|[-*•●▪◦·o–]",
            text.strip(),
        )
        is not None
    )


def _path(found: re.Match[str]) -> Path:
    path = tuple(int(part) for part in found["path"].split("."))
    letter = found.groupdict().get("letter")
    return (*path, ord(letter.lower()) - ord("a") + 1) if letter else path
