"""Export from the desk."""

from __future__ import annotations

from facilitator.exporting import exporter_for
from screens.desk.line import DeskLine


class ExportActs(DeskLine):
    def action_export(self) -> None:
        """Write the Markdown beside the meeting; a new version only when something differs."""

        def write() -> str:
            result = exporter_for(self.facilitator.workspace, self.live).export()
            return result.message

        if (said := self.attempt(write)) is not None:
            self.say(f"✓ {said}")
