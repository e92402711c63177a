"""The half-typed line and the lines put aside, kept across a restart. Not changes: a file of its
own in the state folder, one a meeting and workspace, written 0.3 s after the last key."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from facilitator.files import write_atomically


class Draft(Struct, frozen=True, kw_only=True):
    """`line` as it stood in the bar; `aside`: lines put aside, the newest last; `at`: at the
    minutes desk, by what each of them is about."""

    line: str = ""
    aside: tuple[str, ...] = ()
    at: dict[str, str] = {}


class DraftFile:
    """The draft of one meeting. Reading never fails; writing may raise OSError."""

    def __init__(self, state: Path, workspace: Path, reference: str) -> None:
        # "surrogateescape": the name of a folder need not be UTF-8
        name = f"{workspace.resolve()}\n{reference}".encode(errors="surrogateescape")
        self.path = state / "drafts" / f"{hashlib.sha256(name).hexdigest()[:16]}.json"

    def read(self) -> Draft:
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=Draft)
        except (OSError, msgspec.MsgspecError):
            return Draft()

    def write(self, draft: Draft) -> None:
        if draft == Draft():
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        whole = Draft(
            line=_whole(draft.line),
            aside=tuple(map(_whole, draft.aside)),
            at={key: _whole(text) for key, text in draft.at.items()},
        )
        write_atomically(self.path, msgspec.json.encode(whole))


def _whole(text: str) -> str:
    """Half a character, as some terminals send, cannot be written."""
    return text.encode(errors="replace").decode()
