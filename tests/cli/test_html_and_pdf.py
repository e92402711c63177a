"""HTML and PDF through the command line, with a town's own templates."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from command_line import CommandLine
from html_reader import texts
from pdf_reader import marks, pages


@pytest.fixture
def held(cli: CommandLine) -> CommandLine:
    cli("new", "1. Treffen", "--series", "Netzwerk", "--date", "2026-10-14", "--lang", "de")
    cli.record("# Berichte", "m: Flyer <b>5</b> | #x >Yıldız", "! Wir machen weiter", "i: geheim")
    cli("close", "last")
    return cli


def test_several_formats_into_a_folder(held: CommandLine, tmp_path: Path) -> None:
    done = held("minutes", "last", "--format", "html,pdf", "-o", f"{tmp_path / 'out'}/")
    assert done.exit_code == 0, done.stderr
    html = (tmp_path / "out" / "2026-10-14-1-treffen.html").read_text("utf-8")
    said = texts(html)
    assert said[:2] == ["Entwurf", "Ergebnisprotokoll: 1. Treffen"]
    assert "Wir machen weiter" in said
    assert "Flyer <b>5</b> | #x" in said
    assert "geheim" not in html
    pdf = (tmp_path / "out" / "2026-10-14-1-treffen.pdf").read_bytes()
    assert marks(pdf)["dc:title"] == "Ergebnisprotokoll: 1. Treffen"
    assert pages(pdf) >= 1


def test_in_the_other_language(held: CommandLine) -> None:
    said = texts(held("minutes", "last", "--format", "html", "--lang", "en").stdout)
    assert said[:2] == ["Draft", "Minutes: 1. Treffen"]


def test_a_word_a_town_says_otherwise_stands_in_html(held: CommandLine) -> None:
    own = held.root / "templates" / "minutes" / "de" / "words.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[status]\ndraft = "vorläufig"\n', "utf-8")
    assert texts(held("minutes", "last", "--format", "html").stdout)[0] == "Vorläufig"


def test_a_broken_template_is_named_and_nothing_is_written(
    held: CommandLine, tmp_path: Path
) -> None:
    own = held.root / "templates" / "minutes" / "minutes.typ"
    own.parent.mkdir(parents=True)
    own.write_text("= Protokoll\n#nirgends\n", "utf-8")
    done = held("--lang", "de", "minutes", "last", "--format", "pdf", "-o", tmp_path / "m.pdf")
    assert done.exit_code == 4
    assert f"{own}, Zeile 2" in " ".join(done.stderr.split())
    assert "unknown variable: nirgends" in " ".join(done.stderr.split())
    assert not (tmp_path / "m.pdf").exists()


def test_without_typst_it_says_what_installs_it(
    held: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "typst" else there(name)
    )
    done = held("minutes", "last", "--format", "pdf", "-o", tmp_path / "m.pdf")
    assert done.exit_code == 2
    assert "pip install 'facilitator[pdf]'" in done.stderr
    assert not (tmp_path / "m.pdf").exists()
