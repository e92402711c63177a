"""`facilitator templates`: how documents look and which words they use: list, copy, check."""

from __future__ import annotations

import click

from facilitator.cli.call import Call, everywhere, pass_call
from facilitator.cli.named_file import make_folder, write
from facilitator.cli.output import narrate, put, put_table
from facilitator.errors import BadTemplate, UsageProblem
from facilitator.i18n import current_language, ntr, tr


def command() -> click.Command:
    @click.group(
        "templates",
        help=tr(
            "Templates of documents: which there are, a copy into the workspace to change, a check "
            "whether your own can be used. A file in templates/minutes/ of the workspace is used "
            "instead of the built-in one; delete or rename it, and the built-in one is used again."
        ),
        short_help=tr("List, copy and check templates of documents."),
        subcommand_metavar="[list | copy NAME | check [NAME]]",
        invoke_without_command=True,
    )
    @everywhere()
    @click.pass_context
    def templates(context: click.Context) -> int:
        return 0 if context.invoked_subcommand else int(context.invoke(listing))

    listing = _list()
    for made in (listing, _copy(), _check()):
        made.options_metavar = tr("[OPTIONS]")
        templates.add_command(made)
    return templates


def _list() -> click.Command:
    @click.command(
        "list",
        help=tr("Which templates there are, what is written with them, and which are your own."),
        short_help=tr("List the templates."),
    )
    @everywhere()
    @pass_call
    def list_templates(call: Call) -> int:
        from facilitator.own_file import is_there
        from facilitator.template_files import FOLDER, astray, template_files

        root = call.workspace.root
        rows = []
        for file in template_files():
            own = file.own(root)
            formats = file.formats[0] if len(file.formats) == 1 else tr("all")
            rows.append((file.name, file.language or tr("all"), formats,
                         str(own) if is_there(own) else tr("built-in")))  # fmt: skip
        put_table((tr("Template"), tr("Language"), tr("Formats"), tr("Used")), rows)
        narrate(
            tr(
                "Fonts for signs that those of the PDF lack (.ttf, .otf): {folder}",
                folder=root.joinpath(*FOLDER, "fonts"),
            )
        )
        _tell(astray(root))
        return 0

    return list_templates


def _copy() -> click.Command:
    @click.command(
        "copy",
        help=tr(
            "Copy a built-in template into the workspace, to be changed there. One of a language "
            "is 'de/words.toml' or, in the language of the screen, 'words.toml'."
        ),
        short_help=tr("Copy a template into the workspace."),
    )
    @click.argument("name", metavar=tr("NAME"))
    @click.option(
        "--replace", is_flag=True,
        help=tr("Replace the one that is there; it is kept beside it."),
    )  # fmt: skip
    @everywhere()
    @pass_call
    def copy(call: Call, name: str, replace: bool) -> int:
        from facilitator.own_file import is_there
        from facilitator.template_files import named

        file = named(name, current_language())
        path = file.own(call.workspace.root)
        if is_there(path) and not replace:
            raise UsageProblem(
                tr(
                    "{path} is there already and was left as it is. With --replace the built-in "
                    "one takes its place, and what stood there is kept beside it.",
                    path=path,
                )
            )
        content = file.content()
        make_folder(path.parent)
        kept = write(path, content)
        put(f"{path}\n")
        if kept is not None:
            narrate(tr("What stood there before is kept as {path}.", path=kept))
        narrate(
            tr("Change it, then: facilitator templates check {name}", name=file.name)
        )  # fmt: skip
        return 0

    return copy


def _check() -> click.Command:
    @click.command(
        "check",
        help=tr(
            "Write documents of a sample meeting with your own templates, or with the one named, "
            "and say what is wrong in which file and line. Writes no file."
        ),
        short_help=tr("Check your own templates."),
    )
    @click.argument("name", metavar=tr("[NAME]"), required=False)
    @everywhere()
    @pass_call
    def check(call: Call, name: str | None) -> int:
        from facilitator.own_file import is_there
        from facilitator.template_files import astray, named, template_files
        from facilitator.template_files import check as checked

        root = call.workspace.root
        if name is None:
            files = [file for file in template_files() if is_there(file.own(root))]
        else:
            files = [named(name, current_language())]
            if not is_there(files[0].own(root)):
                raise UsageProblem(
                    tr(
                        "The workspace has no {name} of its own, so the built-in one is used. "
                        "'facilitator templates copy {name}' makes one.",
                        name=files[0].name,
                    )
                )
        is_bad = False
        for file in files:
            result = checked(file, root)
            if result.missing:
                narrate(
                    tr("{name} was not checked: it needs a library. Install it with: {command}",
                       name=file.name, command=result.missing)
                )  # fmt: skip
                continue
            for problem in result.problems:
                put(f"{problem}\n")
            if not result.problems:
                put(tr("{name} can be used.", name=file.name) + "\n")
            for remark in result.remarks:
                narrate(remark)
            is_bad = is_bad or bool(result.problems)
        _tell(astray(root))
        narrate(
            ntr("{n} template was checked.", "{n} templates were checked.", len(files))
            if files
            else tr("The workspace has no templates of its own: the built-in ones are used.")
        )
        return BadTemplate.exit_code if is_bad else 0

    return check


def _tell(names: tuple[str, ...]) -> None:
    for name in names:
        narrate(
            tr("templates/minutes/{name} is used by nothing: it stands in the wrong folder.",
               name=name)
        )  # fmt: skip
