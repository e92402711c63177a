"""Speakers of four working groups and the administration, by video: two rounds, a standing rule,
and the need that comes back at the next exchange."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from scenario import held, meeting_after, minutes_of, next_item, plan, review_of
from stage import Shown, Stage, shown

from facilitator.i18n import use_language
from screens.round import RoundScreen

GROUPS = (
    ("Arbeit und Wirtschaft", "Hanna Krause"),
    ("Bildung und Sprache", "Selin Demir"),
    ("Soziales", "Udo Albers"),
    ("Zusammenleben", "Mina Yıldız"),
)
GOOD = ("Kurze Wege, immer jemand erreichbar.", "Gut.", "Sehr gut.", "Gut, gern öfter.")
NEED = "Engere Kontakte zu möglichen Partnern, zu einzelnen Ämtern und zur Agentur für Arbeit"
RULE = (
    "Bei Kooperation, Finanzierung und Öffentlichkeitsarbeit stimmen die AGs jeden Schritt mit der "
    "Integrationsbeauftragten ab."
)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return plan(
        tmp_path / "workspace",
        series="Austausch der AG-Sprecherinnen und -Sprecher",
        title="1. Austausch",
        day=date(2022, 2, 9),
        kind="network",
        place="https://konferenz.example/austausch",
        remote=True,
        agenda=(
            ("Begrüßung", 5),
            ("Wie lief die Zusammenarbeit mit der Verwaltung?", 20),
            ("Welche weitere Unterstützung braucht jede AG?", 30),
            ("Allgemeiner Austausch", 30),
            ("Nächster Austausch", 5),
        ),
        people=(
            *((speaker, f"AG {name}") for name, speaker in GROUPS),
            ("Jan Maier", "Stadtverwaltung"),
            ("Dilan Aksoy", "Integrationsbeauftragte"),
        ),
        groups=GROUPS,
    )


async def hold(stage: Stage, live: Shown) -> None:
    await next_item(stage, live, 0)
    await live.say("Der Bürgermeister begrüßt die Sprecherinnen und Sprecher.")
    await next_item(stage, live)
    await live.say("/runde Wie lief die Zusammenarbeit mit der Verwaltung?")
    assert isinstance(live.app.screen, RoundScreen)
    for answer in GOOD:
        await live.say(answer)
    assert "Alle sind gehört." in live.words()
    await live.press("escape")
    await next_item(stage, live, 15)
    await live.say("/runde Welche weitere Unterstützung braucht jede AG?")
    await live.type(f"{NEED} >Maier bis zum nächsten Treffen")
    await live.press("f3")
    await live.say("+Jan Maier")
    await live.say("Demir: Räume am Abend; Fahrtkosten für Ehrenamtliche.")
    await live.say("Ein fester Ansprechpartner im Sozialamt.")
    await live.say("-")
    await live.press("escape")
    await live.say(
        "Maier: Gespräch mit der Leiterin der Agentur für Arbeit; beide Seiten bündeln ihre "
        "Kompetenzen, um das Konzept voranzubringen."
    )
    await next_item(stage, live, 20)
    await live.say(f"! {RULE}")
    await next_item(stage, live, 20)
    await live.say("termin: halbjährlich")
    await held(stage, live)


async def test_neuwied(stage: Stage) -> None:
    async with shown(stage) as live:
        await hold(stage, live)
    text = minutes_of(stage)
    assert "Videokonferenz" in text
    for round_ in stage.meeting.rounds:
        assert round_.missing == ()
    for (group, speaker), answer in zip(GROUPS, GOOD, strict=True):
        row = next(line for line in text.splitlines() if group in line and answer in line)
        assert row.startswith("|"), "one answer per group and round, in a table"
        assert speaker in row
    row = next(
        line for line in text.splitlines() if line.startswith("|") and "Räume am Abend" in line
    )
    assert "Selin Demir" in row
    needs = [line for line in text.splitlines() if NEED in line]
    assert any(line.startswith("| M-2022-001") and "Jan Maier" in line for line in needs)
    assert f"> {RULE}" in text
    assert "B-2022-001" in text
    assert "Kompetenzen, um das Konzept voranzubringen." in text
    assert "halbjährlich" in text
    action = stage.meeting.action_items[0]
    assert action.link == stage.meeting.rounds[1].answers[0].id
    group = stage.meeting.group(action.group)
    assert group is not None
    assert group.name == "Arbeit und Wirtschaft"


async def test_the_need_comes_back_at_the_next_exchange(stage: Stage) -> None:
    async with shown(stage) as live:
        await hold(stage, live)
    lines = await review_of(stage, meeting_after(stage, date(2022, 9, 14)))
    at = next(at for at, line in enumerate(lines) if "HEUTE FÄLLIG" in line)
    assert "Engere Kontakte" in lines[at + 1]
    assert "Jan Maier" in lines[at + 1]
