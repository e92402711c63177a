"""A workspace written before minutes were sent and approved: everything in it is read, and it
goes on. `before-sendings` was written by the program of that time."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from facilitator.clock import FixedClock
from facilitator.exporting import exporter_for
from facilitator.meeting import changes as c
from facilitator.meeting.minutes_life import minutes_life
from facilitator.store.check import check
from facilitator.workspace import Workspace
from screens.library_facts import state_of

HELD, NEXT = "beirat/2026-10-14-6-sitzung", "beirat/2026-12-09-7-sitzung"


@pytest.fixture
def workspace(tmp_path, monkeypatch) -> Workspace:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    shutil.copytree(Path(__file__).with_name("before-sendings"), tmp_path / "old")
    clock = FixedClock(datetime(2027, 1, 10, 12, tzinfo=UTC))
    return Workspace(tmp_path / "old", clock=clock, device="bbbb")


def test_what_it_holds_is_read(workspace):
    live = workspace.open(HELD)
    assert live.problems == ()
    meeting = live.meeting
    [export] = meeting.exports
    assert (export.version, export.file) == (1, "minutes/2026-10-14-6-sitzung-v1.md")
    assert (export.content, export.status, export.kind) == ("", "", "results")
    assert [(each.reason, each.only_minutes) for each in meeting.reopenings] == [("", False)]
    assert meeting.state == "closed"
    assert minutes_life(meeting).state == "draft"
    assert meeting.closed_at is not None
    assert meeting.closed_at.at == datetime(2026, 10, 14, 16, 30, tzinfo=UTC), "its first end"


def test_check_finds_nothing_wrong(workspace):
    for path in (workspace.path(HELD), workspace.path(NEXT)):
        assert {finding.severity for finding in check(path)} <= {"note"}


def test_its_approval_is_inferred_until_one_is_recorded(workspace):
    def state() -> str:
        series = workspace.summary("beirat")
        return state_of(next(m for m in series.meetings if m.reference == HELD), series)

    assert state() == "approved"
    workspace.open(NEXT).close()
    assert workspace.open(HELD).meeting.state == "approved", "recorded at the next close"
    live = workspace.open(HELD)
    live.record(c.MinutesReopened(reason="Zahlendreher"))
    assert state() != "approved", "nothing is inferred where something is recorded"


def test_it_is_exported_on(workspace):
    live = workspace.open(HELD)
    old = workspace.minutes_folder(HELD) / "2026-10-14-6-sitzung-v1.md"
    before = old.read_bytes()
    result = exporter_for(workspace, live).export()
    assert result.version == 2, "a note was put in since"
    assert old.read_bytes() == before
    assert live.meeting.exports[-1].issued == date(2027, 1, 10)
    assert check(workspace.path(HELD)) == ()
