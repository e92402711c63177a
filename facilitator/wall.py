"""What the wall is asked to show, told by the live screen to the projector in another process.

Not changes: which view stands on the wall is no fact of the meeting and nothing to take back. A
small file of its own in the state folder, one a meeting and workspace; what the view shows comes
from the meeting's file.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from facilitator.files import write_atomically

View = Literal[
    "follow", "item", "agreed", "read_back", "read_back_actions", "vote", "cards", "dots",
    "speakers", "round", "break", "closing", "agenda", "blank",
]  # fmt: skip
"""'follow': the view that fits what happens (the running item, a break, the closing)."""


class WallState(Struct, frozen=True, kw_only=True):
    """`subject`: id of the decision, agenda item, board or round that is shown, or empty."""

    view: View = "follow"
    subject: str = ""


class WallFile:
    """The wall of one meeting. Reading never fails; writing may raise OSError."""

    def __init__(self, state: Path, workspace: Path, reference: str) -> None:
        # "surrogateescape": the name of a folder need not be UTF-8
        name = f"{workspace.resolve()}\n{reference}".encode(errors="surrogateescape")
        self.path = state / "walls" / f"{hashlib.sha256(name).hexdigest()[:16]}.json"

    def read(self) -> WallState:
        """What was asked for last; 'follow' when nobody asked."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=WallState)
        except (OSError, msgspec.MsgspecError):
            return WallState()

    def write(self, state: WallState) -> None:
        """Raises OSError; then the wall goes on with what it was asked before."""
        if state == WallState():
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(self.path, msgspec.json.encode(state))
