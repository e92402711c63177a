"""What still comes for a screen that is being taken down is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.events import Event, InputEvent, Key, Mount, Resize
from textual.message import Message
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    _Mixed = Screen[Any]
else:
    _Mixed = object

_OWN = "textual.messages"
"""Where Textual keeps the messages that take a screen down."""


class WhileThere(_Mixed):
    """For all screens and dialogs. A key that opens one and Escape right behind it close it before
    it was painted, perhaps before it was mounted: its widgets are gone then, while what they said
    last, and the drawing, still come."""

    async def _dispatch_message(self, message: Message) -> None:
        if self.display or not _is_too_late(message):
            await super()._dispatch_message(message)

    async def _on_key(self, event: Key) -> None:
        """F1 in a dialog: a room has it in its bindings, which end at a dialog."""
        if event.key == "f1" and isinstance(self, ModalScreen) and self.is_current:
            from screens.dialogs.help import help_on

            if help_on(self):
                event.stop()

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        def if_there() -> Any:
            return callback(*args, **kwargs) if self.is_mounted and self.display else None

        return super().call_after_refresh(if_there)


def _is_too_late(message: Message) -> bool:
    """Input, a new size, what a widget tells; not what takes the screen down."""
    if isinstance(message, Event):
        return isinstance(message, InputEvent | Resize | Mount)
    return type(message).__module__ != _OWN
