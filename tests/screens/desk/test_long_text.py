"""Long texts in an area of their own and in the editor of the person."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from desks import Desk, desk
from textual.events import Key
from textual.widgets import TextArea

from facilitator.errors import NotSaved
from facilitator.meeting import changes as c
from screens.desk.long_text import LongText


def editor(folder: Path, body: str) -> str:
    """An editor that is a few lines of Python; its file is `path`."""
    script = folder / "editor.py"
    script.write_text(
        f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{body}\n",
        encoding="utf-8",
    )
    return f'"{sys.executable}" "{script}"'


async def test_a_note_over_the_whole_screen(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG hat sich").id)
        await at.type("l")
        await at.pilot.pause()
        assert isinstance(at.app.screen, LongText)
        at.app.screen.query_one(TextArea).insert("\nZweiter Absatz.")
        await at.press("ctrl+s")
        await at.pilot.pause()
        assert at.entry("Die AG hat sich").text.endswith("Handwerkskammer.\nZweiter Absatz.")
        assert "Zweiter Absatz." in at.paper()


async def test_a_changed_text_is_not_left_by_one_key(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        note = at.entry("Die AG hat sich")
        await at.to(note.id)
        await at.type("l")
        await at.pilot.pause()
        at.app.screen.query_one(TextArea).insert("x")
        await at.press("escape")
        assert isinstance(at.app.screen, LongText)
        await at.press("escape")
        await at.pilot.pause()
        assert at.entry("Die AG hat sich").text == note.text


async def test_the_editor_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "path.write_text(path.read_text('utf-8') + 'Und mehr.\\n', 'utf-8')"
    monkeypatch.setenv("VISUAL", editor(tmp_path, body))
    async with desk(tmp_path / "w") as at:
        await at.to(at.entry("Die AG hat sich").id)
        await at.type("e")
        assert at.entry("Die AG hat sich").text.endswith("Handwerkskammer.\nUnd mehr.")
        await at.press("ctrl+z")
        assert at.entry("Die AG hat sich").text.endswith("Handwerkskammer.")


@pytest.mark.parametrize(
    ("visual", "said"),
    [
        ("gibt-es-nicht-als-editor", "gibt es hier nicht (VISUAL, EDITOR)"),
        ("sys.exit(3)", "mit einem Fehler (3)"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "mit einem Fehler"),
        ("pass", "Der Text ist, wie er war."),
        ("path.unlink()", ""),
    ],
)
async def test_nothing_is_lost_whatever_the_editor_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, visual: str, said: str
) -> None:
    command = visual if "gibt-es" in visual else editor(tmp_path, visual)
    monkeypatch.setenv("VISUAL", command)
    async with desk(tmp_path / "w") as at:
        note = at.entry("Die AG hat sich")
        await at.to(note.id)
        await at.type("e")
        assert at.entry("Die AG hat sich").text == note.text
        assert said in at.status


async def test_without_an_editor_the_text_opens_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG hat sich").id)
        await at.type("e")
        await at.pilot.pause()
        assert isinstance(at.app.screen, LongText)


async def test_what_was_typed_just_before_it_is_kept_is_kept_as_well(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG hat sich").id)
        await at.type("l")
        await at.pilot.pause()
        for letter in " Ein langer Satz, in einem Zug getippt":
            at.app.post_message(Key("space" if letter == " " else letter, letter))
        await at.press("ctrl+s")
        await at.pilot.pause()
        assert at.entry("Die AG hat sich").text.endswith(" Ein langer Satz, in einem Zug getippt")


async def open_and_type(at: Desk, text: str) -> str:
    """The note in the area with this behind it; its id."""
    note = at.entry("Die AG hat sich")
    await at.to(note.id)
    await at.type("l")
    await at.pilot.pause()
    at.app.screen.query_one(TextArea).insert(text)
    return note.id


async def test_what_could_not_be_saved_stands_there_when_it_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path) as at:
        await open_and_type(at, "\nZweiter Absatz.")
        with monkeypatch.context() as broken:

            def fail(*_: object) -> None:
                raise NotSaved("Not saved: disk full.")

            broken.setattr(at.stage.live, "record", fail)
            await at.press("ctrl+s")
            await at.pilot.pause()
            assert "disk full" in at.status
        await at.type("l")
        await at.pilot.pause()
        assert at.app.screen.query_one(TextArea).text.endswith("\nZweiter Absatz.")
        await at.press("ctrl+s")
        await at.pilot.pause()
        assert at.entry("Die AG hat sich").text.endswith("\nZweiter Absatz.")


async def test_the_text_of_an_entry_that_is_gone_meanwhile_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        note = await open_and_type(at, "\nZweiter Absatz.")
        at.stage.live.record(c.EntryRemoved(entry=note))
        await at.press("ctrl+s")
        await at.pilot.pause()
        assert "gibt es nicht mehr" in at.status
        (kept,) = at.app.draft_file(at.stage.live).read().aside
        assert kept.endswith("Zweiter Absatz.")


async def test_what_was_typed_before_the_editor_came_is_not_lost_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "pass"))
    async with desk(tmp_path / "w") as at:
        await open_and_type(at, "\nZweiter Absatz.")
        await at.press("ctrl+o")
        await at.pilot.pause()
        assert at.app.screen.query_one(TextArea).text.endswith("\nZweiter Absatz.")


@pytest.mark.parametrize(
    ("saved", "text"),
    [
        ("'Grüße aus Völklingen'.encode('latin-1')", "Grüße aus Völklingen"),
        ("'Grüße – 3 €'.encode('cp1252')", "Grüße – 3 €"),
        ("'Grüße'.encode('utf-8-sig')", "Grüße"),
        ("'Grüße aus Völklingen'.encode('utf-16')", "Grüße aus Völklingen"),
        ("'Erstens\\r\\nzweitens\\r\\n'.encode()", "Erstens\nzweitens"),
        ("'Ein Satz mit \\0 darin'.encode()", "Ein Satz mit  darin"),
        ("b'%PDF ist kein Format'", "%PDF ist kein Format"),
        ("b'x' * 1_000_000", "x" * 1_000_000),
    ],
    ids=["latin-1", "cp1252", "mark", "utf-16", "crlf", "nul", "pdf", "large"],
)
async def test_the_editor_writes_in_whatever_encoding_it_likes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: str, text: str
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, f"path.write_bytes({saved})"))
    async with desk(tmp_path / "w") as at:
        note = at.entry("Die AG hat sich")
        await at.to(note.id)
        await at.type("e")
        entry = at.meeting.entry(note.id)
        assert entry is not None
        assert entry.text == text


@pytest.mark.parametrize("key", ["ctrl+s", "ctrl+o"])
async def test_a_text_that_is_refused_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """Of minutes that were approved, perhaps while one wrote."""
    body = "path.write_text(path.read_text('utf-8') + 'Und mehr.', 'utf-8')"
    monkeypatch.setenv("VISUAL", editor(tmp_path, body))
    async with desk(tmp_path / "w") as at:
        note = at.entry("Die AG hat sich")
        await open_and_type(at, " Noch ein Satz.")
        typed = f"{note.text} Noch ein Satz."
        at.stage.live.record(c.MinutesApproved(day=at.stage.live.today))
        await at.press(key)
        await at.pilot.pause()
        assert at.entry("Die AG hat sich").text == note.text
        assert "genehmigt und wurde nicht geändert" in at.status
        refused = typed if key == "ctrl+s" else f"{typed}\nUnd mehr."
        assert at.screen.half_typed_now() == {f"long {note.id}": refused}
        at.stage.live.record(c.MinutesReopened(reason="Einwand"))
        await at.type("l")
        await at.pilot.pause()
        await at.press("ctrl+s")
        assert at.entry("Die AG hat sich").text == refused


async def test_what_is_half_typed_goes_into_the_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "path.write_text(path.read_text('utf-8') + 'Und mehr.', 'utf-8')"
    monkeypatch.setenv("VISUAL", editor(tmp_path, body))
    async with desk(tmp_path / "w") as at:
        note = at.entry("Die AG hat sich")
        at.screen._half_typed[f"long {note.id}"] = "Halb getippt."
        await at.to(note.id)
        await at.type("e")
        entry = at.meeting.entry(note.id)
        assert entry is not None
        assert entry.text == "Halb getippt.\nUnd mehr."
        assert at.screen.half_typed_now() == {}
