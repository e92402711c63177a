"""Beside the list of the library: what comes next, what is open, what is overdue, the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from textual.content import Content

from facilitator.capture.due import show_day
from facilitator.i18n import current_language, ntr, tr
from facilitator.meeting.actions import owner_names
from facilitator.meeting.model import Meeting
from facilitator.meeting.timebox import planned_total
from facilitator.workspace import SeriesSummary
from screens.library_facts import (
    SOON_DAYS,
    OpenCounts,
    next_up,
    open_counts,
    state_of,
    state_word,
    when_words,
)
from screens.widgets.columns import cut, padded, spread

_MOST = 3
_BAR = 30
_SHORTEST_PLACE = 8


def counts_of(summaries: Sequence[SeriesSummary], today: date) -> OpenCounts:
    return open_counts((action for series in summaries for action in series.actions), today)


def next_lines(summaries: Sequence[SeriesSummary], now: datetime, width: int) -> Content:
    """Two lines for a narrow screen: the next meeting, and what is ready of it."""
    found = next_up(summaries, now.date())
    if found is None:
        left = f"{tr('COMING UP')}  {tr('No meeting is planned.')}"
        return Content(f" {left}\n {tr('“n” plans one in the chosen series.')}")
    _, _, meeting = found
    when = when_words(meeting, now)
    head = tr("COMING UP")
    first = f"{head}  {spread(meeting.title, when, width - 4 - len(head))}"
    lacking = tr("! minutes: nobody") if meeting.officer("minute_taker") is None else ""
    if not meeting.agenda_items:
        lacking = tr("! no agenda")
    second = _facts(meeting.place, _numbers(meeting, with_minutes=False), width - len(lacking) - 5)
    return Content(f" {first}\n {' · '.join(filter(None, (second, lacking)))}")


def open_line(counts: OpenCounts, today: date, width: int) -> Content:
    """One line for a narrow screen: how much is open, by when."""
    parts = []
    if counts.overdue:
        parts.append(ntr("{n} overdue", "{n} overdue", counts.overdue))
    if counts.soon:
        parts.append(_soon(counts.soon, today))
    if counts.without_due:
        parts.append(_without(counts.without_due))
    if counts.later:
        parts.append(ntr("{n} later", "{n} later", counts.later))
    left = tr("OPEN {n}", n=counts.all)
    hint = tr("o shows them")
    room = width - 1 - len(hint) - 2
    for part in parts:
        longer = f"{left}{'   ' if part is parts[0] else ' · '}{part}"
        if len(longer) > room:
            break
        left = longer
    gap = max(1, width - 2 - len(left) - len(hint)) if counts.all else 0
    return Content(f" {left}{' ' * gap}{hint if counts.all else ''} ")


def panel(summaries: Sequence[SeriesSummary], now: datetime, width: int, height: int) -> Content:
    """The right side of a wide screen, top to bottom."""
    today = now.date()
    lines = [_heading(tr("COMING UP")), "", *_next(summaries, now, width)]
    counts = counts_of(summaries, today)
    if counts.all:
        head = spread(tr("OPEN ACTION ITEMS"), str(counts.all), min(width - 3, 57))
        lines += ["", _heading(head), "", *_bars(counts, today, width)]
    if counts.overdue:
        lines += ["", _heading(tr("OVERDUE")), *_overdue(summaries, today, width)]
    if minutes := _minutes(summaries, width):
        lines += ["", _heading(tr("MINUTES")), *minutes]
    shown = lines[: max(1, height)]
    return Content("\n").join(Content(line) if isinstance(line, str) else line for line in shown)


def _heading(text: str) -> Content:
    return Content.styled(f" {text}", "bold $primary")


def _next(summaries: Sequence[SeriesSummary], now: datetime, width: int) -> list[Content | str]:
    found = next_up(summaries, now.date())
    if found is None:
        return [f" {tr('No meeting is planned.')}", f" {tr('“n” plans one in the chosen series.')}"]
    series, _, meeting = found
    first = f" {spread(meeting.title, when_words(meeting, now), width - 3)}"
    facts = _facts(meeting.place, _numbers(meeting, with_minutes=True), width - 2)
    return [
        Content.styled(first, "bold"),
        f" {cut(series.series.name, width - 2)}",
        f" {facts}",
        readiness(meeting),
    ]


def _facts(place: str, numbers: Sequence[str], room: int) -> str:
    """Place and numbers in `room` columns: a long place gives way to the numbers."""
    counted = " · ".join(numbers)
    left = room - len(counted) - 3
    if place and counted and left >= _SHORTEST_PLACE:
        return f"{cut(place, left)} · {counted}"
    return cut(counted or place, room)


def readiness(meeting: Meeting) -> Content:
    """What stands and what is still missing before a meeting begins."""
    checks = (
        (bool(meeting.agenda_items), tr("✓ agenda"), tr("! no agenda")),
        (bool(meeting.people), tr("✓ people"), tr("! nobody invited")),
        (
            meeting.officer("minute_taker") is not None,
            tr("✓ minute taker"),
            tr("! minutes: nobody named"),
        ),
    )
    parts: list[Content | str] = [" "]
    for is_there, good, lacking in checks:
        parts.append(good if is_there else Content.styled(lacking, "$text-warning"))
        parts.append("   ")
    return Content.assemble(*parts[:-1])


def _numbers(meeting: Meeting, *, with_minutes: bool) -> list[str]:
    top = sum(1 for item in meeting.agenda_items if not item.parent and item.is_business)
    found = [ntr("{n} agenda item", "{n} agenda items", top)] if top else []
    if with_minutes and (total := planned_total(meeting)):
        found.append(tr("{n} min", n=total))
    if meeting.people:
        found.append(ntr("{n} invited", "{n} invited", len(meeting.people)))
    return found


def _soon(number: int, today: date) -> str:
    until = today + timedelta(days=SOON_DAYS)
    day = f"{until:%d.%m.}" if current_language() == "de" else f"{until.day} {until:%b}"
    return ntr("{n} due by {day}", "{n} due by {day}", number, day=day)


def _without(number: int) -> str:
    return ntr("{n} without a date", "{n} without a date", number)


def _bars(counts: OpenCounts, today: date, width: int) -> list[Content | str]:
    rows = [
        (counts.overdue, ntr("{n} overdue", "{n} overdue", counts.overdue), "$text-warning"),
        (counts.soon, _soon(counts.soon, today), "$text-primary"),
        (counts.without_due, _without(counts.without_due), "$text-primary"),
        (counts.later, ntr("{n} later", "{n} later", counts.later), "$secondary"),
    ]
    digits = max(len(str(number)) for number, _, _ in rows)
    room = max(1, min(_BAR, width - 30))
    scale = min(1.0, room / max(number for number, _, _ in rows))
    lines: list[Content | str] = []
    for number, text, style in rows:
        if number:
            shift = " " * (digits - len(str(number)))
            bar = "█" * max(1, round(number * scale))
            lines.append(Content.assemble(f" {padded(shift + text, 25)}", (bar, style)))
    return lines


def _overdue(summaries: Sequence[SeriesSummary], today: date, width: int) -> list[Content | str]:
    late = [a for s in summaries for a in s.actions if a.is_open and a.is_overdue(today)]
    late.sort(key=lambda a: (a.last or date.max, a.action.number))
    lines: list[Content | str] = []
    for each in late[:_MOST]:
        days = each.days_overdue(today)
        since = ntr("for {n} day", "for {n} days", days)
        number = padded(each.action.number or each.tag, 11)
        who = padded(owner_names(each.action.owners) or "–", 13)
        what = padded(each.action.summary, max(8, width - 2 - 11 - 2 - 13 - 14))
        lines.append(f" {number} {what} {who}{padded(since, 14, right=True)}")
    if len(late) > _MOST:
        lines.append(f" {ntr('… {n} more', '… {n} more', len(late) - _MOST)}")
    return lines


def _minutes(summaries: Sequence[SeriesSummary], width: int) -> list[Content | str]:
    """The newest closed meeting of each series whose minutes are not approved yet."""
    lines: list[Content | str] = []
    for series in summaries:
        for summary in series.meetings:
            state = state_of(summary, series)
            if state not in ("draft", "closed") or summary.meeting is None:
                continue
            name = f"{series.series.name}, {summary.meeting.title}"
            said = state_word(state, summary.meeting)
            if summary.meeting.exports:
                issued = max(export.issued for export in summary.meeting.exports)
                said += f", {show_day(issued, current_language(), weekday=False)}"
            else:
                said = tr("closed, no minutes written yet")
            lines.append(f" {padded(name, width - 36)} {cut(said, 33)}")
            break
    return lines[:4]
