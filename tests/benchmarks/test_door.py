"""The check-in of 200 people: what the program takes for each, three letters and Enter."""

from __future__ import annotations

import asyncio
import itertools
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import pytest
from bare_door import BareDoor
from bare_write import bare_write
from ratios import Ratio, ratio_of
from textual.app import App
from textual.events import Key
from textual.pilot import Pilot

from facilitator.clock import FixedClock
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.door import DoorScreen

Hold = Callable[[Callable[[int], Ratio], float, int], None]

PEOPLE = 200
LETTERS = "bdfghklmnprstwz"
NAMES = [
    f"{first}{second}{third}er Öztürk-Müller".title()
    for first, second, third in itertools.product(LETTERS, "aeiou", LETTERS)
]
"""Each begins with three letters of its own."""


def big_hall(folder: Path, number: int) -> tuple[Workspace, LiveMeeting]:
    """A planned meeting of so many people of 30 organisations, none of them here."""
    workspace = Workspace(folder, clock=FixedClock(datetime(2026, 10, 14, 16, 0)), device="aaaa")
    slug = workspace.found_series("Netzwerk Integration", language="de")
    live = workspace.open(workspace.plan_meeting(slug, "Jahrestreffen", day=date(2026, 10, 14)))
    organizations = [c.OrganizationAdded(name=f"Träger {n} e. V.") for n in range(30)]
    people = [
        c.PersonAdded(name=name, organization=f"^{n % 30}") for n, name in enumerate(NAMES[:number])
    ]
    live.record(*organizations, *people)
    return workspace, live


async def check_in(app: App, pilot: Pilot, name: str) -> float:
    """Seconds from the first letter to the last thing that is drawn after Enter."""
    started = perf_counter()
    for letter in name[:3].lower():
        app.post_message(Key(letter, letter))
        await pilot._wait_for_screen()
    app.post_message(Key("enter", None))
    await pilot._wait_for_screen()
    await asyncio.sleep(0)
    return perf_counter() - started


async def check_in_all(folder: Path, people: int) -> list[tuple[float, float]]:
    """Seconds of each person at our door and at a bare one, in changing order."""
    workspace, live = big_hall(folder, people)
    path, target = workspace.path(live.reference), folder / "bare.bin"
    os.sync()
    bare = BareDoor(NAMES[:people], lambda: bare_write(target, path.read_bytes()))
    app = FacilitatorApp(workspace, theme="dark")
    times: list[tuple[float, float]] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DoorScreen(live))
        await pilot.pause()
        async with bare.run_test(size=(80, 24)) as other:
            await other.pause()
            for number, name in enumerate(NAMES[:people]):
                if number % 2:
                    ours = await check_in(app, pilot, name)
                    times.append((ours, await check_in(bare, other, name)))
                else:
                    theirs = await check_in(bare, other, name)
                    times.append((await check_in(app, pilot, name), theirs))
    assert live.meeting.number_present == people
    assert len(bare.came) == people
    return times[1:]


def test_check_in_of_two_hundred_people(
    disk: Path, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_STATE", str(disk / "state"))
    halls = itertools.count()

    def measure(rounds: int) -> Ratio:
        people = min(rounds, len(NAMES))
        times = asyncio.run(check_in_all(disk / f"hall-{next(halls)}", people))
        return ratio_of("Check-in, three letters and Enter, against a bare door", times)

    hold(measure, 3.0, PEOPLE)
