"""The table of formats: what the documents of a meeting can be written as, and what that takes.

Command line and screens take their choices from here; a new format is one more row.
"""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.meeting.model import Instant, Meeting, Value
from facilitator.minutes.document import Status
from facilitator.minutes.paper import Paper, paper
from facilitator.minutes.wanted import (
    DOCUMENT_KINDS,
    RESULTS,
    DocumentKind,
    Wanted,
    has_issue,
)


class Job(Value, frozen=True, kw_only=True):
    """Everything a format needs to write a document of a meeting, so that the same job gives the
    same bytes. `templates`: the folder of the workspace, whose templates win; None: only the
    built-in ones. `reference`: 'series/date-slug'."""

    meeting: Meeting
    wanted: Wanted = RESULTS
    issued: date | None = None
    version: int = 1
    status: Status | None = None
    reason: str = ""
    """Why this version was made after an earlier one (`before`, 0: the one before it) was sent."""
    before: int = 0
    objections_until: date | None = None
    """The last day on which objections are taken."""
    templates: Path | None = None
    reference: str = ""
    rows: tuple[bytes, ...] = ()
    """Everything that happened, as `LiveMeeting.rows` gives it, and what of the series belongs to
    the meeting: what makes our own JSON one that can be imported."""
    series_rows: tuple[bytes, ...] = ()
    oparl_base: str = ""
    """What the addresses of OParl objects begin with; empty: where nobody publishes."""
    modified: Instant | None = None
    """When something happened last to the meeting (`LiveMeeting.last_change`)."""
    changed: tuple[tuple[str, str], ...] = ()
    """Pairs of thing and its last change (`LiveMeeting.latest_changes`), for calendars."""
    time_zone: str = "Europe/Berlin"
    """Of the clock times of the meeting (IANA)."""


class NothingToWrite(UsageProblem):
    """The format has nothing to say of this meeting yet; other formats may."""


class Rendered(Value, frozen=True, kw_only=True):
    """One file of a format. `ending` is put behind the stem of its name: '.md', '-actions.csv'."""

    ending: str
    content: bytes
    remarks: tuple[str, ...] = ()
    """What whoever writes the file should know, in the language of the screen."""


@dataclass(frozen=True)
class Format:
    """`code` is its name on the command line. `module`: the library it needs, `extra`: what
    installs it; both empty in the core. `kinds`: the documents it can hold. `write` imports what
    it needs when it is called; raises FacilitatorError."""

    code: str
    write: Callable[[Job], tuple[Rendered, ...]]
    name: Callable[[], str]
    kinds: tuple[DocumentKind, ...] = DOCUMENT_KINDS
    module: str = ""
    extra: str = ""

    @property
    def is_there(self) -> bool:
        """The library it needs is installed."""
        return not self.module or importlib.util.find_spec(self.module) is not None

    @property
    def installed_by(self) -> str:
        """The command that installs its library."""
        return f"pip install 'facilitator[{self.extra}]'"


def paper_of(job: Job) -> Paper:
    """The document of a job, laid out: what every format but JSON writes. Raises as `paper`."""
    return paper(
        job.meeting,
        job.wanted,
        issued=job.issued,
        version=job.version,
        status=job.status,
        reason=job.reason,
        before=job.before,
        objections_until=job.objections_until,
        templates=job.templates,
    )


def _markdown(job: Job) -> tuple[Rendered, ...]:
    from facilitator.minutes.markdown import written as as_markdown

    paper = paper_of(job)
    text = as_markdown(paper, job.meeting, job.wanted, issued=job.issued, templates=job.templates)
    return (Rendered(ending=".md", content=text.encode("utf-8", errors="replace")),)


def _html(job: Job) -> tuple[Rendered, ...]:
    from facilitator.minutes.html import html

    text = html(paper_of(job), job.templates)
    return (Rendered(ending=".html", content=text.encode("utf-8")),)


def _pdf(job: Job) -> tuple[Rendered, ...]:
    from facilitator.minutes.pdf import written as as_pdf

    content, missing = as_pdf(paper_of(job), issued=job.issued, templates=job.templates)
    return (Rendered(ending=".pdf", content=content, remarks=_of_missing(missing)),)


def _of_missing(signs: frozenset[str]) -> tuple[str, ...]:
    """Where a font goes that has the characters no font of the PDF has."""
    if not signs:
        return ()
    shown = " ".join(sorted(signs)[:_MANY_SIGNS]) + (" …" if len(signs) > _MANY_SIGNS else "")
    return (
        tr(
            "The fonts of the PDF have no sign for: {signs}. They stand in it as their numbers. "
            "Put a font that has them (.ttf, .otf) into templates/minutes/fonts/ of the workspace.",
            signs=shown,
        ),
    )


_MANY_SIGNS = 20
"""So many are named."""


def _docx(job: Job) -> tuple[Rendered, ...]:
    from facilitator.minutes.docx.writing import written as as_docx

    content, remarks = as_docx(paper_of(job), job.templates)
    return (Rendered(ending=".docx", content=content, remarks=remarks),)


def _json(job: Job) -> tuple[Rendered, ...]:
    from facilitator.exchange.json_form import meeting_json

    if job.wanted.scope != "all":
        raise UsageProblem(
            tr(
                "The format json always holds everything, internal notes and non-public items "
                "too. Nothing was written. For others use oparl or html."
            )
        )
    text = meeting_json(
        job.meeting,
        rows=job.rows,
        series_rows=job.series_rows,
        file=job.reference.rpartition("/")[2],
    )
    content = text.encode("utf-8", errors="backslashreplace")
    return (Rendered(ending=".json", content=content),)


def _calendar(job: Job) -> tuple[Rendered, ...]:
    from facilitator.exchange.calendar_file import calendar_bytes

    content = calendar_bytes(
        job.meeting,
        job.wanted,
        issued=job.issued,
        changed=dict(job.changed),
        zone=job.time_zone,
        templates=job.templates,
    )
    if content is None:
        raise NothingToWrite(
            tr(
                "There is nothing for a calendar yet: no day and no action item. No calendar was "
                "written. Set the date, or record who does what until when."
            )
        )
    return (Rendered(ending=".ics", content=content),)


def _csv(job: Job) -> tuple[Rendered, ...]:
    from facilitator.exchange.lists_csv import csv_lists

    return tuple(
        Rendered(ending=ending, content=content)
        for ending, content in csv_lists(job.meeting, job.wanted, job.templates)
    )


def _mail(job: Job) -> tuple[Rendered, ...]:
    from facilitator.exchange.distribution import distribution
    from facilitator.exchange.mail import Attachment, Letter, mail_bytes
    from facilitator.exporting.naming import suffix

    stem = job.reference.rpartition("/")[2] or "minutes"
    stem += suffix(job.wanted, job.meeting.language)
    if has_issue(job.meeting, job.wanted.kind):
        stem += f"-v{job.version}"
    files = attachments(job)
    letter = Letter(
        meeting=job.meeting,
        wanted=job.wanted,
        attachments=tuple(Attachment(name=f"{stem}{f.ending}", content=f.content) for f in files),
        issued=job.issued,
        version=job.version,
        status=job.status or ("approved" if job.meeting.state == "approved" else "draft"),
        objections=job.objections_until,
        templates=job.templates,
    )
    remarks = (
        *distribution(job.meeting, job.wanted).remarks(),
        *(remark for file in files for remark in file.remarks),
    )
    return (Rendered(ending=".eml", content=mail_bytes(letter), remarks=remarks),)


ATTACHED = ("pdf", "docx", "html", "md")
"""A mail has the document in the first of these formats that is there."""


def attachments(job: Job) -> tuple[Rendered, ...]:
    """What a mail has attached: the document, and the calendar if there is something in it."""
    kind = job.wanted.kind
    usable = [
        code
        for code in ATTACHED
        if (form := FORMATS.get(code)) and form.is_there and kind in form.kinds
    ]
    found = list(written(usable[0] if usable else "md", job))
    if FORMATS["ics"].is_there and kind in FORMATS["ics"].kinds:
        with contextlib.suppress(NothingToWrite):
            found += written("ics", job)
    return tuple(found)


def _oparl(job: Job) -> tuple[Rendered, ...]:
    from facilitator.exchange.oparl import oparl_json

    if job.wanted.scope == "closed":
        raise UsageProblem(
            tr(
                "OParl is for everybody: non-public items are never in it. Nothing was written. "
                "For those use md, html, docx or pdf with --closed."
            )
        )
    text = oparl_json(
        job.meeting,
        base=job.oparl_base,
        modified=job.modified,
        version=job.version,
        is_invitation=job.wanted.kind == "agenda",
        zone=job.time_zone,
    )
    return (Rendered(ending=".oparl.json", content=text.encode("utf-8")),)


FORMATS: dict[str, Format] = {
    each.code: each
    for each in (
        Format("md", _markdown, lambda: "Markdown"),
        Format("html", _html, lambda: "HTML"),
        Format("pdf", _pdf, lambda: "PDF", module="typst", extra="pdf"),
        Format("docx", _docx, lambda: "Word (DOCX)", module="docx", extra="docx"),
        Format(
            "oparl",
            _oparl,
            lambda: tr("OParl 1.1, council information systems"),
            kinds=("results", "agenda"),
        ),
        Format("json", _json, lambda: tr("JSON, everything"), kinds=("results",)),
        Format(
            "ics",
            _calendar,
            lambda: tr("Calendar"),
            kinds=("results", "action_list", "agenda"),
            module="icalendar",
            extra="ics",
        ),
        Format(
            "csv",
            _csv,
            lambda: tr("CSV for spreadsheets"),
            kinds=("results", "decision_list", "action_list", "attendance_list"),
        ),
        Format("eml", _mail, lambda: tr("Mail draft")),
    )
}


def written(code: str, job: Job) -> tuple[Rendered, ...]:
    """The files of a format. Raises UsageProblem, with what to do, if it cannot hold this kind of
    document or lacks its library; FacilitatorError where writing fails."""
    form = FORMATS[code]
    if job.wanted.kind not in form.kinds:
        raise UsageProblem(
            tr(
                "The format {format} has no document '{kind}'. Nothing was written.",
                format=code,
                kind=job.wanted.kind.replace("_", "-"),
            )
        )
    refuse_without_library(form)
    return form.write(job)


def refuse_without_library(form: Format) -> None:
    """Raises UsageProblem, with what installs it, if the library of a format is not there."""
    if not form.is_there:
        raise UsageProblem(
            tr(
                "The format {format} needs a library that is not installed. Nothing was written. "
                "Install it with: {command}",
                format=form.code,
                command=form.installed_by,
            )
        )
