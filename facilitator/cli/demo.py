"""`facilitator demo`: a workspace to try things in."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from facilitator.cli.call import Call, device, everywhere, open_workspace, pass_call
from facilitator.cli.output import narrate, put
from facilitator.errors import UsageProblem
from facilitator.i18n import current_language, tr


def command() -> click.Command:
    @click.command(
        "demo",
        help=tr(
            "Make a workspace with invented meetings and open its library: in the empty folder "
            "given by --workspace, else in a temporary one."
        ),
        short_help=tr("Try it with invented meetings."),
    )
    @click.option(
        "--no-screen", is_flag=True, help=tr("Only make the workspace and print its folder.")
    )
    @everywhere()
    @pass_call
    def demo(call: Call, no_screen: bool) -> int:
        from facilitator.cli.screen import has_terminal, open_screen

        if not no_screen and not has_terminal():
            raise UsageProblem(
                tr(
                    "The screen needs a terminal, and this is none (input or output is "
                    "redirected). Nothing was made. 'facilitator demo --no-screen' only makes the "
                    "workspace."
                )
            )
        folder = _empty(call.folder)
        from facilitator.demo import build_demo, welcome

        made = open_workspace(folder)
        workspace = build_demo(
            folder, language=current_language(), clock=made.clock, device=device()
        )
        narrate(welcome(workspace))
        if no_screen:
            put(f"{folder}\n")
            return 0
        return open_screen(workspace)

    return demo


def _empty(folder: Path | None) -> Path:
    """A folder with nothing in it. Raises UsageProblem where there is something."""
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="facilitator-demo-"))
    try:
        is_used = folder.is_dir() and any(folder.iterdir())
    except OSError:
        is_used = False  # the workspace says what is wrong
    if is_used:
        raise UsageProblem(
            tr(
                "{folder} is not empty. Nothing was changed. The demo goes into an empty folder, "
                "so that it never mixes with real meetings: name another with --workspace.",
                folder=folder,
            )
        )
    return folder
