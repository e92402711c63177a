"""Versions of the minutes as files in the workspace: numbered, never overwritten, the same bytes
whenever they are asked for again.

A version is a content: formats, lists and languages of one version say the same. Only a difference
in what the minutes say, in their state or in their layout makes a new one; after a version was
sent a new content has to say why it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.exporting.exported_meeting import ExportedMeeting
from facilitator.exporting.exporter import Exporter
from facilitator.exporting.values import Asked, Edition, ExportResult, ReasonNeeded, Written

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

__all__ = [
    "Asked",
    "Edition",
    "ExportResult",
    "ExportedMeeting",
    "Exporter",
    "ReasonNeeded",
    "Written",
    "exporter_for",
]


def exporter_for(
    workspace: Workspace, live: ExportedMeeting, *, oparl_base: str = "", is_built_in: bool = False
) -> Exporter:
    """The versions of a meeting, in the folder of its series. `oparl_base`: as in `Job`; empty: as
    the settings say. `is_built_in`: whatever templates stand in the workspace."""
    from facilitator.invited import as_invited
    from facilitator.settings import load_settings

    settings = load_settings()
    return Exporter(
        live,
        workspace.minutes_folder(live.reference),
        templates=None if is_built_in else workspace.root,
        zone=settings.time_zone,
        oparl_base=oparl_base or settings.oparl_base,
        invited=lambda kind: as_invited(workspace, live, kind),
    )
