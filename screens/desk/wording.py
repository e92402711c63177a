"""Acts on what is chosen, in a line: wording, who, until when, result, attendance, facts of the
head, another name."""

from __future__ import annotations

from facilitator.as_listed import as_listed, officer_name
from facilitator.errors import FacilitatorError
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, AgendaItem, Decision, Entry, Person, Question
from facilitator.meeting.renaming import renamed
from facilitator.minutes.gaps import Gap
from screens.desk.asks import Ask
from screens.desk.attendance_line import attendance_read, attendance_text
from screens.desk.line import DeskLine
from screens.desk.subject import HeadFact, Subject, fact_word
from screens.entry_acts import editable, edited
from screens.mending import Mended, mend, officer_of, result_of, who_and_when
from screens.typed_values import read_day
from screens.widgets.columns import cut


class WordingActs(DeskLine):
    """Enter on anything in the preview, and the letters w, t, u, =."""

    def action_open(self) -> None:
        """Mend the chosen gap, or open the line of what is chosen with its text in it."""
        if self.line_is_open():
            return
        gap = self.chosen_gap()
        if gap is not None:
            self.open_gap(gap)
        else:
            self.open_subject(self.subject())

    def open_gap(self, gap: Gap) -> None:
        self.open_gaps()

    def open_subject(self, subject: Subject) -> None:
        if subject.entry is not None:
            self.open_line(self.wording_of(subject.entry))
        elif subject.item is not None:
            self.open_line(self._result_of(subject.item))
        elif subject.person is not None:
            self.open_line(self._attendance_of(subject.person))
        elif subject.fact is not None:
            self.open_fact(subject.fact)
        elif self.chosen_about():
            self.say(tr("This is not mended here: Ctrl+Z, or the live screen, does."))

    # -- texts --------------------------------------------------------------------------------

    def wording_of(self, entry: Entry) -> Ask:
        def read(text: str) -> Mended:
            now = self.live.meeting.entry(entry.id)
            if now is None:
                return Mended(problem=tr("This entry is gone."))
            return Mended(edited(now, text, self.context()))

        def text_now() -> str:
            now = self.live.meeting.entry(entry.id) or entry
            return editable(now, self.context().language)

        return Ask(
            key=f"wording {entry.id}",
            kind=self.name_of(entry),
            read=read,
            text=editable(entry, self.context().language),
            hint=self.wording_hint(entry),
            text_now=text_now,
        )

    def wording_hint(self, entry: Entry) -> str:
        if isinstance(entry, Decision):
            return tr("F2 opens the decision sheet")
        if isinstance(entry, ActionItem | Question):
            return tr(">who and <until when behind it")
        return ""

    def name_of(self, entry: Entry) -> str:
        """'M7', or 'Note 8.2'."""
        if entry.kind != "note":
            return entry.tag
        item = self.live.meeting.item(entry.item)
        return f"{tr('Note')} {item.number}".strip() if item is not None else tr("Note")

    # -- who and until when -------------------------------------------------------------------

    def action_owner(self) -> None:
        entry = self.subject().entry
        if isinstance(entry, ActionItem | Question):
            self.open_line(self._who_or_when(entry, is_due=False))
        else:
            self.say(tr("Who is asked of action items and questions."))

    def action_due(self) -> None:
        entry = self.subject().entry
        if isinstance(entry, ActionItem | Question):
            self.open_line(self._who_or_when(entry, is_due=True))
        else:
            self.say(tr("A date is asked of action items and questions."))

    def _who_or_when(self, entry: ActionItem | Question, *, is_due: bool) -> Ask:
        def text_of(there: ActionItem | Question) -> str:
            if is_due:
                return there.due.text if there.due else ""
            return ", ".join(owner.name for owner in there.owners)

        def text_now() -> str:
            now = self.live.meeting.entry(entry.id)
            return text_of(now if isinstance(now, ActionItem | Question) else entry)

        def read(typed: str) -> Mended:
            now = self.live.meeting.entry(entry.id)
            if not isinstance(now, ActionItem | Question):
                return Mended(problem=tr("This entry is gone."))
            if typed.strip():
                return who_and_when(now, typed.strip(), self.context(), is_due=is_due)
            if is_due:
                return Mended(_without_due(now) if now.due else ())
            return Mended(_without_owners(now) if now.owners else ())

        return Ask(
            key=f"{'due' if is_due else 'owner'} {entry.id}",
            kind=f"{entry.tag} · {cut(entry.text, 40)}",
            read=read,
            text=text_of(entry),
            text_now=text_now,
            right=tr("by when?") if is_due else tr("who?"),
            hint=tr("several with commas; empty: nobody") if not is_due else tr("empty: open"),
            is_replaced=True,
            may_be_empty=True,
        )

    # -- items --------------------------------------------------------------------------------

    def action_item_result(self) -> None:
        if (item := self.item_of_chosen()) is not None:
            self.open_line(self._result_of(item))
        else:
            self.say(tr("A result belongs to an agenda item: choose one, or an entry of it."))

    def _result_of(self, item: AgendaItem) -> Ask:
        def read(text: str) -> Mended:
            if not text.strip():
                return Mended(
                    (c.AgendaItemAmended(item=item.id, result=""),) if item.result else ()
                )
            return Mended(result_of(item.id, text, self.context()))

        def text_now() -> str:
            return (self.live.meeting.item(item.id) or item).result

        return Ask(
            key=f"result {item.id}",
            kind=f"{item.number} {cut(item.title, 40)}",
            read=read,
            text=item.result,
            right=tr("result?"),
            text_now=text_now,
            may_be_empty=True,
        )

    # -- people -------------------------------------------------------------------------------

    def _attendance_of(self, person: Person) -> Ask:
        attendance = next(
            (each for each in self.live.meeting.attendance if each.person == person.id), None
        )

        def read(text: str) -> Mended:
            return attendance_read(person, text, self.live.meeting)

        return Ask(
            key=f"attendance {person.id}",
            kind=person.name,
            read=read,
            text=attendance_text(attendance),
            is_replaced=True,
            right=tr("there?"),
            hint=tr("16:50-18:20, until 18:20, excused, represented by …"),
            said=lambda text: tr("✓ {name}: {said}", name=person.name, said=" ".join(text.split())),
        )

    def action_rename(self) -> None:
        """Another title of the item, another name of the person: everywhere."""
        subject = self.subject()
        if subject.person is not None:
            self.open_line(self._name_of_person(subject.person))
        elif (item := self.item_of_chosen()) is not None:
            self.open_line(self._title_of(item))
        else:
            self.say(tr("Choose an agenda item or a person to be called otherwise."))

    def _name_of_person(self, person: Person) -> Ask:
        def read(text: str) -> Mended:
            now = self.live.meeting.person(person.id)
            return Mended(
                renamed(as_listed(self.live.meeting), now, text) if now is not None else ()
            )

        return Ask(
            key=f"name {person.id}",
            kind=person.name,
            read=read,
            text=person.name,
            right=tr("name?"),
            hint=tr("changes everywhere in this meeting"),
            said=lambda text: tr(
                "✓ {old} is now {new} everywhere", old=person.name, new=" ".join(text.split())
            ),
        )

    def _title_of(self, item: AgendaItem) -> Ask:
        def read(text: str) -> Mended:
            title = " ".join(text.split())
            changes = (c.AgendaItemAmended(item=item.id, title=title),)
            return Mended(changes if title and title != item.title else ())

        return Ask(
            key=f"title {item.id}",
            kind=tr("Item {number}", number=item.number),
            read=read,
            text=item.title,
            right=tr("title?"),
        )

    # -- the head -----------------------------------------------------------------------------

    def open_fact(self, fact: HeadFact) -> None:
        self.open_line(self._fact(fact))

    def _fact(self, fact: HeadFact) -> Ask:
        def read(text: str) -> Mended:
            try:
                return self._read_fact(fact, text)
            except FacilitatorError as error:
                return Mended(problem=str(error))

        return Ask(
            key=f"fact {fact}",
            kind=fact_word(fact),
            read=read,
            text=self._fact_text(fact),
            hint=tr("when it was over") if fact == "time" else "",
            is_replaced=fact not in ("title", "place", "file_reference"),
            may_be_empty=fact in ("file_reference", "place"),
        )

    def _fact_text(self, fact: HeadFact) -> str:
        meeting = self.live.meeting
        match fact:
            case "title":
                return meeting.title
            case "file_reference":
                return meeting.file_reference
            case "place":
                return meeting.place
            case "day":
                return f"{meeting.day:%d.%m.%Y}" if meeting.day else ""
            case "time":
                closed = f"{meeting.closed_at.at:%H:%M}" if meeting.closed_at else ""
                return meeting.ended or closed
            case "chair" | "moderator" | "minute_taker":
                officer = meeting.officer(fact)
                return officer_name(meeting, officer) if officer else ""
            case "next_meeting":
                return meeting.next_meeting.text if meeting.next_meeting else ""
        return ""

    def _read_fact(self, fact: HeadFact, text: str) -> Mended:
        typed = " ".join(text.split())
        match fact:
            case "title":
                return Mended((c.MeetingAmended(title=typed),))
            case "file_reference":
                return Mended((c.MeetingAmended(file_reference=typed),))
            case "place":
                return Mended((c.MeetingAmended(place=typed),))
            case "day":
                return Mended((c.MeetingAmended(day=read_day(typed, self.live.today)),))
            case "time":
                return mend(Gap(rank="missing", what="end"), typed, self.context())
            case "chair" | "moderator" | "minute_taker":
                return officer_of(fact, typed, self.context())
            case "next_meeting":
                return mend(Gap(rank="missing", what="next_meeting"), typed, self.context())
        return Mended(problem=tr("This follows from what happened; it is not typed."))


def _without_owners(entry: ActionItem | Question) -> tuple[c.Change, ...]:
    if isinstance(entry, ActionItem):
        return (c.ActionItemAmended(action_item=entry.id, owners=()),)
    return (c.QuestionAmended(question=entry.id, owners=()),)


def _without_due(entry: ActionItem | Question) -> tuple[c.Change, ...]:
    if isinstance(entry, ActionItem):
        return (c.ActionItemAmended(action_item=entry.id, due=None),)
    return (c.QuestionAmended(question=entry.id, due=None),)
