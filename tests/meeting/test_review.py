"""The review: overdue first, then today's, those without a date, later ones, reviewed ones."""

from __future__ import annotations

from datetime import date

from written import START

from facilitator.meeting.model import (
    AgendaItem,
    Due,
    Group,
    Instant,
    Meeting,
    Owner,
    Statement,
    TabledAction,
)
from facilitator.meeting.review import belongs_to, open_count, review_rows

TODAY = date(2026, 10, 14)


def action(name: str, due: Due | None = None, **more: object) -> TabledAction:
    return TabledAction(id=name, number=name, summary=name, due=due, **more)


def said(of: str, n: int = 1, **what: object) -> Statement:
    return Statement(id=f"{n:03}", action_item=of, at=Instant(START), **what)


def test_sections_come_in_order_and_the_oldest_first():
    rows = review_rows(
        [
            action("laufend", Due(text="laufend")),
            action("ohne"),
            action("september", Due(text="Ende September", last=date(2026, 9, 30))),
            action("august", Due(text="Ende August", last=date(2026, 8, 31))),
            action("heute", Due(text="nächstes Treffen", next_meeting=True)),
            action("2027", Due(text="Frühjahr 2027", last=date(2027, 5, 31))),
            action("fertig"),
        ],
        [said("fertig", status="completed")],
        TODAY,
    )
    assert [(row.action.id, row.section) for row in rows] == [
        ("august", "overdue"),
        ("september", "overdue"),
        ("heute", "due_today"),
        ("ohne", "without_due"),
        ("2027", "later"),
        ("laufend", "later"),
        ("fertig", "reviewed"),
    ]
    assert rows[0].days_overdue == 44
    assert open_count(rows) == 6


def test_what_was_said_shows_in_the_row():
    (row,) = review_rows(
        [action("a", Due(text="August", last=date(2026, 8, 31)))],
        [said("a", due=Due(text="Dezember", last=date(2026, 12, 31))), said("a", 2, comment="ja")],
        TODAY,
    )
    assert row.section == "reviewed"
    assert row.action.due.text == "Dezember"
    assert row.said.comment == "ja"


def test_an_action_belongs_to_the_item_of_its_group():
    meeting = Meeting(groups=(Group(id="g", name="AG Wohnen"),))
    item = AgendaItem(id="i", number="8.4", title="Wohnen", group="g")
    assert belongs_to(action("a", group="AG Wohnen"), item, meeting)
    assert belongs_to(action("a", owners=(Owner(name="AG Wohnen"),)), item, meeting)
    assert not belongs_to(action("a", group="AG Sprache"), item, meeting)
    assert not belongs_to(action("a"), AgendaItem(id="j", number="9", title="x"), meeting)
