"""Is a file whole? Its form, every crc, and whether the folded tables say what the changes say."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Literal

from msgspec import Struct

from facilitator.i18n import ntr, tr
from facilitator.meeting.changes import MinutesSent, SeriesFounded, Stamped
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.series import SeriesFold
from facilitator.store import rows
from facilitator.store.failures import not_read
from facilitator.store.folded import FOLD, newer_schema, newest_meta
from facilitator.store.leftovers import damaged_copies, leftovers
from facilitator.store.lines import CHANGES, META
from facilitator.store.recovery import Loaded, load

SERIES_FILE = "series.json"


class Finding(Struct, frozen=True):
    """One thing found, as a sentence. 'error': something is wrong with the data. 'warning':
    nothing is wrong yet. 'note': worth knowing."""

    severity: Literal["error", "warning", "note"]
    text: str


def check(path: Path, device: str = "") -> tuple[Finding, ...]:
    """Look at a meeting's or a series' file and what lies beside it; empty: all is well. Nothing
    is written. `device`: the four hex digits of this laptop; what another one sent need not be
    here. Raises NotFound or BadFile when it cannot be read at all."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise not_read(error, path) from error
    loaded = load(data)
    meta = loaded.tables.get(META, {})
    if newer_schema(meta):
        return (
            Finding(
                "error",
                tr(
                    "{file} was written by a newer version of facilitator and cannot be checked by"
                    " this one. Update facilitator.",
                    file=path.name,
                ),
            ),
        )
    if not loaded.tables.get(CHANGES) and not meta:
        text = tr(
            "{file} is empty or not a file of facilitator; nothing in it can be read.",
            file=path.name,
        )
        return (Finding("error", text), *_beside(path))
    return (
        *_form(path, loaded),
        *_changes(path, loaded),
        *_tables(path, loaded),
        *_sent(path, loaded, device),
        *_beside(path),
    )


def _form(path: Path, loaded: Loaded) -> list[Finding]:
    found: list[Finding] = []
    file = path.name
    if loaded.form == "broken":
        text = tr(
            "{file} is damaged. Open it: what is whole is shown, and saving keeps a copy of the"
            " damaged file.",
            file=file,
        )
        found.append(Finding("error", text))
    elif loaded.form == "other":
        text = tr(
            "{file} was rewritten by another program. That does no harm; the next save puts it into"
            " the usual form.",
            file=file,
        )
        found.append(Finding("note", text))
    if loaded.lost:
        text = ntr(
            "In {file} one row of changes cannot be read.",
            "In {file} {n} rows of changes cannot be read.",
            loaded.lost,
            file=file,
        )
        found.append(Finding("error", text))
    for name, n in Counter(name for name, _ in loaded.repaired).items():
        text = ntr(
            "In table {table} of {file} one row has a wrong bit; the next save puts it right.",
            "In table {table} of {file} {n} rows have a wrong bit each; the next save puts them"
            " right.",
            n,
            table=name,
            file=file,
        )
        found.append(Finding("error", text))
    for name, n in Counter(name for name, _ in loaded.unsealed).items():
        text = ntr(
            "In table {table} of {file} the checksum of one row is missing or wrong: it was"
            " altered outside of facilitator or is damaged.",
            "In table {table} of {file} the checksum of {n} rows is missing or wrong: they were"
            " altered outside of facilitator or are damaged.",
            n,
            table=name,
            file=file,
        )
        found.append(Finding("error", text))
    return found


def _changes(path: Path, loaded: Loaded) -> list[Finding]:
    found: list[Finding] = []
    read = _read(loaded)
    file = path.name
    if strange := read.count(None):
        text = ntr(
            "In {file} one row of the table of changes is no change. It is kept.",
            "In {file} {n} rows of the table of changes are no changes. They are kept.",
            strange,
            file=file,
        )
        found.append(Finding("error", text))
    ids = Counter(each.id for each in read if each)
    if twice := sum(n > 1 for n in ids.values()):
        text = ntr(
            "In {file} one change stands more than once; the first counts.",
            "In {file} {n} changes stand more than once; the first of each counts.",
            twice,
            file=file,
        )
        found.append(Finding("error", text))
    if unread := sum(each is not None and each.change is None for each in read):
        text = ntr(
            "{file} has one change of a newer version of facilitator. It is kept and not shown.",
            "{file} has {n} changes of a newer version of facilitator. They are kept and not"
            " shown.",
            unread,
            file=file,
        )
        found.append(Finding("note", text))
    return found


def _read(loaded: Loaded) -> list[Stamped | None]:
    found = (rows.read(raw) for raw in loaded.tables.get(CHANGES, {}).values())
    return [rows.decode(row) if row is not None else None for row in found]


def _tables(path: Path, loaded: Loaded) -> list[Finding]:
    """Fold the changes anew and compare; rows are compared by what they say, not by number."""
    changes = {each.id: each for each in reversed(_read(loaded)) if each}
    history = [changes[change_id] for change_id in sorted(changes)]
    if newest_meta(loaded.tables.get(META, {}).values()).get("fold", FOLD) != FOLD:
        text = tr(
            "The tables of {file} were made by another version of facilitator, so they were not"
            " compared with the changes.",
            file=path.name,
        )
        return [Finding("note", text)]
    is_series = path.name == SERIES_FILE or (
        bool(history) and isinstance(history[0].change, SeriesFounded)
    )
    if any(each.change is None for each in history):
        return []  # whoever understood them made tables that this program would not make
    fold = SeriesFold() if is_series else MeetingFold()
    for each in history:
        fold.apply(each)
    tables = fold.tables()
    found: list[Finding] = []
    for name, table in tables.items():
        there = Counter(map(_content, loaded.tables.get(name, {}).values()))
        meant = Counter(map(rows.canonical, table.values()))
        if differing := max((there - meant).total(), (meant - there).total()):
            text = ntr(
                "In table {table} of {file} one row does not say what the changes say. The changes"
                " count; the next save makes the table anew.",
                "In table {table} of {file} {n} rows do not say what the changes say. The changes"
                " count; the next save makes the table anew.",
                differing,
                table=name,
                file=path.name,
            )
            found.append(Finding("error", text))
    for name in loaded.tables.keys() - tables.keys() - {CHANGES, META}:
        text = tr(
            "Table {table} of {file} is not of facilitator. It is kept.",
            table=name,
            file=path.name,
        )
        found.append(Finding("note", text))
    return found


def _sent(path: Path, loaded: Loaded, device: str) -> list[Finding]:
    """The files that were sent: are they there, and are they what was sent?"""
    history = [each for each in _read(loaded) if each is not None]
    if not any(isinstance(each.change, MinutesSent) for each in history):
        return []
    meeting = MeetingFold(history).value()
    ours = {(export.file, export.digest) for export in meeting.exports}
    found: list[Finding] = []
    for sending in meeting.sendings:
        is_elsewhere = device not in ("", sending.id[-8:-4])
        for file in sending.files:
            sent = path.parent / "minutes" / file.file.replace("\\", "/").rpartition("/")[2]
            name, n = f"minutes/{sent.name}", sending.version
            try:
                digest = hashlib.sha256(sent.read_bytes()).hexdigest()
            except OSError:
                found.append(_missing(name, n, is_elsewhere=is_elsewhere and not sent.exists()))
                continue
            if digest == file.digest:
                continue
            if (file.file, digest) in ours:
                text = tr(
                    "Two laptops made a version {n} each; {file} is the other one, not that which"
                    " was sent. Keep the one that was sent under another name.",
                    file=name,
                    n=n,
                )
                found.append(Finding("warning", text))
                continue
            text = tr(
                "{file} is not what was sent as version {n} of the minutes: it was changed"
                " since. Put it back from a backup or from what was sent.",
                file=name,
                n=n,
            )
            found.append(Finding("error", text))
    return found


def _missing(name: str, version: int, *, is_elsewhere: bool) -> Finding:
    if is_elsewhere:
        text = tr(
            "{file} was sent as version {n} of the minutes on another laptop and is not here."
            " 'facilitator minutes --version {n}' makes it again, or take it from there.",
            file=name,
            n=version,
        )
        return Finding("warning", text)
    text = tr(
        "{file}, sent as version {n} of the minutes, is missing or cannot be read. Put"
        " it back from a backup or from what was sent.",
        file=name,
        n=version,
    )
    return Finding("error", text)


def _content(raw: bytes) -> bytes:
    row = rows.read(raw)
    return rows.canonical(row) if row is not None else raw


def _beside(path: Path) -> list[Finding]:
    found: list[Finding] = []
    if left := leftovers(path):
        text = tr(
            "A save of {file} was cut off once and left {names} behind. Nothing is lost; the next"
            " save removes it.",
            file=path.name,
            names=", ".join(each.name for each in left),
        )
        found.append(Finding("warning", text))
    if copies := damaged_copies(path):
        text = tr(
            "{file} was damaged once; {names} was kept. Delete it when nothing is missing.",
            file=path.name,
            names=", ".join(each.name for each in copies),
        )
        found.append(Finding("note", text))
    return found
