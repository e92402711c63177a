"""Ids of changes: order, identity, and the device's own."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.clock import FixedClock, SystemClock
from facilitator.meeting.model import Instant
from facilitator.store.clock import ChangeClock, device_id

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_an_id_tells_time_counter_and_writer():
    clock = ChangeClock("abcd", FixedClock(NOON).now)
    made = clock.next_id()
    assert re.fullmatch(r"[0-9a-f]{12}-[0-9a-f]{3}-abcd[0-9a-f]{4}", made)
    assert int(made[:12], 16) == NOON.timestamp() * 1000
    assert made[-8:-4] == "abcd"
    assert clock.writer == made[-8:]


@given(st.lists(st.integers(-100_000, 100_000), min_size=1, max_size=60))
def test_ids_rise_however_the_wall_clock_jumps(jumps: list[int]):
    wall = FixedClock(NOON)
    clock = ChangeClock("abcd", wall.now)
    made = []
    for jump in jumps:
        wall.set_wall(wall.now().at + timedelta(milliseconds=jump))
        made += [clock.next_id(), clock.next_id()]
    assert made == sorted(set(made))


def test_a_full_counter_runs_over_into_the_milliseconds():
    clock = ChangeClock("abcd", FixedClock(NOON).now)
    made = [clock.next_id() for _ in range(5000)]
    assert made == sorted(set(made))
    assert {len(each) for each in made} == {25}
    assert int(made[-1][:12], 16) == NOON.timestamp() * 1000 + 1


def test_what_was_seen_is_overtaken():
    clock = ChangeClock("abcd", FixedClock(NOON).now)
    clock.seen("ffff00000000-000-12345678")  # beyond belief
    clock.seen("no id")
    assert clock.next_id() < "1"
    clock.seen("0a0000000000-fff-12345678")
    assert clock.next_id() > "0a0000000000-fff-12345678"
    clock.seen("000000000001-000-12345678")
    assert clock.next_id() > "0a0000000000-fff-12345678"


def test_two_openings_in_one_process_never_share_a_writer():
    now = FixedClock(NOON).now
    made = {ChangeClock("abcd", now).next_id() for _ in range(3000)}
    assert len(made) == 3000


def test_the_device_is_chosen_once(tmp_path: Path):
    folder = tmp_path / "state" / "facilitator"
    first = device_id(folder)
    assert re.fullmatch("[0-9a-f]{4}", first)
    assert device_id(folder) == first
    assert [each.name for each in folder.iterdir()] == ["device"]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "device").stat().st_mode & 0o777 == 0o600


def test_programs_started_together_agree_on_the_device(tmp_path: Path):
    for attempt in range(20):
        folder = tmp_path / str(attempt)
        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(device_id, [folder] * 8))) == 1


def test_rubbish_in_the_file_of_the_device_is_replaced(tmp_path: Path):
    (tmp_path / "device").write_bytes(b"\xff\xfe nothing")
    found = device_id(tmp_path)
    assert re.fullmatch("[0-9a-f]{4}", found)
    assert device_id(tmp_path) == found


def test_without_a_place_to_keep_it_the_device_lasts_for_the_run(tmp_path: Path):
    (tmp_path / "file").touch()
    assert re.fullmatch("[0-9a-f]{4}", device_id(tmp_path / "file" / "folder"))


def test_the_clock_of_the_system(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("FACILITATOR_NOW", raising=False)
    clock = SystemClock()
    now = clock.now()
    assert isinstance(now, Instant)
    assert abs(now.at - datetime.fromtimestamp(time.time(), UTC)) < timedelta(seconds=5)
    assert now.at.utcoffset() is not None
    assert now.opening == clock.opening
    assert re.fullmatch("[0-9a-f]{4}", clock.opening)
    assert now.seconds_until(clock.now()) >= 0
    assert clock.today() == now.at.date()


@pytest.mark.parametrize("told", ["2026-11-24T14:00:00", "2026-11-24T14:00:00+01:00"])
def test_the_clock_can_be_told_where_to_start(monkeypatch: pytest.MonkeyPatch, told: str):
    monkeypatch.setenv("FACILITATOR_NOW", told)
    clock = SystemClock()
    start = datetime.fromisoformat(told)
    first, later = clock.now(), clock.now()
    assert timedelta(0) <= first.at.replace(tzinfo=start.tzinfo) - start < timedelta(hours=1)
    assert later.at >= first.at
    assert clock.today().isoformat() == "2026-11-24"


def test_a_fixed_clock_moves_when_told():
    clock = FixedClock(NOON)
    before = clock.now()
    clock.advance(90)
    assert before.seconds_until(clock.now()) == 90
    assert clock.now().at - NOON == timedelta(seconds=90)
    clock.set_wall(NOON - timedelta(hours=1))
    assert before.seconds_until(clock.now()) == 90
