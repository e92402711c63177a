"""A new series: what it is called, what kind of meetings, in which language its minutes are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from facilitator.errors import UsageProblem
from facilitator.i18n import current_language, tr
from facilitator.meeting.model import MeetingKind, Value
from screens.dialogs.form import Field, FormDialog
from screens.words import kind_options


class NewSeries(Value, frozen=True, kw_only=True):
    name: str
    kind: MeetingKind
    language: str


class NewSeriesDialog(FormDialog[NewSeries]):
    def title_text(self) -> str:
        return tr("NEW SERIES")

    def fields(self) -> Iterable[Field]:
        languages = (("de", tr("German")), ("en", tr("English")))
        yield Field("name", tr("Name"), hint=tr("a steering group, a network, a working group"))
        yield Field("kind", tr("Kind"), "network", options=kind_options())
        yield Field("language", tr("Minutes in"), current_language(), options=languages)

    def answer(self) -> NewSeries:
        if not self.value("name"):
            raise UsageProblem(tr("How is it called? A name is all it needs."))
        return NewSeries(
            name=self.value("name"),
            kind=cast("MeetingKind", self.value("kind")),
            language=self.value("language"),
        )
