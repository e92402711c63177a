"""Templates for minutes in Jinja2: the built-in ones, and those a user keeps in the workspace.

A built-in template is rendered here. One of a user's is somebody's program: it is rendered in a
process of its own (`rendering`), which is ended when it takes too long or wants too much.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader

from facilitator import guarded
from facilitator.errors import BadTemplate
from facilitator.files import shipped
from facilitator.i18n import tr
from facilitator.minutes.escaping import readable
from facilitator.minutes.sandbox import Environment, environment_of, with_texts
from facilitator.own_file import is_there

SECONDS = 5
"""No template of a user may take longer."""
_GRACE = 2
"""Seconds more until the process is ended: a loop that is late says its line first."""


def rendered(
    name: str, language: str, values: dict[str, Any], workspace: Path | None = None
) -> str:
    """The template `name` of a language with these values. A file of the same name in the
    workspace's `templates/minutes/<language>/` wins, and may extend `shipped/<name>`. Raises
    BadTemplate with file and line when that fails."""
    own = own_template(name, language, workspace)
    if own is None:
        return _built_in(language).get_template(name).render(values)
    return _apart(own, language, values)


def own_template(name: str, language: str, workspace: Path | None) -> Path | None:
    """The user's file of this name, or None."""
    own = workspace / "templates" / "minutes" / language / name if workspace else None
    return own if own is not None and is_there(own) else None


def shipped_loader(language: str) -> BaseLoader:
    loader = FileSystemLoader(shipped("minutes", language))
    return ChoiceLoader([loader, PrefixLoader({"shipped": loader})])


@cache
def _built_in(language: str) -> Environment:
    return environment_of(shipped_loader(language))


def _apart(own: Path, language: str, values: dict[str, Any]) -> str:
    request = {"folder": str(own.parent.absolute()), "name": own.name, "language": language,
               "seconds": float(SECONDS), **values}  # fmt: skip
    try:
        payload = msgspec.msgpack.encode(request)
    except UnicodeEncodeError:  # half of a pair of code units: no file can hold it
        payload = msgspec.msgpack.encode(
            {key: with_texts(value, readable) for key, value in request.items()}
        )
    try:
        answer = guarded.in_a_process(
            "facilitator.minutes.rendering:render", payload, seconds=SECONDS + _GRACE
        )
    except guarded.TookTooLong:
        what = tr("it takes longer than {seconds} seconds", seconds=SECONDS)
    except guarded.TooMuchMemory:
        what = tr("it needs too much memory, or makes far too long a text")
    except guarded.Broke as error:
        what = str(error)
    else:
        text = answer.decode("utf-8", "surrogatepass")
        if text.strip("\ufeff\u200b \t\r\n\f\v\u00a0"):
            return text
        what = tr("it makes an empty text")
    raise bad_template(str(own), None, what)


def bad_template(file: str, line: int | None, what: str) -> BadTemplate:
    """The error in words; `line` None: nobody knows which."""
    problem = what.rstrip(".")
    if line is None:
        return BadTemplate(
            tr(
                "The template {file} cannot be used: {problem}. Nothing was written; mend the "
                "file, or use the built-in template.",
                file=file,
                problem=problem,
            )
        )
    return BadTemplate(
        tr(
            "The template {file}, line {line}, cannot be used: {problem}. Nothing was written; "
            "mend the file, or use the built-in template.",
            file=file,
            line=line,
            problem=problem,
        )
    )
