"""The language of the command line: chosen before anything is parsed, because help and messages
are in it; click's own words included."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence

from facilitator.files import shipped
from facilitator.i18n import LANGUAGES, language_of_locale, use_language

CLICK_TEXTS = (
    "Usage:",
    "Options",
    "Commands",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Try '{command} {option}' for help.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Option {name!r} does not take a value.",
    "Show this message and exit.",
    "default: {default}",
    "required",
    "{value!r} is not a valid {number_type}.",
)
"""What click says itself (it asks gettext); translated in the catalogue like our own texts."""

CLICK_PLURALS = (
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)


def speak(language: str) -> None:
    """Use this language for everything this process says."""
    use_language(language)
    os.environ["LANGUAGE"] = language  # what gettext looks at, on behalf of click
    gettext.bindtextdomain("facilitator", str(shipped("locales")))
    gettext.textdomain("facilitator")


def language_of(args: Sequence[str]) -> str:
    """`--lang`, else what was chosen on a screen, else the locale's."""
    if chosen := _asked_for(args):
        return chosen
    if set(args) & {"--version"}:  # not worth reading a file
        return language_of_locale()
    from facilitator.settings import load_settings

    remembered = load_settings().language
    return remembered if remembered in LANGUAGES else language_of_locale()


def _asked_for(args: Sequence[str]) -> str:
    """The last `--lang de` or `--lang=de` of the call; click complains about another value."""
    found = ""
    for place, arg in enumerate(args):
        if arg == "--":
            break
        value = ""
        if arg == "--lang" and place + 1 < len(args):
            value = args[place + 1]
        elif arg.startswith("--lang="):
            value = arg.removeprefix("--lang=")
        if value in LANGUAGES:
            found = value
    return found
