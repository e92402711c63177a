"""A version has one wording: what is asked for after words or templates changed is a new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from minutes_desk import STEM, MinutesDesk
from msgspec.structs import replace

from facilitator.exporting import Asked, exporter_for
from facilitator.exporting.wording import is_other, wording
from facilitator.meeting.model import Export
from facilitator.minutes.wanted import Wanted

NEW_WORDS = '[head]\nversion = "Ausgabe"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MinutesDesk:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    return MinutesDesk(tmp_path / "workspace")


def own(desk: MinutesDesk, name: str, content: str) -> Path:
    file = desk.workspace.root / "templates" / "minutes" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def test_a_format_first_asked_for_after_the_words_changed_is_a_new_version(desk) -> None:
    desk.exporter.export()
    before = desk.files()
    own(desk, "de/words.toml", NEW_WORDS)
    desk.days_later(1)
    result = desk.exporter.export([Asked(format="html")])
    assert (result.version, result.path.name) == (2, f"{STEM}-v2.html")
    assert "words or templates of the workspace were changed" in result.message
    text = result.path.read_text(encoding="utf-8")
    assert "Ausgabe" in text
    assert "15.10.2026" in text
    assert desk.files()[f"{STEM}-v1.md"] == before[f"{STEM}-v1.md"]
    again = desk.exporter.export([Asked(format="html"), Asked()])
    assert {file.path.name for file in again.files} == {f"{STEM}-v2.html", f"{STEM}-v2.md"}
    assert "Ausgabe" in desk.files()[f"{STEM}-v2.md"].decode()


def test_words_given_back_and_comments_make_none(desk) -> None:
    words = own(desk, "de/words.toml", NEW_WORDS)
    desk.exporter.export()
    words.write_text(f"# Stadt Lindenau\n\n{NEW_WORDS}", encoding="utf-8")
    assert desk.exporter.export([Asked(format="html")]).version == 1
    words.unlink()
    assert (
        desk.exporter.export([Asked(format="csv", wanted=Wanted(kind="decision_list"))]).version
        == 2
    )
    words.write_text(NEW_WORDS, encoding="utf-8")
    assert desk.exporter.export([Asked(format="eml")]).version == 3


def test_words_of_another_language_make_none(desk) -> None:
    desk.exporter.export()
    own(desk, "en/words.toml", '[head]\nversion = "Issue"\n')
    english = Asked(format="html", wanted=Wanted(language="en"))
    result = desk.exporter.export([Asked(format="html"), english])
    assert result.version == 1
    assert "Issue" in result.files[1].path.read_text(encoding="utf-8")
    own(desk, "en/words.toml", '[head]\nversion = "Edition"\n')
    assert desk.exporter.export([replace(english, format="md")]).version == 2


def test_a_template_changes_the_versions_of_its_own_format_only(desk) -> None:
    desk.exporter.export([Asked(format="html")])
    own(desk, "minutes.css", "p { color: #222; }\n")
    assert desk.exporter.export().version == 1
    decisions = Wanted(kind="decision_list")
    assert desk.exporter.export([Asked(format="html", wanted=decisions)]).version == 2


def test_data_have_no_words(desk) -> None:
    desk.exporter.export()
    own(desk, "de/words.toml", NEW_WORDS)
    assert desk.exporter.export([Asked(format="oparl")]).version == 1


def test_what_was_sent_stays_and_a_new_format_of_it_is_a_new_version(desk) -> None:
    desk.exporter.send()
    before = desk.files()
    own(desk, "de/words.toml", NEW_WORDS)
    kept = desk.exporter.export()
    assert (kept.version, kept.is_new) == (1, False)
    assert desk.files() == before
    assert desk.exporter.export([Asked(format="html")]).version == 2
    assert desk.files()[f"{STEM}-v1.md"] == before[f"{STEM}-v1.md"]


def test_an_export_of_an_earlier_program_keeps_its_version(desk, monkeypatch) -> None:
    """It did not write down which words it used, so nothing is said against them."""
    with monkeypatch.context() as earlier:
        earlier.setattr("facilitator.exporting.exporter.wording", lambda *_: "")
        desk.exporter.export()
    [row] = desk.live.meeting.exports
    assert row.wording == ""
    own(desk, "de/words.toml", NEW_WORDS)
    assert desk.exporter.export([Asked(format="html")]).version == 1


def upgraded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's own words are others by now."""
    from facilitator.minutes.paper import words

    other = words._shipped("de") | {"head.version": "Ausgabe"}
    monkeypatch.setattr(words, "_shipped", lambda _: other)
    monkeypatch.setattr(words, "_of_kind", words._of_kind.__wrapped__)
    monkeypatch.setattr(words, "_with_own", words._with_own.__wrapped__)


@pytest.mark.parametrize("format_", ["md", "html"])
@pytest.mark.parametrize("is_marked", [True, False])
def test_an_upgrade_of_the_program_alone_makes_no_new_version(
    desk, monkeypatch, format_: str, is_marked: bool
) -> None:
    """Its files stay; one first asked for is written as the program now writes it."""
    with monkeypatch.context() as earlier:
        if not is_marked:
            earlier.setattr("facilitator.exporting.exporter.wording", lambda *_: "")
        desk.exporter.export([Asked(format=format_)])
    before = desk.files()
    upgraded(monkeypatch)
    again = desk.exporter.export([Asked(format=format_)])
    assert (again.version, again.is_new) == (1, False)
    assert desk.files() == before
    both = desk.exporter.export([Asked(format="html"), Asked()])
    assert both.version == 1
    assert {file.path.name for file in both.files} == {f"{STEM}-v1.html", f"{STEM}-v1.md"}
    assert desk.files().items() >= before.items()


def test_after_an_upgrade_what_changed_is_a_new_version_all_the_same(desk, monkeypatch) -> None:
    words = own(desk, "de/words.toml", '[head]\nplace = "Raum"\n')
    desk.exporter.export()
    before = desk.files()
    upgraded(monkeypatch)
    assert desk.exporter.export().version == 1, "own words as they were"
    words.write_text('[head]\nplace = "Haus"\n', encoding="utf-8")
    assert desk.exporter.export().version == 2, "own words are others"
    desk.change()
    assert desk.exporter.export().version == 3, "the meeting is another"
    assert desk.files()[f"{STEM}-v1.md"] == before[f"{STEM}-v1.md"]


def test_after_an_upgrade_a_file_that_is_gone_is_a_new_version(desk, monkeypatch) -> None:
    result = desk.exporter.export()
    result.path.unlink()
    upgraded(monkeypatch)
    assert desk.exporter.export().version == 2


def test_built_in_templates_when_asked_for_are_another_wording(desk) -> None:
    own(desk, "de/words.toml", NEW_WORDS)
    desk.exporter.export()
    built_in = exporter_for(desk.workspace, desk.live, is_built_in=True)
    assert built_in.export([Asked(format="html")]).version == 2


def test_the_mark(tmp_path: Path) -> None:
    assert wording("md", "de", None) == wording("md", "de", tmp_path) == "-/-"
    assert wording("json", "de", tmp_path) == ""
    folder = tmp_path / "templates" / "minutes" / "de"
    folder.mkdir(parents=True)
    (folder / "words.toml").write_bytes(b"\xff")
    assert wording("md", "de", tmp_path) == "", "nothing is known of a broken file"
    assert not is_other("", "a/b", is_same_format=True)
    assert is_other("a/b", "a/c", is_same_format=True)
    assert not is_other("a/b", "a/c", is_same_format=False)
    assert is_other("-/-", "a/-", is_same_format=False)
    assert Export(version=1, file="x", digest="", issued=None).wording == ""  # type: ignore[arg-type]
