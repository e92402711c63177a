"""An empty Textual app with the kinds of widgets the live screen has, none of them ours: lines and
panels as Statics, a framed TextArea as bar, a list of entries, a hidden list of names, a footer.
What it takes to draw it is what any program on Textual has to pay."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static, TextArea


class EmptyScreen(Screen[None]):
    CSS = """
    EmptyScreen { layers: base above; }
    .line { height: 1; width: 1fr; }
    .panel { height: 1fr; width: 27; }
    .hidden { display: none; }
    #middle, #entries, #list { height: 1fr; width: 1fr; }
    #list { border: none; }
    #bar { height: auto; padding: 0 1; border: round $primary; }
    #bar TextArea { height: 1; width: 1fr; border: none; }
    #names { layer: above; position: absolute; height: auto; width: auto; }
    """
    BINDINGS = [("f2", "app.bell", "Decision"), ("f3", "app.bell", "Action item")]

    def compose(self) -> ComposeResult:
        yield Static(classes="line")
        yield Static(classes="line")
        yield Static("─" * 120, classes="line")
        with Horizontal(id="middle"):
            yield Static(classes="panel")
            with Vertical(id="entries"):
                yield Static(classes="line")
                yield OptionList(id="list")
            yield Static(classes="panel")
        yield Static(classes="hidden")
        yield Static("─" * 120, classes="line")
        yield Static(classes="line")
        yield Static(classes="line hidden")
        with Vertical(id="bar"):
            yield TextArea()
            yield Static(classes="line")
        yield Footer()
        yield OptionList(id="names", classes="hidden")

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()


class EmptyApp(App[None]):
    """`q` in the bar is a letter: the program is killed when it was looked at."""

    def on_mount(self) -> None:
        self.push_screen(EmptyScreen())


if __name__ == "__main__":
    EmptyApp().run()
