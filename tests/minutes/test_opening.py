"""The sentence that invites holds its grammar, whatever the meeting is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.meeting.model import Meeting
from facilitator.minutes.paper.opening import opening
from facilitator.minutes.paper.words import words_of

WHEN = "Dienstag, 24.11.2026, 16:00 Uhr"


def german(title: str, body: str = "", when: str = WHEN, kind: str = "body") -> str:
    return opening(title, body, when, words_of("de", None, kind))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "body", "begins"),
    [
        ("7. Sitzung", "Lenkungsgruppe Integration",
         "zur 7. Sitzung der Lenkungsgruppe Integration am"),
        ("2. Treffen", "AG Sprache", "zum 2. Treffen der AG Sprache am"),
        ("6. Sitzung", "Beirat", "zur 6. Sitzung des Beirats am"),
        ("6. Beiratssitzung", "Beirat", "zur 6. Beiratssitzung am"),
        ("3. Sitzung", "Ausschuss für Soziales", "zur 3. Sitzung des Ausschusses für Soziales am"),
        ("3. Sitzung", "Arbeitskreis Asyl", "zur 3. Sitzung des Arbeitskreises Asyl am"),
        ("12. Sitzung", "Kreistag", "zur 12. Sitzung des Kreistags am"),
        ("2. Netzwerktreffen", "Netzwerk Integration",
         "zum 2. Netzwerktreffen des Netzwerks Integration am"),
        ("7. Sitzung der Lenkungsgruppe", "Lenkungsgruppe Integration",
         "zur 7. Sitzung der Lenkungsgruppe am"),
        ("3. ordentliche Sitzung", "", "zur 3. ordentlichen Sitzung am"),
        ("Zweites Treffen", "", "zum zweiten Treffen am"),
        ("Dritte Sitzung", "Kommunaler Beirat", "zur dritten Sitzung am"),
        ("1. Workshop", "Runder Tisch", "zum 1. Workshop am"),
        ("Klausurtagung", "Vorstand", "zur Klausurtagung des Vorstands am"),
    ],
)  # fmt: skip
def test_a_counted_title_is_woven_in(title: str, body: str, begins: str) -> None:
    assert german(title, body) == f"{begins} {WHEN}, laden wir Sie herzlich ein."


@pytest.mark.parametrize(
    "title",
    [
        "Auftakt", "Zukunft gestalten!", "7. Sitzung: Haushalt", "7. Sitzung am Dienstag", "3.",
        "3. Sitzungen", "24.11.2026", "7th session", "2. Runder Tisch", "Zweites", "Sitzung 4/2026",
        "3. Neue Sitzung", "Workshop 3", "7. Sitzung (Teil 2)",
    ],
)  # fmt: skip
def test_any_other_title_is_named_as_it_is(title: str) -> None:
    said = german(title, "Lenkungsgruppe")
    assert said == f"zu folgender Sitzung laden wir Sie ein: {title}, {WHEN}."
    assert german(title, kind="workshop").startswith("zu folgendem Workshop laden wir Sie herzlich")


def test_without_a_day_the_date_will_follow() -> None:
    assert german("7. Sitzung", "Beirat", "") == (
        "zur 7. Sitzung des Beirats laden wir Sie herzlich ein. Der Termin wird noch mitgeteilt."
    )
    assert german("Auftakt", "", "").endswith("ein: Auftakt. Der Termin wird noch mitgeteilt.")


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("7th session", "Integration Steering Group",
         "You are invited to the 7th session of the Integration Steering Group on Tuesday."),
        ("Second meeting", "Netzwerk", "You are invited to the second meeting on Tuesday."),
        ("7. Sitzung", "Beirat",
         "You are invited to the following meeting: 7. Sitzung, Tuesday."),
        ("Kick-off!", "Board", "You are invited to the following meeting: Kick-off!, Tuesday."),
    ],
)  # fmt: skip
def test_in_english(title: str, body: str, said: str) -> None:
    assert opening(title, body, "Tuesday", words_of("en", None, "body")) == said


@given(st.text(max_size=60), st.text(max_size=40), st.sampled_from(["", WHEN]))
def test_whatever_a_meeting_is_called_there_is_a_sentence(title: str, body: str, when: str) -> None:
    for language in ("de", "en"):
        said = opening(title, body, when, words_of(language, None, "network"))
        assert said.endswith(".")
        assert when in said


def test_a_sentence_of_the_town_goes_for_all_titles(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "minutes" / "de" / "words.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[invitation]\nopening = "Wir tagen: {title}, {when}."\n', encoding="utf-8")
    words = words_of("de", tmp_path, "body")
    assert opening("7. Sitzung", "Beirat", WHEN, words) == f"Wir tagen: 7. Sitzung, {WHEN}."
    assert "zur 7. Sitzung des Beirats" in opening("7. Sitzung", "Beirat", "", words)


def test_the_mail_says_it_in_the_same_words() -> None:
    from facilitator.exchange.mail import Letter, body
    from facilitator.minutes.markdown import markdown
    from facilitator.minutes.wanted import Wanted

    meeting = Meeting(
        id="m", title="7. Sitzung", series_name="Lenkungsgruppe Integration", kind="body",
        day=date(2026, 11, 24), start="16:00",
    )  # fmt: skip
    sentence = german("7. Sitzung", "Lenkungsgruppe Integration")
    wanted = Wanted(kind="agenda")
    mail = body(
        Letter(meeting=meeting, wanted=wanted, attachments=()), words_of("de", None, "body")
    )
    assert f"Sehr geehrte Damen und Herren,\n\n{sentence}\n\nIm Anhang:\n" in mail
    assert sentence in markdown(meeting, wanted)
    public = Wanted(kind="agenda", scope="public")
    mail = body(
        Letter(meeting=meeting, wanted=public, attachments=()), words_of("de", None, "body")
    )
    assert "laden wir Sie" not in mail
