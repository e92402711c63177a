"""Random histories for hypothesis: what several laptops might write, junk references included."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from written import START

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    Due,
    Instant,
    NextMeeting,
    Owner,
    Stay,
    TabledAction,
    Thumbs,
    Vote,
)

TEXTS = st.sampled_from(["", "Flyer", "Größe", "^0", "[/x] | # *", "a\nb", "M7", "é"]) | st.text(
    max_size=12
)
PLACES = st.integers(min_value=0, max_value=14)
ENTRY_KINDS = st.sampled_from(["note", "decision", "action_item", "question", "parked_topic"])
OWNERS = st.lists(st.builds(Owner, name=TEXTS, id=PLACES.map(str)), max_size=2).map(tuple)
DUES = st.none() | st.builds(Due, text=TEXTS, last=st.none() | st.just(date(2026, 11, 30)))


def _reference(place: int) -> str:
    """A reference to the change at this place of the history, or junk."""
    return f"@{place}"


REFERENCES = PLACES.map(_reference) | st.sampled_from(["", "junk", "first"])

SEVERAL = st.lists(REFERENCES, max_size=3).map(tuple)
TIMES = st.sampled_from(["", "00:20", "16:40", "99:99"])
TABLED = st.builds(TabledAction, id=TEXTS, number=TEXTS, summary=TEXTS, owners=OWNERS, due=DUES)


def _amend(kind: type, key: str, **fields: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(kind, **{key: REFERENCES}, **fields)


CHANGES = st.one_of(
    st.builds(c.MeetingPlanned, title=TEXTS, kind=st.sampled_from(["network", "body"])),
    st.builds(c.MeetingAmended, title=TEXTS, next_meeting=st.builds(NextMeeting, text=TEXTS)),
    st.builds(
        c.MeetingAmended,
        start=TIMES,
        end=TIMES,
        hard_end=TIMES,
        legal_number=st.none() | PLACES,
        renamed_to=TEXTS,
        renamed_by=REFERENCES,
    ),
    st.builds(c.MeetingStarted),
    st.builds(c.MeetingClosed),
    st.builds(c.MeetingReopened, reason=TEXTS),
    st.builds(c.OfficerNamed, role=st.just("chair"), name=TEXTS),
    st.builds(c.GapLeftOpen, gap=st.just("due"), entry=REFERENCES),
    st.builds(c.AgendaItemAdded, title=TEXTS, parent=REFERENCES, after=REFERENCES),
    _amend(c.AgendaItemAmended, "item", title=TEXTS, planned_minutes=st.integers(0, 90)),
    _amend(c.AgendaItemMoved, "item", parent=REFERENCES, after=REFERENCES),
    _amend(c.AgendaItemRemoved, "item"),
    _amend(c.ItemStarted, "item"),
    _amend(c.ItemEnded, "item"),
    _amend(c.ItemSkipped, "item"),
    _amend(c.ItemDeferred, "item"),
    _amend(c.ItemReopened, "item"),
    st.builds(c.OrganizationAdded, name=TEXTS),
    st.builds(c.PersonAdded, name=TEXTS, organization=REFERENCES),
    _amend(c.PersonAmended, "person", name=TEXTS),
    _amend(c.PersonRemoved, "person"),
    st.builds(
        c.AttendanceRecorded,
        person=REFERENCES,
        status=st.sampled_from(["expected", "present", "represented", "excused"]),
        time=TIMES,
    ),
    st.builds(c.PersonLeft, person=REFERENCES, time=TIMES),
    st.builds(c.GuestsCounted, number=st.integers(-3, 40), is_total=st.booleans()),
    st.builds(c.GroupAdded, name=TEXTS, members=SEVERAL, founded_under=REFERENCES),
    _amend(c.GroupAmended, "group", name=TEXTS, members=SEVERAL, speakers=SEVERAL),
    st.builds(c.FieldAdded, name=TEXTS),
    _amend(c.FieldAmended, "field", name=TEXTS),
    st.builds(c.NoteRecorded, text=TEXTS, item=REFERENCES),
    st.builds(c.DecisionRecorded, wording=TEXTS, item=REFERENCES),
    st.builds(c.ActionItemRecorded, summary=TEXTS, item=REFERENCES, owners=OWNERS, due=DUES),
    st.builds(c.QuestionRecorded, text=TEXTS, item=REFERENCES),
    st.builds(c.TopicParked, text=TEXTS, item=REFERENCES),
    _amend(c.NoteAmended, "note", text=TEXTS),
    st.builds(c.NoteSplit, note=REFERENCES, text=TEXTS, rest=TEXTS),
    _amend(c.DecisionAmended, "decision", wording=TEXTS),
    _amend(c.ActionItemAmended, "action_item", summary=TEXTS, owners=OWNERS),
    _amend(
        c.ActionItemAmended,
        "action_item",
        read_back_at=st.none() | st.just(Instant(START)),
        is_milestone=st.booleans(),
    ),
    _amend(c.QuestionAmended, "question", text=TEXTS, answer=TEXTS),
    _amend(c.ParkedTopicAmended, "parked_topic", text=TEXTS, outcome=TEXTS),
    st.builds(c.EntryConverted, entry=REFERENCES, to=ENTRY_KINDS),
    st.builds(c.EntryMoved, entry=REFERENCES, item=REFERENCES, after=REFERENCES),
    _amend(c.EntryRemoved, "entry"),
    st.builds(
        c.VisibilitySet,
        entry=REFERENCES,
        visibility=st.sampled_from(["minutes", "record", "internal"]),
    ),
    st.builds(c.ActionItemReviewed, action_item=REFERENCES, comment=TEXTS, due=DUES),
    _amend(c.ReviewAmended, "review", comment=TEXTS),
    st.builds(
        c.NumbersGiven,
        numbers=st.lists(st.tuples(REFERENCES, TEXTS), max_size=2).map(tuple),
    ),
    st.builds(
        c.ActionItemsTabled,
        action_items=st.lists(TABLED, max_size=2).map(tuple),
    ),
    st.builds(
        c.MinutesExported,
        version=PLACES,
        file=TEXTS,
        digest=st.just("0" * 64),
        issued=st.just(date(2026, 11, 25)),
    ),
    st.builds(c.MinutesSent, version=PLACES, to=st.lists(TEXTS, max_size=2).map(tuple)),
    st.builds(c.SendingWithdrawn, sending=REFERENCES, reason=TEXTS),
    st.builds(c.ObjectionRaised, by=TEXTS, text=TEXTS, item=REFERENCES),
    st.builds(
        c.ObjectionSettled,
        objection=REFERENCES,
        outcome=st.sampled_from(["", "accepted", "rejected"]),
        text=TEXTS,
    ),
    st.builds(c.MinutesApproved, id=st.sampled_from(["", "x", "y"]), version=PLACES),
    st.builds(c.ApprovalWithdrawn, approval=REFERENCES | st.just("x")),
    st.builds(c.MinutesReopened, reason=TEXTS),
    st.builds(c.NextMeetingPlanned, reference=TEXTS, title=TEXTS),
    st.builds(c.MeetingAmended, ended=TIMES),
    st.builds(c.SeriesAmended, name=TEXTS),
    st.builds(c.QuorumStated, present=st.integers(-1, 60), required=PLACES, legal_number=PLACES),
    st.builds(c.BiasDeclared, item=REFERENCES, name=TEXTS, person=REFERENCES),
    st.builds(c.BiasEnded, item=REFERENCES, name=TEXTS, person=REFERENCES),
    st.builds(c.BiasDenied, item=REFERENCES),
    st.builds(
        c.StaysCorrected,
        person=REFERENCES,
        stays=st.lists(st.builds(Stay, left=st.none() | st.just("16:00")), max_size=2).map(tuple),
    ),
    st.builds(
        c.OpinionTaken,
        decision=REFERENCES,
        opinion=st.just(Thumbs(at=Instant(START), up=3, sideways=1, down=0)),
    ),
    _amend(
        c.DecisionAmended,
        "decision",
        wording=TEXTS,
        weight=st.just("substance"),
        vote=st.none() | st.just(Vote(yes=3, no=1)),
    ),
    st.builds(c.ItemStarted, item=REFERENCES, interrupts=st.just(True)),
    st.builds(c.AgendaItemAdded, title=TEXTS, parent=REFERENCES, purpose=st.just("break")),
    st.builds(c.SpeakerAdded, name=TEXTS, person=REFERENCES, is_point_of_order=st.booleans()),
    _amend(c.SpeakerMoved, "speaker", after=REFERENCES),
    _amend(c.SpeakerRemoved, "speaker"),
    _amend(c.SpeakerCalled, "speaker"),
    _amend(c.SpeakerEnded, "speaker"),
    st.builds(c.RoundOpened, prompt=TEXTS, subjects=SEVERAL),
    _amend(c.RoundAmended, "round", prompt=TEXTS, subjects=SEVERAL),
    _amend(c.RoundAnswered, "round", subject=REFERENCES, text=TEXTS),
    _amend(c.RoundClosed, "round"),
    st.builds(c.BoardOpened, prompt=TEXTS, columns=st.just(("Bestand", "Bedarf"))),
    _amend(c.BoardAmended, "board", prompt=TEXTS, columns=st.sampled_from([(), ("Bestand",)])),
    _amend(c.BoardRemoved, "board"),
    st.builds(c.CardWritten, board=REFERENCES, text=TEXTS, card_group=REFERENCES, column=PLACES),
    _amend(c.CardAmended, "card", text=TEXTS, dots=st.none() | PLACES),
    _amend(c.CardMoved, "card", card_group=REFERENCES, after=REFERENCES, column=PLACES),
    _amend(c.CardRemoved, "card"),
    st.builds(c.CardGroupAdded, board=REFERENCES, name=TEXTS),
    _amend(c.CardGroupAmended, "card_group", name=TEXTS, column=PLACES),
    _amend(c.CardGroupRemoved, "card_group"),
    st.builds(c.TakenBack, steps=st.lists(REFERENCES, max_size=2).map(tuple)),
    st.builds(c.Restored, steps=st.lists(REFERENCES, max_size=2).map(tuple)),
)


@st.composite
def histories(draw: st.DrawFn, most: int = 30) -> list[c.Stamped]:
    """Stamped changes of up to three laptops, in the order of their ids. References such as '@3'
    are replaced by the id of the change at that place, so that many of them hit."""
    drawn = draw(st.lists(st.tuples(CHANGES, st.sampled_from("abc")), max_size=most))
    ids = [f"{n:012x}-000-{device * 4}0001" for n, (_, device) in enumerate(drawn)]
    return [
        c.Stamped(
            id=ids[n],
            step=ids[n],
            at=Instant(START + timedelta(seconds=n)),
            change=_aimed(change, ids),
        )
        for n, (change, _) in enumerate(drawn)
    ]


def _aimed(change: c.Change, ids: list[str]) -> c.Change:
    def aim(value: object) -> object:
        if isinstance(value, str) and value.startswith("@") and value[1:].isdigit():
            place = int(value[1:])
            return ids[place] if place < len(ids) else value
        if isinstance(value, tuple):
            return tuple(aim(each) for each in value)
        return value

    values = {name: aim(getattr(change, name)) for name in change.__struct_fields__}
    return type(change)(**values)
