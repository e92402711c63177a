"""What the rooms beside the live screen would do in the demo: the decision sheet, quorum, cards
with their dots, a round. One step a word behind '@'."""

from __future__ import annotations

from typing import Any

import msgspec

from facilitator.capture import Context, read
from facilitator.capture.cards import opened
from facilitator.capture.round_line import open_round, read_round_line, speaker_of
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.dots import as_opinion
from facilitator.meeting.model import CardGroup, DecisionKind, Meeting, Vote
from facilitator.meeting.presence import entitled_at
from facilitator.meeting.quorum import stated


def room_step(word: str, said: str, live: LiveMeeting) -> tuple[c.Change, ...]:
    """The changes of one word. Raises ValueError for one that no room knows."""
    meeting = live.meeting
    running = meeting.running_item.id if meeting.running_item else ""
    context = Context(
        meeting=meeting,
        today=live.today,
        language="de" if meeting.language == "de" else "en",
        item=running,
    )
    match word:
        case "quorum":
            return (stated(meeting, live.now(), running),)
        case "vote":
            yes, no, abstain = map(int, said.split())
            vote = Vote(
                yes=yes, no=no, abstain=abstain, entitled=len(entitled_at(meeting, live.now()))
            )
            return _about_decision(meeting, vote=vote)
        case "confirmed":
            return _about_decision(meeting, read_back_at=live.now())
        case "kind":
            kind: DecisionKind = msgspec.convert(said, DecisionKind)
            return _about_decision(meeting, decision_kind=kind)
        case "addressee":
            return _about_decision(meeting, addressee=said)
        case "wording":
            return _about_decision(meeting, wording=said, weight="substance")
        case "weighed":
            return _weighed(live)
        case "round":
            return open_round(said, context).changes
        case "says":
            return _said(said, context)
        case "heard":
            return (c.RoundClosed(round=meeting.rounds[-1].id),)
        case _:
            return _at_the_board(word, said, context)


def _about_decision(meeting: Meeting, **values: Any) -> tuple[c.Change, ...]:
    amend = c.DecisionAmended(decision=meeting.decisions[-1].id)
    return (msgspec.structs.replace(amend, **values),)


def _weighed(live: LiveMeeting) -> tuple[c.Change, ...]:
    """The dots of the last board are the reason of the last decision."""
    meeting = live.meeting
    opinion = as_opinion(meeting, meeting.boards[-1], live.now())
    assert opinion is not None
    return (c.OpinionTaken(decision=meeting.decisions[-1].id, opinion=opinion),)


def _said(said: str, context: Context) -> tuple[c.Change, ...]:
    """'AG Sprache: …', '-' passes."""
    round_ = context.meeting.rounds[-1]
    line = read_round_line(said, round_.missing[0], round_, context)
    assert not line.problem, line.problem
    speaker = line.speaker or speaker_of(line.subject, round_, context.meeting)
    return (
        c.RoundAnswered(
            round=round_.id,
            subject=line.subject,
            speaker=speaker.name if speaker else "",
            person=speaker.person if speaker else "",
            text=line.text,
            has_passed=line.passes,
        ),
    )


def _at_the_board(word: str, said: str, context: Context) -> tuple[c.Change, ...]:
    meeting = context.meeting
    match word:
        case "board":
            return (opened(said, context.item, meeting),)
        case "dots_each":
            each, voters = map(int, said.split())
            board = meeting.boards[-1].id
            return (c.BoardAmended(board=board, dots_each=each, voters=voters),)
        case "group":
            return (c.CardGroupAdded(board=meeting.boards[-1].id, name=said),)
        case "card":
            group = meeting.card_groups[-1]
            return (c.CardWritten(text=said, board=group.board, card_group=group.id, line=said),)
        case "weigh":
            cards = zip(meeting.contributions, said.split(), strict=True)
            return tuple(c.CardAmended(card=card.id, dots=int(dots)) for card, dots in cards)
        case "count":
            return (c.BoardAmended(board=meeting.boards[-1].id, are_dots_shown=True),)
        case "from":
            name, _, line = said.partition(": ")
            return _made_of(_group_called(name, meeting), line, context)
        case _:
            raise ValueError(word)


def _group_called(name: str, meeting: Meeting) -> CardGroup:
    return next(group for group in meeting.card_groups if group.name == name)


def _made_of(group: CardGroup, line: str, context: Context) -> tuple[c.Change, ...]:
    """An entry that came from a group of cards."""
    (made,) = read(line, context).changes
    assert isinstance(made, c.EntryRecorded)
    return (msgspec.structs.replace(made, link=group.id),)
