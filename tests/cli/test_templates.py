"""`facilitator templates`: what there is, a copy to change, and whether one's own can be used."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from command_line import CommandLine
from docx import Document
from pdf_reader import text_of

from facilitator.meeting.model import MeetingKind
from facilitator.minutes.paper import paper
from facilitator.minutes.sample import sample
from facilitator.minutes.wanted import Wanted
from facilitator.template_files import template_files

NAMES = [file.name for file in template_files()]


def own(cli: CommandLine, name: str) -> Path:
    return cli.root / "templates" / "minutes" / name


def test_the_list_says_which_is_used(cli: CommandLine) -> None:
    rows = [line.split("\t") for line in cli("templates", "list").stdout.splitlines()[1:]]
    assert [row[0] for row in rows] == NAMES
    assert {row[3] for row in rows} == {"built-in"}
    assert cli("templates").stdout == cli("templates", "list").stdout
    cli("templates", "copy", "minutes.css")
    (row,) = [line.split("\t") for line in cli("templates", "list").stdout.splitlines()
              if line.startswith("minutes.css")]  # fmt: skip
    assert row == ["minutes.css", "all", "html", str(own(cli, "minutes.css"))]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_can_be_used_as_it_is(cli: CommandLine, name: str) -> None:
    done = cli("templates", "copy", name)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == f"{own(cli, name)}\n"
    assert own(cli, name).stat().st_size > 100
    done = cli("templates", "check")
    assert done.exit_code == 0, done.stdout + done.stderr
    assert done.stdout == f"{name} can be used.\n"


def test_the_language_of_the_screen_says_which_of_two(cli: CommandLine) -> None:
    cli("--lang", "de", "templates", "copy", "words.toml")
    assert own(cli, "de/words.toml").is_file()
    assert not own(cli, "en/words.toml").exists()


def test_nothing_is_overwritten_in_silence(cli: CommandLine) -> None:
    own(cli, "x").parent.mkdir(parents=True)
    own(cli, "minutes.css").write_text("von Hand", encoding="utf-8")
    done = cli("templates", "copy", "minutes.css")
    assert done.exit_code == 2
    assert "is there already" in done.stderr
    assert own(cli, "minutes.css").read_text(encoding="utf-8") == "von Hand"
    done = cli("templates", "copy", "minutes.css", "--replace")
    assert done.exit_code == 0
    assert own(cli, "minutes.css.bak").read_text(encoding="utf-8") == "von Hand"
    assert own(cli, "minutes.css").stat().st_size > 1000


def test_an_unknown_name_is_met_with_all_known_ones(cli: CommandLine) -> None:
    for done in (cli("templates", "copy", "../x"), cli("templates", "check", "protokoll.md")):
        assert done.exit_code == 3
        assert "de/minutes.md.j2" in done.stderr
    done = cli("templates", "check", "minutes.docx")
    assert done.exit_code == 2
    assert "templates copy minutes.docx" in done.stderr


def test_without_own_ones_there_is_nothing_to_check(cli: CommandLine) -> None:
    done = cli("templates", "check")
    assert done.exit_code == 0
    assert "no templates of its own" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("de/minutes.md.j2", "eins\nzwei\n{{ minutes.nirgends }}", r"minutes\.md\.j2, line 3\b"),
        ("en/minutes.md.j2", "{% if %}", r"minutes\.md\.j2, line 1\b"),
        ("de/words.toml", '[head]\nchair = "Vorsitz"\nchiar = "x"\n', r"words\.toml, line 3\b"),
        ("minutes.typ", "Hallo\n#nirgends()\n", r"minutes\.typ, line 2\b"),
        ("minutes.docx", "kein Word", r"minutes\.docx cannot be used"),
        ("en/minutes.docx", "kein Word", r"en.minutes\.docx cannot be used"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(
    cli: CommandLine, name: str, content: str, said: str
) -> None:
    own(cli, name).parent.mkdir(parents=True)
    own(cli, name).write_text(content, encoding="utf-8")
    for done in (cli("templates", "check"), cli("templates", "check", name)):
        assert done.exit_code == 4
        assert re.search(said, done.stdout), done.stdout
        assert "can be used.\n" not in done.stdout


def test_every_problem_of_every_file_is_named(cli: CommandLine) -> None:
    only_there = (
        "{% if minutes.kind == 'body' %}\n{{ eins }}\n"
        "{% else %}\n{{ zwei }}\n{% endif %}{{ paper.title }}"
    )
    own(cli, "de/x").parent.mkdir(parents=True)
    own(cli, "de/minutes.md.j2").write_text(only_there, encoding="utf-8")
    own(cli, "minutes.docx").write_bytes(b"")
    done = cli("templates", "check")
    assert done.exit_code == 4
    assert len(done.stdout.splitlines()) == 3
    assert "line 2," in done.stdout
    assert "line 4," in done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_link_that_leads_nowhere_is_no_silent_built_in_one(cli: CommandLine, name: str) -> None:
    own(cli, name).parent.mkdir(parents=True)
    own(cli, name).symlink_to(cli.root / "gone")
    done = cli("templates", "check")
    assert done.exit_code == 4, done.stdout
    assert str(own(cli, name)) in done.stdout


@pytest.mark.parametrize("name", ["minutes.css", "minutes.typ", "minutes.docx", "de/words.toml"])
def test_no_file_is_read_that_is_larger_than_any_of_its_kind(cli: CommandLine, name: str) -> None:
    own(cli, name).parent.mkdir(parents=True)
    with own(cli, name).open("wb") as file:
        file.truncate(50_000_001)  # takes no room on disk
    done = cli("templates", "check")
    assert done.exit_code == 4
    assert "larger than 50 MB" in done.stdout


def test_a_file_in_the_wrong_folder_is_told_of(cli: CommandLine) -> None:
    own(cli, "x").parent.mkdir(parents=True)
    own(cli, "words.toml").write_text("", encoding="utf-8")
    for done in (cli("templates", "list"), cli("templates", "check")):
        assert done.exit_code == 0
        assert "templates/minutes/words.toml is used by nothing" in done.stderr


def test_the_copied_document_bears_a_letterhead(cli: CommandLine, tmp_path: Path) -> None:
    cli("new", "1. Treffen", "--series", "Netzwerk", "--date", "2026-10-14", "--lang", "de")
    cli("templates", "copy", "minutes.docx")
    document = Document(str(own(cli, "minutes.docx")))
    (marker,) = document.paragraphs
    marker.insert_paragraph_before("Stadt Musterstadt")
    document.save(str(own(cli, "minutes.docx")))
    done = cli("minutes", "last", "--format", "docx", "-o", tmp_path / "x.docx")
    assert done.exit_code == 0, done.stderr
    texts = [each.text for each in Document(str(tmp_path / "x.docx")).paragraphs]
    assert texts[:3] == ["Stadt Musterstadt", "Entwurf", "Ergebnisprotokoll: 1. Treffen"]


def test_a_document_without_the_marker_says_that_its_text_is_not_used(
    cli: CommandLine, tmp_path: Path
) -> None:
    cli("new", "1. Treffen", "--series", "Netzwerk", "--date", "2026-10-14", "--lang", "de")
    letter = Document()
    letter.add_paragraph("Stadt Musterstadt")
    own(cli, "minutes.docx").parent.mkdir(parents=True)
    letter.save(str(own(cli, "minutes.docx")))
    done = cli("minutes", "last", "--format", "docx", "-o", tmp_path / "x.docx")
    assert done.exit_code == 0, done.stderr
    assert f"The document {own(cli, 'minutes.docx')} has no paragraph with" in done.stderr
    assert "{{protokoll}}" in done.stderr
    texts = [each.text for each in Document(str(tmp_path / "x.docx")).paragraphs]
    assert "Stadt Musterstadt" not in texts
    checked = cli("templates", "check", "minutes.docx")
    assert (checked.exit_code, checked.stdout) == (0, "minutes.docx can be used.\n")
    assert checked.stderr.count("{{protokoll}}") == 2, "once, with what to write"
    exported = cli("export", "last", "--format", "docx")
    assert "has no paragraph with {{protokoll}} alone" in exported.stderr
    mail = cli("minutes", "last", "--format", "docx", "--built-in", "-o", tmp_path / "y.docx")
    assert "{{protokoll}}" not in mail.stderr
    Document().save(str(own(cli, "minutes.docx")))  # styles, and no text that could be lost
    done = cli("minutes", "last", "--format", "docx", "-o", tmp_path / "z.docx")
    assert "{{protokoll}}" not in done.stderr


@pytest.mark.parametrize(
    ("name", "format_", "text", "problem"),
    [
        ("en/minutes.md.j2", "md", "", "it makes an empty text"),
        ("en/minutes.md.j2", "md", "{% if false %}x{% endif %}\n \t\n", "it makes an empty text"),
        ("en/minutes.md.j2", "md", "\ufeff{# nothing yet #}\n", "it makes an empty text"),
        ("minutes.typ", "pdf", '#set document(title: "x")\n', "it prints no text"),
        (
            "minutes.typ",
            "pdf",
            '#import "shipped/minutes.typ": paper\n'
            "#set document(title: paper.title, date: datetime(..paper.properties.date))\n"
            "#pagebreak()\n",
            "it prints no text",
        ),
    ],
)
def test_a_template_that_makes_nothing_is_told(
    cli: CommandLine, tmp_path: Path, name: str, format_: str, text: str, problem: str
) -> None:
    cli("new", "1. Meeting", "--series", "Network", "--date", "2026-10-14")
    file = own(cli, name)
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    output = tmp_path / f"x.{format_}"
    done = cli("minutes", "last", "-o", output)
    assert done.exit_code == 4
    assert str(file) in done.stderr
    assert problem in done.stderr
    assert "--built-in" in done.stderr
    assert not output.exists()
    assert cli("export", "last", "--format", format_).exit_code == 4
    assert not list(cli.root.rglob("*-v1.*"))
    checked = cli("templates", "check", name)
    assert checked.exit_code == 4
    assert problem in checked.stdout
    assert cli("minutes", "last", "--built-in", "-o", output).exit_code == 0
    assert output.stat().st_size > 100


def test_signs_that_no_font_has_are_told_and_where_a_font_goes(
    cli: CommandLine, tmp_path: Path
) -> None:
    cli("new", "Treffen mit 汉 und 語", "--series", "Netzwerk", "--date", "2026-10-14")
    output = tmp_path / "x.pdf"
    done = cli("minutes", "last", "-o", output)
    assert done.exit_code == 0, done.stderr
    assert "have no sign for: 汉 語. " in done.stderr
    assert "templates/minutes/fonts/" in done.stderr
    fonts = own(cli, "fonts")
    assert str(fonts) in cli("templates", "list").stderr
    fonts.mkdir(parents=True)
    shutil.copy(Path(__file__).parents[1] / "minutes" / "one-sign.ttf", fonts)
    assert "have no sign for: 語. " in cli("minutes", "last", "-o", output).stderr
    assert "汉" in text_of(output.read_bytes())
    plain = cli("minutes", "last", "--format", "md").stderr
    assert "no sign" not in plain


def test_the_sample_has_everything_in_it() -> None:
    kinds: tuple[MeetingKind, ...] = ("body", "workshop")
    for kind in kinds:
        for language in ("de", "en"):
            made = paper(sample(kind, language), Wanted(language=language))
            blocks = {type(block).__name__ for part in made.parts for block in part.blocks}
            assert blocks >= {"Heading", "Paragraph", "Bullets", "Facts", "Resolution", "Table"}
            parts = {part.name for part in made.parts}
            assert parts >= {"head", "attendance", "agenda", "sections", "tail", "annexes"}


def test_without_the_library_of_word_no_document_can_be_copied(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *_: None)
    done = cli("templates", "copy", "minutes.docx")
    assert done.exit_code == 2
    assert "pip install 'facilitator[docx]'" in done.stderr
    assert not own(cli, "minutes.docx").exists()
