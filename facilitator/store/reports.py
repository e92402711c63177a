"""What was found on reading a file, as sentences for people."""

from __future__ import annotations

from pathlib import Path

from facilitator.i18n import ntr, tr
from facilitator.store.lines import CHANGES
from facilitator.store.recovery import Loaded


def reading_report(path: Path, loaded: Loaded, strange: int, is_held: bool) -> list[str]:
    """One sentence for each thing; empty for a whole file. `strange`: rows of `changes` that are
    no changes. `is_held`: what is lost on disk is still in memory."""
    file = path.name
    found: list[str] = []
    repaired = sum(name == CHANGES for name, _ in loaded.repaired)
    unsealed = sum(name == CHANGES for name, _ in loaded.unsealed)
    if loaded.form == "broken":
        found.append(
            tr(
                "{file} is damaged. What could be read is shown; the damaged file is kept beside it"
                " at the next save.",
                file=file,
            )
        )
    if repaired:
        found.append(
            ntr(
                "In {file} one change had a wrong bit; it was put right.",
                "In {file} {n} changes had a wrong bit each; they were put right.",
                repaired,
                file=file,
            )
        )
    if loaded.fetched:
        found.append(
            ntr(
                "One change of {file} was taken from the version before.",
                "{n} changes of {file} were taken from the version before.",
                loaded.fetched,
                file=file,
            )
        )
    lost = loaded.lost - loaded.fetched
    if lost > 0 and not is_held:
        found.append(
            ntr(
                "One change of {file} could not be read and is missing. Look whether a backup has"
                " it.",
                "{n} changes of {file} could not be read and are missing. Look whether a backup has"
                " them.",
                lost,
                file=file,
            )
        )
    if unsealed:
        found.append(
            ntr(
                "One change of {file} was altered outside of facilitator. It is kept as it is now.",
                "{n} changes of {file} were altered outside of facilitator. They are kept as they"
                " are now.",
                unsealed,
                file=file,
            )
        )
    if strange:
        found.append(
            ntr(
                "One row of {file} is no change. It is kept and not shown.",
                "{n} rows of {file} are no changes. They are kept and not shown.",
                strange,
                file=file,
            )
        )
    return found
