"""`facilitator minutes --compare`: what changed between two versions, printed or written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.cli.named_file import make_folder, write
from facilitator.cli.output import narrate, put
from facilitator.errors import UsageProblem
from facilitator.i18n import ptr, tr
from facilitator.minutes.wanted import Scope

if TYPE_CHECKING:
    from facilitator.exporting import Exporter

_TEXTS = ("", ".md", ".txt")
"""Endings of files that a comparison is written into."""


def refuse_what_says_nothing(
    others: Sequence[str], formats: Sequence[str], output: str | None
) -> None:
    """`others`: options that do not go with `--compare`. Raises UsageProblem: nothing that was
    asked for is passed over in silence."""
    if others:
        raise UsageProblem(
            tr(
                "--compare tells what changed in the minutes as a whole and cannot be combined "
                "with {options}. Nothing was written.",
                options=", ".join(others),
            )
        )
    wrong = [code for code in formats if code != "md"]
    if output is not None and not formats and not _is_folder(output):
        ending = Path(output).suffix.casefold()
        wrong = [ending.removeprefix(".")] if ending not in _TEXTS else []
    if wrong:
        raise UsageProblem(
            tr(
                "A comparison is text or Markdown, not {format}. Nothing was written. Leave out "
                "--format or name md; a file ends in .md or .txt.",
                format=", ".join(wrong),
            )
        )


def is_named_markdown(output: str | None) -> bool:
    """Whether what is written there without a `--format` is Markdown: a file of that ending, or
    one that is named by us in a folder."""
    if output in (None, "-"):
        return False
    return _is_folder(str(output)) or Path(str(output)).suffix.casefold() == ".md"


def put_compared(
    exporter: Exporter,
    between: tuple[int, int],
    scope: Scope,
    is_markdown: bool,
    *,
    output: str | None,
    stem: str,
) -> None:
    """`between`: the earlier version and the later one, 0: now. Markdown, or a line a difference,
    on stdout or into what is named. Raises NotFound, NotSaved."""
    from facilitator.exporting.earlier import compared
    from facilitator.exporting.kept import not_understood
    from facilitator.life_words import day_words
    from facilitator.minutes.comparing.words import as_markdown, newer_words, same_words

    found = compared(exporter, *between, scope)
    remark = newer_words(not_understood(exporter))
    same = "" if found else same_words(*between)
    is_printed = output is None or output == "-"
    if is_markdown:
        meeting = exporter.live.meeting
        title = ", ".join(filter(None, (meeting.title, day_words(meeting.day))))
        text = as_markdown(title, *between, found, remark)
    else:
        said = [each.words() for each in found]
        if not is_printed:  # a file is read without what stood on stderr
            said += [line for line in (same, remark) if line]
        text = "".join(f"{line}\n" for line in said)
    for line in (same, remark):
        if line:
            narrate(line)
    if output is None or output == "-":
        put(text)
        return
    target = Path(output).expanduser()
    if _is_folder(output):
        make_folder(target)
        versions = f"v{between[0]}-v{between[1]}" if between[1] else f"v{between[0]}"
        target /= f"{stem}-{ptr('part of a file name', 'changes')}-{versions}.md"
    kept = write(target, text.encode("utf-8"))
    narrate(tr("Written: {path}", path=target))
    if kept is not None:
        narrate(tr("What stood there before is kept as {path}.", path=kept))


def _is_folder(output: str) -> bool:
    return Path(output).expanduser().is_dir() or output.endswith(("/", os.sep))
