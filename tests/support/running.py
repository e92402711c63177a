"""A running meeting as the live screen of a real terminal shows it, and as its file holds it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from terminal import Terminal, environment, program

from facilitator.clock import SystemClock
from facilitator.drafts import Draft, DraftFile
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace

READY = "╰"
"""The lower edge of the bar."""


@dataclass
class Running:
    """`home` holds workspace and state; `reference` is the meeting, its first item open."""

    home: Path
    reference: str

    @classmethod
    def begin(cls, home: Path) -> Running:
        workspace = Workspace(home / "workspace", clock=SystemClock(), device="aaaa")
        slug = workspace.found_series("Netzwerk", language="de")
        live = workspace.open(workspace.plan_meeting(slug, "Zweites Treffen"))
        (item,) = live.record(c.AgendaItemAdded(title="Berichte", planned_minutes=60))
        live.record(c.MeetingStarted(), c.ItemStarted(item=item.id))
        return cls(home, live.reference)

    def terminal(self, *, rows: int = 24, cols: int = 80, language: str = "de") -> Terminal:
        """The program as a person starts it, its bar drawn."""
        terminal = Terminal(
            "open", self.reference, "--lang", language, home=self.home, rows=rows, cols=cols
        )
        terminal.wait_for(READY)
        return terminal

    def live(self) -> LiveMeeting:
        """The meeting as its file holds it now."""
        return Workspace(self.home / "workspace", clock=SystemClock()).open(self.reference)

    def texts(self) -> list[str]:
        """The entries of the file, in order."""
        return [entry.text for entry in self.live().meeting.entries]

    def draft(self) -> Draft:
        return DraftFile(self.home / "state", self.home / "workspace", self.reference).read()

    def draft_at_the_desk(self) -> dict[str, str]:
        """What is half typed at the minutes desk."""
        reference = f"{self.reference}\nminutes"
        return DraftFile(self.home / "state", self.home / "workspace", reference).read().at

    def check(self) -> subprocess.CompletedProcess[str]:
        """`facilitator check`, in a process of its own."""
        return self.call("check")

    def minutes(self) -> dict[str, object]:
        """`facilitator minutes --format json`."""
        return json.loads(self.call("minutes", self.reference, "--format", "json").stdout)

    def call(self, *args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program(), *args], env=environment(self.home), cwd=self.home,
            capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip

    def crashed(self) -> str:
        """What the program wrote about its own mistakes; empty if nothing."""
        path = self.home / "state" / "last-error.txt"
        return path.read_text() if path.exists() else ""


def bar_text(lines: list[str]) -> str:
    """What stands in the bar: the first row inside the frame."""
    for above, row in pairwise(lines):
        if above.startswith("╭"):
            return row.strip("│").strip()
    return ""


def outside_the_bar(lines: list[str], pattern: re.Pattern[str]) -> set[str]:
    """What of this pattern the screen shows as said: in the rows that are not the bar's."""
    said = "\n".join(line for line in lines if not line.startswith("│"))
    return set(pattern.findall(said))


class KillTimer:
    """Kills a process with SIGKILL after so many seconds, wherever it is then."""

    def __init__(self, pid: int, seconds: float) -> None:
        self._timer = threading.Timer(seconds, os.kill, (pid, 9))
        self._timer.start()

    @property
    def is_over(self) -> bool:
        return not self._timer.is_alive()

    def wait(self) -> None:
        self._timer.join()
