"""A kick-off workshop: two groups founded by decision, three milestones with the days their words
mean, and how they stand at the meeting after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from scenario import held, meeting_after, minutes_of, next_item, plan, review_of
from stage import Shown, Stage, shown

from facilitator.i18n import use_language

DECISION = "Eine Steuerungsgruppe und eine Arbeitsgruppe begleiten den Prozess."
CARDS = ("Wohnen kommt kaum vor", "Jugend fehlt ganz", "Keine Zahlen seit 2009")
MILESTONES = (
    ("Erste Bestandsaufnahme", "im Dezember 2017", date(2017, 12, 31)),
    ("Erster Entwurf", "im Mai 2018", date(2018, 5, 31)),
    ("Neues Konzept", "Mitte 2018", date(2018, 7, 31)),
)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return plan(
        tmp_path / "workspace",
        series="Integrationskonzept 2018",
        title="Auftaktworkshop",
        day=date(2017, 10, 19),
        kind="workshop",
        agenda=(
            ("Eröffnung", 10),
            ("Warum eine Fortschreibung", 20),
            ("Grundfragen", 40),
            ("Organisation des Prozesses", 20),
            ("Zeitplan", 15),
            ("Beteiligung der Bürgerschaft", 15),
        ),
        people=(
            ("Klaus Brenner", "Stadt"),
            ("Rana Sabet", "Integrationsbeauftragte"),
            ("Dr. Ute Falk", "Forschungsinstitut"),
            ("Paul Engel", "Caritas"),
        ),
    )


async def collect_cards(live: Shown) -> None:
    """Critical contributions under a question, two of them grouped."""
    await live.say("/karten Was fehlt im geltenden Konzept?")
    await live.pilot.pause()
    await live.say(CARDS[0])
    await live.press("up")
    await live.say("#Themen")
    await live.say(CARDS[1])
    await live.press("escape")
    await live.say(CARDS[2])
    while live.app.screen is not live.screen:
        await live.press("escape")
        await live.pilot.pause()


async def hold(stage: Stage, live: Shown) -> None:
    await live.say("/leitung Klaus Brenner")
    await live.say("/moderation Dr. Ute Falk")
    await next_item(stage, live, 0)
    await live.say("Zwei Ausschüsse haben Ende August 2017 die Fortschreibung beschlossen.")
    await next_item(stage, live)
    await live.say("Das geltende Konzept stammt von 2009.")
    await next_item(stage, live)
    await collect_cards(live)
    await next_item(stage, live)
    await live.say(f"! {DECISION}")
    await live.say("/gruppe Steuerungsgruppe: Brenner, Sabet, Falk (Sprecherin Sabet)")
    await live.say("/gruppe Arbeitsgruppe Konzept: Engel, Noor Hadid, Sabet")
    await next_item(stage, live)
    for summary, words, _ in reversed(MILESTONES):
        await live.say(f"ms: {summary} {words} >Forschungsinstitut")
    await next_item(stage, live)
    await live.say("m: Gesprächsrunden mit der Bürgerschaft vorbereiten >Stadt")
    await held(stage, live)


async def test_voelklingen(stage: Stage) -> None:
    async with shown(stage) as live:
        await hold(stage, live)
    meeting = stage.meeting
    assert [(group.name, len(group.members)) for group in meeting.groups] == [
        ("Steuerungsgruppe", 3), ("Arbeitsgruppe Konzept", 3),
    ]  # fmt: skip
    assert {group.founded_by for group in meeting.groups} == {meeting.decisions[0].id}
    made = [a for a in meeting.action_items if a.is_milestone]
    assert {(a.text, a.due.text, a.due.last) for a in made if a.due} == set(MILESTONES)
    assert {owner.kind for a in made for owner in a.owners} == {"organization"}
    cards = {card.text: card.group for card in meeting.contributions}
    assert list(cards) == list(CARDS)
    assert cards[CARDS[0]] == cards[CARDS[1]] == meeting.card_groups[0].id
    assert cards[CARDS[2]] == ""
    chair, moderator = meeting.officer("chair"), meeting.officer("moderator")
    assert chair is not None
    assert moderator is not None
    assert (chair.name, moderator.name) == ("Klaus Brenner", "Dr. Ute Falk")
    text = minutes_of(stage)
    assert "**Leitung:** Klaus Brenner" in text
    assert "**Moderation:** Dr. Ute Falk" in text
    assert text.index("Was fehlt im geltenden Konzept?") < text.index("Themen")
    for card in CARDS:
        assert card in text
    assert "Ende August 2017" in text
    assert f"> {DECISION}" in text
    founded = text[text.index("Neu gegründet") :]
    for name in ("Steuerungsgruppe", "Klaus Brenner", "Rana Sabet", "Dr. Ute Falk", "Noor Hadid"):
        assert name in founded
    places = [text.rindex(summary) for summary, _, _ in MILESTONES]
    listed = text[text.index("## Meilensteine") :]
    order = [listed.index(summary) for summary, _, _ in MILESTONES]
    assert order == sorted(order)
    assert places
    for _, words, last in MILESTONES:
        assert f"{words} ({last:%d.%m.%Y})" in listed
    assert "Gesprächsrunden mit der Bürgerschaft vorbereiten" in text


async def test_the_milestones_at_the_meeting_after(stage: Stage) -> None:
    async with shown(stage) as live:
        await hold(stage, live)
    after = meeting_after(stage, date(2018, 5, 31))
    assert [group.name for group in after.meeting.groups] == [
        "Steuerungsgruppe", "Arbeitsgruppe Konzept",
    ]  # fmt: skip
    names = {person.id: person.name for person in after.meeting.people}
    assert "Noor Hadid" in [names[member] for member in after.meeting.groups[1].members]
    lines = await review_of(stage, after)
    at = next(at for at, line in enumerate(lines) if "MEILENSTEINE" in line)
    found = lines[at + 1 : at + 4]
    assert [summary for line, (summary, _, _) in zip(found, MILESTONES, strict=True)
            if summary in line] == [summary for summary, _, _ in MILESTONES]  # fmt: skip
    for line, words in zip(found, ("151 Tage überfällig", "jetzt fällig", "fällig in 61 Tagen"),
                           strict=True):  # fmt: skip
        assert words in line
    assert any("Gesprächsrunden" in line for line in lines[at + 4 :]), "open, without a date"
