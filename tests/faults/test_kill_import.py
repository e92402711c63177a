"""A program killed while it imports: the meeting is there whole or not at all, and the next import
brings it. FACILITATOR_KILLS sets how often (20); the first time it dies before it writes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from kept_meetings import kept, path_of

from facilitator.clock import FixedClock
from facilitator.importing import import_meeting
from facilitator.store.check import check
from facilitator.workspace import Workspace

KILLS = int(os.environ.get("FACILITATOR_KILLS", "20"))

PROGRAM = """
import os, sys
from datetime import datetime
from pathlib import Path
import facilitator.store.storage as storage
from facilitator.clock import FixedClock
from facilitator.importing import import_meeting
from facilitator.workspace import Workspace

if sys.argv[3] == "0":
    storage.write_atomically = lambda *_, **__: os.kill(os.getpid(), 9)
workspace = Workspace(Path(sys.argv[1]), clock=FixedClock(datetime(2026, 11, 25)), device="cccc")
print("begins", flush=True)
import_meeting(workspace, Path(sys.argv[2]))
print("done", flush=True)
"""


def test_a_killed_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    file, meeting = path_of("wartburgkreis"), kept("wartburgkreis")
    chance = random.Random(7)
    endings: set[str] = set()
    begun = time.perf_counter()
    import_meeting(_workspace(tmp_path / "whole"), file)
    takes = time.perf_counter() - begun
    for n in range(KILLS):
        root = tmp_path / f"{n}"
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(root), str(file), str(n)],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert program.stdout is not None
        assert program.stdout.readline() == "begins\n"
        if n:
            time.sleep(chance.uniform(0, 1.3 * takes))
            program.kill()
        said = program.communicate()[0]
        here = _workspace(root)
        found = [each.reference for one in here.series() for each in one.meetings]
        assert found or "done" not in said
        endings.add("whole" if found else "nothing")
        if found:
            assert here.open(found[0]).meeting == meeting
        else:
            assert here.series() == ()
        done = import_meeting(here, file)
        assert done.is_new != bool(found)
        assert here.open(done.reference).meeting == meeting
        paths = [p for p in root.rglob("*.json") if not p.name.startswith(".")]
        assert len(paths) == 2
        assert [found for path in paths for found in check(path)] == []
    assert "nothing" in endings, "some were killed in time"


def _workspace(root: Path) -> Workspace:
    return Workspace(root, clock=FixedClock(datetime(2026, 11, 25)), device="cccc")
