"""Lines into a meeting: read, recorded, answered, one after the other."""

from __future__ import annotations

from msgspec import Struct

from facilitator.capture import CommandCall, Context, Reading, read
from facilitator.errors import FacilitatorError, NotSaved, UsageProblem
from facilitator.i18n import current_language, tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item
from facilitator.told import told


class Answer(Struct, frozen=True, kw_only=True):
    """What became of a line, in one line. `is_last`: the line asked to stop."""

    text: str
    is_last: bool = False


class Recorder:
    """Takes lines for one meeting. `refused` counts those that did not do what they said; none of
    their words is lost: they are in the meeting as a note, or in the answer."""

    def __init__(self, live: LiveMeeting) -> None:
        self._live = live
        self.refused = 0
        self.exit_code = 0

    def take(self, line: str) -> Answer:
        """Record one line; on disk when this returns."""
        try:
            self._live.refresh()
            return self._take(line)
        except NotSaved as error:
            return self._refuse(f"{error} {tr('The line')}: {line.strip()}", NotSaved.exit_code)
        except FacilitatorError as error:
            return self._refuse(f"{error} {tr('The line')}: {line.strip()}", error.exit_code)

    # -- one line ---------------------------------------------------------------------------

    def _take(self, line: str) -> Answer:
        reading = read(line, self._context())
        if reading.command is not None:
            return self._obey(reading.command, line)
        if not reading.changes:
            return self._nothing_to_record(reading, line)
        begun = self._begin(goes_elsewhere=reading.kind == "goto")
        if begun and reading.kind != "goto":
            reading = read(line, self._context())  # now it belongs to the first item
        said = self._record(*reading.changes)
        if reading.problem:
            return self._refuse(f"{said} · {reading.problem}")
        return Answer(text=said)

    def _nothing_to_record(self, reading: Reading, line: str) -> Answer:
        if reading.goto is not None and not reading.problem:
            return Answer(text=tr("Already there: {item}.", item=reading.text))
        if not reading.problem:
            return self._refuse(tr("There is nothing to record in: {line}", line=line.strip()))
        return self._refuse(f"{self._as_note(line)} · {reading.problem}")

    def _as_note(self, line: str) -> str:
        self._begin()
        return self._record(*read(line, self._context(literal=True)).changes)

    def _context(self, *, literal: bool = False) -> Context:
        meeting = self._live.meeting
        running = meeting.running_item
        return Context(
            meeting=meeting,
            today=self._live.today,
            language="de" if current_language() == "de" else "en",
            item=running.id if running else "",
            now_hhmm=f"{self._live.now().at:%H:%M}",
            now=self._live.now(),
            literal=literal,
        )

    def _begin(self, *, goes_elsewhere: bool = False) -> bool:
        """Start the meeting, and the next item if none runs and the line starts none itself."""
        meeting = self._live.meeting
        changes: list[c.Change] = []
        if meeting.state == "planned":
            changes.append(c.MeetingStarted())
        item = next_item(meeting)
        if meeting.running_item is None and item is not None and not goes_elsewhere:
            changes.append(c.ItemStarted(item=item.id))
        self._live.record(*changes)
        return bool(changes)

    def _record(self, *changes: c.Change) -> str:
        """Record a step and say it in words."""
        step = self._live.record(*changes)
        return told(step, self._live.meeting)

    def _refuse(self, text: str, code: int = UsageProblem.exit_code) -> Answer:
        self.refused += 1
        self.exit_code = max(self.exit_code, code)
        return Answer(text=f"! {text}")

    # -- commands ---------------------------------------------------------------------------

    def _obey(self, call: CommandCall, line: str) -> Answer:
        from facilitator.cli.screen import command_called

        command = command_called(call.word)
        match command.id if command else "":
            case "":
                return Answer(text=self._as_note(line))
            case "undo":
                return self._undo()
            case "redo":
                return self._redo()
            case "saved":
                return Answer(text=tr("Everything is saved."))
            case "quit":
                return Answer(text=tr("Everything is saved."), is_last=True)
            case "next":
                return self._refuse(
                    tr("The agenda is through. 'facilitator close' ends the meeting.")
                )
            case _:
                return self._refuse(
                    tr("This is a command of the live screen: {line}", line=line.strip())
                )

    def _undo(self) -> Answer:
        before = self._live.meeting
        taken = self._live.undo()
        if not taken:
            return self._refuse(tr("There is nothing to take back."))
        return Answer(text=tr("Taken back: {what}", what=told(taken, before, self._live.meeting)))

    def _redo(self) -> Answer:
        brought = self._live.redo()
        if not brought:
            return self._refuse(tr("There is nothing to bring back."))
        return Answer(text=tr("Brought back: {what}", what=told(brought, self._live.meeting)))
