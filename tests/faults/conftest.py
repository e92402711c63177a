"""A meeting that runs, in a home folder of its own, for programs in a pseudo-terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Running


@pytest.fixture
def running(tmp_path: Path) -> Running:
    return Running.begin(tmp_path)
