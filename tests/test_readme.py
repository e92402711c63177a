"""README and its German sister say what the program does: tables written by the program, commands
that exist, exit codes as they are."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from facilitator import errors
from facilitator.cli.boundary import STOPPED, UNFORESEEN
from facilitator.cli.program import COMMANDS
from facilitator.i18n import current_language, use_language

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setenv("LANGUAGE", "en")
    spec = importlib.util.spec_from_file_location("keys", ROOT / "docs" / "keys.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "keys", module)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_those_of_the_program(keys: ModuleType) -> None:
    before = current_language()
    try:
        assert keys.drifted() == [], "make docs"
    finally:
        use_language(before)


def test_every_command_is_there() -> None:
    for page in ("README.md", "docs/LIESMICH.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for command in COMMANDS:
            assert f"`facilitator {command}" in text, (page, command)


def test_every_exit_code_is_explained() -> None:
    kinds = [errors.FacilitatorError, *errors.FacilitatorError.__subclasses__()]
    codes = {0, STOPPED, UNFORESEEN} | {kind.exit_code for kind in kinds}
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)} == codes


def test_its_two_commands_are_what_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "pip install . && facilitator demo" in readme
    assert "pip install '.[test]' && pytest" in readme
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "pip install --quiet '.[test]'\npytest" in script


def test_files_name_no_machine_and_no_registry() -> None:
    names = ["README.md", "docs/LIESMICH.md", "constraints.txt", "Makefile", ".ci/run"]
    for name in [*names, "pyproject.toml", "CHANGELOG.md"]:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"pypi\.|index-url|find-links|/root/|/work/|/home/|file://", text), (
            name
        )
