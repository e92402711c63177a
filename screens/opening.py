"""Open a folder in the file manager of the desktop, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_folder(folder: Path) -> bool:
    """Ask the desktop to show it, and do not wait. False: there is no desktop to ask, as over
    SSH or in a bare console."""
    command = _command()
    if command is None:
        return False
    try:
        subprocess.Popen(  # noqa: S603 - the desktop's own opener, and a folder of ours
            [command, str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _command() -> str | None:
    if sys.platform == "win32":
        return shutil.which("explorer")
    if sys.platform == "darwin":
        return None if "SSH_CONNECTION" in os.environ else shutil.which("open")
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open")
