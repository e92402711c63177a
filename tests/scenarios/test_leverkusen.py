"""The acceptance scenario: second integration conference, end of a six-month process.

Stock, need and proposed measures as columns under six fields of action, weighed with dots; a
council paper 'im Herbst'. Names are invented.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from hall import Hall, hall
from kept_meetings import is_kept

from facilitator.meeting.review import review_rows
from screens.cards import CardsScreen
from screens.live import LiveScreen

AGENDA = """\
1 Begrüßung (15 Min)
2 Bestandsaufnahme: Zielgruppen, Partner, Angebote (30 Min)
3 Bedarfe und Maßnahmen in sechs Handlungsfeldern
3.1 Sprachförderung (30 Min)
3.2 Qualifizierung und Arbeit (30 Min)
3.3 Jugend und Familie (30 Min)
3.4 Wohnen (30 Min)
3.5 Dialog der Kulturen und Religionen (30 Min)
3.6 Gesundheit (30 Min)
4 Wie es weitergeht (20 Min)
"""

COLUMNS = ("Bestand", "Handlungsbedarf", "Maßnahmenvorschlag")
FIELDS = {
    "Sprachförderung": (
        ("Kurse der Volkshochschule",),
        ("Kinderbetreuung während der Kurse fehlt",),
        (("Sprachpaten in Kitas", 24), ("Kurse am Abend", 17)),
    ),
    "Qualifizierung und Arbeit": (
        ("Bewerbungstraining",),
        ("Abschlüsse werden nicht anerkannt",),
        (("Lotsen für Anerkennung", 28),),
    ),
    "Jugend und Familie": (
        ("Offene Treffs",),
        ("Eltern werden kaum erreicht",),
        (("Elterncafé an Schulen", 22),),
    ),
    "Wohnen": (
        ("Mieterberatung der Caritas", "Möbellager der Diakonie"),
        ("Große Familien finden nichts", "Absagen wegen Namen"),
        (
            ("Mietpatenschaften", 12),
            ("Wohnungsführerschein", 31),
            ("Runder Tisch mit Genossenschaften", 19),
        ),
    ),
    "Dialog der Kulturen und Religionen": (
        ("Woche der Kulturen",),
        ("Kaum Begegnung im Alltag",),
        (("Fest der Religionen", 15),),
    ),
    "Gesundheit": (
        ("Sprechstunde im Gesundheitsamt",),
        ("Übersetzung in Praxen fehlt",),
        (("Dolmetscherpool", 26),),
    ),
}
PAPER = "Ratsvorlage über Ergebnisse und Fortführung in Foren einbringen"


async def test_the_second_conference(room: Path) -> None:
    async with hall(room, datetime(2006, 5, 20, 8, 50), size=(120, 36)) as here:
        await here.found_series("Integrationskonferenz", "conference")
        await here.plan(
            "2. Integrationskonferenz", day="20.05.2006", start="09:00", place="Forum",
            agenda=AGENDA, people=None,
        )  # fmt: skip
        await here.begin()
        await here.press("f8")
        await here.line("+62 Gäste")
        await here.press("escape")
        assert here.meeting.number_present == 62
        await here.line("Begrüßung durch die Sozialdezernentin.")
        await here.next_item(15)
        await here.line("Die Dokumentation von 20 Seiten liegt vor.", "= zur K")
        for name, columns in FIELDS.items():
            await here.next_item(25)
            await one_field(here, name, *columns)
        await here.next_item(25)
        await here.line(
            "Nicht das Ende, sondern der Anfang eines Prozesses: alle wirken daran mit.",
            f"m: {PAPER} >Sozialdezernat <im Herbst",
            "termin: wird eingeladen",
        )
        await here.next_item(15)
        await here.mend_and_close({"minute_taker": "Anna Berger", "result": "erledigt"})
        text = await here.export()
        assert is_kept("leverkusen", here.live)
    check_the_minutes(text)
    check_the_next_meeting(here)


async def one_field(
    here: Hall,
    name: str,
    stock: tuple[str, ...],
    need: tuple[str, ...],
    proposals: tuple[tuple[str, int], ...],
) -> None:
    """Cards in three columns under one field of action; the proposals are weighed."""
    assert here.running.title == name
    await here.line(f"/feld {name}", f"/karten {name}")
    screen = here.app.screen
    assert isinstance(screen, CardsScreen)
    board = here.meeting.boards[-1]
    if board.columns != COLUMNS:  # the first one; the others take over what the last one had
        await here.line("/spalten " + ", ".join(COLUMNS))
    await here.line("/punkte 2 62")
    for texts in (stock, need, tuple(text for text, _ in proposals)):
        await here.line(*texts)
        await here.press("tab")
    # Tab went around: back to the proposals
    await here.press("tab", "tab")
    await here.press(*["up"] * len(proposals))
    for text, dots in proposals:
        chosen = here.meeting.card(screen.chosen)
        assert chosen is not None
        assert chosen.text == text
        await here.line(str(dots))
        assert {k.text: k.dots for k in here.meeting.contributions}[text] == dots
        await here.press("down")  # below the last one none is chosen
    assert here.app.screen is screen
    board = here.meeting.boards[-1]
    assert (board.columns, board.dots_each, board.voters) == (COLUMNS, 2, 62)
    field = here.meeting.field(board.field)
    assert field is not None
    assert field.name == name
    await here.press("escape")
    await here.settle()
    assert isinstance(here.app.screen, LiveScreen)


def check_the_minutes(text: str) -> None:
    plain = text.replace("\\", "")
    for name, (stock, need, proposals) in FIELDS.items():
        at = plain.rindex(name, 0, plain.index(stock[0]))
        part = plain[at : at + 3000]
        for card in (*stock, *need):
            assert card in part, card
        for card, dots in proposals:
            assert card in part
            row = next(line for line in part.splitlines() if card in line)
            assert str(dots) in row, row
    for column in COLUMNS:
        assert plain.count(column) >= 6, f"{column} under each field"
    order = [plain.index(card) for card in (
        "Wohnungsführerschein", "Runder Tisch mit Genossenschaften", "Mietpatenschaften",
    )]  # fmt: skip
    assert order == sorted(order), "by dots, most first"
    rows = [line for line in plain.splitlines() if line.startswith("| M-") and PAPER in line]
    assert rows
    assert all("Herbst" in row and "30.11.2006" in row for row in rows)
    assert all("Sozialdezernat" in row for row in rows)


def check_the_next_meeting(here: Hall) -> None:
    workspace = here.app.workspace
    slug = here.live.reference.partition("/")[0]
    here.clock.advance(200 * 24 * 3600)
    third = workspace.open(workspace.plan_meeting(slug, "1. Forum", day=date(2006, 12, 6)))
    (row,) = review_rows(third.open_actions(), (), third.today)
    assert row.action.summary == PAPER
    assert (row.section, row.days_overdue) == ("overdue", 6)
