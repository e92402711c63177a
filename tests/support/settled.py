"""When an app has done what it was asked to: nothing of it is ready to run, and nothing is due.

`Pilot.pause` of Textual sleeps 20 ms and takes a process that used no processor meanwhile for idle.
On a busy machine a process gets none although it has much to do: the pause ended in the middle of
the work, and a test that is right failed. Here the event loop itself is asked.
"""

from __future__ import annotations

import asyncio
from typing import Any

import textual.app
import textual.pilot
from textual.app import App
from textual.pilot import Pilot, WaitForScreenTimeout

SOON = 0.02
"""Seconds: Textual paints, and calls what waits for that, by timers of 8 and 17 ms."""
AT_MOST = 10.0
"""Seconds after which an app that never comes to rest is left alone."""


async def settled(app: App[Any] | None = None) -> None:
    """Wait until the loop has nothing to run, no timer ends soon, and no thread of `app` works."""
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + AT_MOST
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        now = loop.time()
        due = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
        if any(when <= now + SOON for when in due):
            await asyncio.sleep(max(0.0, min(due) - now))
        elif app is not None and any(
            worker._thread_worker and worker.is_running for worker in app.workers
        ):
            await asyncio.sleep(0.005)
        else:
            return


_waits_for_screen = Pilot._wait_for_screen


async def _wait_for_screen(self: Pilot[Any], timeout: float = 30.0) -> bool:
    """Textual's own waiting, which is an error after half a minute: a widget that was removed
    meanwhile never answers, and on a busy machine others are late."""
    try:
        return await _waits_for_screen(self, timeout)
    except WaitForScreenTimeout:
        await settled(self.app)
        return True


async def _idle(*_: float) -> None:
    await settled()


async def _pause(self: Pilot[Any], delay: float | None = None) -> None:
    await self._wait_for_screen()
    if delay is None:
        await settled(self.app)
    else:
        await asyncio.sleep(delay)
        await settled(self.app)
    self.app.screen._on_timer_update()
    await settled(self.app)


def pauses_wait_for_work() -> None:
    """From now on every pause of every pilot waits for that."""
    Pilot.pause = _pause  # type: ignore[method-assign]
    Pilot._wait_for_screen = _wait_for_screen  # type: ignore[method-assign]
    textual.pilot.wait_for_idle = _idle  # type: ignore[attr-defined]
    textual.app.wait_for_idle = _idle  # type: ignore[attr-defined]
