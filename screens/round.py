"""A round: each group or each person once. Enter saves an answer and goes to the next one who is
missing; up and down choose any; who is missing is always said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from facilitator.capture import Chip, Completion, Context, Reading, read
from facilitator.capture.completion import complete_owner
from facilitator.capture.names import Names
from facilitator.capture.people_named import complete_people
from facilitator.capture.round_line import RoundLine, read_round_line, speaker_of
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import EntryKind, Round, RoundAnswer
from facilitator.meeting.timebox import timebox
from facilitator.saying import joined, tr, whole
from facilitator.told import told
from facilitator.told_speaking import subject_name
from screens.bar_room import BarRoom
from screens.room import bindings_of
from screens.round_rows import round_rows, told_missing
from screens.widgets.bar import BarView
from screens.widgets.footer import KeyFooter
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine

_OWNER = re.compile(r"(?<!\S)[>@](?=[^\W\d_])")


class RoundScreen(BarRoom):
    ROOM = "round"
    CSS_PATH = "round.tcss"
    BINDINGS = bindings_of(ROOM)

    def __init__(
        self,
        live: LiveMeeting,
        round_id: str,
        keep: Callable[[str], None],
        go_on: Callable[[], None] | None = None,
    ) -> None:
        """`go_on`: F9 was pressed; the live screen starts the next item when this room is left."""
        super().__init__(live, keep)
        self._round_id = round_id
        self._go_on = go_on
        self._chosen = ""
        """The subject that has the floor; empty: all are heard, or not chosen yet."""
        self._is_begun = False

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="prompt", markup=False)
        yield RowList(id="rows", focusable=False)
        yield StatusLine()
        yield self.bar
        yield KeyFooter()
        yield self.names

    @property
    def round(self) -> Round | None:
        """As it stands now; None: its opening was taken back."""
        return self.live.meeting.round(self._round_id)

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        round_ = self.round
        if round_ is None:
            return tr("ROUND")
        item = self.live.meeting.item(round_.item)
        return f"{item.number} {round_.prompt}" if item else round_.prompt

    def head_right(self) -> str:
        round_ = self.round
        if round_ is None:
            return self.clock()
        heard = len(round_.subjects) - len(round_.missing)
        parts = [tr("{n} of {all}", n=heard, all=len(round_.subjects))]
        running = self.live.meeting.running_item
        if running is not None and running.planned_minutes:
            box = timebox(running, self.live.now())
            if box.left_minutes is not None and box.warmth != "over":
                parts.append(tr("{n} left", n=box.left_minutes))
            else:
                parts.append(tr("{n} min over", n=max(1, -(box.left_minutes or 0))))
        return f"{tr('ROUND')}   {' · '.join(parts)}   {self.clock()}"

    def draw(self) -> None:
        round_ = self.round
        self._draw_prompt()
        if round_ is not None and not self._is_begun:
            self._is_begun = True
            self._chosen = next(iter(round_.missing), "")
            self.say(told_missing(self.live.meeting, self._round_id))
        if round_ is None:
            self.rows.show([])
        else:
            rows = round_rows(round_, self.live.meeting, self.rows.size.width, self._chosen)
            self.rows.show(rows)
            self._mark()
        self.draw_bar()

    def _draw_prompt(self) -> None:
        """The question in full, where the head has no room for it."""
        left, right = self.head_left(), self.head_right()
        prompt = self.query_one("#prompt", Static)
        is_cut = cell_len(left) + cell_len(right) + 4 > self.size.width
        prompt.display = is_cut and self.round is not None and self.size.height >= 16
        if prompt.display and self.round is not None:
            prompt.update(Content(self.round.prompt))

    def _mark(self) -> None:
        """The row of who has the floor is the inverse one; none when all are heard."""
        if self._chosen:
            self.rows.choose(self._chosen)
        else:
            self.rows.highlighted = None

    def row_chosen(self) -> None:
        if not self._chosen or self.rows.chosen in ("", self._chosen):
            return
        self._chosen = self.rows.chosen
        self.redraw()

    def bar_view(self, text: str) -> BarView:
        round_ = self.round
        if round_ is None:
            return BarView(tr("Round"), hint=tr("The round was taken back. Ctrl+Y brings it back."))
        item = self.live.meeting.item(round_.item)
        where = item.number if item else ""
        if not self._chosen:
            hint = (
                tr("All were heard.") + " " + tr("↑ mends an answer · F9 next item · Esc meeting")
            )
            return BarView(tr("Round"), right=where, hint=hint)
        line = self._line(text)
        name = subject_name(line.subject, self.live.meeting)
        speaker = line.speaker or speaker_of(line.subject, round_, self.live.meeting)
        note = speaker.name if speaker else tr("who speaks? “Name: …”") if self._by_groups else ""
        if line.problem:
            return BarView(tr("Answer {name}", name=name), note, where, hint=line.problem)
        chips: tuple[Chip, ...] = ()
        if text.strip() and line.text:
            reading = self._entry("action_item", line.text)
            chips = tuple(chip for chip in reading.chips if chip.state == "taken")
        if not text.strip() and (answer := round_.answer_of(line.subject)) and answer.is_heard:
            hint = tr("↵ mends the answer · F3: action item from it · “-” passes")
        elif chips:
            hint = tr("F3 takes it as an action item")
        else:
            following = self._following(line.subject)
            hint = self._hint(following)
        return BarView(tr("Answer {name}", name=name), note, where, chips, hint)

    def _hint(self, following: str) -> str:
        if not following:
            return tr("Enter: the last one · F3: action item from it · “-” passes")
        if self._by_groups:
            return tr("Enter: next group · F3: action item from it · “-” passes")
        return tr("Enter: next person · F3: action item from it · “-” passes")

    @property
    def _by_groups(self) -> bool:
        return self.round is not None and self.round.over == "groups"

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self.names.is_open:
            return (("↵", tr("takes it")), ("↑↓", tr("choose")), ("Esc", tr("close")))
        if self.round is None:
            return ("redo", ("Esc", tr("meeting")))
        one = tr("choose group") if self._by_groups else tr("choose person")
        go_on = tr("next group") if self._by_groups else tr("next person")
        keys = [("↵", go_on if self._chosen else tr("mend")), ("↑↓", one), ("F3", tr("Action"))]
        return (
            *keys,
            ("F9", tr("Next")),
            ("Esc", tr("meeting")),
            ("F4", tr("Question")),
            "undo",
            "wall",
        )

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("abc", tr("An answer: Enter saves it and goes to the next one who is missing")),
            ("Name: …", tr("Who speaks for the group; or a group or person of the round: theirs")),
            ("+Name", tr("Who will speak, before there is an answer")),
            ("-", tr("Passes: was asked and has nothing to say")),
            ("F3 F4", tr("The answer, and an action item or a question from it, linked to it")),
            ("↑ ↓", tr("Choose anybody; Enter on the empty line mends the answer")),
            ("F9", tr("Next item; the round can be opened again at any time")),
            ("F12", tr("The projector shows this, never answers; once more: what fits")),
        )

    # -- the line -------------------------------------------------------------------------

    def completion(self, text: str) -> Completion | None:
        """Behind '+', and behind '>' for what F3 makes of the answer: the rest is prose."""
        context = self.context()
        if text.startswith("+") and ":" not in text:
            return complete_people(text, 1, context)
        return complete_owner(text, Names(context), context) if _OWNER.search(text) else None

    def context(self) -> Context:
        round_ = self.round
        item = round_.item if round_ else ""
        return msgspec.structs.replace(super().context(), item=item)

    def _line(self, text: str) -> RoundLine:
        round_ = self.round
        assert round_ is not None, "asked only while there is one"
        return read_round_line(text, self._chosen, round_, self.context())

    def sent(self, text: str) -> bool:
        """An answer is saved; then the next one who is missing has the floor."""
        if self.round is None or not self._chosen:
            self.say_problem(tr("Choose with ↑ whose answer this is. The line stays."))
            return False
        line = self._line(text)
        if line.problem:
            self.say_problem(line.problem)
            return False
        step = self.record_step(*self._joined(line), self._answered(line))
        if not step:
            return False
        is_only_speaker = not line.text and not line.passes
        self._chosen = line.subject if is_only_speaker else self._following(line.subject)
        self._say(told(step[-1:], self.live.meeting))
        self.redraw()
        return True

    def _say(self, what: str) -> None:
        """What was saved, and who is still missing."""
        self.say(joined(" ", (whole(f"✓ {self.live.now().at:%H:%M}"), what)), undo=True)

    def _joined(self, line: RoundLine) -> tuple[c.Change, ...]:
        """Who came later and is named is asked too."""
        round_ = self.round
        if round_ is None or line.subject in round_.subjects:
            return ()
        return (c.RoundAmended(round=round_.id, subjects=(*round_.subjects, line.subject)),)

    def _answered(self, line: RoundLine, text: str | None = None) -> c.RoundAnswered:
        round_ = self.round
        assert round_ is not None, "asked only while there is one"
        speaker = line.speaker or speaker_of(line.subject, round_, self.live.meeting)
        old = round_.answer_of(line.subject)
        said = line.text if text is None else text
        has_passed = line.passes
        if not said and not line.passes and old is not None:  # only who speaks
            said, has_passed = old.text, old.has_passed
        return c.RoundAnswered(
            round=round_.id,
            subject=line.subject,
            speaker=speaker.name if speaker else "",
            person=speaker.person if speaker else "",
            text=said,
            has_passed=has_passed,
        )

    def entered_empty(self) -> None:
        """On the empty line: the answer that is there into the line, else on to the next."""
        round_ = self.round
        if round_ is None or not self._chosen:
            return
        answer = round_.answer_of(self._chosen)
        if answer is not None and answer.text:
            self.put(answer.text)
        else:
            self._chosen = self._following(self._chosen) or self._chosen
            self.redraw()

    def _following(self, subject: str) -> str:
        """The next one behind `subject` who is missing, from the beginning again after the last;
        empty when all are heard."""
        round_ = self.round
        if round_ is None:
            return ""
        missing = [each for each in round_.missing if each != subject]
        at = round_.subjects.index(subject) if subject in round_.subjects else 0
        behind = [each for each in missing if round_.subjects.index(each) > at]
        return next(iter(behind or missing), "")

    def room_key(self, key: str) -> bool:
        match key:
            case "f3":
                self._make("action_item")
            case "f4":
                self._make("question")
            case "f9" | "ctrl+n":
                self.action_next()
            case "f12":
                self.action_wall()
            case "up" | "down" if not self._chosen and not self.names.is_open:
                self._choose_from_the_end(key)
            case _:
                return False
        return True

    def _choose_from_the_end(self, key: str) -> None:
        round_ = self.round
        if round_ is not None and round_.subjects:
            self._chosen = round_.subjects[-1 if key == "up" else 0]
            self.redraw()

    # -- an entry from an answer ------------------------------------------------------------

    def _entry(self, kind: EntryKind, text: str) -> Reading:
        context = msgspec.structs.replace(self.context(), sticky=kind, cursor=0)
        return read(text, context)

    def _make(self, kind: EntryKind) -> None:
        """F3, F4: the answer, and an action item or question from it, linked; on the empty line
        from the answer that is there."""
        round_ = self.round
        if round_ is None or not self._chosen:
            return
        typed = self.bar.text.strip()
        line = self._line(typed) if typed else RoundLine(subject=self._chosen)
        answer = round_.answer_of(line.subject)
        said = line.text or (answer.text if answer and not typed else "")
        if line.problem or not said:
            self.say_problem(line.problem or tr("First the answer, then what comes from it."))
            return
        reading = self._entry(kind, said)
        made = next((x for x in reading.changes if isinstance(x, c.EntryRecorded)), None)
        if made is None or not isinstance(made, c.ActionItemRecorded | c.QuestionRecorded):
            self.say_problem(reading.problem or tr("Nothing in this line can be recorded."))
            return
        step = self.record_step(*self._with_answer(line, made, answer, reading.text, typed))
        if not step:
            return
        if typed:
            self.put("")
            self._chosen = self._following(line.subject)
        self._say(told(step[-1:], self.live.meeting))
        self.redraw()

    def _with_answer(
        self,
        line: RoundLine,
        made: c.ActionItemRecorded | c.QuestionRecorded,
        answer: RoundAnswer | None,
        text: str,
        typed: str,
    ) -> tuple[c.Change, ...]:
        """The answer, if one was typed, and the entry that is linked to it."""
        joined = self._joined(line)
        link = answer.id if answer else f"^{len(joined)}"
        made = msgspec.structs.replace(made, link=link, line=typed or made.line)
        if isinstance(made, c.ActionItemRecorded) and self._by_groups and not made.group:
            made = msgspec.structs.replace(made, group=line.subject)
        return (*joined, self._answered(line, text), made) if typed else (made,)

    # -- the wall -------------------------------------------------------------------------

    def action_wall(self) -> None:
        """The question and whose turn it is, never what was said."""
        if self.round is not None:
            self.turn_on_wall("round", self.round.id, tr("The wall shows this round."))

    # -- leaving --------------------------------------------------------------------------

    def action_next(self) -> None:
        """F9: back into the live screen, where the next item starts."""
        if self._go_on is not None:
            self._go_on()
        self.dismiss()

    def action_undo(self) -> None:
        super().action_undo()
        self._choose_again()

    def action_redo(self) -> None:
        super().action_redo()
        self._choose_again()

    def _choose_again(self) -> None:
        """After undo the one who is missing again has the floor."""
        round_ = self.round
        if round_ is not None:
            self._chosen = self._chosen or next(iter(round_.missing), "")
        self.redraw()
