"""The words of documents: complete in both languages, and a town's own, checked before use."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import Any

import cockpit
import pytest

from facilitator.errors import BadFile, BadTemplate
from facilitator.files import shipped
from facilitator.formats import Job, written
from facilitator.i18n import use_language
from facilitator.minutes.markdown import markdown
from facilitator.minutes.paper.words import words_of

PAPER = Path(words_of.__code__.co_filename).parent
SOURCES = (PAPER, PAPER.parent.parent / "exchange")


def shipped_words(language: str) -> dict[str, Any]:
    content = tomllib.loads(shipped("minutes", language, "words.toml").read_text("utf-8"))
    return {f"{section}.{key}": word for section, t in content.items() for key, word in t.items()}


def placeholders(word: Any) -> set[str]:
    texts = word.values() if isinstance(word, dict) else [word] if isinstance(word, str) else []
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.fixture
def own(tmp_path):
    def write(text: str | bytes, language: str = "de") -> Path:
        folder = tmp_path / "templates" / "minutes" / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "words.toml").write_bytes(text.encode() if isinstance(text, str) else text)
        return tmp_path

    return write


def test_both_languages_have_the_same_words_with_the_same_placeholders():
    german, english = shipped_words("de"), shipped_words("en")
    assert list(german) == list(english)
    for key, word in german.items():
        if not isinstance(word, dict) or "one" in word:
            assert type(word) is type(english[key]), key
        assert placeholders(word) == placeholders(english[key]), key


def test_every_form_of_a_word_has_the_same_placeholders():
    for language in ("de", "en"):
        for key, word in shipped_words(language).items():
            if isinstance(word, dict):
                assert "other" in word, key
                assert len({frozenset(placeholders(text)) for text in word.values()}) == 1, key


def test_every_word_is_used_and_every_word_used_is_there():
    code = "\n".join(file.read_text("utf-8") for folder in SOURCES for file in folder.rglob("*.py"))
    known = shipped_words("de")
    used = set(re.findall(r'"([a-z]+\.[a-z_-]+)"', code))
    sections = {key.partition(".")[0] for key in known}
    assert {key for key in used if key.partition(".")[0] in sections} <= set(known)
    stems = set(re.findall(r'f"([a-z]+)\.', code))
    unused = {
        key
        for key in known
        if key not in used and key.partition(".")[0] not in stems
    }  # fmt: skip
    assert not unused


def test_one_word_changed_changes_head_and_signatures(own):
    workspace = own('[head]\nchair = "Vorsitz"\nminute_taker = "Schriftführung"\n')
    text = markdown(cockpit.committee("de"), templates=workspace)
    assert "- **Vorsitz:** Petra Weiß" in text
    assert "Vorsitz, Petra Weiß (SPD): …" in text
    assert "- **Schriftführung:** Ole Lang" in text
    assert "Schriftführung, Ole Lang: …" in text
    assert "Leitung" not in text
    assert "Leitung" in markdown(cockpit.committee("de"))
    assert "Chair" in markdown(cockpit.committee("en"), templates=workspace)


def test_a_changed_file_holds_at_once(own):
    workspace = own('[head]\nchair = "Vorsitz"\n')
    assert words_of("de", workspace)("head.chair") == "Vorsitz"
    own('[head]\nchair = "Vorsitzende Person"\n')
    assert words_of("de", workspace)("head.chair") == "Vorsitzende Person"
    (workspace / "templates" / "minutes" / "de" / "words.toml").unlink()
    assert words_of("de", workspace)("head.chair") == "Leitung"


def test_singular_and_plural_by_kind_and_lists(own):
    assert words_of("de").count("attendance.people", 1) == "1 Person"
    assert words_of("de").count("attendance.people", 0) == "0 Personen"
    assert words_of("de", kind="body")("tail.next_meeting") == "Nächste Sitzung"
    assert words_of("de", kind="network")("tail.next_meeting") == "Nächstes Treffen"
    workspace = own(
        '[attendance]\npeople = { one = "{n} Mensch" }\n'
        '[tail]\nnext_meeting = { group = "Nächste AG-Sitzung" }\n'
        '[section]\npaper_itself = ["BV"]\ndeferred_to_next = "Verschoben."\n'
    )
    words = words_of("de", workspace, "group")
    assert words.count("attendance.people", 1) == "1 Mensch"
    assert words.count("attendance.people", 2) == "2 Personen"
    assert words("tail.next_meeting") == "Nächste AG-Sitzung"
    assert words_of("de", workspace, "body")("tail.next_meeting") == "Nächste Sitzung"
    assert words.beginnings("section.paper_itself") == ("bv",)
    for kind in ("body", "workshop"):
        assert words_of("de", workspace, kind)("section.deferred_to_next") == "Verschoben."


def test_what_users_type_in_braces_stays(own):
    workspace = own('[tail]\nnext_meeting_open = "offen {{noch}}"\n[room]\npassed = "}}"\n')
    words = words_of("de", workspace)
    assert words("tail.next_meeting_open") == "offen {noch}"
    assert words("room.passed") == "}"
    assert words("agenda.item", number="1", title="{x} {0.__class__}") == "TOP 1: {x} {0.__class__}"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[head]\n\nvorsitz = "x"\n', 3, "there is no word 'vorsitz' in the section [head]"),
        ('[kopf]\nchair = "x"\n', 2, "there is no word 'chair' in the section [kopf]"),
        ('chair = "x"\n', 1, "'chair' stands in no section such as [head]"),
        ('[head]\nchair = "x\n', 2, "Illegal character"),
        ('[head]\nchair = "x"\nchair = "y"\n', 3, "Cannot overwrite a value"),
        ("[head]\nchair = 7\n", 2, 'head.chair must be a text: "…"'),
        ('[head]\nchair = ["x"]\n', 2, 'head.chair must be a text: "…"'),
        ('[attendance]\npeople = "x"\n', 2, "attendance.people must be singular and plural"),
        ('[attendance]\npeople = { two = "x" }\n', 2, "must be singular and plural: { one ="),
        ('[tail]\nnext_meeting = { board = "x" }\n', 2, "or one a kind of meeting"),
        ("[tail]\nnext_meeting = { body = 1 }\n", 2, "or one a kind of meeting"),
        ('[section]\npaper_itself = "x"\n', 2, "a list of texts"),
        ("[section]\npaper_itself = [1]\n", 2, "a list of texts"),
        ('[agenda]\n\n\nitem = "TOP {nummer}"\n', 4, "agenda.item has no placeholder {nummer}"),
        ('[agenda]\nitem = "TOP {number}"\n', 2, "the placeholder {title} is missing"),
        ('[agenda]\nitem = "{number} {title.__class__}"\n', 2, "no placeholder {title.__class__}"),
        ('[agenda]\nitem = "{number!r} {title}"\n', 2, "no placeholder {number!r}"),
        ('[agenda]\nitem = "{number:>9999} {title}"\n', 2, "no placeholder {number:>9999}"),
        ('[agenda]\nitem = "{} {title}"\n', 2, "no placeholder {}"),
        ('[head]\nchair = "Vorsitz {"\n', 2, "a brace is left open in head.chair"),
        (b'[head]\nchair = "Schriftf\xfchrung"\n', 1, "it is not UTF-8"),
    ],
)
def test_a_broken_file_is_named_with_its_line(own, text, line, problem):
    workspace = own(text)
    with pytest.raises(BadFile) as caught:
        markdown(cockpit.committee("de"), templates=workspace)
    file = workspace / "templates" / "minutes" / "de" / "words.toml"
    assert f"The file of words {file}, line {line}, cannot be used: " in str(caught.value)
    assert problem in str(caught.value)
    assert "rename the file to use the built-in words" in str(caught.value)


def test_the_same_in_german(own):
    use_language("de")
    try:
        with pytest.raises(BadFile, match="im Abschnitt \\[head\\] gibt es kein Wort „vorsitz“"):
            words_of("de", own('[head]\nvorsitz = "x"\n'))
    finally:
        use_language("en")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name, on POSIX")
@pytest.mark.parametrize("name", ["de/words.toml", "minutes.css", "minutes.docx", "minutes.typ"])
def test_a_pipe_in_place_of_a_file_is_refused(tmp_path: Path, name: str) -> None:
    pipe = tmp_path / "templates" / "minutes" / name
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    codes = {"words.toml": "md", "minutes.css": "html", "minutes.docx": "docx"}
    code = codes.get(pipe.name, "pdf")
    with pytest.raises(BadTemplate, match="it is no file"):
        written(code, Job(meeting=cockpit.committee(), templates=tmp_path))
