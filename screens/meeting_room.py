"""A room of one meeting: it listens to the meeting, keeps its clock going, shows what another
program wrote, records steps and says them."""

from __future__ import annotations

from typing import TypeVar

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.saying import joined, tr, whole
from facilitator.told import told
from facilitator.wall import View, WallState
from screens.room import Room
from screens.widgets.live_head import Joined
from screens.widgets.status import StatusLine

T = TypeVar("T")

TICK = 1.0
"""Seconds between two looks at the clock."""
LOOK = 0.5
"""Seconds between two looks at the meeting's file."""


class MeetingRoom(Room[T]):
    """Base of the rooms of one meeting. A subclass composes a `Static(id="head", markup=False)`
    (nothing is drawn without it) and overrides `head_left`, `head_right` and `draw`.

    Textual calls `on_mount`, `on_unmount`, `on_resize` and `on_screen_resume` of every class, the
    subclass first: nobody calls these of `super()`."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self.live = live
        self._said_of = ""
        """The step of which the status line says that Ctrl+Z takes it back."""
        self._stop_listening = live.listen(lambda _: self.redraw())

    def on_mount(self) -> None:
        self.set_interval(TICK, self.tick)
        self.set_interval(LOOK, self._look_at_file)
        self.call_after_refresh(self.redraw)

    def on_unmount(self) -> None:
        self._stop_listening()

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self.redraw)

    def words_changed(self) -> None:
        """Nothing is composed again: a line being typed stays."""
        self.redraw()

    def _look_at_file(self) -> None:
        """What another program wrote to the file shows here too."""
        self.attempt(self.live.refresh)

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str | Content:
        """What this room is; gives way where the line is too short. User text as it is."""
        return self.live.meeting.title

    def head_right(self) -> str | Content:
        """What moves with the clock: state and time."""
        return self.clock()

    def clock(self) -> str:
        """'● 18:52', hollow unless the meeting runs."""
        sign = "●" if self.live.meeting.state == "running" else "○"
        return f"{sign} {self.live.now().at:%H:%M}"

    def draw(self) -> None:
        """Draw everything but head and footer. Only called when the widgets are there."""

    def redraw(self) -> None:
        """Draw all of it: after a change, a new size, another language, coming back."""
        if not self.can_draw or not self.size.width:
            return
        self._check_what_is_said()
        self.tick()
        self.draw()
        self.refresh_footer()

    def tick(self) -> None:
        """Draw what moves with the clock: the head line. Called every second."""
        if not self.can_draw:
            return
        head = Joined(_as_content(self.head_left()), _as_content(self.head_right()))
        self.query_one("#head", Static).update(head.fit(self.size.width), layout=False)

    # -- writing --------------------------------------------------------------------------

    def record_step(self, *changes: c.Change) -> tuple[c.Stamped, ...]:
        """Record one step in silence. Empty: there was nothing, or it is not on disk and the
        status line says why; what was typed stays then."""
        return self.attempt(lambda: self.live.record(*changes)) or ()

    def record(self, *changes: c.Change, said: str = "", remark: str = "") -> bool:
        """Record one step and say what was saved, in the words of `said` if given. `remark`:
        said behind it. False as in `record_step`."""
        before = self.live.meeting
        step = self.record_step(*changes)
        if not step:
            return False
        if said:
            self.say(joined(" · ", (said, whole(remark))) if remark else said, undo=not remark)
        else:
            self.say_saved(told(step, self.live.meeting, before), remark=remark)
        return True

    def say(self, text: str, *, undo: bool = False) -> None:
        steps = self.live.undoable() if undo else ()
        self._said_of = steps[0].step if steps else ""
        super().say(text, undo=undo)

    def _check_what_is_said(self) -> None:
        """The status line never says that Ctrl+Z takes back one step when it is another one by
        now (from another room, or another screen on this meeting), nor that something is saved
        which was taken back since."""
        if not self._said_of:
            return
        steps = self.live.undoable()
        if steps and steps[0].step == self._said_of:
            return
        for status in self.query(StatusLine):
            status.forget_undo()
            if not self.live.counts(self._said_of):
                status.mention("")
        self._said_of = ""

    def say_saved(self, what: str, *, remark: str = "") -> None:
        time = f"{self.live.now().at:%H:%M}"
        text = tr("✓ saved {time}: {what}", time=time, what=what)
        if remark and cell_len(text) + cell_len(remark) > self.size.width - 5:
            text = tr("✓ {what}", what=what)  # the remark is what must be read
        self.say(joined(" · ", (text, whole(remark))) if remark else text, undo=not remark)

    # -- the wall -------------------------------------------------------------------------

    def show_on_wall(self, view: View, subject: str = "") -> None:
        """Ask the wall, on the projector and on this screen, for a view. `subject`: id of the
        decision, agenda item, board or round it is about; empty: the latest that fits. A view
        about something that is not there falls back to what fits."""
        self.ask_wall(WallState(view=view, subject=subject))

    def turn_on_wall(self, view: View, subject: str, said: str) -> None:
        """F12 in a room beside the live screen: what stands here on the wall, said so; once more:
        what fits."""
        if self.facilitator.wall_asked(self.live) == WallState(view=view, subject=subject):
            self.follow_on_wall()
            self.say(tr("The wall shows again what fits."))
        else:
            self.show_on_wall(view, subject)
            self.say(said)

    def show_vote_on_wall(self, decision: str) -> None:
        """How the room decided, unless somebody chose another view by hand."""
        if self.facilitator.wall_asked(self.live).view in ("follow", "vote"):
            self.show_on_wall("vote", decision)

    def follow_on_wall(self) -> None:
        """Let the wall show again what fits: the item that runs, the break, the closing."""
        self.ask_wall(WallState())

    def ask_wall(self, state: WallState) -> None:
        try:
            self.facilitator.ask_wall(self.live, state)
        except OSError as error:
            reason = error.strerror or str(error)
            self.say_problem(tr("The projector could not be told: {reason}", reason=reason))
        self.redraw()

    # -- everywhere in a meeting ----------------------------------------------------------

    def action_undo(self) -> None:
        self.take_back(self.live)

    def action_redo(self) -> None:
        self.take_back(self.live, redo=True)

    def action_quit(self) -> None:
        self.facilitator.ask_quit()


def _as_content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else Content(text)
