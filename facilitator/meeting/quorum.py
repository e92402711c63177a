"""Quorum (Beschlussfähigkeit): whether enough members with a vote are there for the body to decide.

The rules of the municipal codes start from the legal number of members: § 49 (1) GO NRW and § 39
(1) GemO Rheinland-Pfalz ask for more than half of it, § 37 (2) GemO Baden-Württemberg for at least
half, present and entitled. Standing orders of advisory boards often ask for a third, or for
nothing."""

from __future__ import annotations

from facilitator.meeting import changes as c
from facilitator.meeting.features import uses
from facilitator.meeting.model import Instant, Meeting, QuorumRule, Value
from facilitator.meeting.presence import entitled_at, is_member


class Quorum(Value, frozen=True, kw_only=True):
    """How things stand: `present` with a vote of `required` of `legal_number` members."""

    present: int
    required: int
    legal_number: int

    @property
    def is_met(self) -> bool:
        return self.present >= self.required


def required_of(legal_number: int, rule: QuorumRule) -> int:
    """How many of so many must be there.

    More than half of 19 is 10, of 20 is 11 (§ 49 (1) GO NRW: 'mehr als die Hälfte der gesetzlichen
    Mitgliederzahl'). Half of 19 is 10, of 20 is 10 (§ 37 (2) GemO BW: 'mindestens die Hälfte aller
    Mitglieder'). A third of 19 is 7. None: 0; of no members: 0."""
    if rule == "none" or legal_number <= 0:
        return 0
    match rule:
        case "half":
            return -(-legal_number // 2)
        case "third":
            return -(-legal_number // 3)
    return legal_number // 2 + 1


def legal_number_of(meeting: Meeting) -> int:
    """The legal number of members as set for the meeting, else how many with a vote are listed;
    whoever was written in at the door belongs to no list, unless there is none."""
    if meeting.legal_number:
        return meeting.legal_number
    members = [person for person in meeting.people if is_member(person)]
    return sum(not person.is_new for person in members) or len(members)


def legal_for_majority(meeting: Meeting) -> int | None:
    """What a majority of the legal number counts against: the number set, in a body else its list
    of members, as for the quorum. None: not known."""
    if meeting.legal_number or not uses(meeting, "quorum"):
        return meeting.legal_number
    return legal_number_of(meeting) or None


def quorum_at(meeting: Meeting, at: Instant, item: str = "") -> Quorum:
    """The quorum at a moment. With an item those biased do not count for it ('anwesend und
    stimmberechtigt', § 37 (2) GemO BW, which asks for a quarter only where more than half are
    biased: that is the chair's to judge)."""
    legal = legal_number_of(meeting)
    voting = entitled_at(meeting, at, item)
    strangers = {person.id for person in meeting.people if person.is_new}
    if any(is_member(person) and person.id not in strangers for person in meeting.people):
        voting -= strangers  # who is not in the number of members cannot make up for one of them
    return Quorum(
        present=len(voting),
        required=required_of(legal, meeting.quorum_rule),
        legal_number=legal,
    )


def stated(meeting: Meeting, at: Instant, item: str = "") -> c.QuorumStated:
    """The statement of the chair that is recorded: the numbers as they are."""
    now = quorum_at(meeting, at, item)
    return c.QuorumStated(
        present=now.present, required=now.required, legal_number=now.legal_number, item=item
    )


def turned(before: Meeting, after: Meeting, at: Instant) -> Quorum | None:
    """The quorum as it stands now if a change lost or regained it while the meeting runs; None:
    it is as it was."""
    if after.state != "running" or before.state != "running":
        return None
    item = after.running_item.id if after.running_item else ""
    item_before = before.running_item.id if before.running_item else ""
    was = quorum_at(before, at, item_before)
    now = quorum_at(after, at, item)
    return now if was.is_met != now.is_met else None
