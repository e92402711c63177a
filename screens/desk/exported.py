"""What was written, and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.i18n import tr
from screens.while_there import WhileThere


class ExportedDialog(WhileThere, ModalScreen[str | None]):
    """Returns "folder": open it; "plain": write again with the built-in template; None: back."""

    DEFAULT_CSS = """
    ExportedDialog { align: center middle; background: $background 60%; }
    ExportedDialog > Vertical {
        width: 90; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; background: $background; border-title-style: bold;
    }
    ExportedDialog Static { height: auto; }
    ExportedDialog .problem { color: $text-error; }
    ExportedDialog #keys { color: $text-muted; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer('')", show=False),
        Binding("enter,o", "folder", show=False),
        Binding("f2", "plain", show=False),
    ]

    def __init__(
        self,
        paths: Sequence[Path],
        lines: Sequence[str],
        problems: Sequence[str],
        *,
        can_be_plain: bool = False,
    ) -> None:
        super().__init__()
        self._paths = tuple(paths)
        self._lines = tuple(lines)
        self._problems = tuple(problems)
        self._can_be_plain = can_be_plain

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            title = tr("Written") if self._paths else tr("Not written")
            box.border_title = Content(title).markup
            if self._paths:
                names = "\n".join(f"   {path.name}" for path in dict.fromkeys(self._paths))
                yield Static(Content(f"{self._paths[0].parent}\n{names}"), markup=False)
            for remark in dict.fromkeys(self._lines[1:]):
                if not any(str(path) in remark for path in self._paths):
                    yield Static(Content(remark), markup=False)
            for problem in dict.fromkeys(self._problems):
                yield Static(Content(problem), classes="problem", markup=False)
            yield Static(Content(self._keys()), id="keys", markup=False)

    def _keys(self) -> str:
        keys = [tr("↵ open the folder")] if self._paths else []
        if self._can_be_plain:
            keys.append(tr("F2 write with the built-in template"))
        return "   ".join([*keys, tr("Esc back")])

    def action_folder(self) -> None:
        self.dismiss("folder" if self._paths else None)

    def action_plain(self) -> None:
        if self._can_be_plain:
            self.dismiss("plain")

    def action_answer(self, answer: str) -> None:
        self.dismiss(answer or None)
