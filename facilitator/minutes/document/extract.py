"""Some items of a meeting, as an extract has them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.minutes.document.scope import closed_items
from facilitator.minutes.wanted import Scope


def chosen_items(
    meeting: Meeting, numbers: tuple[str, ...], scope: Scope = "all"
) -> frozenset[str]:
    """The ids of the items with these numbers. '8' stands for 8.1 and 8.2 too; a non-public item
    below a public one comes only if it is named itself. Raises UsageProblem: no number, or one
    there is not (in this scope)."""
    items = [item for item in meeting.agenda_items if item.number and _is_in(meeting, item, scope)]
    by_number = {item.number: item for item in items}
    known = ", ".join(by_number) or tr("no numbers")
    if not numbers:
        raise UsageProblem(
            tr(
                "An extract needs the number of an agenda item: --item NUMBER. There are: "
                "{numbers}. Nothing was written.",
                numbers=known,
            )
        )
    chosen: set[str] = set()
    for said in numbers:
        item = by_number.get(_number(said))
        if item is None:
            raise UsageProblem(
                tr(
                    "There is no agenda item {number} for this document. There are: {numbers}. "
                    "Nothing was written.",
                    number=said.strip(),
                    numbers=known,
                )
            )
        chosen |= _with_sub_items(meeting, item)
    return frozenset(chosen)


def only(meeting: Meeting, items: frozenset[str]) -> Meeting:
    """The meeting with these items and what hangs on them, numbers as they were."""
    boards = {board.id for board in meeting.boards if board.item in items}
    decision = meeting.entry(meeting.renamed_by)
    is_renamed_here = decision is not None and decision.item in items
    return replace(
        meeting,
        agenda_items=tuple(item for item in meeting.agenda_items if item.id in items),
        taken_off=(),
        closed_gone=(),
        entries=tuple(entry for entry in meeting.entries if entry.item in items),
        boards=tuple(board for board in meeting.boards if board.id in boards),
        card_groups=tuple(group for group in meeting.card_groups if group.board in boards),
        contributions=tuple(card for card in meeting.contributions if card.board in boards),
        rounds=tuple(asked for asked in meeting.rounds if asked.item in items),
        speakers=tuple(speaker for speaker in meeting.speakers if speaker.item in items),
        groups=tuple(
            group if group.founded_under in items else replace(group, founded_under="")
            for group in meeting.groups
        ),
        fields=tuple(
            field if field.named_under in items else replace(field, named_under="")
            for field in meeting.fields
        ),
        renamed_to=meeting.renamed_to if is_renamed_here else "",
    )


def _number(said: str) -> str:
    """'TOP 8.2', '8.2.' -> '8.2'."""
    return re.sub(r"(?i)^\s*(top|item)\s*", "", said).strip().rstrip(".")


def _is_in(meeting: Meeting, item: AgendaItem, scope: Scope) -> bool:
    return scope == "all" or is_public(meeting, item) == (scope == "public")


def _with_sub_items(meeting: Meeting, item: AgendaItem) -> set[str]:
    found = {item.id}
    closed = frozenset() if item.id in closed_items(meeting) else closed_items(meeting)
    for other in meeting.agenda_items:
        if other.parent in found and other.id not in closed:
            found.add(other.id)
    return found
