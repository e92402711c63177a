"""The program in tmux, a terminal somebody else wrote: what pyte lets pass, tmux may not."""

from __future__ import annotations

import shlex
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import environment, program


class Tmux:
    """One tmux server of the test's own with one window."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._socket = str(home / "tmux.sock")

    def __call__(self, *args: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, "-f", "/dev/null", *args],
            capture_output=True, text=True, encoding="utf-8", env=environment(self.home),
            check=False,
        )  # fmt: skip
        return done.stdout

    def start(self, *args: str, cols: int = 80, rows: int = 24) -> None:
        """Start the program; its exit code lands in the file `code`."""
        command = shlex.join([*program(), *args])
        self(
            "new-session", "-d", "-s", "t", "-x", str(cols), "-y", str(rows), "-c", str(self.home),
            f"{command}; echo $? >code",
        )  # fmt: skip

    @property
    def screen(self) -> str:
        return self("capture-pane", "-p", "-t", "t")

    def wait_for(self, text: str, seconds: float = 60) -> str:
        end = time.monotonic() + seconds
        while text not in self.screen:
            assert time.monotonic() < end, f"{text!r} never came:\n{self.screen}"
            time.sleep(0.05)
        return self.screen

    def exit_code(self, seconds: float = 60) -> int:
        end = time.monotonic() + seconds
        while not (self.home / "code").exists() or not (self.home / "code").read_text().strip():
            assert time.monotonic() < end, f"it does not end:\n{self.screen}"
            time.sleep(0.05)
        return int((self.home / "code").read_text())


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    server = Tmux(tmp_path)
    yield server
    server("kill-server")


def test_demo_library_resize_and_quit(tmux: Tmux) -> None:
    tmux.start("demo", "--lang", "de", cols=120, rows=36)
    tmux.wait_for("Netzwerk Integration")
    for cols, rows in ((80, 24), (40, 12), (20, 6), (200, 60), (100, 30)):
        tmux("resize-window", "-t", "t", "-x", str(cols), "-y", str(rows))
        time.sleep(0.3)
    tmux.wait_for("Netzwerk Integration")
    tmux("send-keys", "-t", "t", "C-q")
    assert tmux.exit_code() == 0


def test_a_killed_window_loses_nothing(tmux: Tmux) -> None:
    """tmux closes the terminal: SIGHUP, and nobody there to write to."""
    tmux.start("demo", "--lang", "de", "--workspace", str(tmux.home / "workspace"))
    tmux.wait_for("Netzwerk")
    tmux("kill-session", "-t", "t")
    end = time.monotonic() + 10
    while not (tmux.home / "code").exists() and time.monotonic() < end:
        time.sleep(0.05)
    done = subprocess.run(
        [*program(), "check"], env=environment(tmux.home), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not (tmux.home / "state" / "last-error.txt").exists()


def test_tables_in_a_narrow_window(tmux: Tmux) -> None:
    subprocess.run(
        [*program(), "demo", "--no-screen", "--lang", "de", "--workspace",
         str(tmux.home / "workspace")],
        env=environment(tmux.home), check=True, capture_output=True,
    )  # fmt: skip
    tmux.start("actions", "--open", "--lang", "de", cols=40, rows=50)
    assert tmux.exit_code() == 0
