"""Cards in their room: collected at typing speed, grouped, weighed, turned into what follows."""

from __future__ import annotations

import pytest
from keyboard import paste
from stage import Shown, Stage, play, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.cards import columns_of
from facilitator.meeting.model import Dots
from facilitator.minutes.markdown import markdown
from screens.cards import CardsScreen
from screens.dialogs.choose import ChooseDialog
from screens.widgets.status import StatusLine

TWENTY = [f"Karte Nummer {n} mit ein paar Worten" for n in range(1, 21)]
PROPOSALS = ("Wohnungsführerschein", "Runder Tisch", "Mietpatenschaften", "Landessprachen")


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def room(live: Shown) -> CardsScreen:
    screen = live.app.screen
    assert isinstance(screen, CardsScreen)
    return screen


def hanging(stage: Stage, board: int = -1) -> list[list[tuple[str, list[str]]]]:
    """For each column its groups by name, with the texts of their cards."""
    shown_board = stage.meeting.boards[board]
    return [
        [(g.group.name if g.group else "", [k.text for k in g.cards]) for g in column.groups]
        for column in columns_of(stage.meeting, shown_board)
    ]


def dots(stage: Stage) -> dict[str, int | None]:
    return {card.text: card.dots for card in stage.meeting.contributions}


async def choose(live: Shown, text: str) -> None:
    """With the arrows, from nothing chosen."""
    screen = room(live)
    screen.choose("")
    for _ in screen.choosable():
        await live.press("down")
        group = screen.live.meeting.card_group(screen.chosen)
        if text == (screen.card.text if screen.card else group.name if group else ""):
            return
    raise AssertionError(f"no {text!r} in this column")


async def collect(live: Shown, *cards: str, question: str = "Was fehlt?") -> None:
    await live.say(f"/karten {question}")
    for card in cards:
        await live.say(card)


async def test_twenty_cards_at_typing_speed_hang_in_their_order(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.say("/karten Was fehlt?")
        await live.type("".join(f"{card}\n" for card in TWENTY))
        assert hanging(stage) == [[("", TWENTY)]]
        assert hanging_on_disk(stage) == TWENTY
        words = live.words()
        assert "Was fehlt?" in words
        assert "20 cards" in words
        assert "card: Karte Nummer 20" in said(live)
        assert TWENTY[19] in words, "the one written last is seen"
        assert TWENTY[0] not in words, "what does not fit is counted"
        await live.press("escape")
        words = live.words()
        assert "20 cards" in words
        assert TWENTY[19] in words


def hanging_on_disk(stage: Stage) -> list[str]:
    return [card.text for card in stage.on_disk().contributions]


async def test_cards_are_grouped_by_a_word_renamed_and_moved(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, "Kaution", "Lärm", "Familien")
        await live.press("up", "up", "up")
        await live.say("#Bezahlbar")
        assert said(live).endswith("new group of cards: Bezahlbar · Kaution → Bezahlbar")
        await choose(live, "Familien")
        await live.type("#bez")
        assert "● group Bezahlbar" in live.words()
        await live.press("enter")
        assert hanging(stage) == [[("Bezahlbar", ["Kaution", "Familien"]), ("", ["Lärm"])]]
        await live.say("Heizkosten")
        assert hanging(stage)[0][0] == ("Bezahlbar", ["Kaution", "Familien", "Heizkosten"])
        await live.say("#bezahlbar=Geld")
        assert hanging(stage)[0][0][0] == "Geld"
        await choose(live, "Geld")
        await live.press("enter")
        assert live.app.screen.bar.text == "Geld"
        await live.say(" und Kaution")
        assert hanging(stage)[0][0][0] == "Geld und Kaution"
        await live.say("#Bezahlbarkeit")
        assert hanging(stage)[0][0][0] == "Bezahlbarkeit"
        await choose(live, "Lärm")
        await live.press("ctrl+up")
        assert hanging(stage)[0][0][1] == ["Kaution", "Familien", "Heizkosten", "Lärm"]
        await live.press("ctrl+z")
        assert hanging(stage)[0][1] == ("", ["Lärm"])
        await live.press("ctrl+y")
        assert len(hanging(stage)[0]) == 1
        await choose(live, "Bezahlbarkeit")
        await live.press("delete")
        assert hanging(stage) == [[("", ["Kaution", "Familien", "Heizkosten", "Lärm"])]]
        assert "Ctrl+Z" in live.words()
        await choose(live, "Familien")
        await live.press("delete")
        assert "card removed: Familien" in said(live)
        await live.press("ctrl+z")
        assert said(live) == "Taken back: card removed: Familien"
        await live.press("ctrl+z")
        assert hanging(stage)[0][0] == (
            "Bezahlbarkeit", ["Kaution", "Familien", "Heizkosten", "Lärm"],
        )  # fmt: skip


async def test_columns_beside_each_other_and_one_at_a_time(stage: Stage) -> None:
    play(stage)
    async with shown(stage, (120, 36)) as live:
        await collect(live, "Caritas", question="Wohnen")
        await live.say("/spalten Bestand, Bedarf, Maßnahme")
        await live.press("tab")
        await live.say("Kaution")
        await live.press("right")
        await live.say("Runder Tisch")
        assert hanging(stage) == [
            [("", ["Caritas"])],
            [("", ["Kaution"])],
            [("", ["Runder Tisch"])],
        ]
        line = next(line for line in live.words().split("\n") if "BESTAND" in line)
        assert line.index("BESTAND") < line.index("BEDARF") < line.index("MASSNAHME")
        await choose(live, "Runder Tisch")
        await live.press("ctrl+left")
        assert hanging(stage)[1:] == [[("", ["Kaution", "Runder Tisch"])], []]
        assert room(live).card is not None, "it stays the chosen one"
        assert room(live).place == 1
        await live.press("ctrl+z")
        assert hanging(stage)[2] == [("", ["Runder Tisch"])]
        await live.pilot.resize_terminal(80, 24)
        await live.pilot.pause()
        words = live.words()
        assert "Bestand 1 │ ▸ BEDARF 1 │ Maßnahme 1" in words
        assert "Kaution" in words
        assert "Caritas" not in words
        await live.press("tab", "tab")
        assert "▸ BESTAND 1" in live.words()
        await choose(live, "Caritas")
        await live.say("#Beratung")
        await choose(live, "Beratung")
        await live.press("ctrl+right")
        assert said(live) == "✓ 18:32 Beratung → Bedarf"
        assert hanging(stage)[:2] == [[], [("Beratung", ["Caritas"]), ("", ["Kaution"])]]
        await live.press("ctrl+z")
        await live.say("/spalten keine")
        assert hanging(stage) == [[("Beratung", ["Caritas"]), ("", ["Kaution", "Runder Tisch"])]]


async def test_the_next_field_gets_the_same_columns(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, question="Sprache")
        await live.say("/spalten")
        await live.say("/punkte 2 62")
        await live.press("escape")
        await live.press("f9")
        await live.say("/feld Wohnen")
        await live.say("/karten")
        assert isinstance(live.app.screen, ChooseDialog)
        await live.press("enter")
        first, second = stage.meeting.boards
        assert second.columns == first.columns == ("Stock", "Need", "Proposed measure")
        assert (second.prompt, second.item) == ("Beratung", stage.items[4])
        assert (second.dots_each, second.voters) == (2, 62)
        field = stage.meeting.field(second.field)
        assert field is not None
        assert field.name == "Wohnen"
        await live.say("Runder Tisch")
        await live.press("up", "f3")
        action = stage.last()
        assert getattr(action, "field", "") == field.id, "the action is about the board's field"
        await live.say("/karten Sprache")
        assert len(stage.meeting.boards) == 3, "a question of this item is another board"
        await live.say("/karten 2.2 Sprache")
        assert room(live).board_id == first.id
        await live.say("/karten")
        assert isinstance(live.app.screen, ChooseDialog)
        assert "2.3 · Beratung · 1 card" in live.words()
        await live.press("down", "enter")
        assert room(live).board_id == second.id


async def test_dots_are_summed_said_when_too_many_and_ordered_only_when_asked(
    stage: Stage,
) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, *PROPOSALS, question="Wohnen")
        await live.say("/punkte 2 20")
        for text, number in zip(PROPOSALS, ("8", "19", "3", ""), strict=True):
            if number:
                await choose(live, text)
                await live.say(number)
        assert "30 of 40 dots (20 × 2)" in live.words()
        await choose(live, "Landessprachen")
        await live.type("11")
        assert "1 too many: 41 of 40" in live.words()
        await live.press("enter")
        assert dots(stage)["Landessprachen"] == 11, "kept all the same"
        assert "1 dot more than the 40 there are" in said(live)
        assert "41 of 40 dots (20 × 2): 1 too many" in live.words()
        assert [card for card, _ in rows(live)] == list(PROPOSALS)
        await live.say("/auszählen")
        assert stage.meeting.boards[0].are_dots_shown
        assert [card for card, _ in rows(live)] == [
            "Runder Tisch", "Landessprachen", "Wohnungsführerschein", "Mietpatenschaften",
        ]  # fmt: skip
        assert "by dots" in live.words()
        await choose(live, "Landessprachen")
        await live.press("ctrl+up")
        assert "stand by their dots" in said(live)
        await live.say("10")
        assert "40 of 40 dots" in live.words()
        await live.press("ctrl+z", "ctrl+z")
        assert not stage.meeting.boards[0].are_dots_shown
        assert dots(stage)["Landessprachen"] == 11
        await live.say("/punkte viele")
        assert "/dots 2 62" in said(live)
        assert live.app.screen.bar.text == "/punkte viele"


def rows(live: Shown) -> list[tuple[str, str]]:
    """The cards as they are seen, from top to bottom, with their dots."""
    found = []
    for line in live.words().split("\n"):
        text = line.replace("▸", " ").strip()
        name = next((each for each in PROPOSALS if text.startswith(each)), "")
        if name:
            found.append((name, text.removeprefix(name).strip()))
    return found


async def test_what_follows_from_a_card_is_linked_and_can_be_taken_back(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, *PROPOSALS, question="Wohnen")
        before = len(stage.meeting.entries)
        await choose(live, "Runder Tisch")
        card = room(live).chosen
        await live.type(">Hadd")
        assert "Samir Haddad" in live.words()
        await live.press("enter")
        await live.type(" <Ende März")
        await live.press("f3")
        action = stage.meeting.action_items[-1]
        assert (action.text, action.link, action.item) == ("Runder Tisch", card, stage.items[3])
        assert [owner.name for owner in action.owners] == ["Samir Haddad"]
        assert action.due is not None
        assert f"→ {action.tag}" in live.words()
        await live.type("Ein runder Tisch wird eingerichtet.")
        await live.press("f2")
        decision = stage.meeting.decisions[-1]
        assert (decision.text, decision.link) == ("Ein runder Tisch wird eingerichtet.", card)
        assert not decision.opinions, "nothing was weighed"
        await live.press("f4")
        await live.press("f5")
        assert stage.meeting.questions[-1].link == stage.meeting.parked_topics[-1].link == card
        await live.press("f7")
        item = stage.meeting.agenda_items[-1]
        assert (item.title, item.link, item.number) == ("Runder Tisch", card, "4")
        assert "item 4" in live.words()
        await live.press(*["ctrl+z"] * 5)
        assert len(stage.meeting.entries) == before
        assert stage.meeting.agenda_items[-1].title == "Ausblick"
        await live.press(*["ctrl+y"] * 5)
        assert len(stage.meeting.entries) == before + 4
        assert stage.meeting.agenda_items[-1].link == card


async def test_a_decision_keeps_what_it_was_chosen_among(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, *PROPOSALS[:2], question="Wohnen")
        await live.say("/punkte 2 62")
        for text, number in zip(PROPOSALS[:2], ("31", "19"), strict=True):
            await choose(live, text)
            await live.say(number)
        await choose(live, "Wohnungsführerschein")
        await live.press("f2")
        (opinion,) = stage.meeting.decisions[-1].opinions
        assert isinstance(opinion, Dots)
        assert [(o.text, o.dots) for o in opinion.options] == [
            ("Wohnungsführerschein", 31), ("Runder Tisch", 19),
        ]  # fmt: skip
        assert (opinion.each, opinion.voters) == (2, 62)
        await live.press("ctrl+z")
        assert stage.meeting.decisions[-1].text != "Wohnungsführerschein"


async def test_a_group_becomes_an_action_item_too(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, "Absagen", "Formulare")
        await live.press("up")
        await live.say("#Zugang erleichtern")
        await choose(live, "Zugang erleichtern")
        group = room(live).chosen
        await live.press("f3")
        assert stage.last().text == "Zugang erleichtern"
        assert stage.last().link == group
        assert "ZUGANG ERLEICHTERN  → " in live.words()
        await live.press("escape", "f3")
        assert "Choose a card or a group" in said(live)


async def test_cards_from_photos_while_another_item_runs(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.say("/karten 1 Woher kommen wir?")
        board = stage.meeting.boards[0]
        assert board.item == stage.items[0]
        assert "to 1 Eröffnung" in live.words()
        assert "2.2 Bericht der AG Arbeit" in live.words(), "the clock of the other one goes on"
        stage.clock.advance(120)
        await paste(live.pilot, "- eins\n- zwei [/x]\n\nk: drei")
        assert hanging(stage) == [[("", ["eins", "zwei [/x]", "drei"])]]
        assert "3 cards: eins" in said(live) or "card: eins" in said(live)
        await live.press("up", "f4")
        assert stage.last().item == stage.items[0], "what follows belongs to the board's item"
        await live.say("/zu 2.3")
        assert stage.meeting.boards[0].item == stage.items[4]
        await live.say("/zu 77")
        assert "no agenda item 77" in said(live)
        await live.press("ctrl+u")
        running = stage.meeting.running_item
        assert running is not None
        assert running.id == stage.items[3]


async def test_marked_lines_in_the_live_screen_are_cards(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.type("k: Kautionen zu hoch")
        assert "CARD" in live.words()
        assert "on the board “Bericht der AG Arbeit”" in live.words()
        await live.press("enter")
        assert hanging(stage) == [[("", ["Kautionen zu hoch"])]]
        assert "1 card" in live.words()
        await live.type("k: ")
        await paste(live.pilot, "eins\nzwei\ndrei")
        assert "↵ 3 cards" in live.words()
        await live.press("enter")
        assert hanging(stage)[0][0][1] == ["Kautionen zu hoch", "eins", "zwei", "drei"]
        assert live.typed == ""
        await paste(live.pilot, "k: vier\nkarte: fünf")
        await live.press("enter")
        assert hanging(stage)[0][0][1][-2:] == ["vier", "fünf"]
        await live.press("up")
        assert live.screen.chosen == stage.meeting.boards[0].id
        await live.press("delete")
        assert stage.meeting.boards
        await live.press("enter")
        assert isinstance(live.app.screen, CardsScreen)


async def test_a_second_program_adds_a_card_and_it_shows(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, "hier")
        await live.type("halb getippt")
        other = stage.workspace.open(stage.live.reference)
        board = other.meeting.boards[0].id
        other.record(c.CardWritten(board=board, text="von nebenan"))
        await live.pilot.pause(0.7)
        assert "von nebenan" in live.words()
        assert live.app.screen.bar.text == "halb getippt"
        other.record(c.BoardRemoved(board=board))
        await live.pilot.pause(0.7)
        assert "taken down" in live.words()
        await live.press("enter")
        assert live.app.screen.bar.text == "halb getippt"
        assert "no board" in said(live)


async def test_long_and_hostile_cards_are_kept_and_mended(stage: Stage) -> None:
    play(stage)
    long = "Größe [/x] " + "ä" * 4_990
    async with shown(stage) as live:
        await collect(live, "[red]eins[/red] #Zugang")
        await paste(live.pilot, long)
        await live.press("enter")
        await live.say("klein")
        assert hanging(stage)[0][0][1] == ["[red]eins[/red] #Zugang", long, "klein"]
        assert "more lines" in live.words()
        assert "klein" in live.words()
        await live.press("up", "up", "enter")
        assert live.app.screen.bar.text == long
        await live.type("!")
        await live.press("escape")
        assert stage.meeting.contributions[1].text == long
        assert live.screen.line.aside == [long + "!"], "what was typed is kept"
        await live.press("enter")
        await live.type("?")
        await live.press("enter")
        assert stage.meeting.contributions[1].text == long + "?"
        stage.live.record(
            c.CardAmended(card=stage.meeting.contributions[0].id, text="zwei\nZeilen")
        )
        await live.press("up")
        assert "zwei" in live.words()
        await live.press("enter")
        assert live.app.screen.bar.text == "zwei\nZeilen"
        await live.press("enter")
        assert stage.meeting.contributions[0].text == "zwei\nZeilen"


async def test_a_half_typed_line_survives_leaving_and_a_small_terminal(stage: Stage) -> None:
    play(stage)
    async with shown(stage, (120, 36)) as live:
        await collect(live, *TWENTY)
        await live.say("/spalten Bestand, Bedarf, Maßnahme")
        await live.type("noch nicht ")
        await live.pilot.resize_terminal(40, 10)
        await live.type("fertig")
        await live.pilot.pause()
        assert "noch nicht fertig" in live.words()
        assert TWENTY[19] in live.words()
        await live.pilot.resize_terminal(120, 36)
        await live.pilot.pause()
        assert "BEDARF" in live.words()
        assert live.app.screen.bar.text == "noch nicht fertig"
        await live.press("escape", "escape")
        assert live.app.screen is live.screen
        assert live.screen.line.aside == ["noch nicht fertig"]


async def test_undone_to_the_last_the_board_is_gone_and_comes_back(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, "eins")
        await live.press("ctrl+z", "ctrl+z")
        assert not stage.meeting.boards
        assert "taken down" in live.words()
        await live.press("ctrl+y", "ctrl+y")
        assert hanging(stage) == [[("", ["eins"])]]
        await live.say("/abhängen")
        assert not stage.meeting.boards
        await live.press("ctrl+z")
        assert hanging(stage) == [[("", ["eins"])]]


async def test_words_of_the_live_screen_say_where_they_work(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await collect(live, "eins")
        await live.say("/pause 15")
        assert "does nothing here" in said(live)
        assert live.app.screen.bar.text == "/pause 15"
        await live.press("ctrl+u")
        await live.press("f9")
        assert "Esc goes there" in said(live)
        running = stage.meeting.running_item
        assert running is not None
        assert running.id == stage.items[3]
        await live.press("f12")
        asked = live.app.wall_file(stage.live).read()
        assert (asked.view, asked.subject) == ("cards", stage.meeting.boards[0].id)
        await live.press("f12")
        assert live.app.wall_file(stage.live).read().view == "follow"


async def test_two_hundred_cards_are_typed_without_drawing_them_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    import screens.cards_view as view

    play(stage)
    stage.live.record(c.BoardOpened(prompt="Alles", item=stage.items[3]))
    board = stage.meeting.boards[0].id
    stage.live.record(*(c.CardWritten(board=board, text=f"Karte {n}") for n in range(200)))
    made = 0
    one = view._card

    def counted(*args: object) -> object:
        nonlocal made
        made += 1
        return one(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(view, "_card", counted)
    async with shown(stage) as live:
        await live.say("/karten")
        assert made == 200
        await live.type("noch eine Karte")
        assert made == 200, "typing makes no line anew"
        await live.press("enter")
        assert made == 201, "a new card makes its own"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16), (40, 10), (200, 60)])
async def test_german_fits_every_size(stage: Stage, size: tuple[int, int]) -> None:
    play(stage)
    use_language("de")
    async with shown(stage, size) as live:
        use_language("de")
        await collect(live, "Wohnberechtigungsschein-Sprechstunde, Amt 50", question="Wohnen")
        await live.say("/spalten")
        await live.press("up")
        await live.say("19")
        words = live.words()
        assert all(len(line) <= size[0] for line in words.split("\n"))
        assert "KARTE GEWÄHLT" in words
        if size[0] >= 80:
            assert "Handlungsbedarf" in words or "HANDLUNGSBEDARF" in words


async def test_a_group_all_cards_were_moved_out_of_is_no_heading_in_the_minutes(stage: Stage):
    play(stage)
    async with shown(stage) as live:
        await collect(live, "Kita", "Wohnen")
        await choose(live, "Kita")
        await live.say("#Familie")
        await choose(live, "Kita")
        await live.say("#Stadtteil")
    text = markdown(stage.meeting, issued=stage.clock.now().at.date())
    assert "Stadtteil" in text
    assert "Kita" in text
    assert "Familie" not in text
