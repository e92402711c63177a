"""Who and until when, read from the text of one entry, in the three ways people write it: behind
signs, in a bracket at the end, as 'Weiß: …' in front. What is only probable is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from facilitator.capture.brackets import Bracket, find_bracket
from facilitator.capture.due import DueReading, find_inner_due, find_trailing_due
from facilitator.capture.names import Match, Names, bare_words, is_title
from facilitator.capture.phrases import (
    DUE,
    chosen_due,
    due_chips,
    impossible_at_the_end,
    is_comparison,
    no_such_date,
)
from facilitator.capture.reading import Chip, ChipState, Context
from facilitator.capture.sentence import without
from facilitator.capture.tokens import Named, Token, find_tokens
from facilitator.folding import words
from facilitator.i18n import words as texts
from facilitator.meeting.model import Due, FieldOfAction, Owner


class Values(Struct, frozen=True, kw_only=True):
    """`text` is what remains. `is_marked`: a sign, a bracket or a due phrase said who or when, so
    that a bullet becomes an action item. `was_taken`: so did an offered chip."""

    text: str
    owners: tuple[Owner, ...] = ()
    due: Due | None = None
    field: FieldOfAction | None = None
    chips: tuple[Chip, ...] = ()
    problem: str = ""
    is_marked: bool = False
    was_taken: bool = False


_ORDER = ("owner", "due", "field")
"""Chips as they stand under the line."""


class _Found:
    """What has been found so far in one text."""

    def __init__(self, text: str, names: Names, context: Context) -> None:
        self.text = text
        self.names = names
        self.context = context
        self.cut: list[tuple[int, int]] = []
        self.owners: list[Owner] = []
        self.due: DueReading | None = None
        self.field: FieldOfAction | None = None
        self.chips: list[Chip] = []
        self.was_taken = False
        self._keys: set[str] = set()

    def add_names(self, named: tuple[Named, ...], state: ChipState = "taken") -> bool:
        """Each name as an owner; False if the user gave one of them back."""
        keys = [owner_key(each) for each in named]
        if any(key in self.context.refused for key in keys):
            return False
        for each, key in zip(named, keys, strict=True):
            if key in self._keys:
                continue
            self._keys.add(key)
            self.owners.append(owner_of(each))
            self.chips.append(owner_chip(each, key, state, self.context))
        return True

    def add_due(self, due: DueReading, state: ChipState = "taken") -> bool:
        if self.due is not None or DUE in self.context.refused:
            return False
        self.due = due
        self.chips.extend(due_chips(due, state, self.context))
        return True

    def has_key(self, key: str) -> bool:
        return key in self._keys

    def values(self, *, problem: str = "", is_marked: bool = True) -> Values:
        return Values(
            text=without(self.text, self.cut),
            owners=tuple(self.owners),
            due=chosen_due(self.due, self.context) if self.due else None,
            field=self.field,
            chips=tuple(sorted(self.chips, key=lambda chip: _ORDER.index(chip.kind))),
            problem=problem,
            is_marked=is_marked and bool(self.owners or self.due),
            was_taken=self.was_taken,
        )


def read_values(text: str, names: Names, context: Context, half: int | None = None) -> Values:
    """All of it, for action items and questions. `half`: where a name is being typed."""
    found = _Found(text, names, context)
    _read_front(found)
    problem = _read_signs(found, half)
    _read_bracket(found)
    problem = _read_natural_due(found) or problem
    offer(found)
    return found.values(problem=problem)


def read_bullet(text: str, names: Names, context: Context, *, bracket: bool) -> Values:
    """What makes a bullet an action item: signs with something known behind them (or a name at
    the end), and for arrows the bracket. If there is none, the text is whole."""
    tokens, impossible = find_tokens(text, names, context)
    at_the_end = find_bracket(text, names, context) if bracket else None
    if any(_marks(text, t, tokens, context) for t in tokens) or (at_the_end and at_the_end.is_sure):
        values = read_values(text, names, context)
        if values.text:
            return values
    problem = no_such_date(impossible, context) if impossible else ""
    return Values(text=text, problem=problem)


def read_offers(text: str, names: Names, context: Context) -> Values:
    """Elsewhere: the text stays whole, names, signs and dues are only offered."""
    found = _Found(text, names, context)
    tokens, _ = find_tokens(text, names, context)
    for token in tokens:
        if token.is_known:
            _offer_names(found, token.names)
            if token.due:
                _offer_due(found, token.due)
    offer(found)
    return found.values(is_marked=False)


def owner_of(named: Named) -> Owner:
    """Somebody known, or the name as typed (also where two people are called so)."""
    if named.match and (one := named.match.one):
        return one.owner()
    return Owner(name=named.text.strip(), kind="name")


def owner_key(named: Named) -> str:
    return "owner:" + (named.match.key if named.match else " ".join(bare_words(named.text)))


def owner_chip(named: Named, key: str, state: ChipState, context: Context) -> Chip:
    """'Marta Nowak (Caritas)'; 'new?' behind a name nobody has, 'which one?' behind one that
    several people have."""
    tr = texts(context.language).tr
    if named.match is None:
        return Chip(key=key, kind="owner", state=state, label=named.text, note=tr("new?"))
    if (one := named.match.one) is None:
        return Chip(key=key, kind="owner", state="offered", label=named.text, note=tr("which one?"))
    return Chip(key=key, kind="owner", state=state, label=one.label)


# -- the three ways -----------------------------------------------------------------------------

_COLON = re.compile(r":\s+(?=\S)")


def name_in_front(text: str, names: Names) -> tuple[Named, int] | None:
    """'Frau Dr. Weiß: …' -> the name and where the rest begins. A name nobody has counts only with
    a title: 'Top: …' and 'Kosten: …' are text."""
    colon = _COLON.search(text, 0, 60)
    if colon is None:
        return None
    match = names.longest_at(text, 0)
    if match and match.end == colon.start():
        return Named(start=0, end=match.end, text=text[: match.end], match=match), colon.end()
    parts = text[: colon.start()].split()
    if 1 < len(parts) <= 5 and is_title(parts[0]) and all(p[0].isupper() for p in parts):
        end = colon.start()
        return Named(start=0, end=end, text=text[:end]), colon.end()
    return None


def _read_front(found: _Found) -> None:
    front = name_in_front(found.text, found.names)
    if front and not (front[0].match and front[0].match.rank > _SURE_RANK):
        named, end = front
        if found.add_names((named,)):
            found.cut.append((0, end))


_SURE_RANK = 3
"""A first name alone in front of a colon is text."""


def _read_signs(found: _Found, half: int | None) -> str:
    tokens, impossible = find_tokens(found.text, found.names, found.context)
    for token in tokens:
        if token.due is not None:
            if found.add_due(token.due):
                found.cut.append((token.start, token.end))
        elif token.field is not None:
            _read_field(found, token, tokens)
        else:
            state: ChipState = "offered" if half == token.end else "taken"
            if found.add_names(token.names, state):
                found.cut.append((token.start, token.end))
    return no_such_date(impossible, found.context) if impossible else ""


def _read_field(found: _Found, token: Token, tokens: tuple[Token, ...]) -> None:
    """Inside a sentence the word stays, only the sign goes."""
    if found.field is not None or token.field is None or "field" in found.context.refused:
        return
    found.field = token.field
    found.chips.append(Chip(key="field", kind="field", state="taken", label=token.field.name))
    closes = _closes(found.text, token, tokens)
    found.cut.append((token.start, token.end if closes else token.start + 1))


def _marks(text: str, token: Token, tokens: tuple[Token, ...], context: Context) -> bool:
    """Whether a sign makes a bullet an action item: a due, somebody known, or a name nobody has,
    but written like one and at the end."""
    if token.due is not None:
        return not is_comparison(text[token.start + 1 : token.end], token.due, context)
    if token.field is not None or token.is_known:
        return token.field is None
    return all(each.text[0].isupper() for each in token.names) and _closes(text, token, tokens)


def _closes(text: str, token: Token, tokens: tuple[Token, ...]) -> bool:
    """Nothing but other tokens stands behind this one."""
    later = [(t.start - token.end, t.end - token.end) for t in tokens if t.start >= token.end]
    return not without(text[token.end :], later).strip(" .")


def _read_bracket(found: _Found) -> None:
    end = _end_of_sentence(found)
    bracket = find_bracket(found.text[:end], found.names, found.context)
    if bracket is None:
        return
    if not bracket.is_sure:
        _offer_names(found, bracket.names)
        return
    if _refuses(found, bracket):
        return
    if bracket.due is not None and not found.add_due(bracket.due):
        return
    if found.add_names(bracket.names):
        found.cut.append((bracket.start, bracket.end))


def _refuses(found: _Found, bracket: Bracket) -> bool:
    refused = found.context.refused
    return (bracket.due is not None and (found.due is not None or DUE in refused)) or any(
        owner_key(named) in refused for named in bracket.names
    )


def _end_of_sentence(found: _Found) -> int:
    """Where the last words stand that no sign has taken."""
    end = len(found.text.rstrip())
    for start, stop in sorted(found.cut, reverse=True):
        if not found.text[stop:end].strip():
            end = len(found.text[:start].rstrip())
    return end


_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})[.!;]+$|(?<=\b(?i:mai|may))[.!;]+$|[!;]+$")
"""What ends the sentence and is no part of the phrase: not the dot of '15.3.' or 'Nov.'."""


def _read_natural_due(found: _Found) -> str:
    """'bis Ende März' at the end or before a token. Returns a problem, or an empty string."""
    context = found.context
    if found.due is not None:
        return ""
    for start, end in _uncut(found):
        sentence = _FULL_STOP.sub("", found.text[start:end].rstrip())
        trailing = find_trailing_due(sentence, context.today, context.language)
        if trailing and found.add_due(trailing[2]):
            found.cut.append((start + trailing[0], start + trailing[1]))
            return ""
    for start, end in _uncut(found):
        if impossible := impossible_at_the_end(found.text[start:end].rstrip(" ;!")):
            return no_such_date(impossible, context)
    return ""


def _uncut(found: _Found) -> Iterator[tuple[int, int]]:
    """The stretches of text between what was cut, the last one first."""
    ends = [(len(found.text), len(found.text)), *sorted(found.cut, reverse=True)]
    for later, earlier in zip(ends, [*ends[1:], (0, 0)], strict=True):
        if found.text[earlier[1] : later[0]].strip():
            yield earlier[1], later[0]


# -- offers -------------------------------------------------------------------------------------


def offer(found: _Found) -> None:
    """Names and dues inside the sentence: hollow chips, the words stay even when taken."""
    for start, end in sorted(_uncut(found)):
        for match in found.names.inside(found.text[start:end]):
            named = _named(found.text[start:end], match)
            _offer_names(found, (named,))
        if found.due is None:
            inner = find_inner_due(
                found.text[start:end], found.context.today, found.context.language
            )
            if inner:
                _offer_due(found, inner[2])


def _named(text: str, match: Match) -> Named:
    return Named(start=match.start, end=match.end, text=text[match.start : match.end], match=match)


def _offer_names(found: _Found, named: tuple[Named, ...]) -> None:
    for each in named:
        key = owner_key(each)
        if found.has_key(key) or key in found.context.refused:
            continue
        if key in found.context.taken:
            found.was_taken = True
            found.add_names((each,))
        elif all(chip.key != key for chip in found.chips):
            found.chips.append(owner_chip(each, key, "offered", found.context))


def _offer_due(found: _Found, due: DueReading) -> None:
    if DUE in found.context.refused or any(chip.key == DUE for chip in found.chips):
        return
    if DUE in found.context.taken:
        found.was_taken = found.add_due(due) or found.was_taken
    else:
        found.chips.extend(due_chips(due, "offered", found.context))


def is_only_signs(text: str, tokens: tuple[Token, ...]) -> bool:
    """Nothing but tokens (and 'bis …' read elsewhere) stands here."""
    return not words(without(text, [(token.start, token.end) for token in tokens]))
