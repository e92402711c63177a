"""The room of the speaker list: who has the floor, who waits, how often and how long each has
spoken. Letters are names; the suggestion is one, the moderator decides."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture import Completion, Context
from facilitator.capture.people_named import complete_people
from facilitator.folding import fold
from facilitator.i18n import current_language, ntr, tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Speaker
from facilitator.meeting.speaker_list import (
    minutes_and_seconds,
    shares,
    suggestion,
    total_seconds,
    turns,
)
from screens.bar_room import BarRoom
from screens.commands import command_called, shown
from screens.room import bindings_of
from screens.speaker_acts import CLEAR, SpeakerActs
from screens.widgets.bar import BarView
from screens.widgets.columns import cut, padded, spread
from screens.widgets.footer import KeyFooter
from screens.widgets.live_head import WIDE
from screens.widgets.row_list import Row, RowList
from screens.widgets.speakers_part import waiting_words
from screens.widgets.status import StatusLine


class SpeakersScreen(BarRoom, SpeakerActs[None]):
    ROOM = "speakers"
    CSS_PATH = "speakers.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    BINDINGS = bindings_of(ROOM)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    _has_chosen = False
    """Somebody was chosen with the keys; else the first on the list is, whoever that is now."""

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="floor", markup=False)
        with Horizontal(id="middle"):
            with Vertical(id="waiting"):
                yield Static(id="waiting-head", markup=False)
                yield RowList(id="rows", focusable=False)
            yield Static(id="shares", markup=False)
        yield StatusLine()
        yield self.bar
        yield KeyFooter()
        yield self.names

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        item = self.live.meeting.running_item
        where = f" · {item.number} {item.short_title or item.title}" if item else ""
        return tr("SPEAKER LIST") + where

    def head_right(self) -> str:
        total = minutes_and_seconds(total_seconds(self.live.meeting.speakers, self.live.now()))
        return tr("spoken {time}", time=total) + f"   {self.clock()}"

    def tick(self) -> None:
        super().tick()
        if self.can_draw:
            self.query_one("#floor", Static).update(self._floor())
            self.query_one("#shares", Static).update(self._shares())

    def draw(self) -> None:
        waiting = self.live.meeting.waiting
        head = ntr("{n} WAITS", "{n} WAIT", len(waiting)) if waiting else tr("NOBODY WAITS")
        self.query_one("#waiting-head", Static).update(Content(f" {head}"))
        proposed = suggestion(self.live.meeting.speakers)
        self.rows.show([self._row(place, each, proposed) for place, each in enumerate(waiting, 1)])
        if not self._has_chosen and waiting:
            self.rows.choose(waiting[0].id)
        self.draw_bar()

    def _step(self, by: int) -> None:
        self._has_chosen = self._has_chosen or not self.names.is_open
        super()._step(by)

    def _floor(self) -> Content:
        """Who speaks, and for how long."""
        meeting, width = self.live.meeting, max(10, self.size.width - 2)
        speaking = meeting.speaking
        if speaking is None:
            return Content.styled(" " + cut(tr("nobody has the floor"), width), "$foreground 60%")
        clock = minutes_and_seconds(speaking.seconds(self.live.now()))
        number = turns(meeting.speakers, speaking)
        which = tr("point of order") if speaking.is_point_of_order else tr("turn {n}", n=number)
        name = cut(speaking.name, max(8, width - cell_len(which) - cell_len(clock) - 8))
        return Content.assemble((f" ▸ {name}  {clock}", "bold"), (f"  {which}", "$foreground 60%"))

    def _row(self, place: int, speaker: Speaker, proposed: Speaker | None) -> Row:
        meeting = self.live.meeting
        width = min(96, max(20, (self.rows.size.width or self.size.width) - 4))
        had = turns(meeting.speakers, speaker)
        spoken = ntr("{n} turn", "{n} turns", had) if had else tr("not yet")
        mark = tr("○ suggested") if proposed is not None and proposed.id == speaker.id else ""
        right = f"{padded(spoken, 12)} {padded(mark, 13)}" if width >= 50 else mark
        name = f"{place:>2} {waiting_words(speaker, meeting)}"
        return Row(speaker.id, Content(" " + spread(name, right, width)))

    def _shares(self) -> Content:
        """Turns and time of everybody who has spoken, the longest first."""
        panel = self.query_one("#shares", Static)
        width = max(20, panel.content_size.width or self.size.width - 2)
        found = shares(self.live.meeting.speakers, self.live.now())
        lines = [Content.styled(cut(tr("SPOKEN"), width), "bold $foreground 60%")]
        if not found:
            lines.append(Content(cut(tr("nobody yet"), width)))
        most = max((share.seconds for share in found), default=0.0) or 1.0
        room = max(2, panel.content_size.height) if self.size.width >= WIDE else 6
        for share in found[: room - 1]:
            words = f"{ntr('{n} turn', '{n} turns', share.turns)}  "
            clock = minutes_and_seconds(share.seconds)
            right = f"{padded(words, 12)}{padded(clock, 6, right=True)}"
            bar = "█" * max(1, round(8 * share.seconds / most)) if width >= 44 else ""
            lines.append(Content(spread(share.name, f"{right} {padded(bar, 8)}", width)))
        if len(found) > room - 1:
            lines[-1] = Content(tr("… and {n} more", n=len(found) - room + 2))
        return Content("\n").join(lines)

    def bar_view(self, text: str) -> BarView:
        meeting = self.live.meeting
        if text.strip():
            return BarView(
                tr("On the list"), "", "", (), tr("↵ puts on the list · several with commas")
            )
        chosen = next((s for s in meeting.waiting if s.id == self.rows.chosen), None)
        if chosen is not None:
            hint = tr("↵ {name} has the floor · letters: a name for the list", name=chosen.name)
        elif meeting.speaking is not None:
            hint = tr(
                "↵ {name} has spoken · letters: a name for the list", name=meeting.speaking.name
            )
        else:
            hint = tr("type a name: ↵ puts it on the list")
        return BarView(tr("Speaker list"), "", "", (), cut(hint, max(10, self.size.width - 6)))

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self.names.is_open:
            return (("↵", tr("takes it")), ("↑↓", tr("choose")), ("Esc", tr("close")))
        if self.bar.text.strip():
            return (("↵", tr("on the list")), ("Esc", tr("put aside")))
        delete = shown("delete", current_language())
        waiting = self.live.meeting.waiting
        one = [("↵", tr("floor")), ("↑↓", tr("choose")), ("^↑↓", tr("sort")), (delete, tr("away"))]
        return (
            *(one if waiting else []),
            ("/go", tr("point of order")),
            "undo",
            ("Esc", tr("meeting")),
            "wall",
        )

    def own_keys(self) -> Iterable[tuple[str, str]]:
        delete = shown("delete", current_language())
        return (
            ("abc", tr("A name: Enter puts it on the list; several with commas")),
            ("↵", tr("On the empty line: the chosen one has the floor, who spoke is through")),
            ("^↑ ^↓", tr("Move the chosen one up or down")),
            (delete, tr("Take the chosen one off the list")),
            ("/go", tr("With a name: a point of order goes first and counts as no turn")),
            ("F12", tr("The projector shows the speaker list; once more: what fits")),
            ("○", tr("Suggested: fewest turns first, then who asked first; the moderator decides")),
        )

    # -- the line -------------------------------------------------------------------------

    def names_context(self) -> Context:
        return self.context()

    def completion(self, text: str) -> Completion | None:
        start = 0
        if text.startswith("/"):
            start = text.find(" ") + 1 or len(text)
        return complete_people(text, start, self.context())

    def line_pasted(self, text: str) -> None:
        """A name a line, as in a mail: several names."""
        names = ", ".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
        self.bar.replace(self.bar.cursor, self.bar.cursor, names)

    def sent(self, text: str) -> bool:
        if not text.lstrip().startswith("/"):
            return self.command_ask_to_speak(text)
        word, _, argument = text.strip()[1:].partition(" ")
        command = command_called(word)
        argument = argument.strip()
        match command.id if command else "":
            case "ask_to_speak":
                return self.command_ask_to_speak(argument)
            case "point_of_order":
                return self.command_point_of_order(argument)
            case "next_speaker":
                return self.command_next_speaker(argument)
            case "speaker_list" if fold(argument) in CLEAR:
                return self.empty_speaker_list()
        self.say_problem(
            tr("'/{word}' does nothing here; Esc goes back to the meeting.", word=word)
        )
        return False

    def entered_empty(self) -> None:
        meeting = self.live.meeting
        self._has_chosen = False
        if self.rows.chosen:
            self.record(c.SpeakerCalled(speaker=self.rows.chosen))
        elif meeting.speaking is not None:
            self.record(c.SpeakerEnded(speaker=meeting.speaking.id))

    def room_key(self, key: str) -> bool:
        if key == "f12":
            self.action_wall()
        elif key in ("ctrl+up", "ctrl+down"):
            self._reorder(-1 if key == "ctrl+up" else 1)
        elif key == "delete":
            chosen = next((s for s in self.live.meeting.waiting if s.id == self.rows.chosen), None)
            if chosen is not None:
                self.record(c.SpeakerRemoved(speaker=chosen.id, name=chosen.name))
        else:
            return False
        return True

    def action_wall(self) -> None:
        self.turn_on_wall("speakers", "", tr("The wall shows the speaker list."))

    def _reorder(self, by: int) -> None:
        """The chosen one a place up or down; at the ends nothing happens."""
        ids = [speaker.id for speaker in self.live.meeting.waiting]
        if self.rows.chosen not in ids:
            return
        speaker = self.rows.chosen
        at = ids.index(speaker)
        if not 0 <= at + by < len(ids):
            return
        before = at - 2 if by < 0 else at + 1
        after = ids[before] if before >= 0 else "first"
        self.record(c.SpeakerMoved(speaker=speaker, after=after))
