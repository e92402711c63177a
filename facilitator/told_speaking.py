"""What happened to the speaker list, in rounds, to groups and to the name of the body, told in one
line; a part of `told`."""

from __future__ import annotations

from msgspec import UNSET

from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting
from facilitator.saying import ntr, tr


def of_speaking(change: c.Change, meeting: Meeting) -> str:
    """The line of one such change; empty for any other."""
    return (
        _of_speakers(change, meeting) or _of_rounds(change, meeting) or _of_bodies(change, meeting)
    )


def _of_speakers(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.SpeakerAdded():
            if change.is_point_of_order:
                return tr("point of order: {name}", name=change.name)
            return tr("speaker list: {name}", name=change.name)
        case c.SpeakerCalled():
            return tr("{name} has the floor", name=_speaker(change.speaker, meeting))
        case c.SpeakerEnded():
            return tr("{name} has spoken", name=_speaker(change.speaker, meeting))
        case c.SpeakerMoved():
            return tr("speaker list: {name} moved", name=_speaker(change.speaker, meeting))
        case c.SpeakerRemoved():
            name = change.name or _speaker(change.speaker, meeting)
            return tr("off the speaker list: {name}", name=name)
    return ""


def _of_rounds(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.RoundOpened():
            return tr("round: {prompt}", prompt=change.prompt)
        case c.RoundAmended():
            return tr("round changed: {prompt}", prompt=_prompt(change.round, meeting))
        case c.RoundClosed():
            return tr("round closed: {prompt}", prompt=_prompt(change.round, meeting))
        case c.RoundAnswered():
            name = subject_name(change.subject, meeting)
            if change.has_passed:
                return tr("{name} passes", name=name)
            if change.text:
                return tr("answer {name}: {text}", name=name, text=" ".join(change.text.split()))
            return tr("{speaker} speaks for {name}", speaker=change.speaker, name=name)
    return ""


def _of_bodies(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.GroupAdded():
            if not change.founded_under:
                return change.name
            founded = tr("group founded: {name}", name=change.name)
            return f"{founded} · {_members(len(change.members))}"
        case c.GroupAmended():
            group = meeting.group(change.group)
            name = group.name if group else tr("group")
            if change.members is not UNSET:
                return f"{name}: {_members(len(change.members))}"
            return tr("group changed: {name}", name=name)
        case c.MeetingPlanned():
            return tr("planned: {title}", title=change.title)
        case c.MeetingAmended() if change.renamed_to is not UNSET:
            if not change.renamed_to:
                return tr("the body keeps its name")
            return tr("the body is now called {name}", name=change.renamed_to)
        case c.MeetingAmended() if change.series_name is not UNSET:
            return tr("name of the body: {name}", name=change.series_name)
        case c.MeetingAmended() if change.uses is not UNSET:
            return tr("used from now on: more of the program")
        case c.ActionItemAmended() if change.is_milestone is not UNSET:
            entry = meeting.entry(change.action_item)
            tag = entry.tag if entry else tr("action item")
            if change.is_milestone:
                return tr("{tag} is a milestone", tag=tag)
            return tr("{tag} is no milestone any more", tag=tag)
    return ""


def only_switches(change: c.Change) -> bool:
    """A feature comes into sight; what it is used for stands beside it."""
    return isinstance(change, c.MeetingAmended) and change == c.MeetingAmended(
        uses=change.uses, saw=change.saw
    )


def founds_group(change: c.Change) -> bool:
    """New people who come along with it are told as its members."""
    return isinstance(change, c.GroupAmended) or (
        isinstance(change, c.GroupAdded) and bool(change.founded_under)
    )


def subject_name(subject: str, meeting: Meeting) -> str:
    """The group or person that is asked in a round, by name."""
    return meeting.subject_name(subject) or "?"


def _speaker(speaker_id: str, meeting: Meeting) -> str:
    return next((s.name for s in meeting.speakers if s.id == speaker_id), tr("speaker"))


def _prompt(round_id: str, meeting: Meeting) -> str:
    found = meeting.round(round_id)
    return found.prompt if found else "?"


def _members(number: int) -> str:
    return ntr("{n} member", "{n} members", number)
