"""The key test: which keys reach the program on this laptop, found out before the meeting. Many
laptops have brightness and volume on their F-row; a terminal or desktop keeps others for itself.
For each key that does not arrive it says what does the same."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from facilitator.i18n import current_language, ntr, tr
from screens.commands import COMMANDS, LIVE, Command
from screens.while_there import WhileThere
from screens.widgets.columns import cut, padded, spread
from screens.widgets.entry_rows import wrapped

_NOT_ASKED = frozenset({"ctrl+q"})
"""It would quit."""
_MEDIA_ROW = 3
"""From so many F-keys that do not arrive on the whole row has another use."""


@dataclass(frozen=True)
class KeyToTest:
    """A key and the command it stands for in the live screen."""

    key: str
    command: Command

    @property
    def name(self) -> str:
        if self.key.startswith("ctrl+"):
            rest = self.key.removeprefix("ctrl+").upper()
            return f"{'Strg' if current_language() == 'de' else 'Ctrl'}+{rest}"
        return self.key.upper()


def keys_to_test() -> tuple[KeyToTest, ...]:
    """F-keys in their order, then the Ctrl keys, as the table of commands has them."""
    found = [
        KeyToTest(key, command)
        for command in COMMANDS
        if command.where & LIVE
        for key in command.keys
        if key not in _NOT_ASKED and (_is_f(key) or key.startswith("ctrl+"))
    ]
    return tuple(sorted(found, key=lambda each: (not _is_f(each.key), _number(each.key))))


class KeyTestScreen(WhileThere, Screen[None]):
    """Takes every key. Enter: nothing came, on to the next one. Escape: enough; then the result."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    KeyTestScreen { background: $background; }
    KeyTestScreen #head { height: 1; background: $panel; text-style: bold; }
    KeyTestScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    KeyTestScreen #keys { height: 1; background: $panel; }
    KeyTestScreen #body { height: auto; padding: 1 1 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.keys = keys_to_test()
        self.arrived: set[str] = set()
        self.missing: set[str] = set()
        self.is_over = False
        self._came = ""

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="body", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @property
    def asked(self) -> KeyToTest | None:
        """The key that is asked for now."""
        known = self.arrived | self.missing
        return next((each for each in self.keys if each.key not in known), None)

    # -- keys -----------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        self.hear_key(event.key)

    def hear_key(self, key: str) -> None:
        """A key has arrived, in whatever order. The app brings those it keeps for itself."""
        if self.is_over:
            self._after(key)
            return
        if key == "escape":
            self.is_over = True
        elif key == "enter":
            if (asked := self.asked) is not None:
                self.missing.add(asked.key)
        elif any(each.key == key for each in self.keys):
            self.arrived.add(key)
            self.missing.discard(key)
            self._came = ""
        else:
            self._came = key
        if self.asked is None:
            self.is_over = True
        self._draw()

    def _after(self, key: str) -> None:
        scroll = self.query_one(VerticalScroll)
        match key:
            case "escape" | "enter":
                self.dismiss()
            case "up":
                scroll.scroll_up(animate=False)
            case "down":
                scroll.scroll_down(animate=False)
            case "space":
                self.arrived.clear()
                self.missing.clear()
                self.is_over, self._came = False, ""
                self._draw()

    # -- drawing --------------------------------------------------------------------------

    def _draw(self) -> None:
        width = self.size.width
        if not width:
            return
        count = tr("{n} of {all}", n=len(self.arrived), all=len(self.keys))
        self.query_one("#head", Static).update(
            Content(f" {spread(tr('KEY TEST'), count, max(1, width - 2))} ")
        )
        lines = self._result(width - 3) if self.is_over else self._question(width - 3)
        self.query_one("#body", Static).update(Content("\n").join(lines))
        if self.is_over:
            keys = tr("↵ back   Space: again   ↑↓ read on")
        else:
            keys = tr("↵ nothing came: next key   Esc that is enough")
        self.query_one("#keys", Static).update(Content(f" {keys}"))

    def _question(self, width: int) -> list[Content]:
        asked = self.asked
        lines = []
        if asked is not None:
            lines.append(Content.styled(tr("Press {key}", key=asked.name), "bold"))
            said = tr("If the screen gets brighter, the sound louder or nothing happens: Enter.")
            if self._came:
                said = tr("That was '{key}'. Keep to {wanted}, or Enter.",
                          key=self._came, wanted=asked.name)  # fmt: skip
            lines += [Content(text) for text in wrapped(said, width)]
        return [*lines, Content(""), *self._table(width)]

    def _table(self, width: int) -> list[Content]:
        """Two columns of keys: ✓ arrived, – did not, ▸ asked for."""
        half = (len(self.keys) + 1) // 2
        cell = max(16, width // 2)
        cells = [self._cell(each, cell - 1) for each in self.keys]
        rows = []
        for at in range(half):
            right = cells[at + half] if at + half < len(cells) else Content("")
            rows.append(Content.assemble(cells[at], right))
        return rows

    def _cell(self, each: KeyToTest, width: int) -> Content:
        sign = "✓" if each.key in self.arrived else "–" if each.key in self.missing else " "
        is_asked = each == self.asked and not self.is_over
        command = each.command
        text = f" {'▸' if is_asked else sign} {padded(each.name, 8)}{tr(command.label)}"
        style = "bold" if is_asked else "$text-warning" if sign == "–" else ""
        return Content.styled(set_cell_size(text, width + 1), style)

    def _result(self, width: int) -> list[Content]:
        silent = [each for each in self.keys if each.key in self.missing]
        untried = len(self.keys) - len(silent) - len(self.arrived)
        if not silent:
            said = (
                ntr("{n} key was not tried, the others arrive.",
                    "{n} keys were not tried, the others arrive.", untried)
                if untried
                else tr("All keys arrive. Nothing to do.")
            )  # fmt: skip
            return [Content.styled(said, "bold")]
        n = len(silent)
        said = ntr("{n} key does not arrive.", "{n} keys do not arrive.", n)
        lines = [Content.styled(said, "bold"), Content("")]
        if sum(_is_f(each.key) for each in silent) >= _MEDIA_ROW:
            for text in media_row_advice():
                lines += [Content(part) for part in wrapped(text, width)]
            lines.append(Content(""))
        lines.append(Content.styled(tr("What does the same:"), "bold"))
        for each in silent:
            command = each.command
            what = f" {padded(each.name, 8)}{padded(tr(command.label), 20)} "
            lines.append(Content(what + cut(second_way(each), max(8, width - len(what)))))
        return lines


def media_row_advice() -> tuple[str, ...]:
    """What to do when the F-row is brightness and volume."""
    return (
        tr("The F-row of this laptop does something else (brightness, volume)."),
        tr("• Hold Fn and press the F-key; or switch the row over once: Fn+Esc on many laptops."),
        tr("• On a Mac: System Settings, Keyboard, use F1, F2 etc. as standard function keys."),
        tr("• Or do without: all of it can be typed, see below; Ctrl+P lists all commands."),
    )


def second_way(each: KeyToTest) -> str:
    """Another key, the word behind '/' and the sign at the line's beginning that do the same."""
    ways: list[str] = []
    others = [key for key in each.command.keys if key != each.key]
    ways += [KeyToTest(key, each.command).name for key in others]
    if word := each.command.word(current_language()):
        ways.append(word)
    ways += _SIGNS.get(each.command.id, ())
    return tr(" or ").join(ways) or tr("no other way")


_SIGNS: dict[str, tuple[str, ...]] = {
    "decision": ("!",), "action_item": ("m:",), "question": ("?",), "park": ("s:",),
    "note": ("n:",), "agenda": ("#",), "people": ("+Name",), "palette": ("/",),
}  # fmt: skip
"""What a line begins with that becomes the same."""


def _is_f(key: str) -> bool:
    return key.startswith("f") and key[1:].isdecimal()


def _number(key: str) -> tuple[int, str]:
    return (int(key[1:]), "") if _is_f(key) else (0, key)
