"""What a due holds, what is said about it, and how it is shown."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.capture.due import SIGNS, impossible_date, read_due, show_day, show_due, signs
from facilitator.meeting.model import Due

TODAY = date(2026, 3, 11)
NEXT_MEETING = date(2026, 4, 15)


@pytest.mark.parametrize(
    ("said", "edtf", "last", "shown"),
    [
        ("15.3.", "2026-03-15", date(2026, 3, 15), "So 15.03.2026"),
        ("KW 34", "2026-08-17/2026-08-21", date(2026, 8, 21), "KW 34 (bis 21.08.2026)"),
        ("Ende August", "2026-08-21/2026-08-31", date(2026, 8, 31), "Ende August (31.08.2026)"),
        ("Mitte 2018", "2018-06/2018-07", date(2018, 7, 31), "Mitte 2018 (31.07.2018)"),
        ("Herbst 2018", "2018-23", date(2018, 11, 30), "Herbst 2018 (30.11.2018)"),
        ("Winter 2018", "2018-24", date(2019, 2, 28), "Winter 2018/19 (28.02.2019)"),
        ("bis zum nächsten Treffen", "", None, "nächstes Treffen (15.04.2026)"),
        ("laufend", "", None, "laufend"),
        ("asap", "", None, "asap"),
        ("im Herbst", "2026-23", date(2026, 11, 30), "im Herbst (30.11.2026)"),
        ("bis zum Herbst", "2026-23", date(2026, 11, 30), "Herbst (30.11.2026)"),
        ("August", "2026-08", date(2026, 8, 31), "August (31.08.2026)"),
        ("2018", "2018", date(2018, 12, 31), "2018 (31.12.2018)"),
        ("3. Quartal", "2026-07-01/2026-09-30", date(2026, 9, 30), "3. Quartal (30.09.2026)"),
        ("Ende 2026", "2026-11/2026-12", date(2026, 12, 31), "Ende 2026 (31.12.2026)"),
        ("Mai/Juni", "2026-05/2026-06", date(2026, 6, 30), "Mai/Juni (30.06.2026)"),
        (
            "nächste Woche",
            "2026-03-16/2026-03-20",
            date(2026, 3, 20),
            "nächste Woche (bis 20.03.2026)",
        ),
        ("Freitag", "2026-03-13", date(2026, 3, 13), "Fr 13.03.2026"),
        ("in zwei Wochen", "2026-03-25", date(2026, 3, 25), "Mi 25.03.2026"),
        ("Ostern", "2026-04-05", date(2026, 4, 5), "Ostern (05.04.2026)"),
        ("Fr 14:00", "2026-03-13", date(2026, 3, 13), "Fr 14:00 (13.03.2026)"),
        ("vor Weihnachten", "../2026-12-23", date(2026, 12, 23), "vor Weihnachten (23.12.2026)"),
        ("zur nächsten Sitzung", "", None, "nächste Sitzung (15.04.2026)"),
        ("nächster Termin", "", None, "nächster Termin (15.04.2026)"),
        ("bis zum nächsten Netzwerktreffen", "", None, "nächstes Netzwerktreffen (15.04.2026)"),
        (
            "bis zum nächsten Treffen im Herbst",
            "",
            None,
            "zum nächsten Treffen im Herbst (15.04.2026)",
        ),
    ],
)
def test_table_on_a_german_screen(said: str, edtf: str, last: date | None, shown: str) -> None:
    reading = read_due(said, TODAY, "de")
    assert reading is not None
    assert (reading.due.edtf, reading.due.last) == (edtf, last)
    assert reading.due.resolved == TODAY
    assert show_due(reading.due, "de", NEXT_MEETING) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("15 March", "Sun 15 Mar 2026"),
        ("week 34", "week 34 (by 21 Aug 2026)"),
        ("by the end of August", "end of August (31 Aug 2026)"),
        ("winter 2018", "winter 2018/19 (28 Feb 2019)"),
        ("by the next meeting", "next meeting (15 Apr 2026)"),
        ("ongoing", "ongoing"),
        ("Ende August", "Ende August (31 Aug 2026)"),
        ("KW 34", "KW 34 (by 21 Aug 2026)"),
        ("Freitag", "Fri 13 Mar 2026"),
        ("bis zum nächsten Treffen", "nächstes Treffen (15 Apr 2026)"),
        ("laufend", "laufend"),
    ],
)
def test_english_screen_keeps_the_spoken_words(said: str, shown: str) -> None:
    reading = read_due(said, TODAY, "en")
    assert reading is not None
    assert show_due(reading.due, "en", NEXT_MEETING) == shown


def test_next_meeting_moves_and_may_be_unknown() -> None:
    reading = read_due("bis zum nächsten Treffen", TODAY)
    assert reading is not None
    assert reading.due.next_meeting
    assert reading.due.last is None
    assert show_due(reading.due, "de") == "nächstes Treffen"
    assert show_due(reading.due, "de", date(2026, 5, 6)) == "nächstes Treffen (06.05.2026)"


def test_day_of_the_next_meeting_that_was_named_holds_until_another_is_known() -> None:
    reading = read_due("nächstes Treffen am 15.4.", TODAY)
    assert reading is not None
    assert reading.due.next_meeting
    assert reading.due.last == date(2026, 4, 15)
    assert reading.due.last_day(date(2026, 4, 22)) == date(2026, 4, 22)


@pytest.mark.parametrize(
    ("day", "language", "weekday", "shown"),
    [
        (date(2026, 3, 15), "de", True, "So 15.03.2026"),
        (date(2026, 3, 5), "de", False, "05.03.2026"),
        (date(2026, 3, 5), "en", True, "Thu 5 Mar 2026"),
        (date(2026, 3, 5), "en", False, "5 Mar 2026"),
        (date.min, "de", False, "01.01.0001"),
    ],
)
def test_show_day(day: date, language: str, weekday: bool, shown: str) -> None:
    assert show_day(day, language, weekday=weekday) == shown


def test_due_without_words_is_shown_by_its_day() -> None:
    assert show_due(Due(text="", last=date(2026, 3, 15)), "de") == "So 15.03.2026"
    assert show_due(Due(text=""), "de") == ""


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("bis Ende Nov", "Ende Nov"),
        ("bis zum Jahresende", "Jahresende"),
        ("by the end of May", "end of May"),
        ("im Herbst", "im Herbst"),
        ("spätestens am 15.3.", "15.3."),
        ("bis zum 15.", "zum 15."),
        ("bis zum nächsten Treffen im Herbst", "zum nächsten Treffen im Herbst"),
        ("Ende August.", "Ende August"),
        ("Ende Nov.", "Ende Nov."),
        ("15.3.", "15.3."),
        ("bis auf Weiteres", "bis auf Weiteres"),
        ("  bis   Ende  Mai ", "Ende Mai"),
    ],
)
def test_text_is_as_spoken_without_what_marks_it(said: str, text: str) -> None:
    reading = read_due(said, TODAY)
    assert reading is not None
    assert reading.due.text == text


@pytest.mark.parametrize(
    ("said", "today", "last", "other", "sign"),
    [
        ("nächsten Freitag", TODAY, date(2026, 3, 13), date(2026, 3, 20), signs.AMBIGUOUS),
        ("next Friday", TODAY, date(2026, 3, 13), date(2026, 3, 20), signs.AMBIGUOUS),
        ("nächsten Montag", TODAY, date(2026, 3, 16), None, ""),
        ("nächsten Mittwoch", TODAY, date(2026, 3, 18), None, ""),
        ("Mittwoch", TODAY, date(2026, 3, 11), date(2026, 3, 18), signs.TODAY),
        ("Dezember 26", TODAY, date(2026, 12, 26), date(2026, 12, 31), signs.AMBIGUOUS),
        ("Juni/Juli 26", TODAY, date(2026, 7, 31), None, ""),
        ("März 15", TODAY, date(2026, 3, 15), None, ""),
        ("3/4", TODAY, date(2026, 4, 3), date(2027, 3, 4), signs.AMBIGUOUS),
        ("nächsten Sommer", TODAY, date(2026, 8, 31), date(2027, 8, 31), signs.AMBIGUOUS),
        ("Anfang März", TODAY, date(2027, 3, 10), date(2026, 3, 10), signs.SKIPPED),
        ("KW 10", TODAY, date(2027, 3, 12), date(2026, 3, 6), signs.SKIPPED),
        ("10.1.", TODAY, date(2027, 1, 10), None, ""),
        ("Do 13.3.", TODAY, date(2026, 3, 13), None, signs.WRONG_WEEKDAY),
        ("12.05.2025", TODAY, date(2025, 5, 12), None, signs.PAST),
        ("in ca. 3 Wochen", TODAY, date(2026, 4, 1), None, signs.APPROXIMATE),
        ("15.3", TODAY, date(2026, 3, 15), None, signs.UNDOTTED),
        ("Ende 27", TODAY, date(2027, 12, 31), None, signs.SHORT_YEAR),
        ("vor Ostern", TODAY, date(2026, 4, 4), date(2026, 4, 5), signs.THE_DAY_BEFORE),
        ("in 10 Werktagen", TODAY, date(2026, 3, 25), None, signs.WORKDAYS),
        ("Fronleichnam", TODAY, date(2026, 6, 4), None, signs.REGIONAL),
        ("vor den Sommerferien", TODAY, None, None, signs.NO_DAY),
        ("Montag in zwei Wochen", TODAY, date(2026, 3, 30), date(2026, 3, 23), signs.FROM_NEXT),
        ("diese Woche", date(2026, 3, 14), date(2026, 3, 15), None, signs.WEEK_IS_OVER),
        ("15.3.", date(2026, 3, 15), date(2026, 3, 15), None, ""),
        ("15.3.", date(2026, 3, 16), date(2027, 3, 15), date(2026, 3, 15), signs.SKIPPED),
        ("Winter", date(2027, 1, 15), date(2027, 2, 28), None, ""),
        ("Winter", date(2026, 12, 15), date(2027, 2, 28), None, ""),
        ("KW 1", date(2026, 12, 30), date(2027, 1, 8), None, ""),
        ("KW 53", date(2026, 12, 30), date(2027, 1, 1), None, ""),
        ("Monatsende", date(2028, 2, 1), date(2028, 2, 29), None, ""),
        ("in einem Monat", date(2026, 1, 31), date(2026, 2, 28), None, ""),
        ("Neujahr", date(2026, 1, 1), date(2026, 1, 1), None, ""),
    ],
)
def test_no_day_is_wrong_without_a_sign(
    said: str, today: date, last: date | None, other: date | None, sign: str
) -> None:
    reading = read_due(said, today, "de")
    assert reading is not None
    assert reading.due.last == last
    assert (reading.alternative and reading.alternative.last) == other
    assert reading.sign == sign
    assert sign in ("", *SIGNS)


def test_language_breaks_the_tie_of_slashed_dates() -> None:
    german, english = read_due("5/4", TODAY, "de"), read_due("5/4", TODAY, "en")
    assert german is not None
    assert english is not None
    assert german.due.last == date(2027, 4, 5) or german.due.last == date(2026, 4, 5)
    assert {german.sign, english.sign} == {signs.AMBIGUOUS}


@pytest.mark.parametrize(
    "phrase",
    [
        *("31.02.", "30.2.2027", "2026-02-30", "KW 54", "bis 31.02.", "31. Februar", "Feb 30"),
        *("31.4.", "15.13.", "32.1.", "0.3.", "29.02.2027", "2026-13-01", "2026-W54", "KW 53/2027"),
        *("31st of April", "June 31", "Q5", "5. Quartal", "Freitag, den 31.04.", "KW 0", "30.02"),
        *("bis zum 31.6.", "31/02/2026", "spätestens 31. September 2026."),
    ],
)
def test_date_that_does_not_exist(phrase: str) -> None:
    assert impossible_date(phrase)
    assert read_due(phrase, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        *("15.3.", "KW 34", "29.2.", "Freitag", "", "§ 34", "12.500", "1.2.3", "18.30", "3,5"),
        *("Mai Ling", "50 TEUR", "99", "2026", "14 1 2", "KW 53", "Treffen", "50/50"),
    ],
)
def test_what_exists_or_is_no_date_is_not_called_impossible(text: str) -> None:
    assert not impossible_date(text)
