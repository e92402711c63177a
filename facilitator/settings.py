"""Where the program keeps its own things, and the few choices a person makes once.

Workspace: `--workspace`, else FACILITATOR_WORKSPACE, else the platform's data folder. State
(half-typed lines, the device's id, settings): FACILITATOR_STATE, else the platform's state folder.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from facilitator.files import write_atomically

ThemeName = Literal["dark", "light", "contrast"]


class Settings(Struct, frozen=True, kw_only=True):
    """Kept in `settings.json` of the state folder. An unreadable file counts as empty."""

    theme: ThemeName = "dark"
    language: str = ""
    """'de', 'en' or empty: as the locale says."""
    time_zone: str = "Europe/Berlin"
    """Of the clock times in exported calendars and of planned times in OParl; a name of the IANA
    time zone database."""
    oparl_base: str = ""
    """What the addresses of OParl objects begin with, where a town publishes them."""
    formats: tuple[str, ...] = ("md",)
    """What was exported last from the minutes desk: codes of formats."""
    sound: bool = False
    """The terminal's bell when the time of an item or a break is over."""


def default_workspace() -> Path:
    if given := os.environ.get("FACILITATOR_WORKSPACE"):
        return Path(given).expanduser()
    from platformdirs import user_data_path

    return user_data_path("facilitator", appauthor=False)


def state_folder() -> Path:
    """Made on first use, for its owner only."""
    if given := os.environ.get("FACILITATOR_STATE"):
        folder = Path(given).expanduser()
    else:
        from platformdirs import user_state_path

        folder = user_state_path("facilitator", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def load_settings() -> Settings:
    try:
        return msgspec.json.decode((state_folder() / "settings.json").read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError):
        return Settings()


def save_settings(settings: Settings) -> None:
    """Raises OSError when it cannot be written; nothing of a meeting depends on it."""
    write_atomically(state_folder() / "settings.json", msgspec.json.encode(settings) + b"\n")
