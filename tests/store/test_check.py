"""`check` sees what is wrong, says it, and writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB

from facilitator.errors import BadFile, NotFound
from facilitator.i18n import use_language
from facilitator.meeting.changes import NoteRecorded
from facilitator.store.check import check
from facilitator.store.storage import LineStorage


def severities(path: Path) -> list[str]:
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    found = [each.severity for each in check(path)]
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before
    return found


def test_a_whole_file_has_no_findings(file, path: Path):
    assert severities(path) == []


def test_a_table_that_does_not_say_what_the_changes_say(file, path: Path):
    with TinyDB(path, storage=LineStorage) as db:
        db.table("notes").update({"text": "etwas anderes"})
        db.table("decisions").truncate()
        db.table("meta").update({"program": "0"})
    found = check(path)
    assert [each.severity for each in found] == ["error", "error"]
    assert "table notes" in found[0].text
    assert "2 rows" in found[0].text
    assert "table decisions" in found[1].text
    assert "one row" in found[1].text


def test_tables_of_another_version_are_not_compared(file, path: Path):
    with TinyDB(path, storage=LineStorage) as db:
        db.table("notes").truncate()
        db.table("meta").update({"fold": 99})
    assert severities(path) == ["note"]


def test_after_the_next_save_tables_agree(file, path: Path, opened):
    with TinyDB(path, storage=LineStorage) as db:
        db.table("notes").truncate()
    assert severities(path) == ["error"]
    opened().record((NoteRecorded(text="x"),))
    assert severities(path) == []


def test_a_change_twice(file, path: Path, opened):
    with TinyDB(path, storage=LineStorage) as db:
        db.table("changes").insert(dict(db.table("changes").get(doc_id=6)))
    assert severities(path) == ["error"]
    assert opened().value == file.value


def test_unknown_changes(file, path: Path):
    with TinyDB(path, storage=LineStorage) as db:
        row = dict(db.table("changes").get(doc_id=6))
        db.table("changes").insert(row | {"id": row["id"][:-1] + "z"})
        db.table("changes").insert(row | {"id": "f" + row["id"][1:], "type": "SpeakerCalled"})
    found = {each.severity: each.text for each in check(path)}
    assert "no change" in found["error"]
    assert "newer version" in found["note"]


def test_leftovers_and_copies(file, path: Path, opened):
    path.with_name(f".{path.name}.x1y2.tmp").write_text("half")
    path.with_name(f"{path.name}.damaged-1").write_text("copy")
    assert severities(path) == ["warning", "note"]
    opened().record((NoteRecorded(text="x"),))
    assert severities(path) == ["note"]
    assert not path.with_name(f".{path.name}.x1y2.tmp").exists()


def test_what_is_not_there_cannot_be_checked(tmp_path: Path):
    with pytest.raises(NotFound):
        check(tmp_path / "x.json")
    with pytest.raises(BadFile):
        check(tmp_path)


def test_a_broken_file(file, path: Path):
    path.write_bytes(path.read_bytes()[:-400])
    assert "error" in severities(path)
    use_language("de")
    try:
        assert path.name in check(path)[0].text
    finally:
        use_language("en")
