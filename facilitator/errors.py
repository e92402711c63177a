"""What can go wrong, said to people: what happened, what it means for the data, what to do.

Every error that reaches a person is a `FacilitatorError`; the program's doors (command line and
app) print it and nothing else. `title` names the kind in two or three words, `exit_code` is what
the command line ends with. Texts are in the language of the screen at the time of raising.
"""

from __future__ import annotations


class FacilitatorError(Exception):
    """`str(error)` is the whole text for people, in up to three sentences."""

    title = "Error"
    exit_code = 1
    can_use_built_in = False
    """The same can be had with the built-in template: doors offer it."""


class UsageProblem(FacilitatorError):
    """The call or the typed value makes no sense; nothing was changed."""

    title = "Not understood"
    exit_code = 2


class NotFound(FacilitatorError):
    """Nothing, or more than one thing, goes by that name; nothing was changed."""

    title = "Not found"
    exit_code = 3


class BadFile(FacilitatorError):
    """A file cannot be read as what it should be; it was left as it is."""

    title = "Unreadable file"
    exit_code = 4


class BadTemplate(BadFile):
    """A template of the user's own cannot be used; nothing was written. The text names file and
    line, where they are known."""

    title = "Template cannot be used"
    can_use_built_in = True


class NotSaved(FacilitatorError):
    """Writing failed: disk full, no permission, file held by another program. What was to be
    saved is still in memory and can be tried again."""

    title = "Not saved"
    exit_code = 5


class Damaged(FacilitatorError):
    """`facilitator check` found a file that is not whole."""

    title = "Damaged file"
    exit_code = 6
