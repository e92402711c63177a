"""What the columns of a table without a header row hold, guessed from their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from facilitator.exchange.csv_table import Rows
from facilitator.exchange.people_columns import Column, Kind
from facilitator.exchange.people_names import (
    is_salutation,
    is_title,
    looks_like_given_name,
    split_title,
)
from facilitator.exchange.people_words import is_reply

_SAMPLE = 200
_NO_WORD = re.compile(r"[\d\s+/().,:#_-]*")

_BY_CONTENT: tuple[tuple[Kind | None, Callable[[str], bool]], ...] = (
    (None, lambda cell: _NO_WORD.fullmatch(cell) is not None),  # running and telephone numbers
    ("email", lambda cell: "@" in cell),
    ("salutation", is_salutation),
    ("title", is_title),
    ("status", is_reply),
)
_IN_ORDER: tuple[Kind, ...] = ("name", "organization", "role")


def guess_columns(rows: Rows) -> tuple[Column, ...]:
    """Columns with addresses, salutations, titles, replies by their content, the others in the
    order name, organisation, function. Two columns of single words are last and first name."""
    sample = [row for row in rows if any(row)][:_SAMPLE]
    columns: list[Column] = []
    plain: list[tuple[int, Sequence[str]]] = []
    for index in range(max(map(len, sample), default=0)):
        cells = [row[index] for row in sample if index < len(row) and row[index]]
        for kind, fits in _BY_CONTENT:
            if _mostly(cells, fits):
                columns += [Column(index, kind, "")] if kind is not None else []
                break
        else:
            plain.append((index, cells))
    if len(plain) > 1 and is_last_and_first(plain[0][1], plain[1][1]):
        columns += [Column(plain[0][0], "last_name", ""), Column(plain[1][0], "first_name", "")]
        named: tuple[Kind, ...] = _IN_ORDER[1:]
        plain = plain[2:]
    else:
        named = _IN_ORDER
    columns += [Column(index, kind, "") for (index, _), kind in zip(plain, named, strict=False)]
    return tuple(columns)


def is_last_and_first(one: Sequence[str], other: Sequence[str]) -> bool:
    """'Müller' in one column and 'Jana' in the other, for most rows. A second column in which
    words come back again and again holds organisations."""
    if not one or not other or (len(other) > 5 and len(set(other)) < 0.5 * len(other)):
        return False
    return _mostly(one, is_single_surname) and _mostly(other, looks_like_given_name)


def is_single_surname(text: str) -> bool:
    """'Müller', 'Dr. Weiß', 'von der Heide': one capitalised word, particles aside."""
    capitalised = [part for part in split_title(text)[1].split() if part[:1].isupper()]
    return len(capitalised) == 1 and split_title(text)[1].split()[-1] == capitalised[0]


def _mostly(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= 0.8 * len(cells)
