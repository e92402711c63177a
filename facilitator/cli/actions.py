"""`facilitator actions`: what is open across meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put, put_bytes, put_table
from facilitator.errors import NotFound
from facilitator.folding import display, words
from facilitator.i18n import current_language, ntr, tr
from facilitator.meeting.actions import owner_names
from facilitator.meeting.model import ActionStatus

if TYPE_CHECKING:
    from facilitator.register.open_actions import RegisteredAction
    from facilitator.workspace import SeriesSummary, Workspace

FORMATS = ("table", "json", "csv", "md")

_STATUSES: dict[ActionStatus, str] = {
    "needs-action": "open",
    "in-process": "in progress",
    "completed": "done",
    "cancelled": "dropped",
}


def command() -> click.Command:
    @click.command(
        "actions",
        help=tr("Action items of all series as they stand today, overdue ones first."),
        short_help=tr("List action items."),
    )
    @click.option("--open", "only_open", is_flag=True, help=tr("Only what is open."))
    @click.option("--overdue", "only_overdue", is_flag=True, help=tr("Only what is overdue today."))
    @click.option("--owner", metavar=tr("NAME"), help=tr("Only those of this person or group."))
    @click.option("--series", metavar=tr("NAME"), help=tr("Only those of this series."))
    @click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
        help=tr("How to print it."),
    )  # fmt: skip
    @everywhere()
    @pass_call
    def actions(
        call: Call,
        only_open: bool,
        only_overdue: bool,
        owner: str | None,
        series: str | None,
        form: str,
    ) -> int:
        workspace = call.workspace
        today = workspace.today()
        found = [
            action
            for summary in _summaries(workspace, series)
            for action in summary.actions
            if (not only_open or action.is_open)
            and (not only_overdue or action.is_overdue(today))
            and (owner is None or _is_owned(action, owner))
        ]
        found.sort(key=lambda action: _urgency(action, today))
        _print(found, form, today)
        overdue = sum(action.is_overdue(today) for action in found)
        narrate(
            ntr("{n} action item", "{n} action items", len(found))
            + (", " + ntr("{n} overdue", "{n} overdue", overdue) if overdue else "")
        )
        return 0

    return actions


def _summaries(workspace: Workspace, series: str | None) -> Sequence[SeriesSummary]:
    everything = workspace.series()
    for summary in everything:
        for problem in (summary.problem, *(meeting.problem for meeting in summary.meetings)):
            if problem:
                narrate(problem)
    if series is None:
        return everything
    wanted = " ".join(words(series))
    exact = [s for s in everything if series == s.slug or " ".join(words(s.series.name)) == wanted]
    fitting = exact or [
        s for s in everything if wanted and wanted in " ".join(words(s.series.name))
    ]
    if fitting:
        return fitting
    raise NotFound(
        tr(
            "No series is called '{name}'. There are: {names}.",
            name=series,
            names=", ".join(summary.series.name for summary in everything) or "–",
        )
    )


def _is_owned(action: RegisteredAction, owner: str) -> bool:
    """All words of the name stand among the words of one owner, as beginnings of words."""
    wanted = words(owner)
    return any(
        wanted and all(any(word.startswith(part) for word in words(each.name)) for part in wanted)
        for each in action.action.owners
    )


def _urgency(action: RegisteredAction, today: date) -> tuple[int, date, str]:
    """Overdue first, then by last day, then those without a day, then what is closed."""
    if not action.is_open:
        return (3, action.last or date.max, action.action.number)
    if action.is_overdue(today):
        return (0, action.last or date.max, action.action.number)
    return (1 if action.last else 2, action.last or date.max, action.action.number)


def _print(found: Sequence[RegisteredAction], form: str, today: date) -> None:
    if form == "json":
        from facilitator.exchange.json_form import action_form, actions_json

        put(
            actions_json(
                [
                    action_form(
                        each.action,
                        tag=each.tag,
                        item=each.item,
                        meeting=each.meeting,
                        last=each.last,
                    )
                    for each in found
                ]
            )
        )
        return
    headings = (
        tr("Number"), tr("What"), tr("Responsible"), tr("Until when"), tr("Last day"), tr("State"),
        tr("Series"), tr("Field of action"),
    )  # fmt: skip
    rows = [_row(each, today) for each in found]
    if form == "csv":
        from facilitator.exchange.csv_form import csv_bytes

        put_bytes(csv_bytes(headings, rows, language=current_language()))
    elif form == "md":
        put(_markdown(headings, rows))
    else:
        put_table(headings, rows)


def _row(each: RegisteredAction, today: date) -> tuple[str, ...]:
    action = each.action
    state = tr(_STATUSES[action.status])
    if each.is_overdue(today):
        days = each.days_overdue(today)
        state = ntr("overdue for {n} day", "overdue for {n} days", days)
    shown = "%d.%m.%Y" if current_language() == "de" else "%Y-%m-%d"
    return (
        action.number or each.tag,
        action.summary,
        owner_names(action.owners),
        action.due.text if action.due else "",
        each.last.strftime(shown) if each.last else "",
        state,
        action.series,
        action.field or action.group,
    )


def _markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A GFM table in which every sign of a user's text stays a sign."""
    from facilitator.minutes.escaping import in_table

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(in_table(display(cell)) for cell in cells) + " |\n"

    return line(headings) + "|" + " --- |" * len(headings) + "\n" + "".join(map(line, rows))
