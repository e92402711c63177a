"""Lines typed in the meeting of `capture_meeting`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from capture_meeting import MEETING, make_context

from facilitator.capture import Context, Reading, read
from facilitator.meeting.model import Meeting


@pytest.fixture
def meeting() -> Meeting:
    return MEETING


@pytest.fixture
def context() -> Context:
    return make_context()


@pytest.fixture
def reads() -> Callable[..., Reading]:
    """`reads(line, sticky=..., taken=...)` reads a line under item 8.2 of the meeting."""

    def reading(line: str, **values: Any) -> Reading:
        return read(line, make_context(**values))

    return reading
