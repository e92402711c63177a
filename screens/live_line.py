"""The line of the live screen while it is typed: what kind it has, what was taken and refused, how
it reads, and the lines that were sent or put aside. No widget in it, nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from facilitator.capture import Chip, Context, Reading, read
from facilitator.i18n import current_language
from facilitator.meeting.model import EntryKind, Instant, Meeting

ASIDE = "aside:"
"""Beginning of the ids of rows for lines put aside."""


@dataclass
class LiveLine:
    """`kind`: given to this line by an F-key; `sticky`: stays until Escape or the next item.
    `target`: the item written to when it is not the running one. `editing`: the entry whose text
    stands in the bar."""

    kind: EntryKind | None = None
    sticky: EntryKind | None = None
    target: str = ""
    editing: str = ""
    literal: bool = False
    taken: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    picks: tuple[tuple[str, str], ...] = ()
    asked: str = ""
    """The line for which a first Enter asked whether something new shall be made."""
    closed_names: str = ""
    """The fragment for which the list of names was closed with Escape."""
    aside: list[str] = field(default_factory=list)
    """Lines put aside, the newest last."""
    sent: list[str] = field(default_factory=list)
    _recalled: int | None = None
    _typed: str = ""

    # -- reading --------------------------------------------------------------------------

    def context(self, meeting: Meeting, today: date, now: Instant, cursor: int | None) -> Context:
        return Context(
            meeting=meeting,
            today=today,
            language="de" if current_language() == "de" else "en",
            item=self.item(meeting),
            sticky=self.kind or self.sticky,
            taken=self.taken,
            refused=self.refused,
            literal=self.literal,
            picks=self.picks,
            now_hhmm=f"{now.at:%H:%M}",
            now=now,
            cursor=cursor,
        )

    def item(self, meeting: Meeting) -> str:
        """The item that is written to: the chosen one, else the running one, else none."""
        if self.target and meeting.item(self.target):
            return self.target
        running = meeting.running_item
        return running.id if running else ""

    def read(self, text: str, context: Context) -> Reading:
        return read(text, context)

    # -- kinds ----------------------------------------------------------------------------

    def press_kind(self, kind: EntryKind, *, is_empty: bool) -> None:
        """An F-key on the line: once for this line, twice on the empty line to stay, once more to
        let go."""
        if is_empty and self.sticky == kind:
            self.sticky = self.kind = None
        elif is_empty and self.kind == kind and kind != "note":
            self.sticky, self.kind = kind, None
        elif kind == "note" and is_empty and self.sticky:
            self.sticky = self.kind = None
        else:
            self.kind = kind

    def take(self, chips: tuple[Chip, ...]) -> bool:
        """Take all that is offered; False if nothing is."""
        offered = offers(chips)
        self.taken |= offered
        self.refused -= offered
        return bool(offered)

    def refuse(self, chips: tuple[Chip, ...]) -> bool:
        """Let go of what is offered; False if nothing is."""
        offered = offers(chips) - self.refused
        self.refused |= offered
        return bool(offered)

    def renew(self) -> None:
        """The line is another one: what belonged to the old one is forgotten."""
        self.kind = None
        self.literal = False
        self.taken = self.refused = frozenset()
        self.picks = ()
        self.asked = self.closed_names = self.editing = ""
        self._recalled = None

    # -- lines of before ------------------------------------------------------------------

    def put_aside(self, text: str) -> None:
        if text.strip() and text not in self.aside:
            self.aside.append(text)

    def was_sent(self, text: str) -> None:
        if text.strip() and (not self.sent or self.sent[-1] != text):
            self.sent.append(text)
        if text in self.aside:
            self.aside.remove(text)

    def recall(self, by: int, typed: str) -> str | None:
        """The line `by` steps away among those sent and put aside; None at either end."""
        past = [*(text for text in self.sent if text not in self.aside), *self.aside]
        at = len(past) if self._recalled is None else self._recalled
        if self._recalled is None:
            self._typed = typed
        at += by
        if not 0 <= at <= len(past) or not past:
            return None
        self._recalled = at if at < len(past) else None
        return past[at] if at < len(past) else self._typed


def offers(chips: tuple[Chip, ...]) -> frozenset[str]:
    return frozenset(c.key for c in chips if c.state == "offered" and c.kind != "hint")
