"""The tree of commands. Built when called, because every text is in the language of the call;
a command's module is imported only when that command is wanted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

import facilitator
from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.i18n import tr

COMMANDS = {
    "demo": "demo",
    "new": "new",
    "open": "screen",
    "project": "project",
    "record": "record",
    "close": "close",
    "minutes": "minutes",
    "templates": "templates",
    "reopen": "reopen",
    "export": "export",
    "versions": "versions",
    "next": "next",
    "import": "importing",
    "actions": "actions",
    "list": "listing",
    "check": "check",
}
"""Command -> the module it lives in; its function `command` makes it."""


class Program(click.Group):
    """The whole program as click sees it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"facilitator.cli.{COMMANDS[cmd_name]}")
        command = module.command()
        assert isinstance(command, click.Command)
        command.options_metavar = tr("[OPTIONS]")
        return command

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run through the outer boundary, also when a test invokes this object."""
        from facilitator.cli.boundary import run

        sys.exit(run(sys.argv[1:] if args is None else args))


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"facilitator {facilitator.__version__}")
        context.exit()


def program() -> Program:
    """The commands in the language of the moment."""

    @click.group(
        cls=Program,
        invoke_without_command=True,
        options_metavar=tr("[OPTIONS]"),
        subcommand_metavar=tr("[COMMAND ...]"),
        context_settings={"help_option_names": ["-h", "--help"], "obj": Call()},
        help=tr(
            "Lead a meeting from the terminal: agenda, people, decisions and action items live; "
            "minutes at once; open actions at the next meeting. Without a command: the library."
        ),
        epilog=_epilog(),
    )
    @everywhere(hidden=False)
    @click.option(
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_version,
        help=tr("Show the version and exit."),
    )
    @pass_call
    @click.pass_context
    def root(context: click.Context, call: Call) -> int:
        if context.invoked_subcommand is not None:
            return 0
        from facilitator.cli.screen import open_screen

        return open_screen(call.workspace)

    assert isinstance(root, Program)
    return root


def _epilog() -> str:
    """Behind the list of commands: what MEETING can be, and the exit codes."""
    meeting = tr(
        "MEETING is 'series/date-title' as 'facilitator list' prints it, a part of it that fits "
        "only one, or 'last'."
    )
    codes = tr(
        "Exit codes: 0 done, 1 something unforeseen, 2 the call makes no sense, 3 not found or "
        "ambiguous, 4 a file cannot be read, 5 not saved, 6 a file is damaged, 130 stopped with "
        "Ctrl+C."
    )
    return f"{meeting}\n\n{codes}"
