"""Acts on where an entry stands: in or out of the minutes, another item, earlier or later, a new
one behind it, two in one, one in two."""

from __future__ import annotations

import msgspec

from facilitator.capture import Chip, Context, Reading, read
from facilitator.capture.agenda_line import find_items
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, Entry, EntryKind, Note, Visibility
from facilitator.told import entry_words, visibility_word
from screens.desk.asks import Ask
from screens.desk.line import DeskLine
from screens.desk.paper_view import PaperView
from screens.desk.rows import OUT
from screens.dialogs.choose import ChooseDialog
from screens.mending import Mended
from screens.widgets.columns import cut

_NEXT: dict[Visibility, Visibility] = {
    "minutes": "record",
    "record": "internal",
    "internal": "minutes",
}
_RECORDED: tuple[EntryKind, ...] = (
    "note", "decision", "action_item", "question", "parked_topic",
)  # fmt: skip
OFFERED = 6
"""Agenda items offered before anything is typed."""


class PlaceActs(DeskLine):
    _asked_twice = ""
    """Id of the entry whose key was pressed once where it takes two."""

    # -- in or out ---------------------------------------------------------------------------

    def action_drop(self) -> None:
        """Not in the minutes, or into them after all; the next one is up. Twice where it is
        seldom meant: what is internal goes to people, a decision is kept from them."""
        if (entry := self._entry_for_this()) is None:
            return
        warning = ""
        if entry.visibility == "internal":
            warning = tr("Internal, never meant for the minutes: x again takes it into them.")
        elif entry.visibility == "minutes" and isinstance(entry, Decision):
            warning = tr("A decision: x again takes it out of the minutes.")
        if warning and self._asked_twice != entry.id:
            self._asked_twice = entry.id
            self.say(warning)
            return
        self._asked_twice = ""
        self._show_as(entry, "minutes" if entry.visibility != "minutes" else "record")

    def on_row_list_chosen(self) -> None:
        self._asked_twice = ""

    def on_paper_view_chosen(self, _event: PaperView.Chosen) -> None:
        self._asked_twice = ""

    def action_visibility(self) -> None:
        """For the minutes, for the record only, internal, and round again."""
        if (entry := self._entry_for_this()) is not None:
            self._show_as(entry, _NEXT[entry.visibility])

    def _entry_for_this(self) -> Entry | None:
        """The chosen entry; where none is chosen, that is said. None while a line is open."""
        if self.line_is_open():
            return None
        entry = self.subject().entry
        if entry is None:
            self.say(tr("Choose an entry for that."))
        return entry

    def _show_as(self, entry: Entry, visibility: Visibility) -> None:
        what = cut(entry_words(entry), 40)
        said = tr("✓ {what}: {where}", what=what, where=visibility_word(visibility))
        self.record(c.VisibilitySet(entry=entry.id, visibility=visibility), said=said)

    def next_left_out(self) -> bool:
        """On an entry that stays out of the minutes: to the next one. False: it is none."""
        if self.is_reading or not self.rows.chosen.startswith(OUT):
            return False
        self.rows.choose_next()
        return True

    # -- another item ------------------------------------------------------------------------

    def action_move(self) -> None:
        entry = self.subject().entry
        if self.line_is_open():
            return
        if entry is None:
            self.say(tr("Choose an entry to be moved to another item."))
            return

        def read_item(text: str) -> Mended:
            meeting = self.live.meeting
            if meeting.entry(entry.id) is None:
                return Mended(problem=tr("This entry is gone."))
            if not text.strip():
                offered = [each for each in meeting.agenda_items if each.number]
                here = next((at for at, i in enumerate(offered) if i.id == entry.item), 0)
                near = offered[max(0, here - OFFERED // 2) :][:OFFERED]
                return Mended(chips=tuple(_chip(f"{i.number} {i.title}", i.id) for i in near))
            found = find_items(text, meeting)
            if len(found) == 1:
                chip = _chip(f"{found[0].number} {found[0].title}", found[0].id, is_taken=True)
                changes = () if found[0].id == entry.item else (
                    c.EntryMoved(entry=entry.id, item=found[0].id),
                )  # fmt: skip
                return Mended(changes, (chip,))
            if found:
                chips = tuple(_chip(f"{i.number} {i.title}", i.id) for i in found[:OFFERED])
                return Mended(chips=chips, problem=tr("Which of them?"))
            return Mended(problem=tr("No agenda item is called like that."))

        self.open_line(
            Ask(
                key=f"move {entry.id}",
                kind=f"{entry.tag} {cut(entry.text, 40)}",
                read=read_item,
                right=tr("to which item?"),
                note=tr("number or first letters"),
                may_be_empty=True,
            )
        )

    # -- earlier and later -------------------------------------------------------------------

    def action_earlier(self) -> None:
        self._shift(-1)

    def action_later(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        """Past the next one of its kind in the same item, as they are printed."""
        if (entry := self._entry_for_this()) is None:
            return
        same = self._beside(entry)
        at = [each.id for each in same].index(entry.id)
        if not 0 <= at + by < len(same):
            first, last = (
                tr("It is the first of its kind here."),
                tr("It is the last of its kind here."),
            )
            self.say(first if by < 0 else last)
            return
        if by > 0:
            change = c.EntryMoved(entry=entry.id, item=entry.item, after=same[at + 1].id)
        else:
            change = c.EntryMoved(entry=same[at - 1].id, item=entry.item, after=entry.id)
        self.record(change, said=tr("✓ {what} moved", what=cut(entry_words(entry), 40)))

    def _beside(self, entry: Entry) -> list[Entry]:
        """The entries of its kind and item that are printed, and itself."""
        return [
            each
            for each in self.live.meeting.entries
            if each.item == entry.item
            and each.kind == entry.kind
            and each.before_start == entry.before_start
            and (each.visibility == entry.visibility or each.id == entry.id)
        ]

    # -- two in one, one in two --------------------------------------------------------------

    def action_join(self) -> None:
        """The note and another one of its item become one; where there are several, it asks."""
        entry = self.subject().entry
        if self.line_is_open():
            return
        if not isinstance(entry, Note):
            self.say(tr("Two notes can be joined: choose one of them."))
            return
        note = entry
        options = self._joinable(note)
        if not options:
            self.say(tr("There is no other note in this item."))
        elif len(options) == 1:
            self._join(note, options[0][0])
        else:
            self.app.push_screen(
                ChooseDialog(tr("Join with which note?"), options),
                lambda other: self._join(note, other) if other else None,
            )

    def _joinable(self, note: Entry) -> list[tuple[str, str]]:
        """Ids and words of the notes it may be joined with: the next, the one before, the rest."""
        notes = self._beside(note)
        at = [each.id for each in notes].index(note.id)
        found = []
        if at + 1 < len(notes):
            found.append((notes[at + 1].id, tr("the next: {text}", text=_line(notes[at + 1]))))
        if at:
            found.append(
                (notes[at - 1].id, tr("the one before: {text}", text=_line(notes[at - 1])))
            )
        rest = [each for place, each in enumerate(notes) if abs(place - at) > 1]
        return found + [(each.id, _line(each)) for each in rest]

    def _join(self, note: Note, other: str) -> None:
        """The text of the later one goes behind that of the earlier one."""
        notes = self._beside(self.live.meeting.entry(note.id) or note)
        pair = [each for each in notes if each.id in (note.id, other)]
        if len(pair) != 2:  # another program was here
            self.say_problem(tr("One of the two notes is gone. Nothing was changed."))
            return
        first, later = pair
        glue = "\n" if "\n" in first.text + later.text else " "
        text = f"{first.text.rstrip()}{glue}{later.text.lstrip()}"
        self.record(
            c.NoteAmended(note=first.id, text=text),
            c.EntryRemoved(entry=later.id),
            said=tr("✓ two notes joined: {what}", what=cut(text, 40)),
        )

    def action_split(self) -> None:
        """The note becomes two, where the cursor stands."""
        entry = self.subject().entry
        if self.line_is_open():
            return
        if not isinstance(entry, Note):
            self.say(tr("A note can be split: choose one."))
            return
        note = entry

        def split(text: str, cursor: int) -> bool:
            now = self.live.meeting.entry(note.id)
            if now is None or now.text != note.text:  # another program was here
                self.say_problem(tr("The note was changed elsewhere meanwhile; open it again."))
                return False
            first, rest = text[:cursor].strip(), text[cursor:].strip()
            if not first or not rest:
                self.say_problem(tr("Put the cursor between two words; Enter splits there."))
                return False
            said = tr("✓ note split: {what}", what=cut(rest, 40))
            return self.record(c.NoteSplit(note=note.id, text=first, rest=rest), said=said)

        middle = _middle(note.text)
        self.open_line(
            Ask(
                key=f"split {note.id}",
                kind=tr("Split the note"),
                read=lambda _: Mended(),
                text=note.text,
                note=tr("←→ to the place, Enter splits there"),
                enter=split,
                enter_word=tr("split here"),
            ),
            cursor=middle,
        )

    # -- a new one ---------------------------------------------------------------------------

    def action_new(self) -> None:
        """A line of the live screen, for the chosen item, behind the chosen entry."""
        if self.line_is_open():
            return
        subject = self.subject()
        item = subject.item or (
            self.live.meeting.item(subject.entry.item) if subject.entry is not None else None
        )
        behind = [subject.entry.id if subject.entry is not None else ""]
        taken: set[str] = set()

        def context() -> Context:
            return Context(
                meeting=self.live.meeting,
                today=self.live.today,
                now=self.live.now(),
                now_hhmm=f"{self.live.now().at:%H:%M}",
                language=self.context().language,
                item=item.id if item is not None else "",
                taken=frozenset(taken),
                commands=frozenset(),
            )

        def reading(text: str) -> Reading:
            return read(text, context())

        def read_line(text: str) -> Mended:
            if not text.strip():
                return Mended()
            found = reading(text)
            problem = found.problem
            if found.kind not in _RECORDED and not problem:
                problem = tr("Only entries are made here: note, !, m:, ?, s:, i:")
            return Mended(found.changes, found.chips, problem, found.completion)

        def take() -> bool:
            offers = {chip.key for chip in reading(self.bar.text).chips if chip.state == "offered"}
            taken.update(offers)
            return bool(offers)

        def enter(text: str, _cursor: int) -> bool:
            if not text.strip():
                self.close_line()
                return False
            if self._complete():
                return False
            found = read_line(text)
            if found.problem:
                self.say_problem(found.problem)
                return False
            changes = tuple(_for_minutes(change) for change in found.changes)
            step = self._recorded_behind(changes, behind[0], item.id if item else "")
            taken.clear()
            if step:
                behind[0] = step
            return bool(step)

        self.open_line(
            Ask(
                key=f"new {item.id if item is not None else ''}",
                kind=tr("New entry"),
                read=read_line,
                right=f"{item.number} {cut(item.title, 30)}" if item is not None else "",
                note=tr("as in the live screen"),
                hint=tr("! decision  m: action  ? question  s: parking lot"),
                enter=enter,
                stays=True,
                takes_offers=take,
            )
        )

    def _recorded_behind(self, changes: tuple[c.Change, ...], behind: str, item: str) -> str:
        """Record the entry in its place; its id, or empty: it is not on disk."""
        at = next((i for i, x in enumerate(changes) if isinstance(x, c.EntryRecorded)), None)
        if at is None:
            return ""
        moved = (c.EntryMoved(entry=f"^{at}", item=item, after=behind),) if behind else ()
        before = self.live.meeting
        step = self.record_step(*changes, *moved)
        if not step:
            return ""
        from facilitator.told import told

        self.say_saved(told(step[: len(changes)], self.live.meeting, before))
        return step[at].id


def _for_minutes(change: c.Change) -> c.Change:
    """Who writes an entry into the minutes wants to see it there, also where the notes of a
    meeting are only recorded; 'i:' stays internal."""
    if isinstance(change, c.NoteRecorded) and change.visibility is None:
        return msgspec.structs.replace(change, visibility="minutes")
    return change


def _chip(label: str, key: str, *, is_taken: bool = False) -> Chip:
    return Chip(
        key=key, kind="hint", state="taken" if is_taken else "offered", label=cut(label, 30)
    )


def _line(entry: Entry) -> str:
    return " ".join(entry.text.split())


def _middle(text: str) -> int:
    """Behind the sentence, else the word, nearest to the middle."""
    half = len(text) // 2
    ends = [at + 2 for at in range(len(text) - 2) if text[at] in ".!?;" and text[at + 1] == " "]
    ends = ends or [at + 1 for at, sign in enumerate(text) if sign in " \n"]
    return min(ends, key=lambda at: abs(at - half), default=half)
