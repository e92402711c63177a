"""Majorities and opinions, on worked examples."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.meeting import consensing, fist_to_five
from facilitator.meeting.majority import (
    RULES,
    counted,
    is_rejected,
    is_voted,
    majority,
    outcome,
    votes_cast,
    votes_needed,
)
from facilitator.meeting.model import (
    Ballot,
    Consensing,
    FistToFive,
    Instant,
    Resisted,
    Thumbs,
    Vote,
)

NOW = Instant(datetime(2026, 10, 14, 18, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "expected"),
    [
        (58, 0, 4, "unanimous"), (14, 2, 1, "majority"), (8, 8, 5, "tie"), (3, 9, 0, "rejected"),
        (0, 9, 3, "rejected_unanimously"), (0, 0, 12, "tie"), (0, 0, 0, ""),
        (1, 0, 0, "unanimous"),
    ],
)  # fmt: skip
def test_simple_majority(yes: int, no: int, abstain: int, expected: str) -> None:
    """Abstentions have not been cast: 14 of 16 carry, however many abstain; a tie rejects."""
    assert outcome(Vote(yes=yes, no=no, abstain=abstain)) == expected


def test_how_many_a_simple_majority_needs() -> None:
    found = majority(Vote(yes=58, no=0, abstain=4))
    assert found is not None
    assert (found.yes, found.needed, found.base, found.is_carried) == (58, 30, 58, True)
    assert votes_needed("simple", cast=7) == 4
    assert votes_needed("simple", cast=8) == 5
    assert votes_needed("simple", cast=0) == 1


@pytest.mark.parametrize(
    ("rule", "yes", "no", "abstain", "expected"),
    [
        # 62 are present and entitled: 32 must say yes
        ("absolute_present", 31, 20, 11, "not_enough"),
        ("absolute_present", 32, 20, 10, "majority"),
        # the council has 81 members: 41 must say yes, whoever is there
        ("absolute_legal", 40, 10, 12, "not_enough"),
        ("absolute_legal", 41, 21, 0, "majority"),
        # two thirds of 58 yes and no: 39
        ("two_thirds", 38, 20, 4, "not_enough"),
        ("two_thirds", 39, 19, 4, "majority"),
        ("two_thirds", 40, 20, 2, "majority"),
        # two thirds of 81: 54
        ("two_thirds_legal", 53, 0, 9, "not_enough"),
        ("two_thirds_legal", 54, 8, 0, "majority"),
    ],
)
def test_other_majorities(rule: str, yes: int, no: int, abstain: int, expected: str) -> None:
    vote = Vote(
        yes=yes, no=no, abstain=abstain, rule=rule, entitled=62, legal_number=81,
    )  # type: ignore[arg-type]  # fmt: skip
    assert outcome(vote) == expected
    assert is_rejected(vote) == (expected == "not_enough")


def test_invalid_papers_are_not_cast_but_took_part() -> None:
    vote = Vote(yes=10, no=9, abstain=1, invalid=2, is_secret=True)
    assert outcome(vote) == "majority"
    assert votes_cast(vote) == 22


def test_a_rule_without_its_number_is_taken_as_the_simple_one() -> None:
    vote = Vote(yes=3, no=2, rule="absolute_legal")
    assert majority(vote) is None
    assert outcome(vote) == "majority"


def test_what_is_no_count() -> None:
    assert not is_voted(None)
    assert not is_voted(Vote())
    assert is_voted(Vote(method="consensus"))
    assert votes_cast(Vote(method="unanimous", abstain=4)) is None
    assert is_rejected(Vote(method="rejected"))
    assert not is_rejected(Vote(method="consensus"))


def test_a_vote_by_name_counts_its_ballots() -> None:
    ballots = (
        Ballot(name="Weiß", choice="yes"), Ballot(name="Öztürk", choice="no"),
        Ballot(name="Haddad", choice="abstain"), Ballot(name="Nowak", choice="yes"),
    )  # fmt: skip
    vote = counted(Vote(ballots=ballots))
    assert (vote.yes, vote.no, vote.abstain) == (2, 1, 1)
    assert outcome(vote) == "majority"


@given(
    st.sampled_from(RULES), st.integers(0, 300), st.integers(0, 300), st.integers(0, 300),
    st.integers(0, 300),
)  # fmt: skip
def test_nobody_wins_against_more_noes(rule, yes, no, abstain, legal) -> None:  # type: ignore[no-untyped-def]
    vote = Vote(
        yes=yes, no=no, abstain=abstain, rule=rule, entitled=yes + no + abstain, legal_number=legal
    )
    if yes <= no:
        assert outcome(vote) not in ("unanimous", "majority")
    if rule == "simple" and yes + no:
        assert is_rejected(vote) == (yes <= no)


def test_everybody_under_three_is_asked_and_it_is_repeated() -> None:
    first = FistToFive(at=NOW, counts=(0, 1, 2, 4, 8, 5), concerns=("Wer bezahlt das?",))
    again = FistToFive(at=NOW, counts=(0, 0, 0, 6, 9, 5))
    assert (fist_to_five.asked(first), fist_to_five.asked(again)) == (3, 0)
    assert fist_to_five.runs((first, Thumbs(at=NOW, up=1, sideways=0, down=0), again)) == (
        first, again,
    )  # fmt: skip


def test_the_lowest_resistance_wins_and_acceptance_is_what_is_left() -> None:
    asked = Consensing(
        at=NOW,
        voters=20,
        options=(
            Resisted(text="Option B", total=40),
            Resisted(text="Option A", total=12),
            Resisted(text="bleibt alles", total=55, is_passive=True),
            Resisted(text="Option C", total=90),
        ),
    )
    (best,) = consensing.winners(asked)
    assert best.text == "Option A"
    assert consensing.acceptance(best, 20) == pytest.approx(94.0)
    assert consensing.acceptance(asked.options[2], 20) == pytest.approx(72.5)
    assert [option.text for option in consensing.ranked(asked)] == [
        "Option A", "Option B", "bleibt alles", "Option C",
    ]  # fmt: skip
    assert consensing.acceptance(best, 0) is None


def test_options_that_are_tied_are_all_named() -> None:
    asked = Consensing(
        at=NOW, voters=3, options=(Resisted(text="A", total=9), Resisted(text="B", total=9))
    )
    assert [option.text for option in consensing.winners(asked)] == ["A", "B"]
    assert consensing.winners(Consensing(at=NOW, voters=0, options=())) == ()
