"""How a quorum is said, on the screen and in what was saved."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.meeting.model import QuorumStatement
from facilitator.meeting.quorum import Quorum


def quorum_words(quorum: Quorum | QuorumStatement) -> str:
    """'beschlussfähig 12 von 19', 'NICHT beschlussfähig: 8 von 19, nötig 10'."""
    numbers = {"present": quorum.present, "legal": quorum.legal_number}
    if quorum.is_met:
        return tr("quorum {present} of {legal}", **numbers)
    return tr(
        "NO quorum: {present} of {legal}, needed {required}", **numbers, required=quorum.required
    )


def turned_words(quorum: Quorum) -> str:
    """The notice when it was lost or is there again."""
    numbers = {
        "present": quorum.present, "legal": quorum.legal_number, "required": quorum.required,
    }  # fmt: skip
    if quorum.is_met:
        return tr("There is a quorum now: {present} of {legal}, needed {required}", **numbers)
    return tr("The quorum is LOST: {present} of {legal}, needed {required}", **numbers)
