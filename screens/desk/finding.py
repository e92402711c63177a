"""Find in the preview: `/`, words, Enter for the next place."""

from __future__ import annotations

from facilitator.i18n import tr
from screens.desk.asks import Ask
from screens.desk.line import DeskLine
from screens.mending import Mended


class FindingActs(DeskLine):
    _last_words = ""

    def action_find(self) -> None:
        if self.line_is_open():
            return
        if not self.is_reading:
            self.read()

        def enter(text: str, _cursor: int) -> bool:
            if not text.strip():
                return True
            self._last_words = text
            if self.view.find(text):
                self.say(tr("Enter: the next place"))
            else:
                self.say(tr("“{words}” does not stand in this document.", words=text.strip()))
            return False

        self.open_line(
            Ask(
                key="find",
                kind=tr("Find in the document"),
                read=lambda _: Mended(),
                text=self._last_words,
                note=tr("Enter: the next place"),
                enter=enter,
                enter_word=tr("next place"),
                is_replaced=True,
            )
        )
