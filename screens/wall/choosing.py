"""Which view stands on the wall: the one asked for as long as there is something to show in it,
else the one that fits what happens."""

from __future__ import annotations

from facilitator.meeting.model import Instant, Meeting
from facilitator.wall import View, WallState
from screens.wall.agenda import agenda_view
from screens.wall.agreed import agreed_view
from screens.wall.cards import cards_view
from screens.wall.closed_session import blank_view, closed_session_view
from screens.wall.closing import closing_view
from screens.wall.dots import dots_view, options_of
from screens.wall.item import item_view
from screens.wall.lines import WallLine, laid_out, within
from screens.wall.pause import break_view
from screens.wall.read_back import read_back_view
from screens.wall.read_back_actions import actions_of, read_back_actions_view
from screens.wall.round import round_view
from screens.wall.scene import Draw, Scene
from screens.wall.speakers import seen_speakers, speakers_view
from screens.wall.title import title_view
from screens.wall.vote import vote_view
from screens.wall.white_list import agreed, is_public, seen_decision

VIEWS: dict[str, Draw] = {
    "item": item_view,
    "agreed": agreed_view,
    "read_back": read_back_view,
    "read_back_actions": read_back_actions_view,
    "vote": vote_view,
    "cards": cards_view,
    "dots": dots_view,
    "speakers": speakers_view,
    "round": round_view,
    "break": break_view,
    "closing": closing_view,
    "agenda": agenda_view,
    "blank": blank_view,
    "title": title_view,
    "closed_session": closed_session_view,
}
BY_HAND: tuple[View, ...] = (
    "item", "agreed", "read_back_actions", "agenda", "cards", "dots", "round", "speakers",
    "read_back", "vote", "closing", "blank",
)  # fmt: skip
"""The order in which they are stepped through at the projector."""


def wall_lines(
    meeting: Meeting, now: Instant, asked: WallState, width: int, height: int
) -> tuple[WallLine, ...]:
    """The wall, `height` lines of at most `width` cells."""
    width, height = max(1, width), max(1, height)
    view, subject = chosen(meeting, asked)
    made = VIEWS[view](Scene(meeting, now, subject, width, height))
    return tuple(within(line, width) for line in laid_out(made, height))


def chosen(meeting: Meeting, asked: WallState) -> tuple[str, str]:
    """The name of the view and its subject. Nothing of an item that is not public while it runs,
    unless the view is about something else."""
    subject = subject_of(meeting, asked.view, asked.subject)
    if subject is None:
        return fitting(meeting)
    running = meeting.running_item
    of_item = asked.view in ("item", "speakers", "round", "read_back_actions")
    if of_item and running is not None and not is_public(meeting, running.id):
        return "closed_session", ""
    return asked.view, subject


def shown_by_hand(meeting: Meeting) -> list[View]:
    """The views with something to show now, in the order in which they are stepped through."""
    return [
        view
        for view in BY_HAND
        if subject_of(meeting, view) is not None and (view != "speakers" or seen_speakers(meeting))
    ]


def fitting(meeting: Meeting) -> tuple[str, str]:
    """What fits what happens now."""
    if meeting.state == "planned":
        return "title", ""
    if meeting.state in ("closed", "approved"):
        return "closing", ""
    running = meeting.running_item
    if running is None:
        return ("agreed", "") if agreed(meeting) else ("title", "")
    if running.is_break:
        return "break", running.id
    if not is_public(meeting, running.id):
        return "closed_session", ""
    if any(entry.item == running.id for entry in agreed(meeting)):
        return "agreed", running.id
    return "item", running.id


def subject_of(meeting: Meeting, view: View, subject: str = "") -> str | None:
    """What a view is about: the subject asked for, else the latest that fits, empty where a view
    needs none. None: there is nothing to show, or it may not be seen."""
    running = meeting.running_item
    here = running.id if running is not None else ""
    match view:
        case "follow":
            return None
        case "item":
            item = subject if meeting.item(subject) else here
            return item if item and is_public(meeting, item) else None
        case "break":
            return here if running is not None and running.is_break else None
        case "agreed":
            return here if is_public(meeting, here) else ""
        case "read_back_actions":
            item = subject if meeting.item(subject) else here
            if not is_public(meeting, item):
                return None
            return item if actions_of(meeting, item) or subject else _any_actions(meeting)
        case "read_back" | "vote":
            return _decision(meeting, view, subject, here)
        case "cards" | "dots":
            return _board(meeting, view, subject, here)
        case "round":
            return _round(meeting, subject)
        case "speakers":
            return "" if seen_speakers(meeting) or running is not None else None
    return ""


def _any_actions(meeting: Meeting) -> str | None:
    return "" if actions_of(meeting, "") else None


def _decision(meeting: Meeting, view: View, subject: str, here: str) -> str | None:
    if subject:
        return subject if seen_decision(meeting, subject) else None
    found = [
        each
        for each in meeting.decisions
        if seen_decision(meeting, each.id)
        and (view == "read_back" or each.vote is not None or each.opinions)
    ]
    found.sort(key=lambda each: each.item == here)  # stable: the latest of the item comes last
    return found[-1].id if found else None


def _board(meeting: Meeting, view: View, subject: str, here: str) -> str | None:
    found = [
        board
        for board in meeting.boards
        if is_public(meeting, board.item)
        and (view == "cards" or (board.are_dots_shown and options_of(meeting, board)))
    ]
    if subject:
        return subject if any(board.id == subject for board in found) else None
    found.sort(key=lambda board: board.item == here)
    return found[-1].id if found else None


def _round(meeting: Meeting, subject: str) -> str | None:
    found = [each for each in meeting.rounds if is_public(meeting, each.item)]
    if subject:
        return subject if any(each.id == subject for each in found) else None
    found.sort(key=lambda each: not each.is_closed)
    return found[-1].id if found else None
