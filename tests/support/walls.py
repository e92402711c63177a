"""A meeting in which every view of the wall has something to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stage import Stage, play

from facilitator.meeting import changes as c
from facilitator.meeting.model import Board, NextMeeting, Vote

CARDS = (
    ("Mieterberatung der Caritas", 0, None),
    ("Möbellager der Diakonie", 0, None),
    ("Große Familien finden nichts", 1, None),
    ("Absagen wegen Namen", 1, None),
    ("Wohnungsführerschein", 2, 31),
    ("Runder Tisch mit Genossenschaften", 2, 19),
    ("Mietpatenschaften", 2, 12),
)
GROUPS = ("Arbeit und Wirtschaft", "Bildung und Sprache", "Soziales", "Zusammenleben")


@dataclass(frozen=True)
class Shown:
    """Ids of what was made."""

    decision: str
    board: str
    round: str
    pause: str


def furnish(stage: Stage) -> Shown:
    """What `play` makes, and after it a vote, cards with dots, a round of groups, a speaker list,
    the next date; a break is planned but does not run."""
    play(stage)
    record, item = stage.live.record, stage.items[3]
    decision = stage.meeting.decisions[0].id
    record(c.DecisionAmended(decision=decision, vote=Vote(yes=58, no=0, abstain=4)))
    (board,) = record(
        c.BoardOpened(
            prompt="Wohnen", item=item, columns=("Bestand", "Bedarf", "Vorschlag"), dots_each=2,
            voters=62,
        )
    )  # fmt: skip
    (group,) = record(c.CardGroupAdded(board=board.id, name="Zugang", column=1))
    for text, column, dots in CARDS:
        in_group = group.id if column == 1 and "Absagen" in text else ""
        (card,) = record(
            c.CardWritten(board=board.id, text=text, column=column, card_group=in_group)
        )
        if dots is not None:
            record(c.CardAmended(card=card.id, dots=dots))
    groups = record(*(c.GroupAdded(name=name) for name in GROUPS))
    (asked,) = record(
        c.RoundOpened(
            prompt="Welche Unterstützung braucht jede AG?", item=item,
            subjects=tuple(each.id for each in groups),
        )
    )  # fmt: skip
    for each in groups[:2]:
        record(c.RoundAnswered(round=asked.id, subject=each.id, text="Räume am Abend"))
    for name in ("Samir Haddad", "Petra Brandt", "Norbert Novak", "Marta Nowak"):
        record(c.SpeakerAdded(name=name, item=item))
    record(c.SpeakerCalled(speaker=stage.meeting.waiting[0].id))
    record(
        c.MeetingAmended(
            next_meeting=NextMeeting(
                text="21.04.2027 16:30", day=date(2027, 4, 21), start="16:30", place="Kreishaus"
            )
        )
    )
    record(c.AgendaItemAmended(item=item, presenter="Samir Haddad, IHK"))
    (pause,) = record(
        c.AgendaItemAdded(title="Pause", after=stage.items[1], purpose="break", planned_minutes=15)
    )
    return Shown(decision, board.id, asked.id, pause.id)


def show_dots(stage: Stage, board: str) -> Board:
    stage.live.record(c.BoardAmended(board=board, are_dots_shown=True))
    found = stage.meeting.board(board)
    assert found is not None
    return found


def begin_break(stage: Stage, pause: str, until: str = "") -> None:
    amended = (c.AgendaItemAmended(item=pause, agreed_end=until),) if until else ()
    stage.live.record(*amended, c.ItemStarted(item=pause, interrupts=True))
