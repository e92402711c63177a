"""What the live screen shows, as values: the rows of the entries, the frame of the bar, the footer.
Pure; the screen puts them into its widgets."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.capture import Chip, Completion, Reading
from facilitator.i18n import current_language, ntr, tr
from facilitator.meeting.actions import is_open, present
from facilitator.meeting.model import Entry, EntryKind, Meeting
from facilitator.told import visibility_word
from screens.cards_view import compact_rows as board_rows
from screens.commands import shown
from screens.founded_rows import founded_rows
from screens.live_line import ASIDE, LiveLine, offers
from screens.round_rows import compact_rows
from screens.widgets.bar import BarView
from screens.widgets.columns import cut
from screens.widgets.entry_list import Block
from screens.widgets.entry_rows import Piece, Row, entry_rows

MOST_ASIDE = 3
"""So many lines put aside are shown; Ctrl+Up brings all of them back."""


class RowCache:
    """The lines of entries that stayed the same values."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, Block]] = {}

    def blocks(
        self, meeting: Meeting, item: str, aside: list[str], width: int, language: str
    ) -> list[Block]:
        """The entries of an item, then the lines put aside."""
        fresh: dict[str, tuple[object, Block]] = {}
        blocks = []
        opened = _opened(meeting, item, width)
        around = (width, language, meeting.next_meeting, meeting.people, meeting.statements)
        for entry in meeting.entries:
            if entry.item != item:
                continue
            while opened and opened[0].id < entry.id:
                blocks.append(opened.pop(0))
            key = (entry, around)
            old = self._known.get(entry.id)
            if old is not None and old[0] == key:
                block = old[1]
            else:
                block = Block(entry.id, entry_rows(entry, meeting, width))
            fresh[entry.id] = (key, block)
            blocks.append(block)
        blocks += opened
        self._known = fresh
        return blocks + _aside_rows(aside, width)


def _opened(meeting: Meeting, item: str, width: int) -> list[Block]:
    """Rounds, boards and new groups of an item in the order in which they were opened."""
    rounds = [
        Block(each.id, compact_rows(each, meeting, width))
        for each in meeting.rounds
        if each.item == item
    ]
    boards = [
        Block(each.id, board_rows(each, meeting, width))
        for each in meeting.boards
        if each.item == item
    ]
    groups = [
        Block(each.id, founded_rows(each, meeting, width))
        for each in meeting.groups
        if item and each.founded_under == item
    ]
    return sorted((*rounds, *boards, *groups), key=lambda block: block.id)


def _aside_rows(aside: list[str], width: int) -> list[Block]:
    """The lines put aside last; how many more there are stands in the first: they must not push
    what was just recorded out of sight."""
    first = max(0, len(aside) - MOST_ASIDE)
    shown = list(enumerate(aside))[first:]
    return [_aside(at, text, width, first if at == first else 0) for at, text in shown]


def _aside(at: int, text: str, width: int, more: int) -> Block:
    lines = text.count("\n") + 1
    shown = " ".join(text.split()) if lines == 1 else text.split("\n")[0] + f" … ({lines})"
    if more:
        shown = f"(+{more}) {shown}"
    piece = Piece(cut(shown, max(8, width - 16)), "aside")
    return Block(f"{ASIDE}{at}", (Row(f" {tr('aside')}".ljust(11) + " ", (piece,)),))


def kind_word(kind: str) -> str:
    """What a line becomes, for the frame of the bar."""
    match kind:
        case "decision":
            return tr("Decision")
        case "action_item":
            return tr("Action item")
        case "question":
            return tr("Open question")
        case "parked_topic":
            return tr("Parking lot")
        case "card":
            return tr("Card")
        case "result":
            return tr("Result")
        case "arrival":
            return tr("Arrival")
        case "departure":
            return tr("Departure")
        case "goto":
            return tr("Go to item")
        case "amend":
            return tr("Amend")
        case "command":
            return tr("Command")
        case "next_meeting":
            return tr("Next meeting")
    return tr("Note")


def completion_word(kind: str) -> str:
    """What the names in the list are for."""
    match kind:
        case "field":
            return tr("field")
        case "item":
            return tr("item")
        case "result":
            return tr("result")
    return tr("who")


def bar_view(
    line: LiveLine,
    text: str,
    reading: Reading,
    completion: Completion | None,
    *,
    meeting: Meeting,
    entry: Entry | None,
    pasted: int,
    are_cards: bool,
    offered: tuple[Chip, ...],
    offer: str,
    command: str,
    is_wide: bool,
) -> BarView:
    """The frame around the line. `entry`: the chosen one; `offered`: what it could still take;
    `offer`: what Tab would do on the empty line, or empty; `command`: what the command that is
    typed does, or empty."""
    right = _where(line, meeting, is_wide=is_wide)
    if pasted:
        return BarView(
            kind=ntr("{n} line pasted", "{n} lines pasted", pasted),
            right=right,
            hint=ntr("↵ {n} card   Esc not now", "↵ {n} cards   Esc not now", pasted)
            if are_cards
            else tr("↵ {n} notes   F3 {n} action items   F6 one long note   Esc not now", n=pasted),
        )
    chips = reading.chips if text.strip() else ()
    hint = command or _hint(line, text, reading, completion, chips)
    if line.editing:
        edited = meeting.entry(line.editing)
        tag = edited.tag if edited and edited.kind != "note" else kind_word("note")
        return BarView(tr("mend {tag}", tag=tag), tr("↵ saves, Esc leaves it"), right, chips, hint)
    if entry is not None and not text:
        return _chosen(entry, right, offered)
    if offer and not text:
        hint = offer
    if line.aside and not text and not hint:
        hint = tr("Ctrl+↑ brings the line put aside back")
    kind = reading.kind if text.strip() else line.kind or line.sticky or "note"
    if line.literal:
        note = tr("to the letter")
    elif line.sticky and kind == line.sticky:
        note = tr("stays until Esc")
    elif reading.visibility == "internal" and text:
        note = visibility_word("internal")
    elif entry is not None:
        note = tr("{tag} stays chosen", tag=entry.tag)
    else:
        note = ""
    return BarView(kind_word(kind), note, right, chips, hint)


def _hint(
    line: LiveLine,
    text: str,
    reading: Reading,
    completion: Completion | None,
    chips: tuple[Chip, ...],
) -> str:
    if not text.strip():
        return ""
    if reading.problem:
        return reading.problem
    if reading.needs_second_enter:
        return tr("↵ once more: really") if line.asked == text else tr("↵ twice makes it")
    if completion is not None:
        return tr("Tab or ↵ takes it · typing refines")
    count = len(offers(chips))
    if count == 2:
        return tr("Tab takes both")
    return tr("Tab takes it") if count == 1 else tr("Tab takes all") if count else ""


def _chosen(entry: Entry, right: str, offered: tuple[Chip, ...]) -> BarView:
    tag = kind_word("note") if entry.kind == "note" else entry.tag
    remove = tr("Del away")
    keys: tuple[str, ...]
    if offered:
        return BarView(tr("{tag} chosen", tag=tag), "", right, offered, tr("Tab takes it"))
    if entry.kind == "note":
        keys = (tr("F2 decision"), tr("F3 action"), tr("F6 {now}", now=_next_word(entry)))
    elif entry.kind == "decision":
        keys = (tr("F2 sheet"), tr("F3 action"))
    else:
        keys = (tr("F2 decision"), tr("F6 note"))
    hint = "   ".join((tr("↵ mend"), *keys, remove, tr("Esc leave")))
    return BarView(tr("{tag} chosen", tag=tag), tr("typing writes a new note"), right, hint=hint)


def _next_word(entry: Entry) -> str:
    following = {"minutes": "record", "record": "internal", "internal": "minutes"}
    return visibility_word(following[entry.visibility])


def _where(line: LiveLine, meeting: Meeting, *, is_wide: bool) -> str:
    item = meeting.item(line.item(meeting))
    if item is None:
        return tr("before the start") if meeting.state == "planned" else tr("no item")
    short = cut(item.short_title or item.title, 30)
    title = f"{item.number} {short}".strip()
    if line.target:
        return tr("to {item}", item=title)
    return title if is_wide or not item.number else item.number


def open_here(meeting: Meeting, item_id: str) -> int:
    """How many action items of earlier meetings belong to the group or field of this item."""
    item = meeting.item(item_id)
    if item is None:
        return 0
    group, field = meeting.group(item.group), meeting.field(item.field)
    names = {thing.name for thing in (group, field) if thing is not None}
    return sum(
        is_open(present(action, meeting.statements).status)
        for action in meeting.tabled_actions
        if item.purpose == "open_actions" or names & ({action.group, action.field} - {""})
    )


def footer(
    *,
    wall: bool,
    pasted: bool,
    are_cards: bool,
    editing: bool,
    chosen: Entry | None,
    aside: bool,
    leads: bool,
    typed: bool,
    names: bool,
    planned: bool,
) -> Iterable[str | tuple[str, str]]:
    """What works now, the most needed first."""
    if pasted and are_cards:
        return (("↵", tr("cards")), ("Esc", tr("not now")))
    if pasted:
        return (
            ("↵", tr("notes")),
            ("F3", tr("action items")),
            ("F6", tr("one note")),
            ("Esc", tr("not now")),
        )
    if names:
        return (
            ("↵", tr("takes it")),
            ("Tab", tr("takes it")),
            ("↑↓", tr("choose")),
            ("Esc", tr("close")),
        )
    if editing:
        return (("↵", tr("save")), ("Esc", tr("leave it")), "undo")
    if wall:
        return (
            "decision",
            "action_item",
            "question",
            "next",
            ("F12", tr("Wall off")),
        )
    if typed and (aside or leads or chosen is not None):
        acts = ("decision", "action_item", "question", "note")
        return (("↵", tr("record the line")), *acts, ("Esc", tr("leave what is chosen")))
    if aside:
        return (
            ("↵", tr("bring back")),
            (shown("delete", current_language()), tr("discard")),
            ("Esc", tr("leave")),
        )
    if leads:
        return (("↵", tr("open")), ("↑↓", tr("choose")), ("Esc", tr("leave")))
    if chosen is not None:
        kinds: dict[EntryKind, str] = {
            "decision": "decision",
            "action_item": "action_item",
            "question": "question",
        }
        return (
            ("↵", tr("edit entry")),
            *((("F2", tr("Sheet")), "read_back") if chosen.kind == "decision" else ()),
            *(name for kind, name in kinds.items() if kind != chosen.kind),
            "note",
            (shown("delete", current_language()), tr("away")),
            "park",
        )
    start = ("F9", tr("Start")) if planned else "next"
    return (
        "decision",
        "action_item",
        "question",
        "agenda",
        "people",
        start,
        "wall",
        "park",
        "note",
        "palette",
    )
