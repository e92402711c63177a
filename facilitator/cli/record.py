"""`facilitator record`: lines through the grammar of the live screen, without the screen."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate
from facilitator.cli.values import read_file
from facilitator.errors import UsageProblem
from facilitator.folding import display
from facilitator.i18n import ntr, tr


def command() -> click.Command:
    @click.command(
        "record",
        help=tr(
            "Record lines as if typed into the live screen: FILE, or what comes in by pipe or "
            "keyboard. Each line is on disk before its answer is printed. The meeting begins with "
            "the first line, and its first item if none is open. A line that cannot be taken does "
            "not stop the rest; the exit code tells (2, or 5: not saved)."
        ),
        short_help=tr("Record lines from a file or pipe."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @click.argument("file", metavar=tr("[FILE]"), required=False, type=click.Path(path_type=Path))
    @everywhere()
    @pass_call
    def record(call: Call, meeting: str, file: Path | None) -> int:
        from facilitator.cli.recorder import Recorder

        workspace = call.workspace
        live = workspace.open(workspace.find(meeting))
        if live.meeting.state in ("closed", "approved"):
            raise UsageProblem(
                tr(
                    "{title} is closed. Nothing was recorded. Undo of the close on the screen "
                    "opens it again.",
                    title=live.meeting.title,
                )
            )
        for problem in live.problems:
            narrate(problem)
        recorder = Recorder(live)
        lines = _lines_of_stdin() if file is None or str(file) == "-" else _lines_of_file(file)
        answers = _Answers()
        for line in lines:
            if not line.strip():
                continue
            answer = recorder.take(line)
            answers.give(display(answer.text))
            if answer.is_last:
                break
        if recorder.refused:
            narrate(
                ntr(
                    "{n} line was not taken as it was meant; see its answer.",
                    "{n} lines were not taken as they were meant; see their answers.",
                    recorder.refused,
                )
            )
        return recorder.exit_code

    return record


class _Answers:
    """Answers to stdout. When nobody reads them any more, the lines are recorded all the same."""

    def __init__(self) -> None:
        self._is_heard = sys.stdout is not None

    def give(self, text: str) -> None:
        if not self._is_heard:
            return
        try:
            click.echo(text)
        except BrokenPipeError:
            self._is_heard = False
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.close()
            sys.stdout = None


def _lines_of_file(path: Path) -> Iterator[str]:
    from facilitator.errors import BadFile
    from facilitator.exchange.decoding import decode

    try:
        text, _ = decode(read_file(path))
    except BadFile as error:
        said = str(error)
        raise BadFile(said if str(path) in said else f"{path}: {said}") from None
    return iter(text.splitlines())


def _lines_of_stdin() -> Iterator[str]:
    """Line by line as they come. Not UTF-8: what Windows writes (cp1252)."""
    if sys.stdin is None:
        return
    stream: BinaryIO = sys.stdin.buffer
    if sys.stdin.isatty():
        narrate(tr("A line an entry; Ctrl+D ends."))
    for raw in iter(stream.readline, b""):
        raw = raw.removeprefix(b"\xef\xbb\xbf")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", errors="replace")
        yield from text.replace("\0", "").splitlines()
