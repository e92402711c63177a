"""`facilitator import`: a meeting from another workspace."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put
from facilitator.i18n import tr


def command() -> click.Command:
    @click.command(
        "import",
        help=tr(
            "Take in a meeting from another workspace, whole: agenda, people, entries, its history "
            "with undo. FILE is a JSON that 'facilitator minutes --format json' wrote, or the "
            "meeting's own file. A meeting that is here already gets what was added to it "
            "elsewhere and loses nothing. Prints the name of the meeting for the other commands."
        ),
        short_help=tr("Take in a meeting from another workspace."),
    )
    @click.argument("file", metavar=tr("FILE"), type=click.Path(path_type=Path))
    @click.option(
        "--series", default="", metavar=tr("NAME"),
        help=tr("Into this series, made if it is new. Default: the one it comes from."),
    )  # fmt: skip
    @everywhere()
    @pass_call
    def take_in(call: Call, file: Path, series: str) -> int:
        from facilitator.importing import import_meeting

        done = import_meeting(call.workspace, file.expanduser(), series=series)
        put(done.reference + "\n")
        narrate(done.message)
        for remark in done.remarks:
            narrate(remark)
        return 0

    return take_in
