"""What a calendar says of meetings and action items, in the language of the minutes."""

from __future__ import annotations

from facilitator.exchange.outgoing import OutgoingAction
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.meeting.venue import venue
from facilitator.minutes.paper.words import Words
from facilitator.minutes.printed import Printed


class CalendarTexts:
    """Names and descriptions, of the part of a meeting that may go out. Of a non-public item it
    may know the number only."""

    def __init__(self, part: Meeting, words: Words) -> None:
        self._meeting = part
        self._words = words
        self._printed = Printed(words.language)

    # -- names ------------------------------------------------------------------------------

    def meeting_name(self) -> str:
        """'Netzwerk Integration: 2. Netzwerktreffen'; the body once, where the title names it."""
        body = self._meeting.series_name.strip()
        title = self._title()
        if not body or not title or body.casefold() in title.casefold():
            return title or body
        return self._words("calendar.meeting", body=body, title=title)

    def next_name(self) -> str:
        body = self._meeting.renamed_to.strip() or self._meeting.series_name.strip()
        named = self._words("tail.next_meeting")
        return self._words("calendar.meeting", body=body, title=named) if body else named

    def action_name(self, action: OutgoingAction) -> str:
        return f"{action.number} {action.summary}".strip()

    def due_name(self, action: OutgoingAction) -> str:
        return self._words("calendar.due_day", action=self.action_name(action))

    # -- descriptions -----------------------------------------------------------------------

    def invitation(self) -> str:
        """Who leads, and the agenda with its minutes."""
        meeting = self._meeting
        lines = []
        for role in ("chair", "moderator", "minute_taker"):
            officer = meeting.officer(role)
            if officer is not None and officer.name.strip():
                lines.append(self._labelled(f"head.{role}", officer.name))
        if not meeting.start:
            lines.append(self._words("calendar.start_open"))
        agenda = [self._item(item) for item in meeting.agenda_items if item.purpose != "buffer"]
        if agenda:
            lines += [*([""] if lines else []), self._words("agenda.title"), *agenda]
        return "\n".join(lines)

    def about_next(self, *, is_end_assumed: bool) -> str:
        coming = self._meeting.next_meeting
        assert coming is not None
        title, day = self._title(), self._printed.day(self._meeting.day)
        agreed = ", ".join(part for part in (title, day) if part)
        lines = [self._words("calendar.agreed", meeting=agreed)] if agreed else []
        spoken = venue(coming.text).words  # without the address of a video conference
        if spoken and not spoken[:1].isdigit():
            lines.append(self._words("calendar.spoken", text=spoken))
        if not coming.start:
            lines.append(self._words("calendar.start_open"))
        elif is_end_assumed:
            lines.append(self._words("calendar.end_assumed"))
        return "\n".join(lines)

    def about_action(self, action: OutgoingAction) -> str:
        """Who, until when as spoken, what was said of it, and where it comes from."""
        due = action.due
        shown = self._printed.due(due, action.last) if due else ""
        item = action.item
        lines = [
            self._labelled("table.who", ", ".join(action.owners)),
            self._labelled("table.until", shown),
            self._labelled("table.field", action.field),
            self._labelled("csv.group", action.group),
            self._labelled("csv.remark", action.remark),
            self._labelled("csv.origin", action.origin),
            self._words("agenda.item", number=item.number, title=item.title)
            if item is not None and item.number
            else "",
        ]
        return "\n".join(line for line in lines if line)

    def _title(self) -> str:
        return self._printed.title(self._meeting.title.strip(), self._meeting.ordinal)

    def _labelled(self, label: str, text: str) -> str:
        return f"{self._words(label)}: {text}" if text.strip() else ""

    def _item(self, item: AgendaItem) -> str:
        indent = "  " * item.depth
        number = self._words("calendar.item", number=item.number) if item.number else ""
        title = item.title.strip()
        if item.is_break:
            title = title or self._words("section.break")
        if not title:
            return f"{indent}{number} {self._words('agenda.not_public')}"
        behind = []
        if not is_public(self._meeting, item):
            behind.append(self._words("agenda.not_public"))
        if item.planned_minutes:
            behind.append(self._words("calendar.minutes", n=item.planned_minutes))
        named = f"{number}: {title}" if number else title
        return f"{indent}{named} ({', '.join(behind)})" if behind else f"{indent}{named}"
