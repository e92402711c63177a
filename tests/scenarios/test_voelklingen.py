"""The acceptance scenario: kick-off workshop for a new concept, moderated by an institute.

The mandate, the moderator apart from the chair, cards grouped under questions, two groups founded
with their members, milestones with imprecise dates, an action on citizens. Names are invented.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from hall import Hall, hall
from kept_meetings import is_kept

from facilitator.meeting.review import review_rows
from screens.cards import CardsScreen
from screens.live import LiveScreen

PEOPLE = """\
Name;Organisation;Funktion
Klara Weber;Stadt;Oberbürgermeisterin
Tobias Lang;Institut für Sozialforschung;Projektleiter
Nadja Haas;Stadt;Integrationsbeauftragte
Jonas Roth;Caritas;
Selin Arslan;Integrationsbeirat;Vorsitzende
Peter Klein;Sportverein;
Maria Conti;Schule am Markt;Rektorin
"""

AGENDA = """\
1 Eröffnung (10 Min)
2 Warum eine Überarbeitung: was hat sich bis 2017 verändert (20 Min)
3 Grundfragen (60 Min)
4 Organisation des Prozesses (30 Min)
5 Zeitplan (15 Min)
6 Beteiligung der Bürgerschaft (15 Min)
"""

MANDATE = (
    "Der Sozialausschuss und der Hauptausschuss haben Ende August 2017 beschlossen, das Konzept "
    "von 2009 überarbeiten zu lassen."
)
QUESTIONS = {
    "Was soll das neue Konzept leisten?": {
        "VERBINDLICHKEIT": ("Ziele, die man messen kann", "Zuständigkeiten mit Namen"),
        "TEILHABE": ("Vereine von Anfang an beteiligen", "Mehr Kontakte im Alltag"),
    },
    "Wo hakt es heute?": {
        "WEGE": ("Zu viele Anlaufstellen", "Formulare in schwerer Sprache"),
        "MITTEL": ("Projekte enden nach einem Jahr",),
    },
}
FOUNDING = "Eine Steuerungsgruppe und eine Arbeitsgruppe begleiten den Prozess."
MILESTONES = (
    ("Erste Bestandsaufnahme", "im Dezember 2017", "31.12.2017", date(2017, 12, 31)),
    ("Erster Entwurf", "im Mai 2018", "31.05.2018", date(2018, 5, 31)),
    ("Neues Konzept", "Mitte 2018", "31.07.2018", date(2018, 7, 31)),
)


async def test_the_kick_off_workshop(room: Path, tmp_path: Path) -> None:
    people = tmp_path / "teilnehmer.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    async with hall(room, datetime(2017, 10, 19, 8, 50), size=(120, 36)) as here:
        await here.found_series("Integrationskonzept", "workshop")
        await here.plan(
            "Auftaktworkshop", day="19.10.2017", start="09:00", place="Altes Rathaus",
            agenda=AGENDA, people=people,
        )  # fmt: skip
        await everybody_comes(here)
        await why_and_basic_questions(here)
        await two_groups_are_founded(here)
        await milestones_and_citizens(here)
        await here.mend_and_close({"minute_taker": "Jonas Roth", "result": "erledigt"})
        text = await here.export()
        assert is_kept("voelklingen", here.live)
    check_the_minutes(text)
    check_the_next_meeting(here)


async def everybody_comes(here: Hall) -> None:
    await here.press("f8")
    for name in ("weber", "lang", "haas", "roth", "arslan", "klein", "conti"):
        await here.line(name)
    assert here.meeting.number_present == 7
    await here.press("escape")
    await here.begin()
    await here.line("/leitung Klara Weber", "/moderation Tobias Lang")
    chair, moderator = here.meeting.officer("chair"), here.meeting.officer("moderator")
    assert chair is not None
    assert moderator is not None
    assert (chair.name, moderator.name) == ("Klara Weber", "Tobias Lang")
    await here.line("Die Oberbürgermeisterin eröffnet den Workshop.")


async def why_and_basic_questions(here: Hall) -> None:
    await here.next_item(10)
    await here.line(MANDATE)
    await here.next_item(20)
    for question, groups in QUESTIONS.items():
        await here.line(f"/karten {question}")
        assert isinstance(here.app.screen, CardsScreen)
        for group, texts in groups.items():
            for text in texts:
                await here.line(text)
                await here.press("up")
                await here.line(f"#{group}")
                if not here.meeting.card_group(here.meeting.contributions[-1].group):
                    await here.press("enter")  # a new group is made by a second Enter
                await here.press("escape")
                assert isinstance(here.app.screen, CardsScreen)
        await here.press("escape")
        assert isinstance(here.app.screen, LiveScreen)
    assert len(here.meeting.boards) == 2
    assert {g.name.upper() for g in here.meeting.card_groups} == {
        "VERBINDLICHKEIT", "TEILHABE", "WEGE", "MITTEL",
    }  # fmt: skip
    assert all(card.group for card in here.meeting.contributions)


async def two_groups_are_founded(here: Hall) -> None:
    await here.next_item(30)
    await here.line(
        f"! {FOUNDING}",
        "/gruppe Steuerungsgruppe: Weber, Lang, Haas, Arslan",
        "/gruppe Arbeitsgruppe Konzept: Haas, Roth, Conti, Peter Klein",
    )
    steering, working = here.meeting.groups
    decision = here.meeting.decisions[-1]
    assert (steering.name, working.name) == ("Steuerungsgruppe", "Arbeitsgruppe Konzept")
    assert steering.founded_by == working.founded_by == decision.id
    names = {p.id: p.name for p in here.meeting.people}
    assert [names[m] for m in working.members] == [
        "Nadja Haas", "Jonas Roth", "Maria Conti", "Peter Klein",
    ]  # fmt: skip
    assert len(here.meeting.people) == 7, "nobody is made twice"


async def milestones_and_citizens(here: Hall) -> None:
    await here.next_item(20)
    for summary, due, *_ in MILESTONES:
        await here.line(f"ms: {summary} >Institut für Sozialforschung <{due}")
    for made, (summary, _, _, last) in zip(here.meeting.action_items, MILESTONES, strict=True):
        assert made.is_milestone
        assert made.text == summary
        assert made.due is not None
        assert made.due.last == last
    await here.next_item(10)
    await here.line("m: Gesprächsrunden mit Bürgerinnen und Bürgern >Stadt")
    await here.line("termin: 15.01.2018 09:00")
    await here.next_item(10)


def check_the_minutes(text: str) -> None:
    plain = text.replace("\\", "")
    lines = plain.splitlines()
    assert MANDATE in plain
    assert any("Klara Weber" in line and "Leitung" in line for line in lines)
    assert any("Tobias Lang" in line and "Moderation" in line for line in lines)
    for question, groups in QUESTIONS.items():
        assert question in plain
        for group, texts in groups.items():
            assert group.casefold() in plain.casefold()
            for card in texts:
                assert card in plain
    at = plain.casefold().index("verbindlichkeit")
    assert at < plain.index("Ziele, die man messen kann") < plain.casefold().index("teilhabe", at)
    assert f"> {FOUNDING}" in plain
    founded = [line for line in lines if "Steuerungsgruppe" in line and "Selin Arslan" in line]
    assert founded
    assert any("Arbeitsgruppe Konzept" in line and "Maria Conti" in line for line in lines)
    places = []
    for summary, due, last, _ in MILESTONES:
        rows = [at for at, line in enumerate(lines) if summary in line and last in line]
        assert rows, summary
        assert all(due.removeprefix("im ") in lines[at] for at in rows)
        places.append(rows[0])
    assert places == sorted(places), "milestones in order"
    assert any("Gesprächsrunden" in line and "Stadt" in line for line in lines)


def check_the_next_meeting(here: Hall) -> None:
    slug = here.live.reference.partition("/")[0]
    here.clock.advance(88 * 24 * 3600)
    workspace = here.app.workspace
    second = workspace.open(workspace.plan_meeting(slug, "2. Treffen", day=date(2018, 1, 15)))
    rows = {r.action.summary: r for r in review_rows(second.open_actions(), (), second.today)}
    late = rows["Erste Bestandsaufnahme"]
    assert late.days_overdue == 15
    assert [r.action.summary for r in rows.values() if r.section == "milestones"] == [
        summary for summary, *_ in MILESTONES
    ], "in their order"
    assert rows["Gesprächsrunden mit Bürgerinnen und Bürgern"].section == "without_due"
    groups = {group.name for group in workspace.series_in(slug).groups}
    assert {"Steuerungsgruppe", "Arbeitsgruppe Konzept"} <= groups
