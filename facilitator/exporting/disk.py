"""Files of versions on disk: written whole, known by their digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from facilitator.errors import NotSaved
from facilitator.files import write_atomically
from facilitator.i18n import tr


def digest_of(content: bytes) -> str:
    """SHA-256 in hex, as kept in `Export.digest`."""
    return hashlib.sha256(content).hexdigest()


def digest_on_disk(path: Path) -> str | None:
    """None: there is no such file. One that cannot be read has no digest of ours."""
    try:
        return digest_of(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError:
        return "" if path.exists() else None


def write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, content)
    except OSError as error:
        raise NotSaved(
            tr(
                "The minutes could not be written to {path}: {reason}. The meeting itself is "
                "safe; try again or choose another place.",
                path=path,
                reason=error.strerror or str(error),
            )
        ) from error
