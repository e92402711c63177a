"""Which CSV file to read people from: a path to type, and the newest ones to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from facilitator.errors import BadFile, FacilitatorError
from facilitator.exchange.people_csv import PeopleList, read_people
from facilitator.i18n import tr
from screens.while_there import WhileThere
from screens.widgets.columns import cut, spread
from screens.widgets.row_list import Row, RowList

_MOST = 8
_TOO_LARGE = 20_000_000


class ImportFileDialog(WhileThere, ModalScreen[PeopleList | None]):
    """Reads the file and returns the list; a file that is none is said in place."""

    DEFAULT_CSS = """
    ImportFileDialog { align: center middle; background: $background 60%; }
    ImportFileDialog > #box {
        width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; background: $background;
    }
    ImportFileDialog Input { height: 1; border: none; padding: 0; background: $surface; }
    ImportFileDialog Input:focus { border: none; background: $panel; }
    ImportFileDialog #found { height: 1; color: $text-muted; margin-top: 1; }
    ImportFileDialog RowList { height: auto; max-height: 8; }
    ImportFileDialog #note { height: auto; min-height: 1; color: $text-error; text-style: bold; }
    ImportFileDialog #keys { height: 1; color: $text-muted; }
    """
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("enter", "read", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("up", "choose(-1)", show=False, priority=True),
    ]

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        super().__init__()
        self._folders = tuple(folders) if folders is not None else _usual_folders()
        self._files: tuple[Path, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Input(placeholder=tr("path of a CSV file"), id="path", select_on_focus=False)
            yield Static(id="found", markup=False)
            yield RowList(id="files", focusable=False)
            yield Static(id="note", markup=False)
            keys = tr("↵ read in   Tab completes   ↑↓ newest files   Esc leave")
            yield Static(Content(keys), id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one("#box").border_title = Content(tr("READ PEOPLE IN FROM A FILE"))
        self._files = _newest(self._folders)
        found = tr("The newest .csv files nearby:") if self._files else tr("No .csv file nearby.")
        self.query_one("#found", Static).update(Content(found))
        self.query_one(RowList).show(
            [
                Row(str(path), Content(f" {spread(path.name, cut(_short(path.parent), 30), 68)}"))
                for path in self._files
            ]
        )
        self.query_one(RowList).highlighted = None
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._note("")

    def action_choose(self, by: int) -> None:
        if not self._files:
            return
        rows = self.query_one(RowList)
        chosen = [str(path) for path in self._files]
        place = chosen.index(rows.chosen) + by if rows.chosen in chosen else 0
        rows.choose(chosen[place % len(chosen)])
        self._put(_short(Path(rows.chosen)))

    def action_complete(self) -> None:
        typed = self.query_one(Input).value
        done = complete_path(typed)
        if done == typed:
            self._note(tr("Nothing begins like that.") if not _expanded(typed).exists() else "")
        else:
            self._put(done)

    def action_read(self) -> None:
        typed = self.query_one(Input).value.strip()
        if not typed:
            if self._files:
                self.action_choose(1)
            return
        try:
            people = _read(_expanded(typed))
        except FacilitatorError as error:
            self._note(str(error))
            return
        self.dismiss(people)

    def action_leave(self) -> None:
        self.dismiss(None)

    def _put(self, path: str) -> None:
        line = self.query_one(Input)
        line.value = path
        line.cursor_position = len(path)

    def _note(self, text: str) -> None:
        self.query_one("#note", Static).update(Content(text))


def complete_path(typed: str) -> str:
    """The path as far as it is sure: the common beginning of what fits, a folder with '/'."""
    folder, _, begun = typed.rpartition("/")
    within = _expanded(f"{folder}/") if "/" in typed else Path()
    try:
        names = sorted(
            f"{path.name}/" if path.is_dir() else path.name
            for path in within.iterdir()
            if path.name.casefold().startswith(begun.casefold())
            and (begun.startswith(".") or not path.name.startswith("."))
        )
    except OSError:
        return typed
    useful = [name for name in names if name.endswith(("/", ".csv", ".txt", ".CSV"))] or names
    common = _common_beginning(useful)
    if len(common) < len(begun):
        common = begun
    return f"{folder}/{common}" if "/" in typed else common or typed


def _common_beginning(names: Sequence[str]) -> str:
    first, last = min(names, default=""), max(names, default="")
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return first[:same]


def _read(path: Path) -> PeopleList:
    try:
        if path.is_file() and path.stat().st_size > _TOO_LARGE:
            raise BadFile(tr("{name} is too large for a list of people.", name=path.name))
        content = path.read_bytes()
    except FileNotFoundError:
        raise BadFile(tr("There is no file {name}.", name=path)) from None
    except IsADirectoryError:
        raise BadFile(tr("{name} is a folder. Tab shows what is in it.", name=path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadFile(tr("{name} cannot be read: {reason}.", name=path, reason=reason)) from None
    return read_people(content, path.name)


def _usual_folders() -> tuple[Path, ...]:
    home = Path.home()
    return (Path.cwd(), home / "Downloads")


def _newest(folders: Sequence[Path]) -> tuple[Path, ...]:
    found: dict[Path, float] = {}
    for folder in folders:
        try:
            for path in folder.iterdir():
                if path.suffix.casefold() == ".csv" and path.is_file():
                    found[path.resolve()] = path.stat().st_mtime
        except OSError:
            continue
    return tuple(sorted(found, key=lambda path: -found[path])[:_MOST])


def _expanded(typed: str) -> Path:
    try:
        return Path(typed.strip().strip("\"'")).expanduser()
    except RuntimeError:  # '~nobody'
        return Path(typed)


def _short(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
