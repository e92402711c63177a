"""Finished minutes read back by a parser of CommonMark with GFM tables."""

from __future__ import annotations

from typing import Any

import yaml
from markdown_it import MarkdownIt

READER = MarkdownIt("gfm-like")


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body


def text_of(token: Any) -> str:
    pieces = []
    for child in token.children or []:
        assert child.type in ("text", "softbreak", "hardbreak", "strong_open", "strong_close"), (
            child
        )
        pieces.append("\n" if child.type.endswith("break") else child.content)
    return "".join(pieces)


def tables(body: str) -> list[list[list[str]]]:
    """Each table as rows of cells, the head first."""
    found: list[list[list[str]]] = []
    tokens = READER.parse(body)
    for place, token in enumerate(tokens):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("th_open", "td_open"):
            found[-1][-1].append(text_of(tokens[place + 1]))
    return found


def headings(body: str) -> list[str]:
    tokens = READER.parse(body)
    return [
        f"{token.tag} {text_of(tokens[place + 1])}"
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def quotes(body: str) -> list[str]:
    tokens = READER.parse(body)
    return [
        text_of(tokens[place + 2])
        for place, token in enumerate(tokens)
        if token.type == "blockquote_open"
    ]


def all_texts(body: str) -> list[str]:
    return [text_of(token) for token in READER.parse(body) if token.type == "inline"]


def form_is_whole(text: str) -> None:
    _, body = front_matter(text)
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not any(line != line.rstrip() for line in text.splitlines())
    tokens = READER.parse(body)
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_close":
            assert following is not None
    for before, after in zip(headings(body), headings(body)[1:], strict=False):
        assert before != after
    for table in tables(body):
        assert len({len(row) for row in table}) == 1
        assert len(table) > 1
