"""What the doors load, each in a fresh process: no Textual before a screen opens, and nothing of
weight before a command needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import facilitator

PROGRAM = Path(facilitator.__file__).resolve().parent.parent
"""Where the program under test lives: the checkout or the installed wheel."""

HEAVY = ("textual", "tinydb", "jinja2", "rich", "sqlite3", "babel")


def _loaded(code: str, *args: str, cwd: Path) -> set[str]:
    """The top-level modules a fresh process has loaded after running `code`."""
    report = "import sys; print('LOADED', *sorted({n.partition('.')[0] for n in sys.modules}))"
    program = (
        f"import sys; sys.argv = ['facilitator', *{list(args)!r}]\n"
        f"try:\n    {code}\nexcept SystemExit as end:\n    assert not end.code, end.code\n{report}"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=os.environ
        | {
            "FACILITATOR_STATE": str(cwd / "state"),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONPATH": str(PROGRAM),
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("LOADED"))
    return set(line.split()[1:])


RUN = "import facilitator.cli; facilitator.cli.main()"


def test_importing_the_command_line_loads_nothing_of_weight(tmp_path: Path) -> None:
    loaded = _loaded("import facilitator.cli", cwd=tmp_path)
    assert not loaded & {*HEAVY, "click", "msgspec", "screens"}


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("-h", "--lang", "de")])
def test_version_and_help_load_neither_screen_nor_store(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    loaded = _loaded(RUN, *args, cwd=tmp_path)
    assert not loaded & {*HEAVY, "screens"}
    assert "click" in loaded


@pytest.mark.parametrize(
    "args",
    [
        ("list",),
        ("actions", "--open"),
        ("check",),
        ("new", "Treffen", "--series", "Netzwerk"),
        ("demo", "--no-screen"),
    ],
)
def test_commands_without_a_screen_load_no_textual(tmp_path: Path, args: tuple[str, ...]) -> None:
    workspace = tmp_path / "workspace"
    loaded = _loaded(RUN, *args, "--workspace", str(workspace), cwd=tmp_path)
    assert not loaded & {"textual"}


def test_the_table_of_commands_loads_no_textual(tmp_path: Path) -> None:
    loaded = _loaded("import screens.commands", cwd=tmp_path)
    assert "textual" not in loaded
    assert "screens" in loaded


def test_the_domain_loads_neither_disk_nor_screen(tmp_path: Path) -> None:
    loaded = _loaded("import facilitator.meeting.fold, facilitator.meeting.series", cwd=tmp_path)
    assert not loaded & {*HEAVY, "click", "filelock", "platformdirs", "screens"}
