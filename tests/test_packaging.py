"""The wheel as people get it: built, looked into, installed beside nothing, and tried."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = "Scripts" if sys.platform == "win32" else "bin"


def _run(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {
        n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "FACILITATOR", "PIP_"))
    }
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=kept | {"PYTHONIOENCODING": "utf-8", "PIP_NO_INDEX": "1", **more},
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of what belongs to it, with the hatchling of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    done = _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment of its own: the wheel, and the libraries of this one by a
    path file, because a test needs no network."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    done = _run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    python = folder / BIN / "python"
    done = _run(
        python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel,
        cwd=folder.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    where = _run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder.parent
    )
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(where.stdout.strip()) / "libraries.pth").write_text(
        "\n".join(sorted(libraries)) + "\n", encoding="utf-8"
    )
    return folder / BIN / "facilitator"


def test_the_wheel_holds_the_program_and_its_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"facilitator", "screens"}
    for shipped in (path for path in (ROOT / "data").rglob("*") if path.is_file()):
        assert f"facilitator/data/{shipped.relative_to(ROOT / 'data').as_posix()}" in names
    for package in ("facilitator", "screens"):
        for module in (ROOT / package).rglob("*"):
            if module.suffix in (".py", ".tcss"):
                assert module.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests")]


def test_the_wheel_says_who_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith("METADATA"))
    text = archive.read(metadata).decode()
    assert "Name: facilitator" in text
    assert "Requires-Dist: textual<8.3,>=8.2" in text
    assert any(name.endswith("LICENSE") for name in archive.namelist())


def test_the_installed_program_runs_from_demo_to_minutes(installed: Path, tmp_path: Path) -> None:
    home = {
        "HOME": str(tmp_path),
        "FACILITATOR_STATE": str(tmp_path / "state"),
        "FACILITATOR_WORKSPACE": str(tmp_path / "workspace"),
        "LC_ALL": "C.UTF-8",
    }
    version = _run(installed, "--version", cwd=tmp_path, **home)
    assert version.returncode == 0, version.stderr
    assert version.stdout.startswith("facilitator ")

    where = _run(
        installed.parent / "python", "-c", "import facilitator; print(facilitator.__file__)",
        cwd=tmp_path, **home,
    )  # fmt: skip
    assert str(installed.parent.parent) in where.stdout, "the checkout was tried instead"

    demo = _run(
        installed, "demo", "--no-screen", "--lang", "de", "--workspace", tmp_path / "workspace",
        cwd=tmp_path, **home,
    )  # fmt: skip
    assert demo.returncode == 0, demo.stderr
    assert demo.stdout.strip() == str(tmp_path / "workspace")

    listed = _run(installed, "list", "--lang", "de", cwd=tmp_path, **home)
    assert listed.returncode == 0, listed.stderr
    assert "Netzwerk Integration" in listed.stdout
    assert "geschlossen" in listed.stdout, "the German catalogue is not in the wheel"

    minutes = _run(installed, "minutes", "1-treffen", cwd=tmp_path, **home)
    assert minutes.returncode == 0, minutes.stderr
    assert "Dolmetscherpool aufbauen" in minutes.stdout
