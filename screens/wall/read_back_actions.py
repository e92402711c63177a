"""All action items of an item, read back to the room: is this right? Who and until when are filled
in while everybody looks."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.meeting.actions import current, is_open
from facilitator.meeting.model import ActionItem, Meeting
from screens.wall.agreed import action_block
from screens.wall.lines import EMPTY, WallLine, line
from screens.wall.scene import Scene, framed, page_words, pages
from screens.wall.white_list import agreed


def actions_of(meeting: Meeting, item_id: str) -> list[ActionItem]:
    """The open action items of an item that may be seen; of the whole meeting for none."""
    return [
        entry
        for entry in agreed(meeting)
        if isinstance(entry, ActionItem)
        and (not item_id or entry.item == item_id)
        and is_open(current(entry, meeting.statements).status)
    ]


def read_back_actions_view(scene: Scene) -> list[WallLine]:
    item = scene.meeting.item(scene.subject)
    head = tr("What we agreed")
    if item is not None and item.number:
        head = f"{item.number}  {head}"
    actions = actions_of(scene.meeting, scene.subject)
    found = pages([action_block(scene, action) for action in actions], scene.room)
    is_confirmed = bool(actions) and all(action.read_back_at for action in actions)
    asks = tr("read back and confirmed") if is_confirmed else tr("Is this right?")
    if words := page_words(scene, len(found)):
        asks = f"{asks}   {words}"
    body = found[scene.page_of(len(found))]
    if not actions:
        body = [line(tr("No action items yet."), "quiet", scene.margin), EMPTY]
    return framed(scene, head, body, asks)
