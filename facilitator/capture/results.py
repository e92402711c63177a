"""'= zur Kenntnis genommen': the result of an agenda item, in the words of councils."""

from __future__ import annotations

import re

from facilitator.capture.marks import find_mark
from facilitator.capture.reading import Candidate, Chip, Completion, Context, Language, Reading
from facilitator.capture.recording import Line
from facilitator.folding import fold
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.model import AgendaItem

RESULTS: dict[Language, tuple[str, ...]] = {
    "de": (
        "zur Kenntnis genommen",
        "beschlossen",
        "einstimmig beschlossen",
        "mehrheitlich beschlossen",
        "geändert beschlossen",
        "empfohlen",
        "abgelehnt",
        "vertagt",
        "verwiesen an",
        "zurückgestellt",
        "zurückgezogen",
        "erledigt",
        "entfällt",
        "genehmigt",
        "mit Änderungen genehmigt",
        "nicht genehmigt",
    ),
    "en": (
        "noted",
        "adopted",
        "adopted unanimously",
        "adopted as amended",
        "recommended",
        "rejected",
        "deferred",
        "referred to",
        "withdrawn",
        "dealt with",
        "dropped",
        "approved",
        "approved with changes",
        "not approved",
    ),
}
"""In the order in which they are offered."""

_NEEDS_MORE = frozenset({"verwiesen an", "referred to"})
_SIGN = re.compile(r"=\s*(?=[^\W\d_])")
_MIN_LETTERS = 2


_MOST_FREE_WORDS = 4


def _reads_as_result(words: str) -> bool:
    """'= vereinbart', '= einvernehmlich abgeschlossen': few words, the first in lower case. A
    whole sentence behind a sign is prose."""
    return words[:1].islower() and len(words.split()) <= _MOST_FREE_WORDS


def read_result(line: Line, context: Context) -> Reading | None:
    """None: no result ('= 3 Stellen', '=> Folge', or no agenda item to have one)."""
    running = context.meeting.item(context.item) or context.meeting.running_item
    if running is None:
        return None
    if sign := _SIGN.match(line.text):
        words, start = line.text[sign.end() :], sign.end()
        is_free = _reads_as_result(words)
    elif (mark := find_mark(line.text)) and mark.kind == "result":
        words, is_free, start = line.text[mark.body :], not mark.is_loud, mark.body
    else:
        return None
    fitting = _fitting(words, context)
    result = _result(words, fitting) or (words if is_free and not fitting else "")
    completion = None
    if fitting and fold(words) not in map(fold, RESULTS["de"] + RESULTS["en"]):
        completion = _completion(line, start, fitting)
    if not result:
        return _half_typed(line, context, completion) if completion else None
    return _reading(running, result, completion)


def _fitting(typed: str, context: Context) -> tuple[str, ...]:
    """The results that begin with what is typed, those of the minutes' language first."""
    first: Language = "de" if context.meeting.language == "de" else "en"
    second: Language = "en" if first == "de" else "de"
    begun = fold(typed)
    return tuple(r for r in RESULTS[first] + RESULTS[second] if fold(r).startswith(begun))


def _result(typed: str, fitting: tuple[str, ...]) -> str:
    """What the words mean: a result written out (with what follows it, or in front of it), or the
    only one that begins so; else an empty string."""
    folded = fold(typed).rstrip(". ")
    every = RESULTS["de"] + RESULTS["en"]
    for result in every:
        if folded == fold(result) and result not in _NEEDS_MORE:
            return result
    if any(folded.startswith(fold(result) + " ") for result in every):
        return typed
    if len(typed.split()) <= 4 and any(
        folded.endswith(" " + fold(result)) for result in every if result not in _NEEDS_MORE
    ):
        return typed
    only = [result for result in fitting if result not in _NEEDS_MORE]
    if len(fitting) == 1 and only and len(folded) >= _MIN_LETTERS:
        return only[0]
    return ""


def _reading(item: AgendaItem, result: str, completion: Completion | None) -> Reading:
    chip = Chip(key="result", kind="result", state="taken", label=f"{item.number} · {result}")
    return Reading(
        kind="result",
        changes=(c.AgendaItemAmended(item=item.id, result=result),),
        chips=(chip,),
        text=result,
        completion=completion,
    )


def _half_typed(line: Line, context: Context, completion: Completion) -> Reading:
    change = c.NoteRecorded(item=context.item, line=line.typed, text=line.text)
    problem = texts(context.language).tr("Which result? Choose one or write it out.")
    return Reading(
        kind="result", changes=(change,), text=line.text, completion=completion, problem=problem
    )


def _completion(line: Line, start: int, fitting: tuple[str, ...]) -> Completion:
    return Completion(
        fragment=line.text[start:],
        start=line.start + start,
        end=line.start + len(line.text),
        kind="result",
        candidates=tuple(
            Candidate(
                id=result,
                kind="result",
                name=f"{result} …" if result in _NEEDS_MORE else result,
                insert=f"{result} " if result in _NEEDS_MORE else result,
            )
            for result in fitting[:8]
        ),
    )
