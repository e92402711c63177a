"""Files of changes: recording, reading again, two programs, backups, other programs' hands."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from facilitator.clock import FixedClock
from facilitator.errors import BadFile, NotFound, NotSaved, UsageProblem
from facilitator.meeting.changes import (
    AgendaItemAdded,
    MeetingAmended,
    MeetingPlanned,
    NoteAmended,
    NoteRecorded,
    SeriesFounded,
    TakenBack,
)
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.series import SeriesFold
from facilitator.store.change_file import ChangeFile
from facilitator.store.check import check
from facilitator.store.clock import ChangeClock
from facilitator.store.storage import LineStorage


def note(text: str) -> tuple[NoteRecorded]:
    return (NoteRecorded(text=text),)


# -- recording --------------------------------------------------------------------------------


def test_what_was_recorded_is_there_when_opened_again(file, opened):
    again = opened()
    assert again.value == file.value
    assert again.history == file.history
    assert again.problems == []
    assert again.unread == 0
    assert [each.id for each in again.history] == sorted(each.id for each in again.history)


def test_a_step_holds_together(file):
    step = file.record((AgendaItemAdded(title="Neu"), NoteRecorded(item="^0", text="^0")))
    assert {each.step for each in step} == {step[0].id}
    assert step[1].change == NoteRecorded(item=step[0].id, text="^0")
    assert file.history[-2:] == step
    assert {each.device for each in step} == {"abcd"}


def test_nothing_to_record_writes_nothing(file, path: Path):
    before = path.stat()
    assert file.record(()) == ()
    assert path.stat() == before


def test_the_first_step_is_in_the_same_write(path: Path, clock: FixedClock):
    made = ChangeFile.create(
        path, MeetingFold, ChangeClock("abcd", clock.now), (MeetingPlanned(title="X"),)
    )
    assert made.value.title == "X"
    assert not path.with_name(f".{path.name}.previous").exists()


def test_a_file_can_be_made_empty(path: Path, clock: FixedClock, opened):
    ChangeFile.create(path, MeetingFold, ChangeClock("abcd", clock.now))
    assert opened().history == ()
    assert check(path) == ()


def test_a_file_is_not_made_twice(file, path: Path, clock: FixedClock):
    before = path.read_bytes()
    with pytest.raises(UsageProblem, match="already"):
        ChangeFile.create(path, MeetingFold, ChangeClock("abcd", clock.now))
    assert path.read_bytes() == before


def test_a_series_is_a_file_of_changes_too(tmp_path: Path, clock: FixedClock):
    path = tmp_path / "series.json"
    ids = ChangeClock("abcd", clock.now)
    ChangeFile.create(path, SeriesFold, ids, (SeriesFounded(name="Netzwerk"),))
    assert ChangeFile.open(path, SeriesFold, ids).value.name == "Netzwerk"
    assert check(path) == ()


def test_half_characters_do_not_keep_a_step_from_being_saved(file, opened):
    file.record(note("a\ud83d"))
    assert file.value.notes[-1].text == "a\ufffd"
    assert opened().value == file.value


def test_text_with_every_kind_of_line_break_stays_one_row(file, path: Path, opened):
    before = path.read_bytes().count(b"\n")
    file.record(note("a\nb\r\nc\u2028d\u2029e\x85f\x0bg\x0ch\x00"))
    assert path.read_bytes().count(b"\n") == before + 2
    assert opened().value == file.value


# -- the clock --------------------------------------------------------------------------------


def test_order_holds_when_the_wall_clock_jumps_back(file, opened, clock: FixedClock):
    (made,) = file.record(note("eins"))
    clock.set_wall(clock.now().at - timedelta(days=400))
    file.record((NoteAmended(note=made.id, text="zwei"),))
    later = opened("1234")
    later.record((NoteAmended(note=made.id, text="drei", saw=(file.history[-1].id,)),))
    assert opened().value.notes[-1].text == "drei"
    assert later.history[-1].at.at < later.history[0].at.at


# -- two programs -----------------------------------------------------------------------------


def test_two_that_record_in_turn_lose_nothing(file, opened):
    other = opened("1234")
    for n in range(10):
        file.record(note(f"a{n}"))
        other.record(note(f"b{n}"))
    assert file.reload_if_changed()
    assert not file.reload_if_changed()
    assert file.value == other.value == opened().value
    texts = {each.text for each in file.value.notes}
    assert {f"{who}{n}" for who in "ab" for n in range(10)} <= texts


PROGRAM = """
import sys
from pathlib import Path
from facilitator.clock import SystemClock
from facilitator.errors import NotSaved
from facilitator.meeting.changes import NoteRecorded
from facilitator.meeting.fold import MeetingFold
from facilitator.store.change_file import ChangeFile
from facilitator.store.clock import ChangeClock
file = ChangeFile.open(Path(sys.argv[1]), MeetingFold, ChangeClock(sys.argv[2], SystemClock().now))
for n in range(int(sys.argv[3])):
    while True:
        try:
            file.record((NoteRecorded(text=f"{sys.argv[2]} {n}"),))
            break
        except NotSaved as error:  # the others, on a busy machine: a person presses Enter again
            assert "does not let go" in str(error), error
"""


def test_processes_that_record_at_once_lose_nothing(file, path: Path, opened):
    devices = ["0001", "0002", "0003"]
    running = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, str(path), device, "20"])
        for device in devices
    ]
    assert [each.wait(300) for each in running] == [0, 0, 0]
    found = opened()
    texts = [each.text for each in found.value.notes]
    assert {f"{device} {n}" for device in devices for n in range(20)} <= set(texts)
    assert len(found.history) == 9 + 60
    assert len({each.id for each in found.history}) == 69
    assert check(path) == ()


def test_after_a_restored_backup_recording_goes_on_and_nothing_is_lost(file, path: Path, opened):
    backup = path.read_bytes()
    file.record(note("nach der Sicherung"))
    copy = path.with_name("copy")
    copy.write_bytes(backup)
    copy.replace(path)
    file.record(note("nach dem Zurückspielen"))
    assert [each.text for each in opened().value.notes][-2:] == [
        "nach der Sicherung",
        "nach dem Zurückspielen",
    ]
    assert check(path) == ()


def test_a_restored_backup_opened_anew_never_gives_an_id_twice(file, path: Path, opened):
    backup = path.read_bytes()
    (lost,) = file.record(note("nach der Sicherung"))
    path.write_bytes(backup)
    (new,) = opened("abcd").record(note("anders"))
    assert new.id != lost.id
    assert file.reload_if_changed()
    assert {lost.id, new.id} <= {each.id for each in file.history}
    file.record(note("beide"))
    assert {lost.id, new.id} <= {each.id for each in opened().history}


def test_another_file_under_the_same_name_is_not_written_over(file, path, opened, clock):
    path.rename(path.with_name("moved"))
    ChangeFile.create(
        path, MeetingFold, ChangeClock("9999", clock.now), (MeetingPlanned(title="Andere"),)
    )
    before, value = path.read_bytes(), file.value
    with pytest.raises(NotSaved, match="another file now"):
        file.record(note("x"))
    assert path.read_bytes() == before
    assert not file.reload_if_changed()
    assert file.value == value
    path.with_name("moved").replace(path)
    file.record(note("x"))
    assert opened().value.title == "Zweites Treffen"


def test_a_deleted_file_is_written_again(file, path: Path, opened):
    path.unlink()
    assert not file.reload_if_changed()
    file.record(note("x"))
    assert opened().value == file.value
    assert "gone" in file.problems[0]


# -- other programs' hands --------------------------------------------------------------------


def test_a_file_rewritten_by_stock_tinydb_is_accepted(file, path: Path, opened):
    with TinyDB(path, encoding="utf-8", indent=4) as db:
        db.table("changes").update(lambda row: None)
        db.table("wishes").insert({"more": "coffee"})
    again = opened()
    assert again.value == file.value
    assert again.problems == []
    assert [finding.severity for finding in check(path)] == ["note", "note"]
    again.record(note("x"))
    assert path.read_bytes().startswith(b'{"changes":{\n"1":{')
    assert [finding.severity for finding in check(path)] == ["note"]
    assert (LineStorage(path).read() or {})["wishes"] == {"1": {"more": "coffee"}}


def test_a_row_edited_by_hand_is_kept_and_reported(file, path: Path, opened):
    with TinyDB(path, encoding="utf-8") as db:
        db.table("changes").update({"title": "Dritte Runde"}, Query().type == "MeetingPlanned")
    again = opened()
    assert again.value.title == "Dritte Runde"
    assert "altered outside" in again.problems[0]
    again.record(note("x"))
    assert opened().value.title == "Dritte Runde"
    assert any(each.severity == "error" and "checksum" in each.text for each in check(path))


def test_a_word_edited_with_an_editor_is_kept_and_reported(file, path: Path, opened):
    path.write_bytes(path.read_bytes().replace(b"Zweites Treffen", b"Dritte Runde"))
    assert opened().value.title == "Dritte Runde"
    assert "altered outside" in opened().problems[0]


def test_line_ends_and_marks_of_windows_do_no_harm(file, path: Path, opened):
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert opened().value == file.value
    assert opened().problems == []


def test_changes_of_a_newer_program_are_kept_to_the_byte(file, path: Path, opened):
    with TinyDB(path, storage=LineStorage) as db:
        known = db.table("changes").get(doc_id=6)
        newer = {**known, "type": "SpeakerCalled", "who": {"b": [1.50, None], "a": "\u2028"}}
        newer["id"] = known["id"][:-4] + "ffff"
        db.table("changes").insert(newer)
        db.table("changes").update({"mood": "good"}, doc_ids=[7])
    kept = dict((LineStorage(path).read() or {})["changes"])
    raw = path.read_bytes().split(b"\n")[6:11]
    again = opened()
    assert again.unread == 1
    assert again.value.unread == 1
    again.record(note("x"))
    assert path.read_bytes().split(b"\n")[6:10] == raw[:4]
    after = LineStorage(path).read()["changes"]
    assert {doc_id: after[doc_id] for doc_id in kept} == kept
    assert [each.severity for each in check(path)] == ["note"]


def test_a_row_that_is_no_change_is_kept_and_told(file, path: Path, opened):
    with TinyDB(path, encoding="utf-8") as db:
        db.table("changes").insert({"hello": "world"})
    again = opened()
    assert "no change" in again.problems[0]
    again.record(note("x"))
    assert (LineStorage(path).read() or {})["changes"]["10"] == {"hello": "world"}


# -- files that cannot be opened --------------------------------------------------------------


def test_a_missing_file_is_not_found(opened, path: Path):
    with pytest.raises(NotFound, match="no file"):
        opened()
    with pytest.raises(NotFound):
        opened(file=path / "x.json")


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b" \n", b"{}", b"[]", b"null", b"hello", b"\x00" * 4096),
        *(b'{"_default": {"1": {"a": 1}}}', b'{"changes": []}', b'{"changes": {"1": 7}}'),
        b'{"changes": {"1": {"a": 1}}}',
        *(b"[" * 100_000, b'{"a":' * 100_000),
    ],
)
def test_what_is_no_file_of_ours_is_refused_and_left_alone(path: Path, opened, content: bytes):
    path.write_bytes(content)
    with pytest.raises(BadFile, match="left as it is"):
        opened()
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert check(path)[-1].severity == "error"


def test_a_folder_is_no_file(path: Path, opened):
    path.mkdir()
    with pytest.raises(BadFile, match="folder"):
        opened()


def test_a_file_of_a_newer_form_is_not_touched(file, path: Path, opened):
    with TinyDB(path, storage=LineStorage) as db:
        db.table("meta").update({"schema": 2})
    before = path.read_bytes()
    with pytest.raises(BadFile, match="newer version"):
        opened()
    with pytest.raises(NotSaved, match="newer version"):
        file.record(note("x"))
    assert path.read_bytes() == before
    assert "newer version" in check(path)[0].text


# -- undo reads the same history --------------------------------------------------------------


def test_undo_takes_its_rows_out_of_the_tables(file, path: Path, opened):
    (made,) = file.record(note("weg"))
    file.record((TakenBack(steps=(made.step,)),))
    rows_of_notes = json.loads(path.read_bytes())["notes"].values()
    assert "weg" not in [row["text"] for row in rows_of_notes]
    assert opened().value == file.value
    assert check(path) == ()


def test_amending_the_meeting_touches_its_row_only(file, path: Path):
    before = path.read_bytes().split(b"\n")
    file.record((MeetingAmended(place="Rathaus"),))
    after = path.read_bytes().split(b"\n")
    assert len(after) == len(before) + 1
