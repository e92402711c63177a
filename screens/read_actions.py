"""All action items of an agenda item are read to the room: 'Stimmt das so?'. Who and until when
are filled in on the way, `>Haddad bis März`; Enter on the empty line holds that all of it was
confirmed. The room reads along: what was agreed, whose it is and until when, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from facilitator.capture import Context, find_by_tag, tag_of
from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.actions import current, is_open
from facilitator.meeting.model import ActionItem
from facilitator.saying import ntr, tr
from facilitator.wall import WallState
from screens.list_line import ListLineRoom
from screens.mending import Mended, completed, offered, who_and_when
from screens.room import HalfTyped, bindings_of
from screens.wall.white_list import for_the_wall
from screens.widgets.bar import BarView, CaptureBar
from screens.widgets.columns import cut, padded
from screens.widgets.entry_rows import wrapped
from screens.widgets.footer import KeyFooter
from screens.widgets.row_list import Row, RowList
from screens.widgets.status import StatusLine

MARGIN = 3
_TAG = re.compile(r"[MmAa]\d{1,4}(?=[\s:]|$)")
"""What can only be meant as the tag of an action item: never the name of who does it."""
DRAFT_DELAY = 0.3
"""Seconds after the last key."""


class ReadActionsScreen(ListLineRoom[tuple[str, ...]]):
    """Returns the line that was half typed when it was left."""

    ROOM = "read_actions"
    CSS_PATH = "read_actions.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    BINDINGS = bindings_of(ROOM)

    def __init__(self, live: LiveMeeting, item: str, keep: HalfTyped) -> None:
        super().__init__(live)
        self._item = item
        self._keep = keep
        self._draft_timer: Timer | None = None
        self._stood = WallState()
        """What the wall was asked for before."""

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield RowList(id="actions", focusable=False)
        yield Static(id="asks", markup=False)
        yield StatusLine()
        yield CaptureBar(self)
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(CaptureBar).focus_line()
        self._stood = self.facilitator.wall_asked(self.live)
        self.show_on_wall("read_back_actions", self._item)

    def on_unmount(self) -> None:
        self.ask_wall(self._stood)

    def actions(self) -> tuple[ActionItem, ...]:
        """What the room agreed here: for the minutes, and not dropped since."""
        meeting = self.live.meeting
        return tuple(
            current(action, meeting.statements)
            for action in meeting.action_items
            if action.item == self._item
            and action.visibility == "minutes"
            and is_open(current(action, meeting.statements).status)
        )

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        item = self.live.meeting.item(self._item)
        lead = f"{item.number}   " if item else ""
        return f"   {lead}{tr('What we agreed')}"

    def head_right(self) -> str:
        return f"{self.live.now().at:%H:%M}   "

    def draw(self) -> None:
        rows: list[Row] = []
        for action in self.actions():
            rows += [self._row(action), Row("", Content(""))]
        self.query_one(RowList).show(rows)
        asked = tr("Is that right?") if rows else tr("No action items here yet.")
        self.query_one("#asks", Static).update(Content(f"   {asked}"))
        self._draw_bar()

    def _row(self, action: ActionItem) -> Row:
        space = max(12, self.size.width - 2 * MARGIN - 2)
        indent = " " * MARGIN
        inner = max(8, space - 5)
        left = max(8, inner * 3 // 5)
        owners = ", ".join(owner.name for owner in action.owners) or tr("who?")
        due = (action.due.text if action.due else "") or tr("by when?")
        second = f"{padded(owners, left)} {cut(due, max(4, inner - left - 1))}"
        first = [indent + line for line in wrapped(action.text, space)]
        return Row(action.id, Content("\n".join([*first, f"{indent}     {second}"])))

    def _draw_bar(self) -> None:
        bar = self.query_one(CaptureBar)
        action = self._chosen()
        if action is None:
            bar.show(BarView(kind=tr("Read back")))
            return
        mended = self._mended(bar.text)
        is_half = self._completed(bar.text) is not None
        chips = for_the_wall(offered(mended.completion) if is_half else mended.chips)
        bar.show(
            BarView(
                kind=tr("{tag} · who, by when?", tag=action.tag),
                chips=chips,
                hint=mended.problem if bar.text else tr("↵ on the empty line: all is right"),
            )
        )

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        is_typing = bool(self.query_one(CaptureBar).text.strip())
        yield "↵", tr("save") if is_typing else tr("confirmed so")
        yield "↑↓", tr("choose")
        yield "undo"
        yield "Esc", tr("back")

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            (">Haddad bis März", tr("Who and until when, of the chosen one or with M7 in front")),
            ("↵", tr("On the empty line: all of it is right as it stands")),
        )

    # -- the line -------------------------------------------------------------------------

    def _chosen(self) -> ActionItem | None:
        chosen = self.query_one(RowList).chosen
        return next((action for action in self.actions() if action.id == chosen), None)

    def _meant(self, text: str) -> tuple[ActionItem | None, str]:
        """The action item whose tag the line begins with, or the chosen one; and the tag."""
        tag = tag_of(text.lstrip())
        named = find_by_tag(self.live.meeting, tag) if tag else None
        if not isinstance(named, ActionItem):
            return self._chosen(), ""
        rest = text.lstrip()[len(tag) :].lstrip(" :")
        return named, text[: len(text) - len(rest)]

    def _mended(self, text: str) -> Mended:
        """The line read for the action item it is about."""
        entry, tag = self._meant(text)
        typed = text[len(tag) :].strip()
        if entry is None or not typed:
            return Mended()
        if not tag and _TAG.match(typed):
            return Mended(
                problem=tr("No action item is called so here: {tag}", tag=typed.split()[0])
            )
        context = Context(
            meeting=self.live.meeting,
            today=self.live.today,
            language="de" if current_language() == "de" else "en",
            item=self._item,
        )
        return who_and_when(entry, typed, context)

    def _completed(self, text: str) -> str | None:
        """The line with the first fitting name put in; None when it ends with a whole one."""
        mended, tag = self._mended(text), self._meant(text)[1]
        line = completed(mended.before, text[len(tag) :].lstrip(), mended.completion)
        return None if line is None else tag + line

    def on_row_list_chosen(self) -> None:
        if self.can_draw:
            self._draw_bar()

    def line_changed(self) -> None:
        if self.can_draw:
            self._draw_bar()
            self.refresh_footer()
            if self._draft_timer is not None:
                self._draft_timer.stop()
            self._draft_timer = self.set_timer(DRAFT_DELAY, self.keep_draft)

    def keep_draft(self) -> None:
        if self.is_attached:
            typed = self.query_one(CaptureBar).text
            self._keep((typed,) if typed.strip() else ())

    def complete(self) -> bool:
        bar = self.query_one(CaptureBar)
        line = self._completed(bar.text)
        if line is not None:
            bar.put(line)
        return line is not None

    def enter(self) -> None:
        bar = self.query_one(CaptureBar)
        if not bar.text.strip():
            self._confirm()
            return
        if self.complete():
            return
        mended = self._mended(bar.text)
        if mended.problem or not mended.changes:
            self.say_problem(mended.problem or tr("Nothing in this line can be recorded."))
        elif self.record(*mended.changes):
            bar.put("")
            self.query_one(RowList).choose_next()

    def _confirm(self) -> None:
        actions, now = self.actions(), self.live.now()
        if not actions:
            self.escape()
            return
        changes = [c.ActionItemAmended(action_item=a.id, read_back_at=now) for a in actions]
        said = ntr("{n} action item read back", "{n} action items read back", len(actions))
        if self.record(*changes, said=said):
            self.escape()

    def escape(self) -> None:
        if self.is_current:
            typed = self.query_one(CaptureBar).text
            self.dismiss((typed,) if typed.strip() else ())

    def action_back(self) -> None:
        self.escape()
