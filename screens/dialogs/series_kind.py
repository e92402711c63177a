"""The kind of a series founded wrongly: another one, and in words what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from facilitator.i18n import ntr, tr
from facilitator.meeting.model import MeetingKind, Value
from facilitator.planning.standing import REVIEWED_KINDS
from screens.dialogs.form import Field, FormDialog
from screens.words import kind_options


class SeriesKind(Value, frozen=True, kw_only=True):
    kind: MeetingKind
    with_planned: bool
    """Meetings that are planned and have not begun follow."""


class SeriesKindDialog(FormDialog[SeriesKind]):
    """`planned`, `held`: how many meetings have not begun and have."""

    def __init__(self, kind: MeetingKind, planned: int, held: int) -> None:
        super().__init__()
        self._kind = kind
        self._planned = planned
        self._held = held

    def title_text(self) -> str:
        return tr("KIND OF THE SERIES")

    def keys_text(self) -> str:
        return tr("↵ take it   Tab next field   ←→ choose   Esc leave")

    def fields(self) -> Iterable[Field]:
        yield Field("kind", tr("Kind"), self._kind, options=kind_options())
        if self._planned:
            too = ntr("new ones and the planned one", "new ones and the {n} planned", self._planned)
            options = (("yes", too), ("no", tr("new ones only")))
            yield Field("planned", tr("Goes for"), "yes", options=options)

    def on_mount(self) -> None:
        self.value_changed("kind")

    def value_changed(self, field: str) -> None:
        kind = cast("MeetingKind", self.value("kind"))
        lines = [*kind_follows(kind), ""]
        if self._held:
            lines.append(
                ntr(
                    "The meeting that was held stays as it is.",
                    "The {n} meetings that were held stay as they are.",
                    self._held,
                )
            )
        if kind == self._kind:
            lines.append(tr("That is the kind it has."))
        self.note("\n".join(lines).rstrip("\n"))

    def answer(self) -> SeriesKind:
        return SeriesKind(
            kind=cast("MeetingKind", self.value("kind")),
            with_planned=bool(self._planned) and self.value("planned") == "yes",
        )


def kind_follows(kind: MeetingKind) -> tuple[str, str, str]:
    """What a kind means for notes, for votes and quorum, and for the agenda."""
    notes = tr("Notes go into the minutes.")
    votes = tr("Votes and quorum stay out of sight until they are asked for.")
    agenda = tr("The program puts nothing on the agenda.")
    if kind == "body":
        notes = tr("Notes are for the record only; what is marked goes into the minutes.")
        votes = tr("Votes, bias and quorum are offered; the chair is asked for.")
        agenda = tr("The agenda gets the approval of the minutes and the open action items.")
    elif kind == "conference":
        votes = tr("Votes are a picture of opinion; no quorum.")
    elif kind in REVIEWED_KINDS:
        agenda = tr("The agenda gets the open action items.")
    return notes, votes, agenda
