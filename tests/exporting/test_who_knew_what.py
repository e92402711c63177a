"""What a version says is what was known when it was made: other programs, other laptops, what is
typed while a file is being written, and files that are gone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from minutes_desk import STEM, MinutesDesk

from facilitator.exporting import Asked, ReasonNeeded, exporter_for
from facilitator.exporting.earlier import again, compared, said_then
from facilitator.importing import import_meeting
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace

UNTIL = date(2026, 11, 3)


@pytest.fixture
def desk(tmp_path, monkeypatch) -> MinutesDesk:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    return MinutesDesk(tmp_path / "workspace")


def test_a_program_that_has_the_meeting_open_exports_what_another_one_recorded(desk):
    standing = desk.exporter
    desk.change("Neu gefasst")
    desk.exporter.export([Asked(format="html")])
    result = standing.export([Asked(format="md")])
    assert result.version == 1
    assert "Neu gefasst" in result.path.read_text(encoding="utf-8")
    assert len({(row.version, row.content) for row in desk.live.meeting.exports}) == 1


def test_it_asks_for_a_reason_when_another_program_sent(desk):
    standing = desk.exporter
    desk.exporter.send(objections_until=UNTIL)
    desk.change("Anders")
    before = desk.files()
    with pytest.raises(ReasonNeeded):
        standing.export()
    assert desk.files() == before


def test_what_comes_from_another_laptop_after_sending_is_a_change(desk, tmp_path):
    """Made there before it was sent here, so that its id is the older one."""
    other = _other_laptop(desk, tmp_path)
    desk.days_later(1)
    other.record(
        c.DecisionAmended(decision=other.meeting.decisions[0].id, wording="Dort berichtigt")
    )
    desk.days_later(1)
    sent = desk.exporter.send(objections_until=UNTIL)
    before = sent.path.read_bytes()
    desk.days_later(1)
    import_meeting(desk.workspace, other.path)

    exporter = desk.exporter
    assert desk.live.meeting.decisions[0].text == "Dort berichtigt"
    assert exporter.life().state == "changed"
    assert exporter.life().needs_reason
    [difference] = compared(exporter, 1)
    assert (difference.before, difference.after) == ("“So sei es”", "“Dort berichtigt”")
    with pytest.raises(ReasonNeeded):
        exporter.export()
    second = desk.exporter.export(reason="Berichtigung vom anderen Laptop")
    assert second.version == 2
    sent.path.unlink()
    [file] = again(desk.exporter, Asked(), 1)
    assert (file.content, file.remarks) == (before, ())


def test_what_is_typed_while_a_file_is_written_is_not_in_its_version(desk, monkeypatch):
    exporter = desk.exporter
    render = exporter.render

    def slowly(*args):
        files = render(*args)
        desk.change("Währenddessen")  # by another program: this one knows nothing of it yet
        return files

    monkeypatch.setattr(exporter, "render", slowly)
    exporter.export()
    now = desk.exporter
    assert "So sei es" in str(said_then(now, 1))
    result = now.export()
    assert (result.version, result.is_new) == (2, True)
    assert "Währenddessen" in result.path.read_text(encoding="utf-8")


def test_what_was_known_is_kept_in_few_bytes(desk):
    desk.exporter.export([Asked(format=code) for code in ("md", "html", "csv")])
    rows = json.loads(desk.workspace.path(desk.reference).read_text(encoding="utf-8"))["changes"]
    kept = [row["seen"] for row in rows.values() if "seen" in row]
    assert kept
    assert all(len(each) == 1 for each in kept)


def test_a_version_whose_file_is_lost_is_made_again_to_the_byte(desk):
    desk.exporter.send(objections_until=UNTIL)
    before = desk.files()[f"{STEM}-v1.md"]
    desk.change()
    (desk.folder / f"{STEM}-v1.md").unlink()
    [file] = again(desk.exporter, Asked(), 1)
    assert (file.content, file.remarks) == (before, ())


def test_where_it_cannot_be_that_is_said(desk):
    desk.exporter.send(objections_until=UNTIL)
    before = desk.files()[f"{STEM}-v1.md"]
    words = desk.workspace.root / "templates" / "minutes" / "de"
    words.mkdir(parents=True)
    (words / "words.toml").write_text('[head]\nversion = "Ausgabe"\n', encoding="utf-8")
    [kept] = again(desk.exporter, Asked(), 1)
    assert (kept.content, kept.remarks) == (before, ())
    (desk.folder / f"{STEM}-v1.md").unlink()
    [made] = again(desk.exporter, Asked(), 1)
    assert made.content != before
    [remark] = made.remarks
    assert "version 1 is not there any more" in remark


class _Other:
    def __init__(self, workspace: Workspace, reference: str) -> None:
        self._workspace = workspace
        self._reference = reference

    @property
    def meeting(self):
        return self._workspace.open(self._reference).meeting

    @property
    def path(self) -> Path:
        return self._workspace.path(self._reference)

    def record(self, *changes: c.Change) -> None:
        self._workspace.open(self._reference).record(*changes)


def _other_laptop(desk: MinutesDesk, tmp_path: Path) -> _Other:
    workspace = Workspace(tmp_path / "other", clock=desk.clock, device="bbbb")
    exporter = exporter_for(desk.workspace, desk.live)
    [file] = exporter.export([Asked(format="json")]).files
    return _Other(workspace, import_meeting(workspace, file.path).reference)
