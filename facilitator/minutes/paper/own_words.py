"""A town's own words for documents: checked against the built-in ones before any is used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import TypeAlias, get_args

from facilitator.errors import BadTemplate
from facilitator.i18n import tr
from facilitator.meeting.model import MeetingKind
from facilitator.own_file import read_own

Table: TypeAlias = dict[str, str]
Word: TypeAlias = str | Table | tuple[str, ...]

INSTEAD = {
    "invitation.opening": "invitation.opening_numbered",
    "invitation.opening_open": "invitation.opening_numbered_open",
}
"""Words that came later and are used before an older one: where a town says the older one its own
way and not this, its own goes for all."""

KINDS: tuple[str, ...] = get_args(MeetingKind)


def own_words(file: Path, known: Mapping[str, Word]) -> dict[str, Word]:
    """All words, those of the file in place of the known ones. Raises BadTemplate, naming file and
    line: no TOML, a word nobody knows, another type, a placeholder too many or too few."""
    try:
        text = read_own(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _problem(file, 1, tr("it is not UTF-8")) from error
    except OSError as error:
        raise _problem(file, 1, error.strerror or str(error)) from error
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _problem(file, _line_said(str(error)), _without_line(str(error))) from error
    found = dict(known)
    said: set[str] = set()
    for section, table in content.items():
        if not isinstance(table, dict):
            what = tr("'{word}' stands in no section such as [head]", word=section)
            raise _problem(file, _line_of(text, "", section), what)
        for name, word in table.items():
            line = _line_of(text, section, name)
            key = f"{section}.{name}"
            if key not in known:
                what = tr("there is no word '{word}' in the section [{section}]",
                          word=name, section=section)  # fmt: skip
                raise _problem(file, line, what)
            found[key] = _checked(file, line, key, word, known[key])
            said.add(key)
    for older, later in INSTEAD.items():
        if older in said and later not in said:
            found[later] = {"other": ""}
    return found


def _checked(file: Path, line: int, key: str, word: object, known: Word) -> Word:
    if isinstance(known, str) and isinstance(word, str):
        _same_placeholders(file, line, key, word, known)
        return word
    if isinstance(known, dict):
        is_by_kind = "one" not in known
        if isinstance(word, str) and is_by_kind:
            _same_placeholders(file, line, key, word, known["other"])
            return {"other": word}
        allowed = (*KINDS, "other") if is_by_kind else ("one", "other")
        if isinstance(word, dict):
            for form, text in word.items():
                if form not in allowed or not isinstance(text, str):
                    raise _wrong_type(file, line, key, known)
                _same_placeholders(file, line, key, text, known["other"])
            return known | word
    if isinstance(known, tuple) and isinstance(word, list):
        texts = tuple(each for each in word if isinstance(each, str))
        if len(texts) == len(word):
            return texts
    raise _wrong_type(file, line, key, known)


def _wrong_type(file: Path, line: int, key: str, known: Word) -> BadTemplate:
    if isinstance(known, tuple):
        wanted = tr('a list of texts: ["…", "…"]')
    elif isinstance(known, dict) and "one" in known:
        wanted = tr('singular and plural: { one = "…", other = "…" }')
    elif isinstance(known, dict):
        wanted = tr('a text: "…", or one a kind of meeting: { body = "…", other = "…" }')
    else:
        wanted = tr('a text: "…"')
    return _problem(file, line, tr("{word} must be {wanted}", word=key, wanted=wanted))


def _same_placeholders(file: Path, line: int, key: str, word: str, known: str) -> None:
    """All the known ones and no other, each any number of times; '{{' is a brace."""
    wanted = {name for _, name, _, _ in Formatter().parse(known) if name is not None}
    try:
        parsed = list(Formatter().parse(word))
    except ValueError as error:
        what = tr("a brace is left open in {word}; a brace as such is written twice", word=key)
        raise _problem(file, line, what) from error
    found = {
        f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
        for _, name, form, conversion in parsed
        if name is not None
    }
    unknown, missing = sorted(found - wanted), sorted(wanted - found)
    if unknown:
        what = tr("{word} has no placeholder {{{name}}}", word=key, name=unknown[0])
        raise _problem(file, line, what)
    if missing:
        what = tr("the placeholder {{{name}}} is missing in {word}", word=key, name=missing[0])
        raise _problem(file, line, what)


def _problem(file: Path, line: int, what: str) -> BadTemplate:
    return BadTemplate(
        tr(
            "The file of words {file}, line {line}, cannot be used: {problem}. Nothing was "
            "written; mend the line, or rename the file to use the built-in words.",
            file=file,
            line=line,
            problem=what.rstrip("."),
        )
    )


def _line_said(message: str) -> int:
    """Where tomllib says that it stopped."""
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else 1


def _without_line(message: str) -> str:
    return re.sub(r" \(at (line \d+, column \d+|end of document)\)$", "", message)


def _line_of(text: str, section: str, name: str) -> int:
    """The line on which a word of a section is given; 1 if it is given in an unusual way."""
    inside = ""
    given = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*[=.]""")
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"""\s*\[\s*["']?([^\]"']+?)["']?\s*\]""", line)
        if header:
            inside = header[1]
        elif inside == section and given.match(line):
            return number
    return 1
