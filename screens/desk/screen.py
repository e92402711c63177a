"""The minutes desk, whole: its acts, its keys, its footer."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

from facilitator.i18n import tr
from facilitator.meeting.minutes_life import exports_of, sendings_of
from facilitator.meeting.model import ActionItem, Decision, Note, Question
from screens.desk.addresses import AddressActs
from screens.desk.answering import AnswerActs
from screens.desk.finding import FindingActs
from screens.desk.following import FollowingActs
from screens.desk.kinds import KindActs
from screens.desk.long_text import LongTextActs
from screens.desk.objections import ObjectionActs
from screens.desk.places import PlaceActs
from screens.desk.rows import OUT
from screens.desk.sending import SendingActs
from screens.desk.spelling import SpellingActs
from screens.desk.versions import VersionActs
from screens.mending import leave_open
from screens.room import bindings_of
from screens.widgets.columns import cut
from screens.widgets.gap_words import gap_subject


class DeskScreen(
    SendingActs,
    ObjectionActs,
    VersionActs,
    FollowingActs,
    KindActs,
    SpellingActs,
    PlaceActs,
    AnswerActs,
    LongTextActs,
    FindingActs,
    AddressActs,
):
    CSS_PATH = "desk.tcss"
    BINDINGS = [*bindings_of("minutes"), Binding("tab,shift+tab", "other_side", show=False)]

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("Tab", tr("From the list to the preview and back")),
            ("↑ ↓", tr("In the preview: from entry to entry; PgUp, PgDn, Home, End")),
            ("↵", tr("In the preview: mends the text, the result, the attendance, the fact")),
            ("-", tr("Stays open, printed so; on an entry not in the minutes: stays out")),
        )

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self.line_is_open():
            ask = self.ask_now()
            saves = tr("save, next") if ask and (self._follows_gaps or ask.stays) else tr("save")
            close = ("Esc", tr("close the line"))
            if ask is not None and ask.enter_word:
                return (("↵", ask.enter_word), close)
            return (("↵", saves), ("Tab", tr("take")), close)
        other = ("Tab", tr("list") if self.is_reading else tr("preview"))
        first, then = self._of_chosen()
        return (*first[:1], other, *first[1:], "export", *then, "undo", ("Esc", tr("back")))

    def document_commands(self) -> Iterable[str | tuple[str, str]]:
        meeting = self.live.meeting
        kept = ["versions", "compare"] if exports_of(meeting) else []
        if meeting.state == "planned":
            return ("document", *kept)
        if sendings_of(meeting):
            return ("document", *kept, "objection", "sent", "next_meeting")
        return ("document", "sent", *kept, "next_meeting")

    def _of_chosen(self) -> tuple[list[str | tuple[str, str]], list[str | tuple[str, str]]]:
        """What works on what is chosen now: what is needed most, and the rest."""
        subject = self.subject()
        is_out = not self.is_reading and self.rows.chosen.startswith(OUT)
        entry = subject.entry
        first: list[str | tuple[str, str]] = []
        then: list[str | tuple[str, str]] = []
        if is_out:
            first += [("x", tr("into the minutes")), ("-", tr("stays out"))]
        elif (gap := self.chosen_gap()) is not None:
            first.append(("↵", tr("mend")))
            if leave_open(gap):
                first.append(("-", tr("stays open")))
        elif subject.entry or subject.item or subject.person or subject.fact:
            first.append(("↵", tr("mend")))
        if isinstance(entry, Question):
            first.append(("=", tr("its answer")))
        if isinstance(entry, ActionItem | Question):
            first += ["owner", "due"]
        if isinstance(entry, Decision):
            first.append("sheet")
        if isinstance(entry, Note) and not is_out:
            first += ["split", "join"]
        if subject.person is not None or subject.item is not None:
            first.append("rename")
        if subject.person is not None:
            first.append("address")
        if entry is not None:
            then.append("move")
            if not is_out:
                then.append(("x", tr("out of the minutes")))
        if entry is not None or subject.item is not None:
            then.append("new")
        if entry is not None:
            then.append("long_text")
        return first, then

    # -- keys ---------------------------------------------------------------------------------

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    def key_enter(self) -> None:
        """In the preview; also where it comes before the list has the focus."""
        if self.is_reading or self.focused is None:
            self.action_open()

    def key_escape(self) -> None:
        self.action_back()

    def key_minus(self) -> None:
        self.action_leave_open()

    def key_delete(self) -> None:
        """No letter deletes; Delete does, and undo brings it back."""
        self.action_remove()

    def action_other_side(self) -> None:
        if self.line_is_open():
            return
        if self.is_reading:
            self.leave_reading()
        else:
            self.read()

    def action_leave_open(self) -> None:
        if self.line_is_open():
            return
        gap = self.chosen_gap()
        if gap is None:
            self.next_left_out()
            return
        changes = leave_open(gap)
        what = f"{gap.label} {cut(gap_subject(gap), 40)}".strip()
        if changes:
            self.record(*changes, said=tr("✓ {what} stays open", what=what))
        else:
            self.say(tr("A hint asks for nothing: it may stay."))

    def action_remove(self) -> None:
        if (entry := self._entry_for_this()) is not None:
            from facilitator.meeting.changes import EntryRemoved

            then = self.view.neighbour() if self.is_reading else ""
            if self.record(EntryRemoved(entry=entry.id)) and then:
                self.view.mark(then)
                self.refresh_footer()

    def action_sheet(self) -> None:
        """F2 on a decision: its sheet; what was half typed there comes back into a line."""
        entry = self.subject().entry
        if self.line_is_open():
            return
        if not isinstance(entry, Decision):
            self.say(tr("Choose a decision: F2 opens its sheet."))
            return

        def closed(lines: tuple[str, ...] | None) -> None:
            self.redraw()
            for line in lines or ():
                self.facilitator.keep_line(self.live, line)

        self.facilitator.go_sheet(self.live, entry.id, lambda _lines: None, closed)

    def action_open_actions(self) -> None:
        self.facilitator.go_review(self.live)

    def action_back(self) -> None:
        if self.line_is_open():
            self.close_line(keeps=True)
        elif self.leave_extra():
            return
        elif self.is_reading:
            self.leave_reading()
        else:
            self.dismiss()
