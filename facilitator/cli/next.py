"""`facilitator next`: plan the meeting after this one, with what it takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put
from facilitator.cli.values import read_day, read_time
from facilitator.errors import UsageProblem
from facilitator.i18n import current_language, ntr, tr

if TYPE_CHECKING:
    from facilitator.planning.next_meeting import CarriedKind, NextMeetingPlan


def command() -> click.Command:
    @click.command(
        "next",
        help=tr(
            "Plan the meeting after this one: its day, time and place as spoken; people, officers "
            "and rules come along, and what was put off, is still open or was objected to. Prints "
            "the name of the new meeting; called again, that of the one that is there."
        ),
        short_help=tr("Plan the next meeting from this one."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @click.option("--date", "day", metavar=tr("YYYY-MM-DD"), help=tr("The day."))
    @click.option("--start", metavar=tr("HH:MM"), help=tr("When it begins."))
    @click.option("--end", metavar=tr("HH:MM"), help=tr("When it is to end."))
    @click.option("--place", metavar=tr("TEXT"), help=tr("Where it is held."))
    @click.option("--title", metavar=tr("TEXT"), help=tr("What it is called."))
    @everywhere()
    @pass_call
    def plan_next_meeting(
        call: Call, meeting: str, day: str | None, start: str | None, end: str | None,
        place: str | None, title: str | None,
    ) -> int:  # fmt: skip
        from facilitator.following import next_plan, plan_next, planned_after

        workspace = call.workspace
        reference = workspace.find(meeting)
        there = planned_after(workspace, workspace.open(reference))
        if there:
            plan_next(workspace, reference)
            put(there + "\n")
            narrate(tr("It was planned before. Nothing was made."))
            return 0
        plan = next_plan(workspace, reference)
        if start is not None:
            plan = replace(plan, start=read_time(start), end="")
        plan = replace(
            plan,
            day=read_day(day) if day is not None else plan.day,
            end=read_time(end) if end is not None else plan.end,
            place=place if place is not None else plan.place,
            title=title if title is not None else plan.title,
        )
        if plan.day is None:
            raise UsageProblem(_no_day(plan))
        made = plan_next(workspace, reference, plan)
        put(made + "\n")
        narrate(told_plan(plan))
        return 0

    return plan_next_meeting


def _no_day(plan: NextMeetingPlan) -> str:
    if plan.proposed is not None:
        from facilitator.capture.due import show_day

        return tr(
            "'{spoken}' names no day. {day} would follow from it: plan it with --date {date}, or"
            " give another day. Nothing was made.",
            spoken=plan.spoken,
            day=show_day(plan.proposed, current_language()),
            date=plan.proposed.isoformat(),
        )
    if plan.spoken:
        return tr(
            "No day follows from '{spoken}'. Nothing was made. Give it with --date.",
            spoken=plan.spoken,
        )
    return tr("Nobody said when the next meeting is. Nothing was made. Give the day with --date.")


def told_plan(plan: NextMeetingPlan) -> str:
    """What was planned and carried, in sentences of one line each."""
    from facilitator.capture.due import show_day
    from facilitator.planning.next_meeting import CARRIED_KINDS

    when = ", ".join(
        filter(
            None,
            (
                plan.title,
                show_day(plan.day, current_language(), weekday=False) if plan.day else "",
                plan.start,
                plan.place,
            ),
        )
    )
    lines = [tr("Planned: {what}.", what=when)]
    said = [_counted(kind, n) for kind in CARRIED_KINDS if (n := len(plan.of(kind)))]
    if plan.pending:
        said.append(ntr("approval of the minutes", "approval of {n} minutes", len(plan.pending)))
    if plan.has_open_actions:
        said.append(tr("review of open action items"))
    if said:
        lines.append(tr("Carried: {what}.", what=", ".join(said)))
    lines += ["  " + f"{each.tag} {each.title}".strip() for each in plan.carried]
    return "\n".join(lines)


def _counted(kind: CarriedKind, n: int) -> str:
    match kind:
        case "deferred":
            return ntr("{n} deferred item", "{n} deferred items", n)
        case "not_reached":
            return ntr("{n} item not reached", "{n} items not reached", n)
        case "question":
            return ntr("{n} open question", "{n} open questions", n)
        case "topic":
            return ntr("{n} parked topic", "{n} parked topics", n)
        case "objection":
            return ntr("{n} open objection", "{n} open objections", n)
