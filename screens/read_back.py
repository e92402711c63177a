"""A decision is read to the room: its wording fills the screen, and the wall. Enter holds that it
was confirmed so, with the time; Escape leaves it as it was. No letter does anything."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from facilitator.i18n import ptr, tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.majority import is_rejected
from facilitator.meeting.model import Decision
from facilitator.told import decision_kind_word
from facilitator.wall import WallState
from screens.meeting_room import MeetingRoom
from screens.room import bindings_of
from screens.widgets.entry_rows import wrapped
from screens.widgets.footer import KeyFooter
from screens.widgets.status import StatusLine


class ReadBackScreen(MeetingRoom[None]):
    ROOM = "read_back"
    CSS_PATH = "read_back.tcss"
    BINDINGS = bindings_of(ROOM)

    def __init__(self, live: LiveMeeting, decision: str) -> None:
        super().__init__(live)
        self._decision_id = decision
        self._stood = WallState()
        """What the wall was asked for before."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="text", can_focus=False):
            yield Static(id="wording", markup=False)
        yield Static(id="state", markup=False)
        yield Static(id="head", markup=False)
        yield StatusLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        self._stood = self.facilitator.wall_asked(self.live)
        self.show_on_wall("read_back", self._decision_id)

    def on_unmount(self) -> None:
        self.ask_wall(self._stood)

    @property
    def decision(self) -> Decision | None:
        entry = self.live.meeting.entry(self._decision_id)
        return entry if isinstance(entry, Decision) else None

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        return f"   {self.live.meeting.title}"

    def head_right(self) -> str:
        return f"{self.live.now().at:%H:%M}   "

    def draw(self) -> None:
        decision = self.decision
        if decision is None:  # taken back elsewhere
            self._leave()
            return
        width = self.size.width
        margin = max(1, width // 8)
        lines = wrapped(decision.text, max(12, width - 2 * margin))
        apart = 2 if 2 * len(lines) + 6 <= self.query_one("#text").size.height else 1
        indent = " " * margin
        heading = decision_kind_word(decision.decision_kind).upper()
        if is_rejected(decision.vote):
            heading += " · " + ptr("wall", "rejected").upper()
        if decision.addressee:
            heading += " · " + tr("to {name}", name=decision.addressee)
        body = ("\n" * apart).join(indent + line for line in lines)
        text = Content.assemble("\n\n", (indent + heading, "bold"), "\n\n\n", body)
        self.query_one("#wording", Static).update(text)
        self.query_one("#state", Static).update(Content(self._state(decision)))

    def _state(self, decision: Decision) -> str:
        if decision.read_back_at is None:
            return tr("is being read back")
        return tr("read back and confirmed {time}", time=f"{decision.read_back_at.at:%H:%M}")

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        return ("↵", tr("confirmed so")), ("Esc", tr("back"))

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("↵", tr("Confirmed as it was read; the time is kept")),
            ("Esc", tr("Leave it as it was")),
        )

    # -- keys -----------------------------------------------------------------------------

    async def on_key(self, event: Key) -> None:
        scroll = self.query_one("#text", VerticalScroll)
        match event.key:
            case "enter":
                self._confirm()
            case "escape":
                self._leave()
            case "up":
                scroll.scroll_up(animate=False)
            case "down":
                scroll.scroll_down(animate=False)
            case "pageup":
                scroll.scroll_page_up(animate=False)
            case "pagedown":
                scroll.scroll_page_down(animate=False)
            case _:
                return
        event.stop()
        event.prevent_default()

    def _confirm(self) -> None:
        now = self.live.now()
        if self.record(c.DecisionAmended(decision=self._decision_id, read_back_at=now)):
            self._leave()

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss()

    def action_back(self) -> None:
        self._leave()
