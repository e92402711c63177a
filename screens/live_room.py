"""What the live screen is made of: it draws the meeting, records steps, keeps the half-typed line.

Head, item line and bar never move. Everything accepted is on disk before it is shown: `record`
first, then the new value comes back and what differs is drawn. The commands stand in `live`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer

from facilitator.capture import Chip, convert_reading
from facilitator.drafts import Draft
from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.meeting_time import meeting_time
from facilitator.meeting.model import Entry, EntryKind
from facilitator.saying import tr
from facilitator.told import told
from screens.entry_acts import converted, item_called, moved
from screens.live_line import ASIDE, LiveLine
from screens.live_typing import LiveTyping
from screens.live_view import RowCache, bar_view, completion_word, footer, open_here
from screens.meeting_room import MeetingRoom
from screens.wall import WallView, for_the_wall, wall_lines
from screens.widgets.agenda_panel import AgendaPanel, agenda_lines
from screens.widgets.bar import BarView, CaptureBar
from screens.widgets.entry_list import EntryList
from screens.widgets.footer import KeyFooter
from screens.widgets.live_head import WIDE, Joined, Line, head_line, item_line
from screens.widgets.name_list import NameList
from screens.widgets.panel import Panel
from screens.widgets.people_panel import PeoplePanel, people_lines
from screens.widgets.people_part import body_line
from screens.widgets.rule import Rule, panel_width
from screens.widgets.speakers_part import speaker_line
from screens.widgets.status import StatusLine

if TYPE_CHECKING:
    from screens.live import LiveScreen

DRAFT_DELAY = 0.3
"""Seconds after the last key."""


class LiveRoom(MeetingRoom[None]):
    ROOM = "live"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self.wall_is_on = False
        self.typing = LiveTyping(cast("LiveScreen", self))
        self.bar = CaptureBar(self.typing)
        self.names = NameList()
        self._entries = EntryList()
        self._rows = RowCache()
        self._offered: tuple[Entry, EntryKind, tuple[Chip, ...]] | None = None
        self._draft_timer: Timer | None = None
        self._draft_is_read = False
        self.half_typed_elsewhere: tuple[str, ...] = ()
        """Lines half typed in a room above this one (the decision sheet)."""

    # -- building -------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Line(id="item")
        yield Rule("┬")
        with Horizontal(id="middle"):
            yield AgendaPanel()
            with Vertical(id="entries"):
                yield Line(id="entries-head")
                yield self._entries
            yield PeoplePanel()
        yield WallView()
        yield Rule("┴")
        yield StatusLine()
        yield Line(id="wall-rule")
        yield self.bar
        yield KeyFooter()
        yield self.names

    def on_mount(self) -> None:
        draft = self.facilitator.draft_file(self.live).read()
        self.typing.line.aside = list(draft.aside)
        self.bar.put("" if self._was_recorded(draft.line) else draft.line)
        self._draft_is_read = True
        self.bar.focus_line()
        if self.live.problems:
            self.say_problem(self.live.problems[0])

    def on_unmount(self) -> None:
        self.keep_draft()

    def on_screen_resume(self) -> None:
        self.bar.focus_line()

    # -- drawing --------------------------------------------------------------------------

    @property
    def line(self) -> LiveLine:
        return self.typing.line

    @property
    def item(self) -> str:
        """Id of the item that is shown and written to, or empty."""
        return self.line.item(self.live.meeting)

    def draw(self) -> None:
        if self.size.width >= WIDE:
            side = panel_width(self.size.width)
            fitted = [panel.fit(side) for panel in self.query(Panel)]
            if True in fitted:
                self.call_after_refresh(self.tick)
        self._draw_entries()
        self.draw_bar()

    def tick(self) -> None:
        """Everything that moves with the clock; only lines that differ are drawn again."""
        if not self.can_draw:
            return
        meeting, now, width = self.live.meeting, self.live.now(), self.size.width
        if self.wall_is_on:
            wall, asked = self.query_one(WallView), self.facilitator.wall_asked(self.live)
            wall.show(wall_lines(meeting, now, asked, width, wall.size.height))
            return
        time = meeting_time(meeting, now)
        self.query_one("#head", Line).show(head_line(meeting, now, width, time))
        self.query_one("#item", Line).show(item_line(meeting, now, width, time))
        if width >= WIDE:
            agenda, people = self.query_one(AgendaPanel), self.query_one(PeoplePanel)
            agenda.show(agenda_lines(meeting, now, agenda.size.width, agenda.size.height, time))
            people.show(people_lines(meeting, now, people.size.width, people.size.height))
        elif meeting.speaking is not None:
            self._draw_entries_head(self._entries.size.width)

    def running_item_id(self) -> str:
        running = self.live.meeting.running_item
        return running.id if running else ""

    def _draw_entries(self) -> None:
        meeting, width = self.live.meeting, self._entries.size.width
        self._draw_entries_head(width)
        if width:
            language = current_language()
            self._entries.show(
                self._rows.blocks(meeting, self.item, self.line.aside, width, language)
            )

    def _draw_entries_head(self, width: int) -> None:
        head = self.query_one("#entries-head", Line)
        item = self.live.meeting.item(self.item)
        count = open_here(self.live.meeting, self.item)
        is_wide = self.size.width >= WIDE
        speakers = Content("")
        if not is_wide:
            room = max(8, width - (30 if count else 4))
            body = body_line(self.live.meeting, self.live.now(), room)
            rest = room - body.cell_length - 3
            speakers = speaker_line(self.live.meeting, self.live.now(), max(8, rest))
            if body:
                speakers = body + (Content("   ") + speakers if rest > 16 and speakers else "")
        is_needed = (item is not None and (is_wide or count > 0)) or bool(speakers)
        head.display = is_needed and self.size.height >= 16
        if not head.display:
            return
        title = f"{item.number} {item.short_title or item.title}".strip().upper() if item else ""
        left = Content.styled(title, "bold") if is_wide else speakers
        told_open = tr("open from before: {n} · Ctrl+O", n=count) if count else ""
        head.show(Joined(left, Content(told_open)).fit(width))

    def draw_bar(self) -> None:
        if not self.can_draw:
            return
        text = self.bar.text
        reading = self.typing.reading()
        completion = self.typing.completion(reading)
        entry = self.chosen_entry()
        is_concealed = self.wall_is_on and self._is_internal(reading.visibility, entry, text)
        self.bar.conceal(tr("internal") if is_concealed else "")
        pasted = self.typing.pasted
        view = bar_view(
            self.line,
            text,
            reading,
            completion,
            meeting=self.live.meeting,
            entry=entry,
            pasted=sum(bool(each.strip()) for each in pasted.split("\n")) if pasted else 0,
            are_cards=self.typing.pastes_cards(),
            offered=self._offered_chips(),
            offer=self.offer_words(),
            command=self.typing.command_hint(reading),
            is_wide=self.size.width >= WIDE,
        )
        if self.wall_is_on:
            view = BarView(view.kind, view.note, "", for_the_wall(view.chips), view.hint)
        self.bar.show(BarView(tr("internal")) if is_concealed else view)
        if completion is not None:
            at = self.bar.cursor_on_screen()
            near = at.__class__(at.x - len(completion.fragment), self.bar.region.y - 2)
            title = completion_word(completion.kind)
            self.names.offer(completion.candidates, title, near, self.size.width)
            self.names.display = not self.wall_is_on
        else:
            self.names.close()
        self.refresh_footer()

    def _is_internal(self, visibility: str | None, entry: Entry | None, text: str) -> bool:
        edited = self.live.meeting.entry(self.line.editing)
        if edited is not None and edited.visibility != "minutes":
            return True
        return visibility == "internal" and bool(text)

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        return footer(
            wall=self.wall_is_on,
            pasted=bool(self.typing.pasted),
            are_cards=self.typing.pastes_cards(),
            editing=bool(self.line.editing),
            chosen=self.chosen_entry(),
            aside=self.chosen.startswith(ASIDE),
            leads=self._leads_somewhere(),
            typed=bool(self.bar.text.strip()),
            names=self.names.is_open,
            planned=self.live.meeting.state == "planned",
        )

    # -- writing --------------------------------------------------------------------------

    def record(self, *changes: c.Change, said: str = "", remark: str = "") -> bool:
        """As in every room; the bar and what was offered begin anew."""
        if not super().record(*changes, said=said, remark=remark):
            return False
        self._offered = None
        if not self.bar.text:  # Ctrl+Z now means this step, not letters long gone
            self.bar.forget_typing()
        self.redraw()
        return True

    def action_undo(self) -> None:
        before = self.live.meeting
        taken = self.attempt(self.live.undo)
        if taken:
            what = told(taken, before, self.live.meeting)
            self.say(tr("taken back: {what} · Ctrl+Y brings it back", what=what))
        elif taken is not None:
            self.query_one(StatusLine).mention(tr("There is nothing to take back."))
        self.redraw()

    def action_redo(self) -> None:
        before = self.live.meeting
        brought = self.attempt(self.live.redo)
        if brought:
            what = told(brought, self.live.meeting, before)
            self.say(tr("back again: {what}", what=what), undo=True)
        elif brought is not None:
            self.query_one(StatusLine).mention(tr("There is nothing to bring back."))
        self.redraw()

    def action_saved(self) -> None:
        self.query_one(StatusLine).mention(tr("Everything is saved."))

    # -- the half-typed line --------------------------------------------------------------

    def _was_recorded(self, line: str) -> bool:
        """Whether this draft is the line recorded last: the program was ended after Enter, before
        the draft was put away."""
        newest = max(self.live.meeting.entries, key=lambda entry: entry.id, default=None)
        return newest is not None and newest.line == line

    def keep_draft_soon(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._draft_timer = self.set_timer(DRAFT_DELAY, self.keep_draft)

    def keep_draft(self) -> None:
        if not self._draft_is_read:  # a screen that failed to open knows nothing of the old one
            return
        aside = [*self.line.aside, *self.half_typed_elsewhere]
        if self.typing.pasted:
            aside.append(self.typing.pasted)
        draft = Draft(line=self.bar.text, aside=tuple(dict.fromkeys(aside)))
        with contextlib.suppress(OSError):  # the meeting itself does not depend on it
            self.facilitator.draft_file(self.live).write(draft)

    # -- the chosen entry -----------------------------------------------------------------

    @property
    def chosen(self) -> str:
        return self._entries.chosen

    def chosen_entry(self) -> Entry | None:
        return self.live.meeting.entry(self.chosen) if self.chosen else None

    def _leads_somewhere(self) -> bool:
        """Whether the chosen row is a round, a board or a group founded here."""
        meeting, chosen = self.live.meeting, self.chosen
        found = meeting.round(chosen) or meeting.board(chosen) or meeting.group(chosen)
        return found is not None

    def open_chosen(self) -> bool:
        """Enter on a row that is no entry but leads somewhere (a round); False: it does not."""
        return False

    def remove_chosen(self) -> bool:
        """Delete on a row that is no entry; False: there is none."""
        return False

    def choose(self, row: str) -> None:
        self._offered = None
        self._entries.choose(row)
        self.draw_bar()

    def step(self, by: int) -> None:
        self._offered = None
        self._entries.step(by, past=ASIDE)
        self.draw_bar()

    def convert_chosen(self, entry: Entry, kind: EntryKind) -> None:
        context = msgspec.structs.replace(self.typing.context(), taken=frozenset())
        chips = convert_reading(entry, kind, context).chips
        changes = converted(entry, kind, context)
        if not changes:
            self.say(tr("{tag} is that already.", tag=entry.tag or tr("Note")))
        elif self.record(*changes):
            self._offered = (entry, kind, chips)
            self.draw_bar()

    def _offered_chips(self) -> tuple[Chip, ...]:
        if self._offered is None or self._offered[0].id != self.chosen:
            return ()
        return tuple(c for c in self._offered[2] if c.state == "offered" and c.kind != "hint")

    def offer_words(self) -> str:
        """What Tab on the empty line would do beside the chosen entry, and how Escape refuses it;
        empty: nothing is offered."""
        return ""

    def refuse_offer(self) -> bool:
        """Escape on an offer; False: there is none."""
        return False

    def take_offers_of_chosen(self) -> None:
        """Tab after an F-key: the chosen entry takes the names and dates its words offer."""
        if chips := self._offered_chips():
            assert self._offered is not None
            entry, kind, _ = self._offered
            context = msgspec.structs.replace(
                self.typing.context(), taken=frozenset(chip.key for chip in chips)
            )
            self.record(*convert_reading(entry, kind, context).changes)

    def move_chosen(self, name: str) -> bool:
        """Move the chosen entry to the item called so; says why not."""
        entry = self.chosen_entry()
        item = item_called(self.live.meeting, name)
        if entry is None:
            self.say_problem(tr("Choose an entry with ↑ first, then say where to."))
        elif not name.strip():
            self.say_problem(tr("Where to? The number of the item goes behind the word."))
        elif not item:
            self.say_problem(tr("There is no agenda item '{name}'.", name=name))
        elif changes := moved(entry, item):
            return self.record(*changes)
        else:
            return True
        return False
