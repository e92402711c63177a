"""The words of documents: one file a language, of which a town may say some otherwise.

`data/minutes/<language>/words.toml` holds all of them, `templates/minutes/<language>/words.toml` of
a workspace any of them; every format takes its words from here. A word is a text with
placeholders, a text for one and one for several, a text for each kind of meeting, or a list of
beginnings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from facilitator.files import shipped
from facilitator.meeting.model import MeetingKind
from facilitator.minutes.paper.own_words import Table, Word, own_words
from facilitator.own_file import is_there

FILE = "words.toml"


class Words:
    """The words of one language for one kind of meeting. Unknown keys and placeholders are
    mistakes of the program: KeyError."""

    def __init__(self, language: str, words: Mapping[str, str | Table | tuple[str, ...]]) -> None:
        self.language = language
        self._words = words

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of 'head.chair', with its placeholders filled."""
        word = self._words[key]
        if not isinstance(word, str):
            raise KeyError(f"{key} is no text")
        return word.format(**values) if "{" in word or "}" in word else word

    def count(self, key: str, n: int, /, **values: object) -> str:
        """The text for one or for several; `{n}` is the number."""
        word = self._words[key]
        if not isinstance(word, dict):
            raise KeyError(f"{key} has no singular and plural")
        return word["one" if n == 1 else "other"].format(n=n, **values)

    def beginnings(self, key: str) -> tuple[str, ...]:
        """A list of words, in small letters."""
        word = self._words[key]
        if not isinstance(word, tuple):
            raise KeyError(f"{key} is no list")
        return word


def words_of(language: str, workspace: Path | None = None, kind: MeetingKind = "workshop") -> Words:
    """Those of a language, with what the workspace says otherwise. Raises BadFile, naming file and
    line, if its file cannot be used."""
    own = workspace / "templates" / "minutes" / language / FILE if workspace else None
    if own is None or not is_there(own):
        return _of_kind(language, kind)
    try:
        stamp = own.stat()
    except OSError:  # reading it says why
        return _with_own(language, kind, own, 0, 0)
    return _with_own(language, kind, own, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=64)
def _of_kind(language: str, kind: MeetingKind) -> Words:
    return Words(language, _chosen(_shipped(language), kind))


@lru_cache(maxsize=64)
def _with_own(language: str, kind: MeetingKind, own: Path, _changed: int, _size: int) -> Words:
    """Kept as long as the file is not changed."""
    return Words(language, _chosen(own_words(own, _shipped(language)), kind))


@lru_cache(maxsize=8)
def _shipped(language: str) -> dict[str, Word]:
    content = tomllib.loads(shipped("minutes", language, FILE).read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": tuple(word) if isinstance(word, list) else word
        for section, table in content.items()
        for name, word in table.items()
    }


def _chosen(
    words: Mapping[str, Word], kind: MeetingKind
) -> dict[str, str | Table | tuple[str, ...]]:
    """With the words of this kind of meeting where they differ by kind."""
    found: dict[str, str | Table | tuple[str, ...]] = {}
    for key, word in words.items():
        if isinstance(word, dict) and "one" not in word:
            found[key] = word.get(kind, word["other"])
        elif isinstance(word, tuple):
            found[key] = tuple(each.casefold() for each in word)
        else:
            found[key] = word
    return found
