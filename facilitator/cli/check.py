"""`facilitator check`: is every file whole, do tables and changes agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, device, everywhere, pass_call
from facilitator.cli.output import narrate, put_table
from facilitator.errors import Damaged, FacilitatorError
from facilitator.i18n import ntr, tr

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


def command() -> click.Command:
    @click.command(
        "check",
        help=tr(
            "Read every file of the workspace, or that of one meeting: checksums, and whether the "
            "tables follow from what happened. Changes nothing."
        ),
        short_help=tr("Check that every file is whole."),
    )
    @click.argument("meeting", metavar=tr("[MEETING]"), required=False)
    @everywhere()
    @pass_call
    def check(call: Call, meeting: str | None) -> int:
        workspace = call.workspace
        paths = _every_file(workspace) if meeting is None else _files_of(workspace, meeting)
        rows = [row for path in paths for row in _look_at(path, workspace.root)]
        if rows:
            put_table((tr("File"), tr("Finding"), tr("Text")), [row[1:] for row in rows])
        is_damaged = any(is_error for is_error, *_ in rows)
        looked_at = ntr("{n} file was looked at", "{n} files were looked at", len(paths))
        if is_damaged:
            narrate(
                f"{tr(Damaged.title)}: {looked_at}. "
                + tr(
                    "Nothing was changed. Make a copy of the workspace before you go on; opening "
                    "a meeting shows what is whole."
                )
            )
            return Damaged.exit_code
        narrate(f"{looked_at}. " + tr("Every one is whole."))
        return 0

    return check


def _every_file(workspace: Workspace) -> list[Path]:
    folder = workspace.folder
    return [
        path
        for slug in folder.series_slugs()
        for path in (folder.series_path(slug), *folder.meeting_paths(slug))
    ]


def _files_of(workspace: Workspace, meeting: str) -> list[Path]:
    reference = workspace.find(meeting)
    return [
        workspace.folder.series_path(reference.partition("/")[0]),
        workspace.path(reference),
    ]


def _look_at(path: Path, root: Path) -> list[tuple[bool, str, str, str]]:
    """Whether it is an error, then a row of the table: file, kind of finding, sentence."""
    from facilitator.store.check import check

    name = path.relative_to(root).as_posix()
    try:
        found = check(path, device())
    except FacilitatorError as error:
        return [(True, name, tr("error"), str(error))]
    kinds = {"error": tr("error"), "warning": tr("warning"), "note": tr("remark")}
    return [(each.severity == "error", name, kinds[each.severity], each.text) for each in found]
