"""The agenda before the meeting: an invitation for those invited, a notice for everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from facilitator.meeting.model import Meeting
from facilitator.minutes.document import MinutesDocument, part_of
from facilitator.minutes.document.invitation import invitation as invitation_values
from facilitator.minutes.document.model import Office, PersonRow
from facilitator.minutes.document.model.invitation import Invitation, InvitedItem
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.paper.asked import (
    function_words,
    labelled_blocks,
    remark,
    values,
    words_for,
)
from facilitator.minutes.paper.attendance import people_table
from facilitator.minutes.paper.head import facts, place
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Block, Bullets, Column, Paper, Paragraph, Table
from facilitator.minutes.paper.opening import opening
from facilitator.minutes.paper.results import assembled
from facilitator.minutes.paper.runs import bullets, heading, named, plain, table, typed
from facilitator.minutes.paper.sections import paper_named
from facilitator.minutes.paper.tables import earlier_table, parked_list
from facilitator.minutes.paper.words import Words
from facilitator.minutes.printed import Printed
from facilitator.minutes.wanted import Wanted


def invitation(meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None) -> Paper:
    words = words_for(meeting, wanted, templates)
    document = values(meeting, wanted, issue, words)
    part = part_of(meeting, wanted, function_words(words))
    printed = Printed(document.language)
    found = invitation_values(part, Rows(part, printed), printed)
    is_letter = wanted.scope != "public"
    return assembled(
        document,
        wanted,
        words,
        head=_head(document, found, words, is_letter=is_letter),
        agenda=_agenda(found, words),
        tail=(
            *_on_the_table(found, words),
            *(_closing(found, document, words) if is_letter else ()),
        ),
        annexes=_distribution(found, document, words) if is_letter else (),
        with_issue=False,
    )


def _head(
    document: MinutesDocument, found: Invitation, words: Words, *, is_letter: bool
) -> tuple[Block, ...]:
    """The facts, and the words of an invitation. The address of a video conference goes to those
    invited only."""
    head = document.head
    where = typed(found.address) if is_letter else ""
    rows = (
        (words("invitation.issued"), document.issued),
        (words("invitation.to"), _to(found, document, words) if is_letter else ""),
        (words("head.body"), typed(head.body)),
        (words("head.file_reference"), typed(head.file_reference)),
        (words("head.date"), found.day),
        (words("head.time"), found.time),
        (words("head.place"), where or place(head, words)),
        (words("head.chair"), _first(head.chairs)),
        (words("head.moderator"), _first(head.moderators)),
    )
    if not is_letter:
        return (facts(rows),)
    when = ", ".join(part for part in (found.day, found.start) if part)
    said = opening(typed(head.title), typed(head.body), when, words)
    return (
        facts(rows),
        Paragraph(runs=plain(words("invitation.greeting"))),
        Paragraph(runs=plain(said)),
    )


def _first(offices: tuple[Office, ...]) -> str:
    return named(offices[0]) if offices else ""


def _to(found: Invitation, document: MinutesDocument, words: Words) -> str:
    key = "members" if document.kind in ("body", "group", "network") else "people"
    said = []
    if found.members:
        said.append(words.count(f"invitation.{key}", len(found.members)))
    if found.advisory:
        said.append(words.count("invitation.advisory", len(found.advisory)))
    if found.guests:
        said.append(words.count("invitation.guests", len(found.guests)))
    return words("invitation.with_list", people=", ".join(said)) if said else ""


def _agenda(found: Invitation, words: Words) -> tuple[Block, ...]:
    """Non-public items last, as the room will deal with them; numbers stay."""
    if not found.items:
        return (heading(2, words("agenda.title")), remark(words("invitation.no_agenda")))
    public = [item for item in found.items if item.is_public]
    closed = [item for item in found.items if not item.is_public]
    blocks: list[Block] = [heading(2, words("agenda.title"))]
    if public:
        blocks += [_items(public, found, words, words("agenda.title"))]
    title = words("section.not_public")
    if closed:
        blocks += labelled_blocks(title, (_items(closed, found, words, title),))
    return tuple(blocks)


def _items(
    items: Sequence[InvitedItem], found: Invitation, words: Words, summary: str
) -> Table | Bullets:
    if not found.with_times or not any(item.title for item in items):
        return bullets(
            ((plain(f"{_title(item, words)}{_beside(item, words)}"), item.id) for item in items),
            depths=[item.depth for item in items],
        )
    with_start = any(item.start for item in items)
    columns = [
        Column(title=words("table.item"), share=2),
        Column(title=words("table.title"), share=10),
        Column(title=words("invitation.minutes"), share=2, is_number=True),
    ]
    if with_start:
        columns.insert(0, Column(title=words("invitation.start"), share=2))
    return table(
        columns,
        (
            (
                (
                    *([item.start] * with_start),
                    item.number,
                    f"{typed(item.title) or words('agenda.not_public')}{_beside(item, words)}",
                    "" if item.minutes is None else str(item.minutes),
                ),
                item.id,
            )
            for item in items
        ),
        summary,
    )


def _title(item: InvitedItem, words: Words) -> str:
    if not item.title:
        return words("agenda.withheld", number=typed(item.number))
    return words("agenda.item", number=typed(item.number), title=typed(item.title))


def _beside(item: InvitedItem, words: Words) -> str:
    """' – Bericht: Samir Haddad · Vorlage 2026/0123'."""
    beside = (
        words("invitation.report", presenter=item.presenter) if item.presenter else "",
        paper_named(item.paper, words),
        words("section.group", group=item.group) if item.group else "",
    )
    said = " · ".join(part for part in beside if part)
    return f" – {said}" if said else ""


def _on_the_table(found: Invitation, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if found.open_actions:
        title = words("invitation.open_actions")
        blocks += [heading(2, title), earlier_table(found.open_actions, words, title)]
    if found.parked:
        blocks.append(heading(2, words("invitation.parked")))
        public = [row for row in found.parked if row.is_public]
        closed = [row for row in found.parked if not row.is_public]
        if public:
            blocks.append(parked_list(public, words, with_item=False))
        if closed:
            rows = (parked_list(closed, words, with_item=False),)
            blocks += labelled_blocks(words("section.not_public"), rows)
    return tuple(blocks)


def _closing(found: Invitation, document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    """Whoever invites, with their function: the chair, else the moderation, else the body."""
    head = document.head
    is_body = document.kind == "body"
    by: Office | None = next(iter((*head.chairs, *head.moderators)), None)
    office = words("head.chair" if head.chairs else "head.moderator")
    role = typed(found.chair_function) or office
    signed = "\n".join((named(by), role)) if by else typed(head.body)
    return (
        Paragraph(runs=plain(words("invitation.reply_body" if is_body else "invitation.reply"))),
        Paragraph(runs=plain(words("invitation.regards"))),
        *((Paragraph(runs=plain(signed)),) if signed else ()),
    )


def _distribution(found: Invitation, document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    if not (found.members or found.advisory or found.guests):
        return ()
    is_membership = document.kind in ("body", "group", "network")
    members = words(f"invitation.invited_{'members' if is_membership else 'people'}")
    blocks: list[Block] = [heading(2, words("invitation.list"))]
    blocks += _people(found.members, members, words)
    blocks += _people(found.advisory, words("invitation.invited_advisory"), words)
    blocks += _people(found.guests, words("invitation.invited_guests"), words)
    return tuple(blocks)


def _people(people: tuple[PersonRow, ...], title: str, words: Words) -> tuple[Block, ...]:
    return labelled_blocks(title, (people_table(people, words, title),) if people else ())
