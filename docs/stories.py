"""What happens before a picture is drawn: lines that are typed, things that are done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from facilitator.cli.recorder import Recorder
from facilitator.clock import FixedClock
from facilitator.exporting import Exporter, exporter_for
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item
from facilitator.meeting.breaks import break_begins
from facilitator.meeting.model import Board, NextMeeting, Note, Owner, Vote
from facilitator.meeting.quorum import stated
from facilitator.wall import View, WallState
from facilitator.workspace import Workspace


class Stage:
    """The meeting of a scene, the clock that its makers move, and what the wall is asked for."""

    def __init__(
        self, workspace: Workspace, live: LiveMeeting, clock: FixedClock, language: str
    ) -> None:
        self.workspace = workspace
        self.live = live
        self.clock = clock
        self.language = language
        self.wall = WallState()

    def take(self, line: str) -> None:
        Recorder(self.live).take(line)

    def say(self, german: str, english: str) -> str:
        return german if self.language == "de" else english

    def exporter(self) -> Exporter:
        return exporter_for(self.workspace, self.live)

    def ask(self, view: View, subject: str = "") -> None:
        self.wall = WallState(view=view, subject=subject)


Story = Callable[[Stage], None]

LINES = {
    "de": (
        "Die AG hat sich seit Mai zweimal getroffen, 14 Mitglieder, neu dabei die Handwerkskammer.",
        "Bedarf der Betriebe vor allem in Pflege und Logistik.",
        "i: Haddad will die Sprecherrolle abgeben.",
        "- Stärkere Präsenz auf Jobmessen >AG Arbeit,Haddad <Frühjahr 2027",
        "- Befragung der Unternehmen im Kreis >Brandt <nächstes Treffen",
        "?Wer trägt die Kosten der Befragung?",
        "!Die AG Arbeit wird um die Handwerkskammer erweitert.",
        "m: Fachtag zur Anerkennung von Abschlüssen",
    ),
    "en": (
        "The group has met twice since May, 14 members, the chamber of crafts is new.",
        "Companies need people above all in care and logistics.",
        "i: Haddad wants to hand over the role of speaker.",
        "- More presence at job fairs >WG Work,Haddad <spring 2027",
        "- Survey of the companies of the district >Brandt <next meeting",
        "?Who pays for the survey?",
        "!The chamber of crafts joins the working group on work.",
        "a: Symposium on the recognition of qualifications",
    ),
}
GROUPS = {
    "de": (
        ("Beratung", ("Eine Stelle, die alles weiß", "Termine auch am Abend")),
        ("Wohnen", ("Kautionen sind zu hoch", "Begleitung zur Besichtigung",
                    "Große Wohnungen für Familien")),
        ("Sprache", ("Kinderbetreuung während der Kurse", "Kurse am Samstag",
                     "Dolmetschen in Praxen")),
    ),
    "en": (
        ("Advice", ("One office that knows everything", "Appointments in the evening")),
        ("Housing", ("Deposits are too high", "Company at viewings", "Large flats for families")),
        ("Language", ("Child care during courses", "Courses on Saturday",
                      "Interpreters in surgeries")),
    ),
}  # fmt: skip
COUNTED = (
    "Die AG hat sich seit Mai dreimal getroffen, 15 Mitglieder, neu dabei die Handwerkskammer.",
    "The group has met three times since May, 15 members, the chamber of crafts is new.",
)
REWORDED = (
    "Die AG Arbeit wird um die Handwerkskammer und die Kreishandwerkerschaft erweitert.",
    "The chamber of crafts and the guilds of the district join the working group on work.",
)
AT_LENGTH = (
    "Frau Brandt stellt die Ergebnisse der Umfrage vor. Von 212 angeschriebenen Betrieben haben "
    "64 geantwortet; 41 würden sofort jemanden einstellen, wenn die Anerkennung geklärt wäre.\n\n"
    "Genannt werden vor allem Pflege, Logistik und das Bauhandwerk. Kleine Betriebe wünschen sich "
    "eine Ansprechperson, die zurückruft, und keine weitere Broschüre.\n\n"
    "Offen bleibt, wie die Berufsschulen Sprachkurse in den Stundenplan nehmen können.",
    "Ms Brandt presents the results of the survey. Of 212 companies that were written to, 64 "
    "answered; 41 would take somebody on at once if qualifications were recognised.\n\n"
    "Care, logistics and building are named most. Small companies wish for a person who calls "
    "back, and not for another brochure.\n\n"
    "How vocational schools can bring language courses into the timetable stays open.",
)
DOTS = (21, 9, 17, 12, 24, 31, 11, 15)
ANSWERS = {
    "de": ("Eine Adresse für alle Betriebe.", "Ein gemeinsamer Verweisbogen.",
           "Mehr Kurse am Abend; Kinderbetreuung."),
    "en": ("One address for all companies.", "One referral form for everybody.",
           "More courses in the evening; child care."),
}  # fmt: skip


def people_come(stage: Stage) -> None:
    """In the quarter of an hour before the start."""
    for place, person in enumerate(stage.live.meeting.people):
        if place % 15 != 7:
            stage.clock.advance(12)
            stage.live.record(c.AttendanceRecorded(person=person.id, status="present"))


def run_to(number: str) -> Story:
    """People come, the meeting runs up to this item, each item a minute longer than planned."""

    def happens(stage: Stage) -> None:
        people_come(stage)
        live = stage.live
        hour, minute = map(int, live.meeting.start.split(":"))
        stage.clock.set_wall(stage.clock.now().at.replace(hour=hour, minute=minute + 1, second=20))
        live.record(c.MeetingStarted())
        while (item := next_item(live.meeting)) is not None:
            live.record(c.ItemStarted(item=item.id))
            if item.number == number:
                break
            stage.clock.advance(((item.planned_minutes or 5) + 1) * 60)

    return happens


def run_to_reports(stage: Stage) -> None:
    """Up to 8.2; the lines above are recorded there."""
    run_to("8.2")(stage)
    for line in LINES[stage.language]:
        stage.clock.advance(85)
        stage.take(line)


def run_late(stage: Stage) -> None:
    """Half an hour behind: the rest no longer fits before the hard end."""
    run_to_reports(stage)
    stage.clock.advance(25 * 60)


def have_a_break(stage: Stage) -> None:
    """A quarter of an hour, in the middle of an item."""
    run_to_reports(stage)
    stage.live.record(
        *break_begins(stage.live.meeting, stage.live.now(), stage.say("Pause", "Break"), 15)
    )
    stage.clock.advance(6 * 60)


def overrun_a_break(stage: Stage) -> None:
    have_a_break(stage)
    stage.clock.advance(12 * 60)


def list_speakers(stage: Stage) -> None:
    run_to_reports(stage)
    live = stage.live
    live.record(c.MeetingAmended(uses=("speaker_list",)))
    people = live.meeting.people
    for place in (0, 2, 6, 3, 11, 0):
        live.record(c.SpeakerAdded(name=people[place].name, person=people[place].id))
        live.record(c.SpeakerCalled(speaker=live.meeting.waiting[0].id)) if place == 0 else None
        stage.clock.advance(70)
    live.record(c.SpeakerCalled(speaker=live.meeting.waiting[0].id))
    order = people[13]
    live.record(c.SpeakerAdded(name=order.name, person=order.id, is_point_of_order=True))
    stage.clock.advance(95)


def go_round(stage: Stage) -> None:
    """A round of the groups; two of five are still missing."""
    run_to("7")(stage)
    live = stage.live
    running = live.meeting.running_item
    groups = live.meeting.groups
    (asked,) = live.record(
        c.RoundOpened(
            prompt=stage.say(
                "Welche Unterstützung braucht Ihre AG?", "What support does your group need?"
            ),
            item=running.id if running else "",
            subjects=tuple(group.id for group in groups),
        )
    )
    for group, text in zip(groups, ANSWERS[stage.language], strict=False):
        stage.clock.advance(100)
        speaker = next((live.meeting.person(p) for p in group.members), None)
        live.record(
            c.RoundAnswered(
                round=asked.id, subject=group.id, text=text, speaker=speaker.name if speaker else ""
            )
        )


def write_cards(stage: Stage) -> None:
    run_to("7")(stage)
    live = stage.live
    running = live.meeting.running_item
    (board,) = live.record(
        c.BoardOpened(
            prompt=stage.say("Was fehlt Menschen, die neu sind?", "What do newcomers lack?"),
            item=running.id if running else "",
            dots_each=3,
            voters=50,
        )
    )
    for name, texts in GROUPS[stage.language]:
        (group,) = live.record(c.CardGroupAdded(board=board.id, name=name))
        for text in texts:
            live.record(c.CardWritten(board=board.id, text=text, card_group=group.id))


def weigh_cards(stage: Stage) -> None:
    write_cards(stage)
    for card, dots in zip(stage.live.meeting.contributions, DOTS, strict=True):
        stage.live.record(c.CardAmended(card=card.id, dots=dots))
    board = stage.live.meeting.boards[-1].id
    stage.live.record(c.BoardAmended(board=board, are_dots_shown=True))


def write_columns(stage: Stage) -> None:
    """Stock, need and measure."""
    run_to("7")(stage)
    live = stage.live
    running = live.meeting.running_item
    names = stage.say("Bestand,Handlungsbedarf,Maßnahme", "Stock,Need,Measure").split(",")
    prompt = stage.say("Wohnen", "Housing")
    (made,) = live.record(
        c.BoardOpened(prompt=prompt, columns=tuple(names), item=running.id if running else "")
    )
    board: Board | None = live.meeting.board(made.id)
    assert board is not None
    texts = stage.say(
        "0Mieterberatung der Caritas;0Möbellager der Diakonie;1Große Familien finden nichts;"
        "1Absagen wegen des Namens;2Wohnungsführerschein;2Runder Tisch mit den Genossenschaften",
        "0Tenants' advice of Caritas;0Furniture store of Diakonie;1Large families find nothing;"
        "1Refusals because of a name;2Tenant's certificate;2Round table with the co-operatives",
    )
    for text in texts.split(";"):
        live.record(c.CardWritten(board=board.id, text=text[1:], column=int(text[0])))


def a_body_decides(stage: Stage) -> None:
    """The steering group on its day: quorum stated, a draft under item 5, one person biased."""
    live, clock = stage.live, stage.clock
    day = live.meeting.day or date(2026, 11, 24)
    clock.set_wall(datetime(day.year, day.month, day.day, 13, 58))
    people = live.meeting.people
    live.record(
        *(c.AttendanceRecorded(person=person.id, status="present") for person in people[:-1])
    )
    live.record(c.OfficerNamed(role="chair", name=people[0].name, person=people[0].id))
    clock.advance(180)
    live.record(c.MeetingStarted())
    while (item := next_item(live.meeting)) is not None:
        live.record(c.ItemStarted(item=item.id))
        if item.order == 1:
            live.record(stated(live.meeting, live.now(), item.id))
        if item.paper or item.order == 5:
            break
        clock.advance(((item.planned_minutes or 5) + 1) * 60)
    stage.take(
        stage.say(
            "Der Landeszuschuss ist bewilligt, der Bescheid steht aus.",
            "The state grant is approved, the notice is still to come.",
        )
    )
    stage.take(
        stage.say(
            "!Der Kreis beteiligt sich mit 20 % an den Kosten der Dolmetschenden, höchstens mit "
            "12.000 € im Jahr.",
            "!The district bears 20 % of the cost of interpreters, at most 12,000 € a year.",
        )
    )
    clock.advance(150)


def a_body_voted(stage: Stage) -> None:
    a_body_decides(stage)
    decision = stage.live.meeting.decisions[-1].id
    stage.live.record(c.DecisionAmended(decision=decision, read_back_at=stage.live.now()))
    stage.clock.advance(60)
    stage.live.record(
        c.DecisionAmended(decision=decision, vote=Vote(yes=5, no=1, abstain=1, entitled=7))
    )


def is_over(stage: Stage) -> None:
    """The last item is through, the next date is known."""
    run_to_reports(stage)
    live = stage.live
    live.record(
        c.MeetingAmended(
            next_meeting=NextMeeting(
                text="21.04.2027 16:30", day=date(2027, 4, 21), start="16:30",
                place=stage.say("Kreishaus", "District House"),
            )
        )
    )  # fmt: skip
    while (item := next_item(live.meeting)) is not None:
        live.record(c.ItemStarted(item=item.id))
        stage.clock.advance(5 * 60)
    running = live.meeting.running_item
    if running is not None:
        live.record(c.ItemEnded(item=running.id))


def close(stage: Stage) -> None:
    """Over and closed; the last item was put off."""
    is_over(stage)
    live = stage.live
    last = live.meeting.agenda_items[-1]
    live.record(c.ItemDeferred(item=last.id))
    live.close()


def send(stage: Stage) -> None:
    """Version 1 was read by few, version 2 sent to all; then somebody objected."""
    close(stage)
    stage.exporter().export()
    stage.clock.advance(26 * 60 * 60)
    note = next(each for each in stage.live.meeting.entries if isinstance(each, Note))
    stage.live.record(c.NoteAmended(note=note.id, text=stage.say(*COUNTED)))
    until = stage.live.now().at.date() + timedelta(days=14)
    stage.exporter().send(to=(stage.say("Verteiler", "list of members"),), objections_until=until)


def mend_what_was_sent(stage: Stage) -> None:
    """A decision reads otherwise than in the version sent, an action item has its owner."""
    send(stage)
    live = stage.live
    stage.clock.advance(3 * 24 * 60 * 60)
    decision, action = live.meeting.decisions[-1], live.meeting.action_items[-1]
    live.record(c.DecisionAmended(decision=decision.id, wording=stage.say(*REWORDED)))
    person = live.meeting.people[3]
    owner = Owner(kind="person", id=person.id, name=person.name)
    live.record(c.ActionItemAmended(action_item=action.id, owners=(owner,)))


def write_at_length(stage: Stage) -> None:
    """A note of several paragraphs."""
    close(stage)
    live = stage.live
    item = next(each for each in live.meeting.agenda_items if each.number == "8.2")
    live.record(c.NoteRecorded(text=stage.say(*AT_LENGTH), item=item.id, visibility="minutes"))


def after(story: Story, view: View) -> Story:
    """The story, and then this view asked of the wall."""

    def happens(stage: Stage) -> None:
        story(stage)
        stage.ask(view)

    return happens
