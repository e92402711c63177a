"""The editor of the person ($VISUAL, $EDITOR): started, waited for, its text read back."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.errors import FacilitatorError
from facilitator.exchange.decoding import decode
from facilitator.i18n import tr
from screens.widgets.bar import clean


def editor_command() -> list[str] | None:
    """What $VISUAL or $EDITOR says, in words; None: neither says anything."""
    for name in ("VISUAL", "EDITOR"):
        said = os.environ.get(name, "").strip()
        if said:
            try:
                return shlex.split(said, posix=os.name != "nt")
            except ValueError:
                return [said]
    return None


def edit(command: list[str], path: Path) -> str:
    """Run the editor on the file; what went wrong, for people, or empty."""
    try:
        with _deaf_to_ctrl_c():
            done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - their own
    except FileNotFoundError:
        return tr(
            "There is no editor {editor} here (VISUAL, EDITOR). The text is as it was.",
            editor=command[0],
        )
    except OSError as error:
        reason = error.strerror or str(error)
        return tr(
            "The editor {editor} could not be started: {reason}. The text is as it was.",
            editor=command[0],
            reason=reason,
        )
    if done.returncode:
        return tr(
            "The editor {editor} ended with an error ({code}); what it had saved was taken.",
            editor=command[0],
            code=done.returncode,
        )
    return ""


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Ctrl+C and Ctrl+\\ in the editor are the editor's, as they are with every program that opens
    one. Not ignored but unheard: what is ignored, the editor would inherit."""
    names = ("SIGINT", "SIGQUIT")
    numbers = [number for name in names if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def read_back(path: Path) -> str | None:
    """The text as the editor left it, in whatever encoding it writes; None: there is none."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    try:
        text, _ = decode(raw)
    except FacilitatorError:  # empty, or like no text file; it is theirs all the same
        text = raw.decode("utf-8", errors="replace")
    return clean(text).strip()


def terminal_is_gone() -> bool:
    """Whether the window was closed while the editor had it: nothing can be shown any more."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        return False
    import termios

    try:
        termios.tcgetattr(sys.__stdin__.fileno())
    except (termios.error, OSError, ValueError):
        return True
    return False
