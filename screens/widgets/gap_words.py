"""What is missing, in words: one line a gap."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.minutes.gaps import Gap


def gap_question(gap: Gap) -> str:
    """The question behind it: 'who?', 'by when?', 'result?'."""
    match gap.what:
        case "owners":
            return tr("who?")
        case "order":
            return tr("who does it?")
        case "due":
            return tr("by when?")
        case "vote":
            return tr("vote?")
        case "result":
            return tr("result?")
        case "chair" | "minute_taker" | "place":
            return tr("who?") if gap.what != "place" else tr("where?")
        case "end" | "next_meeting":
            return tr("when?")
        case "parked_topic":
            return tr("where to?")
        case "question":
            return tr("answer?")
        case "owner_is_nobody":
            return tr("“{name}” is nobody", name=gap.detail)
        case "spelling":
            return tr("“{name}”: {other}?", name=gap.detail, other=gap.other)
        case "votes_cast":
            return tr("{cast} votes of {entitled}", cast=gap.detail, entitled=gap.other)
        case "without_quorum":
            return tr("NO quorum: {present}, needed {n}", present=gap.detail, n=gap.other)
        case "read_back":
            return tr("not read back")
        case "bias":
            return tr("{names}: biased or back?", names=gap.detail)
        case "round":
            return tr("not heard: {names}", names=gap.detail)
        case "quorum":
            return tr("not stated")
    return ""


def gap_hint(gap: Gap) -> str:
    """What to type for it, where the question alone does not say so."""
    match gap.what:
        case "question":
            return tr("Type the answer · “-” stays open")
        case "parked_topic":
            return tr("Type where it goes: next meeting, a group … · “-” stays open")
        case "result":
            return tr("Type the result: noted, carried … · “-” stays open")
    return tr("Enter mends · “-” stays open")


def gap_subject(gap: Gap) -> str:
    """What it is about: the entry's text, the item's title, or the fact of the meeting."""
    if gap.text:
        return gap.text
    return {
        "chair": tr("Chair"),
        "minute_taker": tr("Minute taker"),
        "place": tr("Place"),
        "end": tr("End"),
        "next_meeting": tr("Next meeting"),
        "quorum": tr("Quorum"),
    }.get(gap.what, "")


def gap_id(gap: Gap) -> str:
    """A name for the row that stays while the list changes."""
    return f"{gap.what}-{gap.entry or gap.item or 'meeting'}"
