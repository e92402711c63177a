"""What follows `/pause`: how moderators say how long, and until when."""

from __future__ import annotations

import pytest

from facilitator.capture.pausing import read_break


@pytest.mark.parametrize(
    ("said", "now", "minutes", "until"),
    [
        ("", "16:33", None, ""),
        ("15", "16:33", 15, ""),
        ("15 min.", "16:33", 15, ""),
        ("für 20 Minuten", "16:33", 20, ""),
        ("1,5 Stunden", "12:00", 90, ""),
        ("eine halbe Stunde", "16:33", 30, ""),
        ("half an hour", "16:33", 30, ""),
        ("bis 17", "16:33", None, "17:00"),
        ("17 Uhr", "16:33", None, "17:00"),
        ("um 17:20", "16:33", None, "17:20"),
        ("bis um 17.20 Uhr", "16:33", None, "17:20"),
        ("until 1:15", "12:10", None, "13:15"),
        ("until 6:05", "17:50", None, "18:05"),
        ("bis 8:15", "07:50", None, "08:15"),
        ("bis 0:30", "23:50", None, "00:30"),
    ],
)
def test_understood(said: str, now: str, minutes: int | None, until: str) -> None:
    asked = read_break(said, now)
    assert asked is not None
    assert (asked.minutes, asked.until) == (minutes, until)


@pytest.mark.parametrize(
    "said",
    ["0", "-5", "1000", "bis 16:00", "bis 25:00", "16:99", "morgen", "1,5", "für immer", "halb"],
)
def test_no_break(said: str) -> None:
    assert read_break(said, "16:33") is None
