"""Versions at the desk: read, compared with one another and with now, and said where they are not
what they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desks import Desk, desk
from stage import Stage

from facilitator.exporting import exporter_for
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace
from screens.desk.comparing import ComparedDialog
from screens.desk.screen import DeskScreen
from screens.desk.versions_dialog import VersionsDialog

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])


def amend(stage: Stage, wording: str) -> None:
    decision = stage.live.meeting.decisions[0]
    stage.live.record(c.DecisionAmended(decision=decision.id, wording=wording))


def kept(at: Desk, *wordings: str) -> None:
    """A version for each of these wordings of the first decision."""
    workspace: Workspace = at.app.workspace
    for wording in wordings:
        amend(at.stage, wording)
        exporter_for(workspace, at.stage.live).export()


async def versions(at: Desk) -> None:
    await at.type("F")
    await at.pilot.pause()
    assert isinstance(at.app.screen, VersionsDialog)


@SIZES
async def test_any_two_versions_are_compared(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, size) as at:
        kept(at, "Eins", "Zwei", "Drei")
        amend(at.stage, "Vier")
        await at.pilot.pause()
        await versions(at)
        said = at.words()
        for shown in ("jetzt ·", "Fassung 3, ", "Fassung 1, ", "c vergleicht Fassung 3 mit jetzt",
                      "↵ lesen", "Leertaste merken", "c vergleichen", "Esc zurück"):  # fmt: skip
            assert shown in said
        await at.press("end", "space", "up")
        assert "c vergleicht Fassung 1 mit Fassung 2" in at.words()
        await at.type("c")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ComparedDialog)
        said = at.words()
        assert "Geändert von Fassung 1 zu Fassung 2" in said
        assert "„Eins“ → „Zwei“" in said
        await at.press("escape")
        assert isinstance(at.app.screen, VersionsDialog), "the list comes back as it was left"
        assert "c vergleicht Fassung 1 mit Fassung 2" in at.words()
        await at.press("home")
        assert "c vergleicht Fassung 1 mit jetzt" in at.words()
        await at.type("c")
        await at.pilot.pause()
        assert "„Eins“ → „Vier“" in at.words()
        await at.press("escape", "escape")
        assert isinstance(at.app.screen, DeskScreen)


async def test_of_three_marks_the_first_gives_way_and_a_mark_is_taken_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        kept(at, "Eins", "Zwei", "Drei")
        await versions(at)
        await at.press("end", "space", "up", "space", "up", "space")
        assert "c vergleicht Fassung 2 mit Fassung 3" in at.words()
        assert at.words().count("●") == 2
        await at.press("space")
        assert at.words().count("●") == 1
        await at.press("down", "space")
        assert "●" not in at.words()


@SIZES
async def test_versions_that_say_the_same_are_said_to(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size) as at:
        kept(at, "Eins", "Zwei")
        await at.type("c")
        await at.pilot.pause()
        assert "Kein Unterschied: Das Protokoll sagt jetzt, was Fassung 2 sagt." in at.words()
        await at.press("escape")
        kept(at, "Eins")
        await versions(at)
        await at.press("end", "space", "up", "up")
        await at.type("c")
        await at.pilot.pause()
        assert "Kein Unterschied: Fassung 3 sagt, was Fassung 1 sagt." in at.words()


@SIZES
async def test_a_deleted_or_altered_file_is_said_and_the_version_is_read(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size) as at:
        kept(at, "Eins", "Zwei")
        folder = at.app.workspace.minutes_folder(at.stage.live.reference)
        first, second = sorted(folder.iterdir())
        first.unlink()
        second.write_text("von Hand", encoding="utf-8")
        await versions(at)
        assert "Datei fehlt: md" in at.words()
        assert "Datei verändert: md" in at.words()
        await at.press("end", "enter")
        assert "Eins" in at.paper()
        assert "ihre Datei fehlt (md); Esc führt zurück" in at.words()
        await versions(at)
        await at.press("up", "enter")
        assert "Zwei" in at.paper()
        assert "ihre Datei ist verändert (md); Esc führt zurück" in at.words()
        assert "Fassung 2, wie sie war" in at.words().splitlines()[0]
        await versions(at)
        await at.press("home", "enter")
        assert "wie sie war" not in at.words()


@SIZES
async def test_a_version_of_a_newer_program_is_said_in_words(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size) as at:
        kept(at, "Eins")
        old = at.meeting.exports[0]
        at.stage.live.record(
            c.MinutesExported(version=2, file="minutes/x-v2.holo", digest="0", issued=old.issued,
                              format="holo", kind="hologram")
        )  # fmt: skip
        await at.pilot.pause()
        await versions(at)
        assert "von einem neueren Programm" in at.words()
        await at.press("enter")
        said = " ".join(at.words().replace("│", " ").split())
        assert "Fassung 2 ist ein Dokument eines neueren Programms" in said
        assert "Aktualisieren Sie facilitator" in said
        await at.press("down")
        assert "Aktualisieren Sie" not in at.words()
        await at.press("enter")
        assert "Eins" in at.paper()


async def test_without_a_version_there_is_no_list(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        for letter in ("F", "c"):
            await at.type(letter)
            await at.pilot.pause()
            assert isinstance(at.app.screen, DeskScreen)
            assert "Es gibt keine frühere Fassung" in at.status


# -- which keys are seen, and how far the minutes are -------------------------------------------


async def test_a_wide_desk_shows_the_keys_of_the_whole_document(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 36)) as at:
        mode, footer = at.words().splitlines()[-2:]
        assert mode.startswith(" LISTE: Buchstaben sind Befehle")
        assert "k Dokument  V versandt  f " in mode
        assert "F Fassungen" not in mode, "there is none yet"
        assert "↵ beheben" in footer
        exporter_for(at.app.workspace, at.stage.live).send()
        await at.pilot.pause()
        mode = at.words().splitlines()[-2]
        for key in ("k Dokument", "F Fassungen", "c vergleichen", "E Einwand", "V versandt"):
            assert key in mode
        await at.to(at.entry("Fachtag").id)
        mode, footer = at.words().splitlines()[-2:]
        assert mode.startswith(" VORSCHAU: Buchstaben sind Befehle")
        assert "c vergleichen" in mode
        await at.type("l")
        await at.pilot.pause()
        assert not isinstance(at.app.screen, DeskScreen), "the long text is open"


async def test_a_narrow_desk_keeps_the_most_needed_keys_whole(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as at:
        assert "k Dokument  V versandt" in at.words().splitlines()[-2]
        kept(at, "Eins")
        exporter_for(at.app.workspace, at.stage.live).send()
        await at.pilot.pause()
        mode, footer = at.words().splitlines()[-2:]
        assert mode.rstrip().endswith("k Dokument  F Fassungen  c vergleichen")
        assert footer.rstrip().endswith("F1 Hilfe")
        await at.press("enter")
        assert "F Fassungen" not in at.words(), "while a line is open, letters are text"


@SIZES
async def test_approved_minutes_say_when_and_how(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, size) as at:
        exporter_for(at.app.workspace, at.stage.live).send()
        at.stage.live.record(
            c.MinutesApproved(version=1, how="no_objections", day=date(2026, 11, 24))
        )
        await at.pilot.pause()
        said = " ".join(at.words().split())
        assert "genehmigt am 24.11.2026, ohne Einwände" in said or (
            "genehmigt am 24.11.2026, ohne" in said and size[0] > 100
        )
