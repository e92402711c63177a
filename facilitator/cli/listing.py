"""`facilitator list`: series and their meetings."""

from __future__ import annotations

import json

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put, put_table
from facilitator.i18n import tr
from facilitator.meeting.model import MeetingState

_STATES: dict[MeetingState, str] = {
    "planned": "planned",
    "running": "running",
    "closed": "closed",
    "approved": "approved",
}


def command() -> click.Command:
    @click.command(
        "list",
        help=tr("Series and their meetings, the newest first."),
        short_help=tr("List series and meetings."),
    )
    @click.option(
        "--format", "form", type=click.Choice(("table", "json")), default="table",
        show_default=True, help=tr("How to print it."),
    )  # fmt: skip
    @everywhere()
    @pass_call
    def list_meetings(call: Call, form: str) -> int:
        rows: list[dict[str, str | bool | None]] = []
        states: list[str] = []
        for summary in call.workspace.series():
            if summary.problem:
                narrate(f"{summary.slug}: {summary.problem}")
            for found in summary.meetings:
                if found.problem:
                    narrate(f"{found.reference}: {found.problem}")
                meeting = found.meeting
                states.append(tr(_STATES[meeting.state]) if meeting else tr("unreadable"))
                rows.append(
                    {
                        "meeting": found.reference,
                        "series": summary.series.name,
                        "title": meeting.title if meeting else None,
                        "kind": meeting.kind if meeting else None,
                        "date": f"{meeting.day:%Y-%m-%d}" if meeting and meeting.day else None,
                        "start": (meeting.start or None) if meeting else None,
                        "state": meeting.state if meeting else None,
                        "readable": meeting is not None,
                    }
                )
        if form == "json":
            put(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
            return 0
        put_table(
            (tr("Meeting"), tr("Series"), tr("Title"), tr("Day"), tr("Start"), tr("State")),
            [
                (
                    str(row["meeting"]),
                    str(row["series"]),
                    str(row["title"] or ""),
                    str(row["date"] or ""),
                    str(row["start"] or ""),
                    state,
                )
                for row, state in zip(rows, states, strict=True)
            ],
        )
        if not rows:
            narrate(
                tr(
                    "No meeting in {folder} yet. 'facilitator new' plans one, 'facilitator demo' "
                    "shows what it looks like.",
                    folder=call.workspace.root,
                )
            )
        return 0

    return list_meetings
