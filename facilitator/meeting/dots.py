"""Weighing cards with dots: everybody has the same number of dots and sticks them as they like
('Mehrpunktabfrage' of the Metaplan and Moderationsmethode: Klebert, Schrader, Straub,
'ModerationsMethode'; usually about half as many dots as there are options).

The sum can be checked: never more than people times dots each. Too many are said and kept; somebody
counted twice, or stuck one more, and only the room knows which.
"""

from __future__ import annotations

from msgspec import Struct

from facilitator.meeting.model import Board, Contribution, Dots, Dotted, Instant, Meeting


class DotCount(Struct, frozen=True):
    """`limit` None: it is not known how many dots there are. `each` None: not agreed."""

    stuck: int
    each: int | None
    voters: int

    @property
    def limit(self) -> int | None:
        return self.each * self.voters if self.each and self.voters else None

    @property
    def left(self) -> int | None:
        """Negative: so many too many. None without a limit."""
        return None if self.limit is None else self.limit - self.stuck


class Ranked(Struct, frozen=True):
    """`place` from 1; cards with the same dots share it and the next places stay free (1, 2, 2,
    4). `share`: of all dots stuck, 0 to 1."""

    card: Contribution
    place: int
    dots: int
    share: float


def dots_stuck(meeting: Meeting, board: Board) -> int:
    return sum(card.dots or 0 for card in meeting.contributions if card.board == board.id)


def count_dots(meeting: Meeting, board: Board) -> DotCount:
    """Dots of a board against what there is: as many people as were said to have dots, else those
    who are here now."""
    voters = meeting.number_present if board.voters is None else board.voters
    return DotCount(dots_stuck(meeting, board), board.dots_each, voters)


def most_dots_first(cards: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Those with the same dots stay in the order in which they hang; not weighed ones last."""
    return tuple(sorted(cards, key=lambda card: -(-1 if card.dots is None else card.dots)))


def ranking(meeting: Meeting, board: Board) -> tuple[Ranked, ...]:
    """The weighed cards of a board, most dots first."""
    weighed = tuple(
        card for card in meeting.contributions if card.board == board.id and card.dots is not None
    )
    stuck = dots_stuck(meeting, board)
    ranked: list[Ranked] = []
    for at, card in enumerate(most_dots_first(weighed)):
        dots = card.dots or 0
        is_tied = bool(ranked) and ranked[-1].dots == dots
        place = ranked[-1].place if is_tied else at + 1
        ranked.append(Ranked(card, place, dots, dots / stuck if stuck > 0 else 0.0))
    return tuple(ranked)


def as_opinion(meeting: Meeting, board: Board, at: Instant) -> Dots | None:
    """The weighing as it is kept beside a decision that follows from it; None: nothing was
    weighed."""
    options = tuple(
        Dotted(text=each.card.text, dots=each.dots, card=each.card.id)
        for each in ranking(meeting, board)
    )
    if not options:
        return None
    return Dots(at=at, options=options, each=board.dots_each or 0, voters=board.voters)
