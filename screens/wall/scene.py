"""What a view is drawn from, and the frame that most of them share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from facilitator.i18n import tr
from facilitator.meeting.model import Instant, Meeting
from screens.wall.lines import AIR, EMPTY, FILL, Look, Span, WallLine, rule, shortened

PAGE = 10
"""Seconds for which a page of what does not fit stands."""
LOW = 20
"""Below so many lines (the wall on the screen of the laptop, 80x24) the frame is left out."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of the wall. `subject`: id of the decision, agenda item, board or round it is
    about, or empty. `width` and `height` in cells."""

    meeting: Meeting
    now: Instant
    subject: str = ""
    width: int = 80
    height: int = 24

    @property
    def margin(self) -> int:
        return max(3, self.width // 24) if self.width >= 40 else 1

    @property
    def space(self) -> int:
        """Cells between the margins."""
        return max(8, self.width - 2 * self.margin)

    @property
    def is_low(self) -> bool:
        return self.height < LOW

    @property
    def clock(self) -> str:
        return f"{self.now.at:%H:%M}"

    @property
    def room(self) -> int:
        """Lines between head and foot of the frame."""
        return max(1, self.height - (4 if self.is_low else 9))

    def page_of(self, pages: int) -> int:
        """Which of so many pages stands now; the next one every ten seconds."""
        return int(self.now.at.timestamp()) // PAGE % pages if pages > 1 else 0


Draw = Callable[[Scene], list[WallLine]]
"""A view of the wall: pure; the lines are laid out to the height of the scene afterwards."""


def framed(scene: Scene, head: str, body: Iterable[WallLine], foot: str = "") -> list[WallLine]:
    """Head, what the view says, foot with the clock; without a foot of its own what the meeting is
    called. Where the screen is low the clock stands in the head."""
    if scene.is_low:
        last = [between(scene, foot, "head")] if foot else []
        return [between(scene, head, "head", scene.clock), AIR, *body, FILL, *last]
    return [
        EMPTY, between(scene, head, "head"), AIR, rule(scene.width), AIR, *body, FILL,
        rule(scene.width), EMPTY, between(scene, foot or scene.meeting.title, "text", scene.clock),
        AIR,
    ]  # fmt: skip


def meeting_and_clock(scene: Scene) -> list[WallLine]:
    """The foot of views without a head: what the meeting is called, and the time."""
    last = between(scene, scene.meeting.title, "quiet", scene.clock)
    return [last] if scene.is_low else [rule(scene.width), EMPTY, last, AIR]


def between(scene: Scene, left: str, look: Look = "text", right: str = "") -> WallLine:
    """Left and right end of a line within the margins; the left one is cut."""
    shown = shortened(left, max(1, scene.space - (cell_len(right) + 3 if right else 0)))
    spans = [Span(" " * scene.margin + shown, look)]
    if right:
        gap = scene.space - cell_len(shown) - cell_len(right)
        spans += [Span(" " * max(1, gap)), Span(right, "head")]
    return WallLine(tuple(spans))


def pages(blocks: Sequence[Sequence[WallLine]], room: int) -> list[list[WallLine]]:
    """The blocks on pages of `room` lines, an empty line behind each; one that is longer than a
    page is cut."""
    done: list[list[WallLine]] = []
    page: list[WallLine] = []
    for block in blocks:
        if page and len(page) + len(block) > room:
            done.append(page)
            page = []
        page += [*block[:room], EMPTY]
    return [*done, page] if page or not done else done


def newest(blocks: Sequence[Sequence[WallLine]], room: int) -> tuple[int, list[WallLine]]:
    """As many of the last blocks as fit with an empty line behind each, one at least, and how many
    are left out before them."""
    kept: list[Sequence[WallLine]] = []
    used = 0
    for block in reversed(blocks):
        if kept and used + len(block) + 1 > room:
            break
        kept.insert(0, block[:room])
        used += len(block) + 1
    return len(blocks) - len(kept), [each for block in kept for each in (*block, EMPTY)]


def and_more(number: int) -> str:
    """What is left out, in words; empty for nothing."""
    return tr("… and {n} more", n=number) if number else ""


def page_words(scene: Scene, count: int) -> str:
    """'page 1 of 3', or nothing where there is only one."""
    if count < 2:
        return ""
    return tr("page {n} of {count}", n=scene.page_of(count) + 1, count=count)
