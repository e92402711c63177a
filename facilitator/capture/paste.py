"""Several pasted lines: a look first, then five notes, five action items or one long note."""

from __future__ import annotations

import re

import msgspec

from facilitator.capture.cards import are_all_cards, cards_pasted
from facilitator.capture.entries import read_entry
from facilitator.capture.grammar import clean
from facilitator.capture.marks import is_internal
from facilitator.capture.names import Names
from facilitator.capture.reading import Context, PasteReading
from facilitator.capture.recording import Line
from facilitator.meeting import changes as c

_BULLET = re.compile(r"(?:[-*•–·]|->|→|\d{1,3}[.)]|\[[ xX]?\])\s+(?=\S)")


def read_pasted(text: str, context: Context) -> PasteReading:
    """What a paste would be as notes, as action items, as one long note. Nothing in it is a mark:
    nobody arrives and no agenda item is made because a mail has such a line."""
    whole = clean(text).replace("\r\n", "\n").replace("\r", "\n").strip()
    pieces = _pieces(whole)
    bullets = sum(is_bullet for _, is_bullet in pieces)
    to_the_letter = msgspec.structs.replace(context, literal=True, sticky=None)
    names = Names(context)
    notes = tuple(_entry(piece, to_the_letter, names) for piece, _ in pieces)
    actions = msgspec.structs.replace(context, literal=False, sticky="action_item")
    as_actions = tuple(
        _action_item(piece, actions, names) if is_bullet or not bullets else note
        for (piece, is_bullet), note in zip(pieces, notes, strict=True)
    )
    internal = [_entry(piece, context, names) for piece, _ in pieces if is_internal(piece)]
    return PasteReading(
        lines=len(pieces),
        bullets=bullets,
        first=pieces[0][0].split("\n", 1)[0] if pieces else "",
        notes=notes,
        action_items=as_actions,
        one_note=(_entry(whole, to_the_letter, names),) if whole else (),
        cards=(*cards_pasted(whole, context), *internal),
        are_cards=are_all_cards(whole),
    )


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The lines, each with whether it is a bullet; an indented line goes on with the one above."""
    pieces: list[tuple[str, bool]] = []
    for line in text.split("\n"):
        bare = line.strip()
        if not bare:
            continue
        is_bullet = _BULLET.match(bare) is not None
        if pieces and pieces[-1][1] and not is_bullet and line[:1].isspace():
            pieces[-1] = (f"{pieces[-1][0]} {bare}", True)
        else:
            pieces.append((bare, is_bullet))
    return pieces


def _entry(piece: str, context: Context, names: Names) -> c.Change:
    return read_entry(Line(typed=piece, text=piece), context, names).changes[0]


def _action_item(piece: str, context: Context, names: Names) -> c.Change:
    bullet = _BULLET.match(piece)
    body = piece[bullet.end() :] if bullet else piece
    # the mark makes it an action item whatever the line begins with
    return read_entry(Line(typed=piece, text=f"m: {body}"), context, names).changes[0]
