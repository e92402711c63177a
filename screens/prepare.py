"""Preparing a meeting: head data, agenda, people. Each change is recorded at once; letters are
commands until a line is opened."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on, work
from textual.binding import Binding
from textual.events import Key
from textual.widgets import OptionList

from facilitator.errors import FacilitatorError
from facilitator.exchange.agenda_text import AgendaLine, read_agenda, templates
from facilitator.exchange.people_csv import PeopleList, read_people_text
from facilitator.meeting.agenda import is_public
from facilitator.meeting.changes import AgendaItemAmended, Change
from facilitator.meeting.model import Role
from facilitator.planning import STANDING, agenda_changes, has_run, next_agenda, people_changes
from facilitator.saying import ntr, tr
from facilitator.told import told
from screens.commands import Command
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.import_file import ImportFileDialog
from screens.dialogs.look import LookDialog
from screens.dialogs.question import QuestionDialog
from screens.making import last_with_agenda, standing_of, template_lines
from screens.prepare_view import PrepareView
from screens.preparing import agenda, people
from screens.preparing.head import name_officer
from screens.preparing.part import OpenLine
from screens.room import bindings_of
from screens.widgets.bar import LineOwner
from screens.widgets.part_list import PartList


class PrepareScreen(LineOwner, PrepareView):
    """Its keys and commands; `PrepareView` draws."""

    BINDINGS = [
        *bindings_of(PrepareView.ROOM),
        Binding("tab", "next_part(1)", show=False),
        Binding("shift+tab", "next_part(-1)", show=False),
        Binding("shift+up", "move_by(-1)", show=False),
        Binding("shift+down", "move_by(1)", show=False),
    ]

    def on_mount(self) -> None:
        super().on_mount()
        self.live.refresh()

    def on_screen_resume(self) -> None:
        """Back from the door or the live screen; once it runs there is nothing to prepare."""
        self.attempt(self.live.refresh)
        if self.live.meeting.state != "planned" and self.is_current:
            self.dismiss()
        else:
            self.redraw()

    # -- keys -----------------------------------------------------------------------------

    def line_is_open(self) -> bool:
        return self.line is not None

    def offers(self, command: Command) -> bool:
        if command.id in ("move", "protect", "public_item"):
            return self.part.id == "agenda" and bool(self.current_list.chosen)
        if command.id.startswith("name_"):
            return self.part.id == "people" and bool(self.current_list.chosen)
        if command.id == "new":
            return self.part.id != "head"
        return super().offers(command)

    async def on_key(self, event: Key) -> None:
        if self.line is None and event.key in ("left", "right", "escape", "delete"):
            event.stop()
            match event.key:
                case "left" | "right":
                    self._step(-1 if event.key == "left" else 1)
                case "escape":
                    self.action_back()
                case "delete":
                    self.action_remove()
        else:
            await super().on_key(event)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.current_list.is_moving:
            self._stop_moving()
        else:
            self.action_open()

    @on(PartList.Move)
    def _moved(self, event: PartList.Move) -> None:
        event.stop()
        self.action_move_by(event.by)

    def action_next_part(self, by: int) -> None:
        if self.line is None:
            self._stop_moving()
            self.show_part(by)

    def action_back(self) -> None:
        if self.line is not None:
            self.close_line()
        elif self.current_list.is_moving:
            self._stop_moving()
        else:
            self.dismiss()

    # -- the open line --------------------------------------------------------------------

    def action_open(self) -> None:
        line = self.part.line_for(self.live.meeting, self.current_list.chosen)
        if line is not None:
            self.open_line(line)
        elif self.part.id == "head":
            self._step(1)
        else:
            self.action_new()

    def action_new(self) -> None:
        line = self.part.new_line(self.live.meeting, self.current_list.chosen)
        if line is not None:
            self.open_line(line)

    def line_key(self, key: str) -> bool:
        if self.line is None:
            return False
        match key:
            case "escape":
                self._leave_line(self.line)
            case "enter":
                self._send(self.line, self.bar.text)
            case "tab":
                self._complete(self.line, self.bar.text)
            case "ctrl+z":
                self.action_undo()
            case _:
                return False
        return True

    def _leave_line(self, line: OpenLine) -> None:
        """What was typed is kept: it stands in grey in the live screen."""
        kept = self._half_typed(line)
        self.close_line()
        if kept:
            self.facilitator.keep_line(self.live, kept)
            self.say(tr("The line is put aside; it stands in the live screen in grey."))

    def _half_typed(self, line: OpenLine) -> str:
        return self.bar.text.strip() if self.bar.text != line.text else ""

    def keep_draft(self) -> None:
        if self.line is not None:
            self.facilitator.keep_line(self.live, self._half_typed(self.line))

    def line_changed(self) -> None:
        self.show_line()

    def line_pasted(self, text: str) -> None:
        if self.line is not None and not self.line.row and self.part.id != "head":
            self._look_at_paste(self.line, text)
        else:
            self.bar.insert(" ".join(text.split()))

    def _send(self, line: OpenLine, text: str) -> None:
        """An empty line for something new only closes."""
        if not text.strip() and not line.row:
            self.close_line()
            return
        try:
            changes = self.part.read(self.live.meeting, line, text)
        except FacilitatorError as problem:
            self.say_problem(str(problem))
            return
        if not self.record(changes):
            if not changes:
                self.close_line()
            return
        self.close_line()
        if not line.row:  # one after the other
            self._choose_new(line)
            self.action_new()

    def _choose_new(self, line: OpenLine) -> None:
        """The item just written is the chosen one, so that the next goes behind it."""
        if self.part.id == "agenda":
            self.current_list.choose(agenda.written_behind(self.live.meeting, line.after))

    def _complete(self, line: OpenLine, text: str) -> None:
        """Tab takes what is offered; on the empty line it offers templates or a file."""
        done = self.part.complete(self.live.meeting, line, text)
        if done is not None:
            self.bar.put(done)
        elif not text.strip() and not line.row:
            self.close_line()
            if self.part.id == "agenda":
                self.action_template()
            else:
                self.action_import_people()

    # -- several at once ------------------------------------------------------------------

    @work(exit_on_error=True)
    async def _look_at_paste(self, line: OpenLine, text: str) -> None:
        if self.part.id == "agenda":
            taken = await self._take_agenda(read_agenda(text), after=line.after)
        else:
            taken = await self._take_people(read_people_text(text))
        if taken:
            self.close_line()

    async def _take_agenda(self, lines: tuple[AgendaLine, ...], *, after: str = "") -> bool:
        if not lines:
            self.say_problem(tr("No agenda item was understood; the agenda is as it was."))
            return False
        meeting = self.live.meeting
        summary, shown = agenda.look(lines, meeting)
        if not await self.app.push_screen_wait(LookDialog(tr("AGENDA"), summary, shown)):
            return False
        standing = standing_of(self.facilitator.workspace, self.live)
        if meeting.agenda_items and any(i.purpose not in STANDING for i in meeting.agenda_items):
            standing = ()  # an agenda that has begun is the person's own
        changes = agenda_changes(lines, meeting, after=after, standing=standing)
        return self.record(changes, ntr("{n} line taken", "{n} lines taken", len(lines)))

    async def _take_people(self, found: PeopleList) -> bool:
        summary, shown = people.look(found, self.live.meeting)
        dialog = LookDialog(tr("PEOPLE"), summary, shown, found.problems)
        if not await self.app.push_screen_wait(dialog):
            return False
        changes = people_changes(found, self.live.meeting)
        if not changes:
            self.say(tr("Everybody on this list is here already, as it says."))
            return True
        number = len(found.people)
        return self.record(changes, ntr("{n} person read in", "{n} people read in", number))

    @work(exit_on_error=True)
    async def action_import_people(self) -> None:
        self.show_part_called("people")
        found: PeopleList | None = await self.app.push_screen_wait(ImportFileDialog())
        if found is not None:
            await self._take_people(found)

    @work(exit_on_error=True)
    async def action_template(self) -> None:
        self.show_part_called("agenda")
        language = self.live.meeting.language
        last = last_with_agenda(self.facilitator.workspace, self.slug, self.live.reference)
        options = [("last", tr("as last time"))] if last else []
        if last is not None and has_run(last):
            options.append(("took", tr("as last time, with the minutes it took")))
        options += [(each.id, each.name) for each in templates(language)]
        chosen = await self.app.push_screen_wait(ChooseDialog(tr("AGENDA FROM"), options))
        if chosen is not None:
            lines = template_lines(chosen, language)
            if last is not None and chosen in ("last", "took"):
                lines = next_agenda(last, as_it_took=chosen == "took")
            await self._take_agenda(lines)

    # -- in place -------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        """Left and right: another value, or in or out in the agenda."""
        row = self.current_list.chosen
        changes = self.part.step(self.live.meeting, row, by)
        if not self.record(changes):
            return
        attendance = self.live.meeting.attendance_of(row)
        if attendance is not None and attendance.status == "represented":
            self.open_line_for(f"{people.STAND_IN}{row}")

    def action_move(self) -> None:
        self.current_list.is_moving = not self.current_list.is_moving
        self.redraw()

    def _stop_moving(self) -> None:
        self.current_list.is_moving = False
        self.redraw()

    def action_move_by(self, by: int) -> None:
        if self.line is None and self.part.id == "agenda":
            self.record(self.agenda.move(self.live.meeting, self.current_list.chosen, by))

    def action_protect(self) -> None:
        item = self.live.meeting.item(self.current_list.chosen)
        if item is not None:
            self.record((AgendaItemAmended(item=item.id, is_protected=not item.is_protected),))

    def action_public_item(self) -> None:
        item = self.live.meeting.item(self.current_list.chosen)
        if item is None:
            return
        if item.public and not is_public(self.live.meeting, item):
            self.say_problem(tr("It belongs to an item that is not public."))
        else:
            self.record((AgendaItemAmended(item=item.id, public=not item.public),))

    @work(exit_on_error=True)
    async def action_remove(self) -> None:
        if self.line is not None:
            return
        removal = self.part.removal(self.live.meeting, self.current_list.chosen)
        if removal is None:
            return
        if removal.question:
            dialog = QuestionDialog(tr("REMOVE"), removal.question, tr("remove"))
            if not await self.app.push_screen_wait(dialog):
                return
        self.record(removal.changes)

    def action_name_chair(self) -> None:
        self._appoint("chair")

    def action_name_moderator(self) -> None:
        self._appoint("moderator")

    def action_name_minute_taker(self) -> None:
        self._appoint("minute_taker")

    def action_advisory(self) -> None:
        self.record(people.turned(self.live.meeting, self.current_list.chosen, "voting_right"))

    def action_guest(self) -> None:
        self.record(people.turned(self.live.meeting, self.current_list.chosen, "guest"))

    def action_consent(self) -> None:
        self.record(people.turned(self.live.meeting, self.current_list.chosen, "consent"))

    def _appoint(self, role: Role) -> None:
        person = self.live.meeting.person(self.current_list.chosen)
        if person is not None:
            self.record(name_officer(self.live.meeting, role, person.name, person.id))

    # -- undo, other rooms ----------------------------------------------------------------

    def record(self, changes: Iterable[Change], what: str = "") -> bool:
        """One step; the status line says what. False if nothing was recorded."""
        wanted = tuple(changes)
        if not wanted:
            return False
        step = self.attempt(lambda: self.live.record(*wanted))
        if not step:
            return False
        self.say(tr("✓ saved: {what}", what=what or told(step, self.live.meeting)), undo=True)
        self.redraw()
        return True

    def action_undo(self) -> None:
        before = self.live.meeting
        taken = self.attempt(self.live.undo)
        if taken:
            self.say(tr("taken back: {what} · Ctrl+Y brings it back", what=told(taken, before)))
        elif taken is not None:
            self.say(tr("There is nothing to take back."))

    def action_redo(self) -> None:
        brought = self.attempt(self.live.redo)
        if brought:
            self.say(tr("back again: {what}", what=told(brought, self.live.meeting)), undo=True)
        elif brought is not None:
            self.say(tr("There is nothing to bring back."))

    def action_key_test(self) -> None:
        self.facilitator.go_key_test()

    def action_projector_test(self) -> None:
        self.facilitator.go_projector_test()

    def action_people(self) -> None:
        self.facilitator.go_door(self.live)

    def action_begin(self) -> None:
        self.facilitator.go_live(self.live)

    def action_open_actions(self) -> None:
        self.facilitator.go_review(None, series=self.slug)

    def action_minutes(self) -> None:
        self.facilitator.go_minutes(self.live)
