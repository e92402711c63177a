"""F7, the agenda as a list: what each key records, what it shows, and that nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from stage import Shown, Stage, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import AgendaItem
from screens.agenda import AgendaScreen
from screens.live import LiveScreen
from screens.widgets.footer import KeyFooter
from screens.widgets.status import StatusLine


@asynccontextmanager
async def listed(
    stage: Stage, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Shown, AgendaScreen]]:
    async with shown(stage, size) as live:
        await live.press("f7")
        await live.pilot.pause()
        screen = live.app.screen
        assert isinstance(screen, AgendaScreen)
        yield live, screen


def agenda(stage: Stage) -> list[str]:
    return [f"{i.number or '-'} {i.title}" for i in stage.meeting.agenda_items]


def item(stage: Stage, place: int) -> AgendaItem:
    found = stage.meeting.item(stage.items[place])
    assert found is not None
    return found


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def footer(live: Shown) -> list[str]:
    return [label for _, label in live.app.screen.query_one(KeyFooter).pairs()]


async def settle(live: Shown) -> None:
    for _ in range(3):
        await live.pilot.pause()


# -- leaving with an item ---------------------------------------------------------------------


async def test_enter_goes_to_the_item_and_its_clock_runs(stage: Stage) -> None:
    stage.start()
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[4])
        await live.press("enter")
        await settle(live)
        assert item(stage, 4).state == "running"
        assert item(stage, 0).state == "done"
        assert isinstance(live.app.screen, LiveScreen)
        await live.say("dazu")
        assert stage.last().item == stage.items[4]
        await live.press("ctrl+z", "ctrl+z")
        assert item(stage, 0).state == "running"


async def test_a_heading_leads_to_its_first_open_item_also_before_the_start(stage: Stage) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[1])
        await live.press("enter")
        await settle(live)
        assert stage.meeting.state == "running"
        assert item(stage, 2).state == "running"


async def test_write_here_leaves_the_clock_alone(stage: Stage) -> None:
    stage.start()
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[3])
        await live.type("h")
        await settle(live)
        assert isinstance(live.app.screen, LiveScreen)
        await live.say("nachgetragen")
        assert stage.last().item == stage.items[3]
        assert item(stage, 0).state == "running"


@pytest.mark.parametrize("key", ["escape", "f7"])
async def test_leaving_changes_nothing_and_keeps_the_half_typed_line(
    stage: Stage, key: str
) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.type("halb getippt")
        await live.press("f7")
        await settle(live)
        await live.press(key)
        await settle(live)
        assert isinstance(live.app.screen, LiveScreen)
        assert live.typed == "halb getippt"
        assert item(stage, 0).state == "running"


# -- fields -----------------------------------------------------------------------------------


async def test_rename_and_tab_through_all_the_fields(stage: Stage) -> None:
    stage.start()
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[3])
        await live.type("r")
        assert screen.bar.text == "Bericht der AG Arbeit"
        assert footer(live) == ["save", "next field", "leave it", "Help"]
        await live.type(" und Ausbildung")
        for text in ("Arbeit", "", "Brandt", "16:40"):
            await live.press("tab")
            await live.type(text)
        await live.press("tab")
        await live.type("zur K")
        assert "zur Kenntnis genommen" in live.words()
        await live.press("enter")
        got = item(stage, 3)
        assert (got.title, got.short_title) == ("Bericht der AG Arbeit und Ausbildung", "Arbeit")
        assert (got.planned_minutes, got.presenter, got.fixed_start) == (15, "Brandt", "16:40")
        assert got.result == "zur Kenntnis genommen"
        assert screen.open_line is None


async def test_each_field_has_its_value_and_undo_takes_it_back(stage: Stage) -> None:
    stage.start()
    stage.live.record(c.MeetingAmended(kind="body"))
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[4])
        for command, text, name, value in (
            ("item_minutes", "1,5 Stunden", "planned_minutes", 90),
            ("short_title", "Beratung kurz", "short_title", "Beratung kurz"),
            ("presenter", "Samir Haddad", "presenter", "Samir Haddad"),
            ("fixed_start", "16.40", "fixed_start", "16:40"),
            ("item_paper", "Vorlage 2026/0123", "paper", "Vorlage 2026/0123"),
            ("item_result", "abg", "result", "abgelehnt"),
        ):
            before = getattr(item(stage, 4), name)
            await screen.run_action(command)
            await live.pilot.pause()
            await live.press("ctrl+a", "ctrl+k")
            await live.type(text)
            await live.press("enter")
            assert getattr(item(stage, 4), name) == value, command
            await live.press("ctrl+z")
            assert getattr(item(stage, 4), name) == before, command
            await live.press("ctrl+y")
            assert getattr(item(stage, 4), name) == value, command
        assert "fixed 16:40" in live.words()


async def test_a_digit_begins_the_minutes(stage: Stage) -> None:
    stage.start()
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[4])
        await live.type("25")
        await live.press("enter")
        assert item(stage, 4).planned_minutes == 25
        assert "25 min planned" in said(live)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("0", "no plan"), ("abc", "no number of minutes"), ("9999", "too many"),
        ("-5", "no number of minutes"), ("²", "no number of minutes"),
    ],
)  # fmt: skip
async def test_minutes_that_are_none_stay_in_the_line(
    stage: Stage, typed: str, problem: str
) -> None:
    stage.start()
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[4])
        screen.action_item_minutes()
        await live.pilot.pause()
        await live.press("ctrl+a", "ctrl+k")
        await live.type(typed)
        await live.press("enter")
        assert problem in said(live)
        assert screen.bar.text == typed
        assert item(stage, 4).planned_minutes == 15
        await live.press("ctrl+a", "ctrl+k", "enter")
        assert item(stage, 4).planned_minutes is None


async def test_an_empty_title_stays_and_a_long_one_is_kept_whole(stage: Stage) -> None:
    stage.start()
    long = "Fortschreibung des Konzepts " * 11
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[4])
        await live.type("r")
        await live.press("ctrl+a", "ctrl+k", "enter")
        assert "needs a title" in said(live)
        assert item(stage, 4).title == "Beratung"
        await live.type(long)
        await live.press("enter")
        assert item(stage, 4).title == long.strip()
        assert all(cell_len(line) <= 80 for line in live.words().splitlines())
        await live.type("n")
        await live.type("x" * 600)
        await live.press("enter")
        assert "Too long: 600 characters" in said(live)
        assert screen.bar.text == "x" * 600
        assert len(stage.meeting.agenda_items) == 6


async def test_paper_numbers_only_where_the_meeting_uses_them(stage: Stage) -> None:
    async with listed(stage) as (_, screen):
        names = [f.name for f in _fields(screen)]
        assert "paper" not in names
        stage.live.record(c.MeetingAmended(kind="body"))
        assert "paper" in [f.name for f in _fields(screen)]


def _fields(screen: AgendaScreen):
    from screens.agenda_list.fields import fields_for

    chosen = screen.chosen_item
    assert chosen is not None
    return fields_for(screen.live.meeting, chosen)


# -- something new ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tabs", "place"),
    [
        (0, ["3 Ausblick", "4 Neues Thema"]),
        (1, ["3 Ausblick", "3.1 Neues Thema"]),
        (2, ["3 Neues Thema", "4 Ausblick"]),
    ],
)
async def test_a_new_item_behind_under_or_before(stage: Stage, tabs: int, place: list[str]) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[5])
        await live.type("n")
        await live.type("Neues Thema (Weiß, 20 Min)")
        await live.press(*["tab"] * tabs)
        await live.press("enter")
        assert agenda(stage)[-2:] == place
        new = next(i for i in stage.meeting.agenda_items if i.title == "Neues Thema")
        assert (new.presenter, new.planned_minutes) == ("Weiß", 20)
        assert screen.rows.chosen == new.id
        await live.press("ctrl+z")
        assert agenda(stage)[-1] == "3 Ausblick"


async def test_before_the_first_item(stage: Stage) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[0])
        await live.type("n")
        await live.press("shift+tab")
        assert "before 1" in live.words()
        await live.type("Ankommen")
        await live.press("enter")
        assert agenda(stage)[:2] == ["1 Ankommen", "2 Eröffnung"]


async def test_a_break_has_no_number(stage: Stage) -> None:
    use_language("de")
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[0])
        await live.type("b")
        assert screen.bar.text == "Pause 15"
        await live.press("enter")
        assert agenda(stage)[:3] == ["1 Eröffnung", "- Pause", "2 Berichte der Arbeitsgruppen"]
        pause = stage.meeting.agenda_items[1]
        assert (pause.purpose, pause.planned_minutes) == ("break", 15)
        assert "neue Pause: Pause" in said(live)


async def test_a_break_under_an_item_stands_among_its_items(stage: Stage) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[3])
        await live.type("b")
        await live.press("enter")
        assert agenda(stage)[2:6] == [
            "2.1 Bericht der AG Sprache", "2.2 Bericht der AG Arbeit", "- Break", "2.3 Beratung",
        ]  # fmt: skip


# -- place ------------------------------------------------------------------------------------


async def test_moving_keeps_entries_and_the_chosen_row(stage: Stage) -> None:
    stage.start(2)
    stage.live.record(c.NoteRecorded(item=stage.items[2], text="gesagt"))
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[2])
        await live.press("ctrl+down")
        assert agenda(stage)[2:4] == ["2.1 Bericht der AG Arbeit", "2.2 Bericht der AG Sprache"]
        assert screen.rows.chosen == stage.items[2]
        await live.press("ctrl+down", "ctrl+down")
        assert "last one" in said(live)
        await live.press("left")
        assert agenda(stage)[4] == "3 Bericht der AG Sprache"
        await live.press("right")
        assert agenda(stage)[4] == "2.3 Bericht der AG Sprache"
        assert stage.last().item == stage.items[2]
        assert item(stage, 2).state == "running"
        for _ in range(4):
            await live.press("ctrl+z")
        assert agenda(stage)[2] == "2.1 Bericht der AG Sprache"


async def test_arrows_move_once_moving_was_switched_on(stage: Stage) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[5])
        await live.type("v")
        await live.press("up", "up")
        assert agenda(stage)[0] == "1 Ausblick"
        await live.press("enter")
        assert not screen.rows.is_moving
        assert isinstance(live.app.screen, AgendaScreen)


# -- state ------------------------------------------------------------------------------------


async def test_skip_reopen_and_defer_keep_what_was_said(stage: Stage) -> None:
    stage.start()
    stage.live.record(c.NoteRecorded(item=stage.items[4], text="gesagt"))
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[4])
        await live.type("x")
        assert item(stage, 4).state == "skipped"
        assert "skipped" in live.words()
        assert "Reopen" in footer(live)
        await live.type("a")
        assert item(stage, 4).state == "open"
        await live.type("l")
        await settle(live)
        await live.press("enter")
        await settle(live)
        assert (item(stage, 4).state, item(stage, 4).deferred_to) == ("deferred", "next_meeting")
        await live.press("ctrl+z")
        assert item(stage, 4).state == "open"
        await live.type("l")
        await settle(live)
        await live.press("down", "enter")
        await settle(live)
        assert item(stage, 4).deferred_to == "parking_lot"
        assert "put off: 2.3 Beratung into the parking lot" in said(live)
        assert [e.text for e in stage.meeting.parked_topics] == ["Beratung"]
        assert {e.item for e in stage.meeting.entries} == {stage.items[4]}


async def test_protected_and_not_public_in_words(stage: Stage) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[1])
        await live.type("p")
        assert not item(stage, 1).public
        assert live.words().count("not public") >= 4  # its own row and the three below it
        screen.rows.choose(stage.items[2])
        await live.type("p")
        assert "belongs to an item that is not public" in said(live)
        assert item(stage, 2).public
        await live.type("f")
        assert item(stage, 2).is_protected
        assert "minutes protected" in said(live)
        await live.press("ctrl+z", "ctrl+z")
        assert item(stage, 1).public


async def test_the_word_in_the_bar_closes_the_running_item_to_the_public(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/nichtöffentlich")
        await settle(live)
        assert not item(stage, 0).public
        assert "1 Eröffnung is not public" in said(live)
        await live.say("/closed")
        await settle(live)
        assert item(stage, 0).public


# -- removing ---------------------------------------------------------------------------------


async def test_an_item_without_entries_goes_at_once(stage: Stage) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[4])
        await live.press("delete")
        await settle(live)
        assert "2.3 Beratung" not in agenda(stage)
        await live.press("ctrl+z")
        assert "2.3 Beratung" in agenda(stage)


@pytest.mark.parametrize(
    ("steps", "where"),
    [
        (["down", "enter"], ["", ""]),
        (["down", "down", "enter"], []),
        (["escape"], ["2", "4"]),
        (["down", "down", "down", "enter"], ["2", "4"]),
        (["enter", "enter"], ["0", "0"]),
    ],
)
async def test_with_entries_it_asks_first(stage: Stage, steps: list[str], where: list[str]) -> None:
    stage.start()
    stage.live.record(c.NoteRecorded(item=stage.items[2], text="eins"))
    stage.live.record(c.NoteRecorded(item=stage.items[4], text="zwei"))
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[1])
        await live.press("delete")
        await settle(live)
        assert "HAS 2 ENTRIES" in live.words()
        for step in steps:
            await live.press(step)
            await settle(live)
        wanted = [stage.items[int(place)] if place else "" for place in where]
        held = {each.id for each in stage.meeting.agenda_items}
        shown_at = [e.item if e.item in held else "" for e in stage.meeting.entries]
        assert shown_at == wanted
        if where != ["2", "4"]:
            assert all("Berichte" not in title for title in agenda(stage))
            await live.press("ctrl+z")
        assert [e.item for e in stage.meeting.entries] == [stage.items[2], stage.items[4]]
        assert "2 Berichte der Arbeitsgruppen" in agenda(stage)


# -- the list ---------------------------------------------------------------------------------


async def test_sixty_items_at_80x24_the_highlight_stays_and_words_find(stage: Stage) -> None:
    titles = tuple(c.AgendaItemAdded(title=f"Thema {n} der Tagesordnung") for n in range(60))
    stage.live.record(*titles)
    stage.start()
    async with listed(stage) as (live, screen):
        ids = [each.id for each in stage.meeting.agenda_items]
        screen.rows.choose(ids[40])
        await live.pilot.pause()
        stage.live.record(c.AgendaItemAdded(title="von anderswo", after="first"))
        await live.pilot.pause()
        assert screen.rows.chosen == ids[40]
        await live.type("/")
        await live.type("thema 57")
        assert [each.title for each in screen.shown_items()] == ["Thema 57 der Tagesordnung"]
        await live.press("enter")
        await settle(live)
        await live.press("enter")
        await settle(live)
        running = stage.meeting.running_item
        assert running is not None
        assert running.title == "Thema 57 der Tagesordnung"


async def test_letters_are_text_while_a_line_is_open(stage: Stage) -> None:
    async with listed(stage) as (live, screen):
        screen.rows.choose(stage.items[0])
        await live.type("nxlpvbrf7")
        assert screen.bar.text == "xlpvbrf7"
        assert item(stage, 0).state == "open"
        await live.press("escape")
        assert agenda(stage)[0] == "1 Eröffnung"
        assert isinstance(live.app.screen, AgendaScreen)


async def test_an_empty_agenda_takes_its_first_item(stage: Stage) -> None:
    stage.live.record(*(c.AgendaItemRemoved(item=each) for each in stage.items))
    async with listed(stage) as (live, _):
        assert "Nothing yet" in live.words()
        assert footer(live)[:2] == ["New", "Undo"]
        await live.press("enter", "delete", "left", "ctrl+up")
        await live.type("xplf=h5")
        await live.type("n")
        await live.type("Erstes [/x]")
        await live.press("enter")
        assert agenda(stage) == ["1 Erstes [/x]"]
        assert "Erstes [/x]" in live.words()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 10)])
async def test_nothing_is_wider_than_the_screen(stage: Stage, size: tuple[int, int]) -> None:
    use_language("de")
    stage.start()
    stage.live.record(c.AgendaItemAmended(item=stage.items[3], public=False, fixed_start="16:40"))
    async with listed(stage, size) as (live, screen):
        await settle(live)
        assert "Bericht der AG" in live.words()
        assert all(cell_len(line) <= size[0] for line in live.words().splitlines())
        screen.action_new()
        await live.pilot.pause()
        await live.type("Neu")
        assert "Neu" in live.words()


# -- not public, in words ---------------------------------------------------------------------


async def test_live_says_in_words_that_an_item_is_not_public(stage: Stage) -> None:
    stage.start(2)
    stage.live.record(
        c.AgendaItemAmended(item=stage.items[1], public=False),
        c.AgendaItemAmended(item=stage.items[2], title="Bericht der AG Sprache " * 5),
    )
    async with shown(stage) as live:
        assert "not public" in live.words().splitlines()[1]
    async with shown(stage, (120, 36)) as live:
        text = live.words()
        assert "not public" in text.splitlines()[1]
        assert text.count("closed:") == 4


async def test_on_the_wall_the_list_says_nothing_of_what_is_not_public(stage: Stage) -> None:
    stage.start()
    stage.live.record(c.AgendaItemAmended(item=stage.items[5], public=False))
    async with shown(stage) as live:
        await live.press("f12", "f7")
        await settle(live)
        assert isinstance(live.app.screen, AgendaScreen)
        assert "Ausblick" not in live.words()
        assert "not public" in live.words()
        live.app.screen.rows.choose(stage.items[5])
        await settle(live)
        assert "Ausblick" not in live.words()


async def test_a_start_that_came_too_early_is_taken_back_from_the_list(stage: Stage) -> None:
    stage.start()
    stage.clock.advance(120)
    stage.live.record(c.ItemStarted(item=stage.items[2]))
    async with listed(stage) as (live, screen):
        await screen.run_action("start_too_early")
        await settle(live)
        assert isinstance(live.app.screen, LiveScreen)
        assert item(stage, 0).state == "running"
        assert item(stage, 2).state == "open"


async def test_a_result_for_the_item_just_ended_and_for_any_other(stage: Stage) -> None:
    use_language("de")
    stage.start()
    stage.live.record(c.ItemStarted(item=stage.items[2]))
    async with listed(stage) as (live, screen):
        for place, typed, result in ((0, "zur K", "zur Kenntnis genommen"), (5, "vert", "vertagt")):
            screen.rows.choose(stage.items[place])
            await live.type("=")
            await live.type(typed)
            await live.press("enter")
            assert item(stage, place).result == result
        assert item(stage, 2).result == ""
        screen.rows.choose(stage.items[0])
        await live.type("h")
        await settle(live)
        await live.say("= beschlossen")
        assert item(stage, 0).result == "beschlossen"
        assert item(stage, 2).state == "running"


async def test_escape_keeps_what_was_typed_for_the_live_screen(stage: Stage) -> None:
    stage.start()
    async with listed(stage) as (live, _):
        await live.type("n")
        await live.type("Ein neuer TOP, halb getippt")
        await live.press("escape")
        assert "put aside" in live.app.screen.query_one(StatusLine).text
        await live.type("r")
        await live.press("escape")  # nothing was typed: nothing is kept
        await live.type("/")
        await live.type("Sprache")
        await live.press("escape", "escape", "escape")
        await live.pilot.pause()
        assert isinstance(live.app.screen, LiveScreen)
        assert live.screen.line.aside == ["Ein neuer TOP, halb getippt"]
        assert live.draft().aside == ("Ein neuer TOP, halb getippt",)


async def test_what_was_wrong_with_a_line_goes_with_it(stage: Stage) -> None:
    stage.start()
    async with listed(stage) as (live, _):
        await live.type("t")
        await live.type("17:99")
        await live.press("enter")
        assert "17:99" in live.app.screen.query_one(StatusLine).text
        await live.press("escape")
        assert "is no time" not in live.app.screen.query_one(StatusLine).text


async def test_what_was_removed_is_named_and_a_break_is_no_top(stage: Stage) -> None:
    stage.start()
    use_language("de")
    async with listed(stage) as (live, _):
        await live.press("end", "delete")
        await live.pilot.pause()
        assert "TOP 3 Ausblick entfernt" in live.app.screen.query_one(StatusLine).text
        await live.type("b")
        await live.press("enter")
        await live.type("x")
        assert ": Pause entfällt" in live.app.screen.query_one(StatusLine).text


async def test_the_live_screen_does_not_say_saved_of_what_was_taken_back_in_the_list(
    stage: Stage,
) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.press("f9")
        status = live.screen.query_one(StatusLine)
        assert "started" in status.text
        await live.press("f7")
        await live.pilot.pause()
        await live.pilot.pause()
        assert isinstance(live.app.screen, AgendaScreen)
        await live.press("ctrl+z")
        await live.press("escape")
        await live.pilot.pause()
        assert status.text == ""
        await live.say("Eine Notiz")
        assert "Ctrl+Z takes it back" in live.words()
        await live.press("f7")
        await live.pilot.pause()
        await live.type("f")
        await live.press("escape")
        await live.pilot.pause()
        assert "Eine Notiz" in status.text  # it is saved, but Ctrl+Z means another step now
        assert "Ctrl+Z takes it back" not in live.words()


async def test_the_list_says_when_it_will_end_not_when_it_should_have(stage: Stage) -> None:
    stage.start()
    stage.clock.advance(3600)
    use_language("de")
    async with listed(stage) as (live, _):
        assert "Ende 19:56 · 26 Min nach Plan" in live.words().splitlines()[1]


async def test_an_item_removed_with_its_entries_is_named_with_them(stage: Stage) -> None:
    stage.start()
    for text in ("eins", "zwei", "drei"):
        stage.live.record(c.NoteRecorded(item=stage.items[0], text=text))
    use_language("de")
    async with listed(stage) as (live, _):
        await live.press("delete")
        await live.pilot.pause()
        await live.press("down", "down", "enter")
        await live.pilot.pause()
        await live.pilot.pause()
        said = live.app.screen.query_one(StatusLine).text
        assert "TOP 1 Eröffnung mit 3 Einträgen entfernt" in said
        await live.press("ctrl+z")
        assert "TOP 1 Eröffnung mit 3 Einträgen" in live.app.screen.query_one(StatusLine).text
    assert stage.texts() == ["eins", "zwei", "drei"]
