"""A program killed while it records: every change it said was saved is there afterwards.

FACILITATOR_KILLS sets how often (20).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from facilitator.clock import FixedClock
from facilitator.meeting.changes import AgendaItemAdded, MeetingPlanned
from facilitator.meeting.fold import MeetingFold
from facilitator.store.change_file import ChangeFile
from facilitator.store.check import check
from facilitator.store.clock import ChangeClock
from facilitator.store.leftovers import leftovers

KILLS = int(os.environ.get("FACILITATOR_KILLS", "20"))

PROGRAM = """
import itertools, sys
from pathlib import Path
from facilitator.clock import SystemClock
from facilitator.meeting.changes import DecisionRecorded, NoteRecorded
from facilitator.meeting.fold import MeetingFold
from facilitator.store.change_file import ChangeFile
from facilitator.store.clock import ChangeClock

file = ChangeFile.open(Path(sys.argv[1]), MeetingFold, ChangeClock("abcd", SystemClock().now))
assert file.problems == [], file.problems
item = file.value.agenda_items[0].id
for n in itertools.count():
    step = file.record((NoteRecorded(item=item, text="x" * 200), DecisionRecorded(wording="y")))
    sys.stdout.write("".join(each.id + "\\n" for each in step))
    sys.stdout.flush()
"""


def test_every_acknowledged_change_survives_kill_nine(tmp_path: Path):
    path = tmp_path / "m.json"
    now = FixedClock(datetime(2026, 11, 24, 14, tzinfo=UTC)).now
    ids = ChangeClock("beef", now)
    ChangeFile.create(
        path, MeetingFold, ids, (MeetingPlanned(title="X"), AgendaItemAdded(title="A"))
    )
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert program.stdout is not None
        acknowledged.add(program.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.05))
        program.kill()
        acknowledged |= {line.strip() for line in program.communicate()[0].splitlines()}
        whole = {each for each in acknowledged if len(each) == 25}
        file = ChangeFile.open(path, MeetingFold, ids)
        assert file.problems == []
        assert whole <= {each.id for each in file.history}
        assert {each.severity for each in check(path)} <= {"warning"}
        steps = [each.step for each in file.history if each.device == "abcd"]
        assert all(steps.count(step) == 2 for step in set(steps))  # a step is whole or not there
    assert len(acknowledged) > KILLS
    file.record((AgendaItemAdded(title="B"),))
    assert leftovers(path) == []
    assert check(path) == ()
