"""One version, one wording: on the command line."""

from __future__ import annotations

from command_line import CommandLine


def test_new_words_make_a_new_version_in_files_and_in_print(cli: CommandLine) -> None:
    cli.plan("1. Treffen", "Netz")
    cli.record("# Wohnen", "! Weiter so")
    cli("close", "last")
    assert cli("export", "last").stdout.endswith("-v1.md\n")
    first = cli("minutes", "last").stdout
    assert "version: 1\n" in first
    folder = cli.root / "templates" / "minutes" / "en"
    folder.mkdir(parents=True)
    (folder / "words.toml").write_text('[head]\nversion = "Issue"\n', encoding="utf-8")
    assert "version: 2\n" in cli("minutes", "last").stdout
    done = cli("export", "last", "--format", "html")
    assert done.stdout.endswith("-v2.html\n")
    assert "words or templates of the workspace were changed" in done.stderr
    (folder / "words.toml").unlink()
    done = cli("export", "last")
    assert done.stdout.endswith("-v3.md\n"), "version 2 has other words than these"
    assert cli("minutes", "last", "--version", "1").stdout == first
