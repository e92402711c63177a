"""Work in a process of its own: whatever it does, the caller goes on."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from facilitator.errors import BadTemplate
from facilitator.guarded import Broke, TookTooLong, TooMuchMemory, in_a_process


def run(name: str, payload: bytes = b"", seconds: float = 20, **more: int) -> bytes:
    return in_a_process(f"guarded_work:{name}", payload, seconds=seconds, **more)


def test_bytes_go_and_come() -> None:
    payload = "Größe\0\n".encode() + bytes(range(128)) * 20_000
    assert run("upper", payload) == payload.upper()


def test_what_a_library_prints_is_no_result() -> None:
    assert run("noisy", b"abc") == b"abc"


@pytest.mark.parametrize("name", ["forever", "asleep"])
def test_it_is_ended_at_its_limit(name: str) -> None:
    with pytest.raises(TookTooLong, match=r"0\.3 seconds"):
        run(name, seconds=0.3)
    assert threading.active_count() < 10


def test_it_gets_no_more_memory_than_it_may_have() -> None:
    with pytest.raises(TooMuchMemory):
        run("greedy")


def test_what_nobody_can_read_is_refused() -> None:
    with pytest.raises(TooMuchMemory, match="1000 bytes"):
        run("talkative", b"x" * 10, largest=999)


def test_its_own_words_arrive() -> None:
    with pytest.raises(BadTemplate, match="Zeile 3: Größe") as caught:
        run("complaining", "Größe".encode())
    assert caught.value.can_use_built_in


def test_other_failures_are_named() -> None:
    with pytest.raises(Broke, match="ZeroDivisionError: division by nothing"):
        run("failing")
    with pytest.raises(Broke):
        run("dying")
    with pytest.raises(Broke, match="nothing_there"):
        in_a_process("facilitator.guarded:nothing_there", b"", seconds=5)


def test_it_writes_no_file(tmp_path: Path) -> None:
    with pytest.raises(Broke):
        run("writing", str(tmp_path / "x").encode())
    assert not (tmp_path / "x").exists() or (tmp_path / "x").read_bytes() == b""


def test_it_loads_no_screen() -> None:
    loaded = run("modules").decode().splitlines()
    assert "facilitator.guarded" in loaded
    assert not [name for name in loaded if name.partition(".")[0] in ("textual", "screens")]


def test_without_an_interpreter_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(Broke, match="no process"):
        run("upper")
