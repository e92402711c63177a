"""Textual's command palette in the words of the screen, without its picture sign."""

from __future__ import annotations

from contextlib import suppress
from inspect import unwrap

from rich.align import Align
from rich.text import Text
from textual import work
from textual.command import CommandList, CommandPalette
from textual.css.query import NoMatches
from textual.widgets.option_list import Option

from facilitator.i18n import tr


class Palette(CommandPalette):
    DEFAULT_CSS = "Palette SearchIcon { display: none; }"

    def __init__(self) -> None:
        super().__init__(placeholder=tr("Command …"), id="--command-palette")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the list is not laid out yet, there are no pages in it to turn."""
        if action == "command_list" and parameters in (("page_up",), ("page_down",)):
            return any(each.scrollable_content_region for each in self.query(CommandList))
        return super().check_action(action, parameters)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """As Textual does it; but when the palette was left meanwhile, the list that it would fill
        is gone, and missing it would end the program."""
        with suppress(NoMatches):
            await unwrap(CommandPalette._gather_commands)(self, search_value)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """As Textual does it, in our words."""
        self._stop_no_matches_countdown()

        def say_so() -> None:
            if search_value:
                text = Align.center(Text(tr("There is no such command.")))
                option = Option(text, disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(option)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say_so)
