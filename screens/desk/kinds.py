"""Another document of the same meeting in the preview."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.errors import UsageProblem
from facilitator.i18n import LANGUAGES, tr
from facilitator.meeting.model import Meeting
from facilitator.minutes.wanted import DOCUMENT_KINDS, SCOPES, Wanted, kinds_for
from screens.desk.document_words import document_word, kind_word, language_word, scope_word
from screens.desk.line import DeskLine
from screens.dialogs.form import Field, FormDialog


class DocumentDialog(FormDialog[Wanted]):
    """Which document, for whom, in which language. `items`: numbers of agenda items of an extract,
    as they stand in the line at first."""

    def __init__(self, meeting: Meeting, wanted: Wanted, items: tuple[str, ...]) -> None:
        super().__init__()
        self._meeting = meeting
        self._wanted = wanted
        self._items = items

    def title_text(self) -> str:
        return tr("DOCUMENT")

    def keys_text(self) -> str:
        return tr("←→ choose   Tab next field   ↵ show it   Esc leave")

    def fields(self) -> Iterable[Field]:
        kinds = [(kind, kind_word(kind)) for kind in kinds_for(self._meeting)]
        yield Field("document", tr("Document"), self._wanted.kind, options=kinds)
        scopes = [(scope, scope_word(scope)) for scope in SCOPES]
        yield Field("scope", tr("Scope"), self._wanted.scope, options=scopes)
        languages = [(code, language_word(code)) for code in LANGUAGES]
        now = self._wanted.language or self._meeting.language
        yield Field("language", tr("Language"), now, options=languages)
        items = ", ".join(self._wanted.items or self._items)
        yield Field("items", tr("Items"), items, hint=tr("of an extract: 8.2, 9"))

    def answer(self) -> Wanted:
        kind = next(each for each in DOCUMENT_KINDS if each == self.value("document"))
        language = self.value("language")
        return Wanted(
            kind=kind,
            scope=next(each for each in SCOPES if each == self.value("scope")),
            items=self._numbers() if kind == "extract" else (),
            language="" if language == self._meeting.language else language,
        )

    def _numbers(self) -> tuple[str, ...]:
        known = {item.number for item in self._meeting.agenda_items if item.number}
        said = [part.strip().rstrip(".") for part in self.value("items").split(",")]
        wanted = tuple(part.removeprefix("TOP").strip() for part in said if part)
        if not wanted:
            raise UsageProblem(tr("An extract needs the number of an agenda item, such as 8.2."))
        for number in wanted:
            if number not in known:
                raise UsageProblem(tr("There is no agenda item {number}.", number=number))
        return wanted


class KindActs(DeskLine):
    def action_document(self) -> None:
        if self.line_is_open():
            return
        item = self.item_of_chosen()
        number = item.number if item is not None else ""
        dialog = DocumentDialog(self.live.meeting, self.wanted, (number,) if number else ())
        self.app.push_screen(dialog, self._chosen)

    def _chosen(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self.show_document(wanted)

    def show_document(self, wanted: Wanted) -> None:
        before, self.wanted = self.wanted, wanted
        if self.attempt(self.paper_now) is None:
            self.wanted = before
            return
        self.redraw()
        if wanted != self.home:
            self.say(
                tr("{document}; Esc leads back to the minutes", document=document_word(wanted))
            )

    def leave_extra(self) -> bool:
        """Escape: back from another document to the minutes."""
        if self.wanted == self.home:
            return super().leave_extra()
        self.show_document(self.home)
        self.say("")
        return True
