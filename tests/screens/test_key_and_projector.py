"""The key test and the projector test: what is wrong with a laptop is found out before."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from stage import Shown, Stage, shown
from textual.geometry import Size

from facilitator.i18n import use_language
from screens.commands import BY_ID
from screens.key_test import KeyTestScreen, keys_to_test, second_way
from screens.live import LiveScreen
from screens.prepare import PrepareScreen
from screens.projector_test import ProjectorTestScreen, picture, verdict


async def settle(live: Shown) -> None:
    for _ in range(3):
        await live.pilot.pause()


async def test_letters_in_prepare_and_words_in_the_bar_lead_there(stage: Stage) -> None:
    use_language("de")
    async with shown(stage) as live:
        await live.say("/tastentest")
        await settle(live)
        assert isinstance(live.app.screen, KeyTestScreen)
        await live.press("escape", "escape")
        await settle(live)
        assert isinstance(live.app.screen, LiveScreen)
        await live.say("/beamertest")
        await settle(live)
        assert isinstance(live.app.screen, ProjectorTestScreen)
        await live.press("escape")
        await settle(live)
        live.app.go_prepare(stage.live)
        await settle(live)
        for letter, screen in (("T", KeyTestScreen), ("B", ProjectorTestScreen)):
            await live.type(letter)
            await settle(live)
            assert isinstance(live.app.screen, screen)
            await live.press("escape")
            await settle(live)
            if screen is KeyTestScreen:
                await live.press("escape")
                await settle(live)
        assert isinstance(live.app.screen, PrepareScreen)


async def test_a_laptop_on_which_all_keys_arrive(stage: Stage) -> None:
    use_language("de")
    async with shown(stage) as live:
        live.app.go_key_test()
        await settle(live)
        screen = live.app.screen
        assert isinstance(screen, KeyTestScreen)
        assert "Bitte F1 drücken" in live.words()
        for each in screen.keys:
            await live.pilot.press(each.key)
        await settle(live)
        assert live.app.screen is screen, "no key did what it usually does"
        assert "Alle Tasten kommen an" in live.words()
        assert stage.meeting.state == "planned"


async def test_a_media_row_is_found_out_and_what_does_the_same_is_said(stage: Stage) -> None:
    use_language("de")
    async with shown(stage, (100, 40)) as live:
        live.app.go_key_test()
        await settle(live)
        screen = live.app.screen
        assert isinstance(screen, KeyTestScreen)
        while (asked := screen.asked) is not None and asked.key.startswith("f"):
            await live.press("enter")
        await live.press("x")
        assert "Angekommen ist „x“" in live.words()
        for each in screen.keys:
            if each.key.startswith("ctrl"):
                await live.pilot.press(each.key)
        await settle(live)
        text = live.words()
        assert "10 Tasten kommen nicht an" in text
        assert "Fn gedrückt halten" in text
        lines = {line.split()[0]: line for line in text.splitlines() if line.split()}
        assert "/maßnahme oder m:" in lines["F3"]
        assert "Strg+N oder /weiter" in lines["F9"]
        assert "/wand" in lines["F12"]
        assert stage.meeting.agenda_items[0].state == "open"


async def test_one_silent_key_is_no_media_row_and_a_late_one_counts(stage: Stage) -> None:
    async with shown(stage) as live:
        live.app.go_key_test()
        await settle(live)
        screen = live.app.screen
        assert isinstance(screen, KeyTestScreen)
        await live.press("enter", "f3", "enter")
        assert screen.missing == {"f1", "f2"}
        await live.press("f2")
        assert screen.missing == {"f1"}
        for each in screen.keys[3:]:
            await live.pilot.press(each.key)
        await settle(live)
        assert "1 key does not arrive" in live.words()
        assert "F-row" not in live.words()
        await live.press("space")
        assert "Press F1" in live.words()


def test_every_tested_key_has_a_second_way_that_is_no_key_of_the_f_row() -> None:
    assert [each.key for each in keys_to_test()][:10] == [
        "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f12",
    ]  # fmt: skip
    for each in keys_to_test():
        if each.key.startswith("f"):
            assert "/" in second_way(each), each.key
    assert BY_ID["quit"].keys[0] not in {each.key for each in keys_to_test()}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "size", [(80, 24), (120, 36), (200, 60), (40, 10), (96, 27), (20, 6), (300, 80)]
)
def test_the_picture_fills_the_terminal_to_its_corners(
    language: str, size: tuple[int, int]
) -> None:
    use_language(language)
    try:
        lines = picture(Size(*size))
        assert len(lines) == size[1]
        assert {cell_len(line) for line in lines} == {size[0]}
        assert (lines[0][0], lines[0][-1], lines[-1][0], lines[-1][-1]) == ("┌", "┐", "└", "┘")
        assert f"{size[0]}" in "".join(lines)
        if size[1] >= 24:
            text = "\n".join(lines)
            assert "ÄÖÜ äöü ß" in text
            assert all(sign in text for sign in "▸●○✓█░")
    finally:
        use_language("en")


def test_letters_for_a_hall() -> None:
    assert "Too small" in verdict(101)
    assert verdict(100) == verdict(60) == "Large enough for a hall."
    assert "Very large" in verdict(40)


async def test_it_follows_the_size_of_the_terminal(stage: Stage) -> None:
    async with shown(stage, (120, 36)) as live:
        live.app.go_projector_test()
        await settle(live)
        assert "120 columns x 36 rows" in live.words()
        assert "Too small for a hall" in live.words()
        await live.pilot.resize_terminal(90, 28)
        await settle(live)
        assert "90 columns x 28 rows" in live.words()
        assert "Large enough" in live.words()
