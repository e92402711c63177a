"""Quorum, conflicts of interest and roles from the bar; people beside the entries."""

from __future__ import annotations

import pytest
from stage import Shown, Stage, build_stage, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.presence import entitled_at
from facilitator.meeting.quorum import legal_number_of
from screens.widgets.status import StatusLine


@pytest.fixture
def stage(tmp_path, monkeypatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    made = build_stage(tmp_path / "workspace")
    made.live.record(c.MeetingAmended(kind="body"))
    return made


def said(on: Shown) -> str:
    return on.screen.query_one(StatusLine).text


# -- quorum -------------------------------------------------------------------------------------


async def test_the_quorum_is_stated_with_time_and_numbers(stage):
    stage.start()
    async with shown(stage) as on:
        await on.say("/beschlussfähig")
        assert said(on) == (
            "✓ 18:01 festgestellt: beschlussfähig. 4 von 4 Stimmberechtigten da, nötig 3"
        )
        (stated,) = stage.on_disk().quorum_statements
        assert (stated.present, stated.required, stated.legal_number) == (4, 3, 4)
        assert stated.item == stage.items[0]
        await on.press("ctrl+z")
        assert stage.meeting.quorum_statements == ()
        assert "festgestellt: beschlussfähig 4 von 4" in said(on)


async def test_the_legal_number_and_the_rule_go_behind_the_word(stage):
    stage.start()
    async with shown(stage) as on:
        await on.say("/beschlussfähig 19")
        assert "NICHT beschlussfähig. 4 von 19" in said(on)
        assert said(on).endswith("nötig 10")
        assert stage.meeting.legal_number == 19
        await on.say("/quorum 8 Hälfte")
        assert said(on).endswith("beschlussfähig. 4 von 8 Stimmberechtigten da, nötig 4")
        assert stage.meeting.quorum_rule == "half"
        await on.say("/quorum bald")
        assert said(on).startswith("Dahinter: die gesetzliche Mitgliederzahl")
        assert on.typed == "/quorum bald"
        await on.press("ctrl+u", "ctrl+z")
        assert stage.meeting.legal_number == 19


async def test_a_lost_quorum_is_told_first_and_so_is_its_return(stage):
    stage.live.record(c.MeetingAmended(legal_number=7))
    stage.start()
    async with shown(stage) as on:
        stage.clock.advance(600)
        await on.say("/weg Haddad")
        assert said(on).startswith("NICHT MEHR beschlussfähig: 3 von 7, nötig 4 · ")
        await on.press("ctrl+z")
        assert said(on).startswith("Jetzt beschlussfähig: 4 von 7, nötig 4 · ")
        await on.say("/befangen Haddad")
        assert said(on).startswith("NICHT MEHR beschlussfähig: 3 von 7, nötig 4 · ")
        stage.clock.advance(5)
        await on.press("f9")
        assert said(on).startswith("Jetzt beschlussfähig: 4 von 7, nötig 4 · ")


async def test_a_workshop_hears_nothing_of_quorum_until_it_asks(stage):
    stage.live.record(c.MeetingAmended(kind="workshop", legal_number=7))
    stage.start()
    async with shown(stage, (120, 36)) as on:
        await on.say("/weg Haddad")
        assert "beschlussfähig" not in on.words()
        await on.say("/beschlussfähig")
        assert "NICHT beschlussfähig" in said(on)
        assert stage.meeting.uses == ("quorum",)
        assert "NICHT beschlussfähig" in on.words()


# -- conflicts of interest ----------------------------------------------------------------------


async def test_somebody_biased_has_no_vote_until_the_item_is_over(stage):
    stage.start()
    async with shown(stage, (120, 36)) as on:
        await on.say("/befangen Haddad")
        assert said(on).endswith("Samir Haddad ist befangen und nimmt nicht teil")
        assert "befangen: Haddad" in on.words()
        now = stage.live.now()
        assert stage.people[2] not in entitled_at(stage.meeting, now, stage.items[0])
        stage.clock.advance(5)
        await on.press("f9")
        assert "befangen: Haddad" not in on.words()
        (bias,) = stage.on_disk().agenda_items[0].bias
        assert bias.returned_at is not None


async def test_a_half_typed_name_is_completed_by_enter(stage):
    stage.start()
    async with shown(stage) as on:
        await on.say("/befangen Had")  # only one is called so: the Enter is meant
        assert on.typed == ""
        assert stage.meeting.agenda_items[0].bias[0].person == stage.people[2]


@pytest.mark.parametrize("line", ["/befangen Haddad zurück", "/unbefangen Haddad"])
async def test_and_comes_back_before(stage, line):
    stage.start()
    async with shown(stage) as on:
        await on.say("/befangen Haddad")
        await on.say("/unbefangen")
        assert said(on).startswith("Samir Haddad: nimmt an diesem TOP nicht teil.")
        await on.press("ctrl+u")
        await on.say("/befangen Haddad")
        assert said(on) == "Samir Haddad nimmt schon nicht teil."
        await on.press("ctrl+u")
        await on.say(line)
        assert said(on).endswith("Samir Haddad nimmt wieder teil")
        (bias,) = stage.meeting.agenda_items[0].bias
        assert bias.returned_at is not None
        await on.press("ctrl+z")
        assert stage.meeting.agenda_items[0].bias[0].returned_at is None


async def test_nobody_declares_and_unknown_names_are_taken_with_a_hint(stage):
    async with shown(stage) as on:
        await on.say("/unbefangen")
        assert said(on) == "Das gehört zu einem TOP: erst einen beginnen (F9)."
        await on.press("ctrl+u")
        stage.start()
        await on.say("/unbefangen")
        assert said(on).endswith("niemand erklärt sich für befangen")
        assert stage.meeting.agenda_items[0].is_bias_denied
        await on.say("/befangen Weis")
        assert said(on).endswith("nicht auf der Liste: Weis")
        assert stage.meeting.agenda_items[0].bias[0].name == "Weis"
        await on.say("/unbefangen Weis")
        await on.say("/unbefangen Brandt")
        assert said(on) == "Petra Brandt nimmt an diesem TOP teil."
        assert on.typed == "/unbefangen Brandt"


# -- roles --------------------------------------------------------------------------------------


async def test_the_chair_changes_with_its_time(stage):
    stage.live.record(c.OfficerNamed(role="chair", name="Marta Nowak", person=stage.people[0]))
    stage.start()
    async with shown(stage) as on:
        stage.clock.advance(1200)
        await on.say("/leitung")
        assert said(on).startswith("Leitung: Marta Nowak. Wer übernimmt?")
        await on.press("ctrl+u")
        await on.say("/leitung Haddad")
        assert said(on).endswith("Leitung: Samir Haddad")
        before, now = stage.on_disk().officers
        assert (before.name, now.name, now.person) == (
            "Marta Nowak", "Samir Haddad", stage.people[2],
        )  # fmt: skip
        assert before.until == now.since is not None
        await on.say("/leitung Haddad")
        assert said(on) == "Leitung: Samir Haddad – das ist schon so."
        await on.press("ctrl+u")
        await on.say("/schriftführung Eva Fremd")
        assert said(on).endswith("Schriftführung: Eva Fremd · nicht auf der Liste: Eva Fremd")
        await on.say("/moderation Brandt")
        await on.press("ctrl+z")
        assert [o.role for o in stage.meeting.officers] == ["chair", "chair", "minute_taker"]


# -- who comes and goes from the bar ------------------------------------------------------------


async def test_a_departure_before_the_arrival_is_refused_and_the_line_stays(stage):
    stage.start()
    async with shown(stage) as on:
        stage.clock.advance(3600)
        await on.say("+Ines Krug, VHS 18:40")
        await on.say("/weg Krug 18:20")
        assert said(on) == "Ines Krug kam um 18:40 und kann nicht um 18:20 gegangen sein."
        assert on.typed == "/weg Krug 18:20"
        await on.press("ctrl+u")
        await on.say("/weg Krug 18:50")
        person = stage.meeting.people[-1]
        assert person.is_new
        attendance = stage.meeting.attendance_of(person.id)
        assert attendance is not None
        assert [(s.arrived, s.left) for s in attendance.stays] == [("18:40", "18:50")]


async def test_the_panel_says_who_is_here_and_came_last(stage):
    stage.live.record(
        c.AttendanceRecorded(person=stage.people[1], status="excused"),
        c.MeetingAmended(legal_number=19),
    )
    stage.start()
    async with shown(stage, (120, 36)) as on:
        stage.clock.advance(1200)
        await on.say("+Ines Kern, VHS")
        stage.clock.advance(600)
        await on.say("/weg Brandt")
        words = on.words()
        for told in ("3 da", "1 entschuldigt", "1 gegangen", "18:31", "zuletzt Kern (VHS)", "18:21",
                     "NICHT beschlussfähig:", "2 von 19, nötig 10"):  # fmt: skip
            assert told in words


async def test_a_large_screen_counts_per_organisation(stage):
    stage.start()
    async with shown(stage, (200, 60)) as on:
        words = on.words()
        assert "ORGANISATIONEN" in words
        for organization in ("Caritas", "Jobcenter", "IHK"):
            assert organization in words


async def test_a_narrow_screen_says_only_what_must_not_be_overlooked(stage):
    stage.live.record(c.MeetingAmended(legal_number=4))
    stage.start()
    async with shown(stage, (80, 24)) as on:
        assert "beschlussfähig" not in on.words()
        await on.say("/befangen Haddad, Brandt")
        words = on.words()
        assert "NICHT beschlussfähig: 2 von 4, nötig 3 · befangen: Haddad, Brandt" in words
        await on.press("f12")
        assert "befangen" not in on.words()


async def test_english(stage):
    use_language("en")
    stage.start()
    async with shown(stage, (120, 36)) as on:
        await on.say("/quorum")
        assert said(on) == "✓ 18:01 stated: quorum. 4 of 4 present and entitled, needed 3"
        await on.say("/bias Haddad")
        assert said(on).endswith("Samir Haddad takes no part (personal interest)")
        await on.say("/bias Haddad back")
        assert said(on).endswith("Samir Haddad takes part again")
        await on.say("/chair Brandt")
        assert said(on).endswith("chair: Petra Brandt")
        assert "quorum 4 of 4" in on.words()
    use_language("de")


async def test_a_stranger_in_a_body_is_a_guest_who_makes_no_quorum(stage):
    """Four members, two of them here: whoever walks in listens, and does not make it three."""
    stage.start()
    for person in stage.people[:2]:
        stage.live.record(c.PersonLeft(person=person))
    async with shown(stage) as on:
        await on.say("+Kurt Fremd, Presse")
        stranger = stage.meeting.people[-1]
        assert (stranger.name, stranger.guest, stranger.is_new) == ("Kurt Fremd", True, True)
        await on.say("/beschlussfähig")
        assert said(on) == (
            "✓ 18:01 festgestellt: NICHT beschlussfähig. 2 von 4 Stimmberechtigten da, nötig 3"
        )


async def test_whoever_walked_in_is_no_member_at_the_next_meeting(stage):
    """A guest stays out of the series; one who joined a working group comes along as a guest."""
    stage.start()
    async with shown(stage) as on:
        await on.say("+Kurt Fremd, Presse")
        await on.say("+Ines Krug, VHS")
    stage.live.record(c.GroupAdded(name="AG Presse", members=(stage.meeting.people[-1].id,)))
    stage.live.close()
    after = stage.workspace.open(stage.workspace.plan_meeting(stage.live.reference.split("/")[0],
                                                              "3. Treffen"))  # fmt: skip
    people = {person.name: person for person in after.meeting.people}
    assert "Kurt Fremd" not in people
    assert people["Ines Krug"].guest
    assert legal_number_of(after.meeting) == 4
