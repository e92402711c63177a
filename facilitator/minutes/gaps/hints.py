"""What looks odd and may be right: owners that name nobody, votes that do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.meeting.entitled import entitled
from facilitator.meeting.features import uses
from facilitator.meeting.majority import is_voted, votes_cast
from facilitator.meeting.model import Decision, Entry, Meeting
from facilitator.meeting.quorum import legal_number_of, required_of
from facilitator.minutes.gaps.gap import Gap, about, open_actions, votes_are_asked
from facilitator.minutes.names import is_nobody, misspelt, namesakes


def hints(meeting: Meeting, entries: list[Entry]) -> Iterator[Gap]:
    for action in open_actions(meeting, entries):
        for owner in action.owners:
            if is_nobody(owner):
                yield about(action, "hint", "owner_is_nobody", owner.name)
            elif person := misspelt(owner, meeting.people):
                yield about(action, "hint", "spelling", owner.name, person.name)
            elif several := namesakes(owner, meeting.people):
                yield about(action, "hint", "spelling", owner.name, " / ".join(several))
    formal = votes_are_asked(meeting)
    for entry in entries:
        if isinstance(entry, Decision):
            cast = votes_cast(entry.vote)
            known = entry.vote.entitled if entry.vote else None
            most = known or entitled(meeting, entry.item, entry.at)
            is_many = bool(cast and most and cast > most)
            if is_many or (formal and cast is not None and most and cast != most):
                yield about(entry, "hint", "votes_cast", str(cast), str(most))
            if needed := _missed_quorum(meeting, entry):
                yield about(entry, "hint", "without_quorum", str(known), str(needed))
            if formal and entry.read_back_at is None:
                yield about(entry, "hint", "read_back")
    if _lacks_quorum_statement(meeting):
        yield Gap(rank="hint", what="quorum")
    yield from _of_rounds(meeting)


def _of_rounds(meeting: Meeting) -> Iterator[Gap]:
    """Rounds that are over and in which somebody was not heard: one line for each item."""
    items = {item.id: item for item in meeting.agenda_items}
    unheard: dict[str, list[str]] = {}
    prompts: dict[str, str] = {}
    for asked in meeting.rounds:
        item = items.get(asked.item)
        is_over = asked.is_closed or meeting.state in ("closed", "approved")
        if is_over or (item is not None and item.state == "done"):
            names = [name for each in asked.missing if (name := meeting.subject_name(each))]
            if names:
                unheard.setdefault(asked.item, []).extend(names)
                prompts.setdefault(asked.item, asked.prompt)
    for item_id, names in unheard.items():
        item = items.get(item_id)
        yield Gap(
            rank="hint",
            what="round",
            item=item_id,
            label=item.number if item else "",
            text=prompts[item_id],
            detail=", ".join(dict.fromkeys(names)),
        )


def _missed_quorum(meeting: Meeting, decision: Decision) -> int:
    """How many members a body needed to vote on it where fewer were entitled; else 0. Nobody
    knows of a vote that kept no number of those entitled."""
    vote = decision.vote
    if vote is None or vote.entitled is None or not is_voted(vote) or not uses(meeting, "quorum"):
        return 0
    needed = required_of(vote.legal_number or legal_number_of(meeting), meeting.quorum_rule)
    return needed if vote.entitled < needed else 0


def _lacks_quorum_statement(meeting: Meeting) -> bool:
    return (
        uses(meeting, "quorum")
        and meeting.quorum_rule != "none"
        and meeting.state != "planned"
        and not meeting.quorum_statements
    )
