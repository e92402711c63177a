"""Headers from hostile texts, read back by both policies of the standard library."""

from __future__ import annotations

import email
import email.policy
import re
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import getaddresses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.exchange.mail_headers import (
    MOST_SIGNS,
    Address,
    address_header,
    text_header,
    usable_address,
)
from facilitator.folding import display

TEXT = st.text(st.characters(codec=None), max_size=300)
ADDRESS = st.sampled_from(
    ["weiss@rat.example", "o'neill+x@xn--bcher-kva.example", "a" * 64 + "@" + "b" * 63 + ".example"]
)


def modern(head: str) -> EmailMessage:
    found = email.message_from_bytes(head.encode("ascii") + b"\r\n", policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def old(head: str) -> Message:
    return email.message_from_bytes(head.encode("ascii") + b"\r\n", policy=email.policy.compat32)


def said(text: str) -> str:
    """What of a text may stand in a header: one line, no control characters, not too long."""
    shown = " ".join(display(text).split())
    return shown if len(shown) <= MOST_SIGNS else shown[: MOST_SIGNS - 1].rstrip() + "…"


def named(text: str) -> str:
    """As `said`, without the signs of addresses."""
    return said(re.sub(r'[<>@"\\]+', " ", text))


def lines_are_short(head: str) -> bool:
    return head.endswith("\r\n") and all(len(line) <= 78 for line in head.split("\r\n"))


@given(TEXT)
@example("x\r\nBcc: evil@example.com")
@example("=?utf-8?b?QmNjOiBldmls?=")
@example("a" * 10_000)
@example("ä" * 10_000)
@example("a" * 75 + "\u2028\nTo: x@y.example\r\n\r\nbody")
@example("\ud800")
@example("e\u0301" * 100)
def test_a_subject_is_one_header_and_comes_back(text: str) -> None:
    head = text_header("Subject", text)
    assert lines_are_short(head)
    assert modern(head).keys() == ["Subject"]
    assert " ".join(str(modern(head)["Subject"]).split()) == said(text)
    assert old(head).keys() == ["Subject"]
    assert " ".join(str(make_header(decode_header(old(head)["Subject"]))).split()) == said(text)


@given(st.lists(st.tuples(TEXT, ADDRESS), min_size=1, max_size=5))
@example([('Weiß, Petra "die Chefin" <x@y.example>', "weiss@rat.example")])
@example([("Müller, Jana; evil@example.com", "weiss@rat.example"), ("", "weiss@rat.example")])
@example([('a", <evil@example.com>, "b', "weiss@rat.example")])
@example([("x\r\n y\r\nX-Evil: 1", "weiss@rat.example"), ("\\", "weiss@rat.example")])
@example([("=?utf-8?q?x=2C_evil=40example.com?=", "weiss@rat.example")])
@example([("(Kommentar) Dr. Ö. Weiß", "weiss@rat.example"), ("n" * 500, "weiss@rat.example")])
@example([("Gruppe: a@b.example;", "weiss@rat.example")])
def test_names_and_addresses_come_back_and_nobody_joins_them(
    people: list[tuple[str, str]],
) -> None:
    head = address_header("To", [Address(name=n, address=a) for n, a in people])
    assert all(len(line) <= 200 for line in head.split("\r\n")), "far below the 998 of RFC 5322"
    assert all(len(line) <= 78 for line in head.split("\r\n") if "@b" not in line)
    parsed = modern(head)
    assert parsed.keys() == ["To"]
    found = parsed["To"].addresses
    assert [each.addr_spec for each in found] == [address for _, address in people]
    # Python 3.11 shows a blank between two encoded words of a name, which RFC 2047 (6.2) forbids
    shown = ["".join(each.display_name.split()) for each in found]
    assert shown == ["".join(named(name).split()) for name, _ in people]
    lines = old(head).get_all("To") or []
    pairs = getaddresses(["".join(line.splitlines()) for line in lines])
    assert [address for _, address in pairs] == [address for _, address in people]
    names = [" ".join(str(make_header(decode_header(name))).split()) for name, _ in pairs]
    assert names == [named(name) for name, _ in people]


@pytest.mark.parametrize(
    ("typed", "usable"),
    [
        ("weiss@rat.example", "weiss@rat.example"),
        (" Weiss@Rat.Example. ", "Weiss@rat.example"),
        ("info@bücher.example", "info@xn--bcher-kva.example"),
        ("info@straße.example", "info@xn--strae-oqa.example"),
        ("info@Bu\u0308cher.example", "info@xn--bcher-kva.example"),
        ("weiß@rat.example", ""),
        ("weiss@rat", ""),
        ("weiss", ""),
        ("", ""),
        ("a@b@rat.example", ""),
        ('"a b"@rat.example', ""),
        ("a..b@rat.example", ""),
        ("a@rat..example", ""),
        ("a@-rat.example", ""),
        ("a@rat.example>, <evil@x.example", ""),
        ("a@rat.example\r\nBcc: x@y.example", ""),
        ("a@rat.example\nx", ""),
        ("a b@rat.example", ""),
        ("a" * 65 + "@rat.example", ""),
        ("a@" + "b" * 64 + ".example", ""),
        ("a@" + "😀" + ".example", ""),
        ("a@[127.0.0.1]", ""),
    ],
)
def test_addresses_that_a_server_takes(typed: str, usable: str) -> None:
    assert usable_address(typed) == usable


@given(st.one_of(TEXT, st.builds("{}@{}".format, TEXT, TEXT)))
def test_an_address_is_ascii_without_blanks_or_it_is_none(typed: str) -> None:
    found = usable_address(typed)
    assert found.isascii()
    assert not set(found) & set(' \r\n\t<>,;:"()[]\\')
    assert found == "" or found.count("@") == 1
    assert usable_address(found) == found


def test_without_addresses_there_is_no_header() -> None:
    assert address_header("To", []) == ""
