"""What was put off until a screen is painted, and comes while it is taken down, is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    _Mixed = Screen[Any]
else:
    _Mixed = object


class WhileThere(_Mixed):
    """For screens and dialogs that put off their drawing. A key that opens one and Escape right
    behind it close it before it was painted: its widgets are gone when the drawing comes."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        def if_there() -> Any:
            return callback(*args, **kwargs) if self.is_mounted and self.display else None

        return super().call_after_refresh(if_there)
