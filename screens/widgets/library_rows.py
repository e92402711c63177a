"""The list of the library: series with their meetings under them, one line each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from facilitator.folding import fold
from facilitator.i18n import ntr, tr
from facilitator.workspace import MeetingSummary, SeriesSummary
from screens.library_facts import SIGNS, day_words, open_counts, state_of, state_word
from screens.widgets.columns import cut, padded, spread
from screens.widgets.row_list import Row

NEW_SERIES = "new"
USUAL_STATE = 11
"""Cells of 'geschlossen': only minutes that changed since they were sent need more."""
FEW = 4
"""So many meetings of a series are shown until asked for more."""


def series_id(slug: str) -> str:
    return f"series:{slug}"


def meeting_id(reference: str) -> str:
    return f"meeting:{reference}"


def more_id(slug: str) -> str:
    return f"more:{slug}"


def slug_of(row_id: str) -> str:
    """The folder name of the series a row belongs to, or an empty string."""
    return row_id.partition(":")[2].partition("/")[0]


def library_rows(
    summaries: Sequence[SeriesSummary],
    *,
    chosen: str,
    folded: Collection[str],
    whole: Collection[str],
    wanted: str,
    today: date,
    width: int,
) -> list[Row]:
    """`folded`: series without their meetings; `whole`: series with all of them; `wanted`: what
    series and meetings must contain. The way to a new series stands last."""
    rows: list[Row] = []
    room = states_width(summaries, folded, whole, wanted)
    for series in summaries:
        meetings, hidden = _meetings_shown(series, folded, whole, wanted)
        if wanted and not meetings and not _fits(wanted, series.series.name):
            continue
        row_id = series_id(series.slug)
        lead = f" {'▸' if row_id == chosen else ' '} "
        said = _series_words(series, today, width)
        line = spread(series.series.name, said, width - len(lead))
        rows.append(Row(row_id, Content.styled(f"{lead}{line} ", "bold")))
        rows += [_meeting_row(summary, series, chosen, today, width, room) for summary in meetings]
        if hidden:
            more = ntr("… {n} earlier meeting", "… {n} earlier meetings", hidden)
            rows.append(Row(more_id(series.slug), Content(f"       {cut(more, width - 7)}")))
    if not wanted:
        mark = "▸" if chosen == NEW_SERIES else " "
        rows.append(Row(NEW_SERIES, Content(f" {mark} {tr('+ new series')}")))
    return rows


def states_width(
    summaries: Sequence[SeriesSummary],
    folded: Collection[str],
    whole: Collection[str],
    wanted: str,
) -> int:
    """Cells of the longest state in the list, which is never cut."""
    return max(
        (
            cell_len(_word(each, series))
            for series in summaries
            for each in _meetings_shown(series, folded, whole, wanted)[0]
        ),
        default=0,
    )


def _meetings_shown(
    series: SeriesSummary, folded: Collection[str], whole: Collection[str], wanted: str
) -> tuple[list[MeetingSummary], int]:
    meetings = list(series.meetings)
    if wanted:
        if _fits(wanted, series.series.name):
            return meetings[:FEW], 0
        return [each for each in meetings if _fits(wanted, _text_of(each))], 0
    if series.slug in folded:
        return [], 0
    if series.slug in whole:
        return meetings, 0
    shown = [each for place, each in enumerate(meetings) if place < FEW or _needs_eyes(each)]
    return shown, len(meetings) - len(shown)


def _needs_eyes(summary: MeetingSummary) -> bool:
    """Never hidden behind 'earlier meetings': what is unreadable, planned or running."""
    return summary.meeting is None or summary.meeting.state in ("planned", "running")


def _text_of(summary: MeetingSummary) -> str:
    meeting = summary.meeting
    if meeting is None:
        return summary.reference
    day = f"{meeting.day:%d.%m.%Y} {meeting.day.isoformat()}" if meeting.day else ""
    return f"{meeting.title} {meeting.place} {day}"


def _fits(wanted: str, text: str) -> bool:
    spoken = fold(text)
    return all(part in spoken for part in fold(wanted).split())


def _series_words(series: SeriesSummary, today: date, width: int) -> str:
    if series.problem:
        return tr("unreadable")
    counts = open_counts(series.actions, today)
    if not counts.all:
        return "·"
    said = ntr("{n} open", "{n} open", counts.all)
    if counts.overdue and width >= 60:
        said += " · " + ntr("{n} overdue", "{n} overdue", counts.overdue)
    return said


def _word(summary: MeetingSummary, series: SeriesSummary) -> str:
    return state_word(state_of(summary, series), summary.meeting)


def _meeting_row(
    summary: MeetingSummary,
    series: SeriesSummary,
    chosen: str,
    today: date,
    width: int,
    room: int,
) -> Row:
    """`room`: cells of the longest state in the list: it is never cut, the title gives way."""
    row_id = meeting_id(summary.reference)
    state = state_of(summary, series)
    meeting = summary.meeting
    lead = f" {'▸' if row_id == chosen else ' '}   {SIGNS[state]} "
    word = _word(summary, series)
    if meeting is None:
        title = summary.reference.partition("/")[2]
        text = lead + spread(title, word, width - len(lead))
        return Row(row_id, Content.styled(f"{text} ", "$text-error"))
    is_narrow = width < 60
    day = day_words(meeting.day, today, weekday=not is_narrow and state in ("planned", "ready"))
    if meeting.day == today and meeting.start:
        day = f"{day} {meeting.start}"
    if is_narrow:
        room = max(USUAL_STATE, room)
        word = padded(word, room, right=True)
        day = padded(day, 11)
        title = padded(meeting.title, max(0, width - len(lead) - 13 - room))
        return Row(row_id, Content(f"{lead}{title} {day} {word} "))
    room = max(22, room + 1)
    title = padded(cut(meeting.title, 60), width - len(lead) - 15 - room)
    columns = f"{padded(day, 15, right=True)}{padded(word, room, right=True)}"
    return Row(row_id, Content(f"{lead}{title}{columns} "))
