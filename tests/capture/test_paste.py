"""A pasted mail: a look first."""

from __future__ import annotations

from facilitator.capture import Context, read_pasted
from facilitator.meeting import changes as c

MAIL = """Hallo zusammen, hier die Punkte:

- Raum buchen (Haddad, bis März)
- Einladung versenden >Nowak
- Stärkere Präsenz
  auf Jobmessen
1. +Haddad kommt dazu
• # 8.4

Viele Grüße
"""


def test_a_mail_with_five_bullets(context: Context) -> None:
    paste = read_pasted(MAIL, context)
    assert (paste.lines, paste.bullets) == (7, 5)
    assert paste.first == "Hallo zusammen, hier die Punkte:"
    assert all(isinstance(change, c.NoteRecorded) for change in paste.notes)
    assert [change.text for change in paste.notes if isinstance(change, c.NoteRecorded)] == [
        "Hallo zusammen, hier die Punkte:",
        "- Raum buchen (Haddad, bis März)",
        "- Einladung versenden >Nowak",
        "- Stärkere Präsenz auf Jobmessen",
        "1. +Haddad kommt dazu",
        "• # 8.4",
        "Viele Grüße",
    ]
    actions = [a for a in paste.action_items if isinstance(a, c.ActionItemRecorded)]
    assert [action.summary for action in actions] == [
        "Raum buchen",
        "Einladung versenden",
        "Stärkere Präsenz auf Jobmessen",
        "+Haddad kommt dazu",
        "# 8.4",
    ]
    assert [owner.name for action in actions for owner in action.owners] == [
        "Samir Haddad",
        "Marta Nowak",
    ]
    assert len(paste.action_items) == 7
    (whole,) = paste.one_note
    assert isinstance(whole, c.NoteRecorded)
    assert whole.text == MAIL.strip()


def test_lines_without_bullets_are_an_action_item_each(context: Context) -> None:
    paste = read_pasted("Raum buchen\r\n! Einladung\r\n", context)
    assert (paste.lines, paste.bullets) == (2, 0)
    assert [a.summary for a in paste.action_items if isinstance(a, c.ActionItemRecorded)] == [
        "Raum buchen",
        "! Einladung",
    ]


def test_nothing_pasted_is_nothing(context: Context) -> None:
    paste = read_pasted(" \n\n", context)
    assert (paste.lines, paste.notes, paste.one_note) == (0, (), ())
