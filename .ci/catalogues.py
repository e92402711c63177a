#!/usr/bin/env python3
"""The catalogues of texts: collect them from the code, compare, compile.

    python .ci/catalogues.py              compile data/locales/<language>/*.po into one .mo each
    python .ci/catalogues.py --check      say what is missing, unused, empty, fuzzy or drifted
    python .ci/catalogues.py --missing    print what German lacks, ready to be put into a .po

The English text in the code is the key. Texts are found where `tr`, `ntr` and `ptr` are called
with a literal, with a choice between literals, or with a look-up in a table of the same module
(`tr(_TITLES[kind])`); the table of commands and the titles of errors are read as they are. Each
room has a .po of its own; a text in two of them must read the same. English has entries only
where it shows something else than the key.
"""

from __future__ import annotations

import argparse
import ast
import re
import string
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("de", "en")
FUNCTIONS = {"tr": (0,), "ntr": (0, 1), "ptr": (0, 1)}
"""Function -> places of its literal arguments; the first of `ptr` is the context."""

TRANSLATORS = {"facilitator/i18n.py", "facilitator/saying.py"}
"""Where the functions themselves are made: their texts are those of whoever calls them."""

DECLARED = {
    "command.label", "command.text", "command.argument", "mark.text", "reading.sign",
    "error.title", "Damaged.title", "NotSaved.title",
}  # fmt: skip
"""Arguments that are no literals: their texts are collected where they are declared."""


@dataclass(frozen=True, order=True)
class Text:
    """One text of the program: what the catalogue is asked for."""

    one: str
    many: str = ""
    context: str = ""


@dataclass
class Collected:
    """All texts with the places they stand at, every string of the code, and calls that no
    catalogue can be made from."""

    texts: dict[Text, list[str]] = field(default_factory=dict)
    strings: set[str] = field(default_factory=set)
    unclear: list[str] = field(default_factory=list)

    def add(self, text: Text, place: str) -> None:
        self.texts.setdefault(text, []).append(place)


@dataclass(frozen=True)
class Entry:
    """One translation. `shown` has one text, or two where there is a plural."""

    shown: tuple[str, ...]
    is_fuzzy: bool
    place: str


# -- what the program says --------------------------------------------------------------------


def collect(root: Path = ROOT) -> Collected:
    found = Collected()
    for package in ("facilitator", "screens"):
        for path in sorted((root / package).rglob("*.py")):
            _collect_module(path, path.relative_to(root).as_posix(), found)
    for path in sorted((root / "data").rglob("*.j2")) + sorted((root / "data").rglob("*.jinja")):
        _collect_template(path, path.relative_to(root).as_posix(), found)
    _collect_declared(root, found)
    return found


def _collect_module(path: Path, name: str, found: Collected) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=name)
    tables = _tables(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.strings.add(node.value)
        if isinstance(node, ast.Call) and name not in TRANSLATORS:
            _collect_call(node, tables, f"{name}:{node.lineno}", found)


def _collect_call(
    call: ast.Call, tables: dict[str, set[str]], place: str, found: Collected
) -> None:
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    if name not in FUNCTIONS or len(call.args) <= FUNCTIONS[name][-1]:
        return
    values = [_literals(call.args[at], tables) for at in FUNCTIONS[name]]
    if not all(values) and ast.unparse(call.args[0]) not in DECLARED:
        found.unclear.append(f"{place}: {ast.unparse(call)[:70]}")
    for first in values[0]:
        for second in values[1] if len(values) > 1 else [""]:
            if name == "ptr":
                found.add(Text(second, context=first), place)
            else:
                found.add(Text(first, many=second), place)


def _literals(node: ast.expr, tables: dict[str, set[str]]) -> list[str]:
    """The texts an argument can be; none if the code does not tell."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return _literals(node.body, tables) + _literals(node.orelse, tables)
    if isinstance(node, ast.Subscript):
        return _literals(node.value, tables)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _literals(node.func.value, tables) if node.func.attr == "get" else []
    if isinstance(node, ast.Name):
        return sorted(tables.get(node.id, ()))
    return []


def _tables(tree: ast.Module) -> dict[str, set[str]]:
    """Constants of a module -> the texts they hold: values of a dict, members of a tuple."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            name, value = node.target.id, node.value
        else:
            continue
        if name.isupper() or name.startswith("_"):
            found[name] = set(_strings_of(value))
    return found


def _strings_of(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value:
            yield node.value
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _strings_of(value)
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for value in node.elts:
            yield from _strings_of(value)


def _collect_template(path: Path, name: str, found: Collected) -> None:
    from jinja2 import Environment, nodes

    source = path.read_text(encoding="utf-8")
    found.strings.update(re.findall(r'"([^"\n]+)"', source))
    found.strings.update(re.findall(r"'([^'\n]+)'", source))
    template = Environment(extensions=["jinja2.ext.do"], autoescape=False).parse(source)
    for call in template.find_all(nodes.Call):
        called = getattr(call.node, "name", getattr(call.node, "attr", ""))
        places = FUNCTIONS.get(called, ())
        values = [getattr(call.args[at], "value", None) for at in places if at < len(call.args)]
        if not places or len(values) < len(places) or not all(isinstance(v, str) for v in values):
            continue
        place = f"{name}:{call.lineno}"
        if called == "ptr":
            found.add(Text(values[1], context=values[0]), place)
        else:
            found.add(Text(values[0], many=values[1] if called == "ntr" else ""), place)


def _collect_declared(root: Path, found: Collected) -> None:
    """Texts that are declared in tables and translated where they are shown."""
    sys.path.insert(0, str(root))
    try:
        from facilitator import errors
        from facilitator.capture.due.signs import SIGNS
        from facilitator.capture.marks import MARKS
        from facilitator.cli.language import CLICK_PLURALS, CLICK_TEXTS
        from screens.commands import COMMANDS
    finally:
        sys.path.remove(str(root))
    for command in COMMANDS:
        found.add(Text(command.label), "screens/commands.py")
        found.add(Text(command.text), "screens/commands.py")
        if command.argument:
            found.add(Text(command.argument), "screens/commands.py")
    for mark in MARKS:
        found.add(Text(mark.text), "facilitator/capture/marks.py")
    for text in SIGNS:
        found.add(Text(text), "facilitator/capture/due/signs.py")
    for text in CLICK_TEXTS:
        found.add(Text(text), "facilitator/cli/language.py")
    for one, many in CLICK_PLURALS:
        found.add(Text(one, many=many), "facilitator/cli/language.py")
    kinds = [errors.FacilitatorError]
    while kinds:
        kind = kinds.pop()
        found.add(Text(kind.title), "facilitator/errors.py")
        kinds += kind.__subclasses__()


# -- what the catalogues say ------------------------------------------------------------------


def load(language: str, root: Path = ROOT) -> tuple[dict[Text, Entry], list[str]]:
    """The translations of one language from all its rooms, and what is wrong with them."""
    entries: dict[Text, Entry] = {}
    problems: list[str] = []
    for path in sorted((root / "data" / "locales" / language).glob("*.po")):
        try:
            with path.open("rb") as file:
                catalogue = read_po(file, locale=language, abort_invalid=True)
        except (PoFileError, UnicodeError, ValueError) as error:
            problems.append(f"{language}/{path.name}: cannot be read: {error}")
            continue
        for message in catalogue:
            if not message.id:
                continue
            text, entry = _entry(message, f"{language}/{path.name}:{message.lineno or 0}")
            known = entries.setdefault(text, entry)
            if known.shown != entry.shown:
                problems.append(
                    f"{entry.place}: {text.one!r} reads {entry.shown[0]!r}, "
                    f"but {known.shown[0]!r} in {known.place}"
                )
    return entries, problems


def _entry(message: Message, place: str) -> tuple[Text, Entry]:
    ids = message.id if isinstance(message.id, tuple | list) else (message.id, "")
    shown = message.string if isinstance(message.string, tuple | list) else (message.string,)
    text = Text(str(ids[0]), many=str(ids[1]), context=str(message.context or ""))
    return text, Entry(tuple(str(each or "") for each in shown), message.fuzzy, place)


def check(language: str, collected: Collected, entries: dict[Text, Entry]) -> list[str]:
    """What is wrong with one language, a line each."""
    problems = []
    for text, places in sorted(collected.texts.items()):
        if text not in entries and (language != "en"):
            problems.append(f"missing in {language}: {text.one!r} ({places[0]})")
    for text, entry in sorted(entries.items()):
        if text not in collected.texts and text.one not in collected.strings:
            problems.append(f"{entry.place}: unused: {text.one!r}")
        if entry.is_fuzzy:
            problems.append(f"{entry.place}: fuzzy: {text.one!r}")
        if not all(entry.shown) or (text.many and len(entry.shown) < 2):
            problems.append(f"{entry.place}: empty: {text.one!r}")
            continue
        wanted = _placeholders(text.one) | _placeholders(text.many)
        for shown in entry.shown:
            has = _placeholders(shown)
            if has - wanted or (wanted - has - {"n"} if not text.many else has - wanted):
                problems.append(f"{entry.place}: placeholders differ: {text.one!r} / {shown!r}")
            if text.one.endswith("\n") != shown.endswith("\n"):
                problems.append(f"{entry.place}: line breaks differ: {text.one!r}")
    return problems


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:  # a text that is never formatted may hold a brace
        return set()


# -- what the program reads -------------------------------------------------------------------


def compiled(language: str, entries: dict[Text, Entry]) -> bytes:
    """The catalogue as gettext reads it (.mo). The same entries always give the same bytes: no
    date, no name of a tool."""
    header = (
        f"Language: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    )
    pairs = {b"": header.encode()}
    for text, entry in entries.items():
        if all(entry.shown) and not entry.is_fuzzy:
            key = f"{text.context}\x04{text.one}" if text.context else text.one
            key = f"{key}\0{text.many}" if text.many else key
            pairs[key.encode()] = "\0".join(entry.shown).encode()
    rows = sorted(pairs.items())
    ids = b"".join(key + b"\0" for key, _ in rows)
    texts = b"".join(text + b"\0" for _, text in rows)
    start = 7 * 4 + 16 * len(rows)
    id_table, text_table = [], []
    id_at, text_at = start, start + len(ids)
    for key, text in rows:
        id_table += [len(key), id_at]
        text_table += [len(text), text_at]
        id_at += len(key) + 1
        text_at += len(text) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    numbers = [*id_table, *text_table]
    return head + struct.pack(f"<{len(numbers)}I", *numbers) + ids + texts


def compiled_path(language: str, root: Path = ROOT) -> Path:
    return root / "data" / "locales" / language / "LC_MESSAGES" / "facilitator.mo"


# -- the command ------------------------------------------------------------------------------


def problems(root: Path = ROOT) -> list[str]:
    """Everything that is wrong, a line each; empty: all is well."""
    collected = collect(root)
    found = [f"no literal, so no catalogue can have it: {call}" for call in collected.unclear]
    for language in LANGUAGES:
        entries, wrong = load(language, root)
        found += wrong + check(language, collected, entries)
        path = compiled_path(language, root)
        if not path.is_file() or path.read_bytes() != compiled(language, entries):
            found.append(f"{language}: the compiled catalogue is out of date: make catalogues")
    return found


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def skeleton(texts: Iterable[tuple[Text, list[str]]]) -> str:
    """Entries to be filled in."""
    lines = []
    for text, places in texts:
        lines.append(f"#: {places[0]}")
        if text.context:
            lines.append(f"msgctxt {_quoted(text.context)}")
        lines.append(f"msgid {_quoted(text.one)}")
        if text.many:
            lines.append(f"msgid_plural {_quoted(text.many)}")
            lines += ['msgstr[0] ""', 'msgstr[1] ""', ""]
        else:
            lines += ['msgstr ""', ""]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is wrong")
    parser.add_argument("--missing", action="store_true", help="print what German lacks")
    parser.add_argument("--unclear", action="store_true", help="print calls without a literal")
    chosen = parser.parse_args()
    if chosen.unclear:
        print("\n".join(collect().unclear))
        return 0
    if chosen.missing:
        entries, _ = load("de")
        print(skeleton((t, p) for t, p in collect().texts.items() if t not in entries))
        return 0
    if chosen.check:
        found = problems()
        print("\n".join(found) or "catalogues: every text is there, in both languages")
        return 1 if found else 0
    status = 0
    for language in LANGUAGES:
        entries, wrong = load(language)
        path = compiled_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(compiled(language, entries))
        print(f"{language}: {len(entries)} texts")
        for line in wrong:
            print(f"  {line}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
