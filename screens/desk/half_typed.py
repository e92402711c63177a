"""What is half typed at the desk, by what it is about: it stands there again when its line is
opened next, also after the desk was left, the program was quit or the power failed."""

from __future__ import annotations

import contextlib
import re

from textual.timer import Timer

from facilitator.drafts import Draft, DraftFile
from facilitator.i18n import ntr
from facilitator.in_editor import InEditor
from facilitator.live import LiveMeeting
from facilitator.settings import state_folder
from screens.desk.editor import read_back
from screens.desk.room import DeskRoom

_ID = re.compile(r"[0-9a-z]{12}-[0-9a-z]+-\w+$")
DELAY = 0.3
"""Seconds from the last key to the file."""


class HalfTyped(DeskRoom):
    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._half_typed: dict[str, str] = {}
        self._keeps_soon: Timer | None = None

    def on_mount(self) -> None:
        self._half_typed.update(self._half_typed_file().read().at)
        self._take_in_left_in_editor()
        self._put_aside_of_gone()
        if count := len(self._half_typed):
            said = ntr(
                "{n} half-typed line is kept: it stands there when it is opened again.",
                "{n} half-typed lines are kept: they stand there when they are opened again.",
                count,
            )
            self.call_after_refresh(lambda: self.say(said))

    def _half_typed_file(self) -> DraftFile:
        reference = f"{self.live.reference}\nminutes"
        return DraftFile(state_folder(), self.facilitator.workspace.root, reference)

    def texts_in_editor(self) -> InEditor:
        return InEditor(state_folder(), self.facilitator.workspace.root, self.live.reference)

    def _take_in_left_in_editor(self) -> None:
        """What was saved in the editor of the person while the program was killed."""
        texts = self.texts_in_editor()
        left = texts.left()
        for about, path in left:
            entry, said = self.live.meeting.entry(about), read_back(path)
            if said and (entry is None or said != entry.text):
                self._half_typed[f"long {about}"] = said
        if left:
            with contextlib.suppress(OSError):  # then they stay where they are, for the next time
                self._half_typed_file().write(Draft(at=dict(self._half_typed)))
                for _, path in left:
                    texts.forget(path)

    def _put_aside_of_gone(self) -> None:
        """What was typed about something that is gone stands in grey in the live screen."""
        meeting = self.live.meeting
        there = {each.id for each in meeting.entries} | {each.id for each in meeting.people}
        there |= {each.id for each in meeting.agenda_items}
        for key in list(self._half_typed):
            found = _ID.search(key)
            if found is not None and found[0] not in there:
                self.facilitator.keep_line(self.live, self._half_typed.pop(key))

    def half_typed_now(self) -> dict[str, str]:
        """With what stands in the open line."""
        return dict(self._half_typed)

    def keep_draft(self) -> None:
        if not self.is_mounted:
            return
        with contextlib.suppress(OSError):  # the meeting itself does not depend on it
            self._half_typed_file().write(Draft(at=self.half_typed_now()))

    def keep_draft_soon(self) -> None:
        if self._keeps_soon is not None:
            self._keeps_soon.stop()
        self._keeps_soon = self.set_timer(DELAY, self.keep_draft)
