"""Work in a process of its own while a terminal is open: it takes no key and writes no sign."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

import pexpect
import pyte
from terminal import PROGRAM, Terminal, environment

APP = Path(__file__).parent.parent / "support" / "guarded_app.py"


def test_a_running_app_keeps_its_keys_and_its_screen(tmp_path: Path) -> None:
    screen = pyte.Screen(60, 12)
    stream = pyte.ByteStream(screen)
    paths = os.pathsep.join((str(PROGRAM), str(APP.parent)))
    app = pexpect.spawn(sys.executable, [str(APP)], dimensions=(12, 60), cwd=str(tmp_path),
                        env=environment(tmp_path, PYTHONPATH=paths))  # fmt: skip
    typed, end = "", time.monotonic() + 120
    while time.monotonic() < end:
        with contextlib.suppress(pexpect.TIMEOUT):
            stream.feed(app.read_nonblocking(65536, timeout=0.1))
        shown = "\n".join(screen.display)
        if "waiting" in shown and len(typed) < 12:
            typed += chr(ord("a") + len(typed))
            app.send(typed[-1])
        if "MADE and ended" in shown and len(typed) == 12 and typed in shown:
            break
    shown = "\n".join(screen.display)
    app.close(force=True)
    assert "MADE and ended" in shown
    assert typed in shown


def test_minutes_with_a_template_of_ones_own_in_a_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "workspace" / "templates" / "minutes" / "de"
    folder.mkdir(parents=True)
    (folder / "minutes.md.j2").write_text("Eigene: {{ paper.title }}\n", encoding="utf-8")
    new = ("new", "1. Treffen", "--series", "Netzwerk", "--date", "2026-10-14", "--lang", "de")
    with Terminal(*new, home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
    with Terminal("minutes", "last", home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
        rows = [row for row in terminal.lines if row]
        if rows[0].startswith("Being written"):  # what takes longer than a moment says so
            del rows[0]
        assert rows == ["Eigene: Ergebnisprotokoll: 1. Treffen"]
