"""Due phrases within German and English prose."""

from __future__ import annotations

from datetime import date

import pytest
from effort import processor_seconds

from facilitator.capture.due import find_inner_due, find_trailing_due

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("text", "phrase", "last"),
    [
        ("Ausschreibung vorbereiten bis Ende August", "bis Ende August", date(2026, 8, 31)),
        ("Ausschreibung vorbereiten bis Ende August.", "bis Ende August", date(2026, 8, 31)),
        ("Konzept vorlegen bis Ende Nov.", "bis Ende Nov.", date(2026, 11, 30)),
        ("Konzept bis spätestens 15.3.", "bis spätestens 15.3.", date(2026, 3, 15)),
        ("Förderantrag nur bis 30.11.", "bis 30.11.", date(2026, 11, 30)),
        ("Liste verschicken, spätestens Freitag", "spätestens Freitag", date(2026, 3, 13)),
        ("Send the list by Friday", "by Friday", date(2026, 3, 13)),
        ("Draft due 15 March", "due 15 March", date(2026, 3, 15)),
        ("Keep the room until the end of May", "until the end of May", date(2026, 5, 31)),
        ("Rückmeldung bis in 2 Wochen", "bis in 2 Wochen", date(2026, 3, 25)),
        ("Antrag bis Freitag, 13.3., 12 Uhr", "bis Freitag, 13.3., 12 Uhr", date(2026, 3, 13)),
        ("Umsetzung bis auf Weiteres", "bis auf Weiteres", None),
        ("Bericht an Amt 50, bis Freitag", "bis Freitag", date(2026, 3, 13)),
        ("Antrag stellen (bis Ende Mai)", "bis Ende Mai", date(2026, 5, 31)),
        ("Raum suchen bis Mai oder Juni", "bis Mai oder Juni", date(2026, 6, 30)),
        ("bis Freitag", "bis Freitag", date(2026, 3, 13)),
        ("Bis Mai Entwurf, Endfassung bis August", "bis August", date(2026, 8, 31)),
    ],
)
def test_trailing_phrase(text: str, phrase: str, last: date | None) -> None:
    found = find_trailing_due(text, TODAY, "de")
    assert found is not None
    start, end, reading = found
    assert text[start:end] == phrase
    assert reading.due.last == last


def test_next_meeting_with_what_was_said_of_it_is_one_phrase() -> None:
    found = find_trailing_due("Konzept vorlegen bis zum nächsten Treffen im Herbst", TODAY)
    assert found is not None
    assert found[2].due.next_meeting
    assert found[2].due.text == "zum nächsten Treffen im Herbst"


RANGES = [
    *("Beratung künftig Montag bis Freitag", "Klausur von Mai bis August", "von 9 bis 12"),
    *("Klausur 10. bis 12. Mai", "Mo. bis Fr.", "Seite 3 bis Mai", "15.3. bis 17.3."),
    *("Sommer bis Herbst", "Mai 2026 bis August 2026", "9:00 bis Mai", "von Ostern bis Pfingsten"),
    *("Stadtfest am Freitag bis Sonntag", "Öffnung Mo–Do bis Freitag", "KW 34 bis KW 36"),
    *("open Monday until Friday", "Montag bis spätestens Freitag", "heute bis Freitag"),
    *("zwei bis drei Wochen", "increase by 5 by Friday", "Q1 bis Q3", "12 Uhr bis Mai"),
]


@pytest.mark.parametrize("text", RANGES)
def test_range_is_no_due(text: str) -> None:
    assert find_trailing_due(text, TODAY) is None
    assert find_inner_due(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        *("Konzept vorlegen bis 31.02.", "Kosten steigen bis zu 3 %", "Kinder von 3 bis 6 Jahren"),
        *(
            "dauert bis 2 Wochen",
            "dauert bis zu drei Monate",
            "Rückmeldung bis 12 Uhr",
            "bis wann?",
        ),
        *("stand by me", "due to illness", "Wir bleiben dran bis zum Schluss", "Umsetzung laufend"),
        *("Treffen am Freitag", "Bericht im Herbst", "Mai", "2018", "", "bis", "Baby bis 3 Jahre"),
        *("Bis Ende", "Standby Freitag", "Biss Freitag", "Bis-Mai", "Undue Friday"),
    ],
)
def test_prose_survives(text: str) -> None:
    assert find_trailing_due(text, TODAY) is None
    assert find_inner_due(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "phrase", "last"),
    [
        (
            "Haddad kümmert sich bis Ende Nov um einen Raum",
            "bis Ende Nov",
            date(2026, 11, 30),
        ),
        ("Vertrag (bis 31.12.) verlängern", "bis 31.12.", date(2026, 12, 31)),
        ("Angebot bis morgen Mittag einholen", "bis morgen Mittag", date(2026, 3, 12)),
        ("Bis Mai Entwurf, bis August Endfassung", "bis August", date(2026, 8, 31)),
        ("bis März 15 Angebote einholen", "bis März", date(2026, 3, 31)),
        ("Ausbau bis 2030 prüfen", "bis 2030", date(2030, 12, 31)),
        ("We will by Friday next week decide", "by Friday next week", date(2026, 3, 20)),
        ("die Straße bis Ostern sperren", "bis Ostern", date(2026, 4, 5)),
        ("Konzept vorlegen bis Ende August.", "bis Ende August", date(2026, 8, 31)),
    ],
)
def test_inner_phrase_is_the_longest_and_the_last(text: str, phrase: str, last: date) -> None:
    found = find_inner_due(text, TODAY, "de")
    assert found is not None
    start, end, reading = found
    assert text[start:end] == phrase
    assert reading.due.last == last


def test_inner_phrase_is_not_at_the_end() -> None:
    assert find_trailing_due("Haddad kümmert sich bis Ende Nov um einen Raum", TODAY) is None


@pytest.mark.parametrize("text", ["bis Mai " * 400, "bis " * 800, "bis " + "Mai/" * 300])
def test_long_lines_take_no_time(text: str) -> None:
    assert processor_seconds(lambda: find_trailing_due(text, TODAY)) < 1
    assert processor_seconds(lambda: find_inner_due(text, TODAY)) < 1
