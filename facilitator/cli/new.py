"""`facilitator new`: plan a meeting, with agenda and people from files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put
from facilitator.cli.values import read_day, read_file, read_time
from facilitator.i18n import current_language, ntr, tr

if TYPE_CHECKING:
    from facilitator.exchange.agenda_text import AgendaLine
    from facilitator.exchange.people_list import PeopleList
    from facilitator.workspace import Workspace


def command() -> click.Command:
    from facilitator.meeting.model import MEETING_KINDS

    @click.command(
        "new",
        help=tr(
            "Plan a meeting. The series is made if it is new; its members, groups and fields come "
            "along. Prints the name of the meeting for the other commands."
        ),
        short_help=tr("Plan a meeting."),
    )
    @click.argument("title", metavar=tr("TITLE"))
    @click.option(
        "--series", required=True, metavar=tr("NAME"), help=tr("The body that meets again.")
    )
    @click.option("--date", "day", metavar=tr("YYYY-MM-DD"), help=tr("The day."))
    @click.option("--start", metavar=tr("HH:MM"), help=tr("When it begins."))
    @click.option("--end", metavar=tr("HH:MM"), help=tr("When it is to end."))
    @click.option(
        "--hard-end",
        metavar=tr("HH:MM"),
        help=tr("When it must be over: the room or the bus waits no longer."),
    )
    @click.option("--place", default="", metavar=tr("TEXT"), help=tr("Where it is held."))
    @click.option(
        "--kind",
        type=click.Choice(MEETING_KINDS),
        help=tr("What kind of meeting it is. Default: as the series; a new one: workshop."),
    )
    @click.option(
        "--agenda",
        type=click.Path(path_type=Path),
        metavar=tr("FILE"),
        help=tr("Text file with the agenda, as it stands in an invitation."),
    )
    @click.option(
        "--people",
        type=click.Path(path_type=Path),
        metavar=tr("FILE"),
        help=tr("CSV file with the people invited."),
    )
    @everywhere()
    @pass_call
    def new(
        call: Call,
        title: str,
        series: str,
        day: str | None,
        start: str | None,
        end: str | None,
        hard_end: str | None,
        place: str,
        kind: str | None,
        agenda: Path | None,
        people: Path | None,
    ) -> int:
        when = read_day(day) if day is not None else None
        begins, ends, over = (
            read_time(time) if time is not None else "" for time in (start, end, hard_end)
        )
        lines = _agenda(agenda)
        invited = _people(people)
        workspace = call.workspace
        chosen = next((each for each in MEETING_KINDS if each == kind), None)
        slug = workspace.series_called(series) or workspace.found_series(
            series, language=current_language(), kind=chosen or "workshop"
        )
        reference = workspace.plan_meeting(
            slug,
            title,
            kind=chosen,
            day=when,
            start=begins,
            end=ends,
            hard_end=over,
            place=place,
        )
        counts = fill(workspace, reference, lines, invited)
        put(reference + "\n")
        narrate(tr("Planned: {what}.", what=counts))
        return 0

    return new


def fill(
    workspace: Workspace,
    reference: str,
    lines: Sequence[AgendaLine],
    invited: PeopleList | None,
) -> str:
    """Put people and agenda into a planned meeting; with it the items such a meeting always has.
    Returns the counts in words."""
    from facilitator.planning import (
        agenda_changes,
        deferred_items,
        people_changes,
        standing_items,
    )

    live = workspace.open(reference)
    meeting = live.meeting
    if invited is not None:
        live.record(*people_changes(invited, meeting))
    earlier = [m for m in workspace.summary(reference.partition("/")[0]).meetings
               if m.reference != reference]  # fmt: skip
    standing = standing_items(
        meeting.kind,
        has_open_actions=bool(live.open_actions()),
        has_earlier_meeting=bool(earlier),
        language=meeting.language,
    )
    last = next((m.meeting for m in earlier if m.meeting and m.meeting.agenda_items), None)
    standing = (*standing, *deferred_items(last))
    live.record(*agenda_changes(lines, live.meeting, standing=standing))
    meeting = live.meeting
    items = sum(item.is_business for item in meeting.agenda_items)
    return ", ".join(
        (
            meeting.title,
            ntr("{n} agenda item", "{n} agenda items", items),
            ntr("{n} person", "{n} people", len(meeting.people)),
        )
    )


def _agenda(path: Path | None) -> Sequence[AgendaLine]:
    if path is None:
        return ()
    from facilitator.errors import BadFile
    from facilitator.exchange.agenda_text import read_agenda
    from facilitator.exchange.decoding import decode

    try:
        text, _ = decode(read_file(path))
    except BadFile as error:
        raise BadFile(_named(path, error)) from None
    lines = read_agenda(text)
    if not lines:
        raise BadFile(tr("{path}: no agenda item was found; nothing was made.", path=path))
    return lines


def _people(path: Path | None) -> PeopleList | None:
    if path is None:
        return None
    from facilitator.exchange.people_csv import read_people

    found = read_people(read_file(path), path.name)
    for problem in found.problems:
        narrate(problem)
    return found


def _named(path: Path, error: Exception) -> str:
    text = str(error)
    return text if str(path) in text else f"{path.name}: {text}"
