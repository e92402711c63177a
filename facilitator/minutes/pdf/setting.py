"""Typst at work: a template and its data become a PDF, or an error in words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.errors import BadFile
from facilitator.files import shipped
from facilitator.i18n import tr

FILE = "minutes.typ"
STANDARDS = ("a-2b", "ua-1")
"""ISO 19005-2 (to be kept for decades) and ISO 14289-1 (to be read to people)."""


@dataclass(frozen=True)
class Template:
    path: Path
    is_own: bool
    fonts: Path | None


class MissingSigns(Exception):
    """Characters that none of the fonts has."""

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__(signs)
        self.signs = signs


def template(workspace: Path | None) -> Template:
    """The workspace's own one, or the built-in one."""
    folder = workspace / "templates" / "minutes" if workspace else None
    fonts = folder / "fonts" if folder and (folder / "fonts").is_dir() else None
    own = folder / FILE if folder else None
    if own is not None and own.exists():
        return Template(own, True, fonts)
    return Template(shipped("minutes", FILE), False, fonts)


def pdf_of(template: Template, values: dict[str, Any]) -> bytes:
    """Raises MissingSigns, or BadFile when the template fails."""
    import typst

    try:
        source = template.path.read_bytes()
    except OSError as error:
        raise _problem(template, 1, str(error)) from error
    files = {"main.typ": source}
    if template.is_own:
        files[f"shipped/{FILE}"] = shipped("minutes", FILE).read_bytes()
    try:
        compiler = typst.Compiler(
            files,
            root=str(template.path.parent),
            font_paths=[str(template.fonts)] if template.fonts else [],
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(values, ensure_ascii=False)},
        )
        made = compiler.compile(format="pdf", pdf_standards=list(STANDARDS), timestamp=0)
    except typst.TypstError as error:
        told = str(getattr(error, "diagnostic", "") or error)
        if signs := _missing(told):
            raise MissingSigns(signs) from error
        if not template.is_own:
            raise
        raise _problem(template, _line(told), str(error)) from error
    return bytes(made)


_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


def _missing(told: str) -> frozenset[str]:
    """The characters out of the typesetter's words, which quote as Rust does."""
    texts = _MISSING.findall(told)
    return frozenset("".join(_ESCAPE.sub(_unescaped, text) for text in texts))


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}.get(found[2], found[2])


_PLACE = re.compile(r"main\.typ:(\d+):\d+")


def _line(told: str) -> int:
    """The line of the template itself, also where the error shows in what it calls."""
    found = _PLACE.search(told)
    return int(found[1]) if found else 1


def _problem(template: Template, line: int, what: str) -> BadFile:
    return BadFile(
        tr(
            "The template {file}, line {line}, cannot be used: {problem}. No minutes were written; "
            "mend the file, or rename it to use the built-in template.",
            file=template.path,
            line=line,
            problem=what.splitlines()[0].rstrip("."),
        )
    )
