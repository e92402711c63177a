"""'+Name' comes, '/weg Name' goes, '+3 Gäste' are unnamed. No blank behind the sign, and what
follows must look like people: '+2,5 °C', '+ kurze Wege', '+++' are text."""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.capture.completion import complete_name
from facilitator.capture.impossible import impossible_words
from facilitator.capture.names import PARTICLES, Found, Known, Names, is_title
from facilitator.capture.reading import Chip, Context, Reading
from facilitator.capture.recording import Line, as_note
from facilitator.folding import fold, words
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance
from facilitator.meeting.presence import comes_as_guest
from facilitator.meeting.stays import Impossible, times_said
from facilitator.meeting.venue import is_video

_SIGN = re.compile(r"\+(?=[^\W\d_])")
_GUESTS = re.compile(
    r"\+(\d{1,4}) ((?:Gäste|Gaeste|Gast|guests?)\b(?: (?:der|des|von|vom|aus|from|of) .+)?)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[,\s]\s*(?:(?:um|ab|at|from)\s+)?([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*Uhr)?$", re.I
)
_NAME_WORD = re.compile(r"[^\W\d_][\w.’'\-]*")
_THINGS = ("heit", "keit", "ung", "ungen", "schaft", "tat", "ion", "ionen", "ismus")
"""Folded endings of words that are no names: '+Barrierefreiheit' in a list of pros and cons."""


class Arriving(Struct, frozen=True, kw_only=True):
    """One person of an arrival: known, several of the same name, or new with an organisation."""

    text: str
    known: tuple[Known, ...] = ()
    organization: str = ""


def read_arrival(line: Line, context: Context, names: Names) -> Reading | None:
    """None: the line is text."""
    if guests := _GUESTS.fullmatch(line.text):
        return _guests(int(guests.group(1)), guests.group(2), context)
    if not _SIGN.match(line.text):
        return None
    said, time = split_time(line.text[1:])
    people = _people(said, names)
    if people is None:
        return None
    completion = complete_name(line.typed, _last_name_start(line), names, context, people_only=True)
    namesakes = [each for each in people if len(each.known) > 1]
    tr = texts(context.language).tr
    chips = tuple(_chip(each, context) for each in people)
    if namesakes:
        problem = tr("Several people are called {name}.", name=namesakes[0].text)
        return Reading(
            kind="arrival",
            changes=as_note(line, context),
            chips=chips,
            text=line.text,
            completion=completion,
            problem=problem,
        )
    if time and (problem := _impossible(people, time, context)):
        return Reading(
            kind="arrival", chips=chips, text=said, completion=completion, problem=problem
        )
    return Reading(
        kind="arrival",
        changes=_arrive(people, time, context),
        chips=chips,
        text=said,
        completion=completion,
        needs_second_enter=any(_is_guess(each) for each in people),
    )


def read_departure(line: Line, start: int, context: Context, names: Names) -> Reading:
    """'/weg Weiß, Haddad 17:40'; `start`: where the names begin in the typed line. Somebody
    unknown is a problem, never text."""
    said, time = split_time(line.typed[start:].strip())
    changes: list[c.Change] = []
    chips: list[Chip] = []
    problem = ""
    tr = texts(context.language).tr
    for part in filter(None, (each.strip() for each in said.split(","))):
        found = names.find(part)
        people = [k for k in found[1] if k.kind == "person"] if found else []
        if len(people) == 1:
            change = _departure(people[0].id, time, context)
            if isinstance(change, Impossible):
                problem = problem or impossible_words(
                    change, people[0].name, language=context.language
                )
            else:
                changes.append(change)
            key = f"person:{people[0].id}"
            chips.append(Chip(key=key, kind="person", state="taken", label=people[0].label))
        elif people:
            problem = problem or tr("Several people are called {name}.", name=part)
        else:
            problem = problem or tr("Nobody here is called {name}.", name=part)
    at = max(start, line.typed.rfind(",") + 1)
    return Reading(
        kind="departure",
        changes=() if problem else tuple(changes),
        chips=tuple(chips),
        text=said,
        completion=complete_name(line.typed, at, names, context, people_only=True),
        problem=problem,
    )


def split_time(said: str) -> tuple[str, str]:
    """'Weiß 14:40' -> ('Weiß', '14:40'); without a time the second is empty."""
    time = _TIME.search(said)
    if time is None:
        return said, ""
    return said[: time.start()].rstrip(" ,"), f"{int(time.group(1)):02}:{time.group(2)}"


def _guests(number: int, text: str, context: Context) -> Reading:
    chip = Chip(key="guests", kind="person", state="taken", label=f"{number} {text}")
    change = c.GuestsCounted(number=number, text=text)
    return Reading(kind="arrival", changes=(change,), chips=(chip,), text=text)


def _people(said: str, names: Names) -> tuple[Arriving, ...] | None:
    """Everybody in '+A, B, C' or '+Name, Organisation'; None: these are not people."""
    parts = [part.strip() for part in said.split(",")]
    if any(not part for part in parts):
        return None
    found: list[Arriving] = []
    for part in parts:
        match = names.find(part)
        people = tuple(k for k in match[1] if k.kind == "person") if match else ()
        before = found[-1] if found else None
        if before and (one := _told_apart(before, part, names)):
            found[-1] = Arriving(text=before.text, known=(one,))
        elif people:
            found.append(Arriving(text=part, known=people))
        elif before and not before.organization and _is_organization(before, match, len(parts)):
            found[-1] = Arriving(text=before.text, organization=part)
        elif match or not _looks_like_a_name(part):
            return None
        else:
            found.append(Arriving(text=part))
    return tuple(found)


def _told_apart(before: Arriving, organization: str, names: Names) -> Known | None:
    """'+Weiß, VHS': the Weiß of that organisation."""
    found = names.find(f"{before.text} {organization}") if before.known else None
    return found[1][0] if found and len(found[1]) == 1 and found[1][0] in before.known else None


def _is_organization(before: Arriving, match: Found | None, parts: int) -> bool:
    """What follows the name of a new person is where they come from: a known organisation (also
    behind a namesake, who then is somebody else), or the second of two words nobody knows."""
    if match is not None:
        return match[1][0].kind == "organization"
    return not before.known and parts == 2


def _looks_like_a_name(part: str) -> bool:
    """One to five words, each capitalised or a particle, none of them plainly a thing."""
    parts = part.split()
    if not 1 <= len(parts) <= 5 or not all(_NAME_WORD.fullmatch(p) for p in parts):
        return False
    if not all(p[0].isupper() or fold(p) in PARTICLES or is_title(p) for p in parts):
        return False
    last = fold(parts[-1])
    return parts[-1][0].isupper() and not (last.endswith(_THINGS) and len(last) > 5)


def _is_guess(person: Arriving) -> bool:
    """One unknown word, without title or organisation: perhaps a slip."""
    return not person.known and not person.organization and len(person.text.split()) == 1


def _arrive(people: tuple[Arriving, ...], time: str, context: Context) -> tuple[c.Change, ...]:
    changes: list[c.Change] = []
    for each in people:
        if each.known:
            person = each.known[0].id
            here = context.meeting.attendance_of(person)
            if here and time:
                said = times_said(context.meeting, here, time, "", remote=_remote(here, context))
                if not isinstance(said, Impossible):
                    changes.append(said)
                    continue
            # without a time, somebody who is here stays from when he came
            at = time or ("" if here and here.is_here else context.now_hhmm)
            remote = here.remote if here and here.is_here else _remote(here, context)
        else:
            organization = _organization(each.organization, context, changes)
            person, at = f"^{len(changes)}", time or context.now_hhmm
            changes.append(
                c.PersonAdded(
                    name=each.text,
                    organization=organization,
                    is_new=True,
                    guest=comes_as_guest(context.meeting),
                )
            )
            remote = is_video(context.meeting.place)
        changes.append(
            c.AttendanceRecorded(person=person, status="present", time=at, remote=remote)
        )
    return tuple(changes)


def _impossible(people: tuple[Arriving, ...], time: str, context: Context) -> str:
    """Why one of them cannot have come then, or empty."""
    for each in people:
        here = context.meeting.attendance_of(each.known[0].id) if each.known else None
        said = times_said(context.meeting, here, time, "") if here else None
        if isinstance(said, Impossible):
            return impossible_words(said, each.known[0].name, language=context.language)
    return ""


def _remote(here: Attendance | None, context: Context) -> bool:
    return is_video(context.meeting.place) or bool(here and here.remote)


def _departure(person: str, time: str, context: Context) -> c.Change | Impossible:
    here = context.meeting.attendance_of(person)
    if here is None or not time:
        return c.PersonLeft(person=person, time=time or context.now_hhmm)
    return times_said(context.meeting, here, "", time)


def _organization(name: str, context: Context, changes: list[c.Change]) -> str:
    """The id of a known organisation, or the reference to one made in this step."""
    if not name:
        return ""
    key = words(name)
    found = Names(context).find(name)
    for known in found[1] if found else ():
        if known.kind == "organization":
            return known.id
    for place, change in enumerate(changes):
        if isinstance(change, c.OrganizationAdded) and words(change.name) == key:
            return f"^{place}"
    changes.append(c.OrganizationAdded(name=name))
    return f"^{len(changes) - 1}"


def _chip(each: Arriving, context: Context) -> Chip:
    tr = texts(context.language).tr
    key = f"person:{'-'.join(words(each.text))}"
    if len(each.known) == 1:
        return Chip(key=key, kind="person", state="taken", label=each.known[0].label)
    if each.known:
        return Chip(key=key, kind="person", state="offered", label=each.text, note=tr("which one?"))
    label = f"{each.text} ({each.organization})" if each.organization else each.text
    note = tr("new, a guest?") if comes_as_guest(context.meeting) else tr("new?")
    return Chip(key=key, kind="person", state="taken", label=label, note=note)


def _last_name_start(line: Line) -> int:
    return max(line.start + 1, line.typed.rfind(",") + 1)
