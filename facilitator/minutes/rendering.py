"""In the process of its own: a user's template is rendered, or it is said what is wrong where."""

from __future__ import annotations

import re
import time
from pathlib import Path
from traceback import walk_tb

import msgspec
from jinja2 import BaseLoader, ChoiceLoader, Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path

from facilitator.errors import BadTemplate
from facilitator.files import shipped
from facilitator.i18n import tr
from facilitator.minutes.document.model import MinutesDocument
from facilitator.minutes.paper.model import Paper
from facilitator.minutes.sandbox import TooLong, as_plain, environment_of
from facilitator.minutes.templates import bad_template, shipped_loader

_LARGEST = 1 << 20
"""Bytes of a template."""
_SEVERAL = re.compile(r"\s+")


class Request(msgspec.Struct, kw_only=True):
    """`name`: of the template in `folder`; the rest are the values it gets."""

    folder: str
    name: str
    language: str
    seconds: float
    paper: Paper | None = None
    minutes: MinutesDocument | None = None
    front_matter: bool = True


def render(payload: bytes) -> bytes:
    """Raises BadTemplate, naming file and line."""
    request = msgspec.msgpack.decode(payload, type=Request)
    folder = Path(request.folder)
    shared = shipped_loader(request.language)
    environment = environment_of(ChoiceLoader([_OwnFiles(folder), shared]))
    environment.end = time.monotonic() + request.seconds
    values = {
        "paper": as_plain(request.paper),
        "minutes": as_plain(request.minutes),
        "front_matter": request.front_matter,
    }
    try:
        text = environment.get_template(request.name).render(values)
        return text.encode("utf-8", "surrogatepass")
    except BadTemplate:
        raise
    except TemplateSyntaxError as error:
        file = error.filename or str(folder / (error.name or request.name))
        raise bad_template(file, error.lineno, _told(error)) from error
    except Exception as error:
        file, line = _place(error, folder, request.name)
        raise bad_template(file, line, _what(error, request.seconds)) from error


class _OwnFiles(BaseLoader):
    """Files of the folder and below it; nothing a link or '..' leads to outside of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._called = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        path = self._folder.joinpath(*split_template_path(template))  # refuses '..'
        name = str(self._called.joinpath(*path.relative_to(self._folder).parts))
        if "\0" in template or not (path.exists() or path.is_symlink()):
            raise TemplateNotFound(template)
        try:
            if not path.resolve().is_relative_to(self._folder):
                raise bad_template(name, None, tr("it is a link that leads out of its folder"))
            if not path.is_file():
                raise bad_template(name, None, tr("it is no file"))
            with path.open("rb") as file:
                content = file.read(_LARGEST + 1)
        except OSError as error:
            raise bad_template(name, None, error.strerror or str(error)) from error
        if len(content) > _LARGEST:
            raise bad_template(name, None, tr("it is far too long"))
        try:
            return content.decode("utf-8-sig"), name, None
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise bad_template(name, line, tr("it is not UTF-8")) from error


def _what(error: Exception, seconds: float) -> str:
    if isinstance(error, TooLong):
        return tr("it takes longer than {seconds} seconds", seconds=f"{seconds:g}")
    if isinstance(error, TemplateNotFound):
        return tr("there is no template {name}", name=error.name or "")
    if isinstance(error, MemoryError):
        return tr("it needs too much memory, or makes far too long a text")
    if isinstance(error, RecursionError):
        return tr("it calls itself without end")
    return _told(error)


def _told(error: Exception) -> str:
    """What Jinja2 or Python says, in one line of bearable length."""
    said = getattr(error, "message", None) or str(error) or type(error).__name__
    line = _SEVERAL.sub(" ", str(said)).strip()
    return line if len(line) <= 300 else f"{line[:300]}…"


def _place(error: BaseException, folder: Path, name: str) -> tuple[str, int | None]:
    """File and line of the innermost template among the frames of an error."""
    found: tuple[str, int | None] = (str(folder / name), None)
    folders = (str(folder), str(shipped("minutes")))
    for frame, line in walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if file.startswith(folders) and not file.endswith(".py"):
            found = (file, line)
    return found
