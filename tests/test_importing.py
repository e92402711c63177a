"""A meeting carried into another workspace: equal there, never there twice, never half there."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from histories import histories
from hypothesis import given, settings
from hypothesis import strategies as st
from meetings import Two, two_meetings
from written import START

from facilitator.clock import FixedClock
from facilitator.errors import BadFile, NotSaved
from facilitator.exchange.json_form import digest_of, meeting_json
from facilitator.files import write_atomically
from facilitator.importing import import_meeting
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import Instant
from facilitator.store import rows
from facilitator.store.change_file import ChangeFile
from facilitator.store.check import check
from facilitator.store.clock import ChangeClock
from facilitator.workspace import Workspace

CLOCK = FixedClock(datetime(2026, 11, 1, 9, 0))


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return two_meetings(tmp_path / "here")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Workspace:
    """Another laptop, empty."""
    return Workspace(tmp_path / "elsewhere", clock=CLOCK, device="bbbb")


def carried(live: LiveMeeting, folder: Path) -> Path:
    """The meeting as JSON, in a file."""
    path = folder / "carried.json"
    text = meeting_json(
        live.meeting,
        rows=live.rows(),
        series_rows=live.series_rows(),
        file=live.reference.rpartition("/")[2],
    )
    path.write_bytes(text.encode())
    return path


def every_file(workspace: Workspace) -> dict[str, bytes]:
    """Locks, which say nothing, are left out."""
    return {
        path.relative_to(workspace.root).as_posix(): path.read_bytes()
        for path in sorted(workspace.root.rglob("*"))
        if path.is_file() and not path.name.endswith(".lock")
    }


def is_whole(workspace: Workspace) -> bool:
    return all(
        not check(path) for path in workspace.root.rglob("*.json") if not path.name.startswith(".")
    )


def test_the_meeting_is_equal_with_its_history(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    two.first.record(c.MeetingAmended(place="Rathaus"))
    two.first.undo()
    done = import_meeting(elsewhere, carried(two.first, tmp_path))
    there = elsewhere.open(done.reference)
    assert done.is_new
    assert done.reference == two.first.reference
    assert there.meeting == two.first.meeting
    assert there.course() == two.first.course()
    assert there.rows() == two.first.rows()
    series = elsewhere.series_in("netzwerk-integration")
    assert series.name == "Netzwerk Integration"
    assert series.id == two.workspace.series_in(two.slug).id
    assert {number for _, number in series.numbers} == {"M-2026-001", "M-2026-002", "M-2026-003"}
    assert is_whole(elsewhere)
    (action, *_) = elsewhere.summary("netzwerk-integration").open_actions()
    assert action.action.summary == "Dolmetscherpool aufbauen"


def test_what_was_taken_back_can_be_restored_there(two: Two, tmp_path: Path) -> None:
    """The same person, after a new laptop with the identity of the old one."""
    two.first.record(c.MeetingAmended(place="Rathaus"))
    two.first.undo()
    new = Workspace(tmp_path / "new", clock=CLOCK, device="aaaa")
    there = new.open(import_meeting(new, carried(two.first, tmp_path)).reference)
    assert there.redoable() == two.first.redoable() != ()
    there.redo()
    assert there.meeting.place == "Rathaus"


def test_a_second_meeting_finds_the_series_of_the_first(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    import_meeting(elsewhere, carried(two.first, tmp_path))
    done = import_meeting(elsewhere, carried(two.second, tmp_path))
    assert done.reference == two.second.reference
    assert [s.slug for s in elsewhere.series()] == ["netzwerk-integration"]
    assert elsewhere.open(done.reference).meeting == two.second.meeting
    assert len(elsewhere.summary("netzwerk-integration").meetings) == 2
    assert is_whole(elsewhere)


def test_the_same_again_changes_nothing(two: Two, elsewhere: Workspace, tmp_path: Path) -> None:
    path = carried(two.first, tmp_path)
    import_meeting(elsewhere, path)
    before = every_file(elsewhere)
    done = import_meeting(elsewhere, path)
    assert (done.is_new, done.new_changes) == (False, 0)
    assert "is here already" in done.message
    assert "Nothing was changed" in done.message
    assert every_file(elsewhere) == before


def test_an_older_file_takes_nothing_away(two: Two, elsewhere: Workspace, tmp_path: Path) -> None:
    path = carried(two.first, tmp_path)
    there = elsewhere.open(import_meeting(elsewhere, path).reference)
    there.record(c.NoteRecorded(text="Nachgetragen"))
    done = import_meeting(elsewhere, path)
    assert done.new_changes == 0
    assert elsewhere.open(done.reference).meeting == there.meeting


def test_two_laptops_that_went_on_apart_come_together(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    there = elsewhere.open(import_meeting(elsewhere, carried(two.second, tmp_path)).reference)
    CLOCK.advance(60)
    there.record(c.NoteRecorded(text="Hier"))
    two.start()
    two.second.record(c.NoteRecorded(text="Dort"))
    done = import_meeting(elsewhere, carried(two.second, tmp_path))
    assert done.new_changes == 4, "start, item, tabled actions, note"
    assert "4 changes that were made elsewhere were added" in done.message
    back = import_meeting(two.workspace, carried(elsewhere.open(done.reference), tmp_path))
    assert back.new_changes == 1
    one, other = elsewhere.open(done.reference), two.workspace.open(back.reference)
    assert {note.text for note in one.meeting.notes} == {"Hier", "Dort"}
    assert one.meeting == other.meeting
    assert one.rows() == other.rows()
    assert is_whole(elsewhere)
    assert is_whole(two.workspace)


def test_an_open_meeting_sees_what_was_added(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    there = elsewhere.open(import_meeting(elsewhere, carried(two.second, tmp_path)).reference)
    two.second.record(c.NoteRecorded(text="Dort"))
    import_meeting(elsewhere, carried(two.second, tmp_path))
    there.record(c.NoteRecorded(text="Hier"))
    assert {note.text for note in there.meeting.notes} == {"Hier", "Dort"}


def test_into_a_series_of_another_name(two: Two, elsewhere: Workspace, tmp_path: Path) -> None:
    done = import_meeting(elsewhere, carried(two.first, tmp_path), series="Archiv: Netzwerke")
    assert done.reference == "archiv-netzwerke/2026-04-22-1-treffen"
    assert elsewhere.open(done.reference).meeting == two.first.meeting
    series = elsewhere.series_in("archiv-netzwerke")
    assert len(series.numbers) == 3, "the numbers are not given again"
    again = import_meeting(elsewhere, carried(two.first, tmp_path))
    assert again.reference == done.reference, "it stays where it is"
    assert is_whole(elsewhere)


def test_a_series_of_the_same_name_that_was_founded_here(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    slug = elsewhere.found_series("Netzwerk Integration", language="de")
    own = elsewhere.open(elsewhere.plan_meeting(slug, "Eigenes"))
    own.record(c.ActionItemRecorded(summary="Eigene Maßnahme"))
    own.close()
    done = import_meeting(elsewhere, carried(two.first, tmp_path))
    assert done.reference == f"{slug}/2026-04-22-1-treffen"
    assert len(elsewhere.series()) == 1
    assert "Given twice" in done.remarks[0]
    assert "M-2026-001" in done.remarks[0]
    assert is_whole(elsewhere)


def test_the_file_of_another_workspace(two: Two, elsewhere: Workspace) -> None:
    done = import_meeting(elsewhere, two.workspace.path(two.second.reference))
    assert elsewhere.open(done.reference).meeting == two.second.meeting
    assert elsewhere.series_in("netzwerk-integration").id, "its series came along"
    assert is_whole(elsewhere)


def test_a_file_without_its_series(two: Two, elsewhere: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "2026-10-14-allein.json"
    path.write_bytes(two.workspace.path(two.second.reference).read_bytes())
    done = import_meeting(elsewhere, path)
    assert done.reference == "netzwerk-integration/2026-10-14-allein"
    assert elsewhere.open(done.reference).meeting == two.second.meeting


def test_json_that_another_program_laid_out_anew(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    two.second.record(c.NoteRecorded(text="Größe \x9b \u202e 👩‍🏫"))
    path = carried(two.second, tmp_path)
    path.write_text(json.dumps(json.loads(path.read_bytes())), encoding="utf-8-sig")
    done = import_meeting(elsewhere, path)
    assert elsewhere.open(done.reference).rows() == two.second.rows()


def test_what_a_newer_program_recorded_is_kept(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    newer = {
        "type": "WeatherNoted",
        "sky": {"clouds": 3, "ratio": 0.1},
        "id": "ffffffff0000-000-aaaa0001",
        "step": "ffffffff0000-000-aaaa0001",
        "at": "2026-10-14T18:00:00+02:00",
    }
    file = ChangeFile.open(
        two.workspace.path(two.second.reference), MeetingFold, ChangeClock("aaaa", CLOCK.now)
    )
    file.adopt([rows.seal(newer)])
    live = two.workspace.open(two.second.reference)
    done = import_meeting(elsewhere, carried(live, tmp_path))
    assert "of a newer version" in done.remarks[0]
    there = elsewhere.open(done.reference)
    assert there.rows() == live.rows()
    assert rows.seal(newer) in there.rows()


# -- any history ------------------------------------------------------------------------------


def planned(history: list[c.Stamped]) -> list[c.Stamped]:
    first = "000000000000-000-aaaa0000"
    plan = c.MeetingPlanned(title="../../etc/passwd", series="junk", series_name="Netz <b>|")
    begun = c.Stamped(id=first, step=first, at=Instant(START - timedelta(1)), change=plan)
    return [begun, *history]


@settings(max_examples=60, deadline=None)
@given(histories())
def test_any_history_comes_back_equal(history: list[c.Stamped]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here, there = (
            Workspace(Path(folder, name), clock=CLOCK, device=4 * name[0]) for name in ("a", "b")
        )
        slug = here.found_series("Netz <b>|", language="de")
        path = here.folder.meeting_path(slug, "2026-10-14-treffen")
        written = [rows.encode(each) for each in planned(history)]
        ChangeFile.of_rows(path, MeetingFold, ChangeClock("aaaa", CLOCK.now), written)
        live = here.open(f"{slug}/2026-10-14-treffen")
        json_here = carried(live, Path(folder))
        content = json_here.read_bytes()
        imported = there.open(import_meeting(there, json_here).reference)
        assert imported.reference == live.reference
        assert imported.meeting == live.meeting
        assert imported.course() == live.course()
        assert imported.rows() == live.rows()
        assert carried(imported, Path(folder)).read_bytes() == content
        assert is_whole(there)


@settings(max_examples=30, deadline=None)
@given(histories(), st.data())
def test_parts_of_a_history_in_any_order_make_the_whole(
    history: list[c.Stamped], data: st.DataObject
) -> None:
    """Three laptops that each know some of it."""
    whole = planned(history)
    written = [rows.encode(each) for each in whole]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "meeting.json")
        file = ChangeFile.of_rows(path, MeetingFold, ChangeClock("aaaa", CLOCK.now), written[:1])
        for _ in range(3):
            file.adopt(data.draw(st.lists(st.sampled_from(written))))
        file.adopt(written)
        assert file.value == MeetingFold(whole).value()
        assert file.rows() == tuple(written)
        assert check(path) == ()


# -- what is no meeting -----------------------------------------------------------------------


def refused(workspace: Workspace, path: Path, said: str) -> None:
    before = every_file(workspace)
    with pytest.raises(BadFile) as error:
        import_meeting(workspace, path)
    assert said in str(error.value)
    assert "Nothing was imported" in str(error.value) or "Nothing was changed" in str(error.value)
    assert every_file(workspace) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no JSON"),
        (b"\x00\xff\xfe", "no JSON"),
        (b"[]", "of another program"),
        (b"7", "no JSON"),
        (b'{"changes": [], "meta": 3}', "of another program"),
        (b'{"a": ' + b"[" * 100_000, "no JSON"),
        (b"[" * 100_000 + b"]" * 100_000, "no JSON"),
        (b'{"type": "https://schema.oparl.org/1.1/Meeting"}', "It is OParl"),
        (b'{"facilitator": 1}', "missing or damaged"),
        (b'{"facilitator": {"form": 99}}', "newer version"),
        (b'{"facilitator": {"form": 1, "program": "0", "meeting": "m", "digest": "x"}}', "missing"),
        (
            b'{"facilitator": {"form": 1, "program": "0", "meeting": "m", "digest": "x"},'
            b' "changes": []}',
            "no meeting in it",
        ),
        (
            b'{"facilitator": {"form": 1, "program": "0", "meeting": "m", "digest": "x"},'
            b' "changes": [{"id": "../../x"}]}',
            "Change 1 of the file is damaged",
        ),
        (
            b'{"facilitator": {"form": 1, "program": "0", "meeting": "m", "digest": "x"},'
            b' "changes": [3, null, "x"]}',
            "Change 1 of the file is damaged",
        ),
        (b'{"changes":{\n"1":{"id":"x"}\n},\n"meta":{\n"1":{"schema":99}\n}}\n', "newer version"),
        (b'{"changes":{\n}}\n', "no meeting in it"),
        (b'{"changes":{\n"1":{"id', "damaged"),
        (b'{"_default": {"1": {"a": 1}}}', "of another program"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_other_files_are_refused(
    elsewhere: Workspace, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    refused(elsewhere, path, said)


def test_files_that_are_none(elsewhere: Workspace, tmp_path: Path, two: Two) -> None:
    with pytest.raises(Exception, match="There is no file"):
        import_meeting(elsewhere, tmp_path / "missing.json")
    refused(elsewhere, tmp_path, "is a folder")
    refused(elsewhere, two.workspace.folder.series_path(two.slug), "the file of a series")
    refused(elsewhere, Path("/dev/zero"), "too large")


def test_a_file_that_breaks_off(two: Two, elsewhere: Workspace, tmp_path: Path) -> None:
    path = carried(two.first, tmp_path)
    whole = path.read_bytes()
    for length in range(1, len(whole) - 2, 997):
        path.write_bytes(whole[:length])
        refused(elsewhere, path, str(path))
    file = two.workspace.path(two.first.reference)
    other = tmp_path / "2026-04-22-x.json"
    for length in range(1, len(file.read_bytes()) - 2, 997):
        other.write_bytes(file.read_bytes()[:length])
        refused(elsewhere, other, str(other))


def _reworded(held: dict[str, Any]) -> None:
    next(row for row in held["changes"] if row.get("summary")).update(summary="Etwas anderes")


def _twice(held: dict[str, Any]) -> None:
    held["changes"].append(dict(held["changes"][-1], type="X"))


@pytest.mark.parametrize(
    "alter",
    [
        _reworded,
        _twice,
        lambda held: held["changes"].pop(3),
        lambda held: held["changes"].reverse(),
        lambda held: held["series_changes"].pop(),
        lambda held: held["facilitator"].update(digest="0" * 64),
    ],
)
def test_whatever_is_altered_is_refused(
    two: Two, elsewhere: Workspace, tmp_path: Path, alter: Callable[[dict[str, Any]], object]
) -> None:
    path = carried(two.first, tmp_path)
    held = json.loads(path.read_bytes())
    alter(held)
    path.write_text(json.dumps(held), encoding="utf-8")
    refused(elsewhere, path, "Nothing was imported")


def resealed_by_hand(path: Path, change: str, **news: object) -> None:
    """What somebody can do who knows the form and means harm."""
    held = json.loads(path.read_bytes())
    sealed: dict[str, list[bytes]] = {}
    for name in ("series_changes", "changes"):
        sealed[name] = [
            rows.seal(row | news if row["type"] == change else row) for row in held[name]
        ]
        held[name] = [json.loads(row) for row in sealed[name]]
    held["facilitator"]["digest"] = digest_of(sealed["changes"], sealed["series_changes"])
    path.write_text(json.dumps(held), encoding="utf-8")


def test_names_lead_nowhere_else(two: Two, elsewhere: Workspace, tmp_path: Path) -> None:
    path = carried(two.first, tmp_path)
    resealed_by_hand(path, "MeetingPlanned", title="../../../etc/passwd\x00", day=None)
    resealed_by_hand(path, "SeriesFounded", name="../..\\C:\\x\x00")
    held = json.loads(path.read_bytes())
    held["facilitator"]["file"] = "2026-04-22-../../../../../tmp/x"
    path.write_text(json.dumps(held), encoding="utf-8")
    done = import_meeting(elsewhere, path)
    assert done.reference == "c-x/2026-04-22-tmp-x"
    inside = elsewhere.root.resolve()
    assert {p.parent.parent for p in inside.rglob("*.json")} == {inside}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["carried.json", "elsewhere", "here"]


def test_fields_of_wrong_types_are_kept_and_not_believed(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    path = carried(two.first, tmp_path)
    resealed_by_hand(path, "ActionItemRecorded", summary={"a": [1]}, owners="x")
    done = import_meeting(elsewhere, path)
    there = elsewhere.open(done.reference)
    assert there.meeting.action_items == ()
    assert there.meeting.unread == 3
    assert "newer version" in done.remarks[0]


def test_one_id_with_two_meanings_is_refused(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    path = carried(two.first, tmp_path)
    import_meeting(elsewhere, path)
    resealed_by_hand(path, "ActionItemRecorded", summary="Etwas anderes")
    refused(elsewhere, path, "one and the same change in another way")


def test_a_refused_meeting_teaches_its_series_nothing(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    import_meeting(elsewhere, carried(two.first, tmp_path))
    two.workspace.record_in_series(two.slug, c.PersonAdded(name="Neu in der Reihe"))
    path = carried(two.first, tmp_path)
    resealed_by_hand(path, "ActionItemRecorded", summary="Etwas anderes")
    refused(elsewhere, path, "one and the same change in another way")
    people = [person.name for person in elsewhere.series_in("netzwerk-integration").people]
    assert "Neu in der Reihe" not in people


def test_a_meeting_that_is_here_but_cannot_be_read(
    two: Two, elsewhere: Workspace, tmp_path: Path
) -> None:
    path = carried(two.first, tmp_path)
    here = elsewhere.path(import_meeting(elsewhere, path).reference)
    newer = here.read_bytes().replace(b'"schema":1', b'"schema":77')
    here.write_bytes(newer)
    refused(elsewhere, path, "seems to be here already")


@pytest.mark.parametrize("fails", [1, 2])
def test_a_disk_that_fills_up_leaves_nothing_behind(
    two: Two, elsewhere: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    path = carried(two.first, tmp_path)
    before = every_file(elsewhere)
    writes = iter(range(1, 9))

    def full(target: Path, content: bytes, **more: Path | None) -> None:
        if next(writes) == fails:
            raise OSError(28, "No space left on device")
        write_atomically(target, content, **more)

    monkeypatch.setattr("facilitator.store.storage.write_atomically", full)
    with pytest.raises(NotSaved, match="no room left"):
        import_meeting(elsewhere, path)
    assert every_file(elsewhere) == before
    assert [p.name for p in elsewhere.root.iterdir() if not p.name.endswith(".lock")] == []
    monkeypatch.undo()
    assert import_meeting(elsewhere, path).is_new


@pytest.mark.parametrize("fails", [1, 2])
def test_a_new_series_is_founded_with_the_meeting_or_not_at_all(
    two: Two, elsewhere: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    path = carried(two.first, tmp_path)
    writes = iter(range(1, 9))

    def full(target: Path, content: bytes, **more: Path | None) -> None:
        if next(writes) == fails:
            raise OSError(28, "No space left on device")
        write_atomically(target, content, **more)

    monkeypatch.setattr("facilitator.store.storage.write_atomically", full)
    with pytest.raises(NotSaved, match="no room left"):
        import_meeting(elsewhere, path, series="Beirat Nord")
    assert elsewhere.series() == ()
    assert [p.name for p in elsewhere.root.iterdir() if not p.name.endswith(".lock")] == []
    monkeypatch.undo()
    done = import_meeting(elsewhere, path, series=" Beirat Nord ")
    series = elsewhere.series_in(done.reference.partition("/")[0])
    assert series.name == "Beirat Nord"
    numbers = {(e.id, e.number) for e in elsewhere.open(done.reference).meeting.entries if e.number}
    assert set(series.numbers) == numbers


def test_what_a_killed_import_left_behind_goes_with_the_next(
    two: Two, elsewhere: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the two files of a new series: nothing is to be seen of it."""

    def killed(path: Path, *_: object, **__: object) -> None:
        if path.name != "series.json":
            raise SystemExit(137)
        write_atomically(path, *_, **__)  # type: ignore[arg-type]

    path = carried(two.first, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("facilitator.store.storage.write_atomically", killed)
        patch.setattr("shutil.rmtree", lambda *_, **__: None)
        with pytest.raises(SystemExit):
            import_meeting(elsewhere, path)
    assert [p.name[:8] for p in elsewhere.root.iterdir() if p.is_dir()] == [".import-"]
    assert elsewhere.series() == ()
    assert import_meeting(elsewhere, path).is_new
    assert [p.name for p in elsewhere.root.iterdir() if p.is_dir()] == ["netzwerk-integration"]


def test_a_meeting_whose_series_is_gone(two: Two, elsewhere: Workspace, tmp_path: Path) -> None:
    path = carried(two.second, tmp_path)
    import_meeting(elsewhere, path)
    elsewhere.folder.series_path("netzwerk-integration").unlink()
    two.second.record(c.NoteRecorded(text="Dort"))
    assert import_meeting(elsewhere, carried(two.second, tmp_path)).new_changes == 1


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_is_refused_or_harmless(data: st.DataObject) -> None:
    """Bytes changed, dropped or put in anywhere: the meeting comes whole or not at all."""
    with tempfile.TemporaryDirectory() as folder:
        whole, rows_of_it = _made()
        place = data.draw(st.integers(0, len(whole) - 1))
        piece = data.draw(st.binary(max_size=6) | st.sampled_from([b"\n", b"{", b'"', b"\\ud800"]))
        gone = data.draw(st.integers(0, 40))
        path = Path(folder, "x.json")
        path.write_bytes(whole[:place] + piece + whole[place + gone :])
        there = Workspace(Path(folder, "w"), clock=CLOCK, device="bbbb")
        try:
            done = import_meeting(there, path)
        except BadFile:
            assert [p for p in there.root.rglob("*") if p.suffix == ".json"] == []
        else:
            assert there.open(done.reference).rows() == rows_of_it
            assert is_whole(there)


@cache
def _made() -> tuple[bytes, tuple[bytes, ...]]:
    """The JSON of a meeting, and its rows."""
    with tempfile.TemporaryDirectory() as folder:
        first = two_meetings(Path(folder, "here")).first
        return carried(first, Path(folder)).read_bytes(), first.rows()
