"""Lists of decisions and of action items."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.model import Meeting
from facilitator.minutes.document.model import ActionRow, MinutesDocument
from facilitator.minutes.paper.asked import labelled_blocks, remark, short_head, values, words_for
from facilitator.minutes.paper.decisions import decision_table
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Block, Paper
from facilitator.minutes.paper.results import assembled
from facilitator.minutes.paper.runs import heading, typed
from facilitator.minutes.paper.tables import earlier_table
from facilitator.minutes.paper.tail import new_actions
from facilitator.minutes.paper.words import Words
from facilitator.minutes.wanted import Wanted, has_issue


def decision_list(meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None) -> Paper:
    words = words_for(meeting, wanted, templates)
    document = values(meeting, wanted, issue, words)
    with_issue = has_issue(meeting, wanted.kind)
    return assembled(
        document,
        wanted,
        words,
        head=(short_head(document, words, issue, with_issue=with_issue),),
        tail=_decisions(document, words),
        with_issue=with_issue,
    )


def _decisions(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    name = words("document.decision_list")
    public = tuple(row for row in document.decisions if row.is_public)
    closed = tuple(row for row in document.decisions if not row.is_public)
    blocks: list[Block] = [decision_table(public, words, name)] if public else []
    if closed:
        title = words("section.not_public")
        blocks += labelled_blocks(title, (decision_table(closed, words, title),))
    return tuple(blocks) or (remark(words("lists.no_decisions")),)


def action_list(meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None) -> Paper:
    words = words_for(meeting, wanted, templates)
    document = values(meeting, wanted, issue, words)
    with_issue = has_issue(meeting, wanted.kind)
    actions = (*new_actions(document.new_actions, words), *_earlier(document, words))
    return assembled(
        document,
        wanted,
        words,
        head=(short_head(document, words, issue, with_issue=with_issue),),
        tail=actions or (remark(words("lists.no_actions")),),
        with_issue=with_issue,
    )


def _earlier(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    """By working group in the order in which they come up, those of none last."""
    if not document.earlier_actions:
        return ()
    title = words("tail.earlier_actions")
    grouped: dict[str, list[ActionRow]] = {}
    for row in document.earlier_actions:
        grouped.setdefault(typed(row.group), []).append(row)
    alone = grouped.pop("", None)
    blocks: list[Block] = [heading(2, title)]
    for name, rows in grouped.items():
        blocks += [heading(3, name), earlier_table(tuple(rows), words, name)]
    if alone:
        if grouped:
            blocks.append(heading(3, words("tail.no_group")))
        blocks.append(earlier_table(tuple(alone), words, title))
    return tuple(blocks)
