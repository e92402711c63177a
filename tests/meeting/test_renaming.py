"""One spelling of a name everywhere; one note in two halves."""

from __future__ import annotations

from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, Owner
from facilitator.meeting.renaming import renamed, respelled, spelled

SAID = "Samir Haddad und der Koch berichten. Samir Haddadson nicht."
HADDAD = Owner(name="Samir Haddad", kind="person", id="h")


def meeting_with_haddad() -> Written:
    written = Written()
    written.record(c.MeetingPlanned(title="Treffen"))
    written.record(
        c.PersonAdded(id="h", name="Samir Haddad"),
        c.PersonAdded(id="k", name="Ina Koch"),
        c.OfficerNamed(role="chair", name="Samir Haddad", person="h"),
        c.AgendaItemAdded(id="i", title="Bericht", presenter="Samir Haddad"),
        c.NoteRecorded(item="i", text=SAID),
        c.ActionItemRecorded(item="i", summary="Raum suchen", owners=(HADDAD,)),
        c.ActionItemRecorded(item="i", summary="Haddat fragen", owners=(Owner(name="Haddat"),)),
        c.AttendanceRecorded(person="k", status="represented", represented_by="Samir Haddad"),
    )  # fmt: skip
    return written


def owners(written: Written) -> list[tuple[str, str]]:
    actions = [each for each in written.meeting.entries if isinstance(each, ActionItem)]
    return [(owner.name, owner.id) for action in actions for owner in action.owners]


def test_another_name_goes_everywhere_but_into_longer_words():
    written = meeting_with_haddad()
    person = written.meeting.people[0]
    written.record(*renamed(written.meeting, person, "Samir  Haddad-Weiß "))
    meeting = written.meeting
    assert meeting.people[0].name == "Samir Haddad-Weiß"
    assert meeting.agenda_items[0].presenter == "Samir Haddad-Weiß"
    assert meeting.attendance_of("k").represented_by == "Samir Haddad-Weiß"
    chair = meeting.officer("chair")
    assert chair is not None
    assert chair.name == "Samir Haddad-Weiß"
    assert meeting.notes[0].text == (
        "Samir Haddad-Weiß und der Koch berichten. Samir Haddadson nicht."
    )
    assert owners(written) == [("Samir Haddad-Weiß", "h"), ("Haddat", "")]
    written.undo()
    assert written.meeting.officer("chair").name == "Samir Haddad"
    assert owners(written)[0] == ("Samir Haddad", "h")


def test_a_new_surname_leaves_the_bare_word_alone():
    written = meeting_with_haddad()
    written.record(*renamed(written.meeting, written.meeting.people[1], "Ina Berg"))
    assert "der Koch berichten" in written.meeting.notes[0].text


def test_the_list_is_right_a_wrong_spelling_follows():
    written = meeting_with_haddad()
    written.record(*respelled(written.meeting, "Haddat", written.meeting.people[0]))
    assert owners(written) == [("Samir Haddad", "h"), ("Samir Haddad", "h")]
    assert "Haddad fragen" in [each.text for each in written.meeting.action_items]


def test_the_list_is_wrong_everything_follows_what_was_typed():
    written = meeting_with_haddad()
    person = written.meeting.people[0]
    written.record(*renamed(written.meeting, person, "Samir Haddat", typed="Haddat"))
    assert owners(written) == [("Samir Haddat", "h"), ("Samir Haddat", "h")]


def test_nothing_to_rename_is_no_change():
    written = meeting_with_haddad()
    assert renamed(written.meeting, written.meeting.people[0], " Samir Haddad ") == ()
    assert renamed(written.meeting, written.meeting.people[0], "  ") == ()


def test_names_change_places_in_one_go():
    assert spelled("A und B", {"A": "B", "B": "A"}) == "B und A"


def test_a_note_in_two_keeps_time_item_and_visibility():
    written = meeting_with_haddad()
    note = written.meeting.notes[0]
    written.wait(60)
    written.record(c.VisibilitySet(entry=note.id, visibility="internal"))
    (split,) = written.record(c.NoteSplit(note=note.id, text="Eins.", rest="Zwei."))
    entries = written.meeting.entries
    at = [entry.id for entry in entries].index(note.id)
    assert [entry.text for entry in entries[at : at + 2]] == ["Eins.", "Zwei."]
    second = entries[at + 1]
    assert (second.id, second.at, second.item, second.visibility) == (
        split.id, note.at, "i", "internal",
    )  # fmt: skip
    written.undo()
    assert written.meeting.notes[0].text == note.text


def test_a_split_of_what_is_no_note_any_more_changes_nothing():
    written = meeting_with_haddad()
    note = written.meeting.notes[0]
    written.record(c.EntryConverted(entry=note.id, to="question"))
    before = written.meeting.entries
    written.record(c.NoteSplit(note=note.id, text="Eins.", rest="Zwei."))
    written.record(c.NoteSplit(note="nobody", text="Eins.", rest="Zwei."))
    assert written.meeting.entries == before
