"""The answer of a question: '=' opens it, for another one, or for none."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Entry, Question
from screens.desk.asks import Ask
from screens.desk.wording import WordingActs
from screens.mending import Mended
from screens.widgets.columns import cut


class AnswerActs(WordingActs):
    """As '=' is the result of an item, it is the answer of a question."""

    def action_item_result(self) -> None:
        entry = self.subject().entry
        if isinstance(entry, Question):
            self.open_line(self._answer_of(entry))
        else:
            super().action_item_result()

    def wording_hint(self, entry: Entry) -> str:
        if isinstance(entry, Question) and entry.answer.strip():
            return tr("the answer: Esc, then =")
        return super().wording_hint(entry)

    def _answer_of(self, question: Question) -> Ask:
        def text_now() -> str:
            now = self.live.meeting.entry(question.id)
            return (now if isinstance(now, Question) else question).answer

        def read(typed: str) -> Mended:
            now = self.live.meeting.entry(question.id)
            if not isinstance(now, Question):
                return Mended(problem=tr("This entry is gone."))
            answer = typed.strip()
            changes = (c.QuestionAmended(question=now.id, answer=answer),)
            return Mended(changes if answer != now.answer.strip() else ())

        def said(typed: str) -> str:
            if not typed.strip():
                return tr("✓ {tag} is open: its answer is taken out", tag=question.tag)
            return tr("✓ {tag} answered: {text}", tag=question.tag, text=" ".join(typed.split()))

        return Ask(
            key=f"answer {question.id}",
            kind=f"{question.tag} · {cut(question.text, 40)}",
            read=read,
            text=question.answer,
            text_now=text_now,
            right=tr("answer?"),
            hint=tr("empty: no answer"),
            said=said,
            may_be_empty=True,
        )
