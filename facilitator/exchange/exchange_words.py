"""The words of the files for other programs, in the language of the minutes.

They stand in `data/minutes/<language>/exchange.toml`; a file of that name under
`templates/minutes/<language>/` of the workspace may replace some of them.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from facilitator.errors import BadFile
from facilitator.files import shipped
from facilitator.i18n import LANGUAGES, tr

FILE = "exchange.toml"

_PLACE = re.compile(r"\{(\w+)\}")


class ExchangeWords:
    """`words["calendar.due_day"]`; `words.said("calendar.due_day", action="M7")` fills it in."""

    def __init__(self, language: str, workspace: Path | None = None) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._words = _shipped(self.language)
        own = workspace / "templates" / "minutes" / self.language / FILE if workspace else None
        if own is not None and own.is_file():
            self._words = self._words | _own(own, self._words)

    def __getitem__(self, name: str) -> str:
        return self._words[name]

    def said(self, name: str, **values: object) -> str:
        """Filled in one go, so that braces in a value or in a town's words do no harm."""
        return _PLACE.sub(lambda found: str(values.get(found[1], found[0])), self._words[name])


@cache
def _shipped(language: str) -> dict[str, str]:
    return dict(_flat(tomllib.loads(shipped("minutes", language, FILE).read_text("utf-8"))))


def _own(path: Path, known: dict[str, str]) -> dict[str, str]:
    """Raises BadFile for what is no TOML, and for words nobody asks for: a slip of the pen."""
    try:
        found = dict(_flat(tomllib.loads(path.read_text("utf-8"))))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _problem(path, str(error)) from error
    for name in found:
        if name not in known:
            raise _problem(path, tr("there is no word '{name}'", name=name))
    return found


def _flat(table: dict[str, Any], before: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{before}{name}.")
        else:
            found.append((f"{before}{name}", str(value)))
    return found


def _problem(path: Path, what: str) -> BadFile:
    return BadFile(
        tr(
            "The words in {file} cannot be used: {problem}. Nothing was written; mend the file, "
            "or rename it to use the built-in words.",
            file=path,
            problem=what.rstrip("."),
        )
    )
