"""Values as people type them on the command line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from facilitator.errors import BadFile, UsageProblem
from facilitator.i18n import tr


def read_day(text: str) -> date:
    """'2026-11-24', also '24.11.2026'. Raises UsageProblem for a day that does not exist."""
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text.strip()):
        year, month, day = iso.groups()
    elif german := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text.strip()):
        day, month, year = german.groups()
    else:
        raise UsageProblem(
            tr("'{text}' is no date. Nothing was made. Write it like 2026-11-24.", text=text)
        )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise UsageProblem(
            tr("There is no {text} in the calendar. Nothing was made.", text=text)
        ) from None


def read_time(text: str) -> str:
    """'9:00', '16.30', '16:30' -> 'HH:MM'. Raises UsageProblem."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})(?:\s*(?:Uhr|h))?", text.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise UsageProblem(
            tr("'{text}' is no time of day. Nothing was made. Write it like 16:30.", text=text)
        )
    return f"{int(found[1]):02}:{found[2]}"


def read_file(path: Path) -> bytes:
    """The bytes of a file the person names. Raises BadFile with what to do."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        reason = tr("it is not there")
    except IsADirectoryError:
        reason = tr("it is a folder")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
    raise BadFile(
        tr(
            "{path} cannot be read: {reason}. Nothing was changed. Check the name and call again.",
            path=path,
            reason=reason,
        )
    )
