"""Rounds: each group or person once, in their room and in the live screen."""

from __future__ import annotations

import pytest
from keyboard import paste
from stage import Shown, Stage, play, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Round
from screens.round import RoundScreen
from screens.widgets.status import StatusLine

GROUPS = ("Arbeit und Wirtschaft", "Bildung und Sprache", "Soziales", "Zusammenleben")


def with_groups(stage: Stage) -> None:
    haddad = stage.people[2]
    stage.live.record(
        *(
            c.GroupAdded(name=name, speakers=() if at else (haddad,))
            for at, name in enumerate(GROUPS)
        )
    )
    play(stage)


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def answers(stage: Stage) -> dict[str, tuple[str, str]]:
    """Speaker and text by name of the group."""
    round_ = stage.meeting.rounds[-1]
    found = {}
    for answer in round_.answers:
        group = stage.meeting.group(answer.subject)
        person = stage.meeting.person(answer.subject)
        name = group.name if group else person.name if person else ""
        found[name] = (answer.speaker, answer.text)
    return found


def missing(stage: Stage) -> list[str]:
    round_ = stage.meeting.rounds[-1]
    return [group.name for g in round_.missing if (group := stage.meeting.group(g)) is not None]


async def test_each_group_answers_and_who_is_missing_is_said(stage: Stage) -> None:
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde Welche Unterstützung braucht jede AG?")
        assert isinstance(live.app.screen, RoundScreen)
        assert said(live) == f"4 are missing: {', '.join(GROUPS)}"
        assert "ANSWER ARBEIT UND WIRTSCHAFT · Samir Haddad" in live.words()
        await live.say("Engere Kontakte zur Agentur für Arbeit.")
        assert "ANSWER BILDUNG UND SPRACHE · who speaks?" in live.words()
        await live.say("Demir: Räume am Abend; Fahrtkosten für Ehrenamtliche.")
        assert "2 of 4" in live.words()
        await live.say("-")
        assert missing(stage) == ["Zusammenleben"]
        assert answers(stage) == {
            "Arbeit und Wirtschaft": ("Samir Haddad", "Engere Kontakte zur Agentur für Arbeit."),
            "Bildung und Sprache": ("", "Demir: Räume am Abend; Fahrtkosten für Ehrenamtliche."),
            "Soziales": ("", ""),
        }, "a name nobody has is text; '+Demir' makes it one who speaks"
        await live.press("escape")
        assert live.app.screen is live.screen
        assert said(live) == "1 is missing: Zusammenleben"
        words = live.words()
        assert "Welche Unterstützung braucht jede AG?" in words
        assert "3 of 4" in words
        assert "missing: Zusammenleben" in words


async def test_who_speaks_is_named_in_front_or_alone(stage: Stage) -> None:
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde Wie lief es?")
        await live.press("down")
        await live.say("+Demir")
        assert answers(stage)["Bildung und Sprache"] == ("Demir", "")
        assert len(missing(stage)) == 4, "it has not answered yet"
        await live.say("Gut.")
        assert answers(stage)["Bildung und Sprache"] == ("Demir", "Gut.")
        await live.say("Nowak: auch gut")
        assert answers(stage)["Soziales"] == ("Marta Nowak", "auch gut")
        await live.type("+Bra")
        assert "Petra Brandt" in live.words()
        await live.press("enter", "enter")
        assert answers(stage)["Zusammenleben"] == ("Petra Brandt", "")
        await live.say("Arbeit und Wirtschaft: bestens")
        assert answers(stage)["Arbeit und Wirtschaft"] == ("Samir Haddad", "bestens")


async def test_an_action_item_from_an_answer_is_linked(stage: Stage) -> None:
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde Was fehlt?")
        await live.type("Kontakte zur Agentur >Brandt bis März")
        await live.press("f3")
        (made,) = [a for a in stage.meeting.action_items if a.link]
        answer = stage.meeting.rounds[0].answers[0]
        assert made.text == answer.text == "Kontakte zur Agentur"
        assert made.link == answer.id
        assert [owner.name for owner in made.owners] == ["Petra Brandt"]
        assert made.due is not None
        group = stage.meeting.group(made.group)
        assert group is not None
        assert group.name == "Arbeit und Wirtschaft"
        assert made.item == stage.items[3]
        assert f"→ {made.tag}" in live.words()
        await live.type("Wer trägt die Kosten?")
        await live.press("f4")
        (asked,) = [q for q in stage.meeting.questions if q.link]
        assert asked.text == "Wer trägt die Kosten?"
        await live.say("Ansprechpartner im Sozialamt")
        await live.press("up", "f3")
        later = stage.meeting.action_items[-1]
        assert later.text == "Ansprechpartner im Sozialamt", "from an answer given before"
        assert later.link == stage.meeting.rounds[0].answers[2].id
        await live.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert len(stage.meeting.rounds[0].answers) == 1
        await live.press("ctrl+z")
        assert not stage.meeting.rounds[0].answers
        assert not [a for a in stage.meeting.action_items if a.link]
        await live.press("ctrl+z")
        assert not stage.meeting.rounds
        assert "Ctrl+Y brings it back" in live.words()
        await live.press("ctrl+y", "ctrl+y")
        assert stage.meeting.rounds[0].answers[0].text == "Kontakte zur Agentur"


async def test_a_round_is_opened_again_and_filled_in(stage: Stage) -> None:
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde Erste Frage?")
        await live.say("eins")
        await live.type("noch nicht fertig")
        await live.press("escape", "escape")
        assert live.screen.line.aside == ["noch nicht fertig"]
        await live.press("f9")
        await live.say("/runde Zweite Frage?")
        await live.press("escape")
        await live.say("/runde")
        assert "Zweite Frage?" in live.words().split("\n")[0]
        await live.press("escape")
        await live.say("/8 x")
        await live.press("ctrl+u")
        await live.press("f7")
        await live.press("escape")
        rounds = stage.meeting.rounds
        assert [round_.item for round_ in rounds] == [stage.items[3], stage.items[4]]


async def test_the_row_of_a_round_leads_into_it_and_mends(stage: Stage) -> None:
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde Wie lief es?")
        await live.say("Gut.")
        await live.press("escape")
        await live.press("up")
        assert live.screen.chosen == stage.meeting.rounds[0].id
        await live.press("delete")
        assert stage.meeting.rounds, "a round is not removed like an entry"
        await live.press("enter")
        assert isinstance(live.app.screen, RoundScreen)
        await live.press("up", "enter")
        assert live.app.screen.bar.text == "Gut."
        await live.say(" Sehr gut.")
        assert answers(stage)["Arbeit und Wirtschaft"] == ("Samir Haddad", "Gut. Sehr gut.")
        assert len(stage.meeting.rounds[0].answers) == 1


async def test_f9_goes_on_to_the_next_item(stage: Stage) -> None:
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde Wie lief es?")
        await live.press("f9")
        assert live.app.screen is live.screen
        running = stage.meeting.running_item
        assert running is not None
        assert running.title == "Beratung"
        await live.press("f9")
        assert stage.meeting.running_item == running, "a second F9 within a second is a slip"
        assert "missing: Arbeit und Wirtschaft" not in live.words()


async def test_sixty_people_are_asked_one_after_the_other(stage: Stage) -> None:
    use_language("de")
    stage.start()
    for number in range(56):
        stage.live.record(
            c.PersonAdded(name=f"Vorname{number:02} Nachname{number:02}"),
            c.AttendanceRecorded(person="^0", status="present"),
        )
    async with shown(stage) as live:
        await live.say("/runde personen Was nehmen Sie mit?")
        assert isinstance(live.app.screen, RoundScreen)
        assert "0 von 60" in live.words()
        for number in range(59):
            await live.say(f"Antwort {number}" if number % 7 else "-")
        assert "59 von 60" in live.words()
        assert "Vorname55 Nachname55" in live.words(), "who is asked is in sight"
        assert said(live).startswith("✓ ")
        await live.say("Marta Nowak: doch noch etwas")
        assert answers(stage)["Marta Nowak"] == ("", "doch noch etwas")
        await live.say("letzte Antwort")
        assert "Alle sind gehört." in live.words()
        assert stage.meeting.rounds[0].missing == ()
        await live.say("und noch etwas")
        assert "Erst mit ↑ wählen" in said(live)
        assert live.app.screen.bar.text == "und noch etwas", "the line stays"
        await live.press("escape", "escape")
        assert "60 von 60" in live.words()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16), (40, 10)])
async def test_long_and_hostile_answers(stage: Stage, size: tuple[int, int]) -> None:
    with_groups(stage)
    async with shown(stage, size) as live:
        await live.say("/runde " + "Frage [/x] " * 12 + "Ende?")
        assert ("Ende?" in live.words()) == (size[1] >= 16), "a long question is shown in full"
        await live.say("[red]" + "Wort " * 300)
        await live.say("Budget [/x]")
        assert [a.text for a in _round(stage).answers] == [
            "[red]" + "Wort " * 299 + "Wort",
            "Budget [/x]",
        ]
        await live.press("up", "up", "up", "down", "escape")
        assert live.app.screen is live.screen
        assert "Ende?" in live.words()


def _round(stage: Stage) -> Round:
    return stage.meeting.rounds[0]


async def test_no_round_without_anybody_to_ask(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/runde")
        assert "There is no round yet" in said(live)
        await live.press("ctrl+u")
        await live.say("/runde gruppen Wie?")
        assert "There are no groups here." in said(live)
        assert live.typed == "/runde gruppen Wie?"


async def test_who_comes_later_is_asked_too_when_named(stage: Stage) -> None:
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde Wie lief es?")
        stage.live.record(c.GroupAdded(name="AG Wohnen"))
        await live.say("AG Wohnen: wir sind neu")
        assert answers(stage) == {"AG Wohnen": ("", "wir sind neu")}
        assert len(stage.meeting.rounds[0].subjects) == 5
        assert "1 of 5" in live.words()
        await live.press("ctrl+z")
        assert len(stage.meeting.rounds[0].subjects) == 4
        await live.press("escape")
        await live.pilot.pause()
        await live.say("/runde personen Und Sie?")
        stage.live.record(
            c.PersonAdded(name="Lena Spät"), c.AttendanceRecorded(person="^0", status="present")
        )
        await live.type("Spät: bin da >Haddad")
        await live.press("f3")
        assert answers(stage) == {"Lena Spät": ("", "bin da")}
        made = stage.meeting.action_items[-1]
        assert made.link == stage.meeting.rounds[1].answers[0].id


async def test_a_name_behind_the_sign_is_offered_and_f3_takes_the_one_that_was_meant(
    stage: Stage,
) -> None:
    """Of two namesakes none is guessed, and prose with a sign stays prose."""
    stage.live.record(c.PersonAdded(name="Petra Haddad"))
    with_groups(stage)
    async with shown(stage) as live:
        await live.say("/runde gruppen Was brauchen Sie?")
        await live.type("Kontakte knüpfen >Haddad")
        assert "Petra Haddad" in live.words()
        await live.press("down", "enter")
        await live.type(" <Ende März")
        await live.press("f3")
        (owner,) = stage.meeting.action_items[-1].owners
        assert (owner.name, owner.kind) == ("Petra Haddad", "person")
        assert stage.meeting.action_items[-1].text == "Kontakte knüpfen"
        await live.say("mehr als >50 TEUR, a > b und <3 %")
        assert answers(stage)["Bildung und Sprache"][1] == "mehr als >50 TEUR, a > b und <3 %"


async def test_namesakes_stand_apart_and_a_long_answer_leaves_the_next_one_in_sight(
    stage: Stage,
) -> None:
    home = stage.meeting.organizations[3].id
    stage.live.record(c.PersonAdded(name="Marta Nowak", organization=home))
    stage.live.record(c.AttendanceRecorded(person=stage.meeting.people[-1].id, status="present"))
    play(stage)
    async with shown(stage, (120, 36)) as live:
        await live.say("/runde personen Wie war es?")
        rows = [line for line in live.words().split("\n") if "Marta Nowak" in line]
        assert any("Caritas" in line for line in rows)
        assert any("Wirtschaftsförderung" in line for line in rows)
        long = "Wort " * 1000
        await paste(live.pilot, long.strip())
        await live.press("enter")
        assert stage.meeting.rounds[-1].answers[0].text == long.strip()
        assert "more lines" in live.words()
        assert "Norbert Novak" in live.words()
