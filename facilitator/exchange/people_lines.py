"""Plain lists of people, one a line, as they stand in mails and minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from facilitator.exchange.csv_table import clean
from facilitator.exchange.people_columns import Kind, kind_of_header
from facilitator.exchange.people_guess import is_single_surname
from facilitator.exchange.people_names import (
    DEGREE,
    is_title,
    looks_like_given_name,
    looks_like_organization,
)
from facilitator.exchange.people_records import Record
from facilitator.exchange.people_words import is_reply
from facilitator.folding import words

_MARKER = re.compile(
    r"^(?:[-*•–—·▪◦●○>+]\s*|\[[ xX]?\]\s*|\(?\d{1,4}\s*[.)]\s*|\d{1,4}\s+(?=[^\W\d]))+"
)
_MAIL = re.compile(r"[<(\[]?\s*(?:mailto:)?([\w.+%'-]+@[\w-]+(?:\.[\w-]+)+)\s*[>)\]]?")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_BETWEEN_PARTS = re.compile(r"\s*[,;|\t]\s*|\s+[-–—]+\s+|\s*:\s+")
_BETWEEN_RECIPIENTS = re.compile(r"(?<=>)\s*[,;]\s*|\s*;\s*")
_HEADING = re.compile(r"^([^:,;@]{3,40}):\s*(.*)$")
_LIST_TITLE = re.compile(
    r"(?i)^(?:teilnehm\w*|anwesenheits|einladungs|adress|gäste|mitglieder|verteiler)-?liste\b|^verteiler\b"
)


def read_lines(lines: Iterable[tuple[int, str]]) -> Iterator[Record]:
    """One record a line. A heading ('Entschuldigt:', 'Gäste:') holds for the lines below it."""
    below: dict[Kind, str] = {}
    for row, line in lines:
        for part in _recipients(clean(line.replace("\t", " ; "))):
            text = _MARKER.sub("", part).strip(" ,;")
            if not text or _LIST_TITLE.match(text):
                continue
            heading = _HEADING.match(text)
            if heading is not None and (said := _heading(heading[1])) is not None:
                below = said
                for name in _names_behind(heading[2]):
                    yield _record(row, name, below)
            elif said := _heading(text) if kind_of_header(text) else None:
                below = said
            elif kind_of_header(text) not in {"weak_name", "name"}:
                yield _record(row, text, below)


def _recipients(line: str) -> list[str]:
    """A line of addresses from a mail program has several people."""
    parts = [part for part in _BETWEEN_RECIPIENTS.split(line) if part.strip()]
    if len(parts) > 1 and all("@" in part or "," in part for part in parts):
        return parts
    return [line]


def _heading(text: str) -> dict[Kind, str] | None:
    """What a heading says about the people below it; None if it is no heading."""
    kind = kind_of_header(text)
    if kind == "guest":
        return {"guest": "ja"}
    if kind == "remote":
        return {"remote": "ja"}
    if kind == "declined" or is_reply(text):
        return {"status": text}
    if kind in {"weak_name", "name", "status"} or words(text)[:1] in {("anwesende",)}:
        return {}
    return None


def _names_behind(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if all(len(part.split()) > 1 and not looks_like_organization(part) for part in parts):
        return parts
    return [text]


def _record(row: int, text: str, below: dict[Kind, str]) -> Record:
    record = Record(row=row, cells=dict(below))
    cells = record.cells
    if (mail := _MAIL.search(text)) is not None:
        cells["email"] = mail[1]
        text = (text[: mail.start()] + text[mail.end() :]).strip(" ,;")
    remarks = [found.strip() for found in _BRACKETS.findall(text)]
    parts = [part for part in _BETWEEN_PARTS.split(_BRACKETS.sub("", text)) if part]
    name, *others = parts or [""]
    if others and is_single_surname(name) and looks_like_given_name(others[0]):
        name = f"{name}, {others.pop(0)}"
    rest: list[str] = []
    for part in (*others, *(piece for remark in remarks for piece in remark.split(","))):
        _sort_in(part.strip(), record, rest)
    degrees = [part for part in rest if DEGREE.match(part)]
    titles = [part for part in rest if is_title(part) and part not in degrees]
    rest = [part for part in rest if part not in titles and part not in degrees]
    if len(rest) > 1 and looks_like_organization(rest[1]) and not looks_like_organization(rest[0]):
        rest[:2] = rest[1::-1]
    cells["name"] = ", ".join([name, *titles, *degrees])
    cells["organization"] = rest[0] if rest else ""
    cells["role"] = ", ".join(rest[1:])
    return record


def _sort_in(part: str, record: Record, rest: list[str]) -> None:
    if is_reply(part):
        record.cells["status"] = part
    elif part[:3] == "AG " or words(part)[:1] == ("arbeitsgruppe",):
        record.groups.append(part)
    elif part:
        rest.append(part)
