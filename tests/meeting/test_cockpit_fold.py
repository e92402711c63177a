"""What happens in the live cockpit: breaks, bias, officers, wordings, speakers, rounds, cards."""

from __future__ import annotations

from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item
from facilitator.meeting.features import switched_on, uses
from facilitator.meeting.model import Stay, Thumbs, Vote


def _agenda(written: Written, *titles: str) -> list[str]:
    return [written.record(c.AgendaItemAdded(title=title))[0].id for title in titles]


def test_a_break_has_no_number_and_the_interrupted_item_goes_on():
    written = Written()
    one, two = _agenda(written, "Zahlen", "Berichte")
    written.record(c.ItemStarted(item=one))
    written.wait(10)
    pause = c.AgendaItemAdded(title="Pause", after=one, purpose="break", planned_minutes=15)
    _, started = written.record(pause, c.ItemStarted(item="^0", interrupts=True))
    items = written.meeting.agenda_items
    assert [(i.number, i.order, i.state) for i in items] == [
        ("1", 1, "interrupted"), ("", 2, "running"), ("2", 3, "open"),
    ]  # fmt: skip
    assert items[1].is_break
    assert not items[1].is_business
    assert next_item(written.meeting) == items[0]
    written.wait(15)
    written.record(c.ItemStarted(item=one))
    assert [i.state for i in written.meeting.agenda_items] == ["running", "done", "open"]
    following = next_item(written.meeting)
    assert following is not None
    assert following.id == two
    written.wait(5)
    used = written.meeting.agenda_items[0].used_seconds(started.at.__class__(written.now))
    assert 15 * 60 <= used < 15 * 60 + 10


def test_a_biased_person_is_back_when_the_item_is_over():
    written = Written()
    one, two = _agenda(written, "Vergabe", "Verschiedenes")
    written.record(c.ItemStarted(item=one))
    written.record(c.BiasDeclared(item=one, name="Weiß"))
    written.record(c.BiasDeclared(item=one, name="Weiß"))
    (bias,) = written.meeting.agenda_items[0].bias
    assert bias.name == "Weiß"
    assert bias.returned_at is None
    written.record(c.ItemStarted(item=two))
    assert written.meeting.agenda_items[0].bias[0].returned_at is not None
    written.record(c.BiasDenied(item=two))
    assert written.meeting.agenda_items[1].is_bias_denied


def test_a_biased_person_stays_out_over_a_break():
    written = Written()
    (one,) = _agenda(written, "Vergabe")
    written.record(c.ItemStarted(item=one))
    written.record(c.BiasDeclared(item=one, name="Weiß"))
    pause = c.AgendaItemAdded(title="Pause", after=one, purpose="break")
    written.record(pause, c.ItemStarted(item="^0", interrupts=True))
    written.record(c.ItemStarted(item=one))
    assert written.meeting.agenda_items[0].bias[0].returned_at is None
    written.record(c.ItemEnded(item=one))
    assert written.meeting.agenda_items[0].bias[0].returned_at is not None


def test_an_officer_who_takes_over_while_it_runs_keeps_the_one_before():
    written = Written()
    (one,) = _agenda(written, "Eröffnung")
    written.record(c.OfficerNamed(role="chair", name="Weis"))
    written.record(c.OfficerNamed(role="chair", name="Weiß"))
    written.record(c.ItemStarted(item=one))
    written.record(c.OfficerNamed(role="chair", name="Nowak"))
    before, now = written.meeting.officers
    assert (before.name, before.since, now.name, now.until) == ("Weiß", None, "Nowak", None)
    assert before.until == now.since is not None
    assert written.meeting.officer("chair") == now
    written.record(c.MeetingClosed())
    written.record(c.OfficerNamed(role="chair", name="Nowakowski"))
    assert [o.name for o in written.meeting.officers] == ["Weiß", "Nowakowski"]
    assert written.meeting.officers[1].since == before.until


def test_wordings_are_kept_and_of_substance_withdraws_the_vote():
    written = Written()
    (made,) = written.record(c.DecisionRecorded(wording="Die AG wird erweitert"))
    written.record(c.DecisionAmended(decision=made.id, vote=Vote(yes=5, no=0)))
    written.record(c.DecisionAmended(decision=made.id, read_back_at=made.at))
    written.record(
        c.OpinionTaken(decision=made.id, opinion=Thumbs(at=made.at, up=4, sideways=1, down=0))
    )
    written.record(c.DecisionAmended(decision=made.id, wording="Die AG wird erweitert."))
    (decision,) = written.meeting.decisions
    assert decision.vote
    assert decision.read_back_at
    assert decision.opinions
    assert [w.text for w in decision.earlier_wordings] == ["Die AG wird erweitert"]
    written.record(
        c.DecisionAmended(decision=made.id, wording="Die AG wird aufgelöst.", weight="substance")
    )
    (decision,) = written.meeting.decisions
    assert decision.vote is None
    assert decision.read_back_at is None
    assert not decision.opinions
    assert [w.weight for w in decision.earlier_wordings] == ["editorial", "substance"]
    written.undo()
    (decision,) = written.meeting.decisions
    assert decision.vote == Vote(yes=5, no=0)
    assert decision.text == "Die AG wird erweitert."


def test_points_of_order_go_first_and_one_speaks_at_a_time():
    written = Written()
    names = ("Haddad", "Weiß", "Nowak")
    ids = [written.record(c.SpeakerAdded(name=name))[0].id for name in names]
    written.record(c.SpeakerCalled(speaker=ids[0]))
    written.record(c.SpeakerAdded(name="Öztürk", is_point_of_order=True))
    written.record(c.SpeakerMoved(speaker=ids[2], after="junk"))
    written.record(c.SpeakerMoved(speaker=ids[1], after=ids[2]))
    meeting = written.meeting
    assert meeting.speaking is not None
    assert meeting.speaking.name == "Haddad"
    assert [s.name for s in meeting.waiting] == ["Öztürk", "Nowak", "Weiß"]
    written.record(c.SpeakerCalled(speaker=meeting.waiting[0].id))
    first, second = written.meeting.speakers[:2]
    assert first.ended is not None
    assert second.is_speaking
    written.record(c.SpeakerRemoved(speaker=ids[1]))
    written.record(c.MeetingClosed())
    assert written.meeting.speaking is None
    assert [s.name for s in written.meeting.waiting] == ["Nowak"]


def test_a_round_knows_who_is_missing_and_an_answer_keeps_its_id():
    written = Written()
    (made,) = written.record(c.RoundOpened(prompt="Wie lief es?", subjects=("g1", "g2")))
    (first,) = written.record(c.RoundAnswered(round=made.id, subject="g2", text="gut"))
    written.record(c.RoundAnswered(round=made.id, subject="g2", text="sehr gut"))
    (round_,) = written.meeting.rounds
    assert round_.missing == ("g1",)
    assert [(a.id, a.text) for a in round_.answers] == [(first.id, "sehr gut")]


def test_cards_hang_where_they_were_put():
    written = Written()
    (board,) = written.record(c.BoardOpened(prompt="Was fehlt?", columns=("Bestand", "Bedarf")))
    (group,) = written.record(c.CardGroupAdded(board=board.id, name="Zugang", column=1))
    texts = ("Absagen", "Formulare", "Lärm")
    cards = [
        written.record(c.CardWritten(board=board.id, text=text, column=1))[0].id for text in texts
    ]
    written.record(c.CardMoved(card=cards[2], column=1, card_group=group.id, after="first"))
    written.record(c.CardAmended(card=cards[0], dots=31))
    found = [(k.tag, k.text, k.group, k.dots) for k in written.meeting.contributions]
    assert found == [
        ("K3", "Lärm", group.id, None), ("K1", "Absagen", "", 31), ("K2", "Formulare", "", None),
    ]  # fmt: skip
    written.record(c.CardGroupRemoved(card_group=group.id))
    assert written.meeting.contributions[0].group == ""
    assert not written.meeting.card_groups
    written.undo()
    assert written.meeting.contributions[0].group == group.id
    written.record(c.BoardRemoved(board=board.id))
    assert not written.meeting.contributions
    assert not written.meeting.boards


def test_times_of_a_person_are_corrected_as_a_whole():
    written = Written()
    (person,) = written.record(c.PersonAdded(name="Kern"))
    stays = (Stay(arrived="16:40", left="17:10"), Stay(arrived="17:30"))
    written.record(c.StaysCorrected(person=person.id, stays=stays))
    (attendance,) = written.meeting.attendance
    assert (attendance.status, attendance.stays) == ("present", stays)


def test_a_feature_out_of_sight_comes_when_asked_for():
    written = Written()
    written.record(c.MeetingPlanned(title="Ausschuss", kind="body"))
    assert uses(written.meeting, "quorum")
    assert not uses(written.meeting, "speaker_list")
    written.record(*switched_on(written.meeting, "speaker_list"))
    assert uses(written.meeting, "speaker_list")
    assert switched_on(written.meeting, "speaker_list") == ()


def test_an_action_item_that_changes_was_not_read_back_so():
    written = Written()
    (made,) = written.record(c.ActionItemRecorded(summary="Fachtag planen"))
    written.record(c.ActionItemAmended(action_item=made.id, read_back_at=made.at))
    written.record(c.ActionItemAmended(action_item=made.id, field="f1"))
    assert written.meeting.action_items[0].read_back_at == made.at
    written.record(c.ActionItemAmended(action_item=made.id, summary="Fachtag vorbereiten"))
    assert written.meeting.action_items[0].read_back_at is None
    written.undo()
    assert written.meeting.action_items[0].read_back_at == made.at
