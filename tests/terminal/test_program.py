"""The program as a person has it: in a terminal, from the first key to the prompt."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from terminal import Terminal


def test_the_version_is_printed(tmp_path: Path) -> None:
    with Terminal("--version", home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.lines[0].startswith("facilitator ")


@pytest.mark.parametrize(("language", "series"), [("de", "Netzwerk"), ("en", "network")])
def test_the_demo_opens_the_library_and_ctrl_q_leaves_it(
    tmp_path: Path, language: str, series: str
) -> None:
    with Terminal("demo", "--lang", language, home=tmp_path, rows=36, cols=120) as terminal:
        terminal.wait_for(series)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0


def test_a_window_of_20_columns_is_small_but_works(tmp_path: Path) -> None:
    with Terminal("demo", "--lang", "de", home=tmp_path, rows=10, cols=20) as terminal:
        terminal.read(3)
        assert terminal.process.isalive()
        terminal.resize(24, 80)
        terminal.wait_for("Netzwerk")
        terminal.resize(6, 20)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert not (tmp_path / "state" / "last-error.txt").exists()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_terminal_ends_the_program_in_order(
    tmp_path: Path, number: signal.Signals
) -> None:
    with Terminal("demo", "--lang", "de", home=tmp_path, rows=24, cols=80) as terminal:
        terminal.wait_for("Netzwerk")
        terminal.send_signal(number)
        assert terminal.wait_for_end() == 0
        assert not (tmp_path / "state" / "last-error.txt").exists()


def test_without_a_terminal_the_screen_says_so(tmp_path: Path) -> None:
    import subprocess

    from terminal import environment, program

    done = subprocess.run(
        program(), capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=tmp_path,
        env=environment(tmp_path), check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert "needs a terminal" in done.stderr
    assert "Traceback" not in done.stderr
