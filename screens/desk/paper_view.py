"""The preview: the minutes as they will read, followed through every change. One entry is marked;
up and down go from one to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.folding import fold
from facilitator.minutes.paper import Paper
from facilitator.minutes.paper.model import Block
from screens.desk.laid import EMPTY, Line, paper_lines

MARGIN = 3
WIDEST = 96
"""Cells of text: longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Lines `first` to `last` speak of the same thing."""

    about: str
    first: int
    last: int


class PaperView(ScrollView, can_focus=True):
    DEFAULT_CSS = """
    PaperView {
        width: 1fr; height: 1fr; background: $background; scrollbar-size-vertical: 1;
        overflow-x: hidden; overflow-y: scroll;
    }
    PaperView > .paper--title { text-style: bold underline; }
    PaperView > .paper--heading { text-style: bold; color: $primary; }
    PaperView > .paper--strong { text-style: bold; }
    PaperView > .paper--quiet { color: $foreground 65%; }
    PaperView > .paper--frame { color: $primary 60%; }
    PaperView > .paper--mark { color: $accent; text-style: bold; }
    PaperView > .paper--chosen { background: $block-cursor-background; color: $block-cursor-foreground; }
    PaperView > .paper--found { text-style: reverse; }
    """  # noqa: E501
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"paper--{look}"
        for look in ("title", "heading", "strong", "quiet", "frame", "mark", "chosen", "found")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Another thing is the marked one, by key or mouse."""

        about: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paper: Paper | None = None
        self._lines: tuple[Line, ...] = ()
        self._stops: tuple[Stop, ...] = ()
        self._stop_at: list[int] = []
        self._kept: dict[tuple[Block, int], tuple[Line, ...]] = {}
        self._strips: dict[tuple[Line, bool, bool], Strip] = {}
        self._at = -1
        """The chosen stop; -1: none."""
        self._wanted: tuple[str, ...] = ()
        """What is to be marked, the best first."""
        self._found = -1
        """The line found last."""

    # -- what is shown ----------------------------------------------------------------------

    @property
    def lines(self) -> tuple[str, ...]:
        """The paper as it is laid out now, line by line."""
        return tuple(line.text for line in self._lines)

    @property
    def about(self) -> str:
        """What the marked lines speak of, or empty."""
        return self._stops[self._at].about if 0 <= self._at < len(self._stops) else ""

    @property
    def text_width(self) -> int:
        return max(10, min(WIDEST, self.scrollable_content_region.width - 2 * MARGIN))

    def show(self, paper: Paper) -> None:
        """Show this paper. Where one reads stays, and what is marked stays marked."""
        self._paper = paper
        self._lay_out()

    def on_resize(self) -> None:
        self._strips.clear()
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def _lay_out(self) -> None:
        if self._paper is None or not self.size.width:
            return
        new = paper_lines(self._paper, self.text_width, self._kept)
        old = self._lines
        if new == old:
            return
        wanted, place = self._wanted or (self.about,), self._occurrence()
        stops, gone = self._stops, self._at
        above = self._stops[self._at].first - self.scroll_offset.y if self._at >= 0 else None
        self._lines = new
        self._find_stops()
        self._at = next((at for each in wanted if (at := self._stop_of(each, place)) >= 0), -1)
        if self._at < 0 and above is not None:  # what was marked is gone: what followed it
            self._at = self._nearest(stops, gone)
            self._wanted = (self.about,)
        self._found = -1
        self.virtual_size = Size(self.scrollable_content_region.width, len(new))
        if len(new) == len(old):
            self._refresh_lines(y for y in range(len(new)) if new[y] != old[y])
        else:
            if above is not None and self._at >= 0 and 0 <= above < self.size.height:
                self.scroll_to(y=self._stops[self._at].first - above, animate=False)
            self.refresh()
        if not old:
            self.call_after_refresh(self.keep_in_sight)

    def _find_stops(self) -> None:
        stops: list[Stop] = []
        at: list[int] = []
        for y, line in enumerate(self._lines):
            if line.about and stops and stops[-1].about == line.about and stops[-1].last == y - 1:
                stops[-1] = Stop(line.about, stops[-1].first, y)
            elif line.about:
                stops.append(Stop(line.about, y, y))
            at.append(len(stops) - 1 if line.about else -1)
        self._stops, self._stop_at = tuple(stops), at

    def _occurrence(self) -> int:
        """How many stops before the chosen one speak of the same thing."""
        return _occurrence(self._stops, self._at) if self._at >= 0 else 0

    def _nearest(self, stops: tuple[Stop, ...], gone: int) -> int:
        """Where what followed a stop that is gone stands now, else what stood before it."""
        for at in (*range(gone + 1, len(stops)), *range(gone - 1, -1, -1)):
            now = self._stop_of(stops[at].about, _occurrence(stops, at))
            if now >= 0:
                return now
        return -1

    def _stop_of(self, about: str, place: int = 0) -> int:
        """The stop of this name, the `place`th of them where there are as many; -1: none."""
        found = [at for at, stop in enumerate(self._stops) if about and stop.about == about]
        return found[min(place, len(found) - 1)] if found else -1

    def _heading_of(self, about: str) -> int:
        """The stop with the heading of this, else the first of its stops; -1: none."""
        for at, stop in enumerate(self._stops):
            if about and stop.about == about:
                pieces = self._lines[stop.first].pieces
                if any(look == "heading" for _, look in pieces):
                    return at
        return self._stop_of(about)

    def neighbour(self) -> str:
        """What the next place speaks of, else the one before: where one stands when what is
        chosen goes. Empty: nothing is chosen, or there is nothing else."""
        if not self.about:
            return ""
        order = (*range(self._at + 1, len(self._stops)), *range(self._at - 1, -1, -1))
        others = (self._stops[at].about for at in order)
        return next((each for each in others if each and each != self.about), "")

    # -- choosing ---------------------------------------------------------------------------

    def mark(self, about: str, *others: str) -> None:
        """Mark the place that speaks of this, else of one of the others, and bring it into sight:
        its heading rather than its line in the agenda, else the first."""
        self._wanted = tuple(each for each in (about, *others) if each)
        for each in self._wanted:
            if (at := self._heading_of(each)) >= 0:
                if self.about != each:
                    self._choose(at)
                return
        self._choose(-1)

    def _choose(self, at: int, *, tell: bool = False) -> None:
        before, self._at = self._at, at
        if before != at:
            for each in (before, at):
                if 0 <= each < len(self._stops):
                    stop = self._stops[each]
                    self._refresh_lines(range(stop.first, stop.last + 1))
        if at >= 0:
            self._into_sight(self._stops[at])
        if tell:
            self._wanted = (self.about,)
            self.post_message(self.Chosen(self.about))

    def _into_sight(self, stop: Stop) -> None:
        """With a third of the page above it, unless it is in sight already."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if top <= stop.first and stop.last < top + height:
            return
        self.scroll_to(y=max(0, stop.first - height // 3), animate=False)

    def keep_in_sight(self) -> None:
        """What is marked comes into sight again where the page got smaller."""
        if 0 <= self._at < len(self._stops):
            self._into_sight(self._stops[self._at])

    def action_step(self, by: int) -> None:
        """To the next or the last thing; through a long one, and over what speaks of nothing,
        page by page."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if 0 <= self._at < len(self._stops):
            here = self._stops[self._at]
            hangs_over = here.last >= top + height if by > 0 else here.first < top
            if hangs_over and here.first < top + height and here.last >= top:
                self.scroll_to(y=top + by * max(1, height - 2), animate=False)
                return
        following = self._at + by if self._at >= 0 else self._first_in_sight()
        if not 0 <= following < len(self._stops):
            self.scroll_to(y=top + by * max(1, height // 2), animate=False)
            return
        stop = self._stops[following]
        is_far = stop.first >= top + 2 * height if by > 0 else stop.last < top - height
        if is_far:
            self.scroll_to(y=top + by * max(1, height - 2), animate=False)
        else:
            self._choose(following, tell=True)

    def action_page(self, by: int) -> None:
        height = max(1, self.size.height)
        self.scroll_to(y=self.scroll_offset.y + by * max(1, height - 2), animate=False)
        self.call_after_refresh(self._choose_in_sight)

    def action_end(self, by: int) -> None:
        self.scroll_to(y=0 if by < 0 else len(self._lines), animate=False)
        if self._stops:
            at = 0 if by < 0 else len(self._stops) - 1
            before, self._at = self._at, at
            self._refresh_lines(self._lines_of(before, at))
            self._wanted = (self.about,)
            self.post_message(self.Chosen(self.about))

    def _lines_of(self, *stops: int) -> list[int]:
        return [
            y
            for at in stops
            if 0 <= at < len(self._stops)
            for y in range(self._stops[at].first, self._stops[at].last + 1)
        ]

    def _choose_in_sight(self) -> None:
        """The first thing in sight; none in sight: what is marked stays so, out of sight."""
        top, height = self.scroll_offset.y, self.size.height
        at = self._first_in_sight()
        if 0 <= at < len(self._stops) and top <= self._stops[at].first < top + height:
            before, self._at = self._at, at
            self._refresh_lines(self._lines_of(before, at))
            self._wanted = (self.about,)
            self.post_message(self.Chosen(self.about))

    def _first_in_sight(self) -> int:
        top = self.scroll_offset.y
        found = (at for at, stop in enumerate(self._stops) if stop.first >= top)
        return next(found, len(self._stops) - 1)

    def on_click(self, event: Click) -> None:
        y = event.y + self.scroll_offset.y
        if 0 <= y < len(self._stop_at) and self._stop_at[y] >= 0:
            self._choose(self._stop_at[y], tell=True)

    # -- finding ----------------------------------------------------------------------------

    def find(self, typed: str) -> bool:
        """The next line in which what is typed begins, from the one found last on and round again;
        what it speaks of is marked. False: nowhere."""
        wanted = fold(" ".join(typed.split()))
        count = len(self._lines)
        if not wanted or not count:
            return False
        start = self._found if self._found >= 0 else self.scroll_offset.y - 1
        for step in range(1, count + 1):
            y = (start + step) % count
            if self._begins(wanted, y):
                self._refresh_lines([self._found, y])
                self._found = y
                if self._stop_at[y] >= 0:
                    self._choose(self._stop_at[y], tell=True)
                self._into_sight(Stop("", y, y))
                return True
        return False

    def _begins(self, wanted: str, y: int) -> bool:
        """Whether the words begin in this line; they may go on in the next ones, as they were
        wrapped."""
        text = fold(_said(self._lines[y]))
        end = len(text)
        for line in self._lines[y + 1 :]:
            if len(text) >= end + len(wanted):
                break
            text = f"{text} {fold(_said(line))}"
        return 0 <= text.find(wanted) < end

    def forget_found(self) -> None:
        found, self._found = self._found, -1
        self._refresh_lines([found])

    # -- drawing ----------------------------------------------------------------------------

    def _refresh_lines(self, places: Iterable[int]) -> None:
        top, height, width = self.scroll_offset.y, self.size.height, self.size.width
        for y in places:
            if 0 <= y - top < height:
                self.refresh(Region(0, y - top, width, 1))

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self._refresh_lines(self._lines_of(self._at))

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        is_chosen = self._at >= 0 and self._stop_at[at] == self._at
        key = (line, is_chosen, is_chosen and self.has_focus)
        if at == self._found:
            return self._strip(line, is_chosen, is_bright=is_chosen, is_found=True)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > 4000:
                self._strips.clear()
            strip = self._strips[key] = self._strip(
                line, is_chosen, is_bright=is_chosen and self.has_focus
            )
        return strip

    def _strip(
        self, line: Line, is_chosen: bool, *, is_bright: bool, is_found: bool = False
    ) -> Strip:
        base = self.rich_style
        width = self.scrollable_content_region.width
        if line is EMPTY and not is_chosen:
            return Strip.blank(width, base)
        bright = self._look("chosen") if is_bright else Style()
        mark = base + self._look("mark")
        segments = [Segment(" ▌ ", mark) if is_chosen else Segment(" " * MARGIN, base)]
        used = 0
        for text, look in line.pieces:
            style = base + (self._look(look) if look and not is_bright else Style()) + bright
            if is_bright and look in ("strong", "title", "heading"):
                style += Style(bold=True)
            if is_found and look != "frame":
                style += self._look("found")
            segments.append(Segment(text, style))
            used += cell_len(text)
        fill = max(0, self.text_width - used)
        segments.append(Segment(" " * fill, base + bright))
        segments.append(Segment(" ▐ ", mark) if is_chosen else Segment(" " * MARGIN, base))
        return Strip(segments).adjust_cell_length(width, base)

    def _look(self, look: str) -> Style:
        """Without its background, but for what is chosen: that of the page shows."""
        style = self.get_component_rich_style(f"paper--{look}")
        if look == "chosen":
            return style
        return Style(
            color=style.color, bold=style.bold, underline=style.underline, reverse=style.reverse
        )


def _said(line: Line) -> str:
    """Its text without the frame around it."""
    return "".join(text for text, look in line.pieces if look != "frame").strip()


def _occurrence(stops: tuple[Stop, ...], at: int) -> int:
    """How many stops before this one speak of the same thing."""
    about = stops[at].about
    return sum(stop.about == about for stop in stops[:at])
