"""The speaker list: how often and how long each one spoke, and who should speak next for balance.

Balance as facilitators and OpenSlides users practise it: who has spoken least often comes first
(first-time speakers before all others), and among equals who asked first. A point of order goes
before everybody. It is a suggestion; the moderator decides.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.model import Instant, Speaker, Value


class SpeakingShare(Value, frozen=True, kw_only=True):
    """How often and how long one person has spoken; `name` as last put on the list."""

    name: str
    person: str = ""
    turns: int = 0
    seconds: float = 0.0


def who(speaker: Speaker) -> str:
    """What makes two turns those of one person: the id, else the name as written."""
    return person_key(speaker.name, speaker.person)


def person_key(name: str, person: str = "") -> str:
    """The same for a name that is on no list yet."""
    return person or f"name:{' '.join(name.casefold().split())}"


def shares(speakers: Iterable[Speaker], now: Instant) -> tuple[SpeakingShare, ...]:
    """Everybody who has spoken or speaks, the longest first; equals in the order of their first
    turn. Points of order are no contribution and do not count as a turn, but their time does."""
    found: dict[str, SpeakingShare] = {}
    for speaker in speakers:
        if speaker.is_waiting:
            continue
        old = found.get(who(speaker))
        found[who(speaker)] = SpeakingShare(
            name=speaker.name,
            person=speaker.person,
            turns=(old.turns if old else 0) + (not speaker.is_point_of_order),
            seconds=(old.seconds if old else 0.0) + speaker.seconds(now),
        )
    return tuple(sorted(found.values(), key=lambda share: -share.seconds))


def turns(speakers: Iterable[Speaker], one: Speaker) -> int:
    """How often the person of this speaker has had the floor, points of order left out."""
    return sum(
        not other.is_waiting and not other.is_point_of_order and who(other) == who(one)
        for other in speakers
    )


def total_seconds(speakers: Iterable[Speaker], now: Instant) -> float:
    """How long everybody together has spoken."""
    return sum(speaker.seconds(now) for speaker in speakers)


def suggestion(speakers: Iterable[Speaker]) -> Speaker | None:
    """Who should speak next for balance; None when nobody waits. Points of order come in the order
    of the list; then fewest turns first, then who asked first."""
    everybody = tuple(speakers)
    waiting = [speaker for speaker in everybody if speaker.is_waiting]
    for speaker in waiting:
        if speaker.is_point_of_order:
            return speaker
    return min(
        waiting,
        key=lambda speaker: (turns(everybody, speaker), speaker.id),
        default=None,
    )


def minutes_and_seconds(seconds: float) -> str:
    """'2:05'; an hour and more as '61:40'."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"
