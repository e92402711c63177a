"""What the next meeting is called, and the day a rule proposes for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.meeting.model import Meeting, NextMeeting
from facilitator.planning.next_day import day_by_rule
from facilitator.planning.next_meeting import next_meeting_plan
from facilitator.planning.next_title import next_title, title_after

LAST = date(2026, 11, 24)
"""The fourth Tuesday of November."""


@pytest.mark.parametrize(
    ("title", "following"),
    [
        ("2. Treffen", "3. Treffen"), ("12. Sitzung", "13. Sitzung"), ("Workshop 3", "Workshop 4"),
        ("Zweites Treffen", "Drittes Treffen"), ("Dritte Sitzung", "Vierte Sitzung"),
        ("Zwölftes Treffen", "13. Treffen"), ("ERSTE SITZUNG", "ZWEITE SITZUNG"),
        ("2nd meeting", "3rd meeting"), ("11th session", "12th session"),
        ("Second meeting", "Third meeting"), ("Workshop II", "Workshop III"),
        ("7. Sitzung der Lenkungsgruppe", "8. Sitzung der Lenkungsgruppe"),
        ("Sitzung 4/2026", "Sitzung 1/2027"), ("Jahrestagung 2026", "Jahrestagung 2027"),
        ("3. Treffen: Sprache", "4. Treffen"), ("3. Treffen am 24.11.2026", "4. Treffen"),
        ("Beirat – Sitzung 3", "Beirat – Sitzung 4"), ("Workshop Nr. 3", "Workshop Nr. 4"),
    ],
)  # fmt: skip
def test_the_title_goes_on_as_the_last_one(title: str, following: str) -> None:
    found = next_title(title, date(2027, 1, 12))
    assert found is not None
    assert found[0] == following


@pytest.mark.parametrize(
    "title", ["", "Klausur", "24. November", "G7", "Sitzung: Haushalt 2027", "3.", "Runder Tisch"]
)
def test_a_title_that_counts_nothing(title: str) -> None:
    assert next_title(title) is None


def test_one_that_counts_nothing_stays_unless_it_is_one_of_a_kind() -> None:
    assert title_after(Meeting(title="Runder Tisch", kind="group"), 4) == ("Runder Tisch", None)
    assert title_after(Meeting(title="Sitzung", ordinal=6, kind="body"), 4) == ("Sitzung", 7)
    assert title_after(Meeting(title="Sondersitzung", kind="body"), 4) == ("4. Sitzung", 4)
    assert title_after(Meeting(title="Auftakt", kind="network"), 2) == ("2. Treffen", 2)
    assert title_after(Meeting(title="2. Treffen", kind="group"), 9) == ("3. Treffen", 3)


@given(st.text(max_size=40), st.none() | st.dates())
def test_any_title_has_a_next_one(title: str, day: date | None) -> None:
    title_after(Meeting(title=title), 3, day)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("vierteljährlich", date(2027, 2, 23)), ("monatlich", date(2026, 12, 22)),
        ("alle 6 Wochen", date(2027, 1, 5)), ("am ersten Dienstag im Monat", date(2026, 12, 1)),
        ("jeden 2. Donnerstag im Monat", date(2026, 12, 10)),
        ("jeden zweiten Dienstag", date(2026, 12, 8)), ("jeden Donnerstag", date(2026, 11, 26)),
        ("am letzten Freitag im Monat", date(2026, 11, 27)), ("halbjährlich", date(2027, 5, 25)),
        ("jährlich", date(2027, 11, 23)), ("zweimal im Jahr", date(2027, 5, 25)),
        ("einmal im Quartal, 16:00 Uhr", date(2027, 2, 23)), ("14-tägig", date(2026, 12, 8)),
        ("alle zwei Monate", date(2027, 1, 26)), ("zweimonatlich", date(2027, 1, 26)),
        ("vierteljährlich am ersten Dienstag", date(2027, 2, 2)),
        ("wöchentlich", date(2026, 12, 1)),
        ("quarterly", date(2027, 2, 23)), ("every six weeks", date(2027, 1, 5)),
        ("First Tuesday of the month", date(2026, 12, 1)), ("monthly", date(2026, 12, 22)),
        ("every other week", date(2026, 12, 8)), ("once a month", date(2026, 12, 22)),
        ("every 3rd Wednesday of the month", date(2026, 12, 16)),
        ("alle 11 Tage", date(2026, 12, 7)),  # 5 December is a Saturday
        ("alle 31 Tage", date(2027, 1, 8)),  # Christmas Day and New Year's Day are Fridays
    ],
)  # fmt: skip
def test_a_rule_proposes_a_day(rule: str, day: date) -> None:
    assert day_by_rule(rule, LAST) == day


@pytest.mark.parametrize(
    "rule",
    ["", "nach Bedarf", "regelmäßig", "Herbst 2027", "alle 0 Tage", "alle 999 Jahre", "bald"],
)
def test_what_is_no_rule_proposes_nothing(rule: str) -> None:
    assert day_by_rule(rule, LAST) is None


def test_a_weekend_follows_a_weekend_or_the_rule_that_names_it() -> None:
    saturday = date(2026, 11, 28)
    assert day_by_rule("wöchentlich", saturday) == saturday + timedelta(days=7)
    assert day_by_rule("am ersten Samstag im Monat", LAST) == date(2026, 12, 5)


def test_it_comes_behind_today() -> None:
    assert day_by_rule("monatlich", LAST, date(2027, 6, 1)) == date(2027, 6, 22)
    assert day_by_rule("wöchentlich", date(1990, 1, 2), date(2026, 11, 24)) is None


RULES = st.sampled_from(
    "vierteljährlich monatlich alle 6 Wochen 10 Tage am ersten Dienstag im Monat letzten Jahr every"
    " other week quarterly zweimal".split()
)


@given(
    st.lists(RULES, max_size=6).map(" ".join) | st.text(max_size=30),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_never_back_and_never_a_weekend_by_itself(rule: str, last: date) -> None:
    day = day_by_rule(rule, last)
    assert day is None or (day > last and (day.weekday() < 5 or last.weekday() >= 5))


def test_what_was_said_goes_before_what_follows() -> None:
    meeting = Meeting(
        title="2. Treffen", kind="group", day=LAST, start="16:00",
        next_meeting=NextMeeting(text="vierteljährlich"),
    )  # fmt: skip
    plan = next_meeting_plan(meeting, number=2)
    assert (plan.title, plan.ordinal) == ("3. Treffen", 3)
    assert (plan.day, plan.proposed) == (None, date(2027, 2, 23))
    said = NextMeeting(text="monatlich, 02.03.2027", day=date(2027, 3, 2))
    plan = next_meeting_plan(Meeting(title="x", day=LAST, next_meeting=said))
    assert (plan.day, plan.proposed) == (date(2027, 3, 2), None)
