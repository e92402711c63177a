"""What is only probable: names, signs and dues inside a sentence, offered as hollow chips. The
words stay, also when an offer is taken; only what stood behind a sign goes: it is no word."""

from __future__ import annotations

from facilitator.capture.due import DueReading, find_inner_due
from facilitator.capture.found import Found, Values, begun_chip, begun_key, owner_chip, owner_key
from facilitator.capture.names import Match, Names
from facilitator.capture.phrases import DUE, due_chips
from facilitator.capture.reading import Context
from facilitator.capture.tokens import Named, find_tokens


def read_offers(text: str, names: Names, context: Context) -> Values:
    """Elsewhere: the text stays as it is, names, signs and dues are only offered."""
    found = Found(text, names, context)
    tokens, _ = find_tokens(text, names, context)
    for token in tokens:
        if token.is_known or any(found.begun(named) for named in token.names):
            before = len(found.owners), found.due
            offer_names(found, token.names)
            if token.due:
                _offer_due(found, token.due)
            if (len(found.owners), found.due) != before:
                found.cut.append((token.start, token.end))
    offer(found)
    return found.values(is_marked=False)


def offer(found: Found) -> None:
    """Names and dues inside the sentence: hollow chips, the words stay even when taken."""
    for start, end in sorted(found.uncut()):
        for match in found.names.inside(found.text[start:end]):
            named = _named(found.text[start:end], match)
            offer_names(found, (named,))
        if found.due is None:
            inner = find_inner_due(
                found.text[start:end], found.context.today, found.context.language
            )
            if inner:
                _offer_due(found, inner[2])


def _named(text: str, match: Match) -> Named:
    return Named(start=match.start, end=match.end, text=text[match.start : match.end], match=match)


def offer_names(found: Found, named: tuple[Named, ...]) -> None:
    for each in named:
        begun = found.begun(each)
        key = owner_key(each) if begun is None else begun_key(each)
        if found.has_key(owner_key(each)) or key in found.context.refused:
            continue
        if key in found.context.taken:
            found.was_taken = True
            found.add_names((each,))
        elif any(chip.key == key for chip in found.chips):
            continue
        elif begun is not None:
            found.chips.append(begun_chip(each, begun))
        else:
            found.chips.append(owner_chip(each, key, "offered", found.context))


def _offer_due(found: Found, due: DueReading) -> None:
    if DUE in found.context.refused or any(chip.key == DUE for chip in found.chips):
        return
    if DUE in found.context.taken:
        found.was_taken = found.add_due(due) or found.was_taken
    else:
        found.chips.extend(due_chips(due, "offered", found.context))
