"""The folder of all series: names, lists, and a quick look into a meeting."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from facilitator.errors import BadFile, FacilitatorError, NotFound, NotSaved, UsageProblem
from facilitator.meeting.tables import meeting_from_tables
from facilitator.store.slugs import LONGEST, slug
from facilitator.store.storage import LineStorage
from facilitator.store.workspace_folder import WorkspaceFolder

DAY = date(2026, 11, 24)


# -- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Änderung der Straße", "aenderung-der-strasse"),
        ("ÄÖÜ äöü ẞ ß", "aeoeue-aeoeue-ss-ss"),
        ("A\u0308nderung", "aenderung"),
        ("Café à la Łódź, 2. Runde!", "cafe-a-la-lodz-2-runde"),
        ("Netzwerk »Integration« – 2026/27", "netzwerk-integration-2026-27"),
        ("../../etc/passwd", "etc-passwd"),
        ("a:b\\c|d?e*f<g>h\"i'j", "a-b-c-d-e-f-g-h-i-j"),
        ("punkt.", "punkt"),
        ("CON", "con-1"),
        ("nul.", "nul-1"),
        ("Com1", "com1-1"),
        ("console", "console"),
        ("", "untitled"),
        ("🎉 …", "untitled"),
        ("\ud800\x00\n", "untitled"),
        ("snake_case", "snake-case"),
        ("Встреча №2", "встреча-no2"),
        ("Ausschuss für Umwelt, Verkehr, Bauen und Stadtentwicklung der Stadt", None),
    ],
)
def test_slugs(text: str, expected: str | None):
    found = slug(text)
    if expected is None:
        assert found == "ausschuss-fuer-umwelt-verkehr-bauen-und-stadtentwicklung-der"
    else:
        assert found == expected


@given(st.text(max_size=300))
def test_every_slug_is_a_safe_name(text: str):
    found = slug(text)
    assert 0 < len(found) <= LONGEST + 2
    assert len(f".2026-11-24-{found}.json.abcdefgh.tmp.previous".encode()) < 255
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", found)
    assert found == found.lower() or not found.isascii()
    assert slug(found) == found or found.endswith("-1")


# -- the folder -------------------------------------------------------------------------------


def test_it_is_made_for_its_owner_alone(tmp_path: Path):
    WorkspaceFolder(tmp_path / "Sitzungen" / "hier")
    WorkspaceFolder(tmp_path / "Sitzungen" / "hier")
    assert (tmp_path / "Sitzungen" / "hier").stat().st_mode & 0o777 == 0o700


def test_a_file_in_its_place(tmp_path: Path):
    (tmp_path / "file").touch()
    for place in ("file", "file/below"):
        with pytest.raises(UsageProblem, match="need a folder"):
            WorkspaceFolder(tmp_path / place)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = WorkspaceFolder(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", refuse)
        with pytest.raises(NotSaved, match="Permission denied"):
            WorkspaceFolder(tmp_path / "x")
        with pytest.raises(NotSaved, match="may not be written to"):
            folder.new_series("x")
    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(BadFile, match="Permission denied"):
        folder.series_slugs()


def test_series_and_meetings_are_listed(tmp_path: Path):
    folder = WorkspaceFolder(tmp_path)
    assert folder.series_slugs() == ()
    assert folder.new_series("Netzwerk Integration") == "netzwerk-integration"
    assert folder.new_series("Netzwerk: Integration") == "netzwerk-integration-2"
    assert (tmp_path / "netzwerk-integration").stat().st_mode & 0o777 == 0o700
    assert folder.series_slugs() == ()
    folder.series_path("netzwerk-integration").touch()
    for name in ("2026-11-24-b.json", "2026-01-01-a.json", "2026-11-24-b.json.damaged-1", "x.txt"):
        (tmp_path / "netzwerk-integration" / name).touch()
    (tmp_path / "netzwerk-integration" / ".2026-11-24-b.json.previous").touch()
    (tmp_path / "netzwerk-integration" / "minutes").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.json").touch()
    (tmp_path / "notes.json").touch()
    assert folder.series_slugs() == ("netzwerk-integration",)
    assert [path.stem for path in folder.meeting_paths("netzwerk-integration")] == [
        "2026-01-01-a",
        "2026-11-24-b",
    ]
    assert folder.meeting_paths("other") == ()
    assert folder.minutes_folder("netzwerk-integration").name == "minutes"


def test_names_of_meetings_are_unique(tmp_path: Path):
    folder = WorkspaceFolder(tmp_path)
    series = folder.new_series("AG")
    paths = []
    for _ in range(3):
        paths.append(folder.new_meeting_path(series, DAY, "Zweites Treffen"))
        paths[-1].touch()
    assert [path.name for path in paths] == [
        "2026-11-24-zweites-treffen.json",
        "2026-11-24-zweites-treffen-2.json",
        "2026-11-24-zweites-treffen-3.json",
    ]


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "a\\b", "c:x", "a\0b"])
def test_names_lead_nowhere_else(tmp_path: Path, name: str):
    folder = WorkspaceFolder(tmp_path)
    with pytest.raises(NotFound):
        folder.meeting_path("series", name)
    with pytest.raises(NotFound):
        folder.meeting_paths(name)


# -- a quick look -----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> WorkspaceFolder:
    return WorkspaceFolder(tmp_path)


def test_a_head_has_the_folded_tables(file, path: Path, folder: WorkspaceFolder):
    head = folder.head(path)
    assert "changes" not in head
    assert next(iter(head["meetings"].values()))["title"] == "Zweites Treffen"
    assert meeting_from_tables(head) == file.value


def test_a_file_in_another_form_has_the_same_head(file, path: Path, folder: WorkspaceFolder):
    head = folder.head(path)
    with TinyDB(path, encoding="utf-8", indent=2) as db:
        db.table("changes").update(lambda row: None)
    assert folder.head(path) == head


def test_wrong_tables_are_folded_anew(file, path: Path, folder: WorkspaceFolder):
    value = meeting_from_tables(folder.head(path))
    whole = path.read_bytes()
    start = whole.rindex(b"Zweites")
    for wrong in (
        whole[:start] + b"Drittes" + whole[start + 7 :],
        whole[:-100],
        whole.replace(b'"notes":{', b'"notes":['),
    ):
        path.write_bytes(wrong)
        assert meeting_from_tables(folder.head(path)) == value
    path.write_bytes(whole)
    with TinyDB(path, storage=LineStorage) as db:
        db.table("notes").truncate()
        db.table("meta").update({"fold": 0})
    assert meeting_from_tables(folder.head(path)) == value


def test_heads_of_what_is_no_meeting(path: Path, folder: WorkspaceFolder):
    with pytest.raises(NotFound):
        folder.head(path)
    for content in (b"", b"{}", b"\x00" * 99, b'{"notes": {"1": {"text": "x"}}}'):
        path.write_bytes(content)
        with pytest.raises(FacilitatorError):
            folder.head(path)
