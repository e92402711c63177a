"""How a room decided, as it is typed: '58 0 4', 'einstimmig bei 4 Enthaltungen', 'geheim 10 2 1',
'namentlich: Weiß ja, Öztürk nein', 'Fünf: 0 1 2 4 8 5', 'Widerstand: A 12, bleibt alles 55 (20)'.

German and English always both. Never raises; what is not understood is said, nothing is guessed.
"""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.capture.names import Names
from facilitator.capture.opinions import read_opinion
from facilitator.capture.reading import Context
from facilitator.folding import fold
from facilitator.i18n import words as texts
from facilitator.meeting.majority import counted, outcome
from facilitator.meeting.model import Ballot, Choice, Opinion, Vote


class VoteReading(Struct, frozen=True, kw_only=True):
    """A vote, an opinion, or a `problem` in words; never more than one of them."""

    vote: Vote | None = None
    opinion: Opinion | None = None
    problem: str = ""


def read_vote(text: str, context: Context, *, letters: bool = False) -> VoteReading | None:
    """What was typed as a vote or an opinion; None: it is neither. `letters`: one letter is
    enough ('e', 'k', 'o'), where nothing but a vote can stand."""
    typed = text.strip()
    if not typed:
        return None
    if (opinion := read_opinion(typed, context)) is not None:
        return VoteReading(opinion=opinion.opinion, problem=opinion.problem)
    if letters and (method := _LETTERS.get(typed.casefold())):
        return VoteReading(vote=Vote(method=method))
    if (by_name := _BY_NAME.match(typed)) is not None:
        return _read_ballots(typed[by_name.end() :], context)
    return _read_counts(typed, context)


_LETTERS = {
    "e": "unanimous", "u": "unanimous", "k": "consensus", "c": "consensus",
    "o": "no objections", "n": "no objections",
}  # fmt: skip

# -- words and numbers --------------------------------------------------------------------------

_NUMBER = r"\d{1,6}"
_PART = re.compile(rf"(?P<number>{_NUMBER})(?!\d)|(?P<word>[^\W\d_][^\W\d_.-]*(?:-[^\W\d_]+)*\.?)")
_BETWEEN = re.compile(r"[\s,;:/+=.|–-]*")


def _folded(listed: str) -> frozenset[str]:
    return frozenset(map(fold, listed.split()))


_YES = _folded("ja jastimme jastimmen dafur fur pro yes yeas aye ayes for favour")
_NO = _folded(
    "nein neinstimme neinstimmen dagegen gegen contra kontra no nays noes against gegenstimme "
    "gegenstimmen"
)
_ABSTAIN = _folded(
    "enthaltung enthaltungen enth enthalten abstain abstained abstention abstentions abstaining"
)
_INVALID = _folded("ungultig ungultige ungultigen invalid spoilt void")
_NUMBERS = {
    fold(word): number
    for number, words_for_it in enumerate((
        "keine keiner keinen null zero", "ein eine einer einem einen one", "zwei two", "drei three",
        "vier four", "fünf five", "sechs six", "sieben seven", "acht eight", "neun nine",
        "zehn ten",
        "elf eleven", "zwölf twelve",
    ))
    for word in words_for_it.split()
}  # fmt: skip
"""As minutes write them: 'mehrheitlich bei einer Gegenstimme und zwei Enthaltungen'."""
_FILLERS = _folded(
    "zu to bei und mit stimme stimmen votes vote with and in im per durch by of a voting"
)
_METHODS: dict[str, str] = {
    "einstimmig": "unanimous", "unanimous": "unanimous", "unanimously": "unanimous",
    "konsens": "consensus", "consensus": "consensus", "einvernehmlich": "consensus",
    "konsent": "consent", "consent": "consent",
    "mehrheitlich": "majority", "majority": "majority", "mehrheit": "majority",
    "angenommen": "carried", "carried": "carried", "passed": "carried", "beschlossen": "carried",
    "abgelehnt": "rejected", "rejected": "rejected", "lost": "rejected",
    "handzeichen": "show of hands", "cards": "cards", "stimmkarten": "cards", "stimmkarte": "cards",
    "akklamation": "acclamation", "acclamation": "acclamation", "zuruf": "acclamation",
    "meinungsbild": "opinion",
}  # fmt: skip
_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), method)
    for pattern, method in (
        (r"\b(?:keine|ohne)\s+einw[äa]e?nde?\b", "no objections"),
        (r"\b(?:no|without)\s+objections?\b", "no objections"),
        (r"\b(?:ohne\s+gegenstimmen?|none\s+against|without\s+dissent)\b", "none against"),
        (r"\beinstimmig\s+abgelehnt\b", "rejected unanimously"),
        (r"\bunanimously\s+rejected\b", "rejected unanimously"),
        (r"\bshow\s+of\s+hands\b", "show of hands"),
    )
)
_SECRET = re.compile(
    r"\b(?:(?:in\s+)?geheimer?\s+(?:abstimmung|wahl)|by\s+secret\s+ballot|secret\s+ballot|geheim|secret)\b",
    re.IGNORECASE,
)
_IS_OUTCOME = frozenset({"majority", "carried"})
"""Said beside the numbers, which say the same."""
_CARRIED = frozenset(
    {"unanimous", "majority", "carried", "consensus", "no objections", "none against"}
)


def _read_counts(typed: str, context: Context) -> VoteReading | None:
    text, secret = _SECRET.subn(" ", typed, count=1)
    method = ""
    for pattern, known in _PHRASES:
        text, found = pattern.subn(" ", text, count=1)
        if found:
            method = known
            break
    parts = _parts(text)
    if parts is None:
        return None
    counts: dict[str, int] = {}
    bare: list[int] = []
    waiting: int | None = None
    pending = ""
    for number, word in parts:
        if number is not None:
            if pending and pending not in counts:
                counts[pending], pending = number, ""
                continue
            if waiting is not None:
                bare.append(waiting)
            waiting, pending = number, ""
            continue
        kind = _kind(word)
        if kind:
            if waiting is not None and kind not in counts:
                counts[kind], waiting = waiting, None
            elif kind in counts or pending:
                return None
            else:
                pending = kind
        elif (named := _METHODS.get(word)) is not None:
            if method and method not in _IS_OUTCOME and named not in _IS_OUTCOME:
                return None
            method = named if not method or method in _IS_OUTCOME else method
        elif word not in _FILLERS:
            return None
    if waiting is not None:
        bare.append(waiting)
    if pending:
        return None
    if len(bare) > 1 and counts and not _kind(parts[-1][1]):
        return None  # '58 4 ungültig 3': is the 4 or the 3 invalid?
    return _vote(counts, bare, method, context, is_secret=bool(secret))


_LONGEST = 120
"""Characters of a vote in numbers; longer lines are prose."""


def _parts(text: str) -> list[tuple[int | None, str]] | None:
    """Numbers and folded words; None: there is something else between them, or too much."""
    if len(text) > _LONGEST:
        return None
    parts: list[tuple[int | None, str]] = []
    between = _BETWEEN.match(text)
    at = between.end() if between else 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            return None
        if part["number"] is not None:
            parts.append((int(part["number"]), ""))
        else:
            word = fold(part["word"]).replace("-", "").rstrip(".")
            number = _NUMBERS.get(word)
            parts.append((number, "" if number is not None else word))
        between = _BETWEEN.match(text, part.end())
        at = between.end() if between else part.end()
    return parts


def _kind(word: str) -> str:
    for kind, known in (("yes", _YES), ("no", _NO), ("abstain", _ABSTAIN), ("invalid", _INVALID)):
        if word in known:
            return kind
    return ""


def _vote(
    counts: dict[str, int], bare: list[int], method: str, context: Context, *, is_secret: bool
) -> VoteReading | None:
    if len(bare) == 2 and counts and not set(counts) & {"yes", "no"}:
        counts |= {"yes": bare[0], "no": bare[1]}  # '58 4 bei 3 Enthaltungen'
    elif len(bare) == 3 and set(counts) == {"invalid"}:
        counts |= dict(zip(("yes", "no", "abstain"), bare, strict=True))
    elif bare and counts:
        if set(counts) & {"yes", "no"} or len(bare) > 1:
            return None
        counts["yes"] = bare[0]  # 'einstimmig 14 bei 2 Enthaltungen'
    elif len(bare) == 1:
        if method != "unanimous":
            return None
        counts["yes"] = bare[0]
    elif len(bare) > 4:
        return None
    else:
        counts |= dict(zip(("yes", "no", "abstain", "invalid"), bare, strict=False))
    if not counts and not method:
        return VoteReading(problem=_how_many(context)) if is_secret else None
    if method in ("unanimous", "none against") and "yes" in counts:
        counts.setdefault("no", 0)
    if "yes" in counts and "no" in counts:
        counts.setdefault("abstain", 0)
    vote = Vote(
        yes=counts.get("yes"),
        no=counts.get("no"),
        abstain=counts.get("abstain"),
        invalid=counts.get("invalid", 0),
        is_secret=is_secret,
        method=method,
    )
    return (
        VoteReading(problem=problem) if (problem := _contradiction(vote, context)) else _said(vote)
    )


def _said(vote: Vote) -> VoteReading:
    """Numbers say themselves whether it was carried."""
    if outcome(vote) and vote.method in (
        *_IS_OUTCOME,
        "unanimous",
        "none against",
        "rejected",
        "rejected unanimously",
    ):
        vote = Vote(
            yes=vote.yes,
            no=vote.no,
            abstain=vote.abstain,
            invalid=vote.invalid,
            is_secret=vote.is_secret,
        )
    return VoteReading(vote=vote)


def _how_many(context: Context) -> str:
    return texts(context.language).tr("How many? Type yes, no and abstentions: 10 2 1.")


def _contradiction(vote: Vote, context: Context) -> str:
    """'einstimmig 14 3 0', 'abgelehnt 9 3': word and numbers do not say the same."""
    tr = texts(context.language).tr
    found = outcome(vote)
    if vote.method in ("unanimous", "none against") and vote.no:
        return tr("Unanimous, but {n} against? Type the numbers alone.", n=vote.no)
    if not found:
        return ""
    is_carried = found in ("unanimous", "majority")
    if vote.method.startswith("rejected") and is_carried:
        return tr("Rejected, but more yes than no? Type yes first, then no.")
    if vote.method in _CARRIED and not is_carried:
        return tr("Carried, but not more yes than no? Type yes first, then no.")
    return ""


# -- by name ------------------------------------------------------------------------------------

_BY_NAME = re.compile(
    r"(?:namentliche?(?:\s+abstimmung)?|roll\s?call|by\s+name)\s*:?\s+", re.IGNORECASE
)
_CHOICES: dict[str, Choice] = {}
_CHOICES.update(dict.fromkeys(_YES, "yes"))
_CHOICES.update(dict.fromkeys(_NO, "no"))
_CHOICES.update(dict.fromkeys(_ABSTAIN, "abstain"))


def _read_ballots(text: str, context: Context) -> VoteReading:
    """'Weiß ja, Öztürk nein, Haddad enth'; also 'ja: Weiß, Öztürk; nein: Haddad'."""
    tr = texts(context.language).tr
    names = Names(context)
    ballots: list[Ballot] = []
    standing: Choice | None = None
    for part in re.split(r"[,;\n]", text):
        words = part.split()
        if not words:
            continue
        first = _CHOICES.get(fold(words[0]).rstrip(".:"))
        last = _CHOICES.get(fold(words[-1]).rstrip(".:"))
        if first and len(words) > 1 and words[0].endswith(":"):
            standing, words = first, words[1:]
            choice: Choice | None = standing
        elif last and len(words) > 1:
            choice, words = last, words[:-1]
        else:
            choice = standing
        name = " ".join(words).strip(" :=")
        if choice is None or not name:
            return VoteReading(
                problem=tr("How did “{name}” vote? Yes, no or abstained.", name=part.strip())
            )
        ballots.append(_ballot(name, choice, names))
    if not ballots:
        return VoteReading(problem=tr("Who voted how? Type names with yes, no or abstained."))
    keys = [ballot.person or fold(ballot.name) for ballot in ballots]
    if twice := next(
        (b.name for b, key in zip(ballots, keys, strict=True) if keys.count(key) > 1), ""
    ):
        return VoteReading(problem=tr("“{name}” votes twice.", name=twice))
    return VoteReading(vote=counted(Vote(ballots=tuple(ballots))))


def _ballot(name: str, choice: Choice, names: Names) -> Ballot:
    """With the person meant, if there is only one; else the name as typed."""
    found = names.find(name)
    people = [known for known in found[1] if known.kind == "person"] if found else []
    if len(people) == 1:
        return Ballot(name=people[0].name, choice=choice, person=people[0].id)
    return Ballot(name=name, choice=choice)
