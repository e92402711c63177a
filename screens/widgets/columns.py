"""Text cut and padded to cells: wide characters count twice, cuts fall between words."""

from __future__ import annotations

from functools import partial

from rich.cells import cell_len, set_cell_size

from facilitator.saying import Said

FEWEST = 4
"""Cells that are left of words which give way: less says nothing."""


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, cut behind a word where that leaves enough of it."""
    text = " ".join(text.split())
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    short = set_cell_size(text, width - 1).rstrip()
    at_word = short.rfind(" ")
    if text[len(short) : len(short) + 1].strip() and at_word > len(short) * 0.6:
        short = short[:at_word]
    return f"{short.rstrip(' ,;:·-')}…"


def fitted(text: str, width: int) -> str:
    """What is said, in at most `width` cells. The words that were put into it (a wording, names)
    give way, the longest first; only where that is not enough its end is cut."""
    if cell_len(text) <= width:
        return text
    if isinstance(text, Said):
        fits, least, most = "", FEWEST, max(FEWEST, width)
        while least <= most:
            tried = (least + most) // 2
            shown = text.with_each(partial(cut, width=tried))
            if cell_len(shown) <= width:
                fits, least = shown, tried + 1
            else:
                most = tried - 1
        if fits:
            return fits
        text = text.with_each(partial(cut, width=FEWEST))
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells."""
    text = cut(text, width)
    gap = " " * (width - cell_len(text))
    return gap + text if right else text + gap


def spread(left: str, right: str, width: int) -> str:
    """Left and right ends of one line; the left one is cut when both do not fit."""
    space = width - cell_len(right) - (1 if right else 0)
    return padded(left, max(0, space)) + (" " if right else "") + right
