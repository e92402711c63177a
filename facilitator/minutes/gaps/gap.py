"""One line of the list of what is missing, and what all ranks share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from facilitator.meeting.actions import current, is_open
from facilitator.meeting.model import ActionItem, AgendaItem, Entry, Meeting, Value

Rank = Literal["missing", "to_decide", "hint"]
What = Literal[
    "owners",
    "due",
    "vote",
    "order",
    "result",
    "chair",
    "minute_taker",
    "place",
    "end",
    "next_meeting",
    "parked_topic",
    "question",
    "bias",
    "owner_is_nobody",
    "spelling",
    "votes_cast",
    "without_quorum",
    "read_back",
    "quorum",
    "round",
]


class Gap(Value, frozen=True, kw_only=True):
    """One line of the list. `entry`, `item`: ids of what it is about, or empty: the meeting.
    `label`: its tag ('M7') or agenda number ('6'), or empty. `text`: its summary or title.
    `detail`: the owner's name as typed, votes cast, who is biased or was not heard; `other`: the
    name probably meant, or the number of those entitled (needed for a quorum)."""

    rank: Rank
    what: What
    entry: str = ""
    item: str = ""
    label: str = ""
    text: str = ""
    detail: str = ""
    other: str = ""

    @property
    def subject(self) -> str:
        """What is counted once, however many gaps it has: the entry, the item, or the gap of the
        meeting itself."""
        return self.entry or self.item or self.what


def in_order_of_agenda(meeting: Meeting) -> list[Entry]:
    """Entries for the minutes in the order in which they are printed."""
    places = {item.id: place for place, item in enumerate(meeting.agenda_items)}
    after_all = len(places)
    printed = [e for e in meeting.entries if e.visibility == "minutes"]
    return sorted(printed, key=lambda e: places.get(e.item, -1 if e.before_start else after_all))


def about(entry: Entry, rank: Rank, what: What, detail: str = "", other: str = "") -> Gap:
    return Gap(
        rank=rank,
        what=what,
        entry=entry.id,
        item=entry.item,
        label=entry.tag,
        text=entry.text,
        detail=detail,
        other=other,
    )


def of_item(item: AgendaItem) -> Gap:
    return Gap(rank="missing", what="result", item=item.id, label=item.number, text=item.title)


def open_actions(meeting: Meeting, entries: list[Entry]) -> Iterator[ActionItem]:
    """As they stand after what was said of them here; those done or dropped need no owner."""
    for entry in entries:
        if isinstance(entry, ActionItem):
            action = current(entry, meeting.statements)
            if is_open(action.status):
                yield action


def votes_are_asked(meeting: Meeting) -> bool:
    """Bodies vote; a conference gives an opinion, unless somebody switched votes on."""
    return meeting.kind == "body" or "votes" in meeting.uses
