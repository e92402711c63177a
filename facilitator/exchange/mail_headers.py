"""Header lines of a mail from texts of any kind.

A user's text cannot begin a header, end one or add an address: line breaks and control characters
are gone before, names in ASCII are quoted (RFC 5322 3.2.4), all others are encoded words (RFC 2047)
of at most 75 characters. A line is longer than 76 only if an address is. Written here and not by
the email package, whose versions fold and quote such names differently, some of them wrongly.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable

from facilitator.folding import display
from facilitator.meeting.model import Value

MOST_SIGNS = 200
"""Of a subject or a name; what is longer ends in '…'."""

_BYTES_IN_A_WORD = 42
"""'=?utf-8?b?' and '?=' are 12 of the 75; 42 bytes are 56 signs in base64."""
_LINE = 76
_NO_NAME = re.compile(r'[<>@"\\]+')
"""Signs that no name has, and that a reader which decodes first and parses then takes for another
address."""
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


class Address(Value, frozen=True, kw_only=True):
    """`address` is ASCII, as `usable_address` gives it."""

    name: str
    address: str


def usable_address(text: str) -> str:
    """The address as a mail server takes it: ASCII, an international domain in its ASCII form.
    Empty for what is none, and for a mailbox name that is not ASCII, which most servers refuse."""
    local, found, domain = text.strip().rpartition("@")
    if not found or len(local) > 64 or not _LOCAL.fullmatch(local):
        return ""
    labels = [_ascii_label(label) for label in domain.rstrip(".").split(".")]
    if len(labels) < 2 or not all(labels) or len(".".join(labels)) > 253:
        return ""
    return f"{local}@{'.'.join(labels)}"


def _ascii_label(label: str) -> str:
    """As IDNA 2008 has it (RFC 5891): 'ß' stays a letter of its own, for straße.example and
    strasse.example are two owners. The codec of the standard library is older and would send the
    mail to the wrong one. Empty for what is no label."""
    label = unicodedata.normalize("NFC", label.lower())
    if not label.isascii():
        if not all(s == "-" or unicodedata.category(s)[0] in "LMN" for s in label):
            return ""
        try:
            label = "xn--" + label.encode("punycode").decode("ascii")
        except UnicodeError:
            return ""
    return label if _LABEL.fullmatch(label) else ""


def text_header(name: str, text: str) -> str:
    """'Subject: …', with its line break."""
    safe = _tidy(text)
    if _is_plain(safe) and len(name) + 2 + len(safe) <= _LINE:
        return f"{name}: {safe}\r\n"
    return f"{name}: " + "\r\n ".join(_encoded(safe)) + "\r\n"


def address_header(name: str, addresses: Iterable[Address]) -> str:
    """'To: …' with a line for each address; empty without addresses."""
    entries = [_mailbox(each) for each in addresses]
    return f"{name}: " + ",\r\n ".join(entries) + "\r\n" if entries else ""


def _mailbox(each: Address) -> str:
    name = _tidy(_NO_NAME.sub(" ", each.name))
    if not name:
        return f"<{each.address}>"
    quoted = f'"{name}"'
    words = [quoted] if _is_plain(name) and len(quoted) <= 60 else _encoded(name)
    last = words[-1]
    before = len("Bcc: ") if len(words) == 1 else 1
    apart = " " if before + len(last) + len(f" <{each.address}>,") <= _LINE else "\r\n "
    return "\r\n ".join(words) + f"{apart}<{each.address}>"


def _tidy(text: str) -> str:
    """On one line, without control characters, not too long."""
    shown = " ".join(display(text).split())
    return shown if len(shown) <= MOST_SIGNS else shown[: MOST_SIGNS - 1].rstrip() + "…"


def _is_plain(text: str) -> bool:
    """ASCII that nobody can take for an encoded word."""
    return text.isascii() and text.isprintable() and "=?" not in text


def _encoded(text: str) -> list[str]:
    """Encoded words; no character is cut in two (RFC 2047, 5 (3)). They end behind a blank where
    there is one: some readers show one between two of them that is not there."""
    words = []
    while text:
        end = _fitting(text)
        if end < len(text):
            end = text.rfind(" ", 0, end) + 1 or end
        words.append(text[:end])
        text = text[end:]
    coded = (b64encode(word.encode("utf-8")).decode("ascii") for word in words or [""])
    return [f"=?utf-8?b?{word}?=" for word in coded]


def _fitting(text: str) -> int:
    """How many signs from the beginning fit into one encoded word."""
    left = _BYTES_IN_A_WORD
    for place, sign in enumerate(text):
        left -= len(sign.encode("utf-8"))
        if left < 0:
            return place
    return len(text)
