"""German and English. The English text in the code is the key of both catalogues.

`tr("Saved: {what}", what=...)` gives the text in the language of the screen, which can change
while the program runs; `words("de")` gives a translator bound to one language (the minutes have
their own). Values are put in after the translation, so that a user's braces stay text.

Catalogues: `data/locales/<language>/*.po`, one a room, compiled into one `.mo` by
`python .ci/catalogues.py`. Call only with literal texts: the catalogues are collected from them.
"""

from __future__ import annotations

import gettext
import locale
import os
from functools import cache

from facilitator.files import shipped

LANGUAGES = ("de", "en")


class Words:
    """Texts in one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        path = shipped("locales", self.language, "LC_MESSAGES", "facilitator.mo")
        try:
            with path.open("rb") as file:
                self._catalogue: gettext.NullTranslations = gettext.GNUTranslations(file)
        except OSError:  # not built yet: the keys are readable English
            self._catalogue = gettext.NullTranslations()

    def tr(self, text: str, /, **values: object) -> str:
        """The text in this language, with `{name}` replaced by the values. No text stays none:
        gettext keeps the heading of its catalogue there."""
        found = self._catalogue.gettext(text) if text else ""
        return found.format(**values) if values else found

    def ntr(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The text for `n` things; `{n}` is always there."""
        return self.plural(one, many, n).format(n=n, **values)

    def plural(self, one: str, many: str, n: int, /) -> str:
        """The text for `n` things before anything is put in."""
        return self._catalogue.ngettext(one, many, n)

    def ptr(self, context: str, text: str, /, **values: object) -> str:
        """The text in a context that tells two meanings of one English word apart."""
        found = self._catalogue.pgettext(context, text)
        return found.format(**values) if values else found


@cache
def words(language: str) -> Words:
    """The translator for one language ('de' or 'en')."""
    return Words(language)


_current = "en"


def use_language(language: str) -> None:
    """Set the language of the screen and of the command line."""
    global _current
    _current = language if language in LANGUAGES else "en"


def current_language() -> str:
    return _current


def language_of_locale() -> str:
    """'de' when the environment asks for German (LC_ALL, LC_MESSAGES, LANG in that order, else
    the system's locale), else 'en'."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "de" if value.lower().startswith("de") else "en"
    system = locale.getlocale()[0] or ""
    return "de" if system.lower().startswith(("de", "german")) else "en"


def tr(text: str, /, **values: object) -> str:
    """The text in the language of the screen."""
    return words(_current).tr(text, **values)


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """The text for `n` things in the language of the screen."""
    return words(_current).ntr(one, many, n, **values)


def ptr(context: str, text: str, /, **values: object) -> str:
    """The text in a context, in the language of the screen."""
    return words(_current).ptr(context, text, **values)
