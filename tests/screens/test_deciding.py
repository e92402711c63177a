"""How a decision comes about: sheet, reading back, votes, opinions, actions read to the room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import paste
from stage import Shown, Stage, build_stage, shown
from textual.events import Key

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, FistToFive, Vote
from facilitator.wall import WallState
from screens.dialogs.weight import WeightDialog
from screens.live import LiveScreen
from screens.read_actions import ReadActionsScreen
from screens.read_back import ReadBackScreen
from screens.sheet import SheetScreen
from screens.widgets.bar import CaptureBar
from screens.widgets.status import StatusLine

WORDING = "Die Konferenz empfiehlt dem Rat, die Arbeit in Foren fortzusetzen."


@pytest.fixture
def body(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A body in which 62 are present and entitled; German."""
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    stage = build_stage(tmp_path / "workspace", kind="body")
    added = stage.live.record(*(c.PersonAdded(name=f"Mitglied {n}") for n in range(58)))
    stage.live.record(*(c.AttendanceRecorded(person=p.id, status="present") for p in added))
    stage.live.record(c.MeetingAmended(legal_number=81))
    stage.start()
    yield stage
    use_language("en")


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    stage = build_stage(tmp_path / "workspace", kind="workshop")
    stage.start()
    return stage


def decision(stage: Stage) -> Decision:
    return stage.meeting.decisions[-1]


async def open_sheet(live: Shown, wording: str = WORDING) -> SheetScreen:
    """'! text', chosen with the arrow, F2."""
    await live.say(f"! {wording}")
    await live.press("up", "f2")
    await live.pilot.pause()
    return on_sheet(live)


def on_sheet(live: Shown) -> SheetScreen:
    assert isinstance(live.app.screen, SheetScreen)
    return live.app.screen


async def go_to(live: Shown, kind: str) -> None:
    """Tab until the field has the keys."""
    for _ in range(12):
        here = on_sheet(live).current_field()
        if here is not None and here.kind == kind:
            return
        await live.press("tab")
    raise AssertionError(kind)


async def write(live: Shown, kind: str, text: str) -> None:
    await go_to(live, kind)
    await live.type(text)
    await live.press("tab")


def status(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


class TestSheet:
    async def test_f2_on_a_chosen_decision_opens_it_and_enter_still_mends_in_place(
        self, body: Stage
    ):
        async with shown(body) as live:
            sheet = await open_sheet(live)
            words = live.words()
            assert "BESCHLUSSBLATT · vorläufig B1" in words
            assert f"{len(WORDING)} Zeichen · Fassung 1" in words
            for label in ("Art", "an", "Verlesen", "Abstimmung", "Mehrheit", "Befangen", "daraus"):
                assert f"   {label} " in words
            await live.press("escape")
            assert isinstance(live.app.screen, LiveScreen)
            assert not sheet.is_attached
            await live.press("up", "enter")
            assert live.typed == WORDING

    async def test_a_workshop_is_asked_for_no_majority_bias_or_dissent(self, workshop: Stage):
        async with shown(workshop) as live:
            await open_sheet(live)
            words = live.words()
        assert "   Vote " in words
        assert "   Mood " in words
        assert not any(f"   {each} " in words for each in ("Majority", "Biased", "Dissent"))

    async def test_kind_and_addressee(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await go_to(live, "kind")
            await live.press("right")
            assert decision(body).decision_kind == "decision"
            await live.press("tab")
            await live.type("Rat der Stadt")
            await live.press("enter")
            assert isinstance(live.app.screen, LiveScreen)
            assert "Empfehlung · an Rat der Stadt" in live.words()
        assert decision(body).decision_kind == "recommendation"
        assert body.on_disk().decisions[0].addressee == "Rat der Stadt"

    async def test_letters_typed_right_behind_tab_land_in_the_next_field(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            for key in ("end", ".", "tab", "right", "tab", *"Rat", "tab", "tab", *"58:0:4", "tab"):
                live.app.post_message(Key(key, key if len(key) == 1 else None))
            await live.pilot.pause()
            await live.pilot.pause()
            words = live.words()
        made = decision(body)
        assert (made.decision_kind, made.addressee) == ("recommendation", "Rat")
        assert made.text == f"{WORDING}."
        assert made.vote is not None, words
        assert (made.vote.yes, made.vote.abstain) == (58, 4)

    async def test_every_wording_is_kept_and_seen(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live, "Wir machen weiter")
            await live.press("end")
            await live.type(".")
            await live.press("tab")
            assert decision(body).text == "Wir machen weiter."
            assert "Fassung 2" in live.words()
            assert "Fassung 1 · bis 18:01 · redaktionell" in live.words()
            assert "Wir machen weiter" in live.words().split("Fassung 1")[1]

    async def test_editorial_keeps_and_of_substance_withdraws(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await live.press("ctrl+r")
            await live.pilot.pause()
            await live.press("enter")
            await live.pilot.pause()
            await write(live, "vote", "58 0 4")
            await go_to(live, "wording")
            await live.press("end")
            await live.type(" So sei es.")
            await live.press("tab")
            assert isinstance(live.app.screen, WeightDialog)
            words = live.words()
            assert "verlesen 18:01" in words
            assert "Abstimmung: einstimmig bei 4 Enthaltungen" in words
            await live.press("f2")
            assert decision(body).vote is not None
            assert decision(body).read_back_at is not None
            await go_to(live, "wording")
            await live.type(" Nicht.")
            await live.press("tab")
            await live.press("f3")
            assert decision(body).vote is None
            assert decision(body).read_back_at is None
            assert [w.weight for w in decision(body).earlier_wordings] == ["editorial", "substance"]
            assert status(live) == "✓ gespeichert 18:01: B1 inhaltlich geändert"
            await live.press("ctrl+z")
            assert decision(body).vote == Vote(
                yes=58, no=0, abstain=4, entitled=62, legal_number=81
            )
            assert decision(body).text == f"{WORDING} So sei es."

    async def test_escape_from_the_question_leads_back_and_nothing_is_lost(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await write(live, "vote", "e")
            await go_to(live, "wording")
            await live.press("end")
            await live.type(" Punkt.")
            await live.press("tab")
            assert isinstance(live.app.screen, WeightDialog)
            await live.type("rif")
            assert isinstance(live.app.screen, WeightDialog)
            await live.press("escape")
            assert on_sheet(live).current_field().kind == "wording"
            await live.press("escape")
            assert isinstance(live.app.screen, LiveScreen)
            assert live.screen.line.aside == [f"{WORDING} Punkt."]
            assert decision(body).text == WORDING

    async def test_what_is_half_typed_survives_the_end_of_the_program(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await live.press("end")
            await live.type(" Halb getippt")
            live.app._hang_up()
        async with shown(body) as live:
            assert live.screen.line.aside == [f"{WORDING} Halb getippt"]

    async def test_an_empty_wording_is_no_decision(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await live.press("ctrl+a", "ctrl+k", "enter")
            assert isinstance(live.app.screen, SheetScreen)
            assert status(live).startswith("Ein Beschluss braucht einen Wortlaut.")
        assert decision(body).text == WORDING

    async def test_a_long_wording_and_hostile_text(self, body: Stage):
        hostile = "[/b] Budget | *x* #1 <b> " + "Straßenausbaubeitragssatzung " * 60
        async with shown(body) as live:
            await open_sheet(live)
            await live.press("ctrl+a", "ctrl+k")
            await paste(live.pilot, f"{hostile}\nund noch eine Zeile")
            await live.press("tab")
            assert decision(body).text == " ".join(f"{hostile} und noch eine Zeile".split())
            await live.pilot.resize_terminal(40, 10)
            await live.press("shift+tab", "ctrl+r")
            await live.pilot.pause()
            assert isinstance(live.app.screen, ReadBackScreen)

    async def test_it_closes_when_the_decision_is_taken_back(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await go_to(live, "addressee")
            await live.type("Rat")
            body.workspace.open(body.live.reference).record(c.EntryRemoved(entry=decision(body).id))
            body.live.refresh()
            await live.pilot.pause()
            assert isinstance(live.app.screen, LiveScreen)
            assert live.screen.line.aside == ["Rat"]

    async def test_bias_and_dissent(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await write(live, "bias", "Haddad")
            item = body.meeting.running_item
            assert [(b.name, b.person) for b in item.bias] == [("Samir Haddad", body.people[2])]
            await write(live, "vote", "61 0 0")
            assert "61 Stimmen, 61 anwesend und stimmberechtigt ✓" in live.words()
            await write(live, "dissent", "Brandt")
        assert decision(body).vote.dissent == ("Petra Brandt",)
        assert decision(body).vote.yes == 61

    async def test_bias_told_after_the_vote_makes_fewer_who_were_entitled(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await write(live, "vote", "31 30 0")
            assert "61 Stimmen, 62 anwesend und stimmberechtigt" in live.words()
            await write(live, "bias", "Haddad")
            assert "61 Stimmen, 61 anwesend und stimmberechtigt ✓" in live.words()
            assert decision(body).vote.entitled == 61
            await write(live, "bias", "Haddad, Brandt")
            assert decision(body).vote.entitled == 60
            assert "61 Stimmen, aber nur 60 anwesend und stimmberechtigt" in live.words()
            await write(live, "bias", "Brandt")
            assert decision(body).vote.entitled == 61
            await live.press("ctrl+z")
            assert decision(body).vote.entitled == 60

    async def test_nobody_is_biased(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await write(live, "bias", "niemand")
            assert body.meeting.running_item.is_bias_denied
            await live.press("ctrl+z")
            assert not body.meeting.running_item.is_bias_denied


class TestVotes:
    async def test_numbers_are_checked_against_those_present(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await go_to(live, "vote")
            await live.type("58 0 4")
            assert "→ einstimmig bei 4 Enthaltungen" in live.words()
            await live.press("tab")
            assert "62 Stimmen, 62 anwesend und stimmberechtigt ✓" in live.words()
            assert live.app.wall_file(body.live).read() == WallState(
                view="vote", subject=decision(body).id
            )
            await live.press("enter")
            assert "einstimmig bei 4 Enthaltungen" in live.words()
            assert live.app.wall_file(body.live).read().view == "vote"
            await live.press("ctrl+z")
            assert decision(body).vote is None
            await live.say("/abstimmung 58 0 4")
            await live.say("/abstimmung 57 0 5")
            assert live.app.wall_file(body.live).read().view == "vote"
            await live.say("Es geht weiter")
            assert live.app.wall_file(body.live).read() == WallState()
        assert decision(body).vote.yes == 57

    async def test_too_many_votes_are_said_and_kept(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await go_to(live, "vote")
            await live.type("62 0 4")
            await live.press("enter")
            assert "66 Stimmen, aber nur 62 anwesend und stimmberechtigt" in live.words()
            assert "noch einmal: trotzdem" in live.words()
            assert decision(body).vote is None
            await live.press("enter")
            assert isinstance(live.app.screen, LiveScreen)
        assert decision(body).vote == Vote(yes=62, no=0, abstain=4, entitled=62, legal_number=81)

    async def test_a_vote_without_a_quorum_is_said_and_kept(self, body: Stage):
        """81 members, 62 here; 22 go, 40 stay: one fewer than more than half."""
        async with shown(body) as live:
            gone = [a.person for a in body.meeting.attendance if a.is_here][:22]
            body.live.record(*(c.PersonLeft(person=person) for person in gone))
            await live.say("! Die AG wird erweitert")
            await live.say("/abstimmung 40 0 0")
            assert "NICHT beschlussfähig: 40 von 81, nötig 41" in live.words()
            assert decision(body).vote.yes == 40
            await live.say("/blatt")
            await write(live, "vote", "39 1 0")
            assert "NICHT beschlussfähig: 40 von 81, nötig 41" in live.words()
            assert decision(body).vote.yes == 40
            await live.press("enter")
            assert decision(body).vote.yes == 39

    async def test_who_is_biased_and_votes_by_name_is_said(self, body: Stage):
        async with shown(body) as live:
            await live.say("! Die AG wird erweitert")
            await live.say("/befangen Haddad")
            await live.say("/abstimmung namentlich: Haddad ja, Brandt ja")
            assert "hier nicht stimmberechtigt: Samir Haddad" in live.words()
            assert decision(body).vote.yes == 2
            await live.say("/unbefangen Haddad")
            await live.say("/abstimmung namentlich: Haddad ja, Brandt nein")
            assert "hier nicht stimmberechtigt" not in live.words()

    async def test_a_body_without_a_legal_number_counts_against_its_list(self, body: Stage):
        body.live.record(c.MeetingAmended(legal_number=None))
        members = sum(not p.guest and p.voting_right for p in body.meeting.people)
        async with shown(body) as live:
            await open_sheet(live)
            await write(live, "vote", "40 10 0")
            await go_to(live, "majority")
            for _ in range(2):
                await live.press("right")
            assert "nicht bekannt" not in live.words()
            assert f"40 von {members}, nötig {members // 2 + 1}" in live.words()

    async def test_what_is_not_understood_stays_in_its_line(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await go_to(live, "vote")
            await live.type("58 Stühle")
            await live.press("enter")
            assert "Nicht verstanden." in live.words()
            assert isinstance(live.app.screen, SheetScreen)
            await live.press("escape")
            assert live.screen.line.aside == ["58 Stühle"]
        assert decision(body).vote is None

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("k", "Konsens"), ("e", "einstimmig"), ("keine Einwände", "ohne Einwände"),
            ("geheim 40 20 2", "mehrheitlich bei 20 Gegenstimmen und 2 Enthaltungen"),
            ("abgelehnt 3 9", "mehrheitlich abgelehnt bei 3 Ja-Stimmen"),
            ("31 31 0", "bei Stimmengleichheit abgelehnt"),
            ("namentlich: Haddad ja, Brandt nein", "bei Stimmengleichheit abgelehnt"),
        ],
    )  # fmt: skip
    async def test_ways_to_vote(self, body: Stage, typed: str, words: str):
        async with shown(body) as live:
            await open_sheet(live)
            await go_to(live, "vote")
            await live.type(typed)
            await live.press("enter")
            assert isinstance(live.app.screen, LiveScreen)
            assert words in live.words()
            kept = decision(body).vote
            await live.press("up", "f2")
            await live.pilot.pause()
            await go_to(live, "vote")
            await live.press("end", "tab", "escape")  # what stands means the same
            assert decision(body).vote == kept
            assert live.screen.line.aside == []
            await live.press("ctrl+z")
            assert decision(body).vote is None

    async def test_another_majority(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await write(live, "vote", "40 20 2")
            await go_to(live, "majority")
            await live.press("right")
            assert "40 von 62, nötig 32 → angenommen" in live.words()
            await live.press("right")
            assert "40 von 81, nötig 41 → abgelehnt" in live.words()
            await live.press("enter")
            assert "abgelehnt mit 40 von 41 nötigen Ja-Stimmen" in live.words()
        assert decision(body).vote.rule == "absolute_legal"
        assert decision(body).text == WORDING  # rejected motions stay with their wording

    async def test_the_command_takes_votes_and_says_too_many(self, body: Stage):
        async with shown(body) as live:
            await live.say("/abstimmung 58 0 4")
            assert status(live).startswith("Hier ist noch kein Beschluss.")
            await live.press("ctrl+u")
            await live.say(f"! {WORDING}")
            await live.say("/abstimmung 58 0 4")
            assert decision(body).vote.yes == 58
            await live.say("/abstimmung 63 0 0")
            assert "63 Stimmen, aber nur 62 anwesend" in status(live)
            await live.say("/abstimmung")
            await live.pilot.pause()
            assert on_sheet(live).current_field().kind == "vote"

    async def test_editing_in_the_bar_asks_too(self, body: Stage):
        async with shown(body) as live:
            await live.say(f"! {WORDING}")
            await live.say("/abstimmung einstimmig")
            await live.press("up", "enter")
            await live.type(" Sofort.")
            await live.press("enter")
            assert isinstance(live.app.screen, WeightDialog)
            await live.press("escape")
            assert live.typed == f"{WORDING} Sofort."
            await live.press("enter")
            await live.press("f3")
            assert live.typed == ""
        assert decision(body).vote is None
        assert decision(body).text == f"{WORDING} Sofort."


class TestMood:
    async def test_fist_is_repeated_until_nobody_is_below_three(self, workshop: Stage):
        async with shown(workshop) as live:
            await open_sheet(live)
            await go_to(live, "mood")
            await live.type("0 1 2 4 8 5")
            await live.press("enter")
            assert "fist to five: 3 below 3 are asked (0 1 2 4 8 5)" in live.words()
            await live.type("fist 0 0 0 6 9 5")
            await live.press("enter")
            assert "fist to five: consent, nobody below 3 (0 0 0 6 9 5)" in live.words()
            first, second = decision(workshop).opinions
            assert isinstance(first, FistToFive)
            assert second.counts == (0, 0, 0, 6, 9, 5)
            await live.press("ctrl+z")
            assert decision(workshop).opinions == (first,)

    async def test_consensing_and_thumbs(self, workshop: Stage):
        async with shown(workshop) as live:
            await open_sheet(live)
            await go_to(live, "mood")
            await live.type("Widerstand: Option A 12, Option B 40 (20 Personen)")
            await live.press("enter")
            assert "The passive solution is missing" in live.words()
            await live.press("ctrl+a", "ctrl+k")
            await live.type("resistance: A 12, B 40, everything stays 55 (20 people)")
            await live.press("enter")
            assert "consensing: A (94 % acceptance)" in live.words()
            await live.type("20 3 1")
            await live.press("enter", "escape")
            assert "thumbs: 20 up, 3 sideways, 1 down" in live.words()
        assert [type(each).__name__ for each in decision(workshop).opinions] == [
            "Consensing", "Thumbs",
        ]  # fmt: skip


class TestActionsFromIt:
    async def test_an_order_makes_its_action_in_the_same_step(self, body: Stage):
        wording = "Die Kreisverwaltung legt ein Konzept vor bis zum nächsten Treffen im Herbst"
        async with shown(body) as live:
            await open_sheet(live, wording)
            await write(live, "addressee", "Caritas")
            await go_to(live, "kind")
            await live.press("right", "right", "tab")
            (action,) = body.meeting.action_items
            assert action.link == decision(body).id
            assert action.text == "Die Kreisverwaltung legt ein Konzept vor"
            assert action.due.text == "zum nächsten Treffen im Herbst"
            assert [owner.name for owner in action.owners] == ["Caritas"]
            assert "M1 Die Kreisverwaltung legt ein Konzept vor · Caritas" in live.words()
            await live.press("ctrl+z")
            assert body.meeting.action_items == ()
            assert decision(body).decision_kind == "decision"

    async def test_f3_types_one_after_the_other(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await live.press("f3")
            await live.type("Ratsvorlage einbringen >Haddad bis Ende März")
            await live.press("enter")
            await live.type("Presse einladen")
            await live.press("enter", "enter")
            assert isinstance(live.app.screen, LiveScreen)
        first, second = body.meeting.action_items
        assert (first.text, first.owners[0].name) == ("Ratsvorlage einbringen", "Samir Haddad")
        assert first.due.text == "Ende März"
        assert first.link == second.link == decision(body).id


class TestReadingBack:
    async def test_the_wording_fills_the_screen_and_enter_confirms(self, body: Stage):
        async with shown(body) as live:
            await live.say(f"! {WORDING}")
            await live.press("up", "ctrl+r")
            await live.pilot.pause()
            assert isinstance(live.app.screen, ReadBackScreen)
            wall = live.app.wall_file(body.live)
            assert wall.read() == WallState(view="read_back", subject=decision(body).id)
            words = live.words()
            assert "BESCHLUSS" in words
            assert "wird verlesen" in words
            assert "Mitglied" not in words
            await live.type("xyz")
            assert decision(body).read_back_at is None
            await live.press("enter")
            await live.pilot.pause()
            assert isinstance(live.app.screen, LiveScreen)
            assert "verlesen und bestätigt 18:01" in live.words()
            assert status(live) == "✓ gespeichert 18:01: B1 verlesen und bestätigt"
            assert wall.read() == WallState()
            await live.press("ctrl+z")
        assert decision(body).read_back_at is None

    async def test_a_view_chosen_by_hand_stays_on_the_wall(self, body: Stage):
        async with shown(body) as live:
            await live.say(f"! {WORDING}")
            await live.say("/wand leer")
            blank = live.app.wall_file(body.live).read()
            assert blank.view == "blank"
            await live.say("/abstimmung 58 0 4")
            assert live.app.wall_file(body.live).read() == blank
            await live.press("up", "ctrl+r")
            await live.pilot.pause()
            assert live.app.wall_file(body.live).read().view == "read_back"
            await live.press("enter")
            await live.pilot.pause()
            assert live.app.wall_file(body.live).read() == blank

    async def test_escape_leaves_it_as_it_was(self, body: Stage):
        async with shown(body) as live:
            await open_sheet(live)
            await live.press("ctrl+r")
            await live.pilot.pause()
            await live.press("escape")
            await live.pilot.pause()
            assert isinstance(live.app.screen, SheetScreen)
        assert decision(body).read_back_at is None

    async def test_all_actions_of_an_item_are_read_and_mended_live(self, body: Stage):
        async with shown(body) as live:
            await live.say("m: Befragung der Betriebe")
            await live.say("m: Fachtag planen")
            await live.say("i: Haddad ist dagegen")
            await live.say("/verlesen")
            await live.pilot.pause()
            assert isinstance(live.app.screen, ReadActionsScreen)
            words = live.words()
            assert "Stimmt das so?" in words
            assert "wer?" in words
            assert "dagegen" not in words
            await live.type(">Brandt bis März")
            await live.press("enter")
            assert body.meeting.action_items[0].owners[0].name == "Petra Brandt"
            await live.type("M9 >Brandt bis Mai")
            await live.press("enter")
            assert status(live) == "Keine Maßnahme heißt hier so: M9"
            assert [len(each.owners) for each in body.meeting.action_items] == [1, 0]
            assert live.app.screen.query_one(CaptureBar).text == "M9 >Brandt bis Mai"
            live.app.screen.query_one(CaptureBar).put("")
            await live.type("M2 >Hadd")
            assert "Samir Haddad" in live.words()
            assert "IHK" not in live.words()
            await live.press("enter")
            await live.type(" bis Ende Mai")
            await live.press("enter")
            first, second = body.meeting.action_items
            assert (first.due.text, second.due.text) == ("März", "Ende Mai")
            assert second.owners[0].name == "Samir Haddad"
            await live.press("enter")
            await live.pilot.pause()
            assert isinstance(live.app.screen, LiveScreen)
            said = "M1 verlesen und bestätigt · M2 verlesen und bestätigt"
            assert status(live) == f"✓ gespeichert 18:01: {said}"
            assert all(action.read_back_at for action in body.on_disk().action_items)
            await live.press("ctrl+z")
            assert not any(action.read_back_at for action in body.meeting.action_items)

    async def test_a_half_typed_line_is_put_aside(self, body: Stage):
        async with shown(body) as live:
            await live.say("m: Befragung der Betriebe")
            await live.press("ctrl+r")
            await live.pilot.pause()
            await live.type(">Brandt viell")
            await live.press("escape")
            await live.pilot.pause()
            assert live.screen.line.aside == [">Brandt viell"]


async def test_the_closing_round_asks_for_the_vote_and_opens_the_sheet(body: Stage):
    async with shown(body) as live:
        await live.say(f"! {WORDING}")
        live.app.go_closing(body.live)
        await live.pilot.pause()
        assert "Abstimmung?" in live.words()
        await live.press("f2")
        await live.pilot.pause()
        await write(live, "vote", "58 0 4")
        await live.press("escape")
        await live.pilot.pause()
        assert "Abstimmung?" not in live.words()
    assert decision(body).vote.yes == 58
