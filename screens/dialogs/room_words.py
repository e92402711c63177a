"""What each room is for, in a sentence or two: the beginning of its help."""

from __future__ import annotations

from facilitator.i18n import tr


def about(room: str) -> str:
    """Empty for a room that needs no words."""
    match room:
        case "library":
            return tr(
                "All series and their meetings. Enter opens a planned meeting to prepare it, a "
                "running one live, a closed one at the minutes desk."
            )
        case "prepare":
            return tr(
                "Head, agenda and people of a meeting before it begins. All of it can still be "
                "changed while it runs."
            )
        case "live":
            return tr(
                "The running meeting: type what is said and agreed; F9 goes to the next agenda "
                "item. What stands here under COMMANDS is needed by some meetings only."
            )
        case "door":
            return tr("Who is here: two or three letters, Enter, next.")
        case "agenda":
            return tr(
                "The agenda while the meeting runs: go to an item, write to it, move it, skip it, "
                "put it off."
            )
        case "replan":
            return tr(
                "What can be done about the time, before and after side by side. Nothing changes "
                "before Enter, and undo takes it back."
            )
        case _:
            return _about_deciding(room) or _about_afterwards(room)


def _about_deciding(room: str) -> str:
    match room:
        case "sheet":
            return tr("One decision: exact wording, reading back, vote, and what follows from it.")
        case "read_back":
            return tr(
                "The wording as it is read to the room; the wall shows it as well. Nothing is "
                "typed here."
            )
        case "read_actions":
            return tr(
                "All action items of this agenda item, read to the room: is that right? Who and "
                "until when are filled in here."
            )
        case "speakers":
            return tr("Who has the floor and who waits.")
        case "round":
            return tr("One question, asked of every group or person in turn.")
        case "cards":
            return tr(
                "Cards under a question: collect, group, weigh with dots, and turn into decisions "
                "and action items."
            )
    return ""


def _about_afterwards(room: str) -> str:
    match room:
        case "timeline":
            return tr("Everything that happened in this meeting, and the way back to any point.")
        case "review":
            return tr("Open action items, overdue ones first: one letter says what became of each.")
        case "closing":
            return tr("What is still missing, while everybody is there; then F9 closes.")
        case "minutes":
            return tr("The minutes as they will be sent, and what is still missing in them.")
    return ""
