"""The one door to the screens: nothing else of the product loads Textual."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.output import narrate
from facilitator.errors import UsageProblem
from facilitator.i18n import tr

if TYPE_CHECKING:
    from facilitator.live import LiveMeeting
    from facilitator.workspace import Workspace
    from screens.commands import Command


def command() -> click.Command:
    @click.command(
        "open",
        help=tr("Straight into the live screen of a meeting, the cursor in the bar."),
        short_help=tr("Open a meeting in the live screen."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @everywhere()
    @pass_call
    def open_meeting(call: Call, meeting: str) -> int:
        with nothing_collected():
            workspace = call.workspace
            reference = workspace.find(meeting)
            live = workspace.open(reference)  # what cannot be read is said before a screen opens
            return open_screen(workspace, reference, live)

    return open_meeting


def open_screen(workspace: Workspace, reference: str = "", live: LiveMeeting | None = None) -> int:
    """Run the app until the person leaves it: the library, or the live screen of one meeting.
    Returns the exit code; what ended it against its will is said on stderr."""
    require_terminal()
    from screens.app import FacilitatorApp

    app = FacilitatorApp(workspace, reference=reference, live=live)
    app.run()
    if app.failure:
        narrate(app.failure)
        return 1
    return app.return_code or 0


@contextmanager
def nothing_collected() -> Iterator[None]:
    """While a screen opens nearly everything made stays, and looking for garbage in it costs a
    tenth of the time; the app begins to collect when it is painted."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def require_terminal() -> None:
    """Raises UsageProblem where no screen can be drawn."""
    if not has_terminal():
        raise UsageProblem(
            tr(
                "The screen needs a terminal, and this is none (input or output is redirected). "
                "Nothing was changed. 'facilitator list', 'record' and 'minutes' work without."
            )
        )


def has_terminal() -> bool:
    """Whether keys can be read and a screen can be drawn: Textual draws on stderr."""
    try:
        all_three = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    except (AttributeError, ValueError):  # closed
        return False
    return all_three and os.environ.get("TERM") != "dumb"


def command_called(word: str) -> Command | None:
    """What `/word` stands for, from the table of commands. Plain data; loads no Textual."""
    from screens import commands

    return commands.command_called(word)
