"""Dots of a board as bars, once they may be shown: the most first."""

from __future__ import annotations

from facilitator.folding import display
from facilitator.i18n import ntr, ptr, tr
from facilitator.meeting.dots import ranking
from facilitator.meeting.model import Board, Meeting
from screens.wall.lines import EMPTY, Span, WallLine, bar, line
from screens.wall.scene import Scene, and_more, framed, meeting_and_clock
from screens.widgets.columns import padded


def options_of(meeting: Meeting, board: Board) -> list[tuple[str, int]]:
    """Text and dots of each card that was weighed, the most first."""
    return [(each.card.text, each.dots) for each in ranking(meeting, board)]


def dots_view(scene: Scene) -> list[WallLine]:
    board = scene.meeting.board(scene.subject)
    if board is None or not board.are_dots_shown:
        return meeting_and_clock(scene)
    options = options_of(scene.meeting, board)
    body = bars(scene, options, scene.room)
    if not options:
        body = [line(ptr("wall", "No dots yet."), "quiet", scene.margin)]
    return framed(scene, board.prompt, body, _sum(board, sum(dots for _, dots in options)))


def bars(scene: Scene, options: list[tuple[str, int]], room: int) -> list[WallLine]:
    """One option a line, its bar and its number, in `room` lines; what does not fit in words."""
    most = max((number for _, number in options), default=0)
    fit = max(1, (room + 1) // 2)
    if len(options) > fit:
        fit = max(1, (room - 1) // 2)
    digits = max(2, len(str(most)))
    width = max(8, scene.space // 2 - 1)
    length = max(4, scene.space - width - digits - 4)
    lines: list[WallLine] = []
    for text, number in options[:fit]:
        full, _ = bar(number / most if most else 0, length)
        gap = " " * (length - len(full.text) + 2)
        name = padded(display(text), width)
        lines += [
            WallLine(
                (
                    Span(" " * scene.margin + name + " "),
                    full,
                    Span(f"{gap}{number:>{digits}}", "head"),
                )
            ),
            EMPTY,
        ]
    if len(options) > fit:
        lines.append(line(and_more(len(options) - fit), "quiet", scene.margin))
    return lines


def _sum(board: Board, given: int) -> str:
    """'73 of 124 dots · 2 each'."""
    each = board.dots_each
    if each and board.voters:
        told = tr("{n} of {all} dots", n=given, all=each * board.voters)
    else:
        told = ntr("{n} dot", "{n} dots", given)
    return f"{told} · {tr('{n} each', n=each)}" if each else told
