"""Drafts of mails, read back with both policies of the standard library."""

from __future__ import annotations

import email
import email.policy
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cockpit import Played, committee, workshop
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.exchange.mail import Attachment, Letter, mail_bytes
from facilitator.exchange.mail_headers import usable_address
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, NextMeeting
from facilitator.minutes.wanted import DOCUMENT_KINDS, Wanted

ISSUED = date(2026, 10, 20)
PDF = Attachment(name="2026-10-14-sitzung.pdf", content=b"%PDF-1.7\r\n\x00\xff--=_x\n" * 50)
ICS = Attachment(name="2026-10-14-sitzung.ics", content="BEGIN:VCALENDAR\r\nä".encode())


def letter(meeting: Meeting, **more: Any) -> Letter:
    values: dict[str, Any] = {
        "wanted": Wanted(), "attachments": (PDF, ICS), "issued": ISSUED, "version": 2,
        "status": "draft",
    }  # fmt: skip
    return Letter(meeting=meeting, **values | more)


def read(content: bytes) -> EmailMessage:
    """The mail, as short lines of ASCII with CRLF, without a defect."""
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    found = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    for part in found.walk():
        assert part.defects == []
    return found


def text_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_draft_for_the_committee() -> None:
    message = read(mail_bytes(letter(committee(), objections=date(2026, 11, 3))))
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == (
        "Ergebnisprotokoll: Ausschuss für Soziales und Integration, 7. Sitzung, "
        "Mittwoch, 14.10.2026 (Entwurf)"
    )
    assert message["Date"].datetime.isoformat() == "2026-10-20T12:00:00+00:00"
    assert "From" not in message
    assert [(each.display_name, each.addr_spec) for each in message["To"].addresses] == [
        ("Petra Weiß", "weiss@rat.example")
    ]
    assert "Bcc" not in message
    assert text_of(message) == (
        "Guten Tag,\n\nim Anhang:\n\n"
        "  Ergebnisprotokoll, Fassung 2 (Entwurf)\n"
        "  Ausschuss für Soziales und Integration\n"
        "  7. Sitzung\n"
        "  Mittwoch, 14.10.2026\n\n"
        "Einwände gegen das Protokoll bitte bis Dienstag, 03.11.2026.\n\n"
        "Nächste Sitzung: Mittwoch, 18.11.2026\n\n"
        "2 Maßnahmen sind offen; sie stehen im Protokoll.\n\n"
        "Termine und Fristen als Kalenderdatei: 2026-10-14-sitzung.ics\n\n"
        "Mit freundlichen Grüßen\n"
    )
    pdf, ics = message.iter_attachments()
    assert (pdf.get_content_type(), pdf.get_filename()) == ("application/pdf", PDF.name)
    assert pdf.get_content() == PDF.content
    assert ics.get_content_type() == "text/calendar"
    assert ics.get_param("method") == "PUBLISH"
    assert ics.get_payload(decode=True) == ICS.content


def test_english_minutes_have_an_english_mail_and_a_network_is_hidden_from_itself() -> None:
    message = read(mail_bytes(letter(workshop("en"), status="approved")))
    assert message["Subject"].startswith("Minutes: Koordinierungsrunde Flucht, Auftaktwerkstatt")
    assert "(draft)" not in message["Subject"]
    assert "To" not in message
    assert [each.addr_spec for each in message["Bcc"].addresses] == ["stein@institut.example"]
    assert "attached:" in text_of(message)
    assert "version 2 (approved)" in text_of(message)


def test_the_older_parser_reads_the_same() -> None:
    old = email.message_from_bytes(mail_bytes(letter(committee())))
    text, pdf, ics = old.get_payload()  # type: ignore[misc]
    assert "Guten Tag," in text.get_payload(decode=True).decode()
    assert pdf.get_payload(decode=True) == PDF.content
    assert ics.get_filename() == ICS.name


def test_an_invitation_says_when_and_where() -> None:
    played = Played()
    played.record(
        c.MeetingPlanned(
            title="Treffen", kind="network", series_name="Netzwerk", day=date(2026, 11, 24),
            start="16:30", end="19:00", place="VHS, https://meet.example/x",
        )
    )  # fmt: skip
    played.person("Petra Weiß", email="weiss@rat.example")
    wanted = Wanted(kind="agenda")
    message = read(mail_bytes(letter(played.meeting, wanted=wanted)))
    assert message["Subject"] == (
        "Einladung: Netzwerk, Treffen, Dienstag, 24.11.2026, 16:30–19:00 Uhr"
    )
    text = text_of(message)
    assert "  Dienstag, 24.11.2026, 16:30–19:00 Uhr\n  VHS, https://meet.example/x\n" in text
    assert "Fassung" not in text
    assert "Der Termin als Kalenderdatei" in text
    public = read(mail_bytes(letter(played.meeting, wanted=Wanted(kind="agenda", scope="public"))))
    assert "https" not in public["Subject"] + text_of(public)
    assert public["Subject"].startswith("Tagesordnung: Netzwerk")


def test_scopes_are_said() -> None:
    public = text_of(read(mail_bytes(letter(committee(), wanted=Wanted(scope="public")))))
    assert "Öffentliche Fassung" in public
    assert "1 Maßnahme ist offen" in public
    closed = text_of(read(mail_bytes(letter(committee(), wanted=Wanted(scope="closed")))))
    assert "vertraulich" in closed
    assert "Nächste Sitzung" not in closed


def test_the_next_meeting_as_spoken_where_no_day_is_known() -> None:
    played = Played()
    played.record(c.MeetingPlanned(title="Treffen"))
    played.record(c.MeetingAmended(next_meeting=NextMeeting(text="vierteljährlich", place="VHS")))
    assert "Nächstes Treffen: vierteljährlich, VHS\n" in text_of(
        read(mail_bytes(letter(played.meeting)))
    )


def test_fixed_by_what_is_sent() -> None:
    one = mail_bytes(letter(committee()))
    assert one == mail_bytes(letter(committee()))
    message, other = read(one), read(mail_bytes(letter(committee(), version=3)))
    assert message["Message-ID"] != other["Message-ID"]
    assert message["Message-ID"].endswith("@facilitator.invalid>")
    assert message.get_boundary() != other.get_boundary()
    ours = Attachment(name="x.md", content=f"--{message.get_boundary()}--".encode())
    again = read(mail_bytes(letter(committee(), attachments=(ours, PDF))))
    assert [part.get_payload(decode=True) for part in again.iter_attachments()] == [
        ours.content, PDF.content,
    ]  # fmt: skip


def test_without_attachments_and_without_people() -> None:
    played = Played()
    played.record(c.MeetingPlanned(title=""))
    message = read(mail_bytes(letter(played.meeting, attachments=(), issued=None)))
    assert message["Subject"] == "Ergebnisprotokoll (Entwurf)"
    assert not message.is_multipart()
    assert set(message.keys()) == {
        "X-Unsent", "Subject", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    }  # fmt: skip


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_has_its_words(kind: Any, language: str) -> None:
    wanted = Wanted(kind=kind, language=language)
    assert read(mail_bytes(letter(committee(), wanted=wanted)))["Subject"]


def test_two_hundred_people() -> None:
    played = Played()
    played.record(c.MeetingPlanned(title="Konferenz", kind="conference"))
    for number in range(200):
        played.person(f"Özlem Weiß-{number}, Amt", email=f"p{number}@stadt-{number}.example")
    message = read(mail_bytes(letter(played.meeting)))
    assert len(message["Bcc"].addresses) == 200
    assert message["Bcc"].addresses[199].display_name == "Özlem Weiß-199, Amt"


HOSTILE = st.text(st.characters(codec=None), max_size=120)


@settings(deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
@example("x\r\nBcc: evil@example.com\r\n\r\nText", "A\r\nX: 1", "a@b.example\r\nX: 1", "p\n.\n")
@example("--=_boundary", 'Weiß", <evil@x.example>, "', "a@b.example, c@d.example", "From me")
@example("=?utf-8?q?=0ABcc:_x?=", "=?x?", "ä@b.example", "\ud800\udfff")
def test_no_text_becomes_a_header_or_a_recipient(
    title: str, name: str, address: str, place: str
) -> None:
    played = Played()
    played.record(
        c.MeetingPlanned(title=title, series_name=name, place=place, day=date(2026, 10, 14))
    )
    played.person(name, email=address)
    played.person("Petra Weiß", email="weiss@rat.example")
    played.record(c.MeetingAmended(next_meeting=NextMeeting(text=title, place=place)))
    for kind in ("results", "agenda"):
        content = mail_bytes(letter(played.meeting, wanted=Wanted(kind=kind)))  # type: ignore[arg-type]
        message = read(content)
        assert message.keys() == [
            "X-Unsent", "Subject", "Date", "Message-ID", "Bcc", "MIME-Version", "Content-Type",
        ]  # fmt: skip
        assert email.message_from_bytes(content).keys() == message.keys()
        for each in message["Bcc"].addresses:
            assert each.addr_spec in ("weiss@rat.example", usable_address(address))
        assert len(message["Bcc"].addresses) <= 2
        assert [part.get_payload(decode=True) for part in message.iter_attachments()] == [
            PDF.content, ICS.content,
        ]  # fmt: skip


def test_names_of_files_are_plain() -> None:
    odd = Attachment(name='ä/..\\x"\r\ny.pdf', content=b"x")
    (part,) = read(mail_bytes(letter(committee(), attachments=(odd,)))).iter_attachments()
    name = part.get_filename()
    assert name is not None
    assert Path(name).name == name
    assert name.isascii()
    assert not set(name) & set('"\\\r\n')


def test_a_list_to_sign_is_no_draft_of_minutes() -> None:
    """The same as in the list itself, which goes out before the meeting."""
    wanted = Wanted(kind="attendance_list")
    planned = msgspec.structs.replace(committee(), state="planned", started_at=None)
    message = read(mail_bytes(letter(planned, wanted=wanted)))
    assert "Entwurf" not in message["Subject"]
    assert "Fassung" not in text_of(message)
    held = read(mail_bytes(letter(committee(), wanted=wanted)))
    assert message["Subject"] + " (Entwurf)" == held["Subject"]
    assert "Fassung 2 (Entwurf)" in text_of(held)
