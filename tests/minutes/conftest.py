"""Meetings built by hand: values, no fold, no files."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Decision,
    Due,
    Entry,
    Instant,
    Interval,
    Meeting,
    Note,
    Owner,
    ParkedTopic,
    Question,
)

CEST = timezone(timedelta(hours=2))
DAY = date(2026, 10, 14)


class Build:
    """Makes entries with ids and tags in the order of the calls."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._tags: dict[str, int] = {}

    def _common(self, kind: str, letter: str, text: str, item: str, more: dict[str, Any]) -> Any:
        number = self._tags[letter] = self._tags.get(letter, 0) + 1
        tag = letter if letter in "i·" else f"{letter}{number}"
        return {
            "id": f"e{len(self.entries) + 1}",
            "kind": kind,
            "tag": tag,
            "item": item,
            "at": self.at("17:00"),
            "visibility": "minutes",
            "text": text,
        } | more

    def _add(self, entry: Any) -> Any:
        self.entries.append(entry)
        return entry

    def note(self, text: str, item: str = "", **more: Any) -> Note:
        return self._add(Note(**self._common("note", "·", text, item, more)))

    def decision(self, text: str, item: str = "", **more: Any) -> Decision:
        return self._add(Decision(**self._common("decision", "B", text, item, more)))

    def action(self, text: str, item: str = "", **more: Any) -> ActionItem:
        who = more.pop("who", "")
        if who:
            more["owners"] = tuple(Owner(name=name.strip()) for name in who.split(","))
        if isinstance(due := more.get("due"), str):
            more["due"] = Due(text=due)
        return self._add(ActionItem(**self._common("action_item", "M", text, item, more)))

    def question(self, text: str, item: str = "", **more: Any) -> Question:
        return self._add(Question(**self._common("question", "?", text, item, more)))

    def parked(self, text: str, item: str = "", **more: Any) -> ParkedTopic:
        return self._add(ParkedTopic(**self._common("parked_topic", "S", text, item, more)))

    def meeting(self, **fields: Any) -> Meeting:
        fields.setdefault("title", "Netzwerktreffen")
        fields.setdefault("kind", "network")
        fields.setdefault("day", DAY)
        fields.setdefault("state", "closed")
        return Meeting(entries=tuple(self.entries), **fields)

    @staticmethod
    def at(clock: str, day: date = DAY) -> Instant:
        hour, minute = clock.split(":")
        return Instant(
            at=datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=CEST)
        )

    @classmethod
    def ran(cls, start: str, end: str | None = None) -> tuple[Interval, ...]:
        return (Interval(start=cls.at(start), end=cls.at(end) if end else None),)

    @staticmethod
    def item(number: str, title: str = "", **fields: Any) -> AgendaItem:
        """'8.2' gets the id 'i8.2' and the parent 'i8'; done unless said otherwise."""
        fields.setdefault("state", "done")
        fields.setdefault("id", f"i{number}")
        fields.setdefault("parent", f"i{number.rpartition('.')[0]}" if "." in number else "")
        fields.setdefault("depth", number.count("."))
        return AgendaItem(number=number, title=title or f"Punkt {number}", **fields)


@pytest.fixture
def build() -> Build:
    return Build()
