"""The outer boundary: whatever goes wrong, a person reads what happened, what it means for the
data and what to do; never a traceback. And the exit codes, in one place.

  0 done · 1 something unforeseen, or the screen ended against its will · 2 the call makes no sense
  3 not found, or ambiguous · 4 a file cannot be read · 5 not saved · 6 a file is damaged
  130 stopped with Ctrl+C
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from facilitator.cli.language import language_of, speak
from facilitator.cli.output import narrate
from facilitator.errors import FacilitatorError, NotSaved
from facilitator.i18n import tr

STOPPED = 130
UNFORESEEN = 1


def run(args: Sequence[str]) -> int:
    """Run one call of the program; returns its exit code. Never raises."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not closed from the start, nor a test's own
            with contextlib.suppress(ValueError, OSError):
                stream.reconfigure(errors="backslashreplace")
    try:
        speak(language_of(args))
        return _run(list(args))
    except KeyboardInterrupt:
        return _stopped()
    except Exception as error:  # noqa: BLE001 - this is the boundary
        return _unforeseen(error)


def _run(args: list[str]) -> int:
    from facilitator.cli.program import program

    try:
        with program().make_context("facilitator", args) as context:
            code = context.command.invoke(context)
        _flush()
    except click.exceptions.Exit as leaving:
        _flush()
        return leaving.exit_code
    except click.UsageError as error:
        return _misused(error)
    except click.ClickException as error:
        narrate(error.format_message())
        return error.exit_code
    except (click.Abort, EOFError):
        return _stopped()
    except FacilitatorError as error:
        narrate(_titled(error))
        return error.exit_code
    except BrokenPipeError:
        _close_quietly()
        return 0
    except OSError as error:
        return _refused(error)
    return code if isinstance(code, int) else 0


def _titled(error: FacilitatorError) -> str:
    """With its title in front, once: a failed save says it itself, for the screen."""
    title, text = tr(error.title), str(error)  # the titles are collected from errors.py
    return text if text.startswith(title) else f"{title}: {text}"


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _misused(error: click.UsageError) -> int:
    if error.ctx is not None:
        narrate(error.ctx.get_usage())
        narrate(tr("'{command} --help' says more.", command=error.ctx.command_path))
    narrate(f"{tr('Not understood')}: {error.format_message()}")
    return error.exit_code


def _stopped() -> int:
    narrate("")
    narrate(tr("Stopped. Everything accepted before is saved."))
    return STOPPED


def _refused(error: OSError) -> int:
    """The system said no where no command had an answer: mostly stdout on a full disk."""
    _close_quietly()
    reason = error.strerror or str(error)
    what = f" ({error.filename})" if error.filename else ""
    if error.errno == errno.ENOSPC:
        text = tr(
            "The disk is full{what}. What was saved before is whole; the output is not. "
            "Make room and call again.",
            what=what,
        )
    else:
        text = tr(
            "The system refused: {reason}{what}. What was saved before is whole. "
            "Check folder and permissions, then call again.",
            reason=reason,
            what=what,
        )
    narrate(f"{tr(NotSaved.title)}: {text}")
    return NotSaved.exit_code


def _unforeseen(error: Exception) -> int:
    """A mistake of ours: two sentences for the person, the details into a file."""
    details = "".join(traceback.format_exception(error))
    try:
        from facilitator.settings import state_folder

        path = state_folder() / "last-error.txt"
        path.write_text(details, encoding="utf-8", errors="backslashreplace")
        where = str(path)
    except OSError:
        where = ""
    narrate(
        tr("Something went wrong that should not have. Everything accepted before is saved.")
        + " "
        + (tr("Details for the makers are in {path}.", path=where) if where else str(error))
    )
    return UNFORESEEN


def _close_quietly() -> None:
    """Who reads our output has gone: let nothing complain about it at the end of the process."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
