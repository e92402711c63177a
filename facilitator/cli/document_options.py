"""Which documents of a meeting are asked for: the options of all commands that write some."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from facilitator.errors import UsageProblem
from facilitator.formats import FORMATS
from facilitator.i18n import LANGUAGES, tr
from facilitator.minutes.wanted import DOCUMENT_KINDS, DocumentKind, Scope, Wanted

F = TypeVar("F", bound=Callable[..., object])

_TYPED: dict[str, DocumentKind] = {kind.replace("_", "-"): kind for kind in DOCUMENT_KINDS}
KINDS = tuple(_TYPED)
"""As they are typed."""


def kind_of(typed: str) -> DocumentKind:
    """Of one of `KINDS`."""
    return _TYPED[typed]


def wanted_of(
    kinds: Iterable[str],
    *,
    items: tuple[str, ...],
    scope: Scope | None,
    with_names: bool,
    language: str | None,
) -> tuple[Wanted, ...]:
    """The document of each kind, as typed; each option only where it says something. Raises
    UsageProblem for numbers of items without an extract: they would get everything instead."""
    wanted = tuple(map(kind_of, kinds))
    if items and "extract" not in wanted:
        raise UsageProblem(tr("--item goes with --kind extract. Nothing was written."))
    return tuple(
        Wanted(
            kind=kind,
            scope=scope or "all",
            items=items if kind == "extract" else (),
            with_names=with_names and kind == "course",
            language=language or "",
        )
        for kind in wanted
    )


def document_options(function: F) -> F:
    """`formats`, `items`, `scope`, `with_names`, `language`; which kinds is each command's own."""
    for option in reversed((
        click.option(
            "--format", "formats", multiple=True, metavar=tr("FORMAT"), callback=_named_formats,
            help=tr("{formats}; several with commas. Default: md.", formats=", ".join(FORMATS)),
        ),
        click.option(
            "--item", "items", multiple=True, metavar=tr("NUMBER"),
            help=tr("Number of an agenda item, for an extract; several times for several."),
        ),
        click.option(
            "--public", "scope", flag_value="public",
            help=tr("For everybody: without non-public items, functions instead of names."),
        ),
        click.option(
            "--closed", "scope", flag_value="closed",
            help=tr("The non-public items alone."),
        ),
        click.option(
            "--names", "with_names", is_flag=True,
            help=tr("In the time line: the names of who spoke."),
        ),
        click.option(
            "--lang", "language", type=click.Choice(LANGUAGES),
            help=tr("Language of the document. Default: that of the series."),
        ),
    )):  # fmt: skip
        function = option(function)
    return function


def _named_formats(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """The formats of one or several options, with commas or without; each once. None: nothing was
    said."""
    codes = tuple(
        dict.fromkeys(
            code
            for value in values
            for code in value.casefold().replace(" ", "").split(",")
            if code
        )
    )
    if values and not codes:
        raise click.BadParameter(
            tr("no format is named; there are: {formats}", formats=", ".join(FORMATS))
        )
    for code in codes:
        if code not in FORMATS:
            raise click.BadParameter(
                tr("there is no format '{format}'; there are: {formats}", format=code,
                   formats=", ".join(FORMATS))
            )  # fmt: skip
    return codes
