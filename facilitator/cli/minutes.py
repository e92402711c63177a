"""`facilitator minutes`: the document, on stdout or into a file."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate, put
from facilitator.errors import NotSaved
from facilitator.i18n import tr

if TYPE_CHECKING:
    from facilitator.live import LiveMeeting
    from facilitator.workspace import Workspace


def command() -> click.Command:
    @click.command(
        "minutes",
        help=tr(
            "The minutes of a meeting in the language of its series, as Markdown or JSON. Prints "
            "them; -o writes a file."
        ),
        short_help=tr("Print or write the minutes."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @click.option(
        "--format", "form", type=click.Choice(("md", "json")), default="md", show_default=True,
        help=tr("How to print it."),
    )  # fmt: skip
    @click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar=tr("FILE"),
        help=tr("Write here instead; '-' prints."),
    )  # fmt: skip
    @everywhere()
    @pass_call
    def minutes(call: Call, meeting: str, form: str, output: Path | None) -> int:
        workspace = call.workspace
        live = workspace.open(workspace.find(meeting))
        for problem in live.problems:
            narrate(problem)
        if form == "json":
            from facilitator.exchange.json_form import meeting_json

            text = meeting_json(live.meeting)
        else:
            text = document(workspace, live)
        if output is None or str(output) == "-":
            put(text)
            return 0
        kept = write(output.expanduser(), text)
        narrate(tr("Written: {path}", path=output))
        if kept is not None:
            narrate(tr("What stood there before is kept as {path}.", path=kept))
        return 0

    return minutes


def document(workspace: Workspace, live: LiveMeeting) -> str:
    """The minutes in Markdown, as the screen exports them: the version last exported, with its
    date of issue, else version 1 of today. Templates of the workspace win."""
    from facilitator.minutes.markdown import markdown

    meeting = live.meeting
    issued = [each.issued for each in meeting.exports if each.format == "md"]
    return markdown(
        meeting,
        issued=issued[-1] if issued else workspace.today(),
        templates=workspace.root,
    )


def write(path: Path, text: str) -> Path | None:
    """Write a file the person named, whole or not at all. What stood there and says something
    else stays beside it; returns where. Raises NotSaved with what to do."""
    from facilitator.files import write_atomically

    content = text.encode("utf-8", errors="backslashreplace")
    try:
        path = path.resolve()  # a link stays a link
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # a device or a pipe is no file to be replaced
            return None
        differs = path.is_file() and path.read_bytes() != content
        kept = _kept(path) if differs else None
        write_atomically(path, content)
    except FileNotFoundError:
        reason = tr("there is no folder {folder}", folder=path.parent)
    except IsADirectoryError:
        reason = tr("it is a folder")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
    else:
        return kept
    raise NotSaved(
        tr(
            "{path} could not be written: {reason}. The meeting is safe in the workspace. "
            "Name another place with -o.",
            path=path,
            reason=reason,
        )
    )


def _kept(path: Path) -> Path:
    """Keep a copy of this file under the next free name beside it: an earlier copy may hold what
    somebody wrote by hand, so it stays too."""
    import shutil
    from itertools import count

    for number in count(1):
        copy = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.bak{number}")
        with contextlib.suppress(FileExistsError):
            with path.open("rb") as old, copy.open("xb") as new:
                try:
                    shutil.copyfileobj(old, new)
                    shutil.copystat(path, copy)
                except OSError:
                    copy.unlink()
                    raise
            return copy
    raise AssertionError
