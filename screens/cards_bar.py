"""What stands around the line in the room of cards. Pure."""

from __future__ import annotations

from facilitator.capture import Chip
from facilitator.capture.cards import CardLine
from facilitator.folding import display
from facilitator.i18n import current_language, ntr, tr
from facilitator.meeting.dots import DotCount
from facilitator.meeting.model import Board, CardGroup, Contribution
from facilitator.told_cards import in_short
from screens.commands import Command
from screens.widgets.bar import BarView
from screens.widgets.columns import cut


def where_words(board: Board, place: int, group: CardGroup | None, *, is_wide: bool) -> str:
    """'Spalte Bestand · Zugang': where a card that is typed now hangs. The column is left out
    where only one is shown and named above."""
    parts = []
    if board.columns and is_wide:
        name = display(board.columns[min(place, len(board.columns) - 1)])
        parts.append(tr("column {name}", name=name))
    if group is not None:
        parts.append(cut(display(group.name), 40 if is_wide else 20))
    return " · ".join(parts)


def chosen_view(right: str, *, is_group: bool) -> BarView:
    """A card or a group is chosen, nothing is typed."""
    note = (
        tr("#word = other name, text = new card in it")
        if is_group
        else tr("number = dots, #word = group, text = new card")
    )
    kind = tr("Group chosen") if is_group else tr("Card chosen")
    hint = tr("↵ mend · >who <when F3 · F5 parking lot · F7 agenda item · Esc leave")
    return BarView(kind, note, right, hint=hint)


def editing_view(right: str, *, is_group: bool) -> BarView:
    kind = tr("Mend group") if is_group else tr("Mend card")
    return BarView(kind, tr("↵ saves, Esc leaves it"), right)


def command_view(command: Command | None, right: str) -> BarView:
    if command is None:
        return BarView(tr("Command"), "", right)
    word = command.word(current_language())
    argument = f" {tr(command.argument).upper()}" if command.argument else ""
    return BarView(tr("Command"), "", right, hint=f"{word}{argument} · {tr(command.text)}")


def line_view(
    line: CardLine, right: str, card: Contribution | None, count: DotCount, *, links: bool
) -> BarView:
    """What Enter does with the line. `links`: a card or group is chosen, so that F-keys make
    something of it with these words."""
    match line.kind:
        case "dots" if card is not None:
            dots = ntr("{n} dot", "{n} dots", line.dots)
            label = tr("{dots} for “{card}”", dots=dots, card=in_short(display(card.text)))
            return BarView(
                tr("Dots"), "", right, (_chip(label),), dots_left(count, card, line.dots)
            )
        case "group" if line.group:
            label = tr("group {name}", name=display(line.text))
            others = ", ".join(line.others[:3])
            hint = tr("also: {names}", names=others) if others else tr("↵ puts it there")
            return BarView(tr("Group"), "", right, (_chip(label),), hint)
        case "group":
            label = tr("new group {name}", name=display(line.text))
            return BarView(tr("Group"), "", right, (_chip(label, "offered"),), tr("↵ makes it"))
        case "rename":
            label = tr("the group is called {name}", name=display(line.text))
            return BarView(tr("Group"), "", right, (_chip(label),), tr("↵ renames it"))
    if links:
        hint = tr("↵ new card · F2 F3 F4 F7: with these words, linked")
        return BarView(tr("New card"), "", right, (), hint)
    return BarView(tr("New card"), "", right, (), tr("↵ hangs it up"))


def dots_left(count: DotCount, card: Contribution, dots: int) -> str:
    """How many dots there are left, or how many too many, once the card has these."""
    if count.limit is None:
        return ""
    stuck = count.stuck - (card.dots or 0) + dots
    if stuck > count.limit:
        return tr("{n} too many: {stuck} of {limit}", n=stuck - count.limit, stuck=stuck,
                  limit=count.limit)  # fmt: skip
    return tr("{n} of {limit} left", n=count.limit - stuck, limit=count.limit)


def _chip(label: str, state: str = "taken") -> Chip:
    return Chip(key="card", kind="kind", state="offered" if state == "offered" else "taken",
                label=label)  # fmt: skip
