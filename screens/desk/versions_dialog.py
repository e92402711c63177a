"""The versions of the minutes: one to be read, or two to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.exporting.kept import KeptVersion
from facilitator.i18n import tr
from facilitator.life_words import day_words
from screens.while_there import WhileThere
from screens.widgets.columns import cut
from screens.widgets.row_list import Row, RowList

NOW = 0
"""The number that stands for what the minutes say now."""
WIDTH = 76


@dataclass(frozen=True)
class Read:
    """This version is wanted in the preview."""

    number: int


@dataclass(frozen=True)
class Compare:
    """What changed from the earlier to the later one. `marked`: so that the list can come back as
    it was left, on row `chosen`."""

    before: int
    after: int
    marked: tuple[int, ...]
    chosen: int


class VersionsDialog(WhileThere, ModalScreen[Read | Compare | None]):
    """`now`: how the minutes stand; `usual`: the version that now is compared with at first."""

    DEFAULT_CSS = """
    VersionsDialog { align: center middle; background: $background 60%; }
    VersionsDialog > #box {
        width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; background: $background; border-title-style: bold;
    }
    VersionsDialog RowList { height: auto; max-height: 14; }
    VersionsDialog #pair { height: 1; margin-top: 1; }
    VersionsDialog #problem { height: auto; color: $text-error; text-style: bold; }
    VersionsDialog #keys { height: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("space", "mark", show=False),
        Binding("c", "compare", show=False),
    ]

    def __init__(
        self,
        versions: Sequence[KeptVersion],
        now: str,
        usual: int,
        *,
        marked: tuple[int, ...] = (),
        chosen: int | None = None,
    ) -> None:
        super().__init__()
        self._versions = tuple(versions)
        self._now = now
        self._usual = usual
        self._marked = marked
        self._chosen = versions[0].number if chosen is None else chosen

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr("Versions")).markup
            yield RowList(id="versions")
            yield Static(id="pair", markup=False)
            yield Static(id="problem", markup=False)
            keys = tr("↵ read   Space mark   c compare   Esc back")
            yield Static(Content(keys), id="keys", markup=False)

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        self._draw()
        rows.choose(str(self._chosen))
        rows.focus()
        self._say_pair()

    @property
    def chosen(self) -> int:
        return int(self.query_one(RowList).chosen or NOW)

    def pair(self) -> tuple[int, int] | None:
        """What `c` compares now: the two that are marked, else the one that is marked with the
        chosen one, else the chosen one with now. None: one with itself."""
        chosen = self.chosen
        two = list(self._marked[:2])
        for each in (chosen, NOW, self._usual):
            if len(two) < 2 and each not in two:
                two.append(each)
        if len(two) < 2:
            return None
        before, after = sorted(two, key=lambda number: (number == NOW, number))
        return before, after

    def _draw(self) -> None:
        room = min(WIDTH, self.app.size.width) - 9
        said = {NOW: f"{tr('now')} · {self._now}"}
        said |= {each.number: version_words(each) for each in self._versions}
        self.query_one(RowList).show(
            [
                Row(str(number), Content(f" {'●' if number in self._marked else ' '} "
                                         f"{cut(text, room)}"))
                for number, text in said.items()
            ]
        )  # fmt: skip

    def _say_pair(self) -> None:
        found = self.pair()
        said = ""
        if found is not None:
            before, after = found
            said = (
                tr("c compares version {before} with version {after}", before=before, after=after)
                if after
                else tr("c compares version {n} with now", n=before)
            )
        self.query_one("#pair", Static).update(Content(said))

    def on_row_list_chosen(self) -> None:
        self.query_one("#problem", Static).update("")
        self._say_pair()

    def on_option_list_option_selected(self) -> None:
        found = next((each for each in self._versions if each.number == self.chosen), None)
        if found is not None and found.is_of_newer:
            self.query_one("#problem", Static).update(Content(newer_problem(found.number)))
            return
        self.dismiss(Read(self.chosen))

    def action_mark(self) -> None:
        """Of three the one marked first gives way."""
        chosen = self.chosen
        if chosen in self._marked:
            self._marked = tuple(each for each in self._marked if each != chosen)
        else:
            self._marked = (*self._marked, chosen)[-2:]
        self._draw()
        self._say_pair()

    def action_compare(self) -> None:
        if (found := self.pair()) is not None:
            self.dismiss(Compare(*found, marked=self._marked, chosen=self.chosen))

    def action_leave(self) -> None:
        self.dismiss(None)


def version_words(version: KeptVersion) -> str:
    """'Fassung 2, 15.10.2026 · versandt 15.10.2026 · Datei fehlt: pdf · Stimmen berichtigt'."""
    day = day_words(version.export.issued)
    said = [tr("version {n}, {day}", n=version.number, day=day)]
    if version.sent is not None:
        said.append(tr("sent {day}", day=day_words(version.sent)))
    if version.is_of_newer:
        said.append(tr("of a newer program"))
    if version.gone:
        said.append(tr("file is gone: {formats}", formats=", ".join(version.gone)))
    if version.altered:
        said.append(tr("file was altered: {formats}", formats=", ".join(version.altered)))
    if version.export.reason:
        said.append(version.export.reason)
    return " · ".join(said)


def newer_problem(number: int) -> str:
    return tr(
        "Version {n} is a document of a newer program and cannot be shown here. Update "
        "facilitator to read it; nothing of it is lost.",
        n=number,
    )
