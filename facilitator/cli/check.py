"""`facilitator check`: is every file whole, do tables and changes agree."""

from __future__ import annotations

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.i18n import tr


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
        raise NotImplementedError

    return check
