"""The same meeting always gives the same bytes in every format: whatever the order of keys on the
disk, the seed of hashes, the locale and the time zone of the machine."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from big_meeting import big_meeting

import facilitator
from facilitator.formats import FORMATS

PROGRAM = Path(facilitator.__file__).resolve().parent.parent
RUN = "import facilitator.cli; facilitator.cli.main()"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("same") / "workspace"
    big_meeting(folder)
    return folder


def minutes(folder: Path, into: Path, **environment: str) -> dict[str, bytes]:
    """All formats that can be written here, file by file."""
    formats = [code for code, form in FORMATS.items() if form.is_there and "results" in form.kinds]
    done = subprocess.run(
        [sys.executable, "-c", RUN, "minutes", "last", "--format", ",".join(formats),
         "--workspace", str(folder), "-o", f"{into}/"],
        capture_output=True,
        env=os.environ
        | {
            "FACILITATOR_NOW": "2026-10-15T09:00",
            "FACILITATOR_STATE": str(folder.parent / "state"),
            "PYTHONPATH": str(PROGRAM),
        }
        | environment,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return {file.name: file.read_bytes() for file in into.iterdir()}


def differing(files: dict[str, bytes], known: dict[str, bytes]) -> list[str]:
    assert files.keys() == known.keys()
    return [name for name, content in files.items() if content != known[name]]


def shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(each, chance) for each in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def known(workspace: Path) -> dict[str, bytes]:
    into = workspace.parent / "known"
    files = minutes(workspace, into, PYTHONHASHSEED="0", LC_ALL="C.UTF-8", TZ="Europe/Berlin")
    (text,) = (content for name, content in files.items() if name.endswith(".md"))
    assert text.count(b"| M") > 50
    return files


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4711", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "de_DE.ISO-8859-1", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "TZ": "America/Adak"},
    ],
    ids=lambda environment: " ".join(environment.values()),
)
def test_on_another_machine(
    workspace: Path, tmp_path: Path, known: dict[str, bytes], environment: dict[str, str]
) -> None:
    assert not differing(minutes(workspace, tmp_path / "minutes", **environment), known)


def test_with_the_keys_on_the_disk_in_another_order(
    workspace: Path, tmp_path: Path, known: dict[str, bytes]
) -> None:
    folder = tmp_path / "workspace"
    shutil.copytree(workspace, folder)
    chance = random.Random(5)
    files = [*folder.rglob("*.json")]
    for file in files:
        content = json.loads(file.read_text("utf-8"))
        file.write_text(json.dumps(shuffled(content, chance), ensure_ascii=False), "utf-8")
    assert len(files) >= 2
    assert not differing(minutes(folder, tmp_path / "minutes"), known)
