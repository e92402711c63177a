"""The door: type two or three letters, Enter, next. The queue can read the screen: it shows only
who matches what is typed, and who came last. What a line means is read in `capture.door_line`,
what is shown made in `door_view`, the states in `door_states`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from facilitator.capture.door_line import DoorLine, read_door_line
from facilitator.exchange.people_csv import PeopleList, read_people_text
from facilitator.folding import words
from facilitator.i18n import current_language, tr
from facilitator.live import LiveMeeting
from facilitator.meeting.arrivals import (
    Arrival,
    OrganizationAtDoor,
    matching_organizations,
    matching_people,
)
from screens.commands import shown
from screens.dialogs.import_file import ImportFileDialog
from screens.door_help import door_lines
from screens.door_several import SeveralAtDoor
from screens.door_states import steps_for, steps_for_all
from screens.door_view import (
    ALL,
    NEW,
    all_rows,
    counts,
    latest_rows,
    match_rows,
    more_rows,
    new_row,
    stand_in_rows,
)
from screens.room import bindings_of
from screens.widgets.footer import KeyFooter
from screens.widgets.line_editor import LineEditor, LineOwner
from screens.widgets.row_list import Row, RowList
from screens.widgets.status import StatusLine

_words = lru_cache(maxsize=16384)(words)
"""Names are folded once, not at every letter: 500 people are listed as fast as five."""


class DoorScreen(LineOwner, SeveralAtDoor):
    ROOM = "door"
    CSS_PATH = "door.tcss"
    BINDINGS = bindings_of(ROOM)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._step = 0
        self._choice = ""
        """Id of the chosen row among the matches."""
        self._listed_for = ""
        """The text for which the matches were listed last."""
        self._question = ""
        """As shown."""
        self._found: tuple[object, str, list[Arrival]] = (None, "", [])
        """Who matched last: in which meeting, for which name."""
        self._before: list[str] = []
        """Lines sent or left, the latest last."""

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="counts", markup=False)
        with Horizontal(id="asking"):
            yield Static(id="question", markup=False)
            yield LineEditor(self)
        yield RowList(id="matches", focusable=False)
        yield RowList(id="latest", focusable=False)
        yield StatusLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(LineEditor).focus()

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        return tr("{title} · DOOR", title=self.live.meeting.title)

    def head_right(self) -> str:
        meeting = self.live.meeting
        if meeting.state == "planned" and meeting.start:
            return tr("starts {time}", time=meeting.start) + f"   {self.clock()}"
        return self.clock()

    def draw(self) -> None:
        meeting = self.live.meeting
        told = counts(meeting, self.live.now(), self.size.width - 2)
        self.query_one("#counts", Static).update(Content(f" {told}"), layout=False)
        self.draw_latest()
        self._draw_line()

    def draw_latest(self, choose: str = "") -> None:
        most = 4 if self.size.height < 30 else 12
        latest = latest_rows(self.live.meeting, most, self.order, self.size.width)
        rows = self.query_one("#latest", RowList)
        rows.show(latest)
        rows.choose(choose)

    def _draw_line(self) -> None:
        """What follows the line: the question, who matches, what the keys do."""
        question = tr("Who comes?")
        if self.represented is not None:
            question = tr("Who stands in for {name}?", name=self.represented.person.name)
        if question != self._question:
            self._question = question
            self.query_one("#question", Static).update(Content(f" {question} "))
        matches = self.query_one("#matches", RowList)
        matches.show(self._match_rows())
        matches.choose(self._choice)
        latest = self.query_one("#latest", RowList)
        if latest.has_class("quiet") != bool(self.typed):
            latest.set_class(bool(self.typed), "quiet")
        self.refresh_footer()

    def _match_rows(self) -> list[Row]:
        if not self.typed:
            return []
        meeting, width, step = self.live.meeting, self.size.width, self._step
        if self.represented is not None:
            return stand_in_rows(self.typed, self._matches(), self._choice, width)
        line = read_door_line(self.typed)
        if line.guests is not None:
            return [Row(NEW, Content(f" ▸ {self.guests_words(line)}"))]
        new = new_row(line, self._choice == NEW, width)
        if line.all_of:
            return all_rows(self._organizations(line), self._choice, step, width)
        rows = match_rows(meeting, self._matches(), self._choice, step, width)
        return [*rows, *more_rows(len(self._found[2]) - len(rows)), new]

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self.represented is not None:
            return (("↵", tr("save")), ("↑↓", tr("choose")), ("Esc", tr("leave it")))
        if self.typed:
            return (("↵", tr("takes it")), ("←→", tr("state")), ("↑↓", tr("choose")),
                    ("Esc", tr("empty line")))  # fmt: skip
        latest = self.query_one("#latest", RowList).chosen
        goes = [(shown("delete", current_language()), tr("goes"))] if latest else []
        return (("↑↓", tr("choose")), *goes, "undo", ("Esc", tr("finished")),
                ("^P", tr("list, all")), ("abc", tr("name")))  # fmt: skip

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return door_lines()

    # -- the line -------------------------------------------------------------------------

    @property
    def typed(self) -> str:
        return self.query_one(LineEditor).text.strip()

    def _matches(self) -> list[Arrival]:
        """People whom the typed name may mean, first those whom what stands behind the comma
        means too: 'Müller, VHS', and 'Müller, Tom' as lists write it. As many as there is room
        for are shown."""
        line = read_door_line(self.typed)
        name = self.typed if self.represented is not None else line.name
        behind = "" if self.represented is not None else line.organization
        asked = f"{name}\n{behind}"
        if self._found[0] is not self.live.meeting or self._found[1] != asked:
            everybody = len(self.live.meeting.people)
            found = matching_people(self.live.meeting, name, _words, everybody)
            if behind:
                both = matching_people(self.live.meeting, f"{name} {behind}", _words, everybody)
                meant = {arrival.person.id for arrival in both}
                found = [*both, *(a for a in found if a.person.id not in meant)]
            self._found = (self.live.meeting, asked, found)
        return self._found[2][: self._most]

    @property
    def _most(self) -> int:
        """Rows for people that leave room for the others."""
        return 6 if self.size.height < 30 else 14

    def _organizations(self, line: DoorLine) -> list[OrganizationAtDoor]:
        return matching_organizations(self.live.meeting, line.all_of, _words)

    def on_text_area_changed(self) -> None:
        if self.typed != self._listed_for:
            self.line_changed()

    def line_changed(self) -> None:
        self._listed_for = self.typed
        self._step = 0
        self._choice = self._meant()
        if self.can_draw:
            self._draw_line()

    def _meant(self) -> str:
        """The row that Enter means if nobody chooses: who matches first. Behind a comma stands an
        organisation: nobody of another one is meant by it."""
        if not self.typed or self.represented is not None:
            return NEW
        line = read_door_line(self.typed)
        if line.guests is not None:
            return NEW
        if line.all_of:
            found = self._organizations(line)
            return f"{ALL}{found[0].organization.id}" if found else ""
        matches = self._matches()
        if not line.organization:
            return matches[0].person.id if matches else NEW
        both = matching_people(
            self.live.meeting, f"{line.name} {line.organization}", _words, len(matches) + 1
        )
        listed = {arrival.person.id for arrival in matches}
        return next((a.person.id for a in both if a.person.id in listed), NEW)

    def line_key(self, key: str) -> bool:
        if self.typed != self._listed_for:
            self.line_changed()  # typed fast: the key came before the news of the letters
        match key:
            case "enter":
                self._enter()
            case "tab" | "shift+tab":
                self._turn(1 if key == "tab" else -1)
            case "left" | "right":
                return self._turns(key)
            case "up" | "down":
                self._choose(-1 if key == "up" else 1)
            case "delete":
                self.goes(self.query_one("#latest", RowList).chosen)
            case "escape":
                self._escape()
            case "ctrl+up" if self._before:
                self.put(self._before.pop())
            case "ctrl+z":
                self.action_undo()
            case "ctrl+y":
                self.action_redo()
            case _:
                return False
        return True

    def _turns(self, key: str) -> bool:
        """Right and left at the end of the line turn the state; elsewhere they move the cursor."""
        line = self.query_one(LineEditor)
        if not self.typed:
            return key == "right" and self._mend_latest()
        if self.represented is not None or line.cursor_location != line.document.end:
            return False
        if key == "left" and self._step <= 0:
            return False
        self._turn(1 if key == "right" else -1)
        return True

    def _turn(self, by: int) -> None:
        if self.represented is not None:
            rows = self.query_one("#matches", RowList)
            rows.choose_next()
            self._choice = rows.chosen
        else:
            self._step += by
        self._draw_line()

    def _choose(self, by: int) -> None:
        self._step = 0
        rows = self.query_one("#matches" if self.typed else "#latest", RowList)
        rows.choose_previous() if by < 0 else rows.choose_next()
        if self.typed:
            self._choice = rows.chosen
        self._draw_line()

    def _mend_latest(self) -> bool:
        """The chosen one of those who came last back into the line, to give another state."""
        person = self.live.meeting.person(self.query_one("#latest", RowList).chosen)
        if person is None:
            return False
        home = self.live.meeting.organization_name(person)
        self.put(f"{person.name}, {home}" if home else person.name)
        self.line_changed()
        self._choice = person.id
        self._draw_line()
        return True

    def line_pasted(self, text: str) -> None:
        """Several lines are a list, like one that is read in."""
        people = read_people_text(text)
        if people.people:
            self._take_list(people)
        else:
            self.put(text.strip().splitlines()[0])
            self.say_problem(tr("No name was understood; only the first line was taken."))

    def _escape(self) -> None:
        if self.represented is not None or self.typed:
            self.represented = None
            self.empty_line()
        else:
            self.dismiss()

    def put(self, text: str) -> None:
        line = self.query_one(LineEditor)
        line.load_text(text)
        line.move_cursor(line.document.end)

    def empty_line(self) -> None:
        if self.typed:
            self._before = [*self._before[-19:], self.typed]
        self.put("")
        self.line_changed()

    def _enter(self) -> None:
        if self.represented is not None:
            person = self.live.meeting.person(self._choice)
            self.is_represented(self.represented, person.name if person else self.typed)
            return
        if not self.typed:
            return
        line = read_door_line(self.typed)
        if line.guests is not None:
            self.count_guests(line)
        elif not self.can_be(line, self.typed):
            pass
        elif line.all_of:
            found = next(
                (o for o in self._organizations(line)
                 if self._choice == f"{ALL}{o.organization.id}"), None,
            )  # fmt: skip
            steps = steps_for_all()
            self.all_come(found, steps[self._step % len(steps)], line)
        elif line.new_name:
            self.rename(self._chosen(), line)
        elif (arrival := self._chosen()) is None:
            self.add_new(line)
        else:
            steps = steps_for(arrival, self.live.meeting)
            self.take(arrival, steps[self._step % len(steps)], line)

    def _chosen(self) -> Arrival | None:
        return next((a for a in self._matches() if a.person.id == self._choice), None)

    def keep_draft(self) -> None:
        if self.can_draw:
            self.facilitator.keep_line(self.live, self.typed)

    # -- commands -------------------------------------------------------------------------

    @work(exit_on_error=True)
    async def action_import_people(self) -> None:
        found: PeopleList | None = await self.app.push_screen_wait(ImportFileDialog())
        if found is not None:
            await self.take_list(found)

    @work(exit_on_error=True)
    async def _take_list(self, people: PeopleList) -> None:
        await self.take_list(people)

    def action_next(self) -> None:
        """F9 at the door: into the live screen, where it starts or goes on."""
        self.dismiss()
