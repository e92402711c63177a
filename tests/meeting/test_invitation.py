"""What the agenda became since the meeting began."""

from __future__ import annotations

from written import Written

from facilitator.meeting import changes as c


def _begun(*titles: str) -> tuple[Written, list[str]]:
    written = Written()
    ids = [written.record(c.AgendaItemAdded(title=title))[0].id for title in titles]
    written.record(c.ItemStarted(item=ids[0]))
    return written, ids


def _said(written: Written) -> list[tuple[str, str, str]]:
    return [
        (i.number, i.invited_as, "added" * i.is_added_live + "moved" * i.is_moved_live)
        for i in written.meeting.agenda_items
    ]


def test_added_moved_and_taken_off_while_it_runs():
    written, ids = _begun("Eröffnung", "Vergabe", "Haushalt", "Verschiedenes")
    written.record(c.AgendaItemAdded(title="Dringlich", after=ids[0]))
    written.record(c.AgendaItemMoved(item=ids[2], after=ids[0]))
    written.record(c.AgendaItemRemoved(item=ids[1]))
    assert _said(written) == [("1", "1", ""), ("2", "3", ""), ("3", "", "added"), ("4", "4", "")]
    assert [(t.number, t.title) for t in written.meeting.taken_off] == [("2", "Vergabe")]
    written.undo()  # what it was moved past is back
    assert _said(written)[1] == ("2", "3", "moved")
    assert written.meeting.taken_off == ()


def test_moved_there_and_back_is_no_change():
    written, ids = _begun("Eins", "Zwei", "Drei")
    written.record(c.AgendaItemMoved(item=ids[2], after=ids[0]))
    written.record(c.AgendaItemMoved(item=ids[2], after=ids[1]))
    assert not any(item.is_moved_live for item in written.meeting.agenda_items)
    written.record(c.AgendaItemMoved(item=ids[2], parent=ids[1]))
    assert [i.is_moved_live for i in written.meeting.agenda_items] == [False, False, True]


def test_before_the_start_nothing_is_a_change_and_nothing_has_been_invited():
    written = Written()
    ids = [written.record(c.AgendaItemAdded(title=t))[0].id for t in ("Eins", "Zwei", "Drei")]
    written.record(c.AgendaItemMoved(item=ids[2], after="first"))
    written.record(c.AgendaItemRemoved(item=ids[0]))
    assert _said(written) == [("1", "", ""), ("2", "", "")]
    written.record(c.ItemStarted(item=ids[2]))
    assert _said(written) == [("1", "1", ""), ("2", "2", "")]
    assert written.meeting.taken_off == ()


def test_an_agenda_made_as_it_went_along_has_no_changes():
    written, _ = _begun("Eröffnung")
    written.record(c.AgendaItemAdded(title="Und noch etwas"))
    assert not any(item.is_added_live for item in written.meeting.agenda_items)


def test_breaks_and_sub_items_of_what_is_taken_off():
    written = Written()
    (one,) = written.record(c.AgendaItemAdded(title="Berichte"))
    written.record(c.AgendaItemAdded(title="Bericht Wohnen", parent=one.id, public=False))
    written.record(c.AgendaItemAdded(title="Pause", purpose="break"))
    (last,) = written.record(c.AgendaItemAdded(title="Ausblick"))
    written.record(c.MeetingStarted())
    written.record(c.AgendaItemRemoved(item=one.id))
    assert [(t.number, t.title, t.public) for t in written.meeting.taken_off] == [
        ("1", "Berichte", True),
        ("1.1", "Bericht Wohnen", False),
    ]
    assert written.meeting.agenda_items[-1].id == last.id


def test_a_break_that_is_moved_or_moved_past_is_no_change():
    written = Written()
    one, pause, two = (
        written.record(c.AgendaItemAdded(title=title, purpose=purpose))[0].id  # type: ignore[arg-type]
        for title, purpose in (("Eins", ""), ("Pause", "break"), ("Zwei", ""))
    )
    written.record(c.MeetingStarted())
    written.record(c.AgendaItemMoved(item=pause, after=two))
    written.record(c.AgendaItemMoved(item=two, after=one))
    assert not any(item.is_moved_live for item in written.meeting.agenda_items)
    written.record(c.AgendaItemAmended(item=pause, purpose=""))
    assert [i.number for i in written.meeting.agenda_items] == ["1", "2", "3"]
    assert not any(item.is_moved_live for item in written.meeting.agenda_items)


def test_what_is_taken_off_from_under_a_closed_item_is_not_public():
    written = Written()
    (closed,) = written.record(c.AgendaItemAdded(title="Grundstücke", public=False))
    (sale,) = written.record(c.AgendaItemAdded(title="Verkauf an Krug", parent=closed.id))
    written.record(c.ItemStarted(item=closed.id))
    written.record(c.AgendaItemRemoved(item=sale.id))
    assert [(t.title, t.public) for t in written.meeting.taken_off] == [("Verkauf an Krug", False)]
