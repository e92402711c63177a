"""Leaving the program: while a meeting runs it asks first, in whatever room or dialog of it one is,
and what is half typed in any of them is kept for the live screen."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, NoReturn

from facilitator.drafts import Draft
from facilitator.i18n import tr
from screens.dialogs.question import QuestionDialog
from screens.live import LiveScreen
from screens.meeting_room import MeetingRoom
from screens.room import Room

if TYPE_CHECKING:
    from facilitator.live import LiveMeeting
    from screens.app import FacilitatorApp


class QuitQuestion(QuestionDialog):
    def __init__(self) -> None:
        super().__init__(
            tr("Quit while the meeting runs?"),
            tr("Everything is saved. The meeting and its clock go on; start again to go on here."),
            tr("quit"),
        )


def ask_quit(app: FacilitatorApp) -> None:
    """Quit, after a question if the meeting of any open room runs; a second Ctrl+Q is no answer."""
    if isinstance(app.screen, QuitQuestion):
        return
    rooms = [each for each in app.screen_stack if isinstance(each, MeetingRoom)]
    if any(room.live.meeting.state == "running" for room in rooms):
        app.push_screen(QuitQuestion(), lambda sure: quit_now(app) if sure else None)
    else:
        quit_now(app)


def quit_now(app: FacilitatorApp) -> None:
    keep_drafts(app)
    app.exit()


def go_at_once(app: FacilitatorApp) -> NoReturn:
    """The terminal went while another program had it. There is nobody to say goodbye to, and who
    writes to it waits for ever: what is half typed is kept, and the process ends."""
    keep_drafts(app)
    os._exit(0)


def keep_drafts(app: FacilitatorApp) -> None:
    """Rooms above the live screen give it what is half typed in them: from above to below."""
    for screen in reversed(app.screen_stack):
        if isinstance(screen, Room):
            screen.keep_draft()


def keep_line(app: FacilitatorApp, live: LiveMeeting, text: str) -> None:
    """A line half typed beside the live screen, or before it is opened, stands there in grey, now
    or at the next start."""
    if not text.strip():
        return
    for screen in app.screen_stack:
        if isinstance(screen, LiveScreen) and screen.live is live:
            screen.keep_aside(text)
            return
    file = app.draft_file(live)
    draft = file.read()
    if text not in draft.aside:
        with contextlib.suppress(OSError):  # the meeting itself does not depend on it
            file.write(Draft(line=draft.line, aside=(*draft.aside, text)))


def keep_half_typed(app: FacilitatorApp, live: LiveMeeting, lines: tuple[str, ...]) -> None:
    """What is half typed beside the live screen right now is in its draft, should power fail."""
    for screen in app.screen_stack:
        if isinstance(screen, LiveScreen) and screen.live is live:
            screen.keep_elsewhere(lines)
