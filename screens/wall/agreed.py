"""What was agreed: decisions, and action items with who and until when."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from facilitator.deciding_words import vote_words
from facilitator.folding import display
from facilitator.i18n import current_language, ptr, tr
from facilitator.meeting.actions import current
from facilitator.meeting.majority import is_rejected, is_voted, votes_cast
from facilitator.meeting.model import ActionItem, Decision, Meeting
from screens.wall.item import minutes_left
from screens.wall.lines import EMPTY, Span, WallLine, line, shortened
from screens.wall.scene import Scene, and_more, framed, newest, page_words, pages
from screens.wall.white_list import agreed, is_public
from screens.widgets.columns import cut, padded
from screens.widgets.entry_rows import wrapped

INDENT = 5


def agreed_view(scene: Scene) -> list[WallLine]:
    """What was agreed under the subject, then, as far as there is room, everything else, the newest
    in any case. Without a subject (between two items, before the close) all of it, page by page."""
    meeting = scene.meeting
    own = [entry for entry in agreed(meeting) if scene.subject and entry.item == scene.subject]
    others = [entry for entry in agreed(meeting) if entry not in own]
    item = meeting.item(scene.subject)
    if item is not None and not is_public(meeting, item.id):
        item = None
    title = tr("What we agreed") if own or not item else tr("Agreed before")
    body: list[WallLine] = []
    head, foot = title, ""
    if item is not None:
        time = minutes_left(scene, item)
        told = f"{item.number}  {item.title}".strip()
        head = f"{item.number}  {title}".strip()
        foot = f"{told}   ·   {time}" if time else told
        if scene.is_low:
            head, foot = foot, ""
            body = [line(title, "head", scene.margin), EMPTY]
    room = scene.room - len(body)
    shown = own or others
    if not scene.subject:
        found = pages([block_of(scene, entry) for entry in shown], room)
        words = page_words(scene, len(found))
        return framed(scene, head, found[scene.page_of(len(found))] if found else [], words)
    body += _last(scene, shown, room)
    room = scene.room - len(body)
    if own and others and room >= 6:
        body += [line(tr("Agreed before"), "quiet", scene.margin), EMPTY]
        body += _last(scene, others, room - 2)
    return framed(scene, head, body, foot)


def _last(scene: Scene, entries: Sequence[Decision | ActionItem], room: int) -> list[WallLine]:
    """The newest that fit, and how many stand before them."""
    blocks = [block_of(scene, entry) for entry in entries]
    left_out, lines = newest(blocks, room)
    if left_out:
        left_out, lines = newest(blocks, max(1, room - 2))
        lines = [line(and_more(left_out), "quiet", scene.margin), EMPTY, *lines]
    return lines


def block_of(scene: Scene, entry: Decision | ActionItem) -> list[WallLine]:
    """A decision with its word at the right, or an action item with who and until when."""
    if isinstance(entry, ActionItem):
        return action_block(scene, entry)
    word = decided_word(scene.meeting, entry)
    space, indent = scene.space, scene.margin
    texts = wrapped(" ".join(entry.text.split()), max(8, space - cell_len(word) - 3))
    gap = max(1, space - cell_len(texts[0]) - cell_len(word))
    first = WallLine((Span(" " * indent + texts[0]), Span(" " * gap), Span(word, "quiet")))
    lines = [first, *(line(text, "text", indent) for text in texts[1:])]
    if entry.vote is not None and votes_cast(entry.vote) is not None:
        said = shortened(vote_words(entry.vote, current_language()), max(8, space - INDENT))
        lines.append(line(said, "quiet", indent + INDENT))
    return lines


def action_block(scene: Scene, born: ActionItem) -> list[WallLine]:
    action = current(born, scene.meeting.statements)
    space, indent = scene.space, scene.margin
    lines = [line(text, "text", indent) for text in wrapped(" ".join(action.text.split()), space)]
    inner = max(8, space - INDENT)
    left = max(4, inner * 3 // 5)
    owners = ", ".join(owner.name for owner in action.owners)
    due = action.due.text if action.due else ""
    who = Span(padded(display(owners or tr("who?")), left), "quiet" if owners else "missing")
    when = Span(
        cut(display(due or tr("by when?")), max(4, inner - left - 1)), "quiet" if due else "missing"
    )
    return [*lines, WallLine((Span(" " * (indent + INDENT)), who, Span(" "), when))]


def decided_word(meeting: Meeting, decision: Decision) -> str:
    """What became of it, in one word; in a body nothing is decided before the vote."""
    if is_rejected(decision.vote):
        return ptr("wall", "rejected")
    kind = decision.decision_kind
    if kind == "acknowledgement":
        return ptr("wall", "noted")
    if meeting.kind == "body" and not is_voted(decision.vote):
        return ptr("wall", "not yet voted")
    if kind == "recommendation":
        return ptr("wall", "recommended")
    return ptr("wall", "ordered") if kind == "order" else ptr("wall", "decided")
