"""One thing that differs, as it is said."""

from __future__ import annotations

from typing import Literal

from facilitator.i18n import tr
from facilitator.meeting.model import Value

Kind = Literal["changed", "new", "gone", "order"]


class Difference(Value, frozen=True, kw_only=True):
    """`where`: from the outside in ('TOP 8.2', 'B-2026-008'); `what`: the name of the field;
    `before` and `after` as they are shown, long texts only with what differs. In the language of
    the screen when it was made."""

    kind: Kind
    where: tuple[str, ...] = ()
    what: str = ""
    before: str = ""
    after: str = ""

    def words(self) -> str:
        """'TOP 8.2, B-2026-008: Wortlaut: „…“ → „…“' in one line."""
        place = ", ".join(each for each in self.where if each)
        match self.kind:
            case "new":
                said = tr("new: {thing}", thing=self.after)
            case "gone":
                said = tr("gone: {thing}", thing=self.before)
            case _:
                said = f"{self.before} → {self.after}"
        order = tr("order changed") if self.kind == "order" else ""
        parts = (place, self.what, order, said)
        return " ".join(": ".join(each for each in parts if each).split())
