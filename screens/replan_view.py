"""What the re-planning screen shows, as values: the proposals, before and after of each item."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from facilitator.i18n import ntr, tr
from facilitator.meeting.meeting_time import MeetingTime
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.meeting.replanning import PlanRow, Proposal
from screens.widgets.columns import cut, padded, spread
from screens.widgets.row_list import Row

_COLUMN = 17
"""Cells of 'before' and of 'after'."""


def head_words(time: MeetingTime) -> str:
    """'UMPLANEN · 20 Min zu lang'."""
    if time.too_long:
        how = tr("{n} min too long", n=time.too_long)
    elif time.late is None:
        how = ""
    elif time.late < 0:
        how = ntr("{n} min before the plan", "{n} min before the plan", -time.late)
    else:
        how = tr("on time")
    return tr("RE-PLAN") + (f" · {how}" if how else "")


def ends_words(time: MeetingTime) -> str:
    """'spätestens 20:00 · Plan 19:30'."""
    parts = []
    if time.hard:
        parts.append(tr("hard end {time}", time=f"{time.hard:%H:%M}"))
    if time.plan:
        parts.append(tr("plan {time}", time=f"{time.plan:%H:%M}"))
    return " · ".join(parts)


def proposal_rows(
    proposals: tuple[Proposal, ...], meeting: Meeting, chosen: str, several: set[str], width: int
) -> list[Row]:
    """`several`: kinds that could be about another item; arrows say so at the chosen one."""
    rows = []
    for number, proposal in enumerate(proposals, start=1):
        is_chosen = proposal.kind == chosen
        sign = "▸" if is_chosen else " "
        right = _end(proposal)
        lead = f" {sign} {number}  "
        text = proposal_words(proposal, meeting)
        if is_chosen and proposal.kind in several:
            text = f"‹ {text} ›"
        room = width - cell_len(lead) - 2
        rows.append(Row(proposal.kind, Content(f"{lead}{spread(cut(text, room), right, room)}  ")))
    return rows


def proposal_words(proposal: Proposal, meeting: Meeting) -> str:
    item = meeting.item(proposal.item)
    name = _name(item) if item else ""
    changed = [row for row in proposal.changed if row.minutes_after is not None]
    match proposal.kind:
        case "breaks":
            return tr("shorten the break: {what}", what=_minutes(changed, meeting))
        case "share":
            return tr("cut in proportion: {what}", what=_minutes(changed, meeting))
        case "shorten":
            return tr("shorten {item}: {what}", item=name, what=_from_to(changed))
        case "defer":
            return tr("{item} to the next meeting", item=name)
        case "park":
            return tr("{item} into the parking lot", item=name)
        case "move_end":
            return tr("move the end to {time}", time=_clock(proposal))
        case "give":
            return tr("give the time back: {what}", what=_minutes(changed, meeting))
        case "lengthen":
            return tr("more time for {item}: {what}", item=name, what=_from_to(changed))
        case "end_early":
            return tr("end earlier, at {time}", time=_clock(proposal))
    return tr("by hand: type the minutes of each item")


def item_rows(proposal: Proposal, meeting: Meeting, typed: dict[str, str], width: int) -> list[Row]:
    """`typed`: minutes being typed, as far as they are."""
    rows = []
    for row in proposal.rows:
        item = meeting.item(row.item)
        if item is None:
            continue
        sign = "*" if row.is_protected else "▸" if item.state == "running" else " "
        lead = f" {sign} {padded(item.number or '·', 3)} "
        room = _name_width(width) - cell_len(lead)
        before = f"{row.minutes_before:>3}  {_until(row.end_before)}"
        shown = typed.get(row.item)
        if shown is not None:
            minutes = f"{shown + '▁':>4}"
        else:
            minutes = "  —" if row.minutes_after is None else f"{row.minutes_after:>3}"
        after = f"{minutes:<5}" + ("" if row.minutes_after is None else _until(row.end_after))
        note = _note(row, item, proposal)
        space = max(4, width - _name_width(width) - 2 * _COLUMN - 1)
        text = Content.assemble(
            f"{lead}{padded(item.short_title or item.title, room)}",
            (before.ljust(_COLUMN), "$foreground 60%"),
            (after.ljust(_COLUMN), "bold" if row.minutes_after != row.minutes_before else ""),
            (padded(note, space), "$text-warning" if row.late_after else ""),
        )
        rows.append(Row(row.item, text))
    return rows


def columns_head(width: int) -> Content:
    lead = " " * _name_width(width)
    return Content.styled(
        f"{lead}{padded(tr('before'), _COLUMN)}{padded(tr('after'), _COLUMN)}", "$foreground 60%"
    )


def sentence(proposal: Proposal, meeting: Meeting, time: MeetingTime) -> str:
    """What the room would have to live with."""
    parts = []
    if proposal.past_hard_end and time.hard:
        parts.append(
            ntr(
                "The hard end {time} would be missed by {n} min.",
                "The hard end {time} would be missed by {n} min.",
                proposal.past_hard_end,
                time=f"{time.hard:%H:%M}",
            )
        )
    elif proposal.over is not None and proposal.over > 0:
        parts.append(
            ntr(
                "That would still be {n} min behind the plan.",
                "That would still be {n} min behind the plan.",
                proposal.over,
            )
        )
    elif proposal.kind in ("move_end", "end_early"):
        parts.append(tr("The plan then ends at {time}.", time=_clock(proposal)))
    elif proposal.over == 0:
        parts.append(tr("That would be on time."))
    elif proposal.over is not None:
        parts.append(
            ntr(
                "That would end {n} min before the plan.",
                "That would end {n} min before the plan.",
                -proposal.over,
            )
        )
    for row in proposal.rows:
        item = meeting.item(row.item)
        if row.late_after and item is not None:
            parts.append(
                tr(
                    "{item} would begin {n} min after {time}.",
                    item=_name(item),
                    n=row.late_after,
                    time=item.fixed_start,
                )
            )
            break
    return " ".join(parts)


def _note(row: PlanRow, item: AgendaItem, proposal: Proposal) -> str:
    if row.minutes_after is None:
        return tr("parking lot") if proposal.kind == "park" else tr("next meeting")
    parts = []
    if row.minutes_after != row.minutes_before:
        parts.append(f"{row.minutes_after - row.minutes_before:+d}".replace("-", "−"))
    if row.late_after:
        parts.append(f"{item.fixed_start} +{row.late_after}")
    elif item.fixed_start and item.state == "open":
        parts.append(tr("fixed {time}", time=item.fixed_start))
    if row.is_protected:
        parts.append(tr("protected"))
    elif item.state == "running":
        parts.append(tr("running"))
    return " · ".join(parts)


def _name_width(width: int) -> int:
    return max(16, min(46, width - 2 * _COLUMN - 18))


def _until(end: object) -> str:
    return tr("to {time}", time=f"{end:%H:%M}") if end else ""


def _end(proposal: Proposal) -> str:
    if proposal.end is None:
        return ""
    over = f" (+{proposal.over})" if proposal.over and proposal.over > 0 else ""
    sign = "! " if proposal.past_hard_end else ""
    return sign + tr("end {time}", time=f"{proposal.end:%H:%M}") + over


def _clock(proposal: Proposal) -> str:
    return f"{proposal.end:%H:%M}" if proposal.end else "?"


def _name(item: AgendaItem) -> str:
    return f"{item.number} {cut(item.short_title or item.title, 30)}".strip()


def _from_to(rows: list[PlanRow]) -> str:
    if not rows:
        return ""
    return tr("{a} → {b} min", a=rows[0].minutes_before, b=rows[0].minutes_after)


def _minutes(rows: list[PlanRow], meeting: Meeting) -> str:
    """'8.3 bis 8.5 je 15 → 9 Min' where all are alike, else one by one."""
    names = [(item.number or item.title) for r in rows if (item := meeting.item(r.item))]
    if len(rows) > 1 and len({(r.minutes_before, r.minutes_after) for r in rows}) == 1:
        row = rows[0]
        listed = ", ".join(names)
        return tr(
            "{items}: {a} → {b} min each", items=listed, a=row.minutes_before, b=row.minutes_after
        )
    return ", ".join(
        tr("{item} {a} → {b}", item=name, a=row.minutes_before, b=row.minutes_after)
        for name, row in zip(names, rows, strict=True)
    )
