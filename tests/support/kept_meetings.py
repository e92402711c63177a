"""The five meetings of the scenarios as they stand when their minutes are exported, kept as our own
JSON (without its tables), so that formats can be tried on them without playing them again.

The tests of the scenarios say when a kept file no longer says what the scenario says; then
`FACILITATOR_KEEP=1 pytest tests/scenarios` writes them anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from facilitator.exchange.json_carried import read_carried
from facilitator.exchange.json_form import meeting_json
from facilitator.live import LiveMeeting
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import Meeting
from facilitator.minutes.markdown import markdown
from facilitator.store.adopting import understood

FOLDER = Path(__file__).parent.parent / "formats" / "meetings"
NAMES = ("wartburgkreis", "leverkusen", "voelklingen", "neuwied", "peine")


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.json"


def kept(name: str) -> Meeting:
    carried = read_carried(path_of(name).read_bytes())
    return MeetingFold(understood(carried.rows).values()).value()


def is_kept(name: str, live: LiveMeeting) -> bool:
    """Whether the kept meeting has the same minutes as the one just played."""
    if os.environ.get("FACILITATOR_KEEP"):
        _keep(name, live)
    return markdown(kept(name)) == markdown(live.meeting)


def _keep(name: str, live: LiveMeeting) -> None:
    text = meeting_json(
        live.meeting,
        rows=live.rows(),
        series_rows=live.series_rows(),
        file=live.reference.rpartition("/")[2],
    )
    text = text[: text.index(',\n  "meetings": [')] + "\n}\n"
    json.loads(text)
    path_of(name).write_text(text, encoding="utf-8", newline="\n")
