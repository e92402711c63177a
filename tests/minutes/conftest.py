"""Meetings built by hand: values, no fold, no files."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    Due,
    Entry,
    Group,
    Instant,
    Interval,
    Meeting,
    NextMeeting,
    Note,
    Officer,
    Organization,
    Owner,
    ParkedTopic,
    Person,
    Question,
    Statement,
    Stay,
    TabledAction,
    UnnamedGuests,
    Vote,
)
from facilitator.minutes.pdf import setting

CEST = timezone(timedelta(hours=2))


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of one's own is set in 2 s; on a busy machine it took 25 of the 30 it may take."""
    monkeypatch.setattr(setting, "SECONDS", 300)


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


@pytest.fixture(scope="session")
def new_build() -> type[Build]:
    """For property tests, which need a fresh one for each example."""
    return Build


SURNAMES = (
    "Abel Bauer Conrad Dietz Ebert Fuchs Graf Heinze Ihle Jahn Keller Lange Müller Naumann Otto "
    "Peters Quandt Richter Schäfer Thiel Ullrich Vogel Weiß Zeidler Öztürk"
).split()
FIRST = "Anna Bernd Carla".split()
PLACES = (
    "Landratsamt",
    "IHK",
    "Volkshochschule",
    "Caritas",
    "Diakonie",
    "Agentur für Arbeit",
    "Wohnungsgenossenschaft",
    "Handwerkskammer",
)
GROUPS = ("Sprache", "Arbeit", "Beratungsstellen", "Wohnen", "Projekte/Fortbildungen")
TITLES = (
    ("1", "Eröffnung", 5, "16:31", "16:36"),
    ("2", "Begrüßung", 10, "16:36", "16:47"),
    ("3", "Grußwort des Landrats", 10, "16:47", "17:02"),
    ("4", "Neues im Staatsangehörigkeitsrecht", 20, "17:02", "17:26"),
    ("5", "Fachkräfteeinwanderungsgesetz", 20, "17:26", "17:48"),
    ("6", "Zahlen, Daten, Fakten", 15, "17:48", "18:05"),
    ("7", "Aktuelle Herausforderungen", 20, "18:05", "18:21"),
    ("8", "Berichte der Arbeitsgruppen", None, None, None),
    ("8.1", "Bericht der AG Sprache", 12, "18:21", "18:40"),
    ("8.2", "Bericht der AG Arbeit", 12, "18:40", "18:55"),
    ("8.3", "Bericht der AG Beratungsstellen", 12, "18:55", "19:04"),
    ("8.4", "Bericht der AG Wohnen", 12, "19:04", "19:17"),
    ("8.5", "Bericht der AG Projekte/Fortbildungen", 12, "19:17", "19:24"),
    ("9", "Ausblick", 10, "19:24", "19:33"),
)


def _items(build: Build) -> tuple[AgendaItem, ...]:
    found = []
    for number, title, minutes, start, end in TITLES:
        group = f"g{number[2:]}" if number.startswith("8.") else ""
        found.append(
            build.item(
                number,
                title,
                planned_minutes=minutes,
                intervals=build.ran(start, end) if start and end else (),
                state="done" if start else "open",
                group=group,
                presenter="Kurt Krebs" if number == "3" else "",
                result="zur Kenntnis genommen" if number == "6" else "",
            )
        )
    return tuple(found)


def _people() -> tuple[tuple[Person, ...], tuple[Attendance, ...]]:
    """74 people: 70 present (two late, two early, one online, one left and came back, three
    guests), one represented, two excused; the last was expected and never came."""
    people, attendance = [], []
    for n in range(74):
        person = Person(
            id=f"p{n}",
            name=f"{FIRST[n // 25]} {SURNAMES[n % 25]}",
            organization=f"o{n % 9}" if n % 9 < 8 else "",
            role="Leitung" if n % 9 == 1 else "",
            email=f"p{n}@kreis.example",
            guest=n in (60, 61, 62),
        )
        stays: dict[int, tuple[Stay, ...]] = {
            3: (Stay(arrived="17:05"),),
            4: (Stay(arrived="17:10", left="19:33"),),
            5: (Stay(left="18:10"),),
            6: (Stay(arrived="16:20", left="18:30"),),
            7: (Stay(left="17:00"), Stay(arrived="17:40", left="19:33")),
        }
        here = stays.get(n, (Stay(left="19:33"),))
        row = Attendance(person=person.id, status="present", stays=here, remote=n == 8)
        if n == 70:
            row = Attendance(person=person.id, status="represented", represented_by="Ute Vertreter")
        elif n in (71, 72):
            row = Attendance(person=person.id, status="excused")
        elif n == 73:
            row = Attendance(person=person.id)
        people.append(person)
        attendance.append(row)
    return tuple(people), tuple(attendance)


def _network_entries(build: Build) -> None:
    build.note("Ton und Beamer sind aufgebaut.", before_start=True)
    build.note("Der Anteil der Zugewanderten liegt bei 7,4 %.", "i6")
    build.note("Wartezeiten bei Bürger*innen-Service und | Amt 50 |", "i7")
    build.note("Der Landrat muss um 17:40 weg.", "i3", visibility="internal")
    build.note("Lange Aussprache zu Fristen.", "i4", visibility="record")
    build.decision(
        "Die AG Arbeit wird um die Handwerkskammer erweitert.",
        "i8.2",
        number="B-2026-008",
        vote=Vote(method="consensus"),
        read_back_at=build.at("18:50"),
    )
    actions: tuple[tuple[str, str, str, Due | None], ...] = (
        ("Mehr Integrationskurse anbieten", "8.1", "VHS, Abel", Due(text="laufend")),
        ("Niedrigschwellige Sprachtreffs", "8.1", "Caritas", None),
        ("Stärkere Präsenz auf Jobmessen", "8.2", "AG Arbeit, Haddad", _due("Frühjahr 2027")),
        ("Befragung der Unternehmen", "8.2", "Brandt", _next("nächstes Treffen")),
        ("Fachtag zur Anerkennung von Abschlüssen", "8.2", "", None),
        ("Befragung der Zugewanderten", "8.3", "Dietz", _next("bis zum nächsten Treffen im Mai")),
        ("Flyer in fünf Sprachen", "8.3", "Kurz", None),
        ("Wohnungsführerschein", "8.4", "Genossenschaft", _day("15.3.", date(2027, 3, 15))),
        ("Vernetzung mit Ämtern & Vermietern", "8.4", "AG Wohnen", _due("Ende Mai")),
        ("Ehrenamt ausbauen", "8.5", "Diakonie", _due("Ende Mai")),
        ("Fachtage planen", "8.5", "alle", _due("Ende Mai")),
        ("Termin verschicken", "9", "Kurz", _day("Freitag", date(2026, 10, 16))),
    )
    for n, (text, number, who, due) in enumerate(actions, 33):
        build.action(text, f"i{number}", who=who, due=due, number=f"M-2026-{n:03}")
    build.question("Wer trägt die Kosten der Befragung?", "i8.2")
    build.question("Gibt es eine Frist?", "i8.2", answer="Ja, bis Ende Juni.")
    build.parked("Dolmetscherpool", "i8.3")


def _due(text: str) -> Due:
    return Due(text=text, edtf="2027-05", last=date(2027, 5, 31))


def _next(text: str) -> Due:
    return Due(text=text, next_meeting=True)


def _day(text: str, day: date) -> Due:
    return Due(text=text, edtf=day.isoformat(), last=day)


@pytest.fixture
def network() -> Meeting:
    """The second meeting of an integration network (scenario Wartburgkreis, names invented)."""
    build = Build()
    _network_entries(build)
    people, attendance = _people()
    comment = "Drei Angebote liegen vor."
    tabled = (
        TabledAction(
            id="t1",
            number="M-2026-012",
            summary="Raum für die AG Sprache finden",
            owners=(Owner(name="Anna Abel"),),
            due=_day("30.6.", date(2026, 6, 30)),
            group="AG Sprache",
            origin="1. Netzwerktreffen, 12.05.2026",
        ),
        TabledAction(
            id="t2",
            number="M-2026-013",
            summary="Adressliste pflegen",
            owners=(Owner(name="Bernd Dietz"),),
            due=Due(text="laufend"),
        ),
    )
    said = (
        Statement(id="s1", action_item="t1", at=build.at("18:25"), item="i8.1",
                  status="in-process", comment=comment),
        Statement(id="s2", action_item="t1", at=build.at("19:25"), item="i9",
                  due=_day("31.12.", date(2026, 12, 31))),
    )  # fmt: skip
    return build.meeting(
        title="Netzwerktreffen",
        ordinal=2,
        series_name="Netzwerk Integration",
        start="16:30",
        end="19:30",
        place="Großer Saal, Landratsamt",
        started_at=build.at("16:31"),
        closed_at=build.at("19:33"),
        agenda_items=_items(build),
        people=people,
        attendance=attendance,
        organizations=tuple(Organization(id=f"o{n}", name=name) for n, name in enumerate(PLACES)),
        groups=tuple(Group(id=f"g{n}", name=f"AG {name}") for n, name in enumerate(GROUPS, 1)),
        unnamed_guests=(UnnamedGuests(number=3, text="Presse"),),
        officers=(
            Officer(role="moderator", name="Carla Jahn", person="p59"),
            Officer(role="minute_taker", name="Anna Abel", person="p0"),
        ),
        tabled_actions=tabled,
        statements=said,
        next_meeting=NextMeeting(text="21.4.", day=date(2027, 4, 21), start="16:30"),
    )


@pytest.fixture
def body() -> Meeting:
    """A steering group in English that votes."""
    build = Build()
    build.note("Only for the record.", "i2", visibility="record")
    build.note("Costs rose by 4 %.", "i2")
    build.decision(
        "The minutes of 14 May are approved.",
        "i1",
        number="LG 6/2026",
        vote=Vote(yes=9, no=0, abstain=0, method="show of hands"),
    )
    build.decision(
        "The council shall fund\nthe pool of interpreters.",
        "i2",
        number="LG 7/2026",
        decision_kind="recommendation",
        addressee="to the council",
        vote=Vote(yes=6, no=2, abstain=1),
        read_back_at=build.at("17:20"),
    )
    build.decision(
        "The bus line is extended.", "i2", number="LG 8/2026", vote=Vote(yes=4, no=4, abstain=1)
    )
    build.decision("Staff is raised.", "i2", number="LG 9/2026", vote=Vote(yes=1, no=8, abstain=0))
    build.action("Write the council paper", "i2", who="Amt 50", number="A-2026-001",
                 due=_due("Spring 2027"))  # fmt: skip
    people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(("Ada Moor", "Ben Lee")))
    return build.meeting(
        title="meeting",
        ordinal=7,
        kind="body",
        language="en",
        series_name="Steering group",
        start="16:00",
        place="Town hall",
        file_reference="50-12/26",
        agenda_items=(
            build.item("1", "Approval of the last minutes", intervals=build.ran("16:00", "16:05")),
            build.item("2", "Interpreters", intervals=build.ran("16:05", "17:30")),
            build.item("3", "Personnel", public=False, intervals=build.ran("17:30", "17:40")),
            build.item("4", "Any other business", state="deferred"),
        ),
        people=people,
        attendance=tuple(
            Attendance(person=p.id, status="present", stays=(Stay(left="17:40"),)) for p in people
        ),
        officers=(
            Officer(role="chair", name="Ada Moor", person="p0"),
            Officer(role="minute_taker", name="Ben Lee", person="p1"),
        ),
        started_at=build.at("16:00"),
        closed_at=build.at("17:40"),
        next_meeting=NextMeeting(text="quarterly"),
    )  # fmt: skip
