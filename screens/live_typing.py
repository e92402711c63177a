"""The keys of the live screen's bar: letters are always text; Enter sends, Tab takes, Escape leads
back to the empty line, F2 to F6 act on the chosen entry or, if none, on the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.capture import CommandCall, Completion, Context, Reading, read_pasted
from facilitator.capture.cards import are_all_cards, is_card_mark
from facilitator.capture.marks import find_mark
from facilitator.capture.people_named import complete_people
from facilitator.i18n import current_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, Entry, EntryKind
from facilitator.saying import tr
from screens.commands import NEEDS_ENTRY, Command, command_called, words_beginning
from screens.entry_acts import editable, edited
from screens.live_line import ASIDE, LiveLine
from screens.sheet_choices import reworded
from screens.widgets.bar import CaptureBar, LineOwner

if TYPE_CHECKING:
    from screens.live import LiveScreen

KIND_KEYS: dict[str, EntryKind] = {
    "f2": "decision",
    "f3": "action_item",
    "f4": "question",
    "f5": "parked_topic",
    "f6": "note",
}


class LiveTyping(LineOwner):
    """Between the bar and the screen. `pasted`: several lines being looked at, or empty."""

    def __init__(self, screen: LiveScreen) -> None:
        self._screen = screen
        self.line = LiveLine()
        self.pasted = ""

    @property
    def _bar(self) -> CaptureBar:
        return self._screen.bar

    # -- reading --------------------------------------------------------------------------

    def context(self) -> Context:
        live = self._screen.live
        context = self.line.context(live.meeting, live.today, live.now(), self._bar.cursor)
        entry = self._screen.chosen_entry()
        return msgspec.structs.replace(context, chosen=entry.id) if entry else context

    def reading(self) -> Reading:
        context = self.context()
        reading = self.line.read(self._bar.text, context)
        if reading.command is not None and (names := self._names_behind(reading.command, context)):
            return msgspec.structs.replace(reading, completion=names)
        return reading

    def _names_behind(self, call: CommandCall, context: Context) -> Completion | None:
        """Names for a command that takes some: '/rede Had', '/gruppe Kern: Had'."""
        command = command_called(call.word)
        text = self._bar.text
        if command is None or not command.argument.startswith("name"):
            return None
        start = text.casefold().find(f"/{call.word.casefold()}") + len(call.word) + 1
        if ":" in command.argument:
            if ":" not in text:
                return None
            start = max(start, text.find(":") + 1)
        return complete_people(text, start, context)

    def completion(self, reading: Reading) -> Completion | None:
        """The names offered now, unless Escape closed the list for this fragment."""
        found = reading.completion
        if found is None or not found.candidates or self.pasted:
            return None
        return None if found.fragment == self.line.closed_names else found

    def command_hint(self, reading: Reading) -> str:
        """What the command typed does, and what may follow its word; empty if there is none."""
        command = command_called(reading.command.word) if reading.command else None
        if command is None and reading.command is not None:
            return self._meant(reading.command.word)
        if command is None or not self._screen.offers(command):
            return ""
        if self._screen.takes_argument(command) is None:
            return tr(command.text)
        word = command.word(current_language())
        return f"{word} {tr(command.argument).upper()} · {tr(command.text)}"

    # -- what the bar tells ---------------------------------------------------------------

    def line_changed(self) -> None:
        if not self._bar.text and not self.line.editing:
            kind = self.line.kind
            self.line.renew()
            self.line.kind = kind
        self._screen.draw_bar()
        self._screen.keep_draft_soon()

    def line_pasted(self, text: str) -> None:
        self.pasted = text
        self._screen.draw_bar()

    def line_key(self, key: str) -> bool:
        if key in KIND_KEYS:
            self._press_kind(KIND_KEYS[key])
            return True
        match key:
            case "enter":
                self._enter()
            case "tab":
                self._tab()
            case "escape":
                self._escape()
            case "up" | "down" | "pageup" | "pagedown":
                self._step({"up": -1, "down": 1, "pageup": -5, "pagedown": 5}[key])
            case "delete":
                self._remove()
            case "ctrl+up":
                self._recall(-1)
            case "ctrl+down":
                self._recall(1)
            case "ctrl+u":
                self.put_line_aside()
            case "ctrl+l":
                self._screen.action_literally()
            case "ctrl+z":
                self._screen.action_undo()
            case "ctrl+y":
                self._screen.action_redo()
            case "f9" | "ctrl+n":
                self._screen.action_next()
            case "f12":
                self._screen.action_wall()
            case _:
                return False
        return True

    # -- Enter ----------------------------------------------------------------------------

    def _enter(self) -> None:
        text = self._bar.text
        if self.pasted and self.pastes_cards():
            self._send_cards()
        elif self.pasted:
            self._send_pasted("note")
        elif text.strip() and not self._completes_itself() and self._take_name_and_go_on():
            pass
        elif self.line.editing:
            self._save_edited(text)
        elif text.strip():
            self._send(text)
        elif self._screen.chosen.startswith(ASIDE):
            self._fetch(self._screen.chosen)
        elif self._screen.open_chosen():
            pass
        elif entry := self._screen.chosen_entry():
            self.edit(entry)

    def _send(self, text: str) -> None:
        if text.strip() == "/":
            self._bar.put("")
            self._screen.action_palette()
            return
        reading = self.reading()
        if reading.command is not None:
            self._run(reading.command.word, reading.command.argument, text)
            return
        if reading.needs_second_enter and self.line.asked != text:
            self.line.asked = text
            self._screen.draw_bar()
            return
        if not reading.changes:
            problem = reading.problem or tr("Nothing in this line can be recorded.")
            self._screen.say_problem(problem)
            return
        if self._screen.record(*reading.changes, remark=reading.problem):
            if reading.kind == "goto":
                self.new_item()
            self._sent(text)

    def _sent(self, text: str) -> None:
        self.line.was_sent(text)
        self.line.renew()
        self._bar.put("")
        self._screen.choose("")

    def _run(self, word: str, argument: str, text: str) -> None:
        command = command_called(word)
        if command is None or not self._screen.offers(command):
            self._screen.say_problem(self._why_not(word, command))
            return
        takes = self._screen.takes_argument(command)
        if takes is not None:
            if not takes(argument):
                return
        elif argument:
            self._screen.say_problem(tr("'/{word}' takes nothing behind it.", word=word))
            return
        self.line.was_sent(text)
        self.line.renew()
        self._bar.put("")
        if takes is None:
            self._screen.run_command(command.id)

    def _why_not(self, word: str, command: Command | None) -> str:
        if command is not None and command.id in NEEDS_ENTRY and not self._screen.chosen_entry():
            return tr("Choose an entry with ↑ first, then '/{word}'.", word=word)
        if command is not None and self._screen.wall_is_on:
            return tr("Not while the room reads along: F12 first, then '/{word}'.", word=word)
        if command is None and (meant := self._meant(word)):
            return tr("'/{word}' can be {words}: type on.", word=word, words=meant)
        return tr("There is no command '/{word}'. Ctrl+P lists them all.", word=word)

    def _meant(self, word: str) -> str:
        """'/beschluss, /beschlussfähig': what first letters may mean here; empty: nothing."""
        meant = [f"/{each}" for each, of in words_beginning(word) if self._screen.offers(of)]
        return ", ".join(meant) if len(meant) > 1 else ""

    def pastes_cards(self) -> bool:
        """Whether the pasted lines are cards: each is marked, or 'k:' stands in the line."""
        return bool(self.pasted) and (is_card_mark(self._bar.text) or are_all_cards(self.pasted))

    def _send_cards(self) -> None:
        cards = read_pasted(self.pasted, self.context()).cards
        if self._screen.record(*cards):
            self.line.was_sent(self.pasted)
            self.pasted = ""
            if is_card_mark(self._bar.text):
                self._bar.put("")
            self._screen.draw_bar()

    def _send_pasted(self, kind: EntryKind | None) -> None:
        """As notes, as action items, or (None) as one long note."""
        look = read_pasted(self.pasted, self.context())
        changes = {"note": look.notes, "action_item": look.action_items}.get(
            kind or "", look.one_note
        )
        if self._screen.record(*changes):
            self.line.was_sent(self.pasted)
            self.pasted = ""
            self._screen.draw_bar()

    # -- an entry in the bar --------------------------------------------------------------

    def edit(self, entry: Entry) -> None:
        """Its text into the bar; what stands there is put aside."""
        self.line.put_aside(self._bar.text)
        self.line.renew()
        self.line.editing = entry.id
        self.line.closed_names = ""
        self._bar.put(editable(entry, current_language()))
        self._screen.draw_bar()

    def _save_edited(self, text: str) -> None:
        entry = self._screen.live.meeting.entry(self.line.editing)
        if entry is None:  # somebody else removed it meanwhile
            self.put_line_aside()
            return
        context = msgspec.structs.replace(self.context(), item=entry.item)
        changes = edited(entry, text, context)
        if isinstance(entry, Decision) and changes:
            self._screen.ask_weight(
                entry, lambda weight: self._save(*reworded(entry, text, weight))
            )
        else:
            self._save(*changes)

    def _save(self, *changes: c.Change) -> None:
        if not changes or self._screen.record(*changes):
            self.line.renew()
            self._bar.put("")
            self._screen.draw_bar()

    # -- Tab, names -----------------------------------------------------------------------

    def _tab(self) -> None:
        if self._bar.text.strip():
            if not self._take_name() and self.line.take(self.reading().chips):
                self._screen.draw_bar()
        else:
            self._screen.take_offers_of_chosen()

    def _completes_itself(self) -> bool:
        """'= zur K' is understood already: Enter sends it, unless another one was chosen."""
        reading = self.reading()
        found = self.completion(reading)
        if found is None or found.kind != "result" or reading.kind != "result":
            return False
        return bool(reading.changes) and self._screen.names.chosen in (None, found.candidates[0])

    def _take_name_and_go_on(self) -> bool:
        """Enter on a half-typed name takes it; behind a command whose only fitting name it is, the
        command is carried out: who types '/rede Brandt' and Enter means it."""
        found = self.completion(self.reading())
        is_only_one = found is not None and len(found.candidates) == 1
        if not self._take_name():
            return False
        if is_only_one and self._bar.text.startswith("/"):
            self._send(self._bar.text)
        return True

    def _take_name(self) -> bool:
        found = self.completion(self.reading())
        candidate = self._screen.names.chosen
        if found is None:
            return False
        if candidate is None or candidate not in found.candidates:
            candidate = found.candidates[0]
        insert = candidate.insert or candidate.name
        self.line.picks = (*self.line.picks, (insert, candidate.id))
        self._bar.replace(found.start, found.end, insert)
        after = self.reading().completion
        self.line.closed_names = after.fragment if after else ""
        self._screen.draw_bar()
        return True

    # -- F2 to F6 -------------------------------------------------------------------------

    def _press_kind(self, kind: EntryKind) -> None:
        if self.pasted:
            if kind in ("action_item", "note") and not self.pastes_cards():
                self._send_pasted(kind if kind == "action_item" else None)
            return
        entry = self._screen.chosen_entry()
        if entry is not None and not self.line.editing:
            if isinstance(entry, Decision) and kind == "decision":
                self._screen.open_sheet(entry)
            else:
                self._screen.convert_chosen(entry, kind)
            return
        text = self._bar.text
        if not text.strip():
            if kind == "note" and not (self.line.kind or self.line.sticky):
                self._screen.say(
                    tr("Lines are notes already; F6 behind words makes them internal.")
                )
            self.line.press_kind(kind, is_empty=True)
        elif not self.line.editing:
            self._change_kind(text, kind)
        self._screen.draw_bar()

    def _change_kind(self, text: str, kind: EntryKind) -> None:
        """Another kind for a line that is typed: its mark goes. F6 on a note: internal and back.
        An internal line stays internal until F6 says otherwise."""
        mark = find_mark(text)
        reading = self.reading()
        if mark is not None and mark.kind == "internal":
            if kind == "note":
                self._bar.replace(0, mark.body, "")
            return
        if kind == "note" and reading.kind == "note" and not self.line.sticky:
            self._bar.replace(0, mark.body if mark and mark.kind == "note" else 0, "i: ")
            return
        self.line.press_kind(kind, is_empty=False)
        if mark is not None and mark.kind not in ("bullet", "arrow"):
            self._bar.replace(0, mark.body, "")

    # -- choosing, removing, recalling ----------------------------------------------------

    def _step(self, by: int) -> None:
        if self._screen.names.is_open:
            self._screen.names.step(1 if by > 0 else -1)
        elif not self._screen.wall_is_on:
            self._screen.step(by)

    def _remove(self) -> None:
        chosen = self._screen.chosen
        if chosen.startswith(ASIDE):
            self.line.aside.pop(int(chosen.removeprefix(ASIDE)))
            self._screen.redraw()
            self._screen.keep_draft_soon()
        elif not self._screen.remove_chosen() and (entry := self._screen.chosen_entry()):
            self._screen.record(c.EntryRemoved(entry=entry.id))

    def _recall(self, by: int) -> None:
        found = self.line.recall(by, self._bar.text)
        if found is None:
            return
        place = self.line._recalled
        if "\n" in found:
            self.line_pasted(found)
        else:
            self._bar.put(found)
        self.line._recalled = place
        self._screen.draw_bar()

    def _fetch(self, row: str) -> None:
        """A line put aside comes back into the bar."""
        text = self.line.aside.pop(int(row.removeprefix(ASIDE)))
        self._screen.choose("")
        if "\n" in text:
            self.line_pasted(text)
        else:
            self._bar.put(text)
        self._screen.redraw()

    # -- Escape ---------------------------------------------------------------------------

    def _escape(self) -> None:
        """Offer, chosen entry, sticky kind, then the line is put aside. Never deletes text."""
        reading = self.reading()
        found = self.completion(reading)
        if self.pasted:
            self.line.put_aside(self.pasted)
            self.pasted = ""
            self._screen.redraw()
        elif found is not None:
            self.line.closed_names = found.fragment
        elif self._bar.text and self.line.refuse(reading.chips):
            pass
        elif self.line.editing:
            self._leave_edited()
        elif not self._bar.text and not self._screen.chosen and self._screen.refuse_offer():
            pass
        elif self._screen.chosen:
            self._screen.choose("")
        elif self.line.sticky or self.line.kind or self.line.literal or self.line.target:
            self.line.sticky = self.line.kind = None
            self.line.literal = False
            self.line.target = ""
            self._screen.redraw()
        elif self._bar.text:
            self.put_line_aside()
        else:
            self._screen.leave_if_not_running()
        self._screen.draw_bar()

    def _leave_edited(self) -> None:
        entry = self._screen.live.meeting.entry(self.line.editing)
        text = self._bar.text
        if entry is None or text != editable(entry, current_language()):
            self.line.put_aside(text)
        self.line.renew()
        self._bar.put("")
        self._screen.redraw()

    def put_line_aside(self) -> None:
        self.line.put_aside(self._bar.text)
        self.line.renew()
        self._bar.put("")
        self._screen.redraw()
        self._screen.keep_draft_soon()

    def new_item(self) -> None:
        """Another item runs: the sticky kind and the item written to end."""
        self.line.sticky = None
        self.line.target = ""
