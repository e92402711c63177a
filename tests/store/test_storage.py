"""The file: what TinyDB sees of it, what lies on the disk, how it is written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
import tinydb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import Query, TinyDB

from facilitator.meeting.changes import AgendaItemMoved, EntryRemoved, NoteRecorded
from facilitator.store import lines, rows
from facilitator.store.check import check
from facilitator.store.folded import FOLD
from facilitator.store.recovery import load
from facilitator.store.storage import LineStorage

TABLES = (
    "changes meta meetings agenda_items attendance notes decisions action_items questions"
    " parked_topics tabled_actions statements people organizations groups fields"
    " speakers rounds boards card_groups contributions"
)


# -- a meeting's file -------------------------------------------------------------------------


def test_stock_tinydb_opens_a_meeting(file, path: Path):
    with TinyDB(path, encoding="utf-8") as db:
        assert db.tables() >= set(TABLES.split())
        assert len(db.table("changes")) == 9
        assert db.table("meta").get(doc_id=1)["schema"] == 1
        assert db.table("meta").get(doc_id=1)["fold"] == FOLD
        assert db.table("meetings").all()[0]["title"] == "Zweites Treffen"
        (decision,) = db.table("decisions").search(Query().text.search("Antrag 3"))
        assert decision["tag"] == "B1"
        made = db.table("changes").get(doc_id=decision.doc_id)
        assert made["type"] == "DecisionRecorded"
        assert made["id"] == decision["id"]


def test_one_row_a_line_changes_first_a_crc_in_each(file, path: Path):
    text = path.read_text("utf-8")
    assert text.startswith('{"changes":{\n"1":{')
    assert text.index('"changes"') < text.index('"meta"') < text.index('"notes"')
    with TinyDB(path, encoding="utf-8") as db:
        number = sum(len(db.table(name)) for name in db.tables())
    lines_of_rows = [line for line in text.split("\n") if line.startswith('"') and '":{"' in line]
    assert len(lines_of_rows) == number
    for line in lines_of_rows:
        assert rows.is_sealed(line.partition('":')[2].removesuffix(",").encode())
    assert all(type(table) is dict for table in json.loads(text).values())


def test_files_are_for_their_owner(file, path: Path):
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each


def test_the_previous_version_is_kept(file, path: Path):
    before = path.read_bytes()
    file.record((NoteRecorded(text="noch eine"),))
    previous = path.with_name(f".{path.name}.previous")
    assert previous.read_bytes() == before
    assert previous.stat().st_ino != path.stat().st_ino


def test_rows_that_did_not_change_keep_their_bytes(file, path: Path):
    before = set(path.read_bytes().replace(b"},\n", b"}\n").split(b"\n"))
    file.record((NoteRecorded(text="noch eine"),))
    after = set(path.read_bytes().replace(b"},\n", b"}\n").split(b"\n"))
    assert len(after - before) == 2
    assert before <= after


def test_a_removed_row_goes_and_moved_ones_stand_in_order(file, path: Path):
    first, second = file.value.agenda_items
    file.record((AgendaItemMoved(item=second.id, after="first"),))
    with TinyDB(path, encoding="utf-8") as db:
        assert [row["title"] for row in db.table("agenda_items")] == [second.title, first.title]
    file.record((EntryRemoved(entry=file.value.notes[0].id),))
    with TinyDB(path, encoding="utf-8") as db:
        assert [row["text"] for row in db.table("notes")] == ["intern"]
    assert check(path) == ()


def test_what_is_written_in_place_is_what_writing_anew_would_give(file, path: Path):
    for n in range(30):
        file.record((NoteRecorded(text=f"Notiz {n}"),))
        if n % 5 == 4:
            file.record((EntryRemoved(entry=file.value.notes[n // 2].id),))
        data = path.read_bytes()
        tables = lines.parse(data)
        assert tables is not None
        assert lines.render(tables) == data
        assert check(path) == ()


# -- the Table API ----------------------------------------------------------------------------


def test_queries_and_inserts_through_tinydb(tmp_path: Path):
    path = tmp_path / "x.json"
    with TinyDB(path, storage=LineStorage) as db:
        assert db.tables() == set()
        people = db.table("people")
        assert people.insert({"name": "Weiß", "notes": ["a\nb\u2028c"]}) == 1
        assert people.insert_multiple([{"name": "Kurt"}, {"name": "Öz"}]) == [2, 3]
        people.update({"role": "Leitung"}, Query().name == "Kurt")
        people.upsert({"name": "Öz", "role": "Gast"}, Query().name == "Öz")
        people.remove(Query().name == "Weiß")
        db.insert({"default": True})
    with TinyDB(path, storage=LineStorage) as db:
        assert db.table("people").all() == [
            {"name": "Kurt", "role": "Leitung"},
            {"name": "Öz", "role": "Gast"},
        ]
        assert [row.doc_id for row in db.table("people")] == [2, 3]
        assert db.all() == [{"default": True}]
    with TinyDB(path, encoding="utf-8") as stock:
        assert "crc" in stock.table("people").all()[0]
    with TinyDB(path, storage=LineStorage) as db:
        db.drop_table("people")
        assert db.tables() == {"_default"}
        db.drop_tables()
        assert db.tables() == set()
        db.insert({"again": 1})
    assert load(path.read_bytes()).form == "ours"


def test_documents_handed_out_are_copies(file, path: Path):
    storage = LineStorage(path)
    read = storage.read()
    assert read is not None
    read["notes"].clear()
    assert storage.read() != read
    assert "crc" not in next(iter(read["changes"].values()))


def test_writing_through_tinydb_keeps_the_bytes_of_other_rows(file, path: Path):
    before = path.read_bytes().split(b"\n")
    with TinyDB(path, storage=LineStorage) as db:
        db.table("meta").update({"colour": "blue"})
    after = path.read_bytes().split(b"\n")
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert check(path) == ()


def test_a_change_by_another_program_is_seen(tmp_path: Path):
    path = tmp_path / "x.json"
    ours = TinyDB(path, storage=LineStorage)
    ours.insert({"n": 1})
    with TinyDB(path, encoding="utf-8") as stock:
        stock.insert({"n": 2})
    assert len(ours) == 2
    same_size = path.read_bytes().replace(b'"n":1', b'"n":3').replace(b'"n": 1', b'"n": 3')
    other = tmp_path / "other"
    other.write_bytes(same_size)
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)
    assert ours.all()[0]["n"] == 3


def test_a_missing_or_empty_file_has_no_tables(tmp_path: Path):
    assert LineStorage(tmp_path / "x.json").read() is None
    (tmp_path / "x.json").touch()
    assert LineStorage(tmp_path / "x.json").read() is None


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
ROWS = st.dictionaries(
    NAMES.filter(lambda name: name != "crc"),
    st.text(st.characters(exclude_categories=["Cs"])) | st.integers() | st.none(),
    max_size=4,
)
ALL = st.dictionaries(NAMES, st.dictionaries(st.integers(0, 99), ROWS, max_size=5), max_size=5)


@given(ALL)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_tables_come_back_and_stock_tinydb_reads_the_same(tmp_path: Path, tables):
    path = tmp_path / "any.json"
    path.unlink(missing_ok=True)
    written = {n: {str(i): row for i, row in table.items()} for n, table in tables.items()}
    LineStorage(path).write(written)
    assert (LineStorage(path).read() or {}) == written
    stock = tinydb.JSONStorage(str(path), encoding="utf-8")
    found = stock.read() or {}
    stock.close()
    for table in found.values():
        for row in table.values():
            row.pop("crc")
    assert found == written


COMMITS = st.lists(
    st.dictionaries(
        st.sampled_from(["changes", "meta", "notes", "ä"]),
        st.dictionaries(st.integers(1, 9), st.none() | ROWS, max_size=4),
        max_size=3,
    ),
    max_size=8,
)


@given(COMMITS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_commits_make_what_a_dict_would_hold(tmp_path: Path, commits):
    path = tmp_path / "commits.json"
    path.unlink(missing_ok=True)
    storage = LineStorage(path)
    model: dict[str, dict[str, object]] = {}
    for touched in commits:
        storage.commit(touched)
        for name, table in touched.items():
            held = model.setdefault(name, {})
            for doc_id, row in table.items():
                if row is None:
                    held.pop(str(doc_id), None)
                else:
                    held[str(doc_id)] = row
        assert (LineStorage(path).read() or {}) == model
        assert (storage.read() or {}) == model


def test_a_commit_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "x.json"
    storage = LineStorage(path)
    storage.commit({"changes": {1: {"n": 1}}, "notes": {1: {"n": 1}}})
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError):
            storage.commit({"changes": {2: {"n": 2}}, "notes": {1: None}, "new": {1: {}}})
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["x.json"]
    storage.commit({"notes": {2: {"n": 2}}})
    assert storage.read() == {"changes": {"1": {"n": 1}}, "notes": {"1": {"n": 1}, "2": {"n": 2}}}
    assert LineStorage(path).read() == storage.read()
