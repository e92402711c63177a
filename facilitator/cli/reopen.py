"""`facilitator reopen`: approved minutes, or a closed meeting, may be changed again."""

from __future__ import annotations

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate
from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.meeting import changes as c


def command() -> click.Command:
    @click.command(
        "reopen",
        help=tr(
            "Open approved minutes again, to change them; they then need a new approval. Of a "
            "closed meeting that is not approved the meeting itself goes on; closed again it keeps "
            "its end unless an item ran. The reason stays on record."
        ),
        short_help=tr("Open approved minutes or a closed meeting again."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @click.option("--reason", required=True, metavar=tr("TEXT"), help=tr("Why; it is kept."))
    @everywhere()
    @pass_call
    def reopen(call: Call, meeting: str, reason: str) -> int:
        workspace = call.workspace
        live = workspace.open(workspace.find(meeting))
        title = live.meeting.title
        if not reason.strip():
            raise UsageProblem(tr("A reason is needed. Nothing was changed."))
        match live.meeting.state:
            case "approved":
                live.record(c.MinutesReopened(reason=reason.strip()))
                narrate(tr("The minutes of {title} may be changed again.", title=title))
            case "closed":
                live.record(c.MeetingReopened(reason=reason.strip()))
                narrate(tr("{title} is open again. Close it when you are done.", title=title))
            case _:
                raise UsageProblem(tr("{title} is not closed. Nothing was changed.", title=title))
        return 0

    return reopen
