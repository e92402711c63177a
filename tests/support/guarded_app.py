"""A Textual app that has work done in a process of its own as soon as it runs: first some that
succeeds, then some that must be ended; then it says so and goes on taking keys."""

from __future__ import annotations

from textual import work
from textual.app import App, ComposeResult
from textual.widgets import Input, Static

from facilitator.guarded import TookTooLong, in_a_process


class GuardedApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("waiting", id="state")
        yield Input()

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.rendered()

    @work(thread=True)
    def rendered(self) -> None:
        said = in_a_process("guarded_work:upper", b"made", seconds=20).decode()
        try:
            in_a_process("guarded_work:forever", b"", seconds=2)
        except TookTooLong:
            said += " and ended"
        self.call_from_thread(self.query_one("#state", Static).update, said)


if __name__ == "__main__":
    GuardedApp().run()
