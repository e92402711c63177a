"""The files that decide how documents look and which words they use: which there are, which a
workspace has of its own, and whether those can be used.

A file of the same name in the workspace's `templates/minutes/` is used instead of the built-in one,
by everything that writes documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from facilitator.errors import FacilitatorError, NotFound
from facilitator.files import shipped
from facilitator.formats import FORMATS, Job, refuse_without_library, written
from facilitator.i18n import LANGUAGES, tr
from facilitator.meeting.model import Meeting, MeetingKind
from facilitator.minutes.paper.kinds import LAYOUTS
from facilitator.minutes.sample import sample
from facilitator.minutes.wanted import SCOPES, Scope, Wanted

FOLDER = ("templates", "minutes")


class TemplateFile(NamedTuple):
    """`name`: its path in the folder of templates ('de/words.toml'). `language`: of the documents
    it is for, empty for all. `formats`: what is written with it; the first shows whether it can
    be used. `content`: the built-in one; raises UsageProblem without the library that makes it."""

    name: str
    language: str
    formats: tuple[str, ...]
    content: Callable[[], bytes]

    def own(self, workspace: Path) -> Path:
        """Where the workspace's own one stands or would stand."""
        return workspace.joinpath(*FOLDER, *self.name.split("/"))


class Checked(NamedTuple):
    """`problems`: in words, with file and line; none: it can be used. `missing`: what installs the
    library without which it could not be tried, or empty. `remarks`: what to know of one that can
    be used."""

    file: TemplateFile
    problems: tuple[str, ...]
    missing: str = ""
    remarks: tuple[str, ...] = ()


def template_files() -> tuple[TemplateFile, ...]:
    every = tuple(FORMATS)
    found = []
    for language in LANGUAGES:
        for name, formats in (("minutes.md.j2", ("md",)), ("words.toml", every)):
            found.append(
                TemplateFile(f"{language}/{name}", language, formats, _shipped(language, name))
            )
    found += [TemplateFile(f"{language}/minutes.docx", language, ("docx",), _document(language))
              for language in LANGUAGES]  # fmt: skip
    found += [
        TemplateFile("minutes.css", "", ("html",), _shipped("minutes.css")),
        TemplateFile("minutes.docx", "", ("docx",), _document("de")),
        TemplateFile("minutes.typ", "", ("pdf",), _shipped("minutes.typ")),
    ]
    return tuple(sorted(file for file in found if set(file.formats) & set(FORMATS)))


def _shipped(*parts: str) -> Callable[[], bytes]:
    return lambda: shipped("minutes", *parts).read_bytes()


def _document(language: str) -> Callable[[], bytes]:
    def made() -> bytes:
        refuse_without_library(FORMATS["docx"])
        from facilitator.minutes.docx.empty import empty_document

        return empty_document(language)

    return made


def named(name: str, language: str) -> TemplateFile:
    """The template of this name; one of a language may be named without it, then it is that of
    `language`. Raises NotFound with all names."""
    wanted = name.strip().replace("\\", "/").removeprefix("./").removeprefix("templates/minutes/")
    files = {file.name: file for file in template_files()}
    found = files.get(wanted) or files.get(f"{language}/{wanted}")
    if found is None:
        raise NotFound(
            tr("There is no template '{name}'. There are: {names}.", name=name,
               names=", ".join(files))
        )  # fmt: skip
    return found


def check(file: TemplateFile, workspace: Path) -> Checked:
    """Write documents of the sample meeting with the workspace's own file: every kind of document
    and the kinds of meeting that differ, in its language or in both."""
    form = FORMATS[file.formats[0]]
    if not form.is_there:
        return Checked(file, (), form.installed_by)
    problems: list[str] = []
    remarks: list[str] = []
    for meeting, wanted in _documents(file):
        if wanted.kind not in form.kinds:
            continue
        try:
            files = written(form.code, Job(meeting=meeting, wanted=wanted, templates=workspace))
            remarks += [remark for each in files for remark in each.remarks]
        except FacilitatorError as error:
            problems.append(str(error))
    return Checked(
        file,
        tuple(dict.fromkeys(problems)),
        remarks=() if problems else tuple(dict.fromkeys(remarks)),
    )


def _documents(file: TemplateFile) -> Iterator[tuple[Meeting, Wanted]]:
    kinds: tuple[MeetingKind, ...] = ("body", "workshop")
    for language in (file.language,) if file.language else LANGUAGES:
        for kind in kinds:
            yield sample(kind, language), Wanted(language=language)
        for scope in _scopes():
            yield sample("body", language), Wanted(scope=scope, language=language)
        for document in LAYOUTS:
            if document != "results":
                items = ("2",) if document == "extract" else ()
                yield (
                    sample("body", language),
                    Wanted(kind=document, items=items, language=language),
                )


def _scopes() -> tuple[Scope, ...]:
    return tuple(scope for scope in SCOPES if scope != "all")


def astray(workspace: Path) -> tuple[str, ...]:
    """Files with the name of a template in a folder where nobody looks for it: paths below the
    folder of templates."""
    folder = workspace.joinpath(*FOLDER)
    known = {file.name for file in template_files()}
    names = {name.rpartition("/")[2] for name in known}
    try:
        there = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*"))
                 if path.name in names]  # fmt: skip
    except OSError:
        return ()
    return tuple(name for name in there if name not in known)
