"""`facilitator export`: numbered versions in the workspace, and what is sent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.document_options import KINDS, document_options, wanted_of
from facilitator.cli.minutes import warn_of_names
from facilitator.cli.output import narrate, put
from facilitator.cli.progress import said_if_slow
from facilitator.cli.values import read_day
from facilitator.errors import UsageProblem
from facilitator.formats import FORMATS
from facilitator.i18n import tr
from facilitator.minutes.wanted import Scope

if TYPE_CHECKING:
    from facilitator.exporting import Exporter


def command() -> click.Command:
    @click.command(
        "export",
        help=tr(
            "Write a numbered version of a meeting's documents into the workspace, as the screen "
            "does; prints the files. Formats and kinds of one version say the same. The number "
            "grows only when the content, your words or your templates differ; after a version "
            "was sent, a new one needs a reason. --sent writes what is sent and records it."
        ),
        short_help=tr("Write a numbered version into the workspace."),
    )
    @click.argument("meeting", metavar=tr("MEETING"))
    @document_options
    @click.option(
        "--kind", "kinds", multiple=True, default=("results",), show_default=True,
        type=click.Choice(KINDS),
        help=tr("Which document; several times for several."),
    )  # fmt: skip
    @click.option(
        "--reason", default="", metavar=tr("TEXT"),
        help=tr("Why there is a new version after one was sent; it is printed."),
    )  # fmt: skip
    @click.option("--sent", is_flag=True, help=tr("This is what is sent; it is kept as it is."))
    @click.option(
        "--to", multiple=True, metavar=tr("TEXT"),
        help=tr("With --sent: to whom; several times for several."),
    )  # fmt: skip
    @click.option(
        "--until", metavar=tr("YYYY-MM-DD"), help=tr("With --sent: the last day for objections.")
    )
    @everywhere(with_language=False)
    @pass_call
    def export(
        call: Call, meeting: str, formats: tuple[str, ...], kinds: tuple[str, ...],
        items: tuple[str, ...], scope: Scope | None, with_names: bool, reason: str, sent: bool,
        to: tuple[str, ...], until: str | None, language: str | None,
    ) -> int:  # fmt: skip
        from facilitator.exporting import Asked, ReasonNeeded, exporter_for

        if not sent and (to or until):
            raise UsageProblem(tr("--to and --until go with --sent. Nothing was written."))
        documents = wanted_of(
            kinds, items=items, scope=scope, with_names=with_names, language=language
        )
        day = read_day(until) if until is not None else None
        workspace = call.workspace
        live = workspace.open(workspace.find(meeting))
        exporter = exporter_for(workspace, live)
        if sent and day is None and (day := _day_as_sent(exporter)):
            narrate(
                tr(
                    "The last day for objections is still {day}, as it was sent; --until sets "
                    "another.",
                    day=f"{day:%Y-%m-%d}",
                )
            )
        if scope == "public" or "oparl" in formats:
            warn_of_names(
                (exporter.on_the_table(wanted.kind) for wanted in documents),
                is_for_oparl=scope != "public",
            )
        asked = [
            Asked(
                format=code,
                wanted=wanted,
            )
            for wanted in documents
            for code in formats or ("md",)
        ]
        try:
            with said_if_slow(_doing(formats or ("md",))):
                if sent:
                    result = exporter.send(asked, to=to, objections_until=day, reason=reason)
                else:
                    result = exporter.export(asked, reason=reason)
        except ReasonNeeded as error:
            raise UsageProblem(f"{error} {tr('Call again with --reason.')}") from None
        for remark in result.remarks:
            narrate(remark)
        put("".join(f"{file.path}\n" for file in result.files))
        narrate(result.message)
        if sent:
            narrate(tr("Recorded as sent."))
        return 0

    return export


def _day_as_sent(exporter: Exporter) -> date | None:
    """Of minutes that were sent as they are and now go to more people: else the day would be gone,
    and what they get would be another version."""
    before = exporter.sent_as_it_is_now(exporter.content())
    return before.objections_until if before else None


def _doing(formats: tuple[str, ...]) -> str:
    names = ", ".join(FORMATS[code].name() for code in formats)
    return tr("Being written: {formats} …", formats=names)
