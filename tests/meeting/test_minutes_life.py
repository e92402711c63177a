"""The life of minutes: sent, objected to, approved, reopened; and the end of a meeting."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from written import START, Written

from facilitator.i18n import use_language
from facilitator.life_words import life_words
from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.minutes_life import exports_of, latest_version, minutes_life
from facilitator.meeting.model import SentFile, Vote
from facilitator.meeting.series import SeriesFold
from facilitator.told import told

DAY = date(2026, 10, 20)
UNTIL = date(2026, 12, 8)


@pytest.fixture
def german():
    use_language("de")
    yield
    use_language("en")


@pytest.fixture
def closed() -> Written:
    written = Written()
    written.record(c.MeetingPlanned(title="6. Sitzung", kind="body", day=date(2026, 10, 14)))
    written.record(c.AgendaItemAdded(title="Bericht", id="i"))
    written.record(c.ItemStarted(item="i"))
    written.wait(30)
    written.record(c.MeetingClosed())
    return written


def exported(written: Written, version: int, content: str, **more: object) -> None:
    written.record(
        c.MinutesExported(
            version=version,
            file=f"minutes/a-v{version}.md",
            digest="d",
            issued=DAY,
            content=content,
            **more,
        )
    )


def sent(written: Written, version: int, content: str) -> str:
    (step,) = written.record(
        c.MinutesSent(
            version=version,
            to=("rat@wissen.de", "presse@wissen.de"),
            objections_until=UNTIL,
            files=(SentFile(file=f"minutes/a-v{version}.md", digest="d"),),
            content=content,
        )
    )
    return step.id


def said(written: Written, content: str = "") -> str:
    return life_words(minutes_life(written.meeting, content))


def test_from_the_draft_to_the_approval(closed, german):
    assert said(closed) == "Entwurf"
    exported(closed, 1, "eins")
    assert said(closed) == "Entwurf v1"
    exported(closed, 2, "zwei")
    sent(closed, 2, "zwei")
    assert said(closed, "zwei") == "versandt v2 (Einwände bis 08.12.2026)"
    assert said(closed, "drei") == "geändert seit v2"
    assert minutes_life(closed.meeting, "drei").needs_reason
    exported(closed, 3, "drei", reason="Einwand Haddad")
    assert said(closed) == "geändert seit v2"
    closed.record(c.MinutesApproved(day=date(2026, 12, 9), version=3, by_meeting="next"))
    assert closed.meeting.state == "approved"
    assert said(closed) == "genehmigt am 09.12.2026"
    assert closed.meeting.exports[-1].reason == "Einwand Haddad"


def test_reopened_minutes_need_a_new_approval(closed):
    closed.record(c.MinutesApproved(id="a", day=date(2026, 12, 9)))
    (step,) = closed.record(c.MinutesReopened(reason="Zahlendreher in B-2026-008"))
    assert closed.meeting.state == "closed"
    assert closed.meeting.approval is None
    assert closed.meeting.reopenings[-1].reason == "Zahlendreher in B-2026-008"
    assert told([step], closed.meeting) == ("approved minutes reopened: Zahlendreher in B-2026-008")
    closed.record(c.MinutesApproved(id="a", day=date(2026, 12, 9)))
    assert closed.meeting.state == "closed", "the same approval does not come back"
    closed.record(c.MinutesApproved(id="b", day=date(2027, 2, 3)))
    assert closed.meeting.state == "approved"
    closed.record(c.ApprovalWithdrawn(approval="b"))
    assert closed.meeting.state == "closed"


def test_what_left_the_house_is_not_taken_back_by_undo(closed):
    exported(closed, 1, "eins")
    sent(closed, 1, "eins")
    closed.undo()
    assert closed.meeting.sendings, "undo takes the step before it"
    assert closed.meeting.state == "running"


def test_a_sending_recorded_by_mistake(closed):
    exported(closed, 1, "eins")
    sending = sent(closed, 1, "eins")
    (step,) = closed.record(c.SendingWithdrawn(sending=sending, reason="nur zur Probe"))
    assert minutes_life(closed.meeting).state == "draft"
    assert told([step], closed.meeting) == "not sent after all: nur zur Probe"


def test_objections_are_raised_and_settled(closed, german):
    (raised,) = closed.record(c.ObjectionRaised(by="Haddad", text="Es waren  12 Stimmen", item="i"))
    assert told([raised], closed.meeting) == "Einwand von Haddad: Es waren 12 Stimmen"
    life = minutes_life(closed.meeting)
    assert [o.by for o in life.open_objections] == ["Haddad"]
    (step,) = closed.record(
        c.ObjectionSettled(objection=raised.id, outcome="accepted", text="berichtigt")
    )
    assert told([step], closed.meeting) == "Einwand von Haddad stattgegeben"
    life = minutes_life(closed.meeting)
    assert life.open_objections == ()
    assert life.settled_objections[0].answer == "berichtigt"
    closed.record(c.ObjectionSettled(objection=raised.id, outcome=""))
    assert minutes_life(closed.meeting).open_objections


def test_told_in_german(closed, german):
    exported(closed, 1, "eins")
    step = closed.record(c.MinutesSent(version=1, to=("a@b.de", "c@d.de"), objections_until=UNTIL))
    assert told(step, closed.meeting) == (
        "Fassung 1 versandt an 2 Adressen, Einwände bis 08.12.2026"
    )
    vote = Vote(yes=9, no=0, abstain=2)
    step = closed.record(c.MinutesApproved(day=date(2026, 12, 9), how="vote", vote=vote))
    assert told(step, closed.meeting) == (
        "Protokoll genehmigt am 09.12.2026, einstimmig bei 2 Enthaltungen"
    )
    step = closed.record(c.MinutesApproved(id="n", day=date(2026, 12, 9)))
    assert told(step, closed.meeting) == "Protokoll genehmigt am 09.12.2026, ohne Einwände"


def test_invitation_course_and_data_count_their_versions_apart(closed):
    exported(closed, 1, "x", kind="agenda")
    exported(closed, 4, "x", format="json")
    assert latest_version(closed.meeting) == 0
    exported(closed, 2, "x", kind="decision_list", format="docx")
    assert latest_version(closed.meeting) == 2
    assert [e.version for e in exports_of(closed.meeting, "data")] == [4]


def test_objections_are_taken_until_the_day_itself(closed):
    exported(closed, 1, "eins")
    assert not minutes_life(closed.meeting).takes_objections(DAY)
    sent(closed, 1, "eins")
    life = minutes_life(closed.meeting)
    assert life.takes_objections(UNTIL)
    assert not life.takes_objections(UNTIL + timedelta(days=1))


# -- the end of a meeting ---------------------------------------------------------------------


def ended(written: Written) -> datetime:
    assert written.meeting.closed_at is not None
    return written.meeting.closed_at.at


def test_closed_again_it_ended_when_it_had_ended(closed):
    over = ended(closed)
    closed.wait(60 * 40)
    (step,) = closed.record(c.MeetingReopened(reason="Auftrag vergessen"))
    assert told([step], closed.meeting) == "meeting reopened: Auftrag vergessen"
    closed.record(c.ActionItemRecorded(summary="nachgetragen", item="i"))
    closed.record(c.MeetingClosed())
    assert ended(closed) == over
    assert closed.meeting.agenda_items[0].intervals[-1].end.at == over


def test_if_an_item_ran_since_it_ended_later(closed):
    closed.record(c.MeetingReopened())
    closed.wait(5)
    closed.record(c.ItemStarted(item="i"))
    closed.wait(20)
    closed.record(c.MeetingClosed())
    assert ended(closed) == closed.now


def test_two_laptops_closing_it_end_it_once(closed):
    over = ended(closed)
    closed.wait(3)
    closed.record(c.MeetingClosed())
    assert ended(closed) == over


def test_told_at_the_desk_when_it_was_over(closed):
    closed.wait(60 * 14)
    closed.record(c.MeetingAmended(ended="16:20"))
    assert ended(closed) == START.replace(hour=16, minute=20)
    assert closed.meeting.agenda_items[0].intervals[-1].end.at == ended(closed)
    closed.record(c.MeetingAmended(ended="17:45"))
    assert ended(closed) == START.replace(hour=17, minute=45)
    closed.record(c.MeetingReopened())
    closed.record(c.MeetingClosed())
    assert ended(closed) == START.replace(hour=17, minute=45)


def test_what_is_told_between_reopening_and_closing_counts(closed):
    closed.record(c.MeetingReopened())
    closed.record(c.MeetingAmended(ended="16:10"))
    closed.record(c.MeetingClosed())
    assert ended(closed) == START.replace(hour=16, minute=10)


# -- the series --------------------------------------------------------------------------------


def test_the_series_keeps_the_last_approval_of_each_meeting():
    fold = SeriesFold()
    made = Written()
    for change in (
        c.SeriesFounded(name="Beirat"),
        c.MinutesApproved(id="1", minutes_of="m"),
        c.MinutesApproved(id="2", minutes_of="m"),
        c.MinutesApproved(id="3", minutes_of="n"),
        c.ApprovalWithdrawn(approval="3"),
    ):
        for stamped in made.record(change):
            fold.apply(stamped)
    standing = {a.id: a.is_void for a in fold.value().approvals}
    assert standing == {"1": True, "2": False, "3": True}


def test_an_approval_of_a_meeting_that_runs_is_void():
    fold = MeetingFold()
    made = Written()
    for change in (c.MeetingPlanned(title="x"), c.MinutesApproved(id="a")):
        for stamped in made.record(change):
            fold.apply(stamped)
    assert fold.value().approval is None
    assert fold.value().state == "planned"
