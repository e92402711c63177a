"""Both languages are complete, and what the program reads is what the catalogues say."""

from __future__ import annotations

import gettext
import importlib.util
import io
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / ".ci" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def small_program(tmp_path: Path) -> Path:
    """A checkout with one module and one catalogue, both wrong where a test makes them so."""
    for folder in ("facilitator", "screens", "data/locales/de", "data/locales/en"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("facilitator/__init__.py", "screens/__init__.py", "screens/commands.py"):
        (tmp_path / name).write_text("COMMANDS = ()\n", encoding="utf-8")
    return tmp_path


def _po(*lines: str) -> str:
    return 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n' + "\n".join(
        lines
    )


def test_every_text_of_the_program_is_there_in_both_languages(catalogues: ModuleType) -> None:
    assert catalogues.problems() == []


def test_texts_are_found_in_calls_choices_tables_and_around_other_calls(
    catalogues: ModuleType, small_program: Path
) -> None:
    (small_program / "facilitator" / "some.py").write_text(
        "_TITLES = {'a': 'One', 'b': 'Two'}\n"
        "def f(x, tr, ntr, words):\n"
        "    tr('Outer {inner}', inner=tr('Inner'))\n"
        "    tr('Yes' if x else 'No')\n"
        "    tr(_TITLES[x])\n"
        "    ntr('{n} line', '{n} lines', 3)\n"
        "    words('de').ptr('door', 'Open')\n"
        "    tr(x)\n",
        encoding="utf-8",
    )
    found = catalogues.Collected()
    path = small_program / "facilitator" / "some.py"
    catalogues._collect_module(path, "facilitator/some.py", found)
    keys = {(text.context, text.one, text.many) for text in found.texts}
    assert keys == {
        ("", "Outer {inner}", ""),
        ("", "Inner", ""),
        ("", "Yes", ""),
        ("", "No", ""),
        ("", "One", ""),
        ("", "Two", ""),
        ("", "{n} line", "{n} lines"),
        ("door", "Open", ""),
    }
    assert found.unclear == ["facilitator/some.py:8: tr(x)"]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ((), "missing in de: 'Saved: {what}'"),
        (('msgid "Saved: {what}"', 'msgstr ""'), "empty: 'Saved: {what}'"),
        (('msgid "Saved: {what}"', 'msgstr "Gespeichert: {was}"'), "placeholders differ"),
        (("#, fuzzy", 'msgid "Saved: {what}"', 'msgstr "Da: {what}"'), "fuzzy: 'Saved: {what}'"),
        (('msgid "Long gone"', 'msgstr "Lange her"'), "unused: 'Long gone'"),
    ],
)
def test_what_is_wrong_is_said(
    catalogues: ModuleType, small_program: Path, lines: tuple[str, ...], complaint: str
) -> None:
    (small_program / "data/locales/de/live.po").write_text(_po(*lines), encoding="utf-8")
    collected = catalogues.Collected()
    collected.add(catalogues.Text("Saved: {what}"), "facilitator/live.py:1")
    entries, wrong = catalogues.load("de", small_program)
    assert wrong == []
    assert any(complaint in line for line in catalogues.check("de", collected, entries))


def test_one_text_translated_in_two_ways_is_said(
    catalogues: ModuleType, small_program: Path
) -> None:
    for room, shown in (("live", "Sitzung"), ("cli", "Treffen")):
        (small_program / f"data/locales/de/{room}.po").write_text(
            _po('msgid "meeting"', f'msgstr "{shown}"'), encoding="utf-8"
        )
    _, wrong = catalogues.load("de", small_program)
    assert len(wrong) == 1
    assert "'Sitzung'" in wrong[0]
    assert "'Treffen'" in wrong[0]


def test_gettext_reads_what_is_compiled_and_the_bytes_are_always_the_same(
    catalogues: ModuleType,
) -> None:
    entries = {
        catalogues.Text("Open"): catalogues.Entry(("öffnen",), False, ""),
        catalogues.Text("Open", context="door"): catalogues.Entry(("offen",), False, ""),
        catalogues.Text("{n} line", many="{n} lines"): catalogues.Entry(
            ("{n} Zeile", "{n} Zeilen"), False, ""
        ),
        catalogues.Text("Doubtful"): catalogues.Entry(("Fraglich",), True, ""),
    }
    content = catalogues.compiled("de", entries)
    assert content == catalogues.compiled("de", dict(reversed(entries.items())))
    read = gettext.GNUTranslations(io.BytesIO(content))
    assert read.gettext("Open") == "öffnen"
    assert read.pgettext("door", "Open") == "offen"
    assert read.ngettext("{n} line", "{n} lines", 1) == "{n} Zeile"
    assert read.ngettext("{n} line", "{n} lines", 0) == "{n} Zeilen"
    assert read.gettext("Doubtful") == "Doubtful"


def test_in_german_minutes_have_a_fassung_and_only_programs_have_a_version() -> None:
    """One word per thing: what is read on the screen is read in the documents and in the mail."""
    for folder in sorted((ROOT / "data" / "locales" / "de").glob("*.po")):
        for entry in folder.read_text(encoding="utf-8").split("\n\n"):
            german = entry.partition("msgstr")[2]
            if "Version" in german and "-Version:" not in german:
                is_program = "facilitator" in german and "minutes --version" not in german
                assert is_program or german == ' "Die Version zeigen."', german
    words = (ROOT / "data" / "minutes" / "de" / "words.toml").read_text(encoding="utf-8")
    assert "Version" not in words
