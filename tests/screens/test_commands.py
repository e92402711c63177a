"""Commands behind `/`, with and without words behind them; colours; what is declared but not done
yet is offered nowhere."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from stage import Shown, Stage, play, shown
from textual.color import Color

from facilitator.i18n import tr, use_language
from facilitator.settings import load_settings
from screens.app import FacilitatorApp
from screens.commands import BY_ID, COMMANDS, LISTS, TYPING, command_called
from screens.dialogs.help import HelpDialog, help_text
from screens.dialogs.palette import Palette
from screens.live import LiveScreen
from screens.themes import CONTRAST, THEMES
from screens.widgets.status import StatusLine

UNDONE = [c for c in COMMANDS if c.words and "live" in c.where and not c.is_done_by(LiveScreen)]


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def test_no_two_commands_share_a_word_or_a_key_in_a_room() -> None:
    words = [word for command in COMMANDS for word in command.words]
    assert len(words) == len(set(words))
    for room in TYPING | LISTS:
        keys = [key for command in COMMANDS if room in command.where for key in command.keys]
        assert len(keys) == len(set(keys)), room


@pytest.mark.parametrize(
    ("word", "command"),
    [
        ("umplanen", "replan"), ("zeit", "replan"), ("time", "replan"), ("Verlesen", "read_back"),
        ("beschlussfaehig", "quorum"), ("beschlussfähig", "quorum"), ("rede", "ask_to_speak"),
        ("redeliste", "speaker_list"), ("go", "point_of_order"), ("close", "close_meeting"),
        ("closed", "public_item"), ("dunkel", "dark"), ("hell", "light"), ("kontr", "contrast"),
    ],
)  # fmt: skip
def test_words_of_both_languages(word: str, command: str) -> None:
    found = command_called(word)
    assert found is not None
    assert found.id == command


async def test_words_behind_a_command_reach_it_and_a_refusal_keeps_the_line(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def command_pause(screen: LiveScreen, argument: str) -> bool:
        heard.append(argument)
        if not argument:
            screen.say_problem("How long?")
        return bool(argument)

    monkeypatch.setattr(LiveScreen, "command_pause", command_pause, raising=False)
    stage.start()
    async with shown(stage) as live:
        await live.say("/pause")
        assert (heard, live.typed, said(live)) == ([""], "/pause", "How long?")
        await live.say(" bis 19:15")
        assert heard == ["", "bis 19:15"]
        assert live.typed == ""
        await live.press("ctrl+up")
        assert live.typed == "/pause bis 19:15"


async def test_a_command_that_takes_nothing_says_so_and_keeps_the_line(stage: Stage) -> None:
    stage.start()
    before = stage.meeting
    async with shown(stage) as live:
        await live.say("/undo das letzte")
        assert live.typed == "/undo das letzte"
        assert said(live) == "'/undo' takes nothing behind it."
    assert stage.meeting == before


async def test_the_bar_tells_what_a_command_does_before_enter(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.type("/move")
        assert "/move ITEM · Move to another place" not in live.words()  # nothing is chosen
        live.screen.bar.put("")
        await live.say("Eine Notiz")
        await live.press("up")
        await live.type("/mov")
        assert "/move ITEM · Move to another place" in live.words()
        live.screen.bar.put("")
        await live.type("/undo")
        assert "Take back the last step" in live.words()


async def test_from_the_palette_the_bar_asks_for_the_words(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.type("halbe Zeile")
        move = live.screen.starts(BY_ID["move"])
        assert move is not None
        move()
        await live.pilot.pause()
        assert live.typed == "/move "
        assert live.screen.line.aside == ["halbe Zeile"]


async def test_what_no_screen_does_yet_is_offered_nowhere(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        offered = {command.title for command in live.app.get_system_commands(live.screen)}
        await live.press("f1")
        assert isinstance(live.app.screen, HelpDialog)
        text = help_text("live", 100, live.app.screen._below()).plain
        await live.press("escape")
        for command in UNDONE:
            assert not any(title.split("  ")[0] == command.label for title in offered), command.id
            assert f"{command.word('en')} " not in f"{text} ", command.id
            await live.say(f"/{command.words[0]}")
            assert "There is no command" in said(live), command.id
            live.screen.bar.put("")


async def test_help_shows_what_follows_a_word(stage: Stage) -> None:
    stage.start()
    use_language("de")
    async with shown(stage) as live:
        await live.press("f1")
        assert isinstance(live.app.screen, HelpDialog)
        text = help_text("live", 100, live.app.screen._below())
        assert "/nach TOP" in text.plain
        for command in COMMANDS:
            if command.words and command.argument and not command.takes_argument_in(LiveScreen):
                assert f"{command.word('de')} {tr(command.argument).upper()}" not in text.plain
        assert all(cell_len(line) <= 100 for line in text.plain.splitlines())


async def test_colours_go_round_and_are_remembered(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        seen = []
        for _ in range(4):
            await live.say("/theme")
            seen.append(load_settings().theme)
        assert seen == ["light", "contrast", "dark", "light"]
        await live.say("/kontrast")
        await live.say("/kontrast")
        assert live.app.theme == CONTRAST.name
        await live.say("/dunkel")
        assert live.app.theme == THEMES["dark"].name
        await live.say("/contrast")
    assert load_settings().theme == "contrast"
    assert FacilitatorApp(stage.workspace).theme == CONTRAST.name


async def test_every_letter_is_legible_in_high_contrast(stage: Stage) -> None:
    """At least 7:1 (WCAG 2.2, 1.4.6) wherever a letter stands."""
    play(stage)
    async with shown(stage, (120, 36)) as live:
        live.app.choose_theme("contrast")
        await live.press("up", "up")
        await live.type("Ein Satz bis Ende November")
        weak = set()
        for strip in live.app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                if not segment.text.strip(" █░─│╭╮╰╯┬┴▔▁▏▕") or style is None:
                    continue
                if style.color is None or style.bgcolor is None:
                    continue
                letters = Color.from_rich_color(style.color)
                ground = Color.from_rich_color(style.bgcolor)
                if style.reverse:
                    letters, ground = ground, letters
                if contrast(letters, ground) < 7:
                    weak.add((segment.text, letters.hex, ground.hex))
        assert weak == set()


def contrast(one: Color, other: Color) -> float:
    """The ratio of WCAG: 1 for the same colour, 21 for black on white."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(color: Color) -> float:
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def test_a_command_that_takes_no_words_shows_none(stage: Stage) -> None:
    """To gettext no text at all is the header of the catalogue."""
    for language in ("de", "en"):
        use_language(language)
        assert tr("") == ""
        for room in TYPING | LISTS:
            assert "CHARSET" not in help_text(room, 100, set()).plain.upper()


async def test_help_begins_with_what_the_room_is_for_and_says_no_key_twice(stage: Stage) -> None:
    stage.start()
    use_language("de")
    async with shown(stage) as live:
        text = help_text("live", 78, (live.screen, live.app)).plain
        assert text.startswith("Die laufende Sitzung: ")
        words = text.partition("\nBEFEHLE")[2]
        assert "/pause" in words
        assert "F3 /maßnahme" in words, "what has a key stands there once, with its key"
        live.app.go_closing(stage.live)
        await live.pilot.pause()
        screen = live.app.screen
        closing = help_text("closing", 78, (screen, live.app)).plain
        assert closing.count("\nF9 ") == 1
        assert "Die Sitzung schließen" in closing
        assert "Schlussrunde" not in closing.partition("TASTEN")[2], "F9 closes here"
        assert "EINE ZEILE BEGINNT MIT" not in closing


async def test_a_bare_slash_shows_all_commands(stage: Stage) -> None:
    stage.start()
    before = stage.texts()
    async with shown(stage) as live:
        await live.say("/")
        await live.pilot.pause()
        assert isinstance(live.app.screen, Palette)
        await live.press("escape")
        await live.pilot.pause()
        assert live.typed == ""
    assert stage.texts() == before


async def test_no_command_does_nothing_in_silence(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.press("f6")
        assert "notes already" in said(live)
        await live.say("/dark")
        assert said(live) == "Dark"
        await live.say("/language")
        assert said(live) == "Deutsch"
        await live.say("/sprache")
        assert said(live) == "English"
        await live.press("up", "f3")  # an action item is chosen
        assert said(live) == "M2 is that already."
        await live.type("/move")
        await live.press("enter")
        assert said(live).startswith("Where to?")


async def test_a_field_that_an_item_gets_is_named(stage: Stage) -> None:
    stage.start(2)
    use_language("de")
    async with shown(stage) as live:
        await live.say("/feld Sprache")
        assert said(live).endswith("2.1 Feld: Sprache")
