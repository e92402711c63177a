"""Two meetings with cards, played through the keys to the printed minutes: a conference with six
fields of action, and a workshop that groups critical contributions."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from stage import Shown, Stage, shown

from facilitator.clock import FixedClock
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.minutes.markdown import markdown
from facilitator.workspace import Workspace
from screens.cards import CardsScreen

FIELDS = (
    "Sprachförderung", "Qualifizierung und Arbeit", "Jugend und Familie", "Wohnen",
    "Dialog der Kulturen und Religionen", "Gesundheit",
)  # fmt: skip


def planned(folder: Path, title: str, *items: str, kind: str) -> Stage:
    zone = timezone(timedelta(hours=2))
    clock = FixedClock(datetime(2006, 5, 20, 9, 0, tzinfo=zone))
    workspace = Workspace(folder, clock=clock, device="aaaa")
    slug = workspace.found_series("Integrationskonferenz", language="de")
    plan = {"day": clock.now().at.date(), "start": "09:00", "kind": kind}
    live = workspace.open(workspace.plan_meeting(slug, title, **plan))
    ids = tuple(live.record(c.AgendaItemAdded(title=item))[0].id for item in items)
    use_language("de")
    return Stage(workspace, clock, live, ids, ())


def printed(stage: Stage) -> str:
    """The minutes as they would be sent, from the file that another program reads."""
    return markdown(stage.on_disk(), issued=stage.meeting.day)


async def choose(live: Shown, text: str) -> None:
    screen = live.app.screen
    assert isinstance(screen, CardsScreen)
    screen.choose("")
    for _ in screen.choosable():
        await live.press("down")
        if screen.card is not None and screen.card.text == text:
            return
    raise AssertionError(text)


async def test_six_fields_each_with_stock_need_and_measures(tmp_path: Path) -> None:
    stage = planned(tmp_path, "2. Integrationskonferenz", *FIELDS, kind="conference")
    stage.start()
    async with shown(stage, (120, 36)) as live:
        use_language("de")
        for place, name in enumerate(FIELDS):
            await live.say(f"/feld {name}")
            await live.say(f"/karten {name}")
            if not place:
                await live.say("/spalten")
                await live.say("/punkte 2 62")
            await live.say(f"Bestand in {name}")
            await live.press("tab")
            await live.say(f"Bedarf in {name}")
            await live.press("tab")
            await live.say(f"Vorschlag in {name}")
            await live.say(f"Zweiter Vorschlag in {name}")
            await choose(live, f"Zweiter Vorschlag in {name}")
            await live.say("31")
            await choose(live, f"Vorschlag in {name}")
            await live.say("19")
            await live.type("<Ende 2006")
            await live.press("f3")
            await live.press("escape")
            await live.say("/auszählen")
            await live.press("escape")
            stage.clock.advance(1800)
            await live.press("f9")
    meeting = stage.meeting
    assert [board.prompt for board in meeting.boards] == list(FIELDS)
    assert {board.columns for board in meeting.boards} == {
        ("Bestand", "Handlungsbedarf", "Maßnahmenvorschlag")
    }
    names = {field.id: field.name for field in meeting.fields}
    assert [names[board.field] for board in meeting.boards] == list(FIELDS)
    assert [names[action.field] for action in meeting.action_items] == list(FIELDS)
    text = printed(stage)
    for name in FIELDS:
        proposals = text[text.index(f"- Bedarf in {name}") :]
        first, second = f"- Zweiter Vorschlag in {name}: 31 Punkte", f"- Vorschlag in {name}: 19"
        assert proposals.index(first) < proposals.index(second), "the most dots first"
        assert f"| Vorschlag in {name} | offen | Ende 2006 (31.12.2006) | {name} |" in text
    assert text.count("50 von 124 Punkten") == len(FIELDS)


async def test_critical_contributions_stand_as_they_hung_on_the_wall(tmp_path: Path) -> None:
    stage = planned(
        tmp_path, "Auftaktworkshop", "Eröffnung", "Warum eine Fortschreibung", "Grundfragen",
        kind="workshop",
    )  # fmt: skip
    stage.start(2)
    async with shown(stage) as live:
        use_language("de")
        await live.say("/karten Was hat sich seit 2009 geändert?")
        for card in ("Niemand kennt das Konzept", "Zu viele Ziele", "Kein Geld dafür"):
            await live.say(card)
        await choose(live, "Niemand kennt das Konzept")
        await live.say("#Bekanntheit")
        await choose(live, "Zu viele Ziele")
        await live.say("#Umfang")
        await choose(live, "Kein Geld dafür")
        await live.say("#umf")
        await live.press("escape")
        await live.press("escape")
        await live.say("k: Wer hat es je gelesen?")
    text = printed(stage)
    places = [
        text.index(words)
        for words in (
            "Was hat sich seit 2009 geändert?", "Bekanntheit", "Niemand kennt das Konzept",
            "Umfang", "Zu viele Ziele", "Kein Geld dafür", "Wer hat es je gelesen?",
        )
    ]  # fmt: skip
    assert places == sorted(places), "in the order in which they hung"
