"""Founding groups, renaming the body, milestones: through the live screen and on to the next
meeting."""

from __future__ import annotations

from datetime import date

import pytest
from stage import Shown, Stage, shown

from facilitator.i18n import use_language
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import Series
from facilitator.minutes.gaps import gaps
from screens.app import FacilitatorApp
from screens.library import LibraryScreen
from screens.review import ReviewScreen
from screens.widgets.status import StatusLine


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def slug(stage: Stage) -> str:
    return stage.live.reference.partition("/")[0]


def series(stage: Stage) -> Series:
    return stage.workspace.series_in(slug(stage))


def following(stage: Stage, day: date) -> LiveMeeting:
    return stage.workspace.open(
        stage.workspace.plan_meeting(slug(stage), "3. Netzwerktreffen", day=day)
    )


async def words_of(stage: Stage, live: LiveMeeting, size: tuple[int, int] = (80, 24)) -> str:
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ReviewScreen(live))
        await pilot.pause()
        await pilot.pause()
        return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_a_group_founded_by_decision_is_an_owner_and_goes_on_in_the_series(
    stage: Stage,
) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("! Eine Steuerungsgruppe begleitet den Prozess")
        await live.say("/gruppe Steuerungsgruppe: Kern, Nowak (Sprecherin Nowak)")
        assert "group founded: Steuerungsgruppe · 2 members · new: Kern" in said(live)
        (group,) = stage.meeting.groups
        assert group.founded_by == stage.meeting.decisions[0].id
        assert group.founded_under == stage.items[0]
        await live.press("ctrl+z")
        assert not stage.meeting.groups
        assert [person.name for person in stage.meeting.people if person.name == "Kern"] == []
        await live.press("ctrl+y")
        await live.say("m: Auftakt vorbereiten >Steuerungsgruppe")
        assert stage.meeting.action_items[0].owners[0].id == group.id
        await live.say("/gruppe Steuerungsgruppe: +Demir")
        assert said(live).startswith("✓ saved 18:01: Steuerungsgruppe: 3 members")
    stage.live.close()
    (kept,) = series(stage).groups
    people = {person.id: person.name for person in series(stage).people}
    assert [people[member] for member in kept.members] == ["Kern", "Marta Nowak", "Demir"]
    assert [people[speaker] for speaker in kept.speakers] == ["Marta Nowak"]
    third = following(stage, date(2027, 4, 21))
    assert [g.name for g in third.meeting.groups] == ["Steuerungsgruppe"]
    assert third.meeting.groups[0].founded_under == "", "founded in an earlier meeting"


async def test_a_line_that_names_all_members_anew_says_who_is_no_longer_one(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/gruppe Beirat: Nowak, Haddad, Brandt")
        await live.say("/gruppe Beirat: Haddad, Kern")
        told = "✓ Beirat: 2 members · new: Kern · no longer in it: Marta Nowak, Petra Brandt"
        assert said(live) == told
        assert "no longer in it: Marta Nowak" in live.words()
        await live.press("ctrl+z")
        assert stage.meeting.groups[0].members == (stage.people[0], *stage.people[2:])


async def test_members_changed_here_reach_the_series_once(stage: Stage) -> None:
    stage.live.record(c.GroupAdded(name="AG Wohnen", members=(stage.people[0],)))
    stage.start()
    stage.live.close()
    third = following(stage, date(2027, 4, 21))
    group = third.meeting.groups[0]
    async with shown(Stage(stage.workspace, stage.clock, third, (), ())) as live:
        await live.say("/gruppe AG Wohnen: Haddad, Brandt (Sprecher Haddad)")
    third.record(c.MeetingStarted())
    third.close()
    (kept,) = series(stage).groups
    assert kept.members == (stage.people[2], stage.people[3])
    assert kept.speakers == (stage.people[2],)
    before = stage.workspace.folder.series_path(slug(stage)).read_bytes()
    third.close()
    assert stage.workspace.folder.series_path(slug(stage)).read_bytes() == before
    assert third.meeting.group(group.id) == kept


async def test_the_body_is_renamed_by_decision_and_old_meetings_keep_the_old_name(
    stage: Stage,
) -> None:
    use_language("de")
    old, new = stage.meeting.series_name, "Koordinierungsstab für Migration und Teilhabe"
    planned = following(stage, date(2027, 4, 21))
    stage.start()
    async with shown(stage) as live:
        await live.say(f"! Das Gremium heißt künftig {new}.")
        await live.say(f"/umbenennen {new}")
        assert said(live).startswith(f"✓ gespeichert 18:01: das Gremium heißt jetzt {new[:20]}")
        assert stage.meeting.renamed_to == new
        assert stage.meeting.renamed_by == stage.meeting.decisions[0].id
        assert stage.meeting.series_name == old
        await live.press("ctrl+z")
        assert stage.meeting.renamed_to == ""
        await live.press("ctrl+y")
        assert series(stage).name == old, "only the close makes it so"
        await live.say(f"/umbenennen {new}")
        assert said(live) == "So heißt es schon."
    stage.live.close()
    assert (series(stage).name, series(stage).earlier_names) == (new, (old,))
    stage.live.close()
    assert series(stage).earlier_names == (old,)
    assert stage.on_disk().series_name == old
    planned = stage.workspace.open(planned.reference)
    assert planned.meeting.series_name == old
    planned.record(c.MeetingStarted())
    assert planned.meeting.series_name == new, "planned under the old name, held under the new"
    assert following(stage, date(2027, 9, 1)).meeting.series_name == new
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        words = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Koordinierungsstab" in words


async def test_a_renaming_taken_back_before_the_close_is_none(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/rename Another Name")
        await live.say(f"/rename {stage.meeting.series_name}")
        assert stage.meeting.renamed_to == ""
        await live.say("/rename 123")
        assert "The new name is missing" in said(live)
    stage.live.close()
    assert series(stage).name == "Netzwerk Integration Kreis Lindenau"
    assert series(stage).earlier_names == ()


@pytest.mark.parametrize(
    ("size", "overdue"), [((80, 24), "overdue"), ((120, 36), "14 days overdue")]
)
async def test_milestones_come_back_in_order_against_the_day_of_the_meeting(
    stage: Stage, size: tuple[int, int], overdue: str
) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("ms: Neues Konzept Mitte 2027 >Institut")
        await live.say("ms: Erster Entwurf im Mai 2027 >Institut")
        await live.say("ms: Erste Bestandsaufnahme im Dezember 2026 >Institut")
        await live.say("m: Gesprächsrunden vorbereiten >Verwaltung")
        assert live.words().count("milestone") == 3
        await live.press("up")
        await live.say("/meilenstein")
        assert "M4 is a milestone" in said(live)
        await live.press("ctrl+z")
        assert [a.is_milestone for a in stage.meeting.action_items] == [True, True, True, False]
        await live.say("/milestone Abschlussfest im Juli 2027")
        assert stage.meeting.action_items[-1].is_milestone
    stage.live.close()
    assert stage.live.meeting.action_items[0].number
    words = await words_of(stage, following(stage, date(2027, 1, 14)), size)
    lines = words.split("\n")
    at = [next(i for i, line in enumerate(lines) if name in line) for name in
          ("MILESTONES", "Erste Bestandsaufnahme", "Erster Entwurf", "Neues Konzept")]  # fmt: skip
    assert at == sorted(at)
    assert overdue in lines[at[1]]
    assert "in 137 days" in lines[at[2]]
    words = await words_of(stage, following(stage, date(2027, 5, 31)), size)
    assert "due now" in next(line for line in words.split("\n") if "Erster Entwurf" in line)


async def test_an_order_for_the_next_meeting_moves_with_its_date(stage: Stage) -> None:
    use_language("de")
    stage.start()
    async with shown(stage) as live:
        await live.say(
            "m: Konzept zum Monitoring vorlegen >Kreisverwaltung bis zum nächsten Treffen im Herbst"
        )
        await live.say("termin: vierteljährlich")
        assert not [
            gap for gap in gaps(stage.meeting, stage.live.now()) if gap.what == "next_meeting"
        ]
        await live.say("termin: 14.09.2027")
        assert "14.09.2027" in live.words()
        await live.say("termin: 28.09.2027")
        (action,) = stage.meeting.action_items
        assert action.due is not None
        assert action.due.text == "zum nächsten Treffen im Herbst"
        assert "28.09.2027" in live.words()
        assert "14.09.2027" not in live.words()
    stage.live.close()
    third = following(stage, date(2027, 10, 5))
    words = await words_of(stage, third)
    assert "HEUTE FÄLLIG" in words
    line = next(line for line in words.split("\n") if "Konzept zum Monitoring" in line)
    assert "heute" in line


async def test_a_new_group_stands_under_its_item_and_is_mended_there(stage: Stage) -> None:
    use_language("de")
    stage.start()
    async with shown(stage) as live:
        await live.say("/gruppe Steuerungsgruppe: Kern, Nowak (Sprecherin Nowak)")
        words = live.words()
        assert "Steuerungsgruppe" in words
        assert "gegründet: Kern, Marta Nowak · spricht: Marta Nowak" in words
        await live.press("up")
        await live.press("delete")
        assert stage.meeting.groups, "one key does not take it away"
        await live.press("enter")
        assert live.typed == "/gruppe Steuerungsgruppe: Kern, Marta Nowak (Sprecher*in Marta Nowak)"
        live.screen.bar.put("/gruppe Steuerungsgruppe: Kern, Marta Nowak, Demir (Sprecher*in Kern)")
        await live.press("enter")
        assert "gegründet: Kern, Marta Nowak, Demir · spricht: Kern" in live.words()
        await live.press("ctrl+z")
        assert "gegründet: Kern, Marta Nowak · spricht: Marta Nowak" in live.words()
        await live.press("f9")
        assert "gegründet" not in live.words()
