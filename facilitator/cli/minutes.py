"""`facilitator minutes`: documents of a meeting, on stdout or into files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.comparing import is_named_markdown, put_compared, refuse_what_says_nothing
from facilitator.cli.document_options import KINDS, document_options, wanted_of
from facilitator.cli.named_file import make_folder, write
from facilitator.cli.output import is_terminal, narrate, put, put_bytes
from facilitator.cli.progress import said_if_slow
from facilitator.errors import FacilitatorError, UsageProblem
from facilitator.formats import FORMATS, Job, NothingToWrite, Rendered, written
from facilitator.i18n import tr
from facilitator.meeting.minutes_life import family_of
from facilitator.minutes.document.public_names import warning_of_names
from facilitator.minutes.wanted import Scope, Wanted

if TYPE_CHECKING:
    from facilitator.exporting import Exporter
    from facilitator.meeting.model import Meeting

TEXTS = (".md", ".json", ".html", ".csv", ".ics", ".eml")
"""Endings of what a terminal can show."""

_ENDINGS = (*TEXTS, ".pdf", ".docx")
"""Nobody calls a folder so."""


def command() -> click.Command:
    @click.command(
        "minutes",
        help=tr(
            "Documents of a meeting: minutes, lists, an extract, the invitation; in the language "
            "of its series. Prints one; -o writes a file, or all files into a folder."
        ),
        short_help=tr("Print or write the minutes."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @document_options
    @click.option(
        "--kind", type=click.Choice(KINDS),
        default="results", show_default=True, help=tr("Which document."),
    )  # fmt: skip
    @click.option(
        "-o", "--output", type=click.Path(), metavar=tr("PATH"),
        help=tr(
            "Write to this file, whose ending says the format if none is named, or into this "
            "folder; '-' prints."
        ),
    )  # fmt: skip
    @click.option(
        "--version", type=click.IntRange(min=1), metavar=tr("N"),
        help=tr("An earlier version again, as it was written ('facilitator versions')."),
    )  # fmt: skip
    @click.option(
        "--compare", type=click.IntRange(min=1), metavar=tr("N"),
        help=tr(
            "In words what changed since version N; with --version up to that one. As Markdown "
            "with --format md or into a file."
        ),
    )  # fmt: skip
    @click.option(
        "--oparl-base", default="", metavar=tr("ADDRESS"),
        help=tr("OParl: what the addresses of its objects begin with."),
    )  # fmt: skip
    @click.option(
        "--built-in", "is_built_in", is_flag=True,
        help=tr("Use the built-in templates, whatever stands in the workspace."),
    )  # fmt: skip
    @everywhere(with_language=False)
    @pass_call
    def minutes(
        call: Call, meeting: str, formats: tuple[str, ...], kind: str, items: tuple[str, ...],
        scope: Scope | None, with_names: bool, output: str | None, language: str | None,
        oparl_base: str, is_built_in: bool, version: int | None, compare: int | None,
    ) -> int:  # fmt: skip
        from facilitator.exporting import exporter_for
        from facilitator.exporting.naming import suffix

        workspace = call.workspace
        if compare is not None:
            beside = {
                "--kind": kind != "results", "--item": bool(items), "--names": with_names,
                "--oparl-base": bool(oparl_base), "--built-in": is_built_in,
            }  # fmt: skip
            others = [option for option, is_named in beside.items() if is_named]
            refuse_what_says_nothing(others, formats, output)
        is_markdown = bool(formats) or is_named_markdown(output)
        formats = formats or (format_of(output),)
        (wanted,) = wanted_of(
            [kind], items=items, scope=scope, with_names=with_names, language=language
        )
        reference = workspace.find(meeting)
        live = workspace.open(reference)
        for problem in live.problems:
            narrate(problem)
        stem = f"{reference.partition('/')[2]}{suffix(wanted, live.meeting.language)}"
        exporter = exporter_for(workspace, live, oparl_base=oparl_base, is_built_in=is_built_in)
        if compare is not None:
            between = (compare, version or 0)
            put_compared(exporter, between, wanted.scope, is_markdown, output=output, stem=stem)
            return 0
        if wanted.scope == "public" or "oparl" in formats:
            warn_of_names(
                [exporter.on_the_table(wanted.kind)], is_for_oparl=wanted.scope != "public"
            )
        if version is not None:
            stem += f"-v{version}"
        try:
            if version is not None:
                files = _again(exporter, [(code, wanted) for code in formats], version)
            else:
                edition = exporter.edition(family_of(wanted.kind))
                files = _files(formats, exporter.job(wanted, edition))
        except FacilitatorError as error:
            if not error.can_use_built_in:
                raise
            narrate(f"{tr(error.title)}: {error}")
            narrate(tr("With --built-in the built-in templates are used."))
            return error.exit_code
        _put_or_write(files, output, stem=stem, several=len(formats) > 1)
        return 0

    return minutes


def warn_of_names(printed: Iterable[Meeting], *, is_for_oparl: bool) -> None:
    """Free text is printed as somebody typed it; see `warning_of_names`."""
    if warning := warning_of_names(printed, is_for_oparl=is_for_oparl):
        narrate(warning)


def _again(
    exporter: Exporter, asked: list[tuple[str, Wanted]], version: int
) -> tuple[Rendered, ...]:
    """An earlier version, as it was written."""
    from facilitator.exporting import Asked
    from facilitator.exporting.earlier import again

    return tuple(
        file
        for code, wanted in asked
        for file in again(exporter, Asked(format=code, wanted=wanted), version)
    )


def _files(formats: tuple[str, ...], job: Job) -> tuple[Rendered, ...]:
    """A format that has nothing to say yet keeps no other from being written."""
    files: list[Rendered] = []
    silent: list[NothingToWrite] = []
    for at, code in enumerate(formats, 1):
        doing = tr(
            "Being written: {format} ({n} of {all}) …",
            format=FORMATS[code].name(),
            n=at,
            all=len(formats),
        )
        try:
            with said_if_slow(doing):
                files += written(code, job)
        except NothingToWrite as error:
            silent.append(error)
    if silent and not files:
        raise silent[0]
    for nothing in silent:
        narrate(str(nothing))
    return tuple(files)


def format_of(output: str | None) -> str:
    """The format that a file of this name is expected to hold: Word in 'minutes.docx'."""
    name = Path(output).name.casefold() if output else ""
    if name.endswith(".oparl.json"):
        return "oparl"
    code = name.rpartition(".")[2]
    return code if "." in name and code in FORMATS else "md"


def _put_or_write(
    files: tuple[Rendered, ...], output: str | None, *, stem: str, several: bool = False
) -> None:
    """One file to stdout or to the path named; several, or those of several formats, into a
    folder."""
    for remark in dict.fromkeys(remark for file in files for remark in file.remarks):
        narrate(remark)
    if output is None or output == "-":
        if len(files) > 1:
            raise UsageProblem(
                tr(
                    "{n} files cannot be printed one behind the other. Nothing was written. "
                    "Name a folder with -o.",
                    n=len(files),
                )
            )
        _print(files[0])
        return
    target = Path(output).expanduser()
    into_folder = several or len(files) > 1 or target.is_dir() or output.endswith(("/", os.sep))
    if into_folder:
        if target.suffix in _ENDINGS and not target.exists():
            raise UsageProblem(
                tr(
                    "{path} would be one file, and there is more than one to write. Nothing was "
                    "written. Name a folder with -o.",
                    path=output,
                )
            )
        make_folder(target)
    for file in files:
        path = target / f"{stem}{file.ending}" if into_folder else target
        kept = write(path, file.content, is_private=file.ending == ".json")  # internal notes too
        narrate(tr("Written: {path}", path=path))
        if kept is not None:
            narrate(tr("What stood there before is kept as {path}.", path=kept))


def _print(file: Rendered) -> None:
    """Text safely on a terminal; anything else only where it is no terminal."""
    if file.ending.endswith(TEXTS):
        put(file.content.decode("utf-8", errors="backslashreplace"))
    elif is_terminal():
        raise UsageProblem(
            tr("A terminal cannot show this file. Nothing was written. Name a file with -o.")
        )
    else:
        put_bytes(file.content)
