"""The acceptance scenario: speakers of four working groups meet the administration, by video.

Two rounds in which each group answers once, a need that becomes an action item, a standing rule as
a decision with its exact wording, a rule for the next date. Names are invented.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from hall import Hall, hall
from kept_meetings import is_kept

from facilitator.meeting.model import ActionItem
from facilitator.meeting.review import review_rows
from screens.door import DoorScreen
from screens.live import LiveScreen
from screens.round import RoundScreen

PEOPLE = """\
Name;Organisation;Funktion;AG
Ina Krause;Handwerkskammer;Sprecherin;Arbeit und Wirtschaft
Ole Demir;Volkshochschule;Sprecher;Bildung und Sprache
Ruth Albers;Diakonie;Sprecherin;Soziales
Mira Yıldız;Beirat für Migration;Sprecherin;Zusammenleben
Rolf Sander;Stadtverwaltung;Oberbürgermeister;
Dr. Vera Lindt;Stadtverwaltung;Integrationsbeauftragte;
"""

AGENDA = """\
1 Begrüßung (5 Min)
2 Zusammenarbeit mit der Verwaltung (20 Min)
3 Unterstützungsbedarf der Arbeitsgruppen (30 Min)
4 Allgemeiner Austausch (30 Min)
5 Nächster Austausch (5 Min)
"""

GROUPS = ("Arbeit und Wirtschaft", "Bildung und Sprache", "Soziales", "Zusammenleben")

POSITIVE = (
    "Sehr gut, kurze Wege und verlässliche Antworten.",
    "Gut; die Verwaltung ist jederzeit ansprechbar.",
    "Positiv, vor allem die schnelle Hilfe bei Räumen.",
    "Durchweg positiv.",
)
NEED = "Engere Kontakte zu möglichen Partnern, zu einzelnen Ämtern und zur Agentur für Arbeit"
NEEDS = (
    "Räume am Abend; Fahrtkosten für Ehrenamtliche.",
    "Ein fester Ansprechpartner im Sozialamt, Rückmeldung auf Anfragen.",
    "Mehr Öffentlichkeitsarbeit für Begegnungen.",
)
RULE = (
    "In Fragen der Kooperation, der Finanzierung und der Öffentlichkeitsarbeit stimmen die "
    "Arbeitsgruppen jeden Schritt mit der Integrationsbeauftragten ab."
)
REPORT = (
    "Der Oberbürgermeister berichtet vom Gespräch mit der Leiterin der Agentur für Arbeit: beide "
    "Seiten bündeln ihre Kompetenzen, um das Konzept voranzubringen (Chancengleichheit für alle)."
)


async def test_the_exchange_by_video(room: Path, tmp_path: Path) -> None:
    people = tmp_path / "sprecher.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    async with hall(room, datetime(2022, 2, 14, 16, 45)) as here:
        await here.found_series("Austausch der AG-Sprecher", "group")
        await here.plan(
            "1. Austausch", day="14.02.2022", start="17:00",
            place="https://video.stadt.example/austausch", agenda=AGENDA, people=people,
        )  # fmt: skip
        assert [g.name for g in here.meeting.groups] == list(GROUPS)
        await everybody_comes_by_video(here)
        await two_rounds(here)
        await the_standing_rule(here)
        await here.line("termin: vierteljährlich", "= erledigt")
        await here.next_item(5)
        await here.mend_and_close({"minute_taker": "Vera Lindt", "result": "zur K"})
        text = await here.export()
        assert is_kept("neuwied", here.live)
    check_the_minutes(text)
    check_the_next_meeting(here)


async def everybody_comes_by_video(here: Hall) -> None:
    await here.press("f8")
    assert isinstance(here.app.screen, DoorScreen)
    for name in ("krause", "demir", "albers", "yildiz", "sander", "lindt"):
        await here.line(name)
    assert here.meeting.number_present == 6
    assert all(a.remote for a in here.meeting.attendance), "a video address: all come by video"
    await here.press("escape")
    await here.begin()
    await here.line("Der Oberbürgermeister begrüßt die Sprecherinnen und Sprecher.")


async def two_rounds(here: Hall) -> None:
    await here.next_item(5)
    await here.line("/runde Wie läuft die Zusammenarbeit mit der Verwaltung?")
    assert isinstance(here.app.screen, RoundScreen)
    for answer in POSITIVE:
        await here.line(answer)
    (first,) = here.meeting.rounds
    assert [a.text for a in first.answers] == list(POSITIVE)
    assert first.missing == ()
    await here.press("escape")
    assert isinstance(here.app.screen, LiveScreen)
    await here.next_item(12)
    await here.line("/runde Welche Unterstützung braucht jede AG?")
    here.wait(2)
    await here.type(f"{NEED} >Sander <nächstes Treffen")
    await here.press("f3")
    action = here.meeting.action_items[-1]
    assert action.text == NEED
    assert [owner.name for owner in action.owners] == ["Rolf Sander"]
    assert action.link == here.meeting.rounds[-1].answers[0].id
    assert here.meeting.rounds[-1].answers[0].text == NEED
    for answer in NEEDS:
        await here.line(answer)
    assert here.meeting.rounds[-1].missing == ()
    await here.press("escape")
    await here.line(REPORT, "= zur K")


async def the_standing_rule(here: Hall) -> None:
    await here.next_item(15)
    await here.line(f"! {RULE}")
    await here.press("up", "f2")
    await here.settle()
    await fill_in_consensus(here)
    decision = here.meeting.decisions[-1]
    assert decision.text == RULE
    assert decision.vote is not None
    assert decision.read_back_at is not None
    await here.next_item(20)


async def fill_in_consensus(here: Hall) -> None:
    """On the decision sheet: read back, confirm, and 'Konsens' as the vote."""
    await here.press("ctrl+r")
    await here.settle()
    await here.press("enter")
    await here.settle()
    await here.to_field("vote")
    await here.type("Konsens")
    await here.press("enter")
    await here.settle()
    if not isinstance(here.app.screen, LiveScreen):
        await here.press("escape")
        await here.settle()
    assert isinstance(here.app.screen, LiveScreen)


def check_the_minutes(text: str) -> None:
    plain = text.replace("\\", "")
    assert "https://video.stadt.example/austausch" in plain or "Video" in plain
    for group, speaker, first, second in zip(
        GROUPS, ("Krause", "Demir", "Albers", "Yıldız"), POSITIVE, (NEED, *NEEDS), strict=True
    ):
        rows = [line for line in plain.splitlines() if line.startswith("|") and group in line]
        assert any(first in row and speaker in row for row in rows), group
        assert any(second in row and speaker in row for row in rows), group
    listed = [line for line in plain.splitlines() if line.startswith("| M-") and NEED in line]
    assert listed
    assert all("Rolf Sander" in row for row in listed)
    assert REPORT in plain
    assert "zur Kenntnis genommen" in plain
    assert f"> {RULE}" in plain
    assert "Konsens" in plain
    assert "vierteljährlich" in plain


def check_the_next_meeting(here: Hall) -> None:
    slug = here.live.reference.partition("/")[0]
    here.clock.advance(90 * 24 * 3600)
    workspace = here.app.workspace
    second = workspace.open(workspace.plan_meeting(slug, "2. Austausch", day=date(2022, 5, 16)))
    (row,) = review_rows(second.open_actions(), (), second.today)
    assert row.action.summary == NEED
    assert isinstance(here.meeting.action_items[0], ActionItem)
