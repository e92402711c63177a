"""How a vote went: the numbers, and what they mean in words. No names, also of a vote by name; of
what a room was asked without ballots never what anybody said."""

from __future__ import annotations

from rich.cells import cell_len

from facilitator.deciding_words import vote_words
from facilitator.i18n import current_language, ntr, ptr, tr
from facilitator.meeting.model import Consensing, Decision, Dots, FistToFive, Opinion, Thumbs, Vote
from screens.wall.dots import bars
from screens.wall.figures import HUGE, LARGE, SMALL, figures
from screens.wall.lines import AIR, Span, WallLine, bar, line, paragraph
from screens.wall.read_back import kind_title
from screens.wall.scene import Scene, framed, meeting_and_clock
from screens.wall.white_list import seen_decision
from screens.widgets.columns import cut


def vote_view(scene: Scene) -> list[WallLine]:
    """The vote; of a decision without one, what the room was asked last."""
    decision = seen_decision(scene.meeting, scene.subject)
    if decision is None:
        return meeting_and_clock(scene)
    head = kind_title(decision)
    wording = _wording(scene, decision)
    room = scene.room - len(wording)
    if decision.vote is not None:
        body = _vote(scene, decision.vote, room)
    elif decision.opinions:
        asked = decision.opinions[-1]
        title = line(opinion_title(asked), "head", scene.margin)
        body = [title, AIR, *bars(scene, options_of(asked), room - 3)]
    else:
        body = [line(ptr("wall", "No vote yet"), "quiet", scene.margin)]
    return framed(scene, head, [*wording, AIR, *body])


def opinion_title(asked: Opinion) -> str:
    match asked:
        case Thumbs():
            return ptr("wall", "Thumbs")
        case FistToFive():
            return ptr("wall", "Fist to five")
        case Dots():
            return ptr("wall", "Dots")
        case Consensing():
            return tr("Resistance (0 none, 10 most)")


def options_of(asked: Opinion) -> list[tuple[str, int]]:
    """What was counted: text and number, in the order in which they are read."""
    match asked:
        case Thumbs():
            return [
                (ptr("wall", "thumbs up"), asked.up),
                (ptr("wall", "sideways"), asked.sideways),
                (ptr("wall", "thumbs down"), asked.down),
            ]
        case FistToFive():
            names = [ptr("wall", "fist"), "1", "2", "3", "4", "5"]
            return list(reversed(list(zip(names, asked.counts, strict=False))))
        case Dots():
            return sorted(((o.text, o.dots) for o in asked.options), key=lambda o: -o[1])
        case Consensing():
            return sorted(((o.text, o.total) for o in asked.options), key=lambda o: o[1])


def _wording(scene: Scene, decision: Decision) -> list[WallLine]:
    """The wording in two lines at most: it was read back before."""
    lines = paragraph(decision.text, scene.space, "text", scene.margin)
    if len(lines) <= 2:
        return lines
    rest = " ".join(each.text.strip() for each in lines[1:])
    return [lines[0], line(cut(rest + " …", scene.space - 1), "text", scene.margin)]


def _begins_large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _vote(scene: Scene, vote: Vote, room: int) -> list[WallLine]:
    counted = [
        (number, words)
        for number, words in (
            (vote.yes, ptr("wall", "Yes")),
            (vote.no, ptr("wall", "No")),
            (vote.abstain, _begins_large(ntr("abstention", "abstentions", vote.abstain or 0))),
        )
        if number is not None
    ]
    said = paragraph(vote_words(vote, current_language()), scene.space, "head", scene.margin)[:2]
    if not counted:
        return said
    rows = HUGE if room >= 22 and scene.width >= 110 else LARGE if room >= 11 else SMALL
    column = scene.space // len(counted)
    drawn = [figures(str(number), rows) for number, _ in counted]
    lines = [
        WallLine(
            (
                Span(" " * scene.margin),
                *(Span(each[at] + " " * (column - cell_len(each[at])), "head") for each in drawn),
            )
        )
        for at in range(len(drawn[0]))
    ]
    names = "".join(f"{words:<{column}}" for _, words in counted)
    lines += [AIR, line(names.rstrip(), "text", scene.margin), AIR]
    cast = (vote.yes or 0) + (vote.no or 0)
    if cast:
        full, rest = bar((vote.yes or 0) / cast, scene.space)
        lines += [WallLine((Span(" " * scene.margin), full, rest)), AIR]
    return [*lines, *said]
