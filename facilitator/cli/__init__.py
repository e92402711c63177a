"""The command line. Loads nothing of weight until a command runs; no Textual until a screen opens.

stdout is data, stderr is narration, the exit code says how it went (see `boundary`).
"""

from __future__ import annotations

import sys


def main() -> None:
    """The program as installed: `facilitator …`."""
    from facilitator.cli.boundary import run

    sys.exit(run(sys.argv[1:]))
