"""The least a check-in can cost in Textual: a line, labels, a list of the names that begin as typed
and at Enter a bare atomic write of as many bytes. None of it is ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option


class BareLine(TextArea):
    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            app = self.app
            assert isinstance(app, BareDoor)
            app.comes()
        else:
            await super()._on_key(event)


class BareDoor(App[None]):
    """`names`: who may come; `save`: called at Enter."""

    CSS = """
    Static { height: 1; }
    TextArea { height: 1; border: none; padding: 0; }
    #found { height: 1fr; border: none; }
    #latest { height: 6; border: none; }
    """

    def __init__(self, names: Sequence[str], save: Callable[[], None]) -> None:
        super().__init__()
        self._names = [(name.casefold(), name) for name in names]
        self._save = save
        self.came: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("head", markup=False)
        yield Static(id="counts", markup=False)
        yield BareLine()
        yield OptionList(id="found", markup=False)
        yield OptionList(id="latest", markup=False)
        yield Static(id="said", markup=False)
        yield Static("keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(BareLine).focus()

    def on_text_area_changed(self) -> None:
        typed = self.query_one(BareLine).text.casefold()
        found = [name for folded, name in self._names if typed and folded.startswith(typed)]
        options = self.query_one("#found", OptionList)
        options.set_options([Option(name) for name in found[:6]])
        if found:
            options.highlighted = 0

    def comes(self) -> None:
        line = self.query_one(BareLine)
        self._save()
        self.came.append(line.text)
        self.query_one("#counts", Static).update(f"{len(self.came)}")
        self.query_one("#latest", OptionList).set_options(
            [Option(name) for name in self.came[-4:][::-1]]
        )
        self.query_one("#said", Static).update(f"{line.text} is here")
        line.load_text("")
