"""Addresses of objects. OParl demands that an id is a URL and stays the same."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote, urlsplit

from facilitator.errors import UsageProblem
from facilitator.i18n import tr

Kind = Literal["Meeting", "AgendaItem", "Location", "Organization", "Person", "Membership"]

NOWHERE = "https://facilitator.invalid/oparl"
"""Where nobody publishes: names under `.invalid` are never resolved (RFC 2606), so no client asks
somebody else's server, and two meetings never have one address."""
_SCHEMA = "https://schema.oparl.org/1.1"


class Addresses:
    """`base`: what all begin with, empty: nowhere. Raises UsageProblem for what is no URL that
    others can be formed from."""

    def __init__(self, base: str = "") -> None:
        self._base = _checked(base) if base else NOWHERE

    def of(self, kind: Kind, *names: str) -> str:
        """The address of a thing, by its id in the meeting's file, which never changes."""
        path = "/".join(quote(name, safe="", errors="replace") or "-" for name in names)
        return f"{self._base}/{kind[:1].lower()}{kind[1:]}/{path}"


def type_of(kind: Kind) -> str:
    """The value of `type`: the namespace of OParl 1.1."""
    return f"{_SCHEMA}/{kind}"


def _checked(base: str) -> str:
    is_url = False
    if base.isascii() and not any(sign.isspace() or sign in '<>"\\^`{|}' for sign in base):
        try:
            parts = urlsplit(base)
            is_url = (
                parts.scheme in ("http", "https")
                and bool(parts.hostname)
                and not (parts.query or parts.fragment or parts.username)
                and parts.port != 0
            )
        except ValueError:
            pass
    if not is_url:
        raise UsageProblem(
            tr(
                "'{url}' is no address that others can be formed from. Nothing was written. Write "
                "it like https://www.example.org/oparl.",
                url=base,
            )
        )
    return base.rstrip("/")
