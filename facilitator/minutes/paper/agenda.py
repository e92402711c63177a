"""The agenda as held, and its changes against the invitation."""

from __future__ import annotations

from facilitator.minutes.document.model import MinutesDocument, Section
from facilitator.minutes.paper.model import Block, Bullet, Bullets
from facilitator.minutes.paper.runs import bracketed, bullets, heading, label, plain, typed
from facilitator.minutes.paper.words import Words


def agenda(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if document.agenda:
        blocks += [heading(2, words("agenda.title")), agenda_list(document.agenda, words)]
    if document.is_agenda_changed:
        blocks += [label(words("agenda.changes")), _changes(document, words)]
    return tuple(blocks)


def agenda_list(items: tuple[Section, ...], words: Words) -> Bullets:
    return Bullets(
        items=tuple(
            Bullet(
                runs=plain(bracketed(item_title(item, words), *_remarks(item, words))),
                depth=item.depth,
                about=item.id,
            )
            for item in items
        )
    )


def item_title(item: Section, words: Words) -> str:
    """'TOP 8.2: Bericht der AG Arbeit'; of one that is withheld 'TOP 9 nichtöffentlich'."""
    if item.is_withheld:
        return words("agenda.withheld", number=typed(item.number))
    return words("agenda.item", number=typed(item.number), title=typed(item.title))


def behind(number: str, words: Words) -> str:
    """' (TOP 8.2)', or nothing."""
    number = typed(number)
    return f" {words('agenda.behind', number=number)}" if number else ""


def _remarks(item: Section, words: Words) -> tuple[str, str]:
    became = ""
    if item.deferred_to == "parking_lot":
        became = words("agenda.to_parking_lot")
    elif item.remark in ("deferred", "skipped", "not_reached"):
        became = words(f"agenda.{item.remark}")
    is_told = item.is_public or item.is_withheld
    return ("" if is_told else words("agenda.not_public"), became)


def _changes(document: MinutesDocument, words: Words) -> Bullets:
    rows: list[tuple[str, str]] = []
    for item in document.agenda:
        if item.is_added:
            rows.append((words("agenda.added", **_named(item)), item.id))
    for item in document.agenda:
        if before := typed(item.moved_from):
            rows.append((words("agenda.moved", before=before, **_named(item)), item.id))
    for gone in document.taken_off:
        said = words("agenda.taken_off", number=typed(gone.number), title=typed(gone.title))
        rows.append((bracketed(said, "" if gone.is_public else words("agenda.not_public")), ""))
    return bullets((plain(text), about) for text, about in rows)


def _named(item: Section) -> dict[str, str]:
    return {"number": typed(item.number), "title": typed(item.title)}
