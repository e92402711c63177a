"""A meeting with everything in it that a template may have to print; all names are invented. What
is wrong with a template shows here and not on the evening the minutes are due."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Ballot,
    Bias,
    Decision,
    Due,
    Entry,
    FistToFive,
    Group,
    Instant,
    Interval,
    Meeting,
    MeetingKind,
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
    Thumbs,
    UnnamedGuests,
    Vote,
)

_DAY = date(2026, 10, 14)
_LONG = "Ein langer Satz, wie ihn jemand zu Protokoll gibt, der sich Zeit nimmt. " * 30
_AWKWARD = "Zeile | eins: *kein* Fett, <b>kein</b> Zeichen & {{ kein }} Feld #1\nZeile zwei"


def _at(hour: int, minute: int) -> Instant:
    zone = timezone(timedelta(hours=2))
    return Instant(at=datetime(_DAY.year, _DAY.month, _DAY.day, hour, minute, tzinfo=zone))


def _item(number: str, title: str, start: int, minutes: int, **more: object) -> AgendaItem:
    """`start`: minutes after 16:00."""
    begin, end = divmod(start, 60), divmod(start + minutes, 60)
    values: dict[str, object] = {
        "id": f"i{number}",
        "number": number,
        "title": title,
        "state": "done",
        "parent": f"i{number.rpartition('.')[0]}" if "." in number else "",
        "depth": number.count("."),
        "planned_minutes": minutes,
        "intervals": (Interval(start=_at(16 + begin[0], begin[1]), end=_at(16 + end[0], end[1])),),
    }
    return AgendaItem(**(values | more))  # type: ignore[arg-type]


def _items() -> tuple[AgendaItem, ...]:
    return (
        _item("1", "Eröffnung", 0, 10),
        _item("2", "Bericht der Verwaltung", 10, 30, presenter="Jana Weiß", paper="2026/0123",
              result="zur Kenntnis genommen"),
        _item("3", "Berichte der Arbeitsgruppen", 40, 40),
        _item("3.1", "AG Sprache", 40, 20, group="g1"),
        _item("3.2", _LONG[:200].strip(), 60, 20, group="g2"),
        _item("4", "Grundstück am Bahnhof", 80, 20, public=False,
              bias=(Bias(person="p1", name="Nils Falk", at=_at(17, 20)),)),
        _item("5", "Verschiedenes", 100, 5, state="deferred", intervals=()),
    )  # fmt: skip


def _entries() -> tuple[Entry, ...]:
    made: list[Entry] = []

    def common(kind: str, tag: str, item: str, text: str) -> dict[str, object]:
        return {"id": f"e{len(made)}", "kind": kind, "tag": tag, "item": item, "text": text,
                "at": _at(16, 30), "visibility": "minutes"}  # fmt: skip

    def note(text: str, item: str, **more: object) -> None:
        made.append(Note(**(common("note", "·", item, text) | more)))  # type: ignore[arg-type]

    def decision(number: int, text: str, item: str, **more: object) -> None:
        values = common("decision", f"B{number}", item, text)
        values |= {"number": f"B-2026-{number:03}"} | more
        made.append(Decision(**values))  # type: ignore[arg-type]

    def action(number: int, text: str, item: str, *owners: str, due: Due | None = None) -> None:
        values = common("action_item", f"M{number}", item, text)
        values |= {"number": f"M-2026-{number:03}", "due": due,
                   "owners": tuple(Owner(name=name) for name in owners)}  # fmt: skip
        made.append(ActionItem(**values))  # type: ignore[arg-type]

    note("Die Technik ist aufgebaut.", "", before_start=True)
    note(_AWKWARD, "i2")
    note(_LONG, "i3.1")
    note("Nur für die Mitschrift.", "i2", visibility="record")
    note("Bleibt im Haus.", "i2", visibility="internal")
    decision(
        1,
        _AWKWARD,
        "i2",
        read_back_at=_at(16, 25),
        vote=Vote(yes=5, no=2, abstain=1, method="show of hands", dissent=("Nils Falk",)),
    )
    decision(
        2,
        "Die Sprachkurse werden fortgeführt.",
        "i3.1",
        decision_kind="recommendation",
        addressee="an den Rat",
        vote=Vote(method="consensus"),
        opinions=(
            Thumbs(at=_at(16, 45), up=12, sideways=3, down=1),
            FistToFive(at=_at(16, 50), counts=(0, 1, 2, 4, 8, 5)),
        ),
    )
    decision(
        3,
        "Das Grundstück wird erworben.",
        "i4",
        vote=Vote(
            yes=1,
            no=1,
            abstain=1,
            method="by name",
            ballots=(
                Ballot(name="Jana Weiß", choice="yes"),
                Ballot(name="Nils Falk", choice="no"),
                Ballot(name="Emre Öztürk", choice="abstain"),
            ),
        ),
    )
    action(1, _AWKWARD, "i2", "Jana Weiß", "AG Sprache", due=Due(text="laufend"))
    action(2, "Räume suchen", "i3.1", due=None)
    action(
        3,
        "Vertrag vorbereiten",
        "i4",
        "Amt 23",
        due=Due(text="Ende Mai", edtf="2027-05", last=date(2027, 5, 31)),
    )
    values = common("question", "?1", "i3.1", "Wer trägt die Kosten?")
    made.append(Question(**values))  # type: ignore[arg-type]
    values = common("parked_topic", "S1", "i3.1", "Dolmetscherpool")
    made.append(ParkedTopic(**values))  # type: ignore[arg-type]
    return tuple(made)  # fmt: skip


def _people() -> tuple[tuple[Person, ...], tuple[Attendance, ...]]:
    names = ("Jana Weiß", "Nils Falk", "Emre Öztürk", "Ute Lange", "Karl Albers",
             *(f"Person {n:02}" for n in range(6, 26)))  # fmt: skip
    people, attendance = [], []
    for place, name in enumerate(names):
        people.append(Person(id=f"p{place}", name=name, organization=f"o{place % 3}",
                             role="Leitung" if place == 0 else "", guest=place == 5))  # fmt: skip
        row = Attendance(person=f"p{place}", status="present", stays=(Stay(left="17:45"),))
        if place == 1:
            row = Attendance(person="p1", status="present", stays=(Stay(arrived="16:20"),))
        elif place == 3:
            row = Attendance(person="p3", status="represented", represented_by="Mara Stein")
        elif place == 4:
            row = Attendance(person="p4", status="excused")
        attendance.append(row)
    return tuple(people), tuple(attendance)


def sample(kind: MeetingKind = "body", language: str = "de") -> Meeting:
    """Non-public items, votes, opinions, long texts, texts that look like markup, people who came
    late, action items old and new."""
    people, attendance = _people()
    tabled = TabledAction(id="t1", number="M-2025-007", summary="Flyer drucken",
                          owners=(Owner(name="Ute Lange"),), due=Due(text="laufend"),
                          origin="6. Sitzung")  # fmt: skip
    said = Statement(id="s1", action_item="t1", at=_at(16, 20), item="i2", status="completed",
                     comment="Liegt aus.")  # fmt: skip
    return Meeting(
        title="Sitzung",
        kind=kind,
        language=language,
        state="closed",
        ordinal=7,
        series_name="Beirat für Integration",
        day=_DAY,
        start="16:00",
        end="17:45",
        place="Rathaus, Ratssaal",
        started_at=_at(16, 0),
        closed_at=_at(17, 45),
        agenda_items=_items(),
        people=people,
        attendance=attendance,
        organizations=tuple(
            Organization(id=f"o{n}", name=name)
            for n, name in enumerate(("Stadt", "Caritas", "Volkshochschule"))
        ),
        groups=(Group(id="g1", name="AG Sprache"), Group(id="g2", name="AG Arbeit")),
        unnamed_guests=(UnnamedGuests(number=2, text="Presse"),),
        officers=(Officer(role="chair", name="Jana Weiß", person="p0"),
                  Officer(role="minute_taker", name="Emre Öztürk", person="p2")),
        entries=_entries(),
        tabled_actions=(tabled,),
        statements=(said,),
        next_meeting=NextMeeting(text="18.11.", day=date(2026, 11, 18), start="16:00"),
    )  # fmt: skip
