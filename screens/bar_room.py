"""A room beside the live screen with a list and the bar: letters are always text. The speaker list
and rounds are such rooms. A line left half typed goes back to the live screen as one put aside."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from facilitator.capture import Completion, Context, read
from facilitator.capture.marks import is_internal
from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.saying import tr
from screens.meeting_room import MeetingRoom
from screens.widgets.bar import BarView, CaptureBar, LineOwner
from screens.widgets.name_list import NameList
from screens.widgets.row_list import RowList


def internal_view() -> BarView:
    return BarView(tr("internal"), hint=tr("↵ never on the wall, never in the minutes"))


DRAFT_DELAY = 0.3
"""Seconds after the last key."""


class BarRoom(LineOwner, MeetingRoom[None]):
    """A subclass composes `Static(id="head", markup=False)`, a `RowList(id="rows")` that takes no
    focus, `self.bar`, `self.names`, and overrides what stands under 'what a room says'.

    `keep`: takes the line that is left when the room is left."""

    def __init__(self, live: LiveMeeting, keep: Callable[[str], None]) -> None:
        super().__init__(live)
        self.bar = CaptureBar(self)
        self.names = NameList()
        self._keep = keep
        self._picks: tuple[tuple[str, str], ...] = ()
        self._closed_names = ""
        """The fragment for which Escape closed the list of names."""
        self._draft_timer: Timer | None = None

    def on_mount(self) -> None:
        self.bar.focus_line()

    def on_screen_resume(self) -> None:
        self.bar.focus_line()

    # -- what a room says -----------------------------------------------------------------

    def completion(self, text: str) -> Completion | None:
        """The name being typed at the cursor, if names are typed here."""
        return None

    def bar_view(self, text: str) -> BarView:
        """What stands around the line."""
        return BarView()

    def sent(self, text: str) -> bool:
        """Enter on a line; False: it stays."""
        return False

    def entered_empty(self) -> None:
        """Enter on the empty line."""

    def room_key(self, key: str) -> bool:
        """A key of this room alone; True if it was dealt with."""
        return False

    def row_chosen(self) -> None:
        """Another row is the chosen one: called within the key, the next may come at once."""
        self.draw_bar()

    # -- drawing --------------------------------------------------------------------------

    @property
    def rows(self) -> RowList:
        return self.query_one("#rows", RowList)

    def draw_bar(self) -> None:
        if not self.can_draw:
            return
        text = self.bar.text
        self.bar.show(internal_view() if is_internal(text) else self.bar_view(text))
        found = self._offered_names()
        if found is not None:
            at = self.bar.cursor_on_screen()
            near = at.__class__(at.x - len(found.fragment), self.bar.region.y - 2)
            self.names.offer(found.candidates, tr("who"), near, self.size.width)
        else:
            self.names.close()
        self.refresh_footer()

    def on_row_list_chosen(self) -> None:
        if self.can_draw:
            self.row_chosen()

    def context(self) -> Context:
        now = self.live.now()
        running = self.live.meeting.running_item
        return Context(
            meeting=self.live.meeting,
            today=self.live.today,
            language="de" if current_language() == "de" else "en",
            item=running.id if running else "",
            picks=self._picks,
            now_hhmm=f"{now.at:%H:%M}",
            cursor=self.bar.cursor,
        )

    def _offered_names(self) -> Completion | None:
        found = self.completion(self.bar.text)
        if found is None or not found.candidates or found.fragment == self._closed_names:
            return None
        return found

    # -- the line -------------------------------------------------------------------------

    def put(self, text: str) -> None:
        """Another line stands in the bar."""
        self._picks, self._closed_names = (), ""
        self.bar.put(text)
        self.bar.forget_typing()
        self._keep_soon()

    def _keep_soon(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._draft_timer = self.set_timer(DRAFT_DELAY, self._keep_half_typed)

    def _keep_half_typed(self) -> None:
        text = self.bar.text
        self.facilitator.keep_half_typed(self.live, (text,) if text.strip() else ())

    def line_changed(self) -> None:
        self._keep_soon()
        self.draw_bar()

    def line_pasted(self, text: str) -> None:
        self.bar.replace(self.bar.cursor, self.bar.cursor, " ".join(text.split()))

    def line_key(self, key: str) -> bool:
        if self.room_key(key):
            return True
        match key:
            case "enter":
                self._enter()
            case "tab":
                self._take_name()
            case "escape":
                self._escape()
            case "up" | "down":
                self._step(-1 if key == "up" else 1)
            case "pageup" | "pagedown":
                for _ in range(5):
                    self._step(-1 if key == "pageup" else 1)
            case "ctrl+z":
                self.action_undo()
            case "ctrl+y":
                self.action_redo()
            case _:
                return False
        return True

    def _enter(self) -> None:
        text = self.bar.text
        if not text.strip():
            self.entered_empty()
        elif is_internal(text):
            self.note_internally(text)
        elif not self._take_name() and self.sent(text):
            self.put("")
        self.draw_bar()

    def note_internally(self, text: str) -> None:
        """'i: …' is an internal note in every room: no card, no answer, no name."""
        if self.record(*read(text, self.context()).changes, said=tr("✓ internal note")):
            self.put("")

    def _take_name(self) -> bool:
        """Put the chosen name in; False when none is offered."""
        found = self._offered_names()
        if found is None:
            return False
        candidate = self.names.chosen
        if candidate is None or candidate not in found.candidates:
            candidate = found.candidates[0]
        insert = candidate.insert or candidate.name
        self._picks = (*self._picks, (insert, candidate.id))
        self.bar.replace(found.start, found.end, insert)
        after = self.completion(self.bar.text)
        self._closed_names = after.fragment if after else ""
        self.draw_bar()
        return True

    def _step(self, by: int) -> None:
        if self.names.is_open:
            self.names.step(by)
            return
        if by < 0:
            self.rows.choose_previous()
        else:
            self.rows.choose_next()
        self.row_chosen()

    def _escape(self) -> None:
        """The list of names, then the line (it is kept for the live screen), then back."""
        found = self._offered_names()
        if found is not None:
            self._closed_names = found.fragment
            self.draw_bar()
        elif self.bar.text.strip():
            self.keep_draft()
            self.put("")
            self.say(tr("The line is put aside; it stands in the live screen in grey."))
        else:
            self.dismiss()

    def keep_draft(self) -> None:
        if self.bar.text.strip():
            self._keep(self.bar.text)

    def on_unmount(self) -> None:
        self.facilitator.keep_half_typed(self.live, ())
        self.keep_draft()

    def action_people(self) -> None:
        self.facilitator.go_door(self.live)
