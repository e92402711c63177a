"""The people read from a list: the values, and how rows about one person become one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from facilitator.exchange.people_names import split_title
from facilitator.exchange.people_words import ExpectedStatus
from facilitator.folding import fold
from facilitator.i18n import tr


class PersonRow(Struct, frozen=True, kw_only=True):
    """One person of a list. `name` as printed ('Dr. Petra Weiß'); `organization` a name, not an
    id; `row` as a spreadsheet or a text counts, from 1."""

    name: str
    organization: str = ""
    role: str = ""
    email: str = ""
    guest: bool = False
    status: ExpectedStatus = "expected"
    represented_by: str = ""
    groups: tuple[str, ...] = ()
    remote: bool = False
    voting_right: bool = True
    consent: bool | None = None
    """To be named in open data; None: the list does not say."""
    row: int


class PeopleList(Struct, frozen=True, kw_only=True):
    """`problems` are sentences for people, in the language of the screen, in the order of the
    rows. `encoding` and `delimiter` are empty for pasted text."""

    people: tuple[PersonRow, ...] = ()
    problems: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""


Problem = tuple[int, str]
"""Row and sentence."""


def joined(rows: Iterable[PersonRow]) -> tuple[tuple[PersonRow, ...], list[Problem]]:
    """One value a person: a repeated row (same name and organisation, no other address) goes into
    the first. Namesakes of different organisations stay apart. Both are reported where the list
    leaves a doubt."""
    people: list[PersonRow] = []
    problems: list[Problem] = []
    known: dict[str, dict[str, dict[str, int]]] = {}  # name -> organisation -> address -> place
    for row in rows:
        organizations = known.setdefault(fold(split_title(row.name)[1]), {})
        organization, address = fold(row.organization), row.email.casefold()
        addresses = organizations.setdefault(organization, {})
        same = _same(addresses, address)
        if same is not None:
            text = _repeated(row, people[same])
            people[same] = _merged(people[same], row)
            if address and addresses.pop("", None) is not None:
                addresses[address] = same
            problems.append((row.row, text))
            continue
        others = addresses or organizations.get("") or next(iter(organizations.values()))
        if others and (addresses or not organization or organizations.get("")):
            first = people[next(iter(others.values()))]
            problems.append((row.row, _doubtful(row, first)))
        addresses[address] = len(people)
        people.append(row)
    return tuple(people), problems


def _same(addresses: dict[str, int], address: str) -> int | None:
    """The place of the person with this address, or without any to tell them apart."""
    if address in addresses:
        return addresses[address]
    if address:
        return addresses.get("")
    return next(iter(addresses.values()), None)


def _merged(first: PersonRow, again: PersonRow) -> PersonRow:
    return msgspec.structs.replace(
        first,
        role=first.role or again.role,
        email=first.email or again.email,
        guest=first.guest or again.guest,
        status=first.status if first.status != "expected" else again.status,
        represented_by=first.represented_by or again.represented_by,
        groups=tuple(dict.fromkeys((*first.groups, *again.groups))),
        remote=first.remote or again.remote,
        voting_right=first.voting_right and again.voting_right,
        consent=again.consent if first.consent is None else first.consent and again.consent,
    )


def _repeated(row: PersonRow, first: PersonRow) -> str:
    return tr(
        "Row {row}: {name} stands in row {first} already; the two rows were joined.",
        row=row.row,
        name=described(row),
        first=first.row,
    )


def _doubtful(row: PersonRow, first: PersonRow) -> str:
    if fold(row.organization) == fold(first.organization):
        return tr(
            "Row {row}: {name} stands in row {first} with another address; both were kept.",
            row=row.row,
            name=described(row),
            first=first.row,
        )
    return tr(
        "Row {row}: {name} may be the same person as in row {first}; both were kept.",
        row=row.row,
        name=described(row),
        first=first.row,
    )


def described(row: PersonRow) -> str:
    return f"{row.name} ({row.organization})" if row.organization else row.name
