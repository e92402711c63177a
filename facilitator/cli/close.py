"""`facilitator close`: end the meeting and give the numbers."""

from __future__ import annotations

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put_table
from facilitator.errors import UsageProblem
from facilitator.i18n import ntr, tr


def command() -> click.Command:
    @click.command(
        "close",
        help=tr(
            "End the running item and the meeting, and give decisions and action items the numbers "
            "of the series; prints them. Closing again numbers only what is new."
        ),
        short_help=tr("End the meeting, give the numbers."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @everywhere()
    @pass_call
    def close(call: Call, meeting: str) -> int:
        workspace = call.workspace
        live = workspace.open(workspace.find(meeting))
        if live.meeting.state == "planned":
            raise UsageProblem(
                tr(
                    "{title} has not begun, so there is nothing to close. Nothing was changed. "
                    "It begins on the live screen, or with 'facilitator record'.",
                    title=live.meeting.title,
                )
            )
        live.close()
        numbered = [entry for entry in live.meeting.entries if entry.number]
        numbered.sort(key=lambda entry: entry.number)
        put_table(
            (tr("Number"), tr("Entry"), tr("Text")),
            [(entry.number, entry.tag, entry.text) for entry in numbered],
        )
        narrate(
            tr("Closed: {title}.", title=live.meeting.title)
            + " "
            + ntr("{n} entry has a number.", "{n} entries have a number.", len(numbered))
        )
        return 0

    return close
