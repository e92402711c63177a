"""Meetings and action items as a calendar (iCalendar: RFC 5545, METHOD:PUBLISH of RFC 5546).

An appointment is a VEVENT, an action item a VTODO and, since Outlook shows no VTODO, an all-day
VEVENT on its last day that blocks no time. The same thing has the same UID in every export, from
any laptop and any later meeting, and a SEQUENCE that grows with what happened to it (`latest`), so
that a newer file replaces what an older one brought.

Nobody's address is in it: METHOD:PUBLISH forbids attendees (RFC 5546 3.2.1), and a calendar is
passed on more easily than minutes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.exchange.calendar_parts import (
    clock_time,
    minutes_of,
    moment_of,
    one_line,
    put_identity,
    put_text,
    uid_of,
)
from facilitator.exchange.calendar_texts import CalendarTexts
from facilitator.exchange.calendar_zone import timezone_of, zone_named
from facilitator.exchange.outgoing import OutgoingAction, outgoing_actions, outgoing_part
from facilitator.folding import display
from facilitator.meeting.actions import is_open
from facilitator.meeting.model import Meeting
from facilitator.meeting.timebox import planned_end
from facilitator.meeting.venue import venue
from facilitator.minutes.paper.asked import words_for
from facilitator.minutes.printed import Printed
from facilitator.minutes.wanted import Wanted

if TYPE_CHECKING:
    from icalendar import Event, Todo

_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def calendar_bytes(
    meeting: Meeting,
    wanted: Wanted,
    *,
    issued: date | None = None,
    changed: Mapping[str, str] | None = None,
    zone: str = "Europe/Berlin",
    templates: Path | None = None,
) -> bytes | None:
    """The calendar of a document: the meeting itself (agenda), the next meeting and the action
    items (results), the action items alone (action_list). None: there is nothing in it yet, and a
    calendar without components is none (RFC 5545 3.6).

    `issued` is its DTSTAMP; `changed` gives the last change of each thing (`latest_changes`);
    clock times are those of `zone`. Raises UsageProblem for an unknown zone, BadFile for words
    that cannot be read."""
    made = _Made(meeting, wanted, issued, changed or {}, zone, templates)
    return made.content()


class _Made:
    """One calendar in the making."""

    def __init__(
        self,
        meeting: Meeting,
        wanted: Wanted,
        issued: date | None,
        changed: Mapping[str, str],
        zone: str,
        templates: Path | None,
    ) -> None:
        self._words = words_for(meeting, wanted, templates)
        self._meeting = outgoing_part(meeting, wanted, self._words)
        end = planned_end(meeting)
        self._planned_end = f"{end:%H:%M}" if end else ""
        self._wanted = wanted
        self._issued = issued
        self._changed = changed
        self._zone = zone_named(zone)
        self._texts = CalendarTexts(self._meeting, self._words)
        self._years: set[int] = set()

    def content(self) -> bytes | None:
        from icalendar import Calendar

        events, todos = self._components()
        if not events and not todos:
            return None
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", f"-//facilitator//minutes//{self._words.language.upper()}")
        calendar.add("method", "PUBLISH")
        calendar.add("calscale", "GREGORIAN")
        if self._years:
            calendar.add_component(timezone_of(self._zone, self._years))
        for component in (*events, *todos):
            calendar.add_component(component)
        content: bytes = calendar.to_ical(sorted=False)
        return content

    def _components(self) -> tuple[list[Event], list[Todo]]:
        kind = self._wanted.kind
        if kind == "agenda":
            return self._meeting_itself(), []
        is_next = kind == "results" and self._wanted.scope != "closed"
        events = self._next_meeting() if is_next else []
        todos = []
        printed = Printed(self._words.language)
        for action in outgoing_actions(self._meeting, printed):
            todo = self._todo(action)
            todos.append(todo)
            events += self._due_day(action, str(todo["uid"]))
        return events, todos

    # -- appointments -----------------------------------------------------------------------

    def _meeting_itself(self) -> list[Event]:
        meeting = self._meeting
        if meeting.day is None:
            return []
        follows = meeting.follows
        uid = uid_of("next", follows) if follows else uid_of("meeting", meeting.id)
        event = self._event(follows or meeting.id, uid, *self._of_meeting())
        put_text(event, "summary", self._texts.meeting_name())
        self._put_times(event, meeting.day, meeting.start, self._planned_end)
        self._put_place(event, meeting.place)
        put_text(event, "description", self._texts.invitation())
        if self._wanted.scope != "public" and not all(i.public for i in meeting.agenda_items):
            event.add("class", "PRIVATE")
        return [event]

    def _next_meeting(self) -> list[Event]:
        coming = self._meeting.next_meeting
        if coming is None or coming.day is None:
            return []
        ident = self._meeting.id
        event = self._event(ident, uid_of("next", ident), *self._of_meeting())
        put_text(event, "summary", self._texts.next_name())
        end = self._same_length(coming.start)
        self._put_times(event, coming.day, coming.start, end)
        self._put_place(event, coming.place)
        put_text(event, "description", self._texts.about_next(is_end_assumed=bool(end)))
        return [event]

    def _same_length(self, start: str) -> str:
        """The end if it takes as long as this meeting was planned to; empty if nobody knows."""
        begun, ended = clock_time(self._meeting.start), clock_time(self._planned_end)
        coming = clock_time(start)
        if begun is None or ended is None or coming is None:
            return ""
        length = (minutes_of(ended) - minutes_of(begun)) % (24 * 60)
        end = (minutes_of(coming) + length) % (24 * 60)
        return f"{end // 60:02}:{end % 60:02}" if length else ""

    def _put_times(self, event: Event, day: date, start: str, end: str) -> None:
        """Local times with their zone; without a time of day the whole day, blocking nothing."""
        begins = clock_time(start)
        if begins is None:
            self._put_whole_day(event, day)
            return
        at = datetime.combine(day, begins, self._zone)
        event.add("dtstart", at)
        ends = clock_time(end)
        if ends is not None and ends != begins and day < date.max:
            past_midnight = timedelta(days=ends < begins)
            event.add("dtend", datetime.combine(day + past_midnight, ends, self._zone))
        event.add("transp", "OPAQUE")
        if "TZID" in event["dtstart"].params:
            self._years.add(day.year)

    def _put_whole_day(self, event: Event, day: date) -> None:
        event.add("dtstart", day)
        if day < date.max:
            event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")

    def _put_place(self, event: Event, place: str) -> None:
        """In public without the address of a video conference, which lets strangers in."""
        if self._wanted.scope == "public":
            put_text(event, "location", venue(place).words)
            return
        put_text(event, "location", place)
        if link := _LINK.search(place):
            address = display(link[0].rstrip(".,;:)"))
            event.add("url", address.encode("utf-8", "replace").decode())

    # -- action items -----------------------------------------------------------------------

    def _todo(self, action: OutgoingAction) -> Todo:
        from icalendar import Todo

        todo = Todo()
        put_identity(todo, action.id, uid_of("action", action.id), self._last(action), self._issued)
        put_text(todo, "summary", self._texts.action_name(action))
        if action.last is not None:
            todo.add("due", action.last)
        todo.add("status", action.status.upper())
        if action.status == "completed":
            todo.add("percent-complete", 100)
            if closed := moment_of(action.changed or action.id):
                todo.add("completed", closed)
        put_text(todo, "description", self._texts.about_action(action))
        if not action.is_public:
            todo.add("class", "PRIVATE")
        if categories := [
            one_line(each).strip() for each in (action.field, action.group) if each.strip()
        ]:
            todo.add("categories", categories)
        return todo

    def _due_day(self, action: OutgoingAction, todo: str) -> list[Event]:
        """The last day of an open one. An earlier one that is done or dropped may stand in a
        calendar already: there it is cancelled. One born and done here never was in any."""
        if action.last is None or not (is_open(action.status) or action.is_earlier):
            return []
        event = self._event(action.id, uid_of("due", action.id), *self._last(action))
        put_text(event, "summary", self._texts.due_name(action))
        self._put_whole_day(event, action.last)
        event.add("status", "CONFIRMED" if is_open(action.status) else "CANCELLED")
        put_text(event, "description", self._texts.about_action(action))
        if not action.is_public:
            event.add("class", "PRIVATE")
        event.add("related-to", todo)
        return [event]

    def _last(self, action: OutgoingAction) -> tuple[str, ...]:
        """The changes that may have been the last for an action item: its own, what was said of
        it, and the date of the next meeting if its day is that."""
        own = (action.id, action.changed, self._changed.get(action.id, ""))
        if action.due is None or not action.due.next_meeting:
            return own
        return (*own, *self._of_meeting())

    def _of_meeting(self) -> tuple[str, ...]:
        return (self._meeting.id, self._changed.get(self._meeting.id, ""))

    # -- what all components have -------------------------------------------------------------

    def _event(self, born: str, uid: str, *last: str) -> Event:
        from icalendar import Event

        event = Event()
        put_identity(event, born, uid, last, self._issued)
        return event
