"""A mail with the minutes as a draft: an `.eml` file that a mail program opens for sending.

`X-Unsent: 1` makes Outlook open it as a draft (Thunderbird: 'Edit as new'). There is no From: the
program of whoever sends it knows that. Everything is fixed by what is sent: the same document gives
the same bytes, date, boundary and Message-ID included.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from facilitator.exchange.calendar_parts import uid_of
from facilitator.exchange.distribution import distribution
from facilitator.exchange.mail_headers import address_header, text_header
from facilitator.exchange.outgoing import outgoing_actions, outgoing_part
from facilitator.folding import display
from facilitator.meeting.actions import is_open
from facilitator.meeting.model import Meeting, Value
from facilitator.meeting.venue import venue
from facilitator.minutes.document import Status
from facilitator.minutes.paper.asked import words_for
from facilitator.minutes.paper.opening import opening
from facilitator.minutes.paper.results import document_name
from facilitator.minutes.paper.words import Words
from facilitator.minutes.printed import Printed
from facilitator.minutes.wanted import Wanted, has_issue

TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".md": "text/markdown",
    ".ics": "text/calendar",
    ".csv": "text/csv",
}


class Attachment(Value, frozen=True, kw_only=True):
    """`name` is that of the file, with its ending."""

    name: str
    content: bytes


class Letter(Value, frozen=True, kw_only=True):
    """What is to be sent. `objections`: the last day on which they are taken, or None."""

    meeting: Meeting
    wanted: Wanted
    attachments: tuple[Attachment, ...]
    issued: date | None = None
    version: int = 1
    status: Status = "draft"
    objections: date | None = None
    templates: Path | None = None


def mail_bytes(letter: Letter) -> bytes:
    """The draft. Raises BadFile for words that cannot be read."""
    meeting, wanted = letter.meeting, letter.wanted
    words = words_for(meeting, wanted, letter.templates)
    text = body(letter, words)
    message = EmailMessage(policy=SMTP)
    message.set_content(text, cte="quoted-printable")
    for attachment in letter.attachments:
        _attach(message, attachment)
    digest = _digest(letter, text)
    if message.is_multipart():
        # neither base64 nor quoted-printable can hold '=_' (RFC 2045 6.7)
        message.set_boundary(f"=_{digest}")
    list_ = distribution(meeting, wanted)
    head = (
        "X-Unsent: 1\r\n",
        text_header("Subject", subject(letter, words)),
        f"Date: {format_datetime(_noon(letter.issued))}\r\n" if letter.issued else "",
        f"Message-ID: <{uid_of('mail', digest)}@facilitator.invalid>\r\n",
        address_header("To" if list_.is_open else "Bcc", list_.addresses),
    )
    return "".join(head).encode("ascii") + message.as_bytes()


def subject(letter: Letter, words: Words) -> str:
    """'Ergebnisprotokoll: Netzwerk Integration, 2. Netzwerktreffen, 24.11.2026 (Entwurf)'."""
    about = ", ".join(part for part in _about(letter, words) if part)
    kind = document_name(letter.wanted, words)
    named = f"{kind}: {about}" if about else kind
    return f"{named} ({words('status.draft')})" if _is_draft(letter) else named


def body(letter: Letter, words: Words) -> str:
    """Short: what is attached, until when objections are taken, when the room meets again."""
    meeting, wanted = letter.meeting, letter.wanted
    about = [f"  {part}" for part in (*_about(letter, words), _place(letter)) if part]
    lines = [words("mail.greeting"), "", words("mail.attached"), ""]
    if wanted.kind == "agenda" and wanted.scope != "public":
        lines = [words("invitation.greeting"), "", _invitation(letter, words), ""]
        lines += [words("mail.invitation_attached"), ""]
    lines += [f"  {_kind_and_version(letter, words)}", *about, ""]
    if wanted.scope != "all":
        lines += [words(f"mail.{wanted.scope}"), ""]
    if letter.objections and wanted.kind in ("results", "decisions", "course"):
        day = Printed(words.language).dated(letter.objections)
        lines += [words("mail.objections", day=day), ""]
    if wanted.kind != "agenda" and wanted.scope != "closed" and (when := _next(letter, words)):
        lines += [f"{words('tail.next_meeting')}: {when}", ""]
    if wanted.kind == "results":
        part = outgoing_part(meeting, wanted, words)
        actions = outgoing_actions(part, Printed(words.language))
        number = sum(is_open(action.status) for action in actions)
        if number:
            lines += [words.count("mail.actions", number), ""]
    for attachment in letter.attachments:
        if attachment.name.endswith(".ics"):
            name = "meeting_file" if wanted.kind == "agenda" else "days_file"
            lines += [words(f"mail.{name}", file=attachment.name), ""]
    return "\n".join([*lines, words("mail.closing"), ""])


def _kind_and_version(letter: Letter, words: Words) -> str:
    named = document_name(letter.wanted, words)
    if not has_issue(letter.meeting, letter.wanted.kind):
        return named
    status = words(f"status.{letter.status}")
    return words("mail.version", kind=named, version=letter.version, status=status)


def _is_draft(letter: Letter) -> bool:
    return letter.status == "draft" and has_issue(letter.meeting, letter.wanted.kind)


def _about(letter: Letter, words: Words) -> tuple[str, ...]:
    """Body, title and day; for an invitation with the time of day."""
    meeting, printed = letter.meeting, Printed(words.language)
    body_name = _plain(meeting.series_name)
    title = printed.title(_plain(meeting.title), meeting.ordinal)
    if body_name.casefold() in title.casefold():
        body_name = ""
    if letter.wanted.kind != "agenda":
        return body_name, title, printed.dated(meeting.day)
    when = (printed.dated(meeting.day), printed.span(meeting.start, meeting.end))
    return body_name, title, ", ".join(part for part in when if part)


def _invitation(letter: Letter, words: Words) -> str:
    """The sentence that stands in the document."""
    meeting, printed = letter.meeting, Printed(words.language)
    when = ", ".join(filter(None, (printed.dated(meeting.day), printed.time(meeting.start))))
    title = printed.title(_plain(meeting.title), meeting.ordinal)
    return opening(title, _plain(meeting.series_name), when, words)


def _place(letter: Letter) -> str:
    """Of an invitation; in public without the address of a video conference."""
    place = letter.meeting.place
    if letter.wanted.kind != "agenda":
        return ""
    return _plain(venue(place).words if letter.wanted.scope == "public" else place)


def _next(letter: Letter, words: Words) -> str:
    coming = letter.meeting.next_meeting
    if coming is None:
        return ""
    printed = Printed(words.language)
    place = coming.place if letter.wanted.scope != "public" else venue(coming.place).words
    spoken = "" if coming.day else venue(coming.text).words
    parts = (_plain(spoken), printed.dated(coming.day), printed.time(coming.start), _plain(place))
    return ", ".join(part for part in parts if part)


def _plain(text: str) -> str:
    return " ".join(display(text).split())


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    """Base64, whatever it is: no mail program on the way then changes line ends or long lines."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", attachment.name).strip("-.") or "file"
    full = TYPES.get(Path(name).suffix, "application/octet-stream")
    main, _, sub = full.partition("/")
    message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=name)
    if main == "text":
        part = list(message.iter_attachments())[-1]
        part.set_param("charset", "utf-8")
        if name.endswith(".ics"):
            part.set_param("method", "PUBLISH")


def _digest(letter: Letter, text: str) -> str:
    """Of what is said and attached, and of the meeting it is about."""
    found = hashlib.sha256()
    wanted = letter.wanted
    for part in (
        letter.meeting.id, wanted.kind, wanted.scope, ",".join(wanted.items), wanted.language,
        str(letter.version), text,
    ):  # fmt: skip
        found.update(part.encode("utf-8", "replace") + b"\0")
    for attachment in letter.attachments:
        found.update(attachment.name.encode("utf-8", "replace") + b"\0")
        found.update(hashlib.sha256(attachment.content).digest())
    return found.hexdigest()[:32]


def _noon(day: date) -> datetime:
    """So that it is the same day in all of Europe and America."""
    return datetime.combine(day, time(12), UTC)
