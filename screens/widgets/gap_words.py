"""What is missing, in words: one line a gap."""

from __future__ import annotations

from facilitator.minutes.gaps import Gap
from facilitator.saying import tr
from screens.mending import leaves_open
from screens.widgets.columns import cut


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
            return tr("stays open?")
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
    """What can be typed, in half a line."""
    match gap.what:
        case "owners" | "order":
            return tr("a name, also with “by June” · - stays open")
        case "owner_is_nobody" | "spelling":
            return tr("the right name")
        case "due":
            return tr("until when, like “end of June” · - stays open")
        case "vote" | "votes_cast" | "without_quorum":
            return tr("58 0 4 or “unanimous”, F2 sheet · - stays open")
        case "result":
            return tr("like “noted” or “deferred” · - stays open")
        case "chair" | "minute_taker":
            return tr("a name · - stays open")
        case "place":
            return tr("a place · - stays open")
        case "end":
            return tr("a time, like 19:30 · - stays open")
        case "next_meeting":
            return tr("a day, like “12 May 18:00” · - stays open")
        case "parked_topic":
            return tr("where it goes, like “next meeting” · - stays open")
        case "question":
            return tr("↵, “yes” or - leaves it open · else the answer")
    return tr("“-” accepts it as it is")


def mended_words(gap: Gap, typed: str) -> str:
    """What was saved when a line mended a gap, and what it says now."""
    text = " ".join(typed.split())
    what = f"{gap.label} {cut(gap_subject(gap), 40)}".strip()
    if leaves_open(gap, text):
        return tr("✓ {what} stays open", what=what)
    if gap.what == "question":
        return tr("✓ {what} · answer: {text}", what=what, text=text)
    if gap.what in ("result", "vote", "votes_cast", "without_quorum", "order"):
        return tr("✓ {what}", what=what)  # first letters and numbers say less than the entry
    return tr("✓ {what} → {text}", what=what, text=text.lstrip("><@"))


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
