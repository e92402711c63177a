"""The disk is full while people talk: the line stays in the bar, the screen says so and what to do
for as long as it is true, and Enter saves it once there is room.

The system itself refuses: RLIMIT_FSIZE of the running program is set below the size of the file,
and its error counts among those of a full disk."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs prlimit")

import resource  # noqa: E402

from running import Running, bar_text  # noqa: E402
from terminal import Terminal  # noqa: E402

WORDS = {
    "de": ("Nicht gespeichert", "Platz", "speichern Sie dann noch einmal"),
    "en": ("Not saved", "room", "then save again"),
}
LINE = "Amt 50 fragt bei der Caritas nach."


def told(rows: list[str]) -> str:
    """What stands in the rows of the status, directly above the bar; empty while there is none."""
    bar = max((at for at, row in enumerate(rows) if row.startswith("╭")), default=0)
    rule = max((at for at, row in enumerate(rows[:bar]) if row.startswith("──")), default=bar)
    return " ".join(" ".join(rows[rule + 1 : bar]).split())


def room(terminal: Terminal, size: int) -> None:
    """So many bytes may a file of the program have."""
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", [(24, 80), (36, 120)])
def test_a_full_disk(running: Running, language: str, size: tuple[int, int]) -> None:
    rows, cols = size
    with running.terminal(language=language, rows=rows, cols=cols) as terminal:
        terminal.type("Erster Satz.").press("enter")
        terminal.wait_for("✓")
        room(terminal, 100)
        terminal.type(LINE)
        terminal.wait_for(LINE)
        terminal.press("enter")
        for _ in range(2):
            terminal.wait_until(
                lambda rows: (
                    all(words in told(rows) for words in WORDS[language]) and bar_text(rows) == LINE
                )
            )
            assert running.texts() == ["Erster Satz."]
            terminal.read(1.5)  # the clock ticks, the file is looked at: it still stands there
            assert WORDS[language][0] in terminal.text
            terminal.press("enter")
        room(terminal, resource.RLIM_INFINITY)
        terminal.press("enter")
        rows = terminal.wait_until(lambda rows: "✓" in "".join(rows) and bar_text(rows) == "")
        assert WORDS[language][0] not in "".join(rows)
        assert running.texts() == ["Erster Satz.", LINE]
    assert running.check().returncode == 0
    assert not running.crashed()


def test_quitting_with_a_full_disk_loses_the_draft_at_most(running: Running) -> None:
    """Not even the draft can be written: nothing breaks, the meeting is whole."""
    with running.terminal() as terminal:
        terminal.type("Erster Satz.").press("enter")
        terminal.wait_for("✓")
        room(terminal, 10)
        terminal.type(LINE)
        terminal.wait_for(LINE)
        terminal.read(0.8)
        terminal.process.kill(15)
        assert terminal.wait_for_end() == 0
        assert b"Traceback" not in terminal.output
    assert running.texts() == ["Erster Satz."]
    assert running.check().returncode == 0
