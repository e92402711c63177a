#!/usr/bin/env python3
"""The tables of README.md and docs/LIESMICH.md that the program knows better than any writer: keys
(from the table of commands), what a line can be (from the table of marks), commands (from their
own help). `python docs/keys.py` writes them, `--check` says whether they have drifted.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click  # noqa: E402

import screens  # noqa: E402
from facilitator.capture.marks import MARKS  # noqa: E402
from facilitator.cli.language import speak  # noqa: E402
from facilitator.cli.program import COMMANDS as CLI_COMMANDS  # noqa: E402
from facilitator.cli.program import program  # noqa: E402
from facilitator.i18n import tr  # noqa: E402
from screens.commands import COMMANDS, shown  # noqa: E402
from screens.room import Room  # noqa: E402

PAGES = {"README.md": "en", "docs/LIESMICH.md": "de"}
HEADINGS = {
    "en": {
        "keys": ("Key", "Command", "Word", "Letter in lists", "What it does"),
        "lines": ("Typed", "What it is", "Key", "Example"),
        "commands": ("Command", "What it does"),
    },
    "de": {
        "keys": ("Taste", "Befehl", "Wort", "Buchstabe in Listen", "Was er tut"),
        "lines": ("Getippt", "Was es ist", "Taste", "Beispiel"),
        "commands": ("Befehl", "Was er tut"),
    },
}

LIBRARY = {"en": "The library.", "de": "Die Bibliothek."}


def keys(language: str) -> list[tuple[str, ...]]:
    """A row a command that a screen does: keys, label, words behind '/', letter, text."""
    place = 0 if language == "de" else 1
    rows = []
    for command in COMMANDS:
        if not any(command.is_done_by(room) for room in _rooms()):
            continue
        pressed = " ".join(f"`{_key(key, language)}`" for key in command.keys)
        words = " ".join(f"`/{word}`" for word in command.words)
        if any(command.takes_argument_in(room) for room in _rooms()):
            words += f" {tr(command.argument).upper()}" if command.argument else ""
        letter = f"`{command.letters[place]}`" if command.letters[place] else ""
        rows.append((pressed, tr(command.label), words, letter, tr(command.text)))
    return rows


@cache
def _rooms() -> tuple[type, ...]:
    """All screens of the program."""
    for module in walk_packages(screens.__path__, "screens."):
        import_module(module.name)
    found, waiting = [], [Room]
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].__subclasses__()
    return tuple(found)


def _key(key: str, language: str) -> str:
    """As it stands on the keyboard: 'Ctrl+P', 'Strg+P'."""
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return f"{'Strg' if language == 'de' else 'Ctrl'}+{shown(rest, language).upper()}"
    return shown(key, language)


def lines(language: str) -> list[tuple[str, ...]]:
    """A row a mark: what is typed, what it becomes, the key that does the same, an example."""
    rows = []
    for mark in MARKS:
        signs = [sign.rstrip() for sign in mark.signs]
        words = [word.rstrip() + ("" if word.endswith(" ") else ":") for word in mark.words]
        typed = " ".join(f"`{each}`" for each in dict.fromkeys([*signs, *words]))
        key = shown(mark.key, language) if mark.key else ""
        example = f"`{mark.example}`" if mark.example else ""
        rows.append((typed, tr(mark.text), f"`{key}`" if key else "", example))
    return rows


def commands(language: str) -> list[tuple[str, ...]]:
    """A row a command of the command line: its usage and its help."""
    root = program()
    context = click.Context(root, info_name="facilitator")
    rows = [("`facilitator`", LIBRARY[language])]
    for name in CLI_COMMANDS:
        command = root.get_command(context, name)
        assert command is not None
        inside = click.Context(command, info_name=name, parent=context)
        pieces = " ".join(
            piece for piece in command.collect_usage_pieces(inside) if "OPTION" not in piece
        )
        options = " ".join(
            f"[{_option(option)}]" if not option.required else _option(option)
            for option in command.params
            if isinstance(option, click.Option) and not option.hidden
        )
        usage = " ".join(filter(None, ("facilitator", name, pieces, options)))
        rows.append((f"`{usage}`", command.help or ""))
    return rows


def _option(option: click.Option) -> str:
    name = " ".join(option.opts[-1:])
    if option.is_flag:
        return name
    if isinstance(option.type, click.Choice):
        return f"{name} {'|'.join(map(str, option.type.choices))}"
    return f"{name} {option.metavar or tr('TEXT')}"


def table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A GFM table; a '|' in a cell is escaped, also inside code."""
    written = ["| " + " | ".join(headings) + " |", "|" + " --- |" * len(headings)]
    written += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(written)


def page(text: str, language: str) -> str:
    """The page with every table between its markers written anew."""
    speak(language)
    for name, make in (("keys", keys), ("lines", lines), ("commands", commands)):
        new = table(HEADINGS[language][name], make(language))
        text = re.sub(
            rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- end of {name} -->)",
            lambda found, new=new: f"{found[1]}{new}\n{found[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


def drifted(root: Path = ROOT) -> list[str]:
    """Pages whose tables say something else than the program."""
    return [
        name
        for name, language in PAGES.items()
        if page((root / name).read_text("utf-8"), language) != (root / name).read_text("utf-8")
    ]


def main() -> int:
    if "--check" in sys.argv[1:]:
        found = drifted()
        for name in found:
            print(f"{name}: the tables are out of date: make docs")
        return 1 if found else 0
    for name, language in PAGES.items():
        path = ROOT / name
        path.write_text(page(path.read_text("utf-8"), language), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
