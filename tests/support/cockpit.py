"""Two meetings played change by change, with all that a live meeting can record: a committee that
votes, and a workshop with cards, rounds, milestones and new groups. Names are invented."""

from __future__ import annotations

from datetime import date

from written import START, Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    Ballot,
    Consensing,
    Dots,
    Dotted,
    Due,
    FistToFive,
    Instant,
    Meeting,
    NextMeeting,
    Owner,
    Resisted,
    Stay,
    Thumbs,
    Vote,
)


class Played(Written):
    """A meeting in the making. Methods return the id of what they made."""

    def until(self, clock: str) -> None:
        hour, minute = map(int, clock.split(":"))
        self.now = self.now.replace(hour=hour, minute=minute, second=0)

    def one(self, change: c.Change) -> str:
        return self.record(change)[0].id

    @property
    def instant(self) -> Instant:
        return Instant(at=self.now)

    def item(self, title: str, minutes: int | None = None, **more: object) -> str:
        return self.one(c.AgendaItemAdded(title=title, planned_minutes=minutes, **more))  # type: ignore[arg-type]

    def person(self, name: str, organization: str = "", **more: object) -> str:
        return self.one(c.PersonAdded(name=name, organization=organization, **more))  # type: ignore[arg-type]

    def here(self, *people: str, time: str = "", remote: bool = False) -> None:
        for person in people:
            self.record(
                c.AttendanceRecorded(person=person, status="present", time=time, remote=remote)
            )

    def starts(self, clock: str, item: str) -> None:
        self.until(clock)
        self.record(c.ItemStarted(item=item))

    def pauses(self, begin: str, end: str, parent: str, after: str) -> str:
        self.until(begin)
        added = c.AgendaItemAdded(
            title="Pause", parent=parent, after=after, purpose="break", agreed_end=end
        )
        return self.record(added, c.ItemStarted(item="^0", interrupts=True))[0].id

    def decides(self, wording: str, item: str, **more: object) -> str:
        return self.one(
            c.DecisionRecorded(wording=wording, item=item, visibility="minutes", **more)
        )  # type: ignore[arg-type]

    def reads_back(self, decision: str) -> None:
        self.record(c.DecisionAmended(decision=decision, read_back_at=self.instant))

    def votes(self, decision: str, vote: Vote) -> None:
        self.record(c.DecisionAmended(decision=decision, vote=vote))

    def asked(self, decision: str, opinion: Thumbs | FistToFive | Dots | Consensing) -> None:
        self.record(c.OpinionTaken(decision=decision, opinion=opinion))

    def action(self, summary: str, item: str, who: str = "", **more: object) -> str:
        owners = tuple(Owner(name=name.strip()) for name in who.split(",") if name.strip())
        change = c.ActionItemRecorded(summary=summary, item=item, owners=owners, **more)  # type: ignore[arg-type]
        return self.one(change)


def committee(language: str = "de") -> Meeting:
    """The committee for social affairs on 14 October 2026, 16:00 to 18:35."""
    played = Played(now=START.replace(hour=15, minute=40))
    played.record(
        c.MeetingPlanned(
            title="Sitzung", kind="body", series_name="Ausschuss für Soziales und Integration",
            language=language, day=date(2026, 10, 14), start="16:00", end="18:30", ordinal=7,
            place="Rathaus, Ratssaal, https://meet.example/ausschuss", legal_number=7,
        ),
        c.MeetingAmended(file_reference="50-12/26"),
    )  # fmt: skip
    organizations = {
        name: played.one(c.OrganizationAdded(name=name)) for name in ("Grüne", "SPD", "CDU", "FDP")
    }
    weiss = played.person("Petra Weiß", organizations["SPD"], email="weiss@rat.example")
    nowak = played.person("Tomasz Nowak", organizations["CDU"])
    members = [
        played.person("Aylin Öztürk", organizations["Grüne"]),
        played.person("Karl Albers", organizations["CDU"]),
        played.person("Ines Brandt", organizations["SPD"]),
    ]
    late, _, sick = (
        played.person("Samira Haddad", organizations["Grüne"]),
        played.person("Uwe Krause", organizations["FDP"]),
        played.person("Lea Demir", organizations["FDP"]),
    )
    adviser = played.person("Mara Stein", role="Integrationsbeauftragte", voting_right=False)
    guest = played.person("Jörg Pohl", role="Architekt", guest=True)
    opening = played.item("Eröffnung, Feststellung der Beschlussfähigkeit", 5)
    award = played.item("Vergabe der Sprachkurse", 20, paper="2026/0123", presenter="Mara Stein")
    budget = played.item("Haushalt des Dolmetscherpools", 30, paper="Vorlage 2026/0131")
    played.item("Seniorenplan", 15)
    house = played.item("Begegnungshaus", 30)
    rooms = played.item("Belegung", 10, parent=house)
    lease = played.item("Mietvertrag", 15, parent=house, public=False)
    travel = played.item("Reise nach Gera", 10)
    other = played.item("Verschiedenes", 10)
    played.record(c.OfficerNamed(role="chair", name="Petra Weiß", person=weiss))
    played.record(c.OfficerNamed(role="minute_taker", name="Ole Lang"))
    played.record(c.NoteRecorded(text="Die Tischvorlage liegt aus.", visibility="minutes"))
    played.until("15:55")
    played.here(weiss, nowak, *members, adviser, guest)
    played.here(members[2], remote=True)
    played.record(
        c.AttendanceRecorded(person=sick, status="represented", represented_by="Nils Falk")
    )
    _committee_in_session(played, opening, award, weiss, nowak, late)
    _committee_after_the_break(played, budget, award, house, rooms, lease, weiss)
    played.record(c.ItemDeferred(item=travel))
    played.starts("18:25", other)
    played.record(
        c.QuorumStated(present=3, required=4, legal_number=7, item=other),
        c.ItemDeferred(item=other, to="parking_lot"),
        c.MeetingAmended(next_meeting=NextMeeting(text="18.11.2026", day=date(2026, 11, 18))),
    )
    played.until("18:35")
    played.record(c.MeetingClosed())
    return played.meeting


def _committee_in_session(
    played: Played, opening: str, award: str, weiss: str, nowak: str, late: str
) -> None:
    played.starts("16:05", opening)
    played.record(c.QuorumStated(present=5, required=4, legal_number=7, item=opening))
    seniors = next(i.id for i in played.meeting.agenda_items if i.title == "Seniorenplan")
    urgent = played.one(
        c.AgendaItemAdded(title="Dringlich: Heizung in der Unterkunft", after=opening)
    )
    extended = played.decides("Die Tagesordnung wird um „Heizung“ erweitert.", opening)
    played.votes(extended, Vote(yes=5, no=0, abstain=0, method="show of hands"))
    played.record(c.AgendaItemRemoved(item=seniors))
    played.starts("16:12", urgent)
    played.record(c.BiasDenied(item=urgent))
    played.record(c.AgendaItemAmended(item=urgent, result="zur Kenntnis genommen"))
    played.starts("16:20", award)
    played.record(c.BiasDeclared(item=award, name="Petra Weiß", person=weiss))
    played.record(c.OfficerNamed(role="chair", name="Tomasz Nowak", person=nowak))
    played.until("16:31")
    played.here(late)
    bid = played.decides(
        "Der Rat möge die Sprachkurse an die Volkshochschule vergeben",
        award,
        decision_kind="recommendation",
        addressee="an den Rat",
    )
    played.record(
        c.DecisionAmended(
            decision=bid,
            wording="Der Rat möge die Sprachkurse für drei Jahre\nan die Volkshochschule vergeben.",
            weight="substance",
        )
    )
    played.until("16:40")
    played.reads_back(bid)
    played.votes(bid, Vote(yes=3, no=1, abstain=1, is_secret=True, entitled=5))


def _committee_after_the_break(
    played: Played, budget: str, award: str, house: str, rooms: str, lease: str, weiss: str
) -> None:
    played.record(c.AgendaItemMoved(item=house, after=award))
    played.starts("16:45", rooms)
    pause = played.pauses("16:55", "17:10", parent=house, after=rooms)
    played.record(c.NoteRecorded(text="Das Mikrofon fällt aus.", item=pause, visibility="minutes"))
    played.starts("17:13", rooms)
    order = played.decides("Die Verwaltung legt einen Belegungsplan vor.", rooms,
                           decision_kind="order", addressee="die Verwaltung")  # fmt: skip
    played.action("Belegungsplan vorlegen", rooms, "Amt 50", link=order,
                  due=Due(text="nächste Sitzung", next_meeting=True))  # fmt: skip
    played.votes(order, Vote(method="no objections"))
    played.starts("17:20", lease)
    played.record(c.OfficerNamed(role="chair", name="Petra Weiß", person=weiss))
    signed = played.decides("Der Mietvertrag wird verlängert.", lease)
    played.votes(signed, Vote(yes=6, no=0, abstain=0))
    played.action("Vertrag unterschreiben", lease, "Amt 23", due=Due(text="sofort"))
    played.starts("17:35", budget)
    names = ("Weiß", "Nowak", "Öztürk", "Albers", "Brandt", "Haddad")
    choices = ("yes", "no", "yes", "no", "yes", "abstain")
    pool = played.decides("Der Pool erhält 40.000 Euro.", budget)
    ballots = tuple(Ballot(name=n, choice=x) for n, x in zip(names, choices, strict=True))  # type: ignore[arg-type]
    played.votes(
        pool,
        Vote(yes=3, no=2, abstain=1, ballots=ballots, rule="absolute_legal", legal_number=7,
             dissent=("Albers", "Nowak")),
    )  # fmt: skip
    less = played.decides("Der Pool erhält 20.000 Euro.", budget)
    played.votes(less, Vote(yes=5, no=1, abstain=0, rule="two_thirds"))
    heard = played.decides("Der Bericht wird zur Kenntnis genommen.", budget,
                           decision_kind="acknowledgement")  # fmt: skip
    played.votes(heard, Vote(method="unanimous"))
    played.until("18:10")
    for person in played.meeting.people[2:5]:
        played.record(c.PersonLeft(person=person.id))


def workshop(language: str = "de") -> Meeting:
    """The start of a new integration concept, 14 October 2026, 16:08 to 18:40."""
    played = Played(now=START.replace(hour=15, minute=40))
    played.record(
        c.MeetingPlanned(
            title="Auftaktwerkstatt Integrationskonzept", kind="workshop",
            series_name="Koordinierungsrunde Flucht", language=language, day=date(2026, 10, 14),
            start="16:00", end="18:30", place="https://meet.example/werkstatt?pwd=geheim",
        )
    )  # fmt: skip
    town = played.one(c.OrganizationAdded(name="Stadt"))
    institute = played.one(c.OrganizationAdded(name="Institut für Raum"))
    weiss = played.person("Petra Weiß", town)
    krause = played.person("Uwe Krause", town)
    stein = played.person("Mara Stein", institute, email="stein@institut.example")
    housing = played.one(c.FieldAdded(name="Wohnen"))
    work, language_group, social, living = (
        played.one(c.GroupAdded(name=f"AG {name}"))
        for name in ("Arbeit und Wirtschaft", "Bildung und Sprache", "Soziales", "Zusammenleben")
    )
    opening = played.item("Eröffnung", 10)
    needs = played.item("Bedarfe der Arbeitsgruppen", 30)
    stock = played.item("Wohnen: Bestand, Bedarf, Vorschläge", 45, field=housing)
    played.item("Pause", 15, purpose="break")
    process = played.item("Organisation und Zeitplan", 30)
    played.item("Puffer", 10, purpose="buffer")
    played.here(weiss, krause, remote=True)
    played.here(stein, remote=True)
    played.record(c.OfficerNamed(role="chair", name="Petra Weiß", person=weiss))
    played.record(c.OfficerNamed(role="moderator", name="Mara Stein", person=stein))
    played.record(c.OfficerNamed(role="minute_taker", name="Uwe Krause", person=krause))
    played.starts("16:08", opening)
    played.record(
        c.NoteRecorded(
            text="Zwei Ausschüsse beschließen Ende August die Fortschreibung.", item=opening
        )
    )
    played.starts("16:20", needs)
    _rounds(played, needs, (work, language_group, social, living))
    played.starts("16:55", stock)
    _cards(played, stock, housing)
    _process(played, process, (weiss, krause, stein))
    played.until("18:40")
    played.record(
        c.StaysCorrected(
            person=krause, stays=(Stay(left="17:00"), Stay(arrived="17:30", left="18:20"))
        ),
        c.MeetingClosed(),
    )
    return played.meeting


def _rounds(played: Played, item: str, groups: tuple[str, ...]) -> None:
    work, language_group, social, _ = groups
    asked = played.one(
        c.RoundOpened(prompt="Welche Unterstützung braucht jede AG?", item=item, subjects=groups)
    )
    answer = played.one(
        c.RoundAnswered(
            round=asked, subject=work, speaker="Krause",
            text="Engere Kontakte zu einzelnen Ämtern und zur Agentur für Arbeit.",
        )
    )  # fmt: skip
    played.action("Kontakt zur Agentur für Arbeit", item, "AG Arbeit und Wirtschaft",
                  due=Due(text="nächstes Treffen", next_meeting=True), link=answer)  # fmt: skip
    played.record(
        c.RoundAnswered(round=asked, subject=language_group, speaker="Demir",
                        text="Räume am Abend;\nFahrtkosten | für Ehrenamtliche."),
        c.RoundAnswered(round=asked, subject=social, speaker="Albers", has_passed=True),
        c.RoundClosed(round=asked),
    )  # fmt: skip


def _cards(played: Played, item: str, field: str) -> None:
    board = played.one(
        c.BoardOpened(
            prompt="Was gibt es, was fehlt, was schlagen wir vor?", item=item, field=field,
            columns=("Bestand", "Handlungsbedarf", "Maßnahmenvorschlag"), dots_each=2, voters=62,
        )
    )  # fmt: skip
    affordable = played.one(c.CardGroupAdded(board=board, name="Bezahlbar", column=1))
    access = played.one(c.CardGroupAdded(board=board, name="Zugang", column=1))

    def card(text: str, column: int, group: str = "") -> str:
        return played.one(c.CardWritten(board=board, text=text, column=column, card_group=group))

    card("Mieterberatung der Caritas", 0)
    card("Möbellager der Diakonie", 0)
    card("Lärm im Haus", 1)
    card("Formulare unverständlich", 1, access)
    card("Große Familien finden nichts", 1, affordable)
    card("Kautionen zu hoch", 1, affordable)
    round_table = card("Runder Tisch mit Genossenschaften", 2)
    tenant = card("Wohnungsführerschein", 2)
    exchange = card("Wohnraumbörse", 2)
    for each, dots in ((round_table, 19), (tenant, 31), (exchange, 1)):
        played.record(c.CardAmended(card=each, dots=dots))
    played.action("Wohnungsführerschein anbieten", item, "Genossenschaft", link=tenant,
                  due=Due(text="laufend"), field=field)  # fmt: skip
    played.record(c.QuestionRecorded(text="Wer sammelt Kautionen?", item=item, link=affordable))
    played.record(c.BoardOpened(prompt="Leer geblieben", item=item))


def _process(played: Played, item: str, people: tuple[str, ...]) -> None:
    pause = next(i.id for i in played.meeting.agenda_items if i.is_break)
    played.starts("17:30", pause)
    played.starts("17:48", item)
    accompanied = played.decides("Eine Lenkungsgruppe begleitet den Prozess.", item)
    at = played.instant
    played.asked(accompanied, Thumbs(at=at, up=12, sideways=3, down=1))
    played.asked(
        accompanied,
        FistToFive(at=at, counts=(0, 1, 2, 4, 8, 5), concerns=("Zu wenig Zeit", "Wer | zahlt?")),
    )
    played.asked(accompanied, FistToFive(at=at, counts=(0, 0, 0, 5, 9, 6)))
    played.votes(accompanied, Vote(method="consent"))
    named = played.decides("Der Name wird gewählt.", item)
    played.asked(
        named,
        Consensing(
            at=at,
            voters=20,
            options=(
                Resisted(text="Koordinierungsrunde", total=55, is_passive=True),
                Resisted(text="Koordinierungsstab Migration und Teilhabe", total=12),
                Resisted(text="Runder Tisch", total=80),
            ),
        ),
    )
    played.asked(
        named,
        Dots(at=at, each=3, voters=8, options=(Dotted(text="Blau", dots=7),
                                               Dotted(text="Grün", dots=15))),
    )  # fmt: skip
    played.record(
        c.MeetingAmended(
            renamed_to="Koordinierungsstab Migration und Teilhabe", renamed_by=named
        ),
        c.GroupAdded(name="Lenkungsgruppe Konzept", members=people, speakers=people[:1],
                     founded_under=item, founded_by=accompanied),
        c.GroupAdded(name="Redaktion", members=people[2:], founded_under=item),
    )  # fmt: skip
    played.record(c.FieldAdded(name="Sprache und Bildung"), c.FieldAdded(name="Arbeitsmarkt"))
    for summary, text, edtf, last in (
        ("Neues Konzept", "Mitte 2027", "2027-06/2027-07", date(2027, 7, 31)),
        ("Bestandsaufnahme", "im Dezember 2026", "2026-12", date(2026, 12, 31)),
        ("Erster Entwurf", "im Mai 2027", "2027-05", date(2027, 5, 31)),
    ):
        played.action(summary, item, "Institut für Raum", is_milestone=True,
                      due=Due(text=text, edtf=edtf, last=last))  # fmt: skip
