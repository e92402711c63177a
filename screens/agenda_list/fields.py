"""What can be said of an agenda item, one field after the other: its value as typed, and what a
typed value changes. A value that is not understood raises UsageProblem and the line stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from facilitator.capture import Context, read
from facilitator.errors import UsageProblem
from facilitator.exchange.agenda_times import LONGEST, minutes_in
from facilitator.i18n import current_language, tr
from facilitator.meeting import changes as c
from facilitator.meeting.features import uses
from facilitator.meeting.model import AgendaItem, Meeting
from screens.typed_values import read_clock

LONGEST_TITLE = 500
"""Characters. Real ones have 60 at the median and rarely more than 300."""


@dataclass(frozen=True)
class Field:
    """`name` is that of the item's field; `title` stands in the frame, `hint` under the line."""

    name: str
    title: Callable[[], str]
    hint: Callable[[], str]
    read: Callable[[str], object]

    def value(self, item: AgendaItem) -> str:
        """As it would be typed."""
        value = getattr(item, self.name)
        return "" if value is None else str(value)

    def changes(self, item: AgendaItem, text: str, meeting: Meeting) -> tuple[c.Change, ...]:
        """None: it is that already. Raises UsageProblem."""
        typed = " ".join(text.split())
        wanted = _result(typed, item, meeting) if self.name == "result" else self.read(typed)
        if wanted == getattr(item, self.name):
            return ()
        return (replace(c.AgendaItemAmended(item=item.id), **{self.name: wanted}),)


def fields_for(meeting: Meeting, item: AgendaItem) -> tuple[Field, ...]:
    """Those that concern this item: a break has no paper and no result, and paper numbers are
    for meetings that use them."""
    unwanted = set()
    if not item.is_business:
        unwanted = {"short_title", "presenter", "result", "paper"}
    elif not (uses(meeting, "paper") or item.paper):
        unwanted = {"paper"}
    return tuple(field for field in FIELDS if field.name not in unwanted)


def read_minutes(text: str) -> int | None:
    """'15', '20 Min', '1,5 Stunden'; nothing typed: None."""
    if not text:
        return None
    minutes = minutes_in(f"{text} min" if text.isdecimal() else text)
    if minutes is not None:
        return minutes
    if text.isdecimal() and int(text) == 0:
        raise UsageProblem(tr("0 minutes are no plan. Empty the line for none; x skips the item."))
    if text.isdecimal():
        raise UsageProblem(
            tr("{n} minutes are too many for one item: {most} at most.", n=text[:9], most=LONGEST)
        )
    raise UsageProblem(tr("“{text}” is no number of minutes. Write it like 15.", text=text[:40]))


def _title(text: str) -> str:
    if not text:
        raise UsageProblem(tr("An agenda item needs a title. The line stays."))
    return _not_too_long(text)


def _not_too_long(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise UsageProblem(
            tr("Too long: {n} characters, {most} at most. The line stays.",
               n=len(text), most=LONGEST_TITLE)
        )  # fmt: skip
    return text


def result_meant(text: str, item: AgendaItem, meeting: Meeting) -> str:
    """The result in the words of councils that typed letters stand for, or the text itself."""
    context = Context(
        meeting=meeting,
        today=meeting.day or date(2000, 1, 1),
        language="de" if current_language() == "de" else "en",
        item=item.id,
    )
    for change in read(f"= {text}", context).changes if text else ():
        if isinstance(change, c.AgendaItemAmended) and isinstance(change.result, str):
            return change.result
    return text


def _result(text: str, item: AgendaItem, meeting: Meeting) -> str:
    return _not_too_long(result_meant(text, item, meeting))


FIELDS: tuple[Field, ...] = (
    Field("title", lambda: tr("TITLE"), lambda: "", _title),
    Field(
        "short_title",
        lambda: tr("SHORT TITLE"),
        lambda: tr("for head, panel and wall; empty: none"),
        _not_too_long,
    ),
    Field("planned_minutes", lambda: tr("MINUTES"), lambda: tr("15; empty: no plan"), read_minutes),
    Field("presenter", lambda: tr("REPORT BY"), lambda: tr("a name; empty: nobody"), _not_too_long),
    Field(
        "fixed_start",
        lambda: tr("FIXED START"),
        lambda: tr("16:40: somebody comes for it then; empty: none"),
        read_clock,
    ),
    Field("paper", lambda: tr("PAPER"), lambda: tr("Paper 2026/0123; empty: none"), _not_too_long),
    Field(
        "result",
        lambda: tr("RESULT"),
        lambda: tr("noted, adopted, rejected, deferred …; first letters are enough"),
        lambda text: text,
    ),
)
FIELD = {field.name: field for field in FIELDS}
