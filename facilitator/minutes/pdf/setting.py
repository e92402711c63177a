"""Typst at work: a template and its data become a PDF, or an error in words.

The built-in template is set here. One of a town's own is a program of somebody else's: it runs in
a process of its own, with an end, and reaches no network and no file but those beside it and what
links there lead to.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, Literal

from facilitator import guarded
from facilitator.errors import BadTemplate, FacilitatorError
from facilitator.files import shipped
from facilitator.i18n import tr
from facilitator.meeting.model import Value
from facilitator.own_file import is_there, read_own

FILE = "minutes.typ"
FONTS = "fonts"
"""The folder beside it with the town's fonts."""
STANDARDS: tuple[Literal["a-2b"], Literal["ua-1"]] = ("a-2b", "ua-1")
"""ISO 19005-2 (to be kept for decades) and ISO 14289-1 (to be read to people)."""
SECONDS = 30
"""No template of a town's own may take longer."""


class Template(Value, frozen=True, kw_only=True):
    """`fonts`: a folder with the town's fonts, or empty."""

    path: str
    is_own: bool
    fonts: str = ""


class MissingSigns(Exception):
    """Characters that none of the fonts has."""

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__(signs)
        self.signs = signs


def template(workspace: Path | None) -> Template:
    """The workspace's own one, or the built-in one."""
    folder = workspace / "templates" / "minutes" if workspace else None
    fonts = str(folder / FONTS) if folder and (folder / FONTS).is_dir() else ""
    own = folder / FILE if folder else None
    if own is not None and is_there(own):
        return Template(path=str(own), is_own=True, fonts=fonts)
    return Template(path=str(shipped("minutes", FILE)), is_own=False, fonts=fonts)


def pdf_of(template: Template, values: dict[str, Any]) -> bytes:
    """Raises MissingSigns, BadTemplate when a town's own template fails, FacilitatorError when the
    built-in one does."""
    paper = json.dumps(values, ensure_ascii=False)
    if not template.is_own:
        return _set(template, paper)
    request = json.dumps({"template": template.path, "fonts": template.fonts, "paper": paper})
    try:
        answer = guarded.in_a_process(
            "facilitator.minutes.pdf.setting:set_apart", request.encode(), seconds=SECONDS
        )
    except guarded.TookTooLong as error:
        what = tr("it takes longer than {seconds} seconds", seconds=SECONDS)
        raise _problem(template, 1, what) from error
    except guarded.Stopped as error:
        raise _problem(template, 1, str(error)) from error
    if answer[:1] == _LACKS:
        raise MissingSigns(frozenset(answer[1:].decode()))
    return answer[1:]


_MADE, _LACKS = b"+", b"?"


def set_apart(request: bytes) -> bytes:
    """In the process of its own: the PDF, or the characters that are missing."""
    asked = json.loads(request)
    # typst fetches packages that a template names, and cannot be told not to: nothing listens here
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = "http://127.0.0.1:9"
    template = Template(path=asked["template"], is_own=True, fonts=asked["fonts"])
    try:
        return _MADE + _set(template, asked["paper"])
    except MissingSigns as error:
        return _LACKS + "".join(sorted(error.signs)).encode()


def _set(template: Template, paper: str) -> bytes:
    import typst

    path = Path(template.path)
    try:
        files: Any = {"main.typ": read_own(path)}
    except OSError as error:
        raise _problem(template, 1, error.strerror or str(error)) from error
    if template.is_own:
        files[f"shipped/{FILE}"] = shipped("minutes", FILE).read_bytes()
    try:
        compiler = typst.Compiler(
            files,
            root=str(path.parent),
            font_paths=[template.fonts] if template.fonts else [],
            ignore_system_fonts=True,
            sys_inputs={"paper": paper},
            # not those of this machine: another would set another document
            package_path=str(path.parent / "packages"),
            package_cache_path=str(path.parent / "packages"),
        )
        made = compiler.compile(format="pdf", pdf_standards=list(STANDARDS), timestamp=0)
    except typst.TypstError as error:
        told = str(getattr(error, "diagnostic", "") or error)
        if signs := _missing(told):
            raise MissingSigns(signs) from error
        if not template.is_own:
            raise FacilitatorError(
                tr(
                    "The PDF cannot be set: {problem}. Nothing was written; the other formats "
                    "hold the same words.",
                    problem=str(error).partition("\n")[0].rstrip("."),
                )
            ) from error
        raise _problem(template, _line(told), str(error)) from error
    assert isinstance(made, bytes)  # one file, not one a page
    if template.is_own and not any(sign in made for sign in _FONTS):
        raise _problem(template, 1, tr("it prints no text"))
    return made


_FONTS = (b"/FontFile", b"/FontDescriptor")
"""What a PDF with any letter holds: all fonts are embedded."""


# -- what typst says --------------------------------------------------------------------------

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_PLACE = re.compile(r"main\.typ:(\d+):\d+")


def _missing(told: str) -> frozenset[str]:
    """The characters out of the typesetter's words, which quote as Rust does."""
    return frozenset("".join(_ESCAPE.sub(_unescaped, text) for text in _MISSING.findall(told)))


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}.get(found[2], found[2])


def _line(told: str) -> int:
    """The line of the template itself, also where the error shows in what it calls."""
    found = _PLACE.search(told)
    return int(found[1]) if found else 1


def _problem(template: Template, line: int, what: str) -> BadTemplate:
    return BadTemplate(
        tr(
            "The template {file}, line {line}, cannot be used: {problem}. Nothing was written; "
            "mend the file, or use the built-in template.",
            file=template.path,
            line=line,
            problem=what.partition("\n")[0].rstrip("."),
        )
    )
