"""Review: one key each, in a meeting and between meetings."""

from __future__ import annotations

import pytest
from meetings import Two, app_on, two_meetings

from facilitator.i18n import use_language
from facilitator.meeting.model import TabledAction
from facilitator.meeting.review import review_rows
from screens.review import ReviewScreen
from screens.widgets.footer import KeyFooter
from screens.widgets.row_list import RowList


@pytest.fixture
def two(tmp_path, monkeypatch) -> Two:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    made = two_meetings(tmp_path / "workspace")
    made.start()
    return made


async def reviewing(two: Two, *keys: str, inside: bool = True) -> str:
    """Press keys in the review; returns the id of the row chosen then."""
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        live = two.second if inside else None
        await app.push_screen(ReviewScreen(live, series="" if inside else two.slug))
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        return app.screen.query_one(RowList).chosen if app.screen.query(RowList) else ""


def now(two: Two, summary: str) -> TabledAction:
    rows = review_rows(two.second.open_actions(), two.second.meeting.statements, two.second.today)
    return next(row.action for row in rows if row.action.summary.startswith(summary))


async def test_overdue_comes_first_and_e_is_done(two):
    chosen = await reviewing(two, "e")
    assert now(two, "Dolmetscherpool").status == "completed"
    assert chosen == now(two, "Wohnraumbörse").id


async def test_the_letters_follow_the_language_of_the_screen(two):
    use_language("en")
    await reviewing(two, "d")
    assert now(two, "Dolmetscherpool").status == "completed"


async def test_l_is_in_progress_and_every_row_has_its_turn(two):
    await reviewing(two, "l", "l")
    assert now(two, "Dolmetscherpool").status == "in-process"
    assert now(two, "Wohnraumbörse").status == "in-process"


async def test_a_new_date_is_read_as_spoken(two):
    await reviewing(two, "t", *"Ende März", "enter")
    due = now(two, "Dolmetscherpool").due
    assert (due.text, due.last.isoformat()) == ("Ende März", "2027-03-31")


async def test_what_is_no_date_stays_in_the_line_and_changes_nothing(two):
    await reviewing(two, "t", *"bald mal", "enter")
    assert two.second.meeting.statements == ()


async def test_letters_are_text_while_a_line_is_open(two):
    await reviewing(two, "k", *"elende Sache", "enter")
    assert now(two, "Dolmetscherpool").status == "needs-action"
    assert [comment.text for comment in now(two, "Dolmetscherpool").history] == ["elende Sache"]


async def test_the_list_says_the_state_that_was_given_not_what_was_said_last(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReviewScreen(two.second))
        await pilot.pause()
        await pilot.press("e", "home")
        rows = app.screen.query_one(RowList)
        rows.choose(now(two, "Dolmetscherpool").id)
        await pilot.press("k", *"gut", "enter")
        rows.choose(now(two, "Dolmetscherpool").id)
        await pilot.press("t", *"Ende März", "enter")
        await pilot.pause()
        lines = "\n".join(s.text for s in app.screen._compositor.render_strips()).splitlines()
        assert "✓ erledigt" in next(line for line in lines if "Dolmetscherpool" in line)


async def test_dropped_takes_a_reason(two):
    await reviewing(two, "x", *"kein Bedarf", "enter")
    assert now(two, "Dolmetscherpool").status == "cancelled"
    assert two.second.meeting.statements[0].reason == "kein Bedarf"


async def test_who_completes_a_half_typed_name(two):
    await reviewing(two, "w", *"Hadd", "enter", "enter")
    assert [owner.name for owner in now(two, "Dolmetscherpool").owners] == ["Samir Haddad"]


async def test_several_at_once(two):
    await reviewing(two, "space", "space", "e")
    assert [now(two, s).status for s in ("Dolmetscher", "Wohnraum")] == ["completed"] * 2


async def test_undo_takes_it_back(two):
    await reviewing(two, "e", "ctrl+z")
    assert now(two, "Dolmetscherpool").status == "needs-action"


async def test_what_is_said_stands_under_the_running_item(two):
    await reviewing(two, "e")
    assert two.second.meeting.statements[0].item == two.items[0]


async def test_between_meetings_it_is_kept_with_the_series(two):
    await reviewing(two, "e", inside=False)
    assert two.second.meeting.statements == ()
    assert len(two.workspace.summary(two.slug).open_actions()) == 2
    await reviewing(two, "e", "ctrl+z", inside=False)
    assert len(two.workspace.summary(two.slug).open_actions()) == 2


async def test_escape_closes_the_line_then_the_review(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReviewScreen(two.second))
        await pilot.pause()
        await pilot.press("k", *"halb", "escape")
        assert isinstance(app.screen, ReviewScreen)
        assert app.draft_file(two.second).read().aside == ("halb",)
        await pilot.press("slash")
        assert [key for key, _ in app.screen.query_one(KeyFooter).pairs()] == ["↵", "Esc", "F1"]
        await pilot.press(*"gesucht", "escape", "escape")  # the line, then what it narrowed
        assert app.draft_file(two.second).read().aside == ("halb",)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, ReviewScreen)
    assert two.second.meeting.statements == ()


async def test_what_is_dropped_stays_dropped_in_the_list_with_a_comment_behind_it(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReviewScreen(two.second))
        await pilot.pause()
        dropped = app.screen.query_one(RowList).chosen
        await pilot.press("x", *"kein Bedarf", "enter")
        app.screen.query_one(RowList).choose(dropped)
        await pilot.press("k", *"schade", "enter")
        await pilot.pause()
        row = app.screen.query_one(RowList).get_option(dropped)
        assert "entfällt" in str(row.prompt)
        assert "Kommentar" not in str(row.prompt)
