"""'/rede Haddad, Weiß': who asks to speak."""

from __future__ import annotations

from msgspec import Struct

from facilitator.capture.people_named import NamedPerson, read_people
from facilitator.capture.reading import Context
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.features import switched_on
from facilitator.meeting.model import Meeting, Speaker
from facilitator.meeting.speaker_list import person_key, who


class AskingToSpeak(Struct, frozen=True, kw_only=True):
    """`changes` put them on the list; `problem` says why somebody was not, for people."""

    changes: tuple[c.Change, ...] = ()
    problem: str = ""


def ask_to_speak(names: str, context: Context, *, is_point_of_order: bool = False) -> AskingToSpeak:
    """Everybody named goes on the list, who waits already does not a second time; the list comes
    into sight with the first."""
    tr = texts(context.language).tr
    reading = read_people(names, context)
    if reading.problem:
        return AskingToSpeak(problem=reading.problem)
    if not reading.people:
        return AskingToSpeak(problem=tr("Who asks to speak? The name is missing."))
    waiting = {
        (who(speaker), speaker.is_point_of_order): speaker for speaker in context.meeting.waiting
    }
    changes: list[c.Change] = []
    already = []
    for each in reading.people:
        added = _added(each, context, is_point_of_order=is_point_of_order)
        if (person_key(each.name, each.person), is_point_of_order) in waiting:
            already.append(each.name)
        else:
            changes.append(added)
    problem = ""
    if already:
        problem = tr("{names}: already on the speaker list", names=", ".join(already))
    if changes:
        changes.extend(switched_on(context.meeting, "speaker_list"))
    return AskingToSpeak(changes=tuple(changes), problem=problem)


def waiting_called(name: str, context: Context) -> Speaker | None:
    """The one on the list who is called so: as known, else whose name begins so."""
    reading = read_people(name, context)
    waiting = context.meeting.waiting
    if len(reading.people) == 1:
        wanted = person_key(reading.people[0].name, reading.people[0].person)
        for speaker in waiting:
            if who(speaker) == wanted:
                return speaker
    fitting = [s for s in waiting if _begins(name, s.name)]
    return fitting[0] if len(fitting) == 1 else None


def list_emptied(meeting: Meeting) -> tuple[c.Change, ...]:
    """Nobody waits any more."""
    return tuple(c.SpeakerRemoved(speaker=s.id, name=s.name) for s in meeting.waiting)


def _begins(typed: str, name: str) -> bool:
    wanted = typed.strip().casefold()
    return bool(wanted) and any(part.casefold().startswith(wanted) for part in name.split())


def _added(named: NamedPerson, context: Context, *, is_point_of_order: bool) -> c.SpeakerAdded:
    running = context.meeting.running_item
    return c.SpeakerAdded(
        name=named.name,
        person=named.person,
        item=running.id if running else "",
        is_point_of_order=is_point_of_order,
    )
