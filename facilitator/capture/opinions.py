"""What a room was asked without ballots, as it is typed: 'Daumen 20 3 1', 'Fünf: 0 1 2 4 8 5',
'Widerstand: Option A 12, Option B 40, bleibt alles 55 (20 Personen)', with one number a person
'Widerstand: A 3 0 5, B 8 9 2, bleibt alles 9 9 7', 'Punkte: A 12, B 7 (8 Personen, je 3)'."""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.capture.reading import Context
from facilitator.folding import fold
from facilitator.i18n import words as texts
from facilitator.meeting.consensing import MOST
from facilitator.meeting.model import (
    Consensing,
    Dots,
    Dotted,
    FistToFive,
    Instant,
    Opinion,
    Resisted,
    Thumbs,
)


class OpinionReading(Struct, frozen=True, kw_only=True):
    """`opinion` None: `problem` says what is missing."""

    opinion: Opinion | None = None
    problem: str = ""


_WORD = re.compile(
    r"(?P<thumbs>daumen|thumbs?)|(?P<fist>f(?:ü|ue)nf|faust|fist(?:\s+(?:to|of)\s+five)?|five)|"
    r"(?P<resistance>widerst(?:a|ä|ae)nde?|resistance|konsensieren|consensing)|"
    r"(?P<dots>punkte|dots)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d{1,6}")
_ONLY_NUMBERS = re.compile(r"[\d\s,:/.|-]*")


def read_opinion(typed: str, context: Context) -> OpinionReading | None:
    """None: the line asks for nothing of the kind ('Punkte sammeln', 'Daumen hoch für alle')."""
    word = _WORD.match(typed)
    if word is None or context.now is None:
        return None
    rest = typed[word.end() :]
    if not re.match(r"\s*:|\s+\d", rest):
        return None
    rest = rest.lstrip(" :\t")
    match word.lastgroup:
        case "thumbs":
            return _thumbs(rest, context, context.now)
        case "fist":
            return _fist(rest, context, context.now)
        case "resistance":
            return _resistance(rest, context, context.now)
    return _dots(rest, context, context.now)


def read_bare(typed: str, context: Context) -> OpinionReading | None:
    """Only numbers, where nothing but an opinion can stand: three are thumbs, six are hands."""
    if not typed.strip() or not _ONLY_NUMBERS.fullmatch(typed) or context.now is None:
        return None
    count = len(_NUMBERS.findall(typed))
    if count == 6:
        return _fist(typed, context, context.now)
    return _thumbs(typed, context, context.now) if count == 3 else None


def _thumbs(rest: str, context: Context, now: Instant) -> OpinionReading | None:
    if not _ONLY_NUMBERS.fullmatch(rest):
        return None
    numbers = [int(number) for number in _NUMBERS.findall(rest)]
    if len(numbers) != 3:
        tr = texts(context.language).tr
        return OpinionReading(problem=tr("Three numbers: thumbs up, sideways, down."))
    up, sideways, down = numbers
    return OpinionReading(opinion=Thumbs(at=now, up=up, sideways=sideways, down=down))


def _fist(rest: str, context: Context, now: Instant) -> OpinionReading | None:
    shown, *concerns = (part.strip() for part in rest.split(";"))
    if not _ONLY_NUMBERS.fullmatch(shown):
        return None
    numbers = [int(number) for number in _NUMBERS.findall(shown)]
    if len(numbers) != 6:
        tr = texts(context.language).tr
        return OpinionReading(problem=tr("Six numbers: how many showed 0, 1, 2, 3, 4, 5 fingers."))
    first, second, third, fourth, fifth, sixth = numbers
    return OpinionReading(
        opinion=FistToFive(
            at=now,
            counts=(first, second, third, fourth, fifth, sixth),
            concerns=tuple(text for text in concerns if text),
        )
    )


# -- options with numbers -----------------------------------------------------------------------

_PEOPLE = re.compile(
    r"(\d{1,6})\s*(?:personen|person|leute|stimmen|people|persons|voters)?\s*$", re.I
)
_EACH = re.compile(r"(?:je|pro\s+person)\s*(\d{1,3})|(\d{1,3})\s*(?:each|per\s+person|je)", re.I)
_BRACKET = re.compile(r"\(([^()]*)\)\s*\.?\s*$")
_PASSIVE = (
    "bleibt", "wie bisher", "passiv", "nullosung", "status quo", "alles so", "nichts tun",
    "stays", "as it is", "as before", "no change", "do nothing", "passive",
)  # fmt: skip
"""Folded words that name the passive solution."""


class _Options(Struct, frozen=True):
    options: tuple[tuple[str, tuple[int, ...]], ...]
    voters: int | None
    each: int | None


def _options(rest: str) -> _Options | None:
    """Names with their numbers, and what the bracket at the end says."""
    voters = each = None
    if bracket := _BRACKET.search(rest):
        inside = bracket[1]
        if found := _EACH.search(inside):
            each = int(found[1] or found[2])
            inside = inside[: found.start()] + inside[found.end() :]
        if people := _PEOPLE.search(inside.strip(" ,;")):
            voters = int(people[1])
        if voters is not None or each is not None:
            rest = rest[: bracket.start()]
    options = []
    for part in re.split(r"[,;\n]", rest):
        if not part.strip():
            continue
        option = _option(part)
        if option is None:
            return None
        text, numbers = option
        if voters is not None and len(numbers) > 1:
            # 'Option 2 12 (20 Personen)': sums, and a name that ends in a number
            text = " ".join((text, *(str(number) for number in numbers[:-1])))
            numbers = numbers[-1:]
        options.append((text, numbers))
    return _Options(tuple(options), voters, each) if options else None


def _option(part: str) -> tuple[str, tuple[int, ...]] | None:
    """'Option A: 3 0 5' -> its name and the numbers at its end; None: one of them is missing."""
    words = part.replace("/", " ").replace(":", " : ").replace("=", " ").split()
    at = len(words)
    while at and _NUMBERS.fullmatch(words[at - 1]):
        at -= 1
    text = " ".join(words[:at]).replace(" :", ":").strip(" :")
    numbers = tuple(int(number) for number in words[at:])
    return (text, numbers) if text and numbers else None


def _resistance(rest: str, context: Context, now: Instant) -> OpinionReading:
    tr = texts(context.language).tr
    found = _options(rest)
    if found is None:
        return OpinionReading(
            problem=tr(
                "Options with their resistance: A 12, B 40, everything stays 55 (20 people)."
            )
        )
    counts = {len(numbers) for _, numbers in found.options}
    by_person = found.voters is None and counts != {1}
    if found.voters is None and not by_person:
        return OpinionReading(problem=tr("Of how many people? Add (20 people)."))
    if by_person and len(counts) > 1:
        return OpinionReading(problem=tr("Every option needs as many numbers as there are people."))
    voters = counts.pop() if by_person else found.voters or 0
    options = []
    for text, numbers in found.options:
        total = sum(numbers)
        if total > MOST * voters or (by_person and max(numbers) > MOST):
            return OpinionReading(
                problem=tr("“{option}”: more than 10 for each person.", option=text)
            )
        passive = any(word in fold(text) for word in _PASSIVE)
        options.append(
            Resisted(
                text=text, total=total, by_person=numbers if by_person else (), is_passive=passive
            )
        )
    if not any(option.is_passive for option in options):
        return OpinionReading(
            problem=tr("The passive solution is missing: “everything stays” and its resistance.")
        )
    return OpinionReading(opinion=Consensing(at=now, options=tuple(options), voters=voters))


def _dots(rest: str, context: Context, now: Instant) -> OpinionReading | None:
    tr = texts(context.language).tr
    found = _options(rest)
    if found is None or any(len(numbers) != 1 for _, numbers in found.options):
        return None
    if found.each is None:
        return OpinionReading(problem=tr("How many dots had each? Add (8 people, 3 each)."))
    total = sum(numbers[0] for _, numbers in found.options)
    if found.voters is not None and total > found.each * found.voters:
        return OpinionReading(
            problem=tr("{total} dots, but only {most} were there.", total=total,
                       most=found.each * found.voters)
        )  # fmt: skip
    return OpinionReading(
        opinion=Dots(
            at=now,
            options=tuple(Dotted(text=text, dots=numbers[0]) for text, numbers in found.options),
            each=found.each,
            voters=found.voters,
        )
    )
