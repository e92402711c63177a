"""The coordination staff of a district: renamed by decision, and orders due by the next meeting in
autumn, whose day follows the date of that meeting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from scenario import held, meeting_after, minutes_of, next_item, plan, review_of
from stage import Shown, Stage, shown

from facilitator.i18n import use_language

OLD = "Koordinierungsstab Flüchtlinge"
NEW = "Koordinierungsstab für Migration und Teilhabe"
FIELDS = (
    "Wohnen",
    "Sprache und Bildung",
    "Sicherheit und Ordnung",
    "Arbeitsmarkt",
    "Soziokulturelle Strukturen",
)
ORDER = "Abgestimmtes Konzept für Monitoring und Controlling vorlegen"


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return plan(
        tmp_path / "workspace",
        series=OLD,
        title="Frühjahrssitzung",
        day=date(2018, 4, 18),
        kind="body",
        place="Kreishaus",
        agenda=(
            ("Zweck des Gremiums", 10),
            ("Neuer Name", 10),
            ("Stand der Aktivitäten vor Ort", 20),
            ("Monitoring", 20),
            ("Arbeitsgruppen in den Gemeinden", 20),
            ("Berichte", 20),
            ("Vorlage für Kreisausschuss und Kreistag", 10),
        ),
        people=(
            ("Franz Lorenz", "Landkreis"),
            ("Ines Behn", "Referat für Migration und Teilhabe"),
            ("Karin Wolf", "Caritas"),
        ),
        groups=(),
    )


async def hold(stage: Stage, live: Shown) -> None:
    await live.say(f"/feld {', '.join(FIELDS)}")
    await next_item(stage, live, 0)
    await live.say("n: Der Landrat erläutert den Zweck.")
    await next_item(stage, live)
    await live.say(f"! Das Gremium heißt künftig „{NEW}“.")
    await live.say(f"/umbenennen {NEW}")
    await next_item(stage, live)
    await live.say("! Aktivitäten vor Ort werden regelmäßig erfasst und berichtet.")
    await next_item(stage, live)
    await live.say(f"m: {ORDER} >Landkreis bis zum nächsten Treffen im Herbst")
    await next_item(stage, live)
    await live.say("m: Arbeitsgruppen auf Gemeindeebene einrichten >Landkreis")
    await next_item(stage, live)
    await live.say("= zur K")
    await next_item(stage, live)
    await live.say("m: Vorschläge an Ausschuss und Kreistag >Landkreis <in Kürze")
    await live.say("termin: 19.09.2018")
    assert "zum nächsten Treffen im Herbst (19.09.2018)" in await order_row(live)
    await live.say("termin: 26.09.2018 15:00, Kreishaus")
    assert "zum nächsten Treffen im Herbst (26.09.2018)" in await order_row(live)
    await held(stage, live)


async def order_row(live: Shown) -> str:
    """What stands under the order now: going back to its item for a look."""
    await live.say("/suche Abgestimmtes")
    await live.pilot.pause()
    await live.press("enter")
    await live.pilot.pause()
    words = live.words()
    await live.press("escape", "escape")
    return words


async def test_peine(stage: Stage) -> None:
    async with shown(stage, (120, 36)) as live:
        await hold(stage, live)
    text = minutes_of(stage)
    assert [field.name for field in stage.meeting.fields] == list(FIELDS)
    assert text.splitlines()[0] == "---"
    assert f"heißt künftig „{NEW}“" in text
    assert OLD in text, "these minutes keep the name the body had"
    assert "> Aktivitäten vor Ort werden regelmäßig erfasst und berichtet." in text
    row = next(line for line in text.splitlines() if line.startswith("| M-2018-001"))
    assert ORDER in row
    assert "zum nächsten Treffen im Herbst (26.09.2018)" in row
    assert "zur Kenntnis genommen" in text
    assert "in Kürze" in text


async def test_the_order_moves_with_the_next_meeting_and_the_series_goes_on(stage: Stage) -> None:
    async with shown(stage, (120, 36)) as live:
        await hold(stage, live)
    third = meeting_after(stage, date(2018, 10, 2))
    assert third.meeting.series_name == NEW
    assert stage.on_disk().series_name == OLD
    assert [field.name for field in third.meeting.fields] == list(FIELDS)
    lines = await review_of(stage, third)
    at = next(at for at, line in enumerate(lines) if "HEUTE FÄLLIG" in line)
    assert ORDER[:30] in lines[at + 1]
    assert "heute" in lines[at + 1]
    later = meeting_after(stage, date(2018, 12, 4))
    lines = await review_of(stage, later)
    at = next(at for at, line in enumerate(lines) if "ÜBERFÄLLIG" in line)
    assert ORDER[:30] in lines[at + 1], "that meeting was the next one"
