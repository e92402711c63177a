"""What holds for every text and every day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import assume, example, given
from hypothesis import strategies as st

from facilitator.capture.due import (
    SIGNS,
    find_inner_due,
    find_trailing_due,
    impossible_date,
    read_due,
    show_due,
)

DAYS = st.dates(date(2000, 1, 1), date(2080, 12, 31))
LANGUAGES = st.sampled_from(["de", "en", None])
WORDS = """
bis zum zur spätestens am im in der des den nächsten nächste übernächste diese letzter Ende
Mitte Anfang Woche Monat Jahres Quartal Halbjahr Hälfte KW 34 53 3. 15. 31. 15.3. 31.02. 2026
2018 26 Mai März Februar Dezember Freitag Mo So Herbst Winter Ostern Weihnachten vor nach heute
morgen zwei 14 Tagen Wochen Monaten ca. / - oder und bis Treffen Sitzung Sommerferien laufend by
until due the end of next week Friday March Q3 H1 mid early two weeks from before after 3/4
12/26 2026-03-15 2026-W34 14:00 12 Uhr , . first half letzte am erster Werktag Advent
""".split()
RELATIVE = [
    each.strip()
    for each in """
heute morgen Freitag | in 2 Wochen | nächste Woche | übernächste Woche | Ende der Woche | Ende
des Monats | nächsten Montag | Mai | 15.3. | 29.2. | KW 34 | KW 53 | Herbst | Winter | Ostern |
3. Quartal | 2. Halbjahr | Jahresende | Mitte Juni | Anfang März | in einem Monat | in
anderthalb Jahren | 1. Advent | am 15. | am 31. | letzter Freitag im Mai | übernächsten Freitag
| Ende nächsten Jahres | vor Weihnachten | Mai/Juni | in 10 Werktagen | Freitag nächster Woche |
zwei Wochen vor Ostern
""".replace("\n", " ").split("|")
]
PARTS = [
    "",
    "Ende",
    "Anfang",
    "Mitte",
    "vor",
    "mid",
    "late",
    "bis zum Ende",
    "zweite Hälfte",
    "ca.",
]
WHOLES = [
    *("Mai", "März 2027", "nächster Woche", "KW 34", "KW 53/2026", "Q3", "des Jahres", "Herbst"),
    *("Winter 2026/27", "Juni/Juli", "Ostern", "15.3.", "29.2.", "Freitag", "next month", "2027"),
    *("dieses Quartals", "nächsten Sommer", "Dezember 26", "3/4", "1. Halbjahr", "Wochenende"),
]
PHRASES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join),
    st.sampled_from(RELATIVE),
    st.builds("{} {}".format, st.sampled_from(PARTS), st.sampled_from(WHOLES)),
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def last_of(edtf: str) -> date:
    """The last day of an EDTF value, computed without the code under test."""
    end = edtf.rpartition("/")[2]
    assert _DATE.fullmatch(end), edtf
    year, month, day = (int(part) for part in f"{end}-0-0".split("-")[:3])
    if day:
        return date(year, month, day)
    if month > 20:
        year, month = (year + 1, 2) if month == 24 else (year, 5 + 3 * (month - 21))
    month = month or 12
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@given(st.text(max_size=60), st.dates(), LANGUAGES)
@example("bis 99999 Jahre", date.max, None)
@example("in 400 Jahren", date.max, None)
@example("gestern", date.min, None)
@example("letzte Woche", date.min, None)
@example("²³.①.", date(2026, 3, 11), None)
@example("٣.٤.", date(2026, 3, 11), None)
def test_no_text_raises(text: str, today: date, language: str | None) -> None:
    read_due(text, today, language)
    find_trailing_due(text, today, language)
    find_inner_due(text, today, language)
    impossible_date(text)


@given(PHRASES, st.dates(), LANGUAGES)
def test_no_phrase_raises(text: str, today: date, language: str | None) -> None:
    reading = read_due(text, today, language)
    find_trailing_due(text, today, language)
    find_inner_due(text, today, language)
    impossible_date(text)
    if reading:
        for due in (reading.due, reading.alternative):
            assert due is None or (show_due(due, "de") and show_due(due, "en", today))


@given(PHRASES, DAYS, LANGUAGES)
def test_notation_and_last_day_agree(text: str, today: date, language: str | None) -> None:
    reading = read_due(text, today, language)
    if reading is None:
        return
    assert reading.sign in ("", *SIGNS)
    for due in (reading.due, reading.alternative):
        if due is None:
            continue
        assert due.resolved == today
        assert due.text
        if due.next_meeting or due.last is None:
            assert due.edtf == ""
        else:
            assert last_of(due.edtf) == due.last
            assert due.edtf.count("/") <= 1
    if reading.due.last and reading.due.last < today and not reading.due.next_meeting:
        assert reading.sign
    if reading.alternative:
        assert reading.sign
        assert reading.alternative != reading.due


@given(PHRASES, DAYS, LANGUAGES)
def test_reading_the_kept_words_again_gives_the_same(
    text: str, today: date, language: str | None
) -> None:
    reading = read_due(text, today, language)
    if reading is None:
        return
    again = read_due(reading.due.text, today, language)
    assert again is not None
    assert again.due == reading.due


@given(st.sampled_from(RELATIVE), DAYS, st.integers(0, 500))
def test_later_said_is_never_earlier_due(phrase: str, today: date, days: int) -> None:
    first, second = read_due(phrase, today), read_due(phrase, today + timedelta(days=days))
    assume(first is not None and second is not None)
    assert first is not None
    assert second is not None
    assert first.due.last is not None
    assert second.due.last is not None
    assert first.due.last <= second.due.last


@given(DAYS, st.integers(0, 2000))
def test_every_day_can_be_written_in_full(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    forms = (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y-%m-%d}")
    for form in forms:
        reading = read_due(form, today)
        assert reading is not None
        assert reading.due.last == day
        assert reading.due.edtf == day.isoformat()
    nearest = read_due(f"{day.day}.{day.month}.", today)
    assert nearest is not None
    assert nearest.due.last is not None
    assert today <= nearest.due.last
    assert (nearest.due.last.day, nearest.due.last.month) == (day.day, day.month)


@given(st.text(max_size=20), PHRASES, DAYS)
def test_found_place_is_what_it_reads(before: str, phrase: str, today: date) -> None:
    text = f"{before} bis {phrase}"
    for found in (find_trailing_due(text, today), find_inner_due(text, today)):
        if found:
            start, end, reading = found
            assert 0 <= start < end <= len(text)
            assert read_due(text[start:end], today) == reading
