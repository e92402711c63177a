"""Kill -9 at any moment: what the screen has shown as said is in the file, and what was half typed
comes back into the bar.

FACILITATOR_KILLS says how often; CI kills ten times.
"""

from __future__ import annotations

import os
import random
import re
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

from running import KillTimer, Running, bar_text, outside_the_bar  # noqa: E402
from terminal import Terminal  # noqa: E402

KILLS = int(os.environ.get("FACILITATOR_KILLS", "10"))
SAID = re.compile(r"Satz \d{4} ist gesagt\.")
DRAFT_IS_SAFE = 0.8
"""Seconds a line stands unchanged on the screen until it must be kept: 0.3 s are promised, the
rest is for the disk and for a machine that does other things too."""


class Talk:
    """Someone types sentences until the program is killed, and remembers what it showed."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.said: set[str] = set()
        self.in_bar: list[tuple[float, str]] = []
        """What stood in the bar and since when."""

    def sentence(self) -> str:
        self.number += 1
        return f"Satz {self.number:04} ist gesagt."

    def look(self, terminal: Terminal) -> None:
        lines = terminal.lines
        self.said |= outside_the_bar(lines, SAID)
        text = bar_text(lines)
        if not self.in_bar or self.in_bar[-1][1] != text:
            self.in_bar.append((time.monotonic(), text))

    def type_until_killed(self, terminal: Terminal, chance: random.Random, after: float) -> float:
        """Words, whole sentences and bursts of sentences, in changing rhythm. When it was."""
        killer = KillTimer(terminal.process.pid, after)
        while not killer.is_over:
            text = "".join(self.sentence() + "\r" for _ in range(chance.choice((1, 1, 1, 4))))
            while text and not killer.is_over:
                size = chance.choice((3, 9, 40, 200))
                terminal.type(text[:size])
                text = text[size:]
                terminal.read(chance.choice((0.0, 0.02, 0.1)))
                self.look(terminal)
        killer.wait()
        return self._at_the_end(terminal)

    def pause_until_killed(self, terminal: Terminal, chance: random.Random, after: float) -> float:
        """Half a sentence, and then silence until the kill."""
        half = self.sentence()[: chance.randint(5, 18)].rstrip()
        terminal.type(half)
        end = time.monotonic() + 20
        while bar_text(terminal.lines) != half and time.monotonic() < end:
            pass
        self.look(terminal)
        time.sleep(after)
        terminal.process.kill(9)
        return self._at_the_end(terminal)

    def _at_the_end(self, terminal: Terminal) -> float:
        killed = time.monotonic()
        terminal.wait_for_end()
        self.look(terminal)
        return killed


def test_what_was_accepted_survives_kill_9(running: Running) -> None:
    chance = random.Random(os.environ.get("FACILITATOR_KILLS_SEED", "4711"))
    accepted: set[str] = set()
    number = 0
    promised_draft: str | None = None
    restored = 0
    for kill in range(KILLS):
        with running.terminal() as terminal:
            shown = bar_text(terminal.lines)
            if promised_draft is not None:
                terminal.wait_for(promised_draft)
                restored += 1
            assert "Traceback" not in terminal.text
            if shown:
                terminal.press("ctrl+u")
            talk = Talk(number)
            if kill % 3 == 2:
                killed = talk.pause_until_killed(terminal, chance, chance.uniform(0.0, 2.0))
            else:
                killed = talk.type_until_killed(terminal, chance, chance.uniform(0.05, 2.0))
            number = talk.number
        accepted |= talk.said
        held = running.texts()
        assert accepted <= set(held), f"kill {kill}: lost {sorted(accepted - set(held))}"
        assert len(held) == len(set(held)), f"kill {kill}: written twice"
        assert all(SAID.fullmatch(text) for text in held), held
        assert not running.live().problems
        since, text = talk.in_bar[-1]
        promised_draft = text if text and killed - since > DRAFT_IS_SAFE else None
        if promised_draft is not None:
            assert running.draft().line == promised_draft, f"kill {kill}"
        else:
            stood = {each for _, each in talk.in_bar} | {shown, ""}
            line = running.draft().line
            assert line in stood or any(s.startswith(line) for s in stood | talk.said), line
    checked = running.check()
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert not running.crashed()
    assert accepted
    with running.terminal() as terminal:
        terminal.press("ctrl+u").type("Zum Schluss.").press("enter")
        terminal.wait_for(re.compile(r"✓.*Zum Schluss\."))
        terminal.kill()
    assert running.texts()[-1] == "Zum Schluss."
    assert not [p.name for p in (running.home / "workspace").rglob(".*.tmp")], "leftovers"
    print(  # noqa: T201
        f"\n{KILLS} kills: {len(accepted)} lines seen, {len(held)} in the file, none lost, "
        f"{restored} half-typed lines had back"
    )
