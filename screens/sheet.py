"""The decision sheet: the wording until it is right, what kind of decision it is, read back, vote,
and what comes of it. Letters are always text in the field that has the line; a field is recorded
when it is left. What is half typed when the sheet is closed is handed back, to be put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from facilitator.capture import Context
from facilitator.deciding_words import opinion_words, rule_words, vote_words
from facilitator.i18n import current_language, ntr, tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.majority import RULES, is_voted, votes_cast
from facilitator.meeting.model import Decision, DecisionKind, MajorityRule, Weight
from facilitator.told import decision_kind_word
from screens.dialogs.weight import WeightDialog
from screens.meeting_room import MeetingRoom
from screens.room import HalfTyped, bindings_of
from screens.sheet_choices import (
    KINDS,
    actions_from,
    fields_of,
    kind_chosen,
    majority_shown,
    reworded,
    rule_chosen,
    rule_of,
    withdraws,
)
from screens.sheet_lines import line_of, read_field, vote_line
from screens.widgets.columns import cut
from screens.widgets.entry_rows import due_words, owner_name, wrapped
from screens.widgets.footer import KeyFooter
from screens.widgets.sheet_fields import (
    LABEL,
    ChoiceField,
    FactField,
    Field,
    LineField,
    WordingField,
)
from screens.widgets.status import StatusLine

DRAFT_DELAY = 0.3
"""Seconds after the last key."""
ADDING = ("mood", "action")
"""Lines that take one after the other: Enter stays."""


class SheetScreen(MeetingRoom[tuple[str, ...]]):
    """Returns the lines that were half typed when it was closed. `field`: where to begin."""

    ROOM = "sheet"
    CSS_PATH = "sheet.tcss"
    BINDINGS = bindings_of(ROOM)

    def __init__(
        self, live: LiveMeeting, decision: str, keep: HalfTyped, *, field: str = "wording"
    ) -> None:
        super().__init__(live)
        self._decision_id = decision
        self._keep = keep
        self._begin = field
        self._asked = ("", "")
        """Field and text of which a first Enter said what is wrong with it."""
        self._is_on_wall = False
        self._fields: dict[str, Field] = {
            "wording": WordingField("wording", self),
            "kind": ChoiceField("kind", self),
            "addressee": LineField("addressee", self),
            "read_back": FactField("read_back", self),
            "vote": LineField("vote", self),
            "majority": ChoiceField("majority", self, one_by_one=True),
            "bias": LineField("bias", self),
            "dissent": LineField("dissent", self),
            "mood": LineField("mood", self),
            "action": LineField("action", self),
        }

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with VerticalScroll(id="fields", can_focus=False):
            yield from self._fields.values()
            yield Static(id="versions", markup=False)
        yield Static(id="hint", markup=False)
        yield StatusLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin_at, self._begin)

    def on_unmount(self) -> None:
        if self._is_on_wall:
            self.follow_on_wall()

    def _begin_at(self, field: str) -> None:
        chosen = self._fields[field]
        (chosen if chosen.display else self._fields["wording"]).take_focus()
        self.redraw()

    # -- what it is about -----------------------------------------------------------------

    @property
    def decision(self) -> Decision | None:
        entry = self.live.meeting.entry(self._decision_id)
        return entry if isinstance(entry, Decision) else None

    def _reading_context(self) -> Context:
        return Context(
            meeting=self.live.meeting,
            today=self.live.today,
            now=self.live.now(),
            language="de" if current_language() == "de" else "en",
        )

    def _here(self) -> Field | None:
        """The field that has the keys."""
        focused = self.focused
        if focused is None:
            return None
        return next((field for field in self._fields.values() if field in focused.ancestors), None)

    def _pending(self) -> Iterator[LineField]:
        for field in self._fields.values():
            if isinstance(field, LineField) and field.is_pending and field.text.strip():
                yield field

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        decision = self.decision
        item = self.live.meeting.item(decision.item) if decision else None
        about = f"   {item.number} {item.short_title or item.title}" if item else ""
        if decision is None:
            return tr("DECISION SHEET")
        tag = decision.number or tr("draft {tag}", tag=decision.tag)
        return f"{tr('DECISION SHEET')} · {tag}{about}"

    def draw(self) -> None:
        decision = self.decision
        if decision is None:  # taken back or removed, here or elsewhere
            self._close()
            return
        wanted = fields_of(decision, self.live.meeting)
        for kind, field in self._fields.items():
            field.display = kind in wanted
            if not isinstance(field, WordingField):
                field.label(_label(kind))
            if isinstance(field, LineField):
                field.put(line_of(kind, decision, self.live.meeting))
        self._draw_wording(decision)
        self._draw_choices(decision)
        self._draw_read_back(decision)
        for kind in ("vote", "mood", "action"):
            self._draw_line(cast("LineField", self._fields[kind]), decision)
        self._draw_versions(decision)
        self._draw_hint(decision)

    def _draw_wording(self, decision: Decision) -> None:
        field = cast("WordingField", self._fields["wording"])
        count = ntr("{n} character", "{n} characters", len(field.text.strip()))
        version = tr("wording {n}", n=len(decision.earlier_wordings) + 1)
        field.frame(tr("Wording"), f"{count} · {version}")

    def _draw_choices(self, decision: Decision) -> None:
        kinds = cast("ChoiceField", self._fields["kind"])
        kinds.put(decision.decision_kind, tuple((kind, decision_kind_word(kind)) for kind in KINDS))
        rules = cast("ChoiceField", self._fields["majority"])
        language = current_language()
        rules.put(rule_of(decision), tuple((rule, rule_words(rule, language)) for rule in RULES))
        chosen = cast("MajorityRule", rules.chosen)
        rules.below(majority_shown(decision, chosen, self.live.meeting))

    def _draw_read_back(self, decision: Decision) -> None:
        field = cast("FactField", self._fields["read_back"])
        if decision.read_back_at is None:
            field.show(tr("not yet"))
        else:
            field.show(tr("confirmed {time}", time=f"{decision.read_back_at.at:%H:%M}"))
        field.right(tr("Ctrl+R"))

    def _draw_line(self, field: LineField, decision: Decision) -> None:
        """What is understood of a line while it is typed, or what stands recorded."""
        if field.kind == "action":
            self._draw_actions(field, decision)
            return
        if field.is_problem and self._asked == (field.kind, field.text):
            return
        said = read_field(field.kind, field.text, decision, self._reading_context())
        if field.is_pending and field.text.strip():
            field.below(f"→ {said.shown}" if said.shown else "")
            if said.problem:
                field.below(said.problem, problem=True)
        elif field.kind == "vote":
            field.below(_votes_checked(decision))
        else:
            language = current_language()
            field.below("\n".join(opinion_words(each, language) for each in decision.opinions))

    def _draw_actions(self, field: LineField, decision: Decision) -> None:
        width = max(20, self.size.width - LABEL - 4)
        lines = []
        for action in actions_from(decision, self.live.meeting):
            who = ", ".join(owner_name(owner, self.live.meeting) for owner in action.owners)
            parts = (action.text, who or tr("who?"), due_words(action, self.live.meeting))
            lines.append(cut(f"{action.tag} " + " · ".join(part for part in parts if part), width))
        field.below("\n".join(lines))
        field.right("F3")

    def _draw_versions(self, decision: Decision) -> None:
        width = max(20, self.size.width - 8)
        lines: list[str] = []
        for number, earlier in reversed(list(enumerate(decision.earlier_wordings, 1))):
            weight = tr("of substance") if earlier.weight == "substance" else tr("editorial")
            until = tr("until {time}", time=f"{earlier.until.at:%H:%M}")
            lines += ["", f"   {tr('wording {n}', n=number)} · {until} · {weight}"]
            lines += [f"   {line}" for line in wrapped(earlier.text, width)]
        versions = self.query_one("#versions", Static)
        versions.update(Content("\n".join(lines)))
        versions.display = bool(lines)

    def _draw_hint(self, decision: Decision) -> None:
        here = self._here()
        hint = _hint(here.kind if here else "", decision)
        self.query_one("#hint", Static).update(Content(cut(hint, max(10, self.size.width - 2))))

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        here = self._here()
        yield "Tab", tr("next")
        if isinstance(here, ChoiceField):
            yield "←→", tr("choose")
        enters = isinstance(here, FactField) and not isinstance(here, ChoiceField)
        yield "↵", tr("read back") if enters else tr("finish")
        if not enters:
            yield "read_back"
        yield "F3", tr("action")
        yield "undo"
        yield "Esc", tr("close")

    # -- keys of the fields ---------------------------------------------------------------

    def field_key(self, field: Field, key: str) -> bool:
        match key:
            case "tab" | "down":
                self._settle(field, lambda: self._step(field, 1))
            case "shift+tab" | "up":
                self._settle(field, lambda: self._step(field, -1))
            case "enter":
                self._enter(field)
            case "escape":
                self._close()
            case "left" | "right" if isinstance(field, ChoiceField):
                field.step(-1 if key == "left" else 1)
                self.redraw()
            case "pageup":
                self.query_one("#fields", VerticalScroll).scroll_page_up(animate=False)
            case "pagedown":
                self.query_one("#fields", VerticalScroll).scroll_page_down(animate=False)
            case _:
                return False
        return True

    def field_changed(self, field: Field) -> None:
        decision = self.decision
        if not self.can_draw or decision is None:
            return
        if field.kind == "wording":
            self._draw_wording(decision)
        elif isinstance(field, LineField):
            self._draw_line(field, decision)
        self._keep_soon()

    def field_pasted(self, field: Field, text: str) -> None:
        """Several lines go in as one."""
        if isinstance(field, LineField):
            joined = " ".join(text.split())
            editor = field.editor
            editor.replace(joined, *editor.selection, maintain_selection_offset=False)

    def on_descendant_focus(self) -> None:
        decision = self.decision
        if self.can_draw and decision is not None:
            self._draw_hint(decision)
            self.refresh_footer()

    def _step(self, field: Field, by: int) -> None:
        shown = [each for each in self._fields.values() if each.display]
        at = shown.index(field) if field in shown else 0
        following = shown[(at + by) % len(shown)]
        following.take_focus()
        following.scroll_visible(animate=False)

    def _enter(self, field: Field) -> None:
        if field.kind == "read_back":
            self.action_read_back()
        elif field.kind in ADDING and isinstance(field, LineField) and field.is_pending:
            self._settle(field, self.redraw, stays=True)
        else:
            self._settle(field, self._finish, stays=True)

    def _finish(self) -> None:
        """Everything typed is recorded, then the sheet closes; it stays where something cannot
        be."""
        for field in self._fields.values():
            if field.display and isinstance(field, LineField | ChoiceField) and field.is_pending:
                field.take_focus()
                self._settle(field, self._finish, stays=True)
                return
        self._close()

    def _close(self) -> None:
        if self.is_current:
            self.dismiss(tuple(field.text for field in self._pending()))

    # -- recording ------------------------------------------------------------------------

    def _settle(self, field: Field, then: Callable[[], object], *, stays: bool = False) -> None:
        """Record what the field holds, then go on. `stays`: not when it cannot be recorded; it
        is typed still, in any case."""
        decision = self.decision
        if decision is None:
            return
        if isinstance(field, ChoiceField):
            if self._choice(field, decision):
                then()
        elif not isinstance(field, LineField) or not field.is_pending:
            then()
        elif isinstance(field, WordingField):
            self._wording(field, decision, then)
        elif self._line(field, decision) or not stays:
            then()

    def _choice(self, field: ChoiceField, decision: Decision) -> bool:
        if not field.is_pending:
            return True
        context = self._reading_context()
        if field.kind == "kind":
            changes = kind_chosen(decision, cast("DecisionKind", field.chosen), context)
        else:
            changes = rule_chosen(decision, cast("MajorityRule", field.chosen), context)
        field.settle()
        if changes and not self.record(*changes):
            field.back()
            return False
        return True

    def _line(self, field: LineField, decision: Decision) -> bool:
        said = read_field(field.kind, field.text, decision, self._reading_context())
        this = (field.kind, field.text)
        if said.problem and not (said.may_insist and self._asked == this):
            self._asked = this
            again = " · " + tr("↵ once more: all the same") if said.may_insist else ""
            field.below(said.problem + again, problem=True)
            return False
        self._asked = ("", "")
        before = field.text
        if said.changes and not self.record(*said.changes, remark=said.problem):
            return False
        now = self.decision
        field.settle(line_of(field.kind, now, self.live.meeting) if now else before)
        if any(isinstance(each, c.DecisionAmended) and each.vote for each in said.changes):
            self._is_on_wall = True
            self.show_on_wall("vote", self._decision_id)
        self.redraw()
        return True

    def _wording(self, field: WordingField, decision: Decision, then: Callable[[], object]) -> None:
        if not field.text.strip():
            self.say_problem(tr("A decision needs a wording. Ctrl+Z brings it back."))
            return

        def record(weight: Weight | None) -> None:
            now = self.decision
            if weight is None or now is None:
                field.take_focus()
                return
            changes = reworded(now, field.text, weight)
            if not changes or self.record(*changes):
                now = self.decision
                field.settle(now.text if now else field.text)
                self.redraw()
                then()

        gone = withdraws(decision)
        if gone:
            self.app.push_screen(WeightDialog(gone), record)
        else:
            record("editorial")

    # -- half typed -----------------------------------------------------------------------

    def _keep_soon(self) -> None:
        self.set_timer(DRAFT_DELAY, self.keep_draft)

    def keep_draft(self) -> None:
        """What is half typed here belongs to the draft until it is recorded."""
        if self.is_attached:
            self._keep(tuple(field.text for field in self._pending()))

    # -- commands -------------------------------------------------------------------------

    def action_read_back(self) -> None:
        here = self._here()

        def read() -> None:
            self.facilitator.go_read_back(self.live, self._decision_id, self.redraw)

        if here is None:
            read()
        else:
            self._settle(here, read, stays=True)

    def action_vote(self) -> None:
        self._go("vote")

    def action_action_item(self) -> None:
        self._go("action")

    def _go(self, kind: str) -> None:
        field, here = self._fields[kind], self._here()
        if not field.display:
            return
        if here is None or here is field:
            field.take_focus()
        else:
            self._settle(here, field.take_focus)

    def action_back(self) -> None:
        self._close()


def _label(kind: str) -> str:
    match kind:
        case "kind":
            return tr("Kind")
        case "addressee":
            return tr("to")
        case "read_back":
            return tr("Read back")
        case "vote":
            return tr("Vote")
        case "majority":
            return tr("Majority")
        case "bias":
            return tr("Biased")
        case "dissent":
            return tr("Dissent")
        case "mood":
            return tr("Mood")
    return tr("From it")


def _hint(kind: str, decision: Decision) -> str:
    match kind:
        case "vote":
            return tr("“u” unanimous  “c” consensus  “n” no objections · by name: Weiß yes, …")
        case "mood":
            return tr("thumbs 20 3 1 · fist 0 1 2 4 8 5 · resistance: A 12, stays 55 (20 people)")
        case "kind":
            return tr("An order makes its action item in the same step.")
        case "bias":
            return tr("Names, or “nobody”: it was asked and nobody declared it.")
        case "dissent":
            return tr("Names of those who want it in the minutes.")
        case "action":
            return tr("What >who by when · Enter records it, the next one follows")
    if kind == "wording" and withdraws(decision):
        return tr("After a change the sheet asks whether read-back and vote still hold.")
    return ""


def _votes_checked(decision: Decision) -> str:
    """'einstimmig bei 4 Enthaltungen' and '62 Stimmen, 62 anwesend und stimmberechtigt ✓'."""
    vote = decision.vote
    if vote is None or not is_voted(vote):
        return ""
    said = vote_words(vote, current_language())
    lines = [f"→ {said}"] if said != vote_line(vote) else []
    cast_votes = votes_cast(vote)
    if cast_votes is not None and vote.entitled is not None:
        sign = " ✓" if cast_votes == vote.entitled else ""
        lines.append(
            tr(
                "{cast} votes, {entitled} present and entitled",
                cast=cast_votes,
                entitled=vote.entitled,
            )
            + sign
        )
    return "\n".join(lines)
