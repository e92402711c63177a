"""What every test starts from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from facilitator.i18n import use_language


@pytest.fixture(autouse=True)
def _english_screen() -> Iterator[None]:
    """The language of the screen is a matter of the process: one test must not set that of the
    next."""
    use_language("en")
    yield
    use_language("en")
