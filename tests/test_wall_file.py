"""What the live screen asks of the wall, read by another process."""

from __future__ import annotations

from pathlib import Path

from facilitator.wall import WallFile, WallState


def test_another_process_reads_what_was_asked(tmp_path: Path) -> None:
    asked = WallState(view="read_back", subject="0001")
    WallFile(tmp_path / "state", tmp_path, "netz/treffen").write(asked)
    assert WallFile(tmp_path / "state", tmp_path, "netz/treffen").read() == asked
    assert WallFile(tmp_path / "state", tmp_path, "netz/anderes").read() == WallState()


def test_following_again_leaves_no_file_and_junk_counts_as_nothing(tmp_path: Path) -> None:
    wall = WallFile(tmp_path / "state", tmp_path, "netz/treffen")
    wall.write(WallState(view="cards", subject="b"))
    wall.path.write_bytes(b'{"view":"from a newer program"}')
    assert wall.read() == WallState()
    wall.write(WallState())
    assert not wall.path.exists()
