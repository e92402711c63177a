"""`facilitator record`: lines through the grammar of the live screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CommandLine

import facilitator


def _entries(cli: CommandLine, table: str) -> list[str]:
    shown = cli("minutes", "last", "--format", "json")
    return [row["text"] for row in json.loads(shown.stdout)[table]]


def test_each_line_has_an_answer_and_is_in_the_meeting(cli: CommandLine) -> None:
    cli.plan()
    done = cli.record(
        "# Berichte",
        "Die AG hat 14 Mitglieder",
        "",
        "- Befragung der Betriebe >Brandt <Ende März",
        "! Die AG wird erweitert",
        "? Wer zahlt",
        "s: Dolmetscherpool",
    )
    assert done.exit_code == 0, done.stderr
    answers = done.stdout.splitlines()
    assert len(answers) == 6
    assert answers[2].startswith("M1 Befragung der Betriebe")
    assert answers[3].startswith("B1 Die AG wird erweitert")
    assert _entries(cli, "notes") == ["Die AG hat 14 Mitglieder"]
    assert _entries(cli, "action_items") == ["Befragung der Betriebe"]
    assert _entries(cli, "questions") == ["Wer zahlt"]


def test_the_first_line_starts_the_meeting_and_its_first_item(
    cli: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "agenda.txt").write_text("1. Eröffnung\n2. Ausblick\n", encoding="utf-8")
    cli.plan("Treffen", "Netzwerk", "--agenda", tmp_path / "agenda.txt")
    assert json.loads(cli("list", "--format", "json").stdout)[0]["state"] == "planned"
    cli.record("Guten Tag", "/weiter", "Bis bald")
    tables = json.loads(cli("minutes", "last", "--format", "json").stdout)
    items = {item["id"]: item for item in tables["agenda_items"]}
    assert [items[note["item"]]["title"] for note in tables["notes"]] == ["Eröffnung", "Ausblick"]
    assert [item["state"] for item in tables["agenda_items"]] == ["done", "running"]


def test_no_line_starts_nothing(cli: CommandLine) -> None:
    cli.plan()
    assert cli("record", "last", stdin="\n  \n").exit_code == 0
    assert json.loads(cli("list", "--format", "json").stdout)[0]["state"] == "planned"


def test_a_first_line_that_goes_elsewhere_does_not_touch_the_first_item(
    cli: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "agenda.txt").write_text("1. Eröffnung\n2. Ausblick\n", encoding="utf-8")
    cli.plan("Treffen", "Netzwerk", "--agenda", tmp_path / "agenda.txt")
    cli.record("# 2")
    tables = json.loads(cli("minutes", "last", "--format", "json").stdout)
    assert [item["state"] for item in tables["agenda_items"]] == ["open", "running"]


def test_undo_and_redo(cli: CommandLine) -> None:
    cli.plan()
    done = cli.record("# Berichte", "Eins", "Zwei", "/zurück", "/undo", "/wieder")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[3:] == [
        "Taken back: Zwei",
        "Taken back: Eins",
        "Brought back: Eins",
    ]
    assert _entries(cli, "notes") == ["Eins"]


def test_a_line_that_cannot_be_taken_does_not_stop_the_rest(cli: CommandLine) -> None:
    cli.plan()
    done = cli.record("# Berichte", "/wand", "/weiter", "# 8.4", "danach")
    assert done.exit_code == 2
    answers = done.stdout.splitlines()
    assert [answer.startswith("! ") for answer in answers] == [False, True, True, True, False]
    assert "/wand" in answers[1]
    assert _entries(cli, "notes") == ["# 8.4", "danach"], "no word is thrown away"


def test_a_word_behind_a_stroke_that_is_no_command_is_a_note(cli: CommandLine) -> None:
    cli.plan()
    assert cli.record("/etc und so").exit_code == 0
    assert _entries(cli, "notes") == ["/etc und so"]


def test_quit_stops_reading(cli: CommandLine) -> None:
    cli.plan()
    assert cli.record("Eins", "/ende", "Zwei").exit_code == 0
    assert _entries(cli, "notes") == ["Eins"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_bytes_of_any_program_are_read(cli: CommandLine, encoding: str) -> None:
    cli.plan()
    done = cli("record", "last", stdin="Größe für Öztürk\r\nzweite Zeile".encode(encoding))
    assert done.exit_code == 0, done.stderr
    assert _entries(cli, "notes") == ["Größe für Öztürk", "zweite Zeile"]


def test_a_file_is_read_too(cli: CommandLine, tmp_path: Path) -> None:
    cli.plan()
    (tmp_path / "lines.txt").write_bytes("Öffnung\nzweite".encode("utf-16"))
    assert cli("record", "last", tmp_path / "lines.txt").exit_code == 0
    assert _entries(cli, "notes") == ["Öffnung", "zweite"]
    assert cli("record", "last", tmp_path / "missing.txt").exit_code == 4


def test_control_codes_of_a_line_never_reach_a_terminal(cli: CommandLine) -> None:
    cli.plan()
    done = cli.record("\x1b]0;title\x07 \x1b[31mred")
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout


def test_a_closed_meeting_takes_nothing(cli: CommandLine) -> None:
    cli.plan()
    cli.record("Eins")
    cli("close", "last")
    done = cli.record("Zwei")
    assert done.exit_code == 2
    assert "is closed" in done.stderr
    assert _entries(cli, "notes") == ["Eins"]


# -- in a process of its own -------------------------------------------------------------------


def _command(*args: str) -> list[str]:
    return [sys.executable, "-m", "facilitator.cli", *args]


def _environment() -> dict[str, str]:
    where = str(Path(facilitator.__file__).resolve().parent.parent)
    return os.environ | {"PYTHONPATH": where}


def test_a_line_is_on_disk_before_its_answer_comes(cli: CommandLine) -> None:
    reference = cli.plan()
    path = cli.root / f"{reference}.json"
    with subprocess.Popen(
        _command("record", "last"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=_environment(),
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(5):
            process.stdin.write(f"Zeile Nummer {number}\n".encode())
            process.stdin.flush()
            answer = process.stdout.readline().decode()
            assert f"Zeile Nummer {number}" in answer
            assert f"Zeile Nummer {number}" in path.read_text(encoding="utf-8")
        process.kill()
    assert cli("check").exit_code == 0
    assert len(_entries(cli, "notes")) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a POSIX system")
def test_ctrl_c_ends_with_130_and_loses_nothing(cli: CommandLine) -> None:
    import signal

    cli.plan()
    with subprocess.Popen(
        _command("record", "last"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=_environment(),
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"Eins\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.wait(60)
        said = process.stderr.read().decode()
    assert process.returncode == 130
    assert "Everything accepted before is saved" in said
    assert "Traceback" not in said
    assert _entries(cli, "notes") == ["Eins"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX system")
def test_when_nobody_reads_the_answers_the_lines_are_recorded_all_the_same(
    cli: CommandLine,
) -> None:
    cli.plan()
    lines = "".join(f"Zeile {number}\n" for number in range(300))
    with subprocess.Popen(
        _command("record", "last"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=_environment(),
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(lines.encode())
        process.stdin.close()
        said = process.stderr.read().decode()
        process.wait(60)
    assert process.returncode == 0, said
    assert said == ""
    assert len(_entries(cli, "notes")) == 300


def test_a_marked_line_is_a_card_on_the_board_of_the_item(cli: CommandLine) -> None:
    cli.plan()
    done = cli.record("# Grundfragen", "k: Kautionen zu hoch [/x]", "karte: Lärm", "/undo")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines()[1:] == [
        "board: Grundfragen · card: Kautionen zu hoch [/x]",
        "card: Lärm",
        "Taken back: card: Lärm",
    ]
    shown = cli("minutes", "last", "--format", "json")
    assert "Kautionen zu hoch [/x]" in shown.stdout


def test_somebody_new_is_said_to_be_new(cli: CommandLine) -> None:
    cli.plan()
    done = cli.record("+Petrova")
    assert done.stdout.startswith("Petrova is new and here")
