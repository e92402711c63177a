"""What one call of the program works on: the workspace and the language, found when needed."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from facilitator.i18n import LANGUAGES, tr

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

F = TypeVar("F", bound=Callable[..., object])


class Call:
    """`folder` is what `--workspace` names, None if it was not given."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace, opened on first use. Raises FacilitatorError where it cannot be."""
        from facilitator.settings import default_workspace

        return open_workspace(self.folder or default_workspace())


def open_workspace(folder: Path) -> Workspace:
    """The workspace in this folder, with the clock and the identity of this laptop."""
    from facilitator.clock import SystemClock
    from facilitator.errors import UsageProblem
    from facilitator.workspace import Workspace

    try:
        clock = SystemClock()
    except ValueError as error:
        raise UsageProblem(
            tr("FACILITATOR_NOW is no time ({reason}). Nothing was done.", reason=error)
        ) from None
    return Workspace(folder, clock=clock, device=device())


def device() -> str:
    """This laptop's four hex digits; where they cannot be kept, for this run only."""
    from facilitator.settings import state_folder
    from facilitator.store.clock import device_id

    try:
        folder = state_folder()
    except OSError:
        folder = Path(os.devnull)
    return device_id(folder)


def _set_folder(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.ensure_object(Call).folder = value.expanduser()


def everywhere(hidden: bool = True, *, with_language: bool = True) -> Callable[[F], F]:
    """The options that may stand in front of a command or behind it. `with_language` False: the
    command has a `--lang` of its own, which says more."""

    def decorate(function: F) -> F:
        if with_language:
            function = click.option(
                "--lang",
                type=click.Choice(LANGUAGES),
                expose_value=False,  # read before anything is parsed: see `language_of`
                hidden=hidden,
                help=tr(
                    "Language of screen and messages. Default: as chosen before, else the locale."
                ),
            )(function)
        return click.option(
            "--workspace",
            type=click.Path(path_type=Path),
            metavar=tr("DIR"),
            callback=_set_folder,
            expose_value=False,
            hidden=hidden,
            help=tr(
                "Where series and meetings are kept. "
                "Default: FACILITATOR_WORKSPACE, else the data folder of the system."
            ),
        )(function)

    return decorate


pass_call = click.make_pass_decorator(Call, ensure=True)
