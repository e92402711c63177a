"""A meeting of an invented network in which lines are typed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from facilitator.capture import Context
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    FieldOfAction,
    Group,
    Instant,
    Meeting,
    NextMeeting,
    Organization,
    Owner,
    Person,
    Question,
    Stay,
    TabledAction,
)

TODAY = date(2026, 10, 14)
NOW = Instant(at=datetime(2026, 10, 14, 18, 52, tzinfo=UTC))

ORGANIZATIONS = (
    Organization(id="o-ihk", name="IHK"),
    Organization(id="o-caritas", name="Caritas"),
    Organization(id="o-vhs", name="Volkshochschule Lindenau (VHS)"),
    Organization(id="o-wifo", name="Wirtschaftsförderung"),
    Organization(id="o-jc", name="Jobcenter"),
    Organization(id="o-kv", name="Kreisverwaltung"),
)
PEOPLE = (
    Person(id="p-haddad", name="Samir Haddad", organization="o-ihk"),
    Person(id="p-nowak", name="Marta Nowak", organization="o-caritas"),
    Person(id="p-novak", name="Norbert Novak", organization="o-jc"),
    Person(id="p-brandt", name="Petra Brandt", organization="o-wifo"),
    Person(id="p-weiss", name="Dr. Petra Weiß", organization="o-vhs"),
    Person(id="p-ozturk", name="Emine Öztürk", organization="o-kv"),
    Person(id="p-mueller1", name="Anna Müller", organization="o-ihk"),
    Person(id="p-mueller2", name="Anna Müller", organization="o-vhs"),
    Person(id="p-mai", name="Klara Mai"),
    Person(id="p-heide", name="Jan von der Heide"),
    Person(id="p-luede", name="Eva Müller-Lüdenscheidt"),
)
GROUPS = (
    Group(id="g-arbeit", name="AG Arbeit"),
    Group(id="g-wohnen", name="AG Wohnen"),
    Group(id="g-not", name="AG Notfallhilfe"),
)
FIELDS = (
    FieldOfAction(id="f-arbeit", name="Arbeit"),
    FieldOfAction(id="f-jugend", name="Jugend und Familie"),
    FieldOfAction(id="f-sprache", name="Sprachförderung"),
)
ITEMS = (
    AgendaItem(id="i1", number="1", title="Eröffnung", state="done"),
    AgendaItem(id="i8", number="8", title="Berichte der Arbeitsgruppen"),
    AgendaItem(id="i82", number="8.1", title="AG Sprache", parent="i8", depth=1, state="done"),
    AgendaItem(
        id="i81",
        number="8.2",
        title="AG Arbeit",
        parent="i8",
        depth=1,
        state="running",
        field="f-arbeit",
        group="g-arbeit",
    ),
    AgendaItem(id="i83", number="8.3", title="AG Beratungsstellen", parent="i8", depth=1),
    AgendaItem(id="i84", number="8.4", title="AG Wohnen", parent="i8", depth=1),
    AgendaItem(id="i9", number="9", title="Ausblick", short_title="Wie weiter"),
)
ENTRIES = (
    Decision(
        id="e-b2", kind="decision", tag="B2", item="i81", at=NOW, visibility="minutes", text="B"
    ),
    ActionItem(
        id="e-m7",
        kind="action_item",
        tag="M7",
        item="i81",
        at=NOW,
        visibility="minutes",
        text="Fachtag zur Anerkennung von Abschlüssen",
    ),
    Question(
        id="e-q2",
        kind="question",
        tag="?2",
        item="i81",
        at=NOW,
        visibility="minutes",
        text="Wer trägt die Kosten?",
    ),
)
MEETING = Meeting(
    id="m",
    title="2. Netzwerktreffen",
    kind="network",
    day=TODAY,
    state="running",
    people=PEOPLE,
    organizations=ORGANIZATIONS,
    groups=GROUPS,
    fields=FIELDS,
    agenda_items=ITEMS,
    entries=ENTRIES,
    attendance=tuple(
        Attendance(person=p.id, status="present", stays=(Stay(),))
        for p in PEOPLE
        if p.id in ("p-haddad", "p-nowak", "p-weiss")
    ),
    tabled_actions=(
        TabledAction(
            id="t1",
            number="M-2026-003",
            summary="Alt",
            owners=(Owner(name="Petra Brandt", kind="person", id="p-brandt"),),
        ),
    ),
    next_meeting=NextMeeting(text="21.04.2027", day=date(2027, 4, 21)),
)


def make_context(**values: Any) -> Context:
    """Lines are written to item 8.2 unless `values` say otherwise."""
    for name in ("taken", "refused"):
        if name in values:
            values[name] = frozenset(values[name])
    return Context(
        **{"meeting": MEETING, "today": TODAY, "item": "i81", "now_hhmm": "18:52", **values}
    )
