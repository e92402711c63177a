"""Who and until when, read from the text of one entry, in the three ways people write it: behind
signs, in a bracket at the end, as 'Weiß: …' in front."""

from __future__ import annotations

import re

from facilitator.capture.brackets import Bracket, find_bracket
from facilitator.capture.due import find_bare_due, find_trailing_due, read_due
from facilitator.capture.found import Found, Values, owner_key
from facilitator.capture.names import Names, is_title
from facilitator.capture.offers import offer, offer_names
from facilitator.capture.phrases import DUE, impossible_at_the_end, is_comparison, no_such_date
from facilitator.capture.reading import Chip, ChipState, Context
from facilitator.capture.sentence import without
from facilitator.capture.tokens import BEFORE_A_DUE, Named, Token, find_tokens
from facilitator.folding import fold


def read_values(
    text: str,
    names: Names,
    context: Context,
    half: int | None = None,
    *,
    bare_due: bool = False,
) -> Values:
    """All of it, for action items and questions. `half`: where a name is being typed; `bare_due`:
    a time at the end counts without 'bis', as in milestones."""
    found = Found(text, names, context)
    _read_front(found)
    problem = _read_signs(found, half)
    _read_bracket(found)
    problem = _read_natural_due(found) or problem
    if bare_due:
        _read_bare_due(found)
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


def _read_front(found: Found) -> None:
    front = name_in_front(found.text, found.names)
    if front and not (front[0].match and front[0].match.rank > _SURE_RANK):
        named, end = front
        if found.add_names((named,)):
            found.cut.append((0, end))


_SURE_RANK = 3
"""A first name alone in front of a colon is text."""


def _read_signs(found: Found, half: int | None) -> str:
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


def _read_field(found: Found, token: Token, tokens: tuple[Token, ...]) -> None:
    """Inside a sentence the word stays, only the sign goes."""
    if found.field is not None or token.field is None or "field" in found.context.refused:
        return
    found.field = token.field
    found.chips.append(Chip(key="field", kind="field", state="taken", label=token.field.name))
    closes = _closes(found.text, token, tokens)
    found.cut.append((token.start, token.end if closes else token.start + 1))


def _marks(text: str, token: Token, tokens: tuple[Token, ...], context: Context) -> bool:
    """Whether a sign makes a bullet an action item: a due, somebody known, or a name nobody has,
    but written like one and at the end or right before until when."""
    if token.due is not None:
        return not is_comparison(text[token.start + 1 : token.end], token.due, context)
    if token.field is not None or token.is_known:
        return token.field is None
    is_name = all(each.text[0].isupper() for each in token.names)
    behind = _behind(text, token, tokens)
    return is_name and (not behind or _is_due(behind, context))


def _closes(text: str, token: Token, tokens: tuple[Token, ...]) -> bool:
    """Nothing but other tokens stands behind this one."""
    return not _behind(text, token, tokens)


def _behind(text: str, token: Token, tokens: tuple[Token, ...]) -> str:
    later = [(t.start - token.end, t.end - token.end) for t in tokens if t.start >= token.end]
    return without(text[token.end :], later).strip(" .")


def _is_due(text: str, context: Context) -> bool:
    """'bis 1. September': until when, said in words behind a name; 'bis 2024' tells of the past."""
    if not text or fold(text.split()[0]) not in BEFORE_A_DUE:
        return False
    reading = read_due(text, context.today, context.language)
    return reading is not None and not (reading.due.last and reading.due.last < context.today)


def _read_bracket(found: Found) -> None:
    end = _end_of_sentence(found)
    bracket = find_bracket(found.text[:end], found.names, found.context)
    if bracket is None:
        return
    if not bracket.is_sure:
        offer_names(found, bracket.names)
        return
    if _refuses(found, bracket):
        return
    if bracket.due is not None and not found.add_due(bracket.due):
        return
    if found.add_names(bracket.names):
        found.cut.append((bracket.start, bracket.end))


def _refuses(found: Found, bracket: Bracket) -> bool:
    refused = found.context.refused
    return (bracket.due is not None and (found.due is not None or DUE in refused)) or any(
        owner_key(named) in refused for named in bracket.names
    )


def _end_of_sentence(found: Found) -> int:
    """Where the last words stand that no sign has taken."""
    end = len(found.text.rstrip())
    for start, stop in sorted(found.cut, reverse=True):
        if not found.text[stop:end].strip():
            end = len(found.text[:start].rstrip())
    return end


_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})[.!;]+$|(?<=\b(?i:mai|may))[.!;]+$|[!;]+$")
"""What ends the sentence and is no part of the phrase: not the dot of '15.3.' or 'Nov.'."""


def _read_natural_due(found: Found) -> str:
    """'bis Ende März' at the end or before a token. Returns a problem, or an empty string."""
    context = found.context
    if found.due is not None:
        return ""
    for start, end in found.uncut():
        sentence = _FULL_STOP.sub("", found.text[start:end].rstrip())
        if sentence.endswith("?"):
            continue  # 'Reicht das bis Ende März?' asks about the day
        trailing = find_trailing_due(sentence, context.today, context.language)
        if trailing and found.add_due(trailing[2]):
            found.cut.append((start + trailing[0], start + trailing[1]))
            return ""
    for start, end in found.uncut():
        if impossible := impossible_at_the_end(found.text[start:end].rstrip(" ;!")):
            return no_such_date(impossible, context)
    return ""


def _read_bare_due(found: Found) -> None:
    """'im Dezember 2017', 'Mitte 2018' at the end or before a token."""
    if found.due is not None:
        return
    for start, end in found.uncut():
        sentence = found.text[start:end].rstrip(" .;!")
        place = find_bare_due(sentence, found.context.today, found.context.language)
        if place and found.add_due(place[2]):
            found.cut.append((start + place[0], end))
            return
