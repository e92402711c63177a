"""The document as values: plain text in the language of the meeting, ready to be laid out.

Codes (kinds, states, methods) stay codes; their words are the template's. Empty strings mean that
there is nothing to print. All lists are in the order of print.
"""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import ActionStatus, DecisionKind, MeetingKind, Value
from facilitator.minutes.votes import Outcome

Status = Literal["draft", "sent", "approved"]
SectionKind = Literal["item", "before_start", "no_item"]
Remark = Literal["", "silent", "unrecorded", "skipped", "deferred", "not_reached", "pending"]
"""What stands in an item without content: nobody spoke; spoken of, but nothing for the minutes;
passed over; put off; never called; still to come."""


class Head(Value, frozen=True, kw_only=True):
    body: str = ""
    """Name of the series as it was."""
    title: str = ""
    """With its ordinal: '2. Netzwerktreffen'."""
    file_reference: str = ""
    day: str = ""
    """With its weekday."""
    time: str = ""
    """From-to as held, else as planned."""
    planned_time: str = ""
    """From-to as planned, where it was held otherwise."""
    place: str = ""
    chair: str = ""
    moderator: str = ""
    minute_taker: str = ""
    place_left_open: bool = False
    minute_taker_left_open: bool = False


class FrontMatter(Value, frozen=True, kw_only=True):
    """For programs: ISO 8601, numbers, codes."""

    document: str = "results"
    status: Status = "draft"
    version: int = 1
    issued: str = ""
    language: str = "de"
    series: str = ""
    title: str = ""
    number: int | None = None
    file_reference: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    chair: str = ""
    minute_taker: str = ""
    public: bool = True
    """No agenda item is non-public."""
    fields: tuple[str, ...] = ()


class PersonRow(Value, frozen=True, kw_only=True):
    name: str
    organization: str = ""
    function: str = ""
    time: str = ""
    """From-until where not the whole time."""
    is_remote: bool = False
    represented_by: str = ""


class Count(Value, frozen=True, kw_only=True):
    name: str
    number: int


class AttendanceList(Value, frozen=True, kw_only=True):
    present: tuple[PersonRow, ...] = ()
    guests: tuple[PersonRow, ...] = ()
    represented: tuple[PersonRow, ...] = ()
    excused: tuple[PersonRow, ...] = ()
    unnamed: tuple[Count, ...] = ()
    """Guests nobody knows by name; `name` is what was said of them, or empty."""
    organizations: tuple[Count, ...] = ()
    """Present people (guests among them) per organisation, the largest first; those without one
    under an empty name, last."""
    annex: int | None = None
    """Number of the annex that holds the tables, when there are too many for the text."""

    @property
    def number_present(self) -> int:
        return len(self.present) + len(self.guests)

    @property
    def number_unnamed(self) -> int:
        return sum(count.number for count in self.unnamed)

    @property
    def number_organizations(self) -> int:
        return sum(1 for count in self.organizations if count.name)

    @property
    def is_empty(self) -> bool:
        return not (self.present or self.guests or self.represented or self.excused or self.unnamed)


class VoteRow(Value, frozen=True, kw_only=True):
    """`words`: 'einstimmig bei 4 Enthaltungen', or the method where nothing was counted;
    `numbers`: '58 Ja, 0 Nein, 4 Enthaltungen'; `how`: 'geheim', 'Handzeichen'; each may be
    empty. In the language of the minutes; they may hold what a user typed."""

    words: str = ""
    numbers: str = ""
    how: str = ""
    outcome: Outcome = ""
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    method: str = ""


class DecisionRow(Value, frozen=True, kw_only=True):
    number: str
    kind: DecisionKind
    is_rejected: bool
    addressee: str
    wording: str
    vote: VoteRow | None
    read_back: str
    """Time of day, or empty."""
    item: str
    """Number of the agenda item, or empty."""


class ActionRow(Value, frozen=True, kw_only=True):
    """An action item, new or from an earlier meeting, as it stood after this meeting."""

    number: str
    summary: str
    who: str
    due: str
    status: ActionStatus
    item: str = ""
    field: str = ""
    comment: str = ""
    """What was said of it in this meeting, reasons for dropping it among that."""


class ActionGroup(Value, frozen=True, kw_only=True):
    """Action items of one working group; an empty name: of none."""

    name: str
    actions: tuple[ActionRow, ...]


class QuestionRow(Value, frozen=True, kw_only=True):
    number: str
    text: str
    who: str
    due: str
    answer: str
    item: str


class ParkedRow(Value, frozen=True, kw_only=True):
    number: str
    text: str
    outcome: str
    item: str


class Section(Value, frozen=True, kw_only=True):
    """An agenda item with all that belongs to it, or the entries outside of the agenda."""

    kind: SectionKind = "item"
    number: str = ""
    title: str = ""
    depth: int = 0
    is_public: bool = True
    time: str = ""
    presenter: str = ""
    group: str = ""
    result: str = ""
    result_left_open: bool = False
    remark: Remark = ""
    notes: tuple[str, ...] = ()
    reviewed: tuple[ActionRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    parked: tuple[ParkedRow, ...] = ()


class NextMeetingRow(Value, frozen=True, kw_only=True):
    """`text` as spoken, `day` with its weekday, `time`, `place`; each may be empty."""

    text: str = ""
    day: str = ""
    time: str = ""
    place: str = ""


class OverviewRow(Value, frozen=True, kw_only=True):
    """Minutes as planned and as used; an item with sub-items has theirs among its own."""

    number: str
    title: str
    planned: int | None
    used: int | None


class Overview(Value, frozen=True, kw_only=True):
    annex: int
    rows: tuple[OverviewRow, ...]
    planned: int
    used: int


class MinutesDocument(Value, frozen=True, kw_only=True):
    """Everything the minutes say, nothing of what is internal or for the record only."""

    kind: MeetingKind
    language: str
    status: Status
    version: int
    issued: str
    front: FrontMatter
    head: Head
    attendance: AttendanceList
    sections: tuple[Section, ...]
    decisions: tuple[DecisionRow, ...]
    new_actions: tuple[ActionGroup, ...]
    earlier_actions: tuple[ActionRow, ...]
    open_questions: tuple[QuestionRow, ...]
    parked: tuple[ParkedRow, ...]
    next_meeting: NextMeetingRow
    overview: Overview | None
    """Appendix 'Zeitübersicht', or None."""

    @property
    def agenda(self) -> tuple[Section, ...]:
        """The agenda as held."""
        return tuple(section for section in self.sections if section.kind == "item")
