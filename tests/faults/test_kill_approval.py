"""A program killed between two files while a meeting closes that approves the minutes of another,
or while the next meeting is planned: nothing is half, and the next call makes it whole."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from facilitator.clock import FixedClock
from facilitator.following import plan_next
from facilitator.meeting import changes as c
from facilitator.store.check import check
from facilitator.workspace import Workspace

PROGRAM = """
import os, sys
from pathlib import Path
import facilitator.store.storage as storage
from facilitator.clock import SystemClock
from facilitator.following import plan_next
from facilitator.workspace import Workspace

root, reference, act, after = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
write, writes = storage.write_atomically, 0

def counted(*args, **more):
    global writes
    if writes == after:
        os.kill(os.getpid(), 9)
    write(*args, **more)
    writes += 1

storage.write_atomically = counted
workspace = Workspace(root, clock=SystemClock(), device="abcd")
if act == "close":
    workspace.open(reference).close()
else:
    plan_next(workspace, reference)
print(writes)
"""
EARLIER, LATER = "beirat/2026-10-14-6-sitzung", "beirat/2026-12-09-7-sitzung"


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    root = tmp_path / "prepared"
    clock = FixedClock(datetime(2026, 10, 14, 16, tzinfo=UTC))
    workspace = Workspace(root, clock=clock, device="aaaa")
    slug = workspace.found_series("Beirat", language="de", kind="body")
    first = workspace.open(workspace.plan_meeting(slug, "6. Sitzung", day=date(2026, 10, 14)))
    first.record(c.AgendaItemAdded(title="Bericht", id="i"))
    first.record(c.ItemStarted(item="i"), c.DecisionRecorded(wording="Erstens", item="i"))
    first.close()
    clock.advance(60 * 86_400)
    second = workspace.open(workspace.plan_meeting(slug, "7. Sitzung", day=date(2026, 12, 9)))
    second.record(c.AgendaItemAdded(title="Genehmigung", purpose="approval", id="a"))
    second.record(c.ItemStarted(item="a"), c.AgendaItemAmended(item="a", result="genehmigt"))
    second.record(c.DecisionRecorded(wording="Zweitens", item="a"))
    return root


def killed(prepared: Path, root: Path, reference: str, act: str, after: int) -> bool:
    """Run it on a copy; whether it was killed before its write number `after`."""
    shutil.copytree(prepared, root)
    call = [sys.executable, "-c", PROGRAM, str(root), reference, act, str(after)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def opened(root: Path) -> Workspace:
    return Workspace(root, clock=FixedClock(datetime(2026, 12, 10, tzinfo=UTC)), device="beef")


def whole(workspace: Workspace) -> None:
    for slug in workspace.folder.series_slugs():
        for path in (workspace.folder.series_path(slug), *workspace.folder.meeting_paths(slug)):
            assert {each.severity for each in check(path)} <= {"warning"}, path


def test_closing_and_approving(prepared: Path, tmp_path: Path) -> None:
    states = []
    for after in range(20):
        root = tmp_path / f"kill-{after}"
        was_killed = killed(prepared, root, LATER, "close", after)
        workspace = opened(root)
        whole(workspace)
        series = workspace.series_in("beirat")
        found = workspace.open(EARLIER).meeting
        states.append(found.state)
        assert (found.state == "approved") == bool(series.approvals), "the series knows first"
        if found.state == "approved":
            assert workspace.open(LATER).meeting.state == "closed"
        workspace.open(LATER).close()
        workspace.open(LATER).close()
        earlier, later = workspace.open(EARLIER).meeting, workspace.open(LATER).meeting
        assert (earlier.state, len(earlier.approvals)) == ("approved", 1)
        numbers = [e.number for m in (earlier, later) for e in m.decisions]
        assert numbers == ["B-2026-001", "B-2026-002"]
        whole(workspace)
        if not was_killed:
            break
    assert not was_killed
    assert states[0] == "closed"
    assert states[-1] == "approved"
    assert len(states) >= 5, "it writes the meeting, the series, the numbers and the approval"


def test_planning_the_next(prepared: Path, tmp_path: Path) -> None:
    for after in range(10):
        root = tmp_path / f"kill-{after}"
        was_killed = killed(prepared, root, EARLIER, "plan", after)
        workspace = opened(root)
        whole(workspace)
        made = plan_next(workspace, EARLIER)
        following = [
            name
            for name, meeting in workspace.summary("beirat").readable()
            if meeting.follows == workspace.open(EARLIER).meeting.id
        ]
        assert following == [made], "one, not two"
        assert workspace.open(made).meeting.agenda_items
        known = workspace.open(EARLIER).meeting.planned_next
        assert known is not None
        assert known.reference == made
        if not was_killed:
            break
    assert not was_killed
    assert after == 2
