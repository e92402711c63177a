"""Which words of its own, and which templates, a workspace had when a file was written.

A version has one wording. Its files may be asked for one after another, and in between somebody
may change `words.toml` or a template: a format that was not written before would then say the same
in other words under the same number. So each export keeps a mark of what the workspace had of its
own. What the program itself says otherwise after an upgrade is not in it: no version changes by
that alone.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import msgspec

from facilitator.formats import FORMATS
from facilitator.i18n import LANGUAGES
from facilitator.template_files import FOLDER, template_files

_WORDS = "words.toml"
_NONE = "-"
NOTHING_OWN = f"{_NONE}/{_NONE}"
_WORDLESS = ("json", "oparl")
"""Formats that take no words from there."""
SET_BY_TEMPLATES = ("md", "html", "pdf", "docx")
"""Formats made of the meeting, words and templates alone; others have settings in them."""


def wording(code: str, language: str, workspace: Path | None) -> str:
    """The mark of a document in this format and language, 'words/template', each '-' without own
    ones. Empty where there is none: a format without words, files that cannot be read."""
    if code in _WORDLESS:
        return ""
    spoken = language if language in LANGUAGES else "en"
    if workspace is None:
        return NOTHING_OWN
    try:
        return f"{_words(spoken, workspace)}/{_templates(code, spoken, workspace)}"
    except (OSError, ValueError):  # no TOML, no UTF-8
        return ""


def is_other(one: str, other: str, *, is_same_format: bool) -> bool:
    """Whether two marks of one language are surely of different wordings. Templates are compared
    only within a format: each has its own."""
    if not one or not other:
        return False
    words, _, template = one.partition("/")
    its_words, _, its_template = other.partition("/")
    return words != its_words or (is_same_format and template != its_template)


def _words(language: str, workspace: Path) -> str:
    """Comments and the order of lines are no words."""
    own = workspace.joinpath(*FOLDER, language, _WORDS)
    if not own.exists():
        return _NONE
    said = tomllib.loads(own.read_bytes().decode("utf-8-sig"))
    return _mark(msgspec.json.encode(said, order="deterministic")) if said else _NONE


def _templates(code: str, language: str, workspace: Path) -> str:
    """Those of a format; of a mail those of the document it carries."""
    codes = {code} if code != "eml" else set(FORMATS)
    found = b""
    for file in template_files():
        is_ours = len(file.formats) == 1 and file.formats[0] in codes
        if is_ours and file.language in ("", language) and (own := file.own(workspace)).is_file():
            found += file.name.encode() + b"\0" + own.read_bytes() + b"\0"
    if "pdf" in codes:
        fonts = sorted(workspace.joinpath(*FOLDER, "fonts").rglob("*"))
        found += "".join(f"{f.name}\0{f.stat().st_size}\0" for f in fonts if f.is_file()).encode()
    return _mark(found) if found else _NONE


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
