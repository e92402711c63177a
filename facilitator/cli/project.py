"""The wall for the room, in a terminal of its own: a second process that only reads."""

from __future__ import annotations

from typing import get_args

import click
from click.core import ParameterSource

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.i18n import LANGUAGES, tr
from facilitator.settings import ThemeName, load_settings


def command() -> click.Command:
    @click.command(
        "project",
        help=tr(
            "The wall for the projector, in a second terminal: what runs, what was agreed, what "
            "is read back. It follows the live screen, writes nothing, and stays when that ends. "
            "← and → choose a view by hand, 0 follows again, q quits."
        ),
        short_help=tr("Show the room what it may see, in a second terminal."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @click.option(
        "--theme",
        type=click.Choice(get_args(ThemeName)),
        help=tr("Colours; in a bright room 'light' is read best. Default: as chosen before."),
    )
    @everywhere()
    @pass_call
    @click.pass_context
    def project(context: click.Context, call: Call, meeting: str, theme: ThemeName | None) -> int:
        from facilitator.cli.language import speak
        from facilitator.cli.output import narrate
        from facilitator.cli.screen import nothing_collected, require_terminal

        require_terminal()
        with nothing_collected():
            workspace = call.workspace
            watched = workspace.watch(workspace.find(meeting))
            settings = load_settings()
            if not _asked_for_language(context) and settings.language not in LANGUAGES:
                speak(watched.meeting.language)
            from screens.projector import ProjectorApp

            app = ProjectorApp(watched, workspace.root, theme=theme or settings.theme)
            app.run()
        if app.failure:
            narrate(app.failure)
            return 1
        return app.return_code or 0

    return project


def _asked_for_language(context: click.Context | None) -> bool:
    """Whether `--lang` was given, in front of the command or behind it."""
    while context is not None:
        if context.get_parameter_source("lang") == ParameterSource.COMMANDLINE:
            return True
        context = context.parent
    return False
