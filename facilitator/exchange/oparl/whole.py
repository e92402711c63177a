"""The whole document: one Meeting with everything it refers to."""

from __future__ import annotations

from typing import Any

from facilitator.exchange.json_form import as_json
from facilitator.exchange.oparl.addresses import Addresses
from facilitator.exchange.oparl.body import Body
from facilitator.exchange.oparl.moments import GERMANY, of_instant, planned, zone_of
from facilitator.exchange.oparl.objects import Objects
from facilitator.exchange.oparl.parts import (
    Object,
    captured,
    filled,
    keywords,
    own,
    resolutions,
    result_of,
)
from facilitator.exchange.oparl.public import Public
from facilitator.meeting.model import AgendaItem, Instant, Meeting
from facilitator.meeting.venue import venue

_STATES = {"planned": "terminiert", "running": "eingeladen"}
"""As the standard recommends; minutes that leave the house are what it means by 'durchgeführt'."""
_WORDS = {
    "de": {"deferred": "vertagt", "skipped": "entfällt", "video": "Videokonferenz"},
    "en": {"deferred": "deferred", "skipped": "dropped", "video": "video conference"},
}


def oparl_json(
    meeting: Meeting,
    *,
    base: str = "",
    modified: Instant | None = None,
    version: int = 1,
    is_invitation: bool = False,
    zone: str = GERMANY,
) -> str:
    """The meeting as a JSON text of OParl 1.1. `base`: what the addresses of objects begin with,
    see `Addresses`; `modified`: when it was changed last. `is_invitation`: the agenda alone, as
    it is before the meeting. `zone`: of the planned times (IANA). Raises UsageProblem for a base
    or a zone that is none."""
    return as_json(_Writer(meeting, base, modified, version, is_invitation, zone).meeting())


class _Writer:
    def __init__(
        self,
        meeting: Meeting,
        base: str,
        modified: Instant | None,
        version: int,
        is_invitation: bool,
        zone: str,
    ) -> None:
        self._meeting = meeting
        self._zone = zone_of(zone)
        self._public = Public(meeting)
        self._objects = Objects(meeting, Addresses(base), modified)
        self._body = Body(meeting, self._public, self._objects, is_invitation=is_invitation)
        self._words = _WORDS.get(meeting.language, _WORDS["en"])
        self._version = version
        self._is_invitation = is_invitation

    def meeting(self) -> Object:
        meeting, public = self._meeting, self._public
        items = self._items()
        return {
            **self._objects.new("Meeting", meeting.id),
            **filled(
                name=_name(meeting),
                meetingState=self._state(),
                cancelled=False,
                start=self._start(),
                end=self._end(),
                location=self._location(),
                organization=[self._body.address],
                participant=self._participants(),
                agendaItem=items,
                keyword=list(dict.fromkeys(word for i in items for word in i.get("keyword", []))),
            ),
            **self._objects.times(meeting.id),
            **own(
                {
                    "version": self._version,
                    "kind": meeting.kind,
                    "state": meeting.state,
                    "language": meeting.language,
                    "fileReference": meeting.file_reference,
                    "day": meeting.day.isoformat() if meeting.day else None,
                }
            ),
            **({} if self._is_invitation else self._held()),
            **({} if self._is_invitation else captured(meeting, public, None)),
            **own({"organization": self._body.organizations(), "person": self._body.people()}),
        }

    # -- the meeting ----------------------------------------------------------------------

    def _state(self) -> str:
        if self._is_invitation:
            return "eingeladen"
        return _STATES.get(self._meeting.state, "durchgeführt")

    def _start(self) -> str:
        held = "" if self._is_invitation else of_instant(self._meeting.started_at)
        return held or planned(self._meeting.day, self._meeting.start, self._zone)

    def _end(self) -> str:
        held = "" if self._is_invitation else of_instant(self._meeting.closed_at)
        return held or planned(self._meeting.day, self._meeting.end, self._zone)

    def _location(self) -> Object | None:
        where = venue(self._meeting.place)
        words = where.words or (self._words["video"] if where.form == "video" else "")
        if not words:
            return None
        location = self._objects.new("Location", self._meeting.id)
        return {**location, "description": words, **self._objects.times(self._meeting.id)}

    def _participants(self) -> list[str]:
        """Who came and consented to be named; only of a meeting that is over."""
        if self._is_invitation or self._meeting.state not in ("closed", "approved"):
            return []
        came = {a.person for a in self._public.attendance if a.status == "present"}
        return [self._objects.address("Person", p.id) for p in self._public.people if p.id in came]

    def _held(self) -> Object:
        shown = {item.id: item.number for item in self._public.items}
        coming = self._public.next_meeting
        return own(
            {
                "attendance": _attendance(self._meeting, self._public),
                "quorum": [
                    filled(
                        at=of_instant(stated.at),
                        present=stated.present,
                        required=stated.required,
                        legalNumber=stated.legal_number,
                        number=shown.get(stated.item),
                    )
                    for stated in self._public.quorum
                ],
                "nextMeeting": filled(
                    text=coming.text,
                    day=coming.day.isoformat() if coming.day else None,
                    start=planned(coming.day, coming.start, self._zone),
                    place=coming.place,
                )
                if coming
                else None,
            }
        )

    # -- agenda items ---------------------------------------------------------------------

    def _items(self) -> list[Object]:
        """Those everybody may hear. `order` is the place in this list, from 0, as the standard
        says, so that no gap tells of others; `number` is the one of the agenda, which is known
        from the invitation."""
        return [self._item(item, order) for order, item in enumerate(self._public.items)]

    def _item(self, item: AgendaItem, order: int) -> Object:
        shown = {each.id for each in self._public.items}
        group = self._public.group(item.group)
        began = item.intervals[0].start if item.intervals else None
        ended = item.intervals[-1].end if item.intervals else None
        is_held = not self._is_invitation
        return {
            **self._objects.new("AgendaItem", self._meeting.id, item.id),
            **filled(
                number=item.number,
                order=order,
                name=item.title,
                public=True,
                result=self._result(item) if is_held else None,
                resolutionText=resolutions(self._public, item.id) if is_held else None,
                start=of_instant(began) if is_held else None,
                end=of_instant(ended) if is_held else None,
                keyword=keywords(self._public, item, with_actions=is_held),
            ),
            **self._objects.times(item.id),
            **own(
                {
                    "parent": self._objects.address("AgendaItem", self._meeting.id, item.parent)
                    if item.parent in shown
                    else None,
                    "paper": item.paper,
                    "group": self._objects.address("Organization", group.id) if group else None,
                    "plannedMinutes": item.planned_minutes,
                }
            ),
            **(captured(self._meeting, self._public, item.id) if is_held else {}),
        }

    def _result(self, item: AgendaItem) -> str:
        said = self._words.get(item.state, "")
        return item.result.strip() or said or result_of(self._meeting, self._public, item.id)


def _name(meeting: Meeting) -> str:
    """'2. Netzwerktreffen'. The number is not repeated where the title begins with it."""
    title = meeting.title.strip()
    if meeting.ordinal is None or title[:1].isdigit():
        return title
    return f"{meeting.ordinal}. {title}".strip()


def _attendance(meeting: Meeting, public: Public) -> dict[str, Any]:
    people = {person.id for person in meeting.people}
    states = [a.status for a in public.attendance if a.person in people]
    numbers = {status: states.count(status) for status in ("present", "represented", "excused")}
    unnamed = sum(max(0, guests.number) for guests in meeting.unnamed_guests)
    numbers["present"] += unnamed
    return {status: number for status, number in numbers.items() if number}
