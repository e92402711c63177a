"""How a comparison is headed, and what is said where nothing differs. In the language of the
screen."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.i18n import ntr, tr
from facilitator.minutes.comparing.difference import Difference
from facilitator.minutes.escaping import escaped


def compared_title(before: int, after: int) -> str:
    """Numbers of versions; `after` 0: what the minutes say now."""
    if after:
        return tr("Changed from version {before} to version {after}", before=before, after=after)
    return tr("Changed since version {n}", n=before)


def same_words(before: int, after: int) -> str:
    """That both say the same, which no empty page says."""
    if after:
        return tr(
            "Nothing differs: version {after} says what version {before} says.",
            before=before,
            after=after,
        )
    return tr("Nothing differs: the minutes say what version {n} says.", n=before)


def newer_words(count: int) -> str:
    """That so many changes could not be compared; none: nothing."""
    if not count:
        return ""
    return ntr(
        "{n} change was made by a newer version of facilitator and is not compared. Update "
        "facilitator to see it.",
        "{n} changes were made by a newer version of facilitator and are not compared. Update "
        "facilitator to see them.",
        count,
    )


def as_markdown(
    title: str, before: int, after: int, found: Sequence[Difference], remark: str = ""
) -> str:
    """A comparison of its own: whose minutes (`title`), between which versions, a difference an
    item; `remark` stands at the end."""
    lines = [f"# {escaped(compared_title(before, after))}", "", escaped(title), ""]
    lines += [f"- {escaped(each.words())}" for each in found] or [same_words(before, after)]
    if remark:
        lines += ["", escaped(remark)]
    return "\n".join(lines) + "\n"
