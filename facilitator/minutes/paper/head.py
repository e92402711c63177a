"""The head: body, day, place, who led, which issue it is."""

from __future__ import annotations

from facilitator.minutes.document.model import Head, MinutesDocument, QuorumRow
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Fact, Facts
from facilitator.minutes.paper.runs import plain, typed
from facilitator.minutes.paper.words import Words
from facilitator.minutes.printed import Printed


def head_facts(document: MinutesDocument, words: Words, issue: Issue) -> Facts:
    """All facts that are known, the issue last."""
    rows = (*meeting_facts(document.head, words), *issue_facts(document, words, issue))
    return facts(rows)


def facts(rows: tuple[tuple[str, str] | tuple[str, str, str], ...]) -> Facts:
    """Of labels, texts and, where there is a name for it, what they are about; what is empty is
    left out."""
    return Facts(
        rows=tuple(
            Fact(label=row[0], runs=plain(row[1]), about=row[2] if len(row) > 2 else "")
            for row in rows
            if row[1]
        )
    )


def meeting_facts(head: Head, words: Words) -> tuple[tuple[str, str, str], ...]:
    """Labels, texts and what they are about; a text may be empty."""
    taker = typed(head.minute_taker)
    if not taker and head.minute_taker_left_open:
        taker = words("head.open")
    return (
        (words("head.body"), typed(head.body), "body"),
        (words("head.file_reference"), typed(head.file_reference), "file_reference"),
        (words("head.date"), head.day, "day"),
        (words("head.time"), _time(head, words), "time"),
        (words.count("head.breaks", len(head.breaks)), ", ".join(head.breaks), "breaks"),
        (words("head.place"), place(head, words), "place"),
        (words("head.chair"), typed(head.chair), "chair"),
        (words("head.moderator"), typed(head.moderator), "moderator"),
        (words("head.minute_taker"), taker, "minute_taker"),
        (words("head.quorum"), "; ".join(_quorum(row, words) for row in head.quorum), "quorum"),
    )


def issue_facts(
    document: MinutesDocument, words: Words, issue: Issue
) -> tuple[tuple[str, str, str], ...]:
    until = Printed(document.language).day(issue.objections_until)
    return (
        (words("head.version"), version_line(document, words, issue), "version"),
        (
            words("head.objections"),
            words("head.objections_until", day=until) if until else "",
            "objections",
        ),
    )


def version_named(document: MinutesDocument, words: Words) -> str:
    """'Fassung 3 (Entwurf)': where no heading says what the number is."""
    status = words(f"status.{document.status}")
    return words("head.version_named", version=document.version, status=status)


def version_line(document: MinutesDocument, words: Words, issue: Issue) -> str:
    """'3 (Entwurf), ausgestellt am 15.10.2026, geändert gegenüber Fassung 2: Stimmen'; of approved
    minutes '4 (genehmigt am 05.01.2027, 7. Sitzung), …'."""
    said = words(f"status.{document.status}")
    if document.status == "approved" and issue.approval is not None and issue.approval.day:
        day = Printed(document.language).day(issue.approval.day)
        title = typed(issue.approval.title)
        said = words("head.approved_in" if title else "head.approved_on", day=day, meeting=title)
    line = words("head.version_status", version=document.version, status=said)
    if document.issued:
        line = words("head.issued", version=line, issued=document.issued)
    # a reason may speak of a non-public item
    reason = typed(issue.reason) if document.front.scope != "public" else ""
    if reason:
        before = issue.before or document.version - 1
        line = words("head.changed", version=line, before=before, reason=reason)
    return line


def _time(head: Head, words: Words) -> str:
    if head.time and head.planned_time:
        return words("head.time_planned", time=head.time, planned=head.planned_time)
    return head.time


def place(head: Head, words: Words) -> str:
    where = typed(head.place)
    if not where:
        if not (head.form or head.place_left_open):
            return ""
        where = words("head.video" if head.form else "head.open")
    return words("head.hybrid", place=where) if head.form == "hybrid" else where


def _quorum(row: QuorumRow, words: Words) -> str:
    met = words("head.quorate" if row.is_met else "head.not_quorate")
    if not row.legal_number:
        return words("head.voting", met=met, present=row.present, time=row.time)
    return words("head.voting_of", met=met, present=row.present, legal_number=row.legal_number,
                 time=row.time)  # fmt: skip
