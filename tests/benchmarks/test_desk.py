"""An entry typed at the minutes desk of a large meeting that was sent: the preview, what is
missing and how the minutes stand follow at once. Against the same entry at the live screen."""

from __future__ import annotations

import asyncio
import itertools
import os
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from big_meeting import big_meeting
from ratios import Ratio, ratio_of
from textual.events import Key
from textual.pilot import Pilot

from facilitator.exporting import exporter_for
from facilitator.i18n import use_language
from facilitator.live import LiveMeeting
from screens.app import FacilitatorApp

Hold = Callable[[Callable[[int], Ratio], float, int], None]

WORDS = "Nachtrag"


async def one_entry(app: FacilitatorApp, pilot: Pilot[int]) -> float:
    """Seconds from the first letter to the last thing that is drawn after Enter."""
    started = perf_counter()
    for letter in WORDS:
        app.post_message(Key(letter, letter))
        await pilot._wait_for_screen()
    app.post_message(Key("enter", None))
    await pilot._wait_for_screen()
    await asyncio.sleep(0)
    return perf_counter() - started


def sent_meeting(folder: Path) -> tuple[FacilitatorApp, LiveMeeting]:
    workspace, live = big_meeting(folder)
    live.close()
    exporter_for(workspace, live).send()
    return FacilitatorApp(workspace, theme="dark"), live


async def write_down(folder: Path, rounds: int) -> list[tuple[float, float]]:
    """Seconds of each entry at the desk and at the live screen, in changing order."""
    app, live = sent_meeting(folder / "desk")
    workspace, running = big_meeting(folder / "live")
    other = FacilitatorApp(workspace, theme="dark")
    os.sync()
    count = len(live.meeting.entries)
    times: list[tuple[float, float]] = []
    async with app.run_test(size=(120, 36)) as pilot:
        app.go_minutes(live)
        await pilot.pause()
        await pilot.pause()
        app.post_message(Key("n", "n"))
        await pilot.pause()
        async with other.run_test(size=(120, 36)) as beside:
            other.go_live(running)
            await beside.pause()
            await beside.pause()
            for number in range(rounds + 1):
                if number % 2:
                    ours = await one_entry(app, pilot)
                    times.append((ours, await one_entry(other, beside)))
                else:
                    theirs = await one_entry(other, beside)
                    times.append((await one_entry(app, pilot), theirs))
            await pilot.pause()
    assert len(live.meeting.entries) == len(running.meeting.entries) == count + rounds + 1
    return times[1:]


def test_an_entry_at_the_desk_against_the_live_screen(
    disk: Path, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_STATE", str(disk / "state"))
    use_language("en")
    places = itertools.count()

    def measure(rounds: int) -> Ratio:
        times = asyncio.run(write_down(disk / f"desk-{next(places)}", rounds))
        return ratio_of("An entry at the desk of sent minutes, against the live screen", times)

    hold(measure, 1.8, 30)
