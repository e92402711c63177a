"""What agendas of bodies and programmes say beside titles: fixed starts, breaks, papers."""

from __future__ import annotations

import pytest

from facilitator.exchange.agenda_text import AgendaLine, read_agenda, write_agenda
from facilitator.i18n import use_language


def starts(text: str) -> list[str]:
    """'title minutes@fixed start' of each line."""
    return [
        f"{line.title} {line.planned_minutes or '-'}@{line.fixed_start}"
        for line in read_agenda(text)
    ]


def one(text: str) -> AgendaLine:
    (line,) = read_agenda(text)
    return line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16:40 Grußwort Landrätin", ["Grußwort Landrätin -@16:40"]),
        ("1. Grußwort (Landrätin, 10 Min, 16:40 Uhr)", ["Grußwort 10@16:40"]),
        ("16:30 A\n16:45 B\n17:00 C", ["A 15@", "B 15@", "C -@"]),
        ("16:30 A\n16:45 B\n17:30 Ende", ["A 15@", "B 45@"]),
        ("16:30 A (5 Min)\n16:45 B (10 Min)\n16:55 C", ["A 5@", "B 10@16:45", "C -@"]),
        (
            "1. Eröffnung (5 Min)\n2. Input (20 Min)\n16:40 Grußwort Landrätin\n4. Ausblick",
            ["Eröffnung 5@", "Input 20@", "Grußwort Landrätin -@16:40", "Ausblick -@"],
        ),
        ("16:30 A (10 Min)\nB (20 Min)\n17:00 C\n17:15 D", ["A 10@", "B 20@", "C 15@", "D -@"]),
        (
            "1. 16:30 Berichte (30 Min)\n1.1 16:30 Sprache\n1.2 16:45 Arbeit\n2. 17:00 B",
            ["Berichte 30@", "Sprache 15@", "Arbeit 15@", "B -@"],
        ),
        ("1. A (fest 18:00)\n2. B (5 min, fixed at 18:10)", ["A -@18:00", "B 5@18:10"]),
    ],
)
def test_a_time_is_fixed_unless_the_minutes_before_explain_it(
    text: str, expected: list[str]
) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "purpose", "title", "minutes"),
    [
        ("Pause 15", "break", "Pause", 15),
        ("6. Pause (15 Min)", "break", "Pause", 15),
        ("Kaffeepause", "break", "Kaffeepause", None),
        ("16:00 Pause mit Imbiss", "break", "Pause mit Imbiss", None),
        ("Coffee break 20", "break", "Coffee break", 20),
        ("Lunch", "break", "Lunch", None),
        ("Imbiss im Foyer (Pause, 30 Min)", "break", "Imbiss im Foyer", 30),
        ("Puffer 10", "buffer", "Puffer", 10),
        ("5. Buffer (5 min)", "buffer", "Buffer", 5),
        ("Pausenregelung an Schulen", "", "Pausenregelung an Schulen", None),
        ("Break-out groups", "", "Break-out groups", None),
        ("Haushalt 2027", "", "Haushalt 2027", None),
        ("Pause 999", "", "Pause 999", None),
    ],
)
def test_breaks_and_spare_time(text: str, purpose: str, title: str, minutes: int | None) -> None:
    line = one(text)
    assert (line.purpose, line.title, line.planned_minutes) == (purpose, title, minutes)


@pytest.mark.parametrize(
    ("text", "title", "paper"),
    [
        ("4. Haushalt 2027 (Vorlage 2026/0123)", "Haushalt 2027", "Vorlage 2026/0123"),
        ("4. Haushalt 2027, Drucksache 17/42", "Haushalt 2027", "Drucksache 17/42"),
        ("4. Haushalt – DS-Nr. 2026-05/1", "Haushalt", "DS-Nr. 2026-05/1"),
        ("4. Haushalt (Beschlussvorlage Nr. 12/2026)", "Haushalt", "Beschlussvorlage Nr. 12/2026"),
        ("4. Haushalt (Vorlage: VO/2026/7, 10 Min)", "Haushalt", "VO/2026/7"),
        ("4. Budget (Paper 2026/0123)", "Budget", "Paper 2026/0123"),
        ("4. Bericht zur Vorlage 12/2026", "Bericht zur Vorlage 12/2026", ""),
        ("4. Haushalt (Beschluss, Vorlage 12/2026)", "Haushalt (Beschluss)", "Vorlage 12/2026"),
    ],
)
def test_papers(text: str, title: str, paper: str) -> None:
    line = one(text)
    assert (line.title, line.paper) == (title, paper)


def test_a_short_title_and_minutes_that_are_protected() -> None:
    line = one("3. Bericht der AG Wohnen (kurz: Wohnen, Nowak, 15 Min, geschützt)")
    assert line == AgendaLine(
        title="Bericht der AG Wohnen", short_title="Wohnen", presenter="Nowak",
        planned_minutes=15, is_protected=True,
    )  # fmt: skip
    assert one('1. Titel (short: "Teil 1, Wohnen")').short_title == "Teil 1, Wohnen"


def test_a_break_is_written_without_a_number_and_does_not_count() -> None:
    use_language("de")
    try:
        text = (
            "1. Eröffnung (5 Min)\nPause (15 Min)\n2. Grußwort (Landrätin, 10 Min, fest 16:40)\n"
            "3. Haushalt (Vorlage 2026/0123, nichtöffentlich)\n"
        )
        assert write_agenda(read_agenda(text)) == text
    finally:
        use_language("en")
