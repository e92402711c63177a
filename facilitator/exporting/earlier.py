"""Versions that left the program: to be had again, and compared in words."""

from __future__ import annotations

from pathlib import Path

import msgspec

from facilitator.as_listed import as_listed
from facilitator.errors import NotFound
from facilitator.exporting.disk import digest_of
from facilitator.exporting.exporter import Exporter
from facilitator.exporting.values import Asked, edition_of, wanted_of
from facilitator.formats import Rendered
from facilitator.i18n import tr
from facilitator.meeting.minutes_life import Family, exports_of, family_of
from facilitator.meeting.model import Export
from facilitator.minutes.comparing import Difference, differences
from facilitator.minutes.document import MinutesDocument, asked_for, document
from facilitator.minutes.wanted import RESULTS, Scope, Wanted


def files_of(exporter: Exporter, version: int, family: Family = "minutes") -> tuple[Export, ...]:
    """What was written as this version, the first file first. Raises NotFound, naming those there
    are."""
    rows = exports_of(exporter.live.meeting, family)
    found = tuple(row for row in rows if row.version == version)
    if found:
        return found
    there = ", ".join(f"{n}" for n in sorted({row.version for row in rows}))
    if there:
        raise NotFound(
            tr("There is no version {n}. Nothing was changed. There are: {names}.", n=version,
               names=there)
        )  # fmt: skip
    raise NotFound(
        tr("Nothing was exported yet, so there is no version {n}. Nothing was changed.", n=version)
    )


def again(exporter: Exporter, asked: Asked, version: int) -> tuple[Rendered, ...]:
    """A document of an earlier version: its file as it was written, if that is there unchanged;
    else made of the meeting as it then was."""
    rows = files_of(exporter, version, family_of(asked.wanted.kind, asked.format))
    own = [row for row in rows if (row.format, wanted_of(row)) == (asked.format, asked.wanted)]
    kept = [_kept(exporter, asked, row) for row in own]
    if own and all(each is not None for each in kept):
        return tuple(each for each in kept if each is not None)
    row = own[0] if own else rows[0]
    made = exporter.render(asked, edition_of(row), exporter.live.moment(row.id))
    digests = {each.digest for each in own}
    return tuple(_told(file, version) if own and digest_of(file.content) not in digests else file
                 for file in made)  # fmt: skip


def _told(file: Rendered, version: int) -> Rendered:
    """What was written cannot be had again to the byte: that is said, never passed over."""
    remark = tr(
        "The file of version {n} is not there any more as it was written. This one was made anew"
        " of the meeting as it then was and is not the same in every sign: words, templates, what"
        " was open in the series, or the program have changed since.",
        n=version,
    )
    return msgspec.structs.replace(file, remarks=(*file.remarks, remark))


def _kept(exporter: Exporter, asked: Asked, row: Export) -> Rendered | None:
    path = exporter.path_of(row)
    try:
        content = path.read_bytes()
    except OSError:
        return None
    if digest_of(content) != row.digest:
        return None
    stem = exporter.path(asked, row.version, "").name
    ending = path.name.removeprefix(stem) if path.name.startswith(stem) else Path(path).suffix
    return Rendered(ending=ending, content=content)


def said_then(exporter: Exporter, version: int, wanted: Wanted = RESULTS) -> MinutesDocument:
    """What the minutes said as this version, as far as this scope may know; 0: what they say
    now."""
    from facilitator.minutes.paper.asked import function_words, words_for

    meeting = exporter.live.meeting
    if version:
        meeting = exporter.live.moment(files_of(exporter, version)[0].id).meeting
    if wanted.scope == "all":
        return document(as_listed(meeting))
    return asked_for(meeting, wanted, function_words(words_for(meeting, wanted, None)))


def compared(
    exporter: Exporter, before: int, after: int = 0, scope: Scope = "all"
) -> tuple[Difference, ...]:
    """What a later version (0: what the minutes say now) says otherwise than an earlier one, in
    the part of the meeting that this scope may know."""
    wanted = Wanted(scope=scope)
    return differences(said_then(exporter, before, wanted), said_then(exporter, after, wanted))
