"""What is asked of an export, and what it did."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.meeting.model import Export, Value
from facilitator.minutes.document import Status
from facilitator.minutes.wanted import DOCUMENT_KINDS, RESULTS, SCOPES, Wanted


class Asked(Value, frozen=True, kw_only=True):
    """A document in a format."""

    format: str = "md"
    wanted: Wanted = RESULTS


class Written(Value, frozen=True, kw_only=True):
    """A file of a version. `is_new`: it was not recorded before."""

    path: Path
    version: int
    digest: str
    format: str
    wanted: Wanted
    is_new: bool = True


class ExportResult(Value, frozen=True, kw_only=True):
    """What an export did; everything is recorded. `version`: that of the minutes, if they are
    among what was asked for. `message` says it to people; `remarks` what they should know."""

    version: int
    files: tuple[Written, ...]
    is_new: bool
    message: str
    remarks: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """The first file."""
        return self.files[0].path


class ReasonNeeded(UsageProblem):
    """The minutes say something else than what was sent, so the new version must say why. Nothing
    was written; `version` is the one that was sent."""

    def __init__(self, version: int) -> None:
        self.version = version
        super().__init__(
            tr(
                "Version {n} was sent, and the minutes have changed since. Nothing was written. "
                "Give the reason for the new version; it is printed in it.",
                n=version,
            )
        )


class Edition(Value, frozen=True, kw_only=True):
    """What all files of a version share."""

    version: int
    issued: date
    status: Status | None = None
    objections_until: date | None = None
    reason: str = ""


def wanted_of(export: Export) -> Wanted | None:
    """Which document a file holds; None: one that only a newer program knows."""
    kind = next((known for known in DOCUMENT_KINDS if known == export.kind), None)
    scope = next((known for known in SCOPES if known == export.scope), None)
    if kind is None or scope is None:
        return None
    return Wanted(
        kind=kind,
        scope=scope,
        items=export.items,
        with_names=export.with_names,
        language=export.language,
    )


def edition_of(export: Export) -> Edition:
    return Edition(
        version=export.version,
        issued=export.issued,
        status=status_of(export),
        objections_until=export.objections_until,
        reason=export.reason,
    )


def status_of(export: Export) -> Status | None:
    """None: an earlier program did not say, or a newer one knows more of them."""
    return next((known for known in get_args(Status) if known == export.status), None)
