"""The door: type two or three letters, Enter, next. The queue can read the screen: it shows only
who matches what is typed, and who came last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from facilitator.folding import fold, words
from facilitator.i18n import current_language, ntr, tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.arrivals import Arrival, latest_arrivals, matching_people, surname_first
from facilitator.meeting.model import Meeting
from screens.commands import shown
from screens.meeting_room import MeetingRoom
from screens.room import bindings_of
from screens.widgets.columns import cut, padded
from screens.widgets.footer import KeyFooter
from screens.widgets.line_editor import LineEditor, LineOwner
from screens.widgets.row_list import Row, RowList
from screens.widgets.status import StatusLine

Step = Literal["present", "remote", "represented", "excused", "left", "expected"]
_FOR_WHO_COMES: tuple[Step, ...] = ("present", "remote", "represented", "excused")
_FOR_WHO_IS_HERE: tuple[Step, ...] = ("left", "remote", "excused", "expected")
_TIME = re.compile(r"\s+([01]?\d|2[0-3])[:.]([0-5]\d)\s*$")
_GUESTS = re.compile(r"\+?\s*(\d{1,4})\s+(gäste?|gaeste|guests?)\s*$", re.IGNORECASE)
NEW = "new"


class DoorScreen(LineOwner, MeetingRoom[None]):
    ROOM = "door"
    CSS_PATH = "door.tcss"
    BINDINGS = bindings_of(ROOM)

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._step = 0
        self._order: list[str] = []
        """Who came or went at this door, by id: minutes alone do not tell the latest."""
        self._listed_for = ""
        """The text for which the matches were listed last."""
        self._represented: Arrival | None = None
        """Whose stand-in is being asked for."""

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
        self.query_one("#counts", Static).update(Content(f" {_counts(meeting)}"))
        question = tr("Who comes?")
        if self._represented is not None:
            question = tr("Who stands in for {name}?", name=self._represented.person.name)
        self.query_one("#question", Static).update(Content(f" {question} "))
        self.query_one("#matches", RowList).show(self._match_rows())
        latest = self.query_one("#latest", RowList)
        latest.show(self._latest_rows())
        latest.set_class(bool(self._typed()), "quiet")

    def _match_rows(self) -> list[Row]:
        if self._represented is not None or not self._typed():
            return []
        matches = self._matches()
        chosen = self.query_one("#matches", RowList).chosen
        rows = [self._match_row(arrival, arrival.person.id == chosen) for arrival in matches]
        name, organization = _name_and_organization(self._typed())
        told = f"{name} · {organization}" if organization else name
        label = tr("new: {who} – Enter adds and is here", who=told)
        rows.append(Row(NEW, Content("   " + cut(label, max(10, self.size.width - 5)))))
        return rows

    def _match_row(self, arrival: Arrival, is_chosen: bool) -> Row:
        width = max(20, self.size.width - 5)
        name_width = min(26, width // 3)
        organization_width = min(24, width // 4)
        state = _state_words(arrival)
        if is_chosen or len(self._matches()) == 1:
            steps = _steps_for(arrival)
            step = steps[self._step % len(steps)]
            state = f"{state} → {_step_word(step)}" if state else f"‹{_step_word(step)}›"
        text = (
            padded(surname_first(arrival.person.name), name_width)
            + " "
            + padded(arrival.organization, organization_width)
            + " "
            + cut(state, max(0, width - name_width - organization_width - 2))
        )
        return Row(arrival.person.id, Content(f"   {text}"))

    def _latest_rows(self) -> list[Row]:
        most = 4 if self.size.height < 30 else 12
        latest = latest_arrivals(self.live.meeting, most, order=self._order)
        if not latest:
            return []
        rows = [Row("", Content(" " + tr("latest")))]
        for time, arrival in latest:
            gone = tr("gone") if not arrival.attendance.is_here else ""
            new = tr("new") if not gone and arrival.person.guest else ""
            width = max(20, self.size.width - 12)
            text = padded(surname_first(arrival.person.name), min(26, width // 3))
            text += " " + padded(arrival.organization, min(28, width // 3)) + " " + (gone or new)
            rows.append(Row(arrival.person.id, Content(f"   {time}  {text}")))
        return rows

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self._represented is not None:
            return (("↵", tr("save")), ("Esc", tr("leave it")))
        if self._typed():
            return (("↵", tr("takes it")), ("Tab", tr("state")), ("↑↓", tr("choose")),
                    ("Esc", tr("empty line")))  # fmt: skip
        latest = self.query_one("#latest", RowList).chosen
        goes = [(shown("delete", current_language()), tr("goes"))] if latest else []
        return (("abc", tr("name")), ("↑↓", tr("choose")), *goes, "undo", ("Esc", tr("finished")))

    # -- the line -------------------------------------------------------------------------

    def _typed(self) -> str:
        return self.query_one(LineEditor).text.strip()

    def _matches(self) -> list[Arrival]:
        typed = _TIME.sub("", " " + self._typed()).split(",")[0]
        most = 6 if self.size.height < 30 else 14
        return matching_people(self.live.meeting, typed, words, most)

    def on_text_area_changed(self) -> None:
        self.line_changed()

    def line_changed(self) -> None:
        self._listed_for = self._typed()
        self._step = 0
        self.redraw()
        matches = self.query_one("#matches", RowList)
        found = self._match_rows()
        if found:
            matches.choose(self._meant() or found[0].id)
            self.redraw()

    def _meant(self) -> str:
        """Behind a comma stands an organisation: nobody of another one is meant by it."""
        name, organization = _name_and_organization(_TIME.sub("", " " + self._typed()))
        if not organization:
            return ""
        found = matching_people(self.live.meeting, f"{name} {organization}", words, 1)
        listed = {a.person.id for a in self._matches()}
        return next((a.person.id for a in found if a.person.id in listed), NEW)

    def line_key(self, key: str) -> bool:
        if self._typed() != self._listed_for:
            self.line_changed()  # typed fast: the key came before the news of the letters
        rows = self.query_one("#matches" if self._typed() else "#latest", RowList)
        match key:
            case "enter":
                self._enter()
            case "tab" | "shift+tab":
                self._step += 1 if key == "tab" else -1
                self.redraw()
            case "up" | "down":
                self._step = 0
                rows.choose_previous() if key == "up" else rows.choose_next()
                self.redraw()
            case "delete":
                self._goes(rows.chosen)
            case "escape":
                self._escape()
            case "ctrl+z":
                self.action_undo()
            case "ctrl+y":
                self.action_redo()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        line = self.query_one(LineEditor)
        line.load_text(text.strip().splitlines()[0])
        self.say_problem(tr("Only the first line was taken; lists are imported in Prepare."))

    def _escape(self) -> None:
        if self._represented is not None or self._typed():
            self._represented = None
            self._empty_line()
        else:
            self.dismiss()

    def _empty_line(self) -> None:
        self.query_one(LineEditor).load_text("")
        self._step = 0
        self.redraw()

    def _enter(self) -> None:
        typed = self._typed()
        if self._represented is not None:
            self._record_state(self._represented, "represented", stand_in=typed)
            return
        if not typed:
            return
        if (guests := _GUESTS.match(typed)) is not None:
            number = int(guests[1])
            if self._save(c.GuestsCounted(number=number)):
                self._done(ntr("{n} guest counted", "{n} guests counted", number))
            return
        chosen = self.query_one("#matches", RowList).chosen
        arrival = next((a for a in self._matches() if a.person.id == chosen), None)
        if arrival is None:
            self._add_new()
            return
        steps = _steps_for(arrival)
        step = steps[self._step % len(steps)]
        if arrival.attendance.is_here and self._step == 0 and not _TIME.search(" " + typed):
            self._done(tr("{name} is here already", name=arrival.person.name), undo=False)
        elif step == "represented":
            self._represented = arrival
            self._empty_line()
        elif arrival.attendance.is_here and self._step == 0:
            self._record_state(arrival, "present")
        else:
            self._record_state(arrival, step)

    # -- recording ------------------------------------------------------------------------

    def _record_state(self, arrival: Arrival, step: Step, stand_in: str = "") -> None:
        person = arrival.person
        time = _time_of(self._typed()) if step != "represented" else ""
        change: c.Change
        if step == "left":
            change = c.PersonLeft(person=person.id, time=time)
        else:
            change = c.AttendanceRecorded(
                person=person.id,
                status="present" if step == "remote" else step,
                time=time,
                remote=step == "remote",
                represented_by=stand_in,
            )
        if self._save(change):
            self._represented = None
            self._done(_told(step, person.name, time or f"{self.live.now().at:%H:%M}", stand_in))

    def _goes(self, person_id: str) -> None:
        person = self.live.meeting.person(person_id)
        state = self.live.meeting.attendance_of(person_id)
        if person is None or state is None or not state.is_here:
            return
        if self._save(c.PersonLeft(person=person_id)):
            self._done(_told("left", person.name, f"{self.live.now().at:%H:%M}"))

    def _add_new(self) -> None:
        typed = self._typed()
        name, organization = _name_and_organization(_TIME.sub("", " " + typed).strip())
        if not any(letter.isalpha() for letter in name):
            self.say_problem(tr("A name needs letters. The line stays."))
            return
        known = [
            o.id for o in self.live.meeting.organizations if fold(o.name) == fold(organization)
        ]
        changes: list[c.Change] = []
        if organization and not known:
            changes.append(c.OrganizationAdded(name=organization))
            known = ["^0"]
        changes.append(
            c.PersonAdded(name=name, organization=known[0] if organization else "", guest=False)
        )
        changes.append(
            c.AttendanceRecorded(
                person=f"^{len(changes) - 1}", status="present", time=_time_of(typed)
            )
        )
        if self._save(*changes):
            self._done(tr("✓ {name} is new and here", name=name))

    def _save(self, *changes: c.Change) -> bool:
        recorded = self.record_step(*changes)
        for stamped in recorded:
            if isinstance(stamped.change, c.AttendanceRecorded | c.PersonLeft):
                self._order.append(stamped.change.person)
        return bool(recorded)

    def _done(self, text: str, *, undo: bool = True) -> None:
        self._empty_line()
        self.say(text, undo=undo)

    # -- commands -------------------------------------------------------------------------

    def action_next(self) -> None:
        """F9 at the door: into the live screen, where it starts or goes on."""
        self.dismiss()


def _counts(meeting: Meeting) -> str:
    states = [a.status for a in meeting.attendance]
    here = meeting.number_present
    parts = [tr("{here} of {all} here", here=here, all=len(states))]
    excused, represented = states.count("excused"), states.count("represented")
    if excused:
        parts.append(tr("{n} excused", n=excused))
    if represented:
        parts.append(tr("{n} represented", n=represented))
    if guests := sum(g.number for g in meeting.unnamed_guests):
        parts.append(ntr("{n} unnamed guest", "{n} unnamed guests", guests))
    return "   ".join(parts)


def _name_and_organization(typed: str) -> tuple[str, str]:
    name, _, organization = typed.lstrip("+").partition(",")
    return " ".join(name.split()), " ".join(organization.split())


def _time_of(typed: str) -> str:
    found = _TIME.search(" " + typed)
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def _steps_for(arrival: Arrival) -> tuple[Step, ...]:
    if not arrival.attendance.is_here:
        return _FOR_WHO_COMES
    return ("present", *_FOR_WHO_IS_HERE)


def _step_word(step: Step) -> str:
    return {
        "present": tr("here"),
        "remote": tr("online"),
        "represented": tr("represented"),
        "excused": tr("excused"),
        "left": tr("goes"),
        "expected": tr("not here after all"),
    }[step]


def _state_words(arrival: Arrival) -> str:
    state = arrival.attendance
    if state.is_here:
        since = state.stays[-1].arrived
        return tr("✓ here since {time}", time=since) if since else tr("✓ here")
    if state.status == "present":
        return tr("gone")
    return {"excused": tr("excused"), "represented": tr("represented")}.get(state.status, "")


def _told(step: Step, name: str, time: str, stand_in: str = "") -> str:
    match step:
        case "present" | "remote":
            return tr("✓ {name} is here ({time})", name=name, time=time)
        case "left":
            return tr("✓ {name} has left ({time})", name=name, time=time)
        case "excused":
            return tr("✓ {name} is excused", name=name)
        case "represented":
            return tr("✓ {name} is represented by {by}", name=name, by=stand_in or "?")
    return tr("✓ {name} is not here", name=name)
