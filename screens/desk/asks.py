"""What an open line asks for, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from screens.mending import Mended


@dataclass(frozen=True)
class Ask:
    """`key`: what is typed for it is kept under this name when the line is closed half typed.
    `kind` and `note` stand in the frame, `text` in the line when it is opened, `hint` beside what
    was understood. `read`: what a text would change; it may be asked with every letter."""

    key: str
    kind: str
    read: Callable[[str], Mended]
    text: str = ""
    note: str = ""
    right: str = ""
    hint: str = ""
    said: Callable[[str], str] | None = None
    """What the status line says of it; None: what was recorded."""
    enter: Callable[[str, int], bool] | None = None
    """Does everything Enter does, with the text and the place of the cursor; True: the line may
    close. None: what was read is recorded."""
    enter_word: str = ""
    """What Enter does, for the footer; empty: save."""
    is_replaced: bool = False
    """The text is chosen when the line is opened: typing puts another one in its place."""
    stays: bool = False
    """Open for the next one afterwards."""
    may_be_empty: bool = False
    """Enter on the empty line says something as well."""
    text_now: Callable[[], str] | None = None
    """What the line would begin with if it were opened now: another text than `text` is somebody
    else's, and is not replaced unseen. None: nobody else's text is replaced."""
    takes_offers: Callable[[], bool] | None = None
    """Tab where no name is half typed: take what is offered. True if there was something."""
