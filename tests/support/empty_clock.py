"""An empty Textual app with a clock: the widgets of `empty_app`, and in the first line the time,
drawn anew each second. The cursor of its bar does not blink, as ours does not."""

from __future__ import annotations

import time

from empty_app import EmptyScreen
from textual.app import App
from textual.widgets import Static, TextArea


class ClockScreen(EmptyScreen):
    def on_mount(self) -> None:
        self.query_one(TextArea).cursor_blink = False
        self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        self.query(Static).first().update(time.strftime("%H:%M:%S"), layout=False)


class EmptyClock(App[None]):
    """`q` in the bar is a letter: the program is killed when it was looked at."""

    def on_mount(self) -> None:
        self.push_screen(ClockScreen())


if __name__ == "__main__":
    EmptyClock().run()
