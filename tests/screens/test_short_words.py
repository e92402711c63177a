"""What is cut where a line is short, and which row is chosen when the chosen one goes."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content

from facilitator.capture import Chip
from screens.widgets.chips import Chips
from screens.widgets.row_list import Row, RowList
from screens.widgets.status import shortened


def test_what_happened_to_a_thing_is_not_cut_away() -> None:
    said = "✓ saved 16:57: B1 The minutes of the 6th meeting are approved as circulated removed"
    short = shortened(said, 55)
    assert cell_len(short) <= 55
    assert short.startswith("✓ saved 16:57: B1 The minutes")
    assert short.endswith("… removed")


@pytest.mark.parametrize(
    "text", ["会議" * 30, "a" * 90, "word " * 20 + "end", "🙂" * 40, "x " * 3 + "y" * 90]
)
@pytest.mark.parametrize("width", [0, 1, 2, 7, 40, 41])
def test_a_short_text_has_its_cells_and_no_more(text: str, width: int) -> None:
    short = shortened(text, width)
    assert cell_len(short) <= width
    assert width < 2 or "…" in short
    assert shortened(text, cell_len(text)) == text


class Rows(App[None]):
    def compose(self) -> ComposeResult:
        yield RowList()


def rows(*ids: str) -> list[Row]:
    """`-`: a heading."""
    return [Row("" if each == "-" else each, Content(each)) for each in ids]


@pytest.mark.parametrize(
    ("before", "chosen", "after", "then"),
    [
        ("b1 b2 - n1 n2 n3", "n1", "new b1 b2 - n2 n3", "n2"),
        ("- n1 n2", "n1", "new - n2", "n2"),
        ("b1 - n1 n2", "n2", "new b1 - n1", "n1"),
        ("b1 - n1", "n1", "new b1", "b1"),
        ("who when vote", "who", "when vote", "when"),
        ("who", "who", "", ""),
        ("", "", "- b1 b2", "b1"),
    ],
)
async def test_the_next_row_is_chosen_wherever_it_stands_now(
    before: str, chosen: str, after: str, then: str
) -> None:
    async with Rows().run_test() as pilot:
        shown = pilot.app.query_one(RowList)
        shown.show(rows(*before.split()))
        shown.choose(chosen)
        shown.show(rows(*after.split()))
        assert shown.chosen == then


class Line(App[None]):
    def compose(self) -> ComposeResult:
        yield Chips()


async def test_the_key_that_takes_an_offered_vote_is_never_pushed_out() -> None:
    label = "B2 5 yes, 1 no, 1 abstention → carried by a majority with 1 against and 1 abstention"
    chip = Chip(key="vote", kind="vote", state="offered", label=label)
    async with Line().run_test(size=(78, 3)) as pilot:
        chips = pilot.app.query_one(Chips)
        chips.show((chip,), "Tab takes it")
        shown = chips.render().plain
        assert shown.endswith("   Tab takes it")
        assert shown.startswith("○ B2 5 yes, 1 no")
        assert cell_len(shown) <= 78
