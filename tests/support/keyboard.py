"""A fast typist: posted keys cost 2 ms each, `Pilot.press` 60."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.pilot import Pilot

_NAMES = {" ": "space", "\t": "tab"}


async def type_text(pilot: Pilot, text: str) -> None:
    """Type letters into whatever has the focus, one key after the other."""
    for letter in text:
        pilot.app.post_message(Key(_NAMES.get(letter, letter), letter))
    await pilot.pause()


async def press(pilot: Pilot, *keys: str) -> None:
    """Keys that are no text: 'enter', 'f9', 'ctrl+z'."""
    for key in keys:
        pilot.app.post_message(Key(key, None))
        await pilot.pause()


async def send(pilot: Pilot, *lines: str) -> None:
    """Type lines, each with Enter behind it."""
    for line in lines:
        await type_text(pilot, line)
        await press(pilot, "enter")


async def paste(pilot: Pilot, text: str) -> None:
    """Paste into what has the focus."""
    focused = pilot.app.screen.focused
    assert focused is not None, "nothing has the focus"
    focused.post_message(Paste(text))
    await pilot.pause()
