"""Action items, decisions and attendance as CSV: one table a file, in the words of the minutes.

What a spreadsheet would spoil is written so that it cannot: an agenda item is 'TOP 8.2', since a
bare 8.2 becomes the 8th of February. Columns are always the same ones, so that a macro finds them.
"""

from __future__ import annotations

from pathlib import Path

from facilitator.deciding_words import how_taken, vote_numbers, vote_words
from facilitator.exchange.csv_form import Cell, csv_bytes
from facilitator.exchange.outgoing import in_order, outgoing_actions, outgoing_part
from facilitator.meeting.majority import counted, is_rejected, is_voted, outcome
from facilitator.meeting.model import AgendaItem, Decision, Meeting, Vote
from facilitator.minutes.document import asked_for
from facilitator.minutes.document.invitation import expected
from facilitator.minutes.document.model import PersonRow
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.paper.asked import function_words, words_for
from facilitator.minutes.paper.words import Words
from facilitator.minutes.printed import Printed, clock
from facilitator.minutes.wanted import Wanted

Table = tuple[tuple[str, ...], list[list[Cell]]]
"""Keys of the names of the columns, in `words.toml`, and the rows."""


def csv_lists(
    meeting: Meeting, wanted: Wanted, templates: Path | None = None
) -> tuple[tuple[str, bytes], ...]:
    """Pairs of ending and content: all three for the results ('-massnahmen.csv'), one for a list,
    whose name stands in front of the ending anyway ('.csv'). `templates`: the folder of the
    workspace, whose words win. Raises BadFile."""
    words = words_for(meeting, wanted, templates)
    is_list = wanted.kind != "results"
    return tuple(
        (
            ".csv" if is_list else f"-{words(f'csv.{name}')}.csv",
            _written(table(meeting, wanted, words), words),
        )
        for name, kind, table in _TABLES
        if wanted.kind in ("results", kind)
    )


def _written(table: Table, words: Words) -> bytes:
    columns, rows = table
    headings = [words(column) for column in columns]
    return csv_bytes(headings, rows, language=words.language)


def _actions(meeting: Meeting, wanted: Wanted, words: Words) -> Table:
    columns = (
        "table.number",
        "table.what",
        "table.who",
        "table.until",
        "table.last_day",
        "table.state",
        "csv.remark",
        "table.milestone",
        "table.field",
        "csv.group",
        "table.item",
        "csv.origin",
    )
    part = outgoing_part(meeting, wanted, words)
    rows: list[list[Cell]] = [
        [
            action.number,
            action.summary,
            ", ".join(action.owners),
            action.due.text if action.due else "",
            action.last,
            words(f"action.{action.status}"),
            action.remark,
            words("csv.yes") if action.is_milestone else "",
            action.field,
            action.group,
            _item(action.item, words),
            action.origin,
        ]
        for action in outgoing_actions(part, Printed(words.language))
    ]
    return columns, rows


def _decisions(meeting: Meeting, wanted: Wanted, words: Words) -> Table:
    """Counts are numbers; what was not counted stays empty. Ballots by name stay out: they are
    in the minutes."""
    columns = (
        "table.number",
        "table.kind",
        "csv.addressee",
        "table.wording",
        "csv.outcome",
        "table.vote",
        "decision.yes",
        "decision.no",
        "csv.abstain",
        "csv.invalid",
        "csv.how",
        "table.item",
        "csv.read_back",
        "room.from_it",
    )
    part = outgoing_part(meeting, wanted, words)
    shown = Rows(part, Printed(words.language))
    rows: list[list[Cell]] = [
        [
            shown.number(decision),
            words(f"decision.{decision.decision_kind}"),
            decision.addressee,
            decision.text,
            *_vote(decision, words),
            _item(part.item(decision.item), words),
            clock(decision.read_back_at),
            ", ".join(shown.follow_ups(decision.id)),
        ]
        for decision in in_order(part, part.decisions)
    ]
    return columns, rows


def _vote(decision: Decision, words: Words) -> list[Cell]:
    vote = decision.vote
    if vote is None or not is_voted(counted(vote)):
        return ["", "", None, None, None, None, ""]
    vote = counted(vote)
    return [
        _outcome(vote, words),
        vote_words(vote, words.language) or vote_numbers(vote, words.language),
        vote.yes,
        vote.no,
        vote.abstain,
        vote.invalid or None,
        how_taken(vote, words.language),
    ]


def _outcome(vote: Vote, words: Words) -> str:
    """Empty where neither the numbers nor the method tell."""
    if is_rejected(vote):
        return words("csv.rejected")
    is_carried = outcome(vote) in ("unanimous", "majority") or vote.method in _CARRIED
    return words("csv.carried") if is_carried else ""


_CARRIED = frozenset(
    {"unanimous", "majority", "carried", "consensus", "consent", "no objections", "none against"}
)


def _attendance(meeting: Meeting, wanted: Wanted, words: Words) -> Table:
    """Nobody's address; whoever was expected and never came is not named, as in the minutes: only
    before the meeting the invited are. In public the function stands, not the name."""
    columns = (
        "attendance.name",
        "attendance.organization",
        "attendance.function",
        "attendance.title",
        "csv.time",
        "csv.way",
        "csv.represented_by",
        "csv.people",
    )
    people = asked_for(meeting, wanted, function_words(words)).attendance
    told = {person.id for person in (*people.present, *people.represented, *people.excused)}
    invited = expected(outgoing_part(meeting, wanted, words)) if meeting.state == "planned" else ()
    rows: list[list[Cell]] = []
    for status, named in (
        ("present", people.present),
        ("advisory", people.advisory),
        ("guest", people.guests),
        ("represented", people.represented),
        ("excused", people.excused),
        ("invited", [person for person in invited if person.id not in told]),
    ):
        rows += [
            _person(person, status, words, is_function=wanted.scope == "public") for person in named
        ]
    rows += [
        ["", "", guests.name, words("csv.unnamed"), "", "", "", guests.number]
        for guests in people.unnamed
    ]
    return columns, rows


def _person(person: PersonRow, status: str, words: Words, *, is_function: bool) -> list[Cell]:
    return [
        "" if is_function else person.name,
        person.organization,
        person.name if is_function else person.function,
        words(f"csv.{status}"),
        person.time,
        words("attendance.remote") if person.is_remote else "",
        person.represented_by,
        1,
    ]


def _item(item: AgendaItem | None, words: Words) -> str:
    """'TOP 8.2: Berichte'; nothing for what belongs to no item."""
    if item is None:
        return ""
    if not item.number:
        return item.title
    return words("agenda.item", number=item.number, title=item.title)


_TABLES = (
    ("actions", "action_list", _actions),
    ("decisions", "decision_list", _decisions),
    ("attendance", "attendance_list", _attendance),
)
