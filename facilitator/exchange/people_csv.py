"""Lists of people as administrations keep them: CSV of any kind, or lines of pasted text."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.errors import BadFile
from facilitator.exchange.csv_table import CsvTable, Rows, read_table, table_of
from facilitator.exchange.decoding import UNREADABLE
from facilitator.exchange.people_columns import Column, Header, find_header
from facilitator.exchange.people_guess import guess_columns
from facilitator.exchange.people_lines import read_lines
from facilitator.exchange.people_list import PeopleList, PersonRow, Problem, joined
from facilitator.exchange.people_records import Record, person_of
from facilitator.exchange.people_words import is_yes
from facilitator.i18n import tr

__all__ = ["PeopleList", "PersonRow", "read_people", "read_people_text"]


def read_people(content: bytes, name: str = "") -> PeopleList:
    """The people in a CSV file. `name` is that of the file, for messages.

    Encoding and delimiter are found out; columns are recognised by their German or English
    headers below any leading lines, without a header by what is in them. What is doubtful is in
    `problems`. Raises BadFile if the file is empty, no text, or has no column of names.
    """
    try:
        table = read_table(content)
        header = find_header(table.rows)
        if header is not None and not header.has_names:
            seen = ", ".join(column.header for column in header.columns)
            raise BadFile(
                tr(
                    "There is no column of names (found: {columns}); nobody was read in. Head one"
                    " column 'Name', or two 'Last name' and 'First name'.",
                    columns=seen,
                )
            )
        found = _people(_records(table, header), table)
        if not found.people and header is None:
            raise BadFile(
                tr("No names were found; nobody was read in. Head the column of names 'Name'.")
            )
    except BadFile as error:
        raise BadFile(f"{name}: {error}" if name else str(error)) from None
    return found


def read_people_text(text: str) -> PeopleList:
    """The people in pasted text: one a line ('Jana Müller, Caritas', 'Müller, Jana (Caritas)',
    'Jana Müller <jana@example.org>'), or rows copied from a spreadsheet. Never raises."""
    table = table_of(text)
    header = find_header(table.rows)
    is_table = (header is not None and header.has_names and len(header.columns) > 1) or (
        table.delimiter in {"\t", "|"} or (table.delimiter == ";" and "@" not in text)
    )
    if is_table and not _is_one_line_of_people(text):
        records = _records(table, header if header is not None and header.has_names else None)
    else:
        records = read_lines(enumerate(text.splitlines(), 1))
    found = _people(records, table)
    return PeopleList(people=found.people, problems=found.problems)


def _is_one_line_of_people(text: str) -> bool:
    """'Müller, Jana; Schmidt, Tom' from the address line of a mail."""
    parts = [part for part in text.strip().split(";") if part.strip()]
    return len(text.strip().splitlines()) == 1 and all("," in part for part in parts)


def _records(table: CsvTable, header: Header | None) -> Iterable[Record]:
    if header is not None and _is_one_column_with_commas(table, header):
        lines = (", ".join(filter(None, row)) for row in table.rows[header.row + 1 :])
        return read_lines(enumerate(lines, header.row + 2))
    if header is not None:
        return _by_columns(table.rows, header.columns, header.row + 1)
    if table.delimiter in {"", ","} and not any("," in cell for row in table.rows for cell in row):
        lines = (", ".join(filter(None, row)) for row in table.rows)
        return read_lines(enumerate(lines, 1))
    return _by_columns(table.rows, guess_columns(table.rows), 0)


def _is_one_column_with_commas(table: CsvTable, header: Header) -> bool:
    """'Name' above lines such as 'Müller, Jana', which nobody quoted."""
    return table.delimiter == "," and sum(map(bool, table.rows[header.row])) == 1


def _by_columns(rows: Rows, columns: tuple[Column, ...], start: int) -> Iterable[Record]:
    votes = next((column.index for column in columns if column.kind == "voting_right"), None)
    marks = {is_yes(row[votes]) for row in rows[start:] if votes is not None and votes < len(row)}
    for index, row in enumerate(rows[start:], start + 1):
        if not any(row):
            continue
        record = Record(row=index, cells={}, blank_is_no_vote=True in marks and False not in marks)
        for column in columns:
            cell = row[column.index] if column.index < len(row) else ""
            if column.kind != "group_flag":
                record.cells[column.kind] = cell
            elif cell and is_yes(cell) is not False:
                record.groups.append(column.header)
        yield record


def _people(records: Iterable[Record], table: CsvTable) -> PeopleList:
    rows: list[PersonRow] = []
    problems: list[Problem] = _problems_of(table)
    for record in records:
        person, said = person_of(record)
        problems += said
        if person is not None:
            rows.append(person)
    people, repeated = joined(rows)
    problems += repeated
    if not people:
        problems.append((0, tr("No names were found; the list of people is as it was.")))
    return PeopleList(
        people=people,
        problems=tuple(text for _, text in sorted(problems, key=lambda problem: problem[0])),
        encoding=table.encoding,
        delimiter=table.delimiter,
    )


def _problems_of(table: CsvTable) -> list[Problem]:
    problems: list[Problem] = []
    if table.has_open_quote:
        problems.append(
            (0, tr("A quotation mark is not closed; quotation marks were read as plain signs."))
        )
    spoilt = next(
        (n for n, row in enumerate(table.rows, 1) if any(UNREADABLE in cell for cell in row)), None
    )
    if spoilt is not None:
        problems.append(
            (
                spoilt,
                tr(
                    "Row {row}: some characters could not be read and show as {sign};"
                    " please check the names.",
                    row=spoilt,
                    sign=UNREADABLE,
                ),
            )
        )
    return problems
