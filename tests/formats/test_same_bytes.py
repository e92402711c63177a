"""The same meeting is the same bytes on every machine: whatever its locale, its time zone, the
order in which its Python walks through sets, and the folder it is called from."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """
import hashlib
from datetime import date
from kept_meetings import NAMES, kept, path_of
from facilitator.exchange.json_carried import read_carried
from facilitator.formats import FORMATS, Job, written

for name in NAMES:
    carried = read_carried(path_of(name).read_bytes())
    job = Job(meeting=kept(name), issued=date(2026, 11, 25), reference=f"serie/{name}",
              rows=carried.rows, series_rows=carried.series_rows)
    for code in FORMATS:
        for file in written(code, job):
            print(name, code, file.ending, hashlib.sha256(file.content).hexdigest())
"""


def _digests(folder: Path, **machine: str) -> list[str]:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "FACILITATOR_STATE": str(folder), **machine},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_another_machine_writes_the_same(tmp_path: Path) -> None:
    here = _digests(
        ROOT, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC", FACILITATOR_NOW="2026-11-25T10:00Z"
    )
    there = _digests(
        tmp_path,
        PYTHONHASHSEED="4711",
        LC_ALL="de_DE.UTF-8",
        LANGUAGE="de",
        TZ="Pacific/Auckland",
        FACILITATOR_NOW="2031-02-03T04:05+13:00",
    )
    assert len(here) > 30
    assert here == there
