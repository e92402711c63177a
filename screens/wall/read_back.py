"""A decision that is read back: its wording, large margins, nothing else."""

from __future__ import annotations

from facilitator.i18n import ptr, tr
from facilitator.meeting.majority import is_rejected
from facilitator.meeting.model import Decision
from screens.wall.lines import AIR, EMPTY, FILL, WallLine, centred, line, rule
from screens.wall.scene import Scene, between, meeting_and_clock, page_words
from screens.wall.white_list import seen_decision
from screens.widgets.entry_rows import wrapped


def read_back_view(scene: Scene) -> list[WallLine]:
    decision = seen_decision(scene.meeting, scene.subject)
    if decision is None:
        return meeting_and_clock(scene)
    # air, word, air in front of the wording; state, air, foot behind it
    room = max(1, scene.height - (8 if scene.is_low else 14))
    margin, texts, gap = _set(scene, decision.text, room)
    per_page = max(1, (room + gap - 1) // gap)
    count = -(-len(texts) // per_page)
    at = scene.page_of(count) * per_page
    body: list[WallLine] = []
    for text in texts[at : at + per_page]:
        body += [line(text, "text", margin), *([EMPTY] if gap > 1 else [])]
    confirmed = decision.read_back_at is not None
    state = tr("read back and confirmed") if confirmed else tr("being read back")
    pages = page_words(scene, count)
    state = f"{state} · {pages}" if pages else state
    frame = [] if scene.is_low else [rule(scene.width), AIR]
    last = between(scene, scene.meeting.title, "quiet", scene.clock)
    title = kind_title(decision)
    if is_rejected(decision.vote):
        title += " · " + ptr("wall", "rejected").upper()
    return [
        FILL, line(title, "head", margin), AIR, AIR, *body, FILL, FILL, *frame,
        centred(state, scene.width, "head"), AIR, last, AIR,
    ]  # fmt: skip


def kind_title(decision: Decision) -> str:
    match decision.decision_kind:
        case "recommendation":
            return ptr("wall", "RECOMMENDATION")
        case "order":
            return ptr("wall", "ORDER")
        case "acknowledgement":
            return ptr("wall", "ACKNOWLEDGEMENT")
    return ptr("wall", "DECISION")


def _set(scene: Scene, text: str, room: int) -> tuple[int, list[str], int]:
    """Margin, lines and distance of lines: as much air as the room allows."""
    text = " ".join(text.split())
    width = scene.width
    sizes = ((width // 8, 2), (width // 12, 2), (width // 8, 1), (scene.margin, 1))
    for margin, gap in sizes:
        lines = wrapped(text, max(8, width - 2 * margin))
        if len(lines) * gap - (gap - 1) <= room:
            break
    return margin, lines, gap
