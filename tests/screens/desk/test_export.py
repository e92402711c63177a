"""Export from the desk: formats ticked, written beside the screen, where it is, what went wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desks import Desk, desk
from stage import Stage, build_stage, play
from textual.events import Key

from facilitator.exporting import exporter_for
from facilitator.formats import FORMATS
from facilitator.meeting import changes as c
from facilitator.settings import load_settings
from screens import opening
from screens.app import FacilitatorApp
from screens.desk.export_dialog import ExportDialog
from screens.desk.exported import ExportedDialog


async def ask(at: Desk) -> None:
    await at.type("a")
    await at.pilot.pause()
    assert isinstance(at.app.screen, ExportDialog)


async def until_written(at: Desk) -> str:
    """Until it says where; all that stands in that dialog."""
    for _ in range(200):
        await at.pilot.pause(0.05)
        if isinstance(at.app.screen, ExportedDialog):
            await at.pilot.pause()
            return at.words()
    raise AssertionError("nothing was written")


def folder(at: Desk) -> Path:
    return at.app.workspace.minutes_folder(at.stage.live.reference)


async def tick(at: Desk, code: str) -> None:
    screen = at.app.screen
    await at.press("home")
    for _ in FORMATS:
        if screen.query_one("#formats").chosen == code:  # type: ignore[attr-defined]
            await at.press("space")
            return
        await at.press("down")
    raise AssertionError(code)


async def test_ticked_formats_are_written_and_remembered(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await ask(at)
        await tick(at, "html")
        await tick(at, "csv")
        await at.press("enter")
        said = await until_written(at)
        assert "-v1.md" in said
        assert "-v1.html" in said
        names = sorted(path.suffix for path in folder(at).iterdir())
        assert names[-2:] == [".html", ".md"]
        assert {export.version for export in at.meeting.exports} == {1}
        await at.press("escape")
        assert load_settings().formats == ("md", "html", "csv")
        assert "v1" in at.screen.head_right()


async def test_the_folder_is_opened_where_there_is_a_desktop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(opening, "open_folder", lambda path: not asked.append(path))
    async with desk(tmp_path) as at:
        await ask(at)
        await at.press("enter")
        await until_written(at)
        await at.press("enter")
        assert asked == [folder(at)]
        assert "wird geöffnet" in at.status


async def test_without_a_desktop_the_path_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    async with desk(tmp_path, (200, 36)) as at:
        await ask(at)
        await at.press("enter")
        await until_written(at)
        await at.press("enter")
        assert str(folder(at)) in at.status
        assert at.app.clipboard == str(folder(at))


async def test_a_library_that_is_missing_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import facilitator.formats as formats

    found = formats.importlib.util.find_spec
    monkeypatch.setattr(
        formats.importlib.util, "find_spec", lambda name: None if name == "docx" else found(name)
    )
    async with desk(tmp_path) as at:
        await ask(at)
        assert "pip install 'facilitator[docx]'" in at.words()
        await tick(at, "docx")
        await at.press("enter")
        assert ".docx" not in await until_written(at)


async def test_a_broken_template_names_its_line_and_the_built_in_one_writes(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as at:
        templates = at.app.workspace.root / "templates" / "minutes" / "de"
        templates.mkdir(parents=True)
        (templates / "minutes.md.j2").write_text("# {{ gibt_es_nicht }}\n", encoding="utf-8")
        await ask(at)
        await at.press("enter")
        said = await until_written(at)
        assert "minutes.md.j2" in "".join(said.replace("│", "").split())  # wrapped anywhere
        assert "Nicht geschrieben" in said
        assert not at.meeting.exports
        await at.press("f2")
        assert "-v1.md" in await until_written(at)
        assert at.meeting.exports[0].version == 1


async def test_another_document_is_shown_and_written(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("k")
        await at.pilot.pause()
        await at.press("right", "enter")
        assert at.paper().startswith("Beschlussprotokoll")
        assert "Beschlussprotokoll" in at.words()
        await ask(at)
        await at.press("enter")
        assert "-beschlussprotokoll-v1.md" in await until_written(at)
        await at.press("escape", "escape")
        assert at.paper().startswith("Ergebnisprotokoll")


async def test_the_document_in_english(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("k")
        await at.pilot.pause()
        await at.press("down", "down", "right", "enter")
        assert "Action items" in at.paper()
        assert "Fachtag" in at.paper()


async def test_an_extract_of_the_chosen_item(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Fachtag").id)
        await at.type("k")
        await at.pilot.pause()
        await at.press(*["right"] * 6, "enter")
        assert "Fachtag" in at.paper()
        assert at.screen.wanted.items == ("2.2",)
        assert "Eröffnung" not in at.paper()


async def test_after_sending_the_reason_is_asked_for(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("V")
        await at.pilot.pause()
        await at.press("enter")
        await until_written(at)
        await at.press("escape")
        assert at.meeting.sendings[0].objections_until == date(2026, 10, 28)
        assert "Einwände bis 28.10.2026" in at.words()
        at.stage.live.record(c.NoteRecorded(item=at.stage.items[3], text="Nachtrag."))
        await at.pilot.pause()
        assert "geändert seit v1" in at.words()
        await ask(at)
        await at.press("enter")
        assert "Es fehlt der Grund" in at.words()
        await at.type("Nachtrag zu TOP 2.2")
        await at.press("enter")
        assert "-v2.md" in await until_written(at)
        assert at.meeting.exports[-1].reason == "Nachtrag zu TOP 2.2"
        await at.press("escape")
        await at.type("F")
        await at.pilot.pause()
        assert "Nachtrag zu TOP 2.2" in at.words()
        await at.press("down", "enter")
        await at.pilot.pause()
        assert "Nachtrag." not in at.paper(), "version 1 as it was"
        await at.press("tab", "down", "enter")
        assert not at.screen.line_is_open(), "it is read only"
        await at.press("tab", "escape")
        assert "Nachtrag." in at.paper()


async def test_an_objection_is_raised_and_settled(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("E")
        assert "erst, wenn das Protokoll versandt ist" in at.status
        await at.type("V")
        await at.pilot.pause()
        await at.press("enter")
        await until_written(at)
        await at.press("escape")
        await at.type("E")
        await at.pilot.pause()
        await at.type("Brandt")
        await at.press("tab")
        await at.type("Die Frist war Mai.")
        await at.press("enter")
        objection = at.meeting.objections[0]
        assert (objection.by, objection.text) == ("Brandt", "Die Frist war Mai.")
        assert objection.item == at.entry("Fachtag").id
        await at.type("E")
        await at.pilot.pause()
        await at.press("enter")
        await at.pilot.pause()
        await at.press("right", "tab")
        await at.type("So gesagt.")
        await at.press("enter")
        objection = at.meeting.objections[0]
        assert (objection.outcome, objection.answer) == ("rejected", "So gesagt.")


async def test_an_objection_that_comes_late_is_kept_and_told(tmp_path: Path) -> None:
    def sent(stage: Stage) -> None:
        stage.live.record(c.MinutesSent(version=1, objections_until=date(2026, 10, 1)))

    async with desk(tmp_path, prepare=sent) as at:
        await at.type("E")
        await at.pilot.pause()
        await at.type("Brandt")
        await at.press("tab")
        await at.type("Die Frist war Mai.")
        await at.press("enter")
        assert len(at.meeting.objections) == 1
        assert "obwohl die Frist für Einwände vorbei ist" in at.status


async def test_the_meeting_is_reopened_with_a_reason(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("R")
        await at.type("Abstimmung fehlt")
        await at.press("enter")
        assert at.meeting.state == "running"
        assert at.meeting.reopenings[-1].reason == "Abstimmung fehlt"


async def test_the_invitation_shown_and_written_brings_along_what_is_open(tmp_path: Path) -> None:
    stage = build_stage(tmp_path)
    play(stage)
    stage.live.close()
    number = stage.live.meeting.action_items[0].number
    slug = stage.live.reference.partition("/")[0]
    coming = stage.workspace.plan_meeting(slug, "Nächste", day=date(2027, 1, 13))
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        stage.live = stage.workspace.open(coming)
        app.go_minutes(stage.live)
        for _ in range(3):
            await pilot.pause()
        at = Desk(app, pilot, stage)
        assert at.paper().startswith("Einladung")
        assert number in at.paper()
        await ask(at)
        await at.press("enter")
        assert "-einladung-v1.md" in await until_written(at)
        (file,) = [path for path in folder(at).iterdir() if "einladung" in path.name]
        assert number in file.read_text(encoding="utf-8")


async def test_a_form_takes_what_was_typed_just_before_enter(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("V")
        await at.pilot.pause()
        await at.press("tab")
        for letter in "Verteiler des Beirats":
            at.app.post_message(Key("space" if letter == " " else letter, letter))
        at.app.post_message(Key("enter", None))
        await at.press("enter")
        await until_written(at)
        assert at.meeting.sendings[-1].to == ("Verteiler des Beirats",)


async def test_a_reason_is_taken_whole_and_names_are_not_cut(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as at:
        await at.type("V")
        await at.pilot.pause()
        await at.press("enter")
        await until_written(at)
        await at.press("escape")
        at.stage.live.record(c.MeetingAmended(place="Rathaus"))
        await ask(at)
        assert "OParl 1.1, für Ratsinformationssysteme" in at.words()
        for letter in "Ort war falsch":
            at.app.post_message(Key("space" if letter == " " else letter, letter))
        at.app.post_message(Key("enter", None))
        await at.press("enter")
        await until_written(at)
        assert at.meeting.exports[-1].reason == "Ort war falsch"
        await at.press("escape")
        assert "2 (Entwurf)" in at.paper()
        assert "Ort war falsch" in at.paper()
        assert not at.screen.life().needs_reason


async def test_what_another_program_sent_meanwhile_is_known(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        workspace, reference = at.app.workspace, at.stage.live.reference
        other = workspace.open(reference)
        exporter_for(workspace, other).send(to=("Rat",), objections_until=date(2026, 11, 3))
        decision = other.meeting.decisions[0]
        other.record(c.DecisionAmended(decision=decision.id, wording="Am Telefon berichtigt"))
        await ask(at)
        await at.press("enter")
        await at.pilot.pause()
        assert "Es fehlt der Grund" in at.words()
        assert len(list(folder(at).iterdir())) == 1
        await at.type("Telefonat")
        await at.press("enter")
        await until_written(at)
        second = next(path for path in folder(at).iterdir() if path.name.endswith("-v2.md"))
        text = second.read_text(encoding="utf-8")
        assert "Am Telefon berichtigt" in text
        assert "geändert gegenüber Fassung 1: Telefonat" in text
        await at.press("escape")


async def test_whoever_publishes_is_told_of_names_in_texts(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        stage.live.record(c.NoteRecorded(item=stage.items[2], text="Haddad stellt die Zahlen vor."))

    async with desk(tmp_path, prepare=prepare) as at:
        await ask(at)
        await tick(at, "oparl")
        await at.press("enter")
        said = " ".join((await until_written(at)).replace("│", " ").split())
        assert "Samir Haddad" in said
