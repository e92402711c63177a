"""A closed meeting of a body and its exporter, on a clock that can go on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from facilitator.clock import FixedClock
from facilitator.exporting import Exporter, exporter_for
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace

STEM = "2026-10-14-6-sitzung"


class MinutesDesk:
    """A closed meeting and its exporter, on a clock that can go on."""

    def __init__(self, root: Path) -> None:
        self.clock = FixedClock(datetime(2026, 10, 14, 16, tzinfo=UTC))
        self.workspace = Workspace(root, clock=self.clock, device="aaaa")
        slug = self.workspace.found_series("Beirat", language="de", kind="body")
        self.reference = self.workspace.plan_meeting(slug, "6. Sitzung", day=date(2026, 10, 14))
        live = self.live
        live.record(c.AgendaItemAdded(title="Bericht", id="i"))
        live.record(c.ItemStarted(item="i"), c.DecisionRecorded(wording="So sei es", item="i"))
        live.close()

    @property
    def live(self) -> LiveMeeting:
        return self.workspace.open(self.reference)

    @property
    def folder(self) -> Path:
        return self.workspace.minutes_folder(self.reference)

    @property
    def exporter(self) -> Exporter:
        return exporter_for(self.workspace, self.live)

    def days_later(self, days: int) -> None:
        self.clock.advance(days * 86_400)

    def change(self, wording: str = "Anders") -> None:
        live = self.live
        live.record(c.DecisionAmended(decision=live.meeting.decisions[0].id, wording=wording))

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.folder.iterdir())}
