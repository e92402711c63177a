"""One line typed at the door: two or three letters of a name, 'Krüger, Jobcenter', 'alle Caritas',
'+3 Gäste', each person also with times: 'Kern 16:50', 'Kern bis 18:20', 'Kern 16:50-18:20'; and
with a mail address for the distribution list: 'Kern, VHS, kern@vhs.example'."""

from __future__ import annotations

import re

from msgspec import Struct

_TIME = r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*(?:Uhr|h))?"
_WHOLE = re.compile(
    rf"[\s,]+(?:(?:von|ab|from)\s+)?{_TIME}\s*(?:-|–|—|bis|until|till|to)\s*{_TIME}\s*$", re.I
)
_UNTIL = re.compile(rf"[\s,]+(?:bis|until|till|to|-|–)\s*{_TIME}\s*$", re.I)
_SINCE = re.compile(rf"[\s,]+(?:(?:um|ab|von|seit|at|from|since)\s+)?{_TIME}\s*$", re.I)
_NO_TIME = re.compile(r"\d{1,2}[:.]\d{2}\b")
_GUESTS = re.compile(
    r"([+\-–]?)\s*(\d{1,9})\s*(?:(?:unbenannte|unnamed)\s+)?"
    r"((?:gäste?|gaeste|gast|guests?)\b(?:\s+(?:der|des|von|vom|aus|from|of)\s+.+)?)",
    re.I,
)
_ALL = re.compile(r"(?:alle|all)\s+(?:(?:von|vom|der|des|of|from)\s+)?(?=\S)", re.I)
_MAIL = re.compile(
    r"\s*,?\s*[<(\[]?(?:mailto:)?(?<![\w.+%'@-])([\w.+%'-]+@[\w-]+(?:\.[\w-]+)+)(?![\w@])[>)\]]?"
)
MOST_GUESTS = 9999
"""More at once is a slip."""
MOST_LETTERS = 200
"""Of a name: longer is a slip, or a text that was meant for somewhere else."""


class DoorLine(Struct, frozen=True, kw_only=True):
    """What was typed, taken apart. Of `guests`, `all_of` and `name` one is given."""

    name: str = ""
    organization: str = ""
    email: str = ""
    arrived: str = ""
    """"HH:MM", or empty."""
    left: str = ""
    all_of: str = ""
    """The organisation all of whom come, as typed."""
    guests: int | None = None
    """Unnamed ones: so many more (or fewer, below zero); all in all if `is_total`."""
    guests_text: str = ""
    is_total: bool = False
    new_name: str = ""
    """What the person is to be called ('hadd = Samir Haddad-Weiß'), or empty."""

    @property
    def has_times(self) -> bool:
        return bool(self.arrived or self.left)

    @property
    def bad_time(self) -> str:
        """What looks like a time in the name and is none ('25:00'), or empty."""
        found = _NO_TIME.search(self.name) or _NO_TIME.search(self.organization)
        return found[0] if found else ""


def read_door_line(typed: str) -> DoorLine:
    """'+3 Gäste' are three more, '-2 Gäste' two fewer, '15 Gäste' are fifteen all in all."""
    typed = " ".join(typed.split())
    if guests := _GUESTS.fullmatch(typed):
        sign, number = guests[1], int(guests[2])
        return DoorLine(
            guests=-number if sign in ("-", "–") else number,
            guests_text=guests[3],
            is_total=not sign,
        )
    old, is_renaming, new = typed.partition("=")
    if is_renaming and old.strip():
        return DoorLine(name=old.strip(), new_name=new.strip())
    typed, email = _mail(typed)
    said, arrived, left = _times(f" {typed.lstrip('+')}")
    if found := _ALL.match(said):
        return DoorLine(all_of=said[found.end() :].strip(" ,"), arrived=arrived, left=left)
    name, _, organization = said.partition(",")
    return DoorLine(
        name=name.strip(),
        organization=organization.strip(" ,"),
        email=email,
        arrived=arrived,
        left=left,
    )


def _mail(typed: str) -> tuple[str, str]:
    """The rest, and the address: it must not be taken for the name of an organisation, which
    would print it in the minutes."""
    found = _MAIL.search(typed)
    if found is None:
        return typed, ""
    return f"{typed[: found.start()]} {typed[found.end() :]}".strip(), found[1]


def _times(said: str) -> tuple[str, str, str]:
    """The rest, and from when and until when."""
    if found := _WHOLE.search(said):
        return said[: found.start()].strip(), _hhmm(found, 1), _hhmm(found, 3)
    if found := _UNTIL.search(said):
        return said[: found.start()].strip(), "", _hhmm(found, 1)
    if found := _SINCE.search(said):
        return said[: found.start()].strip(), _hhmm(found, 1), ""
    return said.strip(), "", ""


def _hhmm(found: re.Match[str], group: int) -> str:
    return f"{int(found[group]):02}:{found[group + 1]}"
