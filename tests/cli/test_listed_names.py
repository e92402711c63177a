"""Who reports is spelled as on the list of people, in every document."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import CommandLine

AGENDA = """\
1. Begrüßung (Weiß)
2. Bericht (Petra Weiß, Samir Haddad)
3. Haushalt (Anna Lange)
"""


@pytest.fixture
def planned(cli: CommandLine, tmp_path: Path) -> CommandLine:
    (tmp_path / "a.txt").write_text(AGENDA, encoding="utf-8")
    people = "Name;Funktion\nDr. Petra Weiß;Leiterin\nSamir Haddad;\n"
    (tmp_path / "p.csv").write_text(people, encoding="utf-8")
    cli.plan("2. Treffen", "Netzwerk", "--agenda", tmp_path / "a.txt",
                     "--people", tmp_path / "p.csv")  # fmt: skip
    return cli


def test_every_document_spells_them_as_the_list_does(planned: CommandLine) -> None:
    for kind in ("results", "agenda"):
        done = planned("minutes", "last", "--kind", kind)
        assert "Dr. Petra Weiß, Samir Haddad" in done.output, kind
        assert "Anna Lange" in done.output
        assert not any(f"{before}Petra Weiß" in done.output for before in (": ", "– ", "(")), (
            done.output
        )


def test_the_public_version_has_functions(planned: CommandLine) -> None:
    done = planned("minutes", "last", "--public")
    assert "Weiß" not in done.stdout
    assert "Haddad" not in done.stdout
    assert "Leiterin" in done.stdout
