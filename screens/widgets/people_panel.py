"""The panel at the right of a wide screen: who is here, what was decided, what is missing, what is
parked. Never on the wall."""

from __future__ import annotations

from textual.content import Content

from facilitator.i18n import ntr, ptr, tr
from facilitator.meeting.majority import is_rejected
from facilitator.meeting.model import Decision, Instant, Meeting
from facilitator.minutes.gaps import missing
from screens.widgets.columns import cut, spread
from screens.widgets.gap_words import gap_question, gap_subject
from screens.widgets.panel import Panel
from screens.widgets.people_part import organization_lines, people_part
from screens.widgets.speakers_part import speaker_lines

ROOMY = 40
"""Rows of the column from which organisations are counted in it."""


class PeoplePanel(Panel):
    DEFAULT_CSS = "PeoplePanel { width: 28; border-left: solid $panel-lighten-2; }"


def people_lines(meeting: Meeting, now: Instant, width: int, height: int) -> list[Content]:
    """Four parts with a line between; long parts give way to what is missing."""
    inner = width - 2
    missing = _missing(meeting, now, inner)
    parts = [
        people_part(meeting, now, inner),
        speaker_lines(meeting, now, inner),
        _decisions(meeting, inner),
        missing,
        _parked(meeting, inner),
    ]
    parts = [part for part in parts if part]
    lines: list[Content] = []
    room = height - 2
    for at, part in enumerate(parts):
        rest = sum(min(len(other), 2) + 1 for other in parts[at + 1 :])
        most = max(2, room - len(lines) - rest - (1 if lines else 0))
        if lines:
            lines.append(Content(""))
        lines += part[:most]
    today = _today(meeting, inner)
    if today and len(lines) < height - len(today):
        lines += [Content(""), *today]
    if height >= ROOMY and (homes := organization_lines(meeting, inner, height - len(lines) - 1)):
        lines += [Content(""), *homes]
    return [Content.assemble(" ", line) for line in lines[: max(0, height)]]


def _heading(text: str, count: str, width: int) -> Content:
    return Content.styled(spread(text, count, width), "bold $foreground 60%")


def _decisions(meeting: Meeting, width: int) -> list[Content]:
    decisions = meeting.decisions
    if not decisions:
        return []
    lines = [_heading(tr("DECISIONS"), str(len(decisions)), width)]
    return lines + [Content(_decided(d, width)) for d in decisions[-6:]]


def _decided(decision: Decision, width: int) -> str:
    """'B3 abgelehnt: Auf den Eigenanteil wird …': whether it was carried must not be left open."""
    if not is_rejected(decision.vote):
        return cut(f"{decision.tag} {decision.text}", width)
    return cut(f"{decision.tag} {ptr('wall', 'rejected')}: {decision.text}", width)


def _missing(meeting: Meeting, now: Instant, width: int) -> list[Content]:
    if meeting.state != "running":
        return []
    found = missing(meeting, now)
    if not found:
        return []
    asked: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for gap in found:
        labels[gap.subject] = gap.label or "·"
        words = gap_question(gap) if gap.entry or gap.item else gap_subject(gap)
        asked.setdefault(gap.subject, []).append(words)
    lines = [_heading(tr("STILL MISSING"), str(len(asked)), width)]
    for subject, questions in asked.items():
        text = cut(f"{labels[subject]:<2} {' '.join(questions)}", width)
        lines.append(Content.styled(text, "$text-warning"))
    return lines


def _parked(meeting: Meeting, width: int) -> list[Content]:
    topics = meeting.parked_topics
    if not topics:
        return []
    lines = [_heading(tr("PARKING LOT"), str(len(topics)), width)]
    return lines + [Content(cut(topic.text, width)) for topic in topics[-4:]]


def _today(meeting: Meeting, width: int) -> list[Content]:
    actions, questions = len(meeting.action_items), len(meeting.questions)
    parts = []
    if actions:
        parts.append(ntr("{n} action item", "{n} action items", actions))
    if questions:
        parts.append(ntr("{n} question", "{n} questions", questions))
    if not parts:
        return []
    return [_heading(tr("TODAY"), "", width), *(Content(cut(part, width)) for part in parts)]
