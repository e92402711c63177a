"""The half-typed line on disk."""

from __future__ import annotations

from pathlib import Path

from facilitator.drafts import Draft, DraftFile


def test_half_a_character_does_not_cost_the_line(tmp_path: Path) -> None:
    file = DraftFile(tmp_path, tmp_path, "netzwerk/treffen")
    file.write(Draft(line="ja\ud800nein", aside=("\udfff weg",)))
    assert file.read() == Draft(line="ja?nein", aside=("? weg",))


def test_a_folder_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    file = DraftFile(tmp_path, tmp_path / "caf\udce9", "netz\udcff/treffen")
    file.write(Draft(line="ja"))
    assert file.read().line == "ja"
