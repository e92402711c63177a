"""What every test starts from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from settled import pauses_wait_for_work

from facilitator.i18n import use_language

pauses_wait_for_work()

_KEPT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("house", derandomize=True, **_KEPT)
settings.register_profile("chance", derandomize=False, **_KEPT)
settings.load_profile("house")
"""The same examples in every run, however long the machine takes for one: what fails fails because
of the change that was made. `pytest --hypothesis-profile=chance` goes looking for others."""


@pytest.fixture(autouse=True)
def _english_screen() -> Iterator[None]:
    """The language of the screen is a matter of the process: one test must not set that of the
    next."""
    use_language("en")
    yield
    use_language("en")
