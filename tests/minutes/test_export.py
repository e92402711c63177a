"""Versions of the minutes on disk: numbered, reproducible, never overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from facilitator.errors import NotSaved
from facilitator.meeting.model import Export, Meeting
from facilitator.minutes.export import ExportResult, digest_of, export

MONDAY, TUESDAY = date(2026, 10, 19), date(2026, 10, 20)
STEM = "2026-10-14-zweites-treffen"


def recorded(meeting: Meeting, result: ExportResult) -> Meeting:
    """The meeting after the caller has recorded the change."""
    change = result.change
    row = Export(
        version=change.version, file=change.file, digest=change.digest, issued=change.issued
    )
    return msgspec.structs.replace(meeting, exports=(*meeting.exports, row))


def renamed(meeting: Meeting, title: str) -> Meeting:
    return msgspec.structs.replace(meeting, title=title)


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "series" / "minutes"


@pytest.fixture
def first(network, folder) -> tuple[Meeting, ExportResult]:
    result = export(network, folder, stem=STEM, today=MONDAY)
    return recorded(network, result), result


def test_the_first_version(network, folder, first):
    _, result = first
    assert result.path == folder / f"{STEM}-v1.md"
    assert (result.version, result.issued, result.is_new) == (1, MONDAY, True)
    assert result.digest == digest_of(result.path.read_bytes())
    assert result.change.file == f"minutes/{STEM}-v1.md"
    assert str(result.path) in result.message
    assert "version: 1\nissued: 2026-10-19\n" in result.path.read_text(encoding="utf-8")


def test_nothing_new_makes_no_new_version(folder, first):
    meeting, result = first
    before = result.path.read_bytes()
    again = export(meeting, folder, stem=STEM, today=TUESDAY)
    assert (again.version, again.issued, again.is_new) == (1, MONDAY, False)
    assert again.path.read_bytes() == before
    assert [p.name for p in folder.iterdir()] == [f"{STEM}-v1.md"]


def test_another_content_makes_the_next_version_and_keeps_the_earlier(folder, first):
    meeting, result = first
    before = result.path.read_bytes()
    second = export(renamed(meeting, "Anders"), folder, stem=STEM, today=TUESDAY)
    assert (second.version, second.issued, second.is_new) == (2, TUESDAY, True)
    assert result.path.read_bytes() == before
    assert "version: 2\nissued: 2026-10-20\n" in second.path.read_text(encoding="utf-8")


def test_a_lost_file_comes_back_with_the_same_bytes(folder, first):
    meeting, result = first
    before = result.path.read_bytes()
    result.path.unlink()
    again = export(meeting, folder, stem=STEM, today=TUESDAY)
    assert (again.version, again.is_new) == (1, False)
    assert result.path.read_bytes() == before


@pytest.mark.parametrize("title", ["Netzwerktreffen", "Anders"])
def test_a_file_changed_by_hand_is_never_overwritten(folder, first, title):
    meeting, result = first
    result.path.write_text("von Hand", encoding="utf-8")
    second = export(renamed(meeting, title), folder, stem=STEM, today=TUESDAY)
    assert (second.version, second.is_new) == (2, True)
    assert result.path.read_text(encoding="utf-8") == "von Hand"
    if title == "Netzwerktreffen":
        assert "by hand" in second.message


def test_a_file_that_is_not_ours_is_passed_over(network, folder):
    folder.mkdir(parents=True)
    (folder / f"{STEM}-v1.md").write_text("fremd", encoding="utf-8")
    (folder / f"{STEM}-v2.md").mkdir()
    result = export(network, folder, stem=STEM, today=MONDAY)
    assert (result.version, result.is_new) == (3, True)
    assert (folder / f"{STEM}-v1.md").read_text(encoding="utf-8") == "fremd"


def test_written_but_not_recorded_before_a_crash(network, folder, first):
    _, result = first
    again = export(network, folder, stem=STEM, today=MONDAY)
    assert (again.version, again.digest, again.is_new) == (1, result.digest, True)


def test_exports_of_other_formats_do_not_count(network, folder):
    other = Export(version=4, file="x-v4.docx", digest="d", issued=MONDAY, format="docx")
    meeting = msgspec.structs.replace(network, exports=(other,))
    assert export(meeting, folder, stem=STEM, today=MONDAY).version == 1


def test_another_status_is_another_content(folder, first):
    meeting, _ = first
    assert export(meeting, folder, stem=STEM, today=MONDAY, status="sent").version == 2


def test_a_folder_that_cannot_be_made(network, tmp_path):
    (tmp_path / "series").write_text("a file", encoding="utf-8")
    with pytest.raises(NotSaved, match="meeting itself is safe"):
        export(network, tmp_path / "series" / "minutes", stem=STEM, today=MONDAY)
