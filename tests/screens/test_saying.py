"""What was done always stands in the status line whole: names and wordings give way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyboard import press, send
from rich.cells import cell_len
from stage import Stage, build_stage, play, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.saying import Said, joined, tr, whole
from facilitator.told import told
from screens.door import DoorScreen
from screens.widgets.columns import fitted
from screens.widgets.status import StatusLine

LONG = "Das Protokoll der 6. Sitzung wird mit den Änderungen von Frau Dr. Weiß genehmigt"
ENDS = {
    "de": ("entfernt", "Strg+Y holt es wieder", "als Gast ohne Stimme"),
    "en": ("removed", "Ctrl+Y brings it back", "a guest without a vote"),
}
words = st.text(min_size=1, max_size=120).map(lambda text: " ".join(text.split()) or "x")


@pytest.fixture
def stage(tmp_path, monkeypatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    made = build_stage(tmp_path / "workspace", kind="body")
    play(made)
    return made


@pytest.fixture(params=["de", "en"])
def language(request) -> str:
    use_language(request.param)
    return request.param


@given(entry=words, width=st.integers(40, 200), language=st.sampled_from(["de", "en"]))
def test_the_wording_gives_way_and_never_what_was_done(entry, width, language):
    use_language(language)
    removed = tr("{entry} removed", entry=entry)
    said = tr("✓ saved {time}: {what}", time="16:57", what=joined(" · ", [removed]))
    begin, end = said[: said.index(":") + 3], removed[len(entry) :]
    seen = fitted(said, width)
    assert cell_len(seen) <= width
    assert seen.startswith(begin)
    assert seen.endswith(end)
    assert seen == said or "…" in seen


@given(names=st.lists(words, min_size=1, max_size=3), width=st.integers(78, 120))
def test_a_remark_is_read_whole(names, width):
    remark = whole("{nobody} is known")
    seen = fitted(joined(" · ", (tr("✓ {what}", what=", ".join(names)), remark)), width)
    assert cell_len(seen) <= width
    assert seen.startswith("✓ ")
    assert seen.endswith(" · {nobody} is known")


def test_the_longest_gives_way_first():
    said = Said("{short} is {long} there", {"short": "Nowak", "long": "word " * 20})
    assert fitted(said, 30).startswith("Nowak is word")
    assert fitted(said, 30).endswith("there")


def test_a_plain_text_is_cut_at_its_end():
    assert fitted("nothing but words", 10) == "nothing b…"


def test_a_removed_entry_does_not_look_saved(stage, language):
    before = stage.meeting
    entry = stage.live.record(c.DecisionRecorded(wording=LONG, item=stage.items[0]))[0].id
    before = stage.meeting
    step = stage.live.record(c.EntryRemoved(entry=entry))
    what = told(step, stage.meeting, before)
    assert fitted(tr("✓ saved {time}: {what}", time="16:57", what=what), 57).endswith(
        f"… {ENDS[language][0]}"
    )


async def test_at_80_columns_the_end_of_the_line_is_read(stage, language):
    stage.live.record(c.DecisionRecorded(wording=LONG, item=stage.items[3]))
    async with shown(stage) as live:
        await live.press("up", "delete")
        assert line_of(live).rstrip().startswith("✓")
        assert ENDS[language][0] in line_of(live)
        await live.press("ctrl+z")
        assert line_of(live).rstrip().endswith(ENDS[language][1])
        await live.app.push_screen(DoorScreen(stage.live))
        await live.pilot.pause()
        name = "Prof. Dr. Dr. h. c. Maximiliane-Charlotte von der Heydebreck-Lindenau"
        await send(live.pilot, name)
        await press(live.pilot)
        assert ENDS[language][2] in line_of(live)


def line_of(live) -> str:
    """The status line as it is read."""
    return live.app.screen.query_one(StatusLine).render().plain.strip()
