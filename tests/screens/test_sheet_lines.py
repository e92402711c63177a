"""The fields of the decision sheet, without a screen: what stands in a line means the same when it
is typed again, and nothing typed raises."""

from __future__ import annotations

import msgspec
import pytest
from capture_meeting import MEETING, NOW, make_context
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.capture import read_vote
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Bias, Decision, Vote
from screens.sheet_choices import fields_of, kind_chosen, majority_shown, reworded, withdraws
from screens.sheet_lines import line_of, read_field, vote_line

DECISION = Decision(
    id="e-b2", kind="decision", tag="B2", item="i81", at=NOW, visibility="minutes",
    text="Das Amt legt ein Konzept vor bis Ende März",
)  # fmt: skip
TYPED = (
    "58 0 4", "58 0 4 1", "geheim 10 2 1", "namentlich: Weiß ja, Haddad nein, Kern enth",
    "einstimmig", "einstimmig bei 4 Enthaltungen", "Konsens", "keine Einwände", "abgelehnt 3 9",
    "einstimmig abgelehnt", "mehrheitlich bei 2 Gegenstimmen und 1 Enthaltung", "8 8 0",
    "10 2 1 Handzeichen", "angenommen", "mehrheitlich", "abgelehnt", "10 2 1 Stimmkarten",
)  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("typed", TYPED)
def test_what_stands_in_the_line_means_the_same(typed: str, language: str) -> None:
    use_language(language)
    context = make_context(now=NOW, language=language)
    first = read_vote(typed, context)
    assert first is not None
    assert first.vote is not None
    again = read_vote(vote_line(first.vote), context)
    assert again is not None, vote_line(first.vote)
    assert again.vote == first.vote


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["addressee", "vote", "bias", "dissent", "mood", "action"]),
    st.one_of(st.text(max_size=60), st.sampled_from(TYPED), st.just("niemand, Haddad; Weiß")),
)
def test_nothing_typed_raises_and_everything_can_be_stored(field: str, typed: str) -> None:
    said = read_field(field, typed, DECISION, make_context(now=NOW))
    for change in said.changes:
        assert msgspec.json.decode(msgspec.json.encode(change), type=c.Change) == change
    if said.problem and not said.may_insist:
        assert not said.changes


def test_an_order_takes_who_and_until_when_from_its_words() -> None:
    made = kind_chosen(DECISION, "order", make_context(now=NOW))[1]
    assert isinstance(made, c.ActionItemRecorded)
    assert (made.summary, made.link) == ("Das Amt legt ein Konzept vor", "e-b2")
    assert made.due is not None
    assert made.due.text == "Ende März"
    assert kind_chosen(DECISION, "decision", make_context(now=NOW)) == ()


def test_a_change_of_wording_only_asks_when_something_would_be_withdrawn() -> None:
    assert withdraws(DECISION) == ()
    assert withdraws(msgspec.structs.replace(DECISION, vote=Vote(rule="two_thirds"))) == ()
    voted = msgspec.structs.replace(DECISION, vote=Vote(yes=5, no=0), read_back_at=NOW)
    assert withdraws(voted) == ("read back 18:52", "vote: unanimous")
    assert reworded(voted, "  ", "substance") == ()
    assert reworded(voted, voted.text, "substance") == ()


def test_a_number_the_rule_counts_against_may_be_missing() -> None:
    voted = msgspec.structs.replace(DECISION, vote=Vote(yes=5, no=2, rule="absolute_legal"))
    assert majority_shown(voted, "absolute_legal", MEETING) == (
        "how many members there are is not known"
    )
    assert majority_shown(voted, "absolute_present", MEETING) == (
        "how many were present and entitled is not known"
    )
    assert majority_shown(voted, "simple", MEETING) == "5 of 7, 4 needed → carried"
    assert majority_shown(DECISION, "simple", MEETING) == ""


def test_the_kind_of_meeting_decides_what_is_asked() -> None:
    asked = {
        kind: fields_of(DECISION, msgspec.structs.replace(MEETING, kind=kind))
        for kind in ("workshop", "network", "group", "body", "conference")
    }
    assert "majority" in asked["body"]
    assert "bias" in asked["body"]
    for kind in ("workshop", "network", "group", "conference"):
        assert not {"majority", "bias"} & set(asked[kind])
    assert "mood" in asked["group"]
    assert "mood" not in asked["body"]
    noted = msgspec.structs.replace(DECISION, decision_kind="acknowledgement")
    assert "vote" not in fields_of(noted, msgspec.structs.replace(MEETING, kind="body"))


def test_a_bias_that_is_taken_out_of_the_line_is_over() -> None:
    item = MEETING.agenda_items[0]
    biased = msgspec.structs.replace(
        item, bias=(Bias(person="p-weiss", name="Dr. Petra Weiß", at=NOW),)
    )
    meeting = msgspec.structs.replace(MEETING, agenda_items=(biased, *MEETING.agenda_items[1:]))
    decision = msgspec.structs.replace(DECISION, item=item.id)
    context = make_context(now=NOW, meeting=meeting)
    said = read_field("bias", "Haddad", decision, context)
    assert said.changes == (
        c.BiasEnded(item=item.id, name="Dr. Petra Weiß", person="p-weiss"),
        c.BiasDeclared(item=item.id, name="Samir Haddad", person="p-haddad"),
    )


def test_who_was_biased_stays_so_once_when_somebody_is_added_after_the_item() -> None:
    item = msgspec.structs.replace(
        MEETING.agenda_items[0],
        state="done",
        bias=(Bias(person="p-weiss", name="Dr. Petra Weiß", at=NOW, returned_at=NOW),),
    )
    meeting = msgspec.structs.replace(MEETING, agenda_items=(item, *MEETING.agenda_items[1:]))
    decision = msgspec.structs.replace(DECISION, item=item.id)
    context = make_context(now=NOW, meeting=meeting)
    assert line_of("bias", decision, meeting) == "Dr. Petra Weiß"
    said = read_field("bias", "Dr. Petra Weiß, Haddad", decision, context)
    assert said.changes == (c.BiasDeclared(item=item.id, name="Samir Haddad", person="p-haddad"),)


def test_who_came_back_is_not_in_the_line_while_the_item_runs() -> None:
    item = msgspec.structs.replace(
        MEETING.agenda_items[0],
        state="running",
        bias=(Bias(person="p-weiss", name="Dr. Petra Weiß", at=NOW, returned_at=NOW),),
    )
    meeting = msgspec.structs.replace(MEETING, agenda_items=(item, *MEETING.agenda_items[1:]))
    decision = msgspec.structs.replace(DECISION, item=item.id)
    assert line_of("bias", decision, meeting) == ""
