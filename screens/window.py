"""The rooms are as large as the window, whatever was missed on the way."""

from __future__ import annotations

import shutil
from typing import Any

from textual.app import App, ScreenStackError
from textual.events import Resize
from textual.geometry import Size

LOOK_AT_WINDOW = 1.0
"""Seconds between two looks at the size of the window: each look wakes a processor that is idle."""


def follow_window(app: App[Any]) -> None:
    """Tell an app of a new size of its window, and its screen if the app knows it already.

    For an interval. While a window is dragged, signals come in crowds: one may be missed, and
    Textual tells the screen by a timer of 8 ms, which it drops when it wakes up later than that.
    On a busy laptop the window then stayed as it was painted last, whatever its size.

    Nothing is told when no screen is left: the intervals of an app outlive its screens."""
    try:
        screen = app.screen
    except ScreenStackError:
        return
    size = _size_of_window(app)
    if app.size != size:
        app.post_message(Resize(size, size))
    elif screen.outer_size != size:
        screen.post_message(Resize(size, size))


def _size_of_window(app: App[Any]) -> Size:
    """Asked of the system, as Textual does; where there is none to ask, the one known."""
    if app.is_headless or app.is_web:
        return app.size
    return Size(*shutil.get_terminal_size(fallback=app.size))
