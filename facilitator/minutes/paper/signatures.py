"""Who signs, and which issue it was."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.minutes.document.model import Head, MinutesDocument, Office
from facilitator.minutes.paper.model import Block, Paragraph, SignatureLine, Signatures
from facilitator.minutes.paper.runs import heading, named, plain
from facilitator.minutes.paper.words import Words


def signatures(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    """Nobody signs the public version: a signature is a name."""
    if document.front.scope == "public":
        return ()
    blocks: list[Block] = [
        heading(2, words("signatures.title")),
        Signatures(lines=tuple(signature_lines(document.head, words))),
    ]
    if document.issued:
        said = words("signatures.issued", issued=document.issued, version=document.version,
                     status=words(f"status.{document.status}"))  # fmt: skip
        blocks.append(Paragraph(runs=plain(said), role="note"))
    return tuple(blocks)


def signature_lines(head: Head, words: Words) -> Iterator[SignatureLine]:
    """Whoever led, else whoever moderated, and whoever took the minutes, each once; an empty line
    where nobody is known."""
    if head.chairs or not head.moderators:
        yield from _lines(words("head.chair"), head.chairs)
    else:
        yield from _lines(words("head.moderator"), head.moderators)
    yield from _lines(words("head.minute_taker"), head.minute_takers)


def _lines(role: str, offices: tuple[Office, ...]) -> Iterator[SignatureLine]:
    if not offices:
        yield SignatureLine(role=role)
    seen = set()
    for office in offices:
        if office.name.casefold() not in seen:
            seen.add(office.name.casefold())
            yield SignatureLine(role=role, name=named(office))
