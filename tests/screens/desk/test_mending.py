"""Every act of the desk through its keys: one step each, and undo takes it back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desks import Desk, desk
from stage import Stage

from facilitator.errors import UsageProblem
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, Decision, Owner, Question, Stay, Vote
from screens.dialogs.choose import ChooseDialog
from screens.mending import leave_open
from screens.widgets.gap_words import gap_id


async def test_a_gap_is_mended_and_the_next_one_is_up(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        action = at.entry("Fachtag")
        assert at.screen.rows.chosen == f"owners-{action.id}"
        await at.press("enter")
        await at.type("hadd")
        await at.press("enter", "enter")
        assert at.screen.rows.chosen == f"due-{action.id}"
        assert at.screen.line_is_open(), "the next gap is asked for at once"
        await at.type("Ende März")
        await at.press("enter")
        mended = at.entry("Fachtag")
        assert isinstance(mended, ActionItem)
        assert [owner.name for owner in mended.owners] == ["Samir Haddad"]
        assert mended.due is not None
        assert mended.due.last == date(2027, 3, 31)
        assert "Samir Haddad" in at.paper()
        await at.press("escape")
        assert not at.screen.line_is_open()


async def test_what_is_half_typed_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.press("enter")
        await at.type("Had")
        await at.press("escape")
        assert not at.screen.line_is_open()
        await at.press("enter")
        assert at.typed == "Had"


async def test_wording_of_every_kind(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG hat sich").id)
        await at.press("enter")
        assert at.typed.startswith("Die AG hat sich seit Mai")
        await at.answer("Die AG traf sich zweimal.")
        assert "· Die AG traf sich zweimal." in at.paper()
        await at.to(at.entry("Fachtag").id)
        await at.press("enter")
        await at.answer("Fachtag planen >Brandt <31.03.2027")
        action = at.entry("Fachtag planen")
        assert isinstance(action, ActionItem)
        assert [owner.name for owner in action.owners] == ["Petra Brandt"]
        await at.press("ctrl+z")
        assert at.entry("Fachtag").text == "Fachtag zur Anerkennung von Abschlüssen"


async def test_a_vote_asks_what_another_wording_changes(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        decision = at.entry("Die AG Arbeit wird")
        await at.to(decision.id)
        await at.press("enter")
        await at.answer("Die AG Arbeit nimmt die Handwerkskammer auf.")
        assert "Wortlaut" in at.words()
        await at.press("f2")
        now = at.entry("Die AG Arbeit nimmt")
        assert isinstance(now, Decision)
        assert now.vote is not None, "editorial: the vote stands"
        assert now.number == decision.number
        await at.press("enter")
        await at.answer("Nein.")
        await at.press("f3")
        now = at.entry("Nein.")
        assert isinstance(now, Decision)
        assert now.vote is None


async def test_f2_opens_the_sheet_of_a_decision(tmp_path: Path) -> None:
    from screens.sheet import SheetScreen

    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG Arbeit wird").id)
        await at.press("f2")
        await at.pilot.pause()
        assert isinstance(at.app.screen, SheetScreen)
        await at.press("escape")
        await at.pilot.pause()
        assert at.screen.is_reading


async def test_who_and_until_when(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Stärkere").id)
        await at.type("w")
        assert at.typed == "Samir Haddad"
        await at.answer("Brandt")
        await at.type("t")
        assert at.typed == "Frühjahr 2027"
        await at.answer("1.4.2027")
        action = at.entry("Stärkere")
        assert isinstance(action, ActionItem)
        assert [owner.name for owner in action.owners] == ["Petra Brandt"]
        assert action.due is not None
        assert action.due.last == date(2027, 4, 1)
        await at.type("w")
        await at.answer("")
        action = at.entry("Stärkere")
        assert isinstance(action, ActionItem)
        assert action.owners == ()


async def test_a_question_may_get_a_name_nobody_knows(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Wer trägt").id)
        await at.type("w")
        await at.type("Kämmerei Süd")
        await at.press("enter")
        question = at.entry("Wer trägt")
        assert isinstance(question, Question)
        assert [owner.name for owner in question.owners] == ["Kämmerei Süd"]


async def test_the_answer_of_a_question_is_mended_and_taken_out(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        asked = at.entry("Wer trägt").id

        def answer() -> str:
            question = at.meeting.entry(asked)
            assert isinstance(question, Question)
            return question.answer

        await at.to(asked)
        await at.type("=")
        assert at.typed == ""
        await at.answer("Das Jobcenter.")
        assert "Antwort: Das Jobcenter." in at.paper()
        assert "Antwort" in at.words().splitlines()[-1], "the footer has the key"
        await at.press("enter")
        assert at.typed == at.entry("Wer trägt").text
        assert "die Antwort: Esc, dann =" in at.words()
        await at.press("escape")
        await at.type("=")
        assert at.typed == "Das Jobcenter."
        await at.answer("Die Kämmerei.")
        assert answer() == "Die Kämmerei."
        assert "beantwortet: Die Kämmerei." in at.status
        await at.type("=")
        await at.answer("")
        assert answer() == ""
        assert "Die Antwort ist gelöscht" in at.status
        assert f"question-{asked}" in [gap_id(gap) for gap in at.screen.gaps()]
        await at.press("ctrl+z")
        assert answer() == "Die Kämmerei."
        await at.press("ctrl+z", "ctrl+z")
        assert answer() == ""


async def test_result_and_title_of_an_item(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        item = at.stage.items[2]
        await at.to(item)
        await at.press("enter")
        await at.type("zur Kenntnis genommen")
        await at.press("enter")
        assert at.meeting.item(item).result == "zur Kenntnis genommen"  # type: ignore[union-attr]
        assert "Ergebnis: zur Kenntnis genommen" in at.paper()
        await at.type("u")
        await at.answer("Bericht der AG Sprachen")
        assert "TOP 2.1: Bericht der AG Sprachen" in at.paper()
        await at.type("=")
        await at.answer("")
        assert at.meeting.item(item).result == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "status", "stays", "printed"),
    [
        ("18:10-18:25", "present", (Stay(arrived="18:10", left="18:25"),), "18:10"),
        ("bis 18:20", "present", (Stay(left="18:20"),), "bis 18:20"),
        ("entschuldigt", "excused", (), "Entschuldigt"),
        ("vertreten durch Kern", "represented", (), "Kern"),
    ],
)
async def test_attendance_is_mended_in_its_row(
    tmp_path: Path, typed: str, status: str, stays: tuple[Stay, ...], printed: str
) -> None:
    async with desk(tmp_path) as at:
        person = at.stage.people[3]
        await at.to(person)
        await at.press("enter")
        assert at.typed == "da"
        await at.answer(typed)
        found = next(each for each in at.meeting.attendance if each.person == person)
        assert found.status == status
        assert found.stays == stays
        assert printed in at.paper()
        await at.press("ctrl+z")
        found = next(each for each in at.meeting.attendance if each.person == person)
        assert found.status == "present"


async def test_attendance_that_is_not_understood_stays_in_the_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.stage.people[0])
        await at.press("enter")
        await at.answer("irgendwann")
        assert "vertreten durch" in at.status
        assert at.typed == "irgendwann"
        await at.answer("18:20-18:10")
        assert "vor dem Anfang" in at.status


@pytest.mark.parametrize(
    ("fact", "typed", "printed"),
    [
        ("title", "Zweites Treffen", "Ergebnisprotokoll: Zweites Treffen"),
        ("day", "15.10.2026", "Donnerstag, 15.10.2026"),
        ("place", "Rathaus, Saal 2", "Rathaus, Saal 2"),
        ("file_reference", "51.2-07", "51.2-07"),
        ("chair", "Petra Brandt", "Petra Brandt"),
        ("time", "18:30", "18:00–18:30"),
    ],
)
async def test_facts_of_the_head(tmp_path: Path, fact: str, typed: str, printed: str) -> None:
    def prepare(stage: Stage) -> None:
        stage.live.record(
            c.MeetingAmended(place="Schule", file_reference="51.2"),
            c.OfficerNamed(role="chair", name="Weiß"),
        )

    async with desk(tmp_path, prepare=prepare) as at:
        await at.to(fact)
        await at.press("enter")
        await at.answer(typed)
        head = at.paper().split("Anwesenheit")[0]
        assert printed in " ".join(head.split())


async def test_visibility_with_one_key_one_after_the_other(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        for n in range(3):
            stage.live.record(
                c.NoteRecorded(item=stage.items[3], text=f"Notiz {n}", visibility="record")
            )

    async with desk(tmp_path, prepare=prepare) as at:
        assert "NICHT IM PROTOKOLL                4" in at.words()
        await at.to_row(f"out-{at.entry('Notiz 0').id}")
        await at.type("x")
        assert at.screen.rows.chosen == f"out-{at.entry('Notiz 1').id}", "the next one is up"
        await at.press("minus")
        assert at.screen.rows.chosen == f"out-{at.entry('Notiz 2').id}"
        await at.type("x")
        assert [at.entry(f"Notiz {n}").visibility for n in range(3)] == [
            "minutes", "record", "minutes",
        ]  # fmt: skip
        assert "· Notiz 0" in at.paper()
        assert "Notiz 1" not in at.paper()
        await at.to(at.entry("Notiz 2").id)
        await at.press("f6", "f6")
        assert at.entry("Notiz 2").visibility in ("record", "internal")


async def test_order_and_place(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        first, second = at.entry("Stärkere"), at.entry("Fachtag")
        await at.to(second.id)
        await at.press("shift+up")
        paper = at.paper()
        assert paper.index("Fachtag zur") < paper.index("Stärkere Präsenz")
        assert [at.entry("Fachtag").number, at.entry("Stärkere").number] == [
            second.number, first.number,
        ]  # fmt: skip
        assert at.view.about == second.id, "it is still the marked one"
        await at.press("shift+up")
        assert "davor" in at.status
        await at.press("shift+down")
        assert at.paper().index("Stärkere Präsenz") < at.paper().index("Fachtag zur")
        await at.type("v")
        assert "Bericht der AG Sprache" in at.words(), "items are offered"
        await at.type("2.1")
        await at.press("enter")
        assert at.entry("Fachtag").item == at.stage.items[2]
        await at.press("ctrl+z")
        assert at.entry("Fachtag").item == at.stage.items[3]


async def test_two_notes_in_one_and_one_in_two(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        stage.live.record(c.NoteRecorded(item=stage.items[3], text="Sie wächst."))

    async with desk(tmp_path, prepare=prepare) as at:
        note = at.entry("Die AG hat sich")
        await at.to(note.id)
        await at.type("+")
        joined = at.entry("Die AG hat sich")
        assert joined.text.endswith("die Handwerkskammer. Sie wächst.")
        assert "Sie wächst." not in at.texts()
        await at.type("s")
        await at.press("enter")
        texts = at.texts()
        where = texts.index("Sie wächst.")
        assert texts[where - 1] == note.text
        assert at.meeting.entries[where].at == note.at, "it was said then"
        await at.press("ctrl+z")
        assert at.entry("Die AG hat sich").text == joined.text


async def test_a_note_is_joined_with_the_one_that_is_chosen(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        stage.live.record(*(c.NoteRecorded(item=stage.items[3], text=f"{n}.") for n in "BCD"))

    async with desk(tmp_path, (80, 24), prepare=prepare) as at:
        note = at.entry("C.")
        await at.to(note.id)
        await at.type("+")
        assert isinstance(at.app.screen, ChooseDialog)
        shown = at.words()
        order = ["die nächste: D.", "die davor: B.", "Die AG hat sich"]
        assert all(each in shown for each in order)
        assert [shown.index(each) for each in order[:2]] == sorted(map(shown.index, order[:2]))
        await at.press("down", "enter")
        assert "B. C." in at.texts()
        assert not {"B.", "C."} & set(at.texts())
        assert "D." in at.texts()
        await at.press("ctrl+z")
        await at.to(at.entry("B.").id)
        await at.type("+")
        await at.press("escape")
        assert {"B.", "C.", "D."} < set(at.texts())


async def test_an_address_is_set_after_the_close_for_sending_only(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        workspace, slug = at.stage.workspace, at.stage.live.reference.partition("/")[0]
        person = workspace.series_in(slug).people[0]
        await at.to(person.id)
        await at.type("@")
        await at.type("keine adresse")
        await at.press("enter")
        assert "Das nimmt kein Server als E-Mail-Adresse an." in at.status
        await at.answer("mail@example.org")
        assert at.status == f"✓ {person.name}: mail@example.org"
        known = at.meeting.person(person.id)
        assert known is not None
        assert known.email == "mail@example.org"
        assert workspace.series_in(slug).people[0].email == "mail@example.org"
        assert "example.org" not in at.paper()
        await at.type("@")
        await at.answer("")
        assert workspace.series_in(slug).people[0].email == ""


async def test_whose_address_is_asked_where_nobody_is_chosen(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as at:
        await at.to(at.entry("Stärkere").id)
        await at.type("@")
        assert isinstance(at.app.screen, ChooseDialog)
        assert "keine Adresse" in at.words()
        await at.press("enter")
        await at.type("a@example.org")
        await at.press("enter")
        assert [p.email for p in at.meeting.people].count("a@example.org") == 1


async def test_approved_minutes_take_an_address_and_nothing_else(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        live = at.stage.live
        person = at.meeting.people[0].id
        live.record(c.MinutesApproved(minutes_of=at.meeting.id))
        assert live.meeting.state == "approved"
        live.record(c.PersonAmended(person=person, email="a@example.org"))
        assert live.meeting.people[0].email == "a@example.org"
        with pytest.raises(UsageProblem):
            live.record(c.PersonAmended(person=person, email="b@example.org", name="Anders"))


async def test_new_entries_at_a_place(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Stärkere").id)
        await at.type("n")
        await at.type("m: Einladung schreiben >Haddad <Ende März")
        await at.press("enter")
        await at.type("! Der Entwurf wird angenommen.")
        await at.press("enter")
        await at.press("escape")
        actions = [each.text for each in at.meeting.action_items]
        assert actions == ["Stärkere Präsenz auf Jobmessen", "Einladung schreiben",
                           "Fachtag zur Anerkennung von Abschlüssen"]  # fmt: skip
        assert at.entry("Der Entwurf").item == at.stage.items[3]
        assert "Einladung schreiben" in at.paper()


async def test_delete_removes_and_undo_brings_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Wer trägt").id)
        await at.press("delete")
        assert "Wer trägt die Kosten der Befragung?" not in at.texts()
        await at.press("ctrl+z")
        assert "Wer trägt die Kosten der Befragung?" in at.texts()


async def test_another_name_shows_everywhere(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        haddad = stage.people[2]
        stage.live.record(
            c.OfficerNamed(role="chair", name="Samir Haddad", person=haddad),
            c.AgendaItemAmended(item=stage.items[3], presenter="Samir Haddad"),
            c.NoteRecorded(item=stage.items[3], text="Samir Haddad berichtet."),
        )

    async with desk(tmp_path, prepare=prepare) as at:
        await at.to(at.stage.people[2])
        await at.type("u")
        await at.answer("Samir Haddad-Weiß")
        assert "Samir Haddad " not in at.paper().replace("Samir Haddad-Weiß", "")
        assert at.paper().count("Samir Haddad-Weiß") >= 5
        await at.press("ctrl+z")
        assert "Haddad-Weiß" not in at.paper()


async def _misspelt(tmp_path: Path, choose: tuple[str, ...]) -> Desk:
    def prepare(stage: Stage) -> None:
        stage.live.record(
            c.ActionItemRecorded(
                item=stage.items[3], summary="Nowack anrufen", owners=(Owner(name="Nowack"),)
            )
        )

    async with desk(tmp_path, prepare=prepare) as at:
        row = next(f"spelling-{e.id}" for e in at.meeting.entries if e.text == "Nowack anrufen")
        await at.to_row(row)
        await at.press("enter")
        await at.pilot.pause()
        await at.press(*choose)
        await at.pilot.pause()
        return at


async def test_two_spellings_the_list_is_right(tmp_path: Path) -> None:
    at = await _misspelt(tmp_path, ("enter",))
    action = at.entry("Nowak anrufen")
    assert isinstance(action, ActionItem)
    assert action.owners == (Owner(name="Marta Nowak", kind="person", id=at.stage.people[0]),)


async def test_two_spellings_the_list_is_wrong(tmp_path: Path) -> None:
    at = await _misspelt(tmp_path, ("down", "enter"))
    assert at.meeting.people[0].name == "Marta Nowack"
    action = at.entry("Nowack anrufen")
    assert isinstance(action, ActionItem)
    assert [owner.id for owner in action.owners] == [at.stage.people[0]]


async def test_typing_puts_another_owner_and_date_in_the_place_of_the_old_one(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Stärkere").id)
        await at.type("w")
        await at.type("Brandt")
        await at.press("enter")
        await at.type("t")
        await at.type("1.4.2027")
        await at.press("enter")
        action = at.entry("Stärkere")
        assert isinstance(action, ActionItem)
        assert [owner.name for owner in action.owners] == ["Petra Brandt"]
        assert action.due is not None
        assert action.due.last == date(2027, 4, 1)
        await at.type("w")
        await at.press("end")
        await at.type(", Haddad")
        await at.press("ctrl+u")
        assert at.typed == ""


async def test_a_note_written_at_the_desk_stands_in_the_minutes(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        stage.live.record(c.MeetingAmended(kind="body"))

    async with desk(tmp_path, prepare=prepare) as at:
        await at.to(at.entry("Stärkere").id)
        await at.type("n")
        await at.type("Die Verwaltung berichtet.")
        await at.press("enter")
        await at.type("i: Nicht weitersagen.")
        await at.press("enter", "escape")
        assert at.entry("Die Verwaltung").visibility == "minutes"
        assert "· Die Verwaltung berichtet." in at.paper()
        assert at.entry("Nicht weitersagen").visibility == "internal"
        assert "Nicht weitersagen" not in at.paper()


async def test_a_hint_does_not_offer_to_be_left_open(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        decision = stage.live.record(c.DecisionRecorded(item=stage.items[3], wording="So sei es."))[
            0
        ].id
        stage.live.record(c.DecisionAmended(decision=decision, vote=Vote(yes=999, no=1)))

    async with desk(tmp_path, prepare=prepare) as at:
        hint = next(gap for gap in at.screen.gaps() if gap.what not in ("read_back",)
                    and not leave_open(gap))  # fmt: skip
        await at.to_row(gap_id(hint))
        assert "bleibt offen" not in at.words().splitlines()[-1]
        await at.press("enter")
        assert "bleibt offen" not in at.words().splitlines()[-3]
        await at.type("-")
        await at.press("enter")
        assert at.status == "Ein Hinweis verlangt nichts: Er darf stehen bleiben."
        assert not at.screen.line_is_open()


async def test_typing_puts_another_attendance_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        person = next(each for each in at.meeting.people if each.name == "Petra Brandt")
        await at.to(person.id)
        await at.press("enter")
        await at.type("bis 17:00")
        await at.press("enter")
        there = next(each for each in at.meeting.attendance if each.person == person.id)
        assert there.stays[-1].left == "17:00"


async def test_the_footer_says_what_enter_does_in_the_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG hat sich").id)
        await at.type("s")
        assert "hier teilen" in at.words()
        await at.press("escape", "ctrl+f")
        assert "nächste Stelle" in at.words().splitlines()[-1]
        assert "speichern" not in at.words().splitlines()[-1]


async def test_what_is_gone_meanwhile_is_not_said_to_be_moved(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        entry = at.entry("Wer trägt")
        await at.to(entry.id)
        await at.type("v")
        at.stage.live.record(c.EntryRemoved(entry=entry.id))
        await at.type("1")
        await at.press("enter")
        assert "Diesen Eintrag gibt es nicht mehr" in at.words()
        assert "verschoben" not in at.status


@pytest.mark.parametrize("key", ["x", "f6", "delete", "shift+up"])
async def test_with_no_entry_chosen_that_is_said(tmp_path: Path, key: str) -> None:
    async with desk(tmp_path) as at:
        await at.to("day")
        await at.press(key)
        assert "Wählen Sie dafür einen Eintrag." in at.status


async def test_a_gap_that_comes_up_above_does_not_move_the_choice(tmp_path: Path) -> None:
    """In a body a note put into the minutes may make its item miss a result."""

    def prepare(stage: Stage) -> None:
        stage.live.record(
            *(
                c.NoteRecorded(item=stage.items[2], text=f"Notiz {n}", visibility="record")
                for n in range(2)
            )
        )

    async with desk(tmp_path, prepare=prepare) as at:
        before = len(at.screen.gaps())
        await at.to_row(f"out-{at.entry('Notiz 0').id}")
        await at.type("x")
        assert len(at.screen.gaps()) > before, "a gap came up above"
        assert at.screen.rows.chosen == f"out-{at.entry('Notiz 1').id}"


async def test_what_is_internal_goes_into_the_minutes_by_two_keys(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        internal = at.entry("Haddad will")
        await at.to_row(f"out-{internal.id}")
        await at.type("x")
        assert at.entry("Haddad will").visibility == "internal"
        assert "x noch einmal" in at.status
        await at.press("up", "down")
        await at.type("x")
        assert at.entry("Haddad will").visibility == "internal", "asked anew after going elsewhere"
        await at.type("x")
        assert at.entry("Haddad will").visibility == "minutes"


async def test_a_decision_leaves_the_minutes_by_two_keys(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG Arbeit").id)
        await at.type("x")
        assert at.entry("Die AG Arbeit").visibility == "minutes"
        assert "Beschluss" in at.status
        await at.type("x")
        assert at.entry("Die AG Arbeit").visibility == "record"


async def test_in_the_preview_what_followed_the_removed_one_is_chosen(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as at:
        await at.to(at.entry("Wer trägt").id)
        await at.press("down")
        following, footer = at.view.about, at.words().splitlines()[-1]
        await at.press("up")
        top = at.view.scroll_offset.y
        await at.press("delete")
        assert at.view.about == following
        assert abs(at.view.scroll_offset.y - top) < at.view.size.height, "the page stays there"
        assert at.words().splitlines()[-1] == footer
        await at.press("ctrl+z")
        assert "Wer trägt die Kosten der Befragung?" in at.texts()


async def test_after_delete_one_stands_at_what_came_next(tmp_path: Path) -> None:
    def prepare(stage: Stage) -> None:
        for n in range(3):
            stage.live.record(c.NoteRecorded(item=stage.items[3], text=f"Notiz {n}"))

    async with desk(tmp_path, prepare=prepare) as at:
        first, middle, last = (at.entry(f"Notiz {n}").id for n in range(3))
        await at.to(middle)
        await at.press("delete")
        assert at.view.about == last, "the one behind it"
        await at.press("up")
        assert at.view.about == first
