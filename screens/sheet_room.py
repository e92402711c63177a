"""What the decision sheet is made of: its fields, how they are drawn, what is half typed. The keys
and what is recorded stand in `sheet`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from facilitator.capture import Context
from facilitator.deciding_words import opinion_words, rule_words
from facilitator.i18n import current_language, ntr, tr
from facilitator.live import LiveMeeting
from facilitator.meeting.majority import RULES
from facilitator.meeting.model import Decision, MajorityRule
from facilitator.told import decision_kind_word
from screens.meeting_room import MeetingRoom
from screens.room import HalfTyped
from screens.sheet_choices import (
    KINDS,
    fields_of,
    majority_shown,
    rule_of,
)
from screens.sheet_lines import line_of, read_field
from screens.sheet_view import (
    actions_shown,
    earlier_wordings,
    hint_of,
    label_of,
    votes_checked,
)
from screens.widgets.columns import cut
from screens.widgets.footer import KeyFooter
from screens.widgets.sheet_fields import (
    ChoiceField,
    FactField,
    Field,
    LineField,
    WordingField,
)
from screens.widgets.status import StatusLine


class SheetRoom(MeetingRoom[tuple[str, ...]]):
    """Returns the lines that were half typed when it was closed. `field`: where to begin."""

    ROOM = "sheet"

    def __init__(
        self, live: LiveMeeting, decision: str, keep: HalfTyped, *, field: str = "wording"
    ) -> None:
        super().__init__(live)
        self._decision_id = decision
        self._keep = keep
        self._begin = field
        self._asked = ("", "")
        """Field and text of which a first Enter said what is wrong with it."""
        self._draft_timer: Timer | None = None
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

    def _begin_at(self, field: str) -> None:
        chosen = self._fields[field]
        (chosen if chosen.display else self._fields["wording"]).take_focus()
        self.redraw()

    # -- what it is about -----------------------------------------------------------------

    @property
    def decision(self) -> Decision | None:
        entry = self.live.meeting.entry(self._decision_id)
        return entry if isinstance(entry, Decision) else None

    def reading_context(self) -> Context:
        return Context(
            meeting=self.live.meeting,
            today=self.live.today,
            now=self.live.now(),
            language="de" if current_language() == "de" else "en",
        )

    def current_field(self) -> Field | None:
        """The field that has the keys."""
        focused = self.focused
        if focused is None:
            return None
        return next((field for field in self._fields.values() if field in focused.ancestors), None)

    def pending(self) -> Iterator[LineField]:
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
            self.close()
            return
        wanted = fields_of(decision, self.live.meeting)
        for kind, field in self._fields.items():
            field.display = kind in wanted
            if not isinstance(field, WordingField):
                field.label(label_of(kind))
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
            field.below("\n".join(actions_shown(decision, self.live.meeting)))
            field.right("F3")
            return
        if field.is_problem and self._asked == (field.kind, field.text):
            return
        said = read_field(field.kind, field.text, decision, self.reading_context())
        if field.is_pending and field.text.strip():
            field.below(f"→ {said.shown}" if said.shown else "")
            if said.problem:
                field.below(said.problem, problem=True)
        elif field.kind == "vote":
            field.below(votes_checked(decision))
        else:
            language = current_language()
            field.below("\n".join(opinion_words(each, language) for each in decision.opinions))

    def _draw_versions(self, decision: Decision) -> None:
        lines = earlier_wordings(decision, max(20, self.size.width - 8))
        versions = self.query_one("#versions", Static)
        versions.update(Content("\n".join(lines)))
        versions.display = bool(lines)

    def _draw_hint(self, decision: Decision) -> None:
        here = self.current_field()
        hint = hint_of(here.kind if here else "", decision)
        self.query_one("#hint", Static).update(Content(cut(hint, max(10, self.size.width - 2))))

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        here = self.current_field()
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

    # -- keys: done by the screen ---------------------------------------------------------

    def field_key(self, field: Field, key: str) -> bool:
        """A key that is no text; True if it was dealt with."""
        return False

    def field_changed(self, field: Field) -> None:
        """Something was typed."""

    def field_pasted(self, field: Field, text: str) -> None:
        """Several lines at once."""

    def line_for(self, field: Field, letter: str) -> Field | None:
        """Where letters go that are typed on a field without a line."""
        return None

    def close(self) -> None:
        """Leave the sheet; what is half typed goes along."""
        if self.is_current:
            self.dismiss(tuple(field.text for field in self.pending()))
