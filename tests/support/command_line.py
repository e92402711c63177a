"""The command line in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from facilitator.cli.program import program


class CommandLine:
    """`cli("list", "--format", "json")` runs a command; `root` is its workspace."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, *args: str | Path, stdin: str | bytes = b"") -> Result:
        return CliRunner().invoke(program(), [str(arg) for arg in args], input=stdin)

    def plan(self, title: str = "2. Treffen", series: str = "Netzwerk", *args: str | Path) -> str:
        """Plan a meeting; its reference."""
        done = self("new", title, "--series", series, "--date", "2026-10-14", *args)
        assert done.exit_code == 0, done.stderr
        return done.stdout.strip()

    def record(self, *lines: str, meeting: str = "last") -> Result:
        return self("record", meeting, stdin="".join(f"{line}\n" for line in lines))
