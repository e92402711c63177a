"""Whatever happens in a meeting and whichever view is asked for: only what the room may see stands
on the wall. Every text of a random meeting is a word of its own, so that none hides in another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count

from hypothesis import given
from hypothesis import strategies as st
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    ActionItem,
    Decision,
    Due,
    FistToFive,
    Instant,
    Meeting,
    NextMeeting,
    Owner,
    Stay,
    Vote,
)
from facilitator.wall import View, WallState
from screens.wall import BY_HAND, wall_lines

VISIBILITIES = ("minutes", "record", "internal")
VIEWS: tuple[View, ...] = ("follow", "break", *BY_HAND)
Word = Callable[[], str]


class Happened:
    """A random meeting and all words that were typed in it."""

    def __init__(self, data: st.DataObject) -> None:
        self.written = Written()
        self._data = data
        self._numbers = count(100)
        self.words: list[str] = []
        self.ids: list[str] = [""]
        self.items: list[str] = [""]

    def word(self) -> str:
        self.words.append(f"q{next(self._numbers)}z")
        return self.words[-1]

    def choose(self, *among: object) -> object:
        return self._data.draw(st.sampled_from(among))

    def known(self) -> str:
        return str(self.choose(*self.ids))

    def place(self) -> str:
        """An agenda item, or none."""
        return str(self.choose(*self.items))

    def record(self, *changes: c.Change) -> str:
        made = self.written.record(*changes)[0].id
        self.ids.append(made)
        return made

    @property
    def now(self) -> Instant:
        return Instant(self.written.now)


def item(meeting: Happened) -> None:
    made = meeting.record(c.AgendaItemAdded(title=meeting.word(), parent=meeting.place()))
    meeting.items.append(made)
    public = meeting.choose(True, False)
    meeting.record(
        c.AgendaItemAmended(
            item=made, public=bool(public), presenter=meeting.word(), short_title=meeting.word(),
            planned_minutes=15,
        )
    )  # fmt: skip


def run(meeting: Happened) -> None:
    meeting.record(c.MeetingStarted(), c.ItemStarted(item=meeting.place()))


def entry(meeting: Happened) -> None:
    of = {"item": meeting.place(), "visibility": meeting.choose(*VISIBILITIES)}
    kinds = (
        lambda: c.NoteRecorded(text=meeting.word(), line=meeting.word(), **of),
        lambda: c.QuestionRecorded(text=meeting.word(), **of),
        lambda: c.TopicParked(text=meeting.word(), **of),
        lambda: c.DecisionRecorded(wording=meeting.word(), line=meeting.word(), **of),
        lambda: c.ActionItemRecorded(
            summary=meeting.word(), line=meeting.word(), owners=(Owner(name=meeting.word()),),
            due=Due(text=meeting.word()), **of,
        ),
    )  # fmt: skip
    meeting.record(meeting.choose(*kinds)())  # type: ignore[operator]


def change_entry(meeting: Happened) -> None:
    known = meeting.known()
    kinds = ("note", "decision", "action_item", "question", "parked_topic")
    meeting.record(
        meeting.choose(  # type: ignore[arg-type]
            c.EntryMoved(entry=known, item=meeting.place()),
            c.EntryConverted(entry=known, to=meeting.choose(*kinds)),  # type: ignore[arg-type]
            c.VisibilitySet(entry=known, visibility=meeting.choose(*VISIBILITIES)),  # type: ignore[arg-type]
            c.ActionItemReviewed(action_item=known, comment=meeting.word(), reason=meeting.word()),
            c.AgendaItemAmended(item=known, public=False),
            c.AgendaItemRemoved(item=known),
            c.AgendaItemRemoved(item=meeting.place()),
            c.TakenBack(steps=(known,)),
        )
    )


def vote(meeting: Happened) -> None:
    made = meeting.record(c.DecisionRecorded(wording=meeting.word(), item=meeting.place()))
    fist = FistToFive(at=meeting.now, counts=(1, 2, 3, 4, 5, 6), concerns=(meeting.word(),))
    meeting.record(c.OpinionTaken(decision=made, opinion=fist))
    if meeting.choose(True, False):
        taken = Vote(yes=3, no=1, dissent=(meeting.word(),))
        meeting.record(c.DecisionAmended(decision=made, vote=taken, addressee=meeting.word()))


def people(meeting: Happened) -> None:
    organization = meeting.record(c.OrganizationAdded(name=meeting.word()))
    person = meeting.record(
        c.PersonAdded(
            name=meeting.word(), organization=organization, role=meeting.word(),
            email=meeting.word(),
        )
    )  # fmt: skip
    status = meeting.choose("expected", "present", "represented", "excused")
    meeting.record(
        c.AttendanceRecorded(
            person=person,
            status=status,  # type: ignore[arg-type]
            represented_by=meeting.word(),
        )
    )
    meeting.record(c.StaysCorrected(person=person, stays=(Stay(arrived="16:00"),)))
    meeting.record(c.GuestsCounted(number=3, text=meeting.word()))
    meeting.record(c.OfficerNamed(role="chair", name=meeting.word()))
    meeting.record(c.BiasDeclared(item=meeting.place(), name=meeting.word()))


def cards(meeting: Happened) -> None:
    board = meeting.record(
        c.BoardOpened(prompt=meeting.word(), item=meeting.place(), columns=(meeting.word(),))
    )
    group = meeting.record(c.CardGroupAdded(board=board, name=meeting.word()))
    for place in (group, ""):
        card = meeting.record(
            c.CardWritten(board=board, text=meeting.word(), card_group=place, line=meeting.word())
        )
        meeting.record(c.CardAmended(card=card, dots=77000))
    if meeting.choose(True, False):
        meeting.record(c.BoardAmended(board=board, are_dots_shown=True))


def speaking(meeting: Happened) -> None:
    for _ in range(2):
        made = meeting.record(c.SpeakerAdded(name=meeting.word(), item=meeting.place()))
    meeting.record(c.SpeakerCalled(speaker=made))
    group = meeting.record(c.GroupAdded(name=meeting.word()))
    asked = meeting.record(
        c.RoundOpened(prompt=meeting.word(), item=meeting.place(), subjects=(group,))
    )
    meeting.record(
        c.RoundAnswered(round=asked, subject=group, text=meeting.word(), speaker=meeting.word())
    )


HAPPENINGS = (item, item, run, entry, entry, entry, change_entry, vote, people, cards, speaking)


def is_public(meeting: Meeting, item_id: str) -> bool:
    found = next((each for each in meeting.agenda_items if each.id == item_id), None)
    if found is None:
        return not item_id
    return found.public and is_public(meeting, found.parent)


def may_be_seen(meeting: Meeting) -> set[str]:
    """Said once more, independently: every word that the room may see."""
    seen = {meeting.title, meeting.series_name, meeting.place}
    for each in meeting.agenda_items:
        if is_public(meeting, each.id):
            seen |= {each.title, each.presenter}
    for entry in meeting.entries:
        if not isinstance(entry, Decision | ActionItem):
            continue
        if entry.is_orphaned:  # what of its item? nobody can say any more
            continue
        if entry.visibility == "minutes" and is_public(meeting, entry.item):
            seen.add(entry.text)
            if isinstance(entry, ActionItem):
                seen |= {owner.name for owner in entry.owners}
                seen |= {entry.due.text} if entry.due else set()
    boards = {board.id for board in meeting.boards if is_public(meeting, board.item)}
    for board in meeting.boards:
        seen |= {board.prompt, *board.columns} if board.id in boards else set()
    seen |= {group.name for group in meeting.card_groups if group.board in boards}
    seen |= {card.text for card in meeting.contributions if card.board in boards}
    seen |= {s.name for s in meeting.speakers if is_public(meeting, s.item)}
    for asked in meeting.rounds:
        if is_public(meeting, asked.item):
            seen |= {asked.prompt, *(g.name for g in meeting.groups if g.id in asked.subjects)}
    return seen


def asked_for(meeting: Meeting) -> list[tuple[View, str]]:
    """Every view of what fits, and of each thing it could be asked for."""
    subjects: dict[View, list[str]] = {
        "item": [each.id for each in meeting.agenda_items],
        "read_back_actions": [each.id for each in meeting.agenda_items],
        "read_back": [each.id for each in meeting.entries],
        "vote": [each.id for each in meeting.entries],
        "cards": [each.id for each in meeting.boards],
        "dots": [each.id for each in meeting.boards],
        "round": [each.id for each in meeting.rounds],
    }
    return [(view, each) for view in VIEWS for each in ("", "junk", *subjects.get(view, ()))]


@given(st.data())
def test_nothing_else_ever_stands_on_the_wall(data: st.DataObject) -> None:
    meeting = Happened(data)
    meeting.record(c.MeetingPlanned(title=meeting.word(), series_name=meeting.word()))
    item(meeting)
    for happens in data.draw(st.lists(st.sampled_from(HAPPENINGS), min_size=4, max_size=14)):
        happens(meeting)
    state = meeting.written.meeting
    hidden = set(meeting.words) - may_be_seen(state)
    running = state.running_item
    size = data.draw(st.sampled_from(((80, 24), (120, 36), (80, 18), (200, 60))))
    for view, subject in asked_for(state):
        lines = wall_lines(state, meeting.now, WallState(view=view, subject=subject), *size)
        text = "\n".join(line.text for line in lines)
        assert not {word for word in hidden if word in text}, (view, text)
        if "77000" in text:
            assert any(board.are_dots_shown for board in state.boards)
            assert view == "dots"
        if view == "follow" and running is not None and not is_public(state, running.id):
            assert not {word for word in meeting.words if word in text}


def test_the_way_into_a_video_meeting_is_for_those_invited() -> None:
    written, place = Written(), "Rathaus, https://video.example/raum?pwd=geheim"
    written.record(c.MeetingPlanned(title="Beirat", start="16:30", place=place))

    def wall() -> str:
        lines = wall_lines(written.meeting, Instant(written.now), WallState(), 100, 30)
        return "\n".join(line.text for line in lines)

    assert "Rathaus" in wall()
    assert "video.example" not in wall()
    coming = NextMeeting(text="am 15.4.", day=date(2027, 4, 15), place=place)
    written.record(c.MeetingStarted())
    written.record(c.MeetingAmended(next_meeting=coming), c.MeetingClosed())
    assert "Rathaus" in wall()
    assert "video.example" not in wall()
