#!/usr/bin/env python3
"""The tables that the program knows better than any writer: keys (from the table of commands), what
a line can be (from the table of marks), commands (from their own help). README.md has the keys of
the live screen, docs/keys.md and docs/TASTEN.md have all of them by room. `python docs/keys.py`
writes them, `--check` says whether they have drifted.
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
from screens.app import FacilitatorApp  # noqa: E402
from screens.commands import LISTS, Command, commands_of, shown  # noqa: E402
from screens.room import Room  # noqa: E402

PAGES = {
    "README.md": "en",
    "docs/LIESMICH.md": "de",
    "docs/keys.md": "en",
    "docs/TASTEN.md": "de",
}
HEADINGS = {
    "en": {
        "keys": ("Key", "Command", "Word", "What it does"),
        "room": ("Key", "Word", "What it does"),
        "lines": ("Typed", "What it is", "Key", "Example"),
        "commands": ("Command", "What it does"),
    },
    "de": {
        "keys": ("Taste", "Befehl", "Wort", "Was er tut"),
        "room": ("Taste", "Wort", "Was er tut"),
        "lines": ("Getippt", "Was es ist", "Taste", "Beispiel"),
        "commands": ("Befehl", "Was er tut"),
    },
}

LIBRARY = {"en": "The library.", "de": "Die Bibliothek."}


ROOMS = {
    "live": ("Live screen", "Live-Ansicht"),
    "agenda": ("Agenda (F7)", "Tagesordnung (F7)"),
    "door": ("Door (F8)", "Einlass (F8)"),
    "replan": ("Re-planning (Ctrl+T)", "Umplanen (Strg+T)"),
    "sheet": ("Decision sheet (F2 on a decision)", "Beschlussblatt (F2 auf einem Beschluss)"),
    "read_back": ("Reading a decision back", "Einen Beschluss verlesen"),
    "read_actions": ("Reading action items back", "Maßnahmen verlesen"),
    "cards": ("Cards", "Karten"),
    "round": ("Round", "Runde"),
    "speakers": ("Speaker list", "Redeliste"),
    "timeline": ("Time line", "Verlauf"),
    "closing": ("Closing round", "Schlussrunde"),
    "library": ("Library", "Bibliothek"),
    "prepare": ("Prepare", "Vorbereiten"),
    "review": ("Review of open action items", "Durchsicht der offenen Maßnahmen"),
    "minutes": ("Minutes desk", "Protokolltisch"),
    "projector": ("Projector", "Beamer"),
}
"""In the order in which a newcomer meets them."""


def keys(language: str) -> list[tuple[str, ...]]:
    """The keys of the live screen: key, label, word behind '/', text."""
    return [
        (_pressed(command, language), tr(command.label), _word(command, language), tr(command.text))
        for command in commands_of("live")
        if command.keys and _is_done_in(command, "live")
    ]


def rooms(language: str) -> str:
    """A table a room."""
    place = 1 if language == "de" else 0
    return "\n\n".join(
        f"## {titles[place]}\n\n{table(HEADINGS[language]['room'], _of_room(room, language))}"
        for room, titles in ROOMS.items()
    )


def _of_room(room: str, language: str) -> list[tuple[str, ...]]:
    """What the room says of itself is in its help; here stands what is in the table of commands."""
    rows = []
    for command in commands_of(room):
        if not _is_done_in(command, room):
            continue
        letter = command.letter(language) if room in LISTS else ""
        pressed = " ".join(
            filter(None, (f"`{letter}`" if letter else "", _pressed(command, language)))
        )
        word = _all_words(command) if room in ("live", "cards") else ""
        if pressed or word:
            rows.append((pressed, word, tr(command.text)))
    return rows


def _is_done_in(command: Command, room: str) -> bool:
    """By a screen of this room, or by the app."""
    doers = [each for each in _rooms() if getattr(each, "ROOM", "") == room]
    return any(command.is_done_by(each) for each in (*doers, FacilitatorApp))


def _pressed(command: Command, language: str) -> str:
    return " ".join(f"`{_key(key, language)}`" for key in command.keys)


def _word(command: Command, language: str) -> str:
    """Its word in this language, and what follows it."""
    word = command.word(language)
    return f"`{word}{_argument(command)}`" if word else ""


def _all_words(command: Command) -> str:
    """All its words, in both languages, and what follows them."""
    return " ".join(f"`/{word}`" for word in command.words) + _argument(command)


def _argument(command: Command) -> str:
    takes = any(command.takes_argument_in(room) for room in _rooms())
    return f" {tr(command.argument).upper()}" if takes and command.argument else ""


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
    tables = {
        name: table(HEADINGS[language][name], make(language))
        for name, make in {
            "keys": keys,
            "lines": lines,
            "commands": commands,
        }.items()
    }
    for name, new in {**tables, "rooms": rooms(language)}.items():
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
