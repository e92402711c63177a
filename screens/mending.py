"""One gap and one typed line -> the changes that mend it. Shared by closing round and desk."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from facilitator.capture import Chip, Completion, Context, VoteReading, read, read_vote
from facilitator.capture.offered_vote import doubts, taken
from facilitator.deciding_words import vote_numbers, vote_words
from facilitator.folding import fold, words
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, Entry, Meeting, NextMeeting, Owner, Role, Vote
from facilitator.minutes.gaps import Gap

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(\s*(uhr|h))?$", re.IGNORECASE)
LEAVE_OPEN = ("-", "–")


_STAYS = frozenset(
    "ja j bleibt offen bleibt_offen bleibt_so yes y stays open stays_open it_stays_open".split()
)
"""What is said, folded, to 'stays open?', where it is no answer to the question itself."""


def leaves_open(gap: Gap, typed: str) -> bool:
    """Whether a line accepts the gap as it is: '-', and to 'stays open?' also 'ja' or 'offen'."""
    text = typed.strip()
    if text in LEAVE_OPEN:
        return True
    said = "_".join(words(text.rstrip(".!")))
    return gap.what == "question" and (not said or said in _STAYS)


@dataclass(frozen=True)
class Mended:
    """`changes` empty: not mended yet, `problem` says why. `completion` refers to the line with
    `before` in front of it."""

    changes: tuple[c.Change, ...] = ()
    chips: tuple[Chip, ...] = ()
    problem: str = ""
    completion: Completion | None = None
    before: str = ""


def is_typed(gap: Gap) -> bool:
    """Whether a line mends it; else it is mended elsewhere, or stays."""
    return gap.what not in ("read_back", "bias", "round", "quorum")


def leave_open(gap: Gap) -> tuple[c.Change, ...]:
    """The gap is accepted on purpose; nothing for a hint, which asks for nothing."""
    match gap.what:
        case "owners" | "due":
            return (c.GapLeftOpen(gap=gap.what, entry=gap.entry),)
        case "question":
            return (c.GapLeftOpen(gap="answer", entry=gap.entry),)
        case "parked_topic":
            return (c.GapLeftOpen(gap="outcome", entry=gap.entry),)
        case "result":
            return (c.GapLeftOpen(gap=f"result:{gap.item}"),)
        case "vote" | "order":
            return (c.GapLeftOpen(gap=f"{gap.what}:{gap.entry}"),)
        case "bias":
            return (c.GapLeftOpen(gap=f"bias:{gap.item}"),)
        case "chair" | "minute_taker" | "place" | "end" | "next_meeting":
            return (c.GapLeftOpen(gap=gap.what),)
    return ()


def mend(gap: Gap, typed: str, context: Context) -> Mended:
    """Read a line as the answer to a gap. Nothing typed: nothing happens, but a question that was
    asked whether it stays open does."""
    text = typed.strip()
    if leaves_open(gap, text):
        return Mended(changes=leave_open(gap))
    if not text:
        return Mended()
    match gap.what:
        case "owners" | "owner_is_nobody" | "spelling" | "due":
            entry = context.meeting.entry(gap.entry)
            if entry is None:
                return Mended(problem=tr("This entry is gone."))
            return who_and_when(entry, text, context, is_due=gap.what == "due")
        case "order":
            return _order(gap, text, context)
        case "result":
            return Mended(changes=result_of(gap.item, text, context))
        case "question":
            return Mended(changes=(c.QuestionAmended(question=gap.entry, answer=text),))
        case "parked_topic":
            return Mended(changes=(c.ParkedTopicAmended(parked_topic=gap.entry, outcome=text),))
        case "vote" | "votes_cast" | "without_quorum":
            entry = context.meeting.entry(gap.entry)
            if not isinstance(entry, Decision):
                return Mended(problem=tr("This entry is gone."))
            return vote_of(text, entry, context)
        case "chair" | "minute_taker":
            return officer_of(gap.what, text, context)
        case "place":
            return Mended(changes=(c.MeetingAmended(place=text),))
        case "end":
            return _end(text)
        case "next_meeting":
            return _next_meeting(text, context)
    return Mended(problem=tr("Nothing to type here: “-” accepts it as it is."))


def who_and_when(entry: Entry, text: str, context: Context, *, is_due: bool = False) -> Mended:
    """'Haddad', '>Haddad bis März', 'Ende März': whatever is typed for an action item. `is_due`:
    a date is asked for."""
    sign = "<" if is_due else ">"
    tried = [f"{entry.tag} {text}"]
    if text[0] not in "<>@":
        tried.insert(0, f"{entry.tag} {sign}{text}")
    for line in tried:
        reading = read(line, context)
        if reading.kind == "amend" and reading.changes:
            known = tuple(chip for chip in reading.chips if chip.kind != "amend")
            before = line.removesuffix(text)
            return Mended(reading.changes, known, completion=reading.completion, before=before)
    if is_due:
        return Mended(problem=tr("“{text}” is no date I understand. The line stays.", text=text))
    owners = tuple(
        Owner(name=name.strip()) for name in text.lstrip(">@").split(",") if name.strip()
    )
    completion = read(tried[0], context).completion
    amended: c.Change = c.ActionItemAmended(action_item=entry.id, owners=owners)
    if entry.kind == "question":
        amended = c.QuestionAmended(question=entry.id, owners=owners)
    return Mended(
        (amended,),
        completion=completion,
        before=tried[0].removesuffix(text),
    )


def _order(gap: Gap, text: str, context: Context) -> Mended:
    """Whoever is named, and until when, becomes the action item of the order, linked to it."""
    decision = context.meeting.entry(gap.entry)
    if decision is None:
        return Mended(problem=tr("This entry is gone."))
    before = "m: x >" if text[0] not in "<>@" else "m: x "
    reading = read(before + text, context)
    made = [change for change in reading.changes if isinstance(change, c.ActionItemRecorded)]
    owners = tuple(
        Owner(name=name.strip()) for name in text.lstrip(">@").split(",") if name.strip()
    )
    is_read = bool(made) and made[0].summary == "x" and bool(made[0].owners or made[0].due)
    action = made[0] if is_read else c.ActionItemRecorded(summary="", owners=owners)
    change = msgspec.structs.replace(
        action,
        summary=decision.text,
        item=decision.item,
        link=decision.id,
        line=text,
        visibility=decision.visibility,
    )
    chips = tuple(chip for chip in reading.chips if chip.kind in ("owner", "due"))
    return Mended((change,), chips if is_read else (), completion=reading.completion, before=before)


def result_of(item: str, text: str, context: Context) -> tuple[c.Change, ...]:
    """The words of councils complete from their first letters; others stay as typed."""
    reading = read(f"= {text.lstrip('= ')}", msgspec.structs.replace(context, item=item))
    found = [
        change
        for change in reading.changes
        if isinstance(change, c.AgendaItemAmended) and isinstance(change.result, str)
    ]
    result = str(found[0].result) if found else text
    return (c.AgendaItemAmended(item=item, result=result),)


def vote_of(text: str, decision: Decision, context: Context) -> Mended:
    """'58 0 4', 'einstimmig', 'e', 'namentlich: …'; words nobody knows are the method. Numbers
    that are no vote, and more votes than people who may vote, are said; the line stays."""
    reading = read_vote(text, context, letters=True)
    if reading is None:
        if any(sign.isdigit() for sign in text):
            return Mended(problem=tr("Not understood. 58 0 4 are yes, no, abstained."))
        reading = VoteReading(vote=Vote(method=text))
    if reading.problem:
        return Mended(problem=reading.problem)
    if reading.opinion is not None:
        return Mended((c.OpinionTaken(decision=decision.id, opinion=reading.opinion),))
    vote = taken(reading.vote or Vote(), decision, context)
    said = vote_words(vote, context.language) or vote_numbers(vote, context.language)
    chip = Chip(
        key="vote", kind="vote", state="taken", label=said, note=doubts(vote, decision, context)
    )
    return Mended((c.DecisionAmended(decision=decision.id, vote=vote),), (chip,))


def officer_of(role: Role, text: str, context: Context) -> Mended:
    reading = read(f"m: x >{text.lstrip('>@')}", context)
    names = _people_named(context.meeting, text)
    name, person = names[0] if len(names) == 1 else (text.lstrip(">@"), "")
    return Mended(
        (c.OfficerNamed(role=role, name=name, person=person),),
        completion=reading.completion,
        before="m: x >",
    )


def _people_named(meeting: Meeting, text: str) -> list[tuple[str, str]]:
    wanted = fold(text.lstrip(">@").strip())
    exact = [(p.name, p.id) for p in meeting.people if fold(p.name) == wanted]
    return exact or [(p.name, p.id) for p in meeting.people if wanted in fold(p.name).split()]


def _end(text: str) -> Mended:
    clock = _CLOCK.fullmatch(text)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return Mended(problem=tr("A time looks like 19:30. The line stays."))
    ended = f"{int(clock[1]):02}:{clock[2]}"
    return Mended(changes=(c.MeetingAmended(ended=ended), c.GapLeftOpen(gap="end")))


def _next_meeting(text: str, context: Context) -> Mended:
    reading = read(f"termin: {text}", context)
    found = [ch for ch in reading.changes if isinstance(ch, c.MeetingAmended)]
    if found:
        return Mended(tuple(found), reading.chips)
    return Mended(changes=(c.MeetingAmended(next_meeting=NextMeeting(text=text)),))


def completed(before: str, typed: str, completion: Completion | None) -> str | None:
    """The line with the first fitting name put in; None when it ends with a whole name already.
    `before` is what the line was read with in front of it."""
    if completion is None or not completion.candidates or not typed.strip():
        return None
    first = completion.candidates[0]
    insert = first.insert or first.name
    if fold((before + typed)[completion.start : completion.end]) == fold(insert):
        return None
    return typed[: max(0, completion.start - len(before))] + insert


def offered(completion: Completion | None, most: int = 3) -> tuple[Chip, ...]:
    """The names that fit what is half typed, as chips."""
    if completion is None:
        return ()
    return tuple(
        Chip(
            key=candidate.id,
            kind="owner",
            state="offered",
            label=f"{candidate.name} ({candidate.detail})" if candidate.detail else candidate.name,
        )
        for candidate in completion.candidates[:most]
    )


def chips_of(mended: Mended, typed: str) -> tuple[Chip, ...]:
    """What was understood, or, while a name is half typed, who might be meant."""
    is_half = completed(mended.before, typed, mended.completion) is not None
    return offered(mended.completion) if is_half else mended.chips
