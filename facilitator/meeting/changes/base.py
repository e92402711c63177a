"""What all changes share."""

from __future__ import annotations

from msgspec import Struct


class Happening(Struct, frozen=True, tag_field="type", tag=True):
    """Base of all changes."""


class Amendment(Happening, frozen=True, kw_only=True):
    """Base of the changes that replace values."""

    saw: tuple[str, ...] = ()
