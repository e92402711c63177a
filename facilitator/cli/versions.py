"""`facilitator versions`: what left the house, when, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put_table
from facilitator.i18n import tr
from facilitator.meeting.minutes_life import family_of, sendings_of
from facilitator.meeting.model import Export, Meeting

if TYPE_CHECKING:
    from facilitator.exporting.kept import KeptVersion


def command() -> click.Command:
    @click.command(
        "versions",
        help=tr(
            "The versions of a meeting's documents: day, formats, whether sent or approved, and "
            "the reason. 'facilitator minutes' shows one again (--version) or compares (--compare)."
        ),
        short_help=tr("List the versions of the minutes."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @everywhere()
    @pass_call
    def versions(call: Call, meeting: str) -> int:
        from facilitator.exporting import exporter_for
        from facilitator.exporting.kept import kept_versions
        from facilitator.life_words import life_words

        workspace = call.workspace
        live = workspace.open(workspace.find(meeting))
        found = live.meeting
        put_table(
            (tr("Version"), tr("Day"), tr("Document"), tr("Formats"), tr("State"), tr("Reason")),
            _rows(found),
        )
        exporter = exporter_for(workspace, live)
        narrate(f"{found.title}: {life_words(exporter.life())}")
        for version in kept_versions(exporter)[::-1]:
            for line in _what_is_wrong(version):
                narrate(line)
        return 0

    return versions


def _what_is_wrong(version: KeptVersion) -> Iterator[str]:
    """Of the files on disk, and what this program cannot read."""
    n = version.number
    if version.is_of_newer:
        yield tr(
            "Version {n} is a document of a newer program; update facilitator to read it.", n=n
        )
    if version.gone:
        yield tr(
            "Version {n}: its file is gone ({formats}). 'facilitator minutes --version {n}' makes "
            "it anew.",
            n=n,
            formats=", ".join(version.gone),
        )
    if version.altered:
        yield tr(
            "Version {n}: its file was altered since it was written ({formats}). 'facilitator "
            "minutes --version {n}' makes it as it was.",
            n=n,
            formats=", ".join(version.altered),
        )


def _rows(meeting: Meeting) -> list[tuple[str, ...]]:
    """One row for each version of each document."""
    together: dict[tuple[object, ...], list[Export]] = {}
    for export in meeting.exports:
        family = "json" if export.format == "json" else export.kind
        key = family, export.version, export.scope, export.items, export.with_names, export.language
        together.setdefault(key, []).append(export)
    return [
        (
            f"v{files[0].version}",
            f"{files[0].issued:%Y-%m-%d}",
            _document(files[0]),
            ", ".join(dict.fromkeys(file.format for file in files)),
            _state(files, meeting),
            files[0].reason,
        )
        for files in together.values()
    ]


def _document(export: Export) -> str:
    parts = [export.kind.replace("_", "-"), *export.items, export.language]
    parts += [export.scope] if export.scope != "all" else []
    return " ".join(part for part in parts if part)


def _state(files: list[Export], meeting: Meeting) -> str:
    """Of this document: another of the same version may have been sent alone. Only the minutes are
    sent and approved: neither the invitation nor the time line, which count their versions apart.
    """
    export, own = files[0], {file.file for file in files}
    if family_of(export.kind, export.format) != "minutes":
        return "–"
    said = []
    if any(
        sending.version == export.version
        and (not sending.files or any(each.file in own for each in sending.files))
        for sending in sendings_of(meeting)
    ):
        said.append(tr("sent"))
    approval = meeting.approval
    if export.status == "approved" or (approval and approval.version == export.version):
        said.append(tr("approved"))
    return ", ".join(said) or tr("draft")
