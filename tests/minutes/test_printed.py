"""How days, times and dues read in minutes."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.meeting.model import Due
from facilitator.minutes.printed import Printed

DE, EN = Printed("de"), Printed("en")
NEXT = date(2027, 4, 21)


def test_days_and_times():
    day = date(2026, 11, 24)
    assert (DE.day(day), DE.dated(day)) == ("24.11.2026", "Dienstag, 24.11.2026")
    assert (EN.day(day), EN.dated(day)) == ("24 November 2026", "Tuesday, 24 November 2026")
    assert (DE.time("16:03"), EN.time("16:03")) == ("16:03 Uhr", "16:03")
    assert (DE.day(None), DE.dated(None), DE.time("")) == ("", "", "")


@pytest.mark.parametrize(
    ("start", "end", "german", "english"),
    [
        ("16:30", "19:33", "16:30–19:33 Uhr", "16:30–19:33"),
        ("16:30", "", "ab 16:30 Uhr", "from 16:30"),
        ("", "19:33", "bis 19:33 Uhr", "until 19:33"),
        ("16:30", "16:30", "16:30 Uhr", "16:30"),
        ("", "", "", ""),
    ],
)
def test_spans(start, end, german, english):
    assert (DE.span(start, end), EN.span(start, end)) == (german, english)


@pytest.mark.parametrize(
    ("due", "german"),
    [
        (None, ""),
        (Due(text="Ende März", edtf="2027-03", last=date(2027, 3, 31)), "Ende März (31.03.2027)"),
        (Due(text="nächstes Treffen", next_meeting=True), "nächstes Treffen (21.04.2027)"),
        (
            Due(text="bis zum nächsten Treffen im Herbst", next_meeting=True),
            "bis zum nächsten Treffen im Herbst (21.04.2027)",
        ),
        (Due(text="laufend"), "laufend"),
        (Due(text="15.3.", edtf="2027-03-15", last=date(2027, 3, 15)), "15.03.2027"),
        (Due(text="15. März", edtf="2027-03-15", last=date(2027, 3, 15)), "15.03.2027"),
        (Due(text="Freitag", edtf="2027-03-19", last=date(2027, 3, 19)), "Freitag (19.03.2027)"),
        (Due(text="2 Wochen", edtf="2027-03-19", last=date(2027, 3, 19)), "2 Wochen (19.03.2027)"),
        (
            Due(text="Mitte 2018", edtf="2018-06/2018-07", last=date(2018, 7, 31)),
            "Mitte 2018 (31.07.2018)",
        ),
    ],
)
def test_dues_are_as_spoken_with_the_day_they_mean(due, german):
    assert DE.due(due, NEXT) == german


def test_a_due_at_an_unknown_next_meeting_has_no_day():
    assert DE.due(Due(text="nächstes Treffen", next_meeting=True)) == "nächstes Treffen"


@pytest.mark.parametrize(
    ("printed", "title", "ordinal", "expected"),
    [
        (DE, "Netzwerktreffen", 2, "2. Netzwerktreffen"),
        (DE, "2. Netzwerktreffen", 2, "2. Netzwerktreffen"),
        (DE, "Zweites Treffen", 2, "Zweites Treffen"),
        (DE, "Treffen", None, "Treffen"),
        (EN, "meeting", 1, "1st meeting"),
        (EN, "meeting", 2, "2nd meeting"),
        (EN, "meeting", 11, "11th meeting"),
        (EN, "meeting", 23, "23rd meeting"),
    ],
)
def test_which_meeting_it_is(printed, title, ordinal, expected):
    assert printed.title(title, ordinal) == expected
