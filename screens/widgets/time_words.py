"""The time of a meeting and of its items, in words and in as few cells as there are."""

from __future__ import annotations

from facilitator.i18n import ntr, tr
from facilitator.meeting.breaks import BreakTime
from facilitator.meeting.meeting_time import MeetingTime
from facilitator.meeting.timebox import Timebox, Warmth

WARMTH: dict[Warmth, str] = {"calm": "", "warning": "$text-warning", "over": "$text-error"}
"""Colours of time; the words say the same."""


def left_words(box: Timebox) -> str:
    """'noch 3', 'Zeit ist um', '4 Min drüber', or nothing without a plan."""
    if box.left_minutes is None:
        return ""
    if box.warmth != "over":
        return tr("{n} left", n=box.left_minutes)
    return tr("{n} min over", n=-box.left_minutes) if box.left_minutes else tr("time is up")


def spent_words(box: Timebox, *, wide: bool) -> str:
    """'12/15 · noch 3', wide '12 von 15 Min · noch 3'."""
    if not box.planned_minutes:
        return tr("{n} min", n=box.used_minutes)
    used, planned = box.used_minutes, box.planned_minutes
    spent = tr("{used} of {planned} min", used=used, planned=planned)
    return f"{spent if wide else f'{used}/{planned}'} · {left_words(box)}"


def break_until(title: str, running: BreakTime) -> str:
    """'Pause bis 18:05'."""
    if running.end is None:
        return title
    return tr("{title} until {time}", title=title, time=f"{running.end:%H:%M}")


def break_left(running: BreakTime) -> str:
    """'noch 7 Min', '4 Min drüber'."""
    if running.left_minutes is None:
        return ""
    if running.left_minutes > 0:
        return tr("{n} min left", n=running.left_minutes)
    return tr("{n} min over", n=-running.left_minutes) if running.left_minutes else tr("time is up")


def end_words(time: MeetingTime) -> str:
    """'Ende 19:50 · 20 Min nach Plan'; past the hard end that is said instead."""
    if time.end is None:
        return tr("end planned {time}", time=f"{time.plan:%H:%M}") if time.plan else ""
    text = tr("end {time}", time=f"{time.end:%H:%M}")
    if time.past_hard_end:
        past = ntr("{n} min past the latest end", "{n} min past the latest end", time.past_hard_end)
        return f"{text} · {past}"
    if not time.late:
        return f"{text} · {tr('on time')}" if time.late == 0 else text
    if time.late > 0:
        late = ntr("{n} min behind the plan", "{n} min behind the plan", time.late)
        return f"{text} · {late}"
    return f"{text} · " + ntr("{n} min before the plan", "{n} min before the plan", -time.late)


def short_end(time: MeetingTime) -> str:
    """'Ende 19:50 (+20)'; empty before the start."""
    if time.end is None:
        return ""
    shift = f" ({time.late:+d})" if time.late else ""
    return tr("end {time}", time=f"{time.end:%H:%M}") + shift
