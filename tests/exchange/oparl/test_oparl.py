"""OParl 1.1: valid against the facts of the schema, and nothing in it that is not for everybody."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from cockpit import Played, committee, workshop
from histories import histories
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_apart import STEPS, played, secret, words_in
from msgspec.structs import replace
from oparl_schema import problems
from written import START, Written

from facilitator.errors import UsageProblem
from facilitator.exchange.oparl import oparl_json
from facilitator.meeting import changes as c
from facilitator.meeting.fold import fold
from facilitator.meeting.model import (
    Due,
    Instant,
    Meeting,
    NextMeeting,
    Owner,
    Person,
    Vote,
)
from facilitator.minutes.document import part_of
from facilitator.minutes.document.functions import NO_WORDS
from facilitator.minutes.wanted import Wanted

KARLSRUHE = json.loads(Path(__file__).with_name("karlsruhe.json").read_text(encoding="utf-8"))


def document(meeting: Meeting, **more: Any) -> dict[str, Any]:
    return json.loads(oparl_json(meeting, **more))


def all_objects(found: Any) -> list[dict[str, Any]]:
    if isinstance(found, list):
        return [each for part in found for each in all_objects(part)]
    if isinstance(found, dict):
        return [found, *(each for part in found.values() for each in all_objects(part))]
    return []


def is_valid(found: dict[str, Any]) -> bool:
    """The meeting and what is carried in fields of our own; each address said once, and what is
    referred to is there."""
    assert problems(found) == []
    carried = {
        "Organization": found.get("facilitator:organization", []),
        "Person": found.get("facilitator:person", []),
    }
    for kind, some in carried.items():
        for each in some:
            assert problems(each, kind) == []
    ids = [each["id"] for each in all_objects(found) if "type" in each]
    assert len(ids) == len(set(ids))
    here = {kind: {each["id"] for each in some} for kind, some in carried.items()}
    assert set(found["organization"]) <= here["Organization"]
    assert set(found.get("participant", [])) <= here["Person"]
    for each in all_objects(found):
        assert None not in each.values()
        assert not any(value in ([], {}, "") for value in each.values())
        if "created" in each:
            assert datetime.fromisoformat(each["created"]) <= datetime.fromisoformat(
                each["modified"]
            )
    orders = [item["order"] for item in found.get("agendaItem", [])]
    assert orders == list(range(len(orders)))
    return True


# -- the checker ------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(len(KARLSRUHE["meetings"])))
def test_meetings_of_a_real_council_are_valid(place: int) -> None:
    assert problems(KARLSRUHE["meetings"][place]) == []


def test_organisations_of_a_real_council_are_valid() -> None:
    for each in KARLSRUHE["organizations"]:
        assert problems(each, "Organization") == []


def _item(found: dict[str, Any]) -> dict[str, Any]:
    return found["agendaItem"][0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda found: found.pop("id"),
        lambda found: found.pop("type"),
        lambda found: found.pop("created"),
        lambda found: found.update(id="urn:uuid:1"),
        lambda found: found.update(id="meeting/1"),
        lambda found: found.update(type="https://schema.oparl.org/1.0/Meeting"),
        lambda found: found.update(type="https://schema.oparl.org/1.1/AgendaItem"),
        lambda found: found.update(start="2026-10-14T16:00:00"),
        lambda found: found.update(start="14.10.2026"),
        lambda found: found.update(end=None),
        lambda found: found.update(cancelled="false"),
        lambda found: found.update(organization="https://x.example/1"),
        lambda found: found.update(keyword=["a", 1]),
        lambda found: found.update(keyword=[]),
        lambda found: found.update(votes=3),
        lambda found: found.update({"": 3}),
        lambda found: found["location"].update(description=3),
        lambda found: found["location"].update(street="x"),
        lambda found: _item(found).pop("order"),
        lambda found: _item(found).update(order="1"),
        lambda found: _item(found).update(number=1),
        lambda found: _item(found).update(public="ja"),
        lambda found: _item(found).update(result=None),
        lambda found: _item(found).update(start="16:05"),
    ],
)
def test_the_checker_finds_what_is_wrong(spoil: Callable[[dict[str, Any]], object]) -> None:
    found = document(committee())
    assert problems(found) == []
    spoil(found)
    assert problems(found) != []


# -- what is in it ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("made", [committee, workshop])
@pytest.mark.parametrize("is_invitation", [False, True])
def test_played_meetings_are_valid(
    made: Callable[[str], Meeting], language: str, is_invitation: bool
) -> None:
    assert is_valid(document(made(language), is_invitation=is_invitation))


def test_the_committee() -> None:
    found = document(committee())
    assert found["type"] == "https://schema.oparl.org/1.1/Meeting"
    assert found["name"] == "7. Sitzung"
    assert (found["meetingState"], found["cancelled"]) == ("durchgeführt", False)
    assert found["start"] == "2026-10-14T16:05:01+02:00"
    assert found["end"] == "2026-10-14T18:35:01+02:00"
    assert found["location"]["description"] == "Rathaus, Ratssaal", "no address of the video room"
    numbers = [(item["number"], item["order"]) for item in found["agendaItem"]]
    assert numbers == [
        ("1", 0), ("2", 1), ("3", 2), ("4", 3), ("4.1", 4), ("5", 5), ("6", 6), ("7", 7),
    ]  # fmt: skip
    items = {item["name"]: item for item in found["agendaItem"]}
    award = items["Vergabe der Sprachkurse"]
    assert award["result"] == "mehrheitlich bei 1 Gegenstimme und 1 Enthaltung"
    assert award["resolutionText"] == (
        "Der Rat möge die Sprachkurse für drei Jahre\nan die Volkshochschule vergeben."
    )
    (decision,) = award["facilitator:decision"]
    assert decision["addressee"] == "an den Rat"
    assert {key: decision["vote"][key] for key in ("yes", "no", "abstain", "outcome")} == {
        "yes": 3, "no": 1, "abstain": 1, "outcome": "majority",
    }  # fmt: skip
    budget = items["Haushalt des Dolmetscherpools"]
    assert "40.000" not in budget["resolutionText"], "a rejected motion is no resolution"
    assert [d["vote"]["text"] for d in budget["facilitator:decision"]] == [
        "abgelehnt mit 3 von 4 nötigen Ja-Stimmen", "mehrheitlich bei 1 Gegenstimme", "einstimmig",
    ]  # fmt: skip
    assert items["Reise nach Gera"]["result"] == "vertagt"
    (plan,) = items["Belegung"]["facilitator:actionItem"]
    assert plan["due"] == {"text": "nächste Sitzung", "last": "2026-11-18"}
    assert items["Belegung"]["facilitator:parent"] == items["Begegnungshaus"]["id"]
    assert found["facilitator:attendance"] == {"present": 8, "represented": 1}
    assert found["facilitator:nextMeeting"]["day"] == "2026-11-18"
    assert [q["present"] for q in found["facilitator:quorum"]] == [5, 3]
    (body,) = found["facilitator:organization"]
    assert body["name"] == "Ausschuss für Soziales und Integration"
    assert "Pause" not in items


def test_the_invitation_tells_no_result() -> None:
    found = document(committee(), is_invitation=True)
    assert found["meetingState"] == "eingeladen"
    assert found["start"] == "2026-10-14T16:00:00+02:00"
    text = json.dumps(found)
    for word in ("result", "resolution", "decision", "attendance", "participant", "actionItem"):
        assert word not in text
    assert [item["number"] for item in found["agendaItem"]][:3] == ["1", "2", "3"]


def test_a_planned_meeting() -> None:
    written = Written()
    written.record(
        c.MeetingPlanned(title="Treffen", day=date(2026, 12, 1), start="16:30", series_name="Netz")
    )
    found = document(written.meeting)
    assert is_valid(found)
    assert found["meetingState"] == "terminiert"
    assert found["start"] == "2026-12-01T16:30:00+01:00"
    assert "agendaItem" not in found


@pytest.mark.parametrize(
    ("day", "clock", "written"),
    [
        (date(2026, 3, 29), "01:59", "2026-03-29T01:59:00+01:00"),
        (date(2026, 3, 29), "03:00", "2026-03-29T03:00:00+02:00"),
        (date(2026, 10, 25), "01:00", "2026-10-25T01:00:00+02:00"),
        (date(2026, 10, 25), "03:00", "2026-10-25T03:00:00+01:00"),
        (date(2026, 7, 1), "16:00", "2026-07-01T16:00:00+02:00"),
        (date(2027, 1, 1), "00:00", "2027-01-01T00:00:00+01:00"),
        (date(2026, 7, 1), "", None),
        (date(2026, 7, 1), "25:00", None),
        (None, "16:00", None),
    ],
)
def test_planned_times_are_those_of_germany(
    day: date | None, clock: str, written: str | None
) -> None:
    meeting = Meeting(id="m", title="x", day=day, start=clock)
    assert document(meeting).get("start") == written


@pytest.mark.parametrize("clock", ["02:30", "00:30", "16:00"])
def test_planned_times_agree_with_the_zone(clock: str) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for n in range(366 * 3):
        day = date(2025, 1, 1) + timedelta(n)
        found = document(Meeting(id="m", title="x", day=day, start=clock))["start"]
        hour, minute = map(int, clock.split(":"))
        there = datetime(day.year, day.month, day.day, hour, minute, tzinfo=berlin)
        is_real = there.astimezone(UTC).astimezone(berlin).hour == hour
        if is_real:  # once a year there is no half past two
            assert datetime.fromisoformat(found).astimezone(UTC) == there.astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "start", "coming"),
    [
        ("Europe/Vienna", "2026-12-01T16:30:00+01:00", "2027-06-01T09:00:00+02:00"),
        ("Europe/London", "2026-12-01T16:30:00+00:00", "2027-06-01T09:00:00+01:00"),
        ("America/New_York", "2026-12-01T16:30:00-05:00", "2027-06-01T09:00:00-04:00"),
    ],
)
def test_planned_times_are_those_of_the_zone_that_is_set(
    zone: str, start: str, coming: str
) -> None:
    following = NextMeeting(text="im Juni", day=date(2027, 6, 1), start="09:00")
    meeting = Meeting(
        id="m", title="x", day=date(2026, 12, 1), start="16:30", next_meeting=following
    )
    found = document(meeting, zone=zone)
    assert is_valid(found)
    assert found["start"] == start
    assert found["facilitator:nextMeeting"]["start"] == coming


def test_a_zone_there_is_not() -> None:
    with pytest.raises(UsageProblem, match="no time zone 'Mars/Olympus'"):
        oparl_json(committee(), zone="Mars/Olympus")


def test_created_and_modified_come_from_the_history() -> None:
    later = Instant(START.replace(day=20))
    found = document(committee(), modified=later)
    assert is_valid(found)
    assert found["modified"] == "2026-10-20T16:00:00+02:00"
    assert found["created"] == "2026-10-14T13:40:01+00:00"


def test_addresses_are_stable_and_can_be_those_of_the_town() -> None:
    one, same = document(committee()), document(committee("en"))
    assert one["id"] == same["id"]
    assert one["id"].startswith("https://facilitator.invalid/oparl/meeting/")
    own = document(committee(), base="https://ris.lindenau.example/oparl/")
    assert is_valid(own)
    assert own["id"].startswith("https://ris.lindenau.example/oparl/meeting/")
    assert "facilitator.invalid" not in json.dumps(own)


@pytest.mark.parametrize(
    "base",
    ["ftp://x.example", "lindenau", "https://", "https://x y/", "https://x/?a=1", "https://x/#f",
     "javascript:alert(1)", "https://ä.example", "https://[1", "https://u:p@x/", "https://x\n.y"],
)  # fmt: skip
def test_a_base_that_is_none(base: str) -> None:
    with pytest.raises(UsageProblem, match="is no address"):
        oparl_json(committee(), base=base)


# -- people -----------------------------------------------------------------------------------


def test_nobody_is_named_who_did_not_consent() -> None:
    meeting = committee()
    text = oparl_json(meeting)
    for person in meeting.people:
        assert person.name not in text
        assert person.name.split()[-1] not in text
    assert "@" not in text
    assert "facilitator:person" not in text


def _asked(meeting: Meeting, *names: str) -> Meeting:
    people = tuple(replace(p, consent=p.name in names) for p in meeting.people)
    return replace(meeting, people=people)


def test_who_consented_is_named_with_membership_and_without_address() -> None:
    found = document(_asked(committee(), "Petra Weiß", "Jörg Pohl", "Lea Demir"))
    assert is_valid(found)
    people = {person["name"]: person for person in found["facilitator:person"]}
    assert list(people) == ["Petra Weiß", "Lea Demir", "Jörg Pohl"]
    (membership,) = people["Petra Weiß"]["membership"]
    assert membership["organization"] == found["organization"][0]
    assert membership["votingRight"] is True
    homes = {each["id"]: each["name"] for each in found["facilitator:organization"]}
    assert homes[membership["onBehalfOf"]] == "SPD"
    assert "Grüne" not in homes.values(), "nobody of theirs is named"
    assert "membership" not in people["Jörg Pohl"], "a guest is no member"
    came = {person["id"] for person in people.values()} & set(found["participant"])
    assert came == {people["Petra Weiß"]["id"], people["Jörg Pohl"]["id"]}, "the third was away"
    assert "weiss@rat.example" not in json.dumps(found)
    assert "Albers" not in json.dumps(found), "neither ballots nor dissent"


def _with_actions() -> Meeting:
    played = Played(now=START)
    played.record(c.MeetingPlanned(title="Treffen", series_name="Netz", kind="network"))
    home = played.one(c.OrganizationAdded(name="Caritas"))
    ada, ben = played.person("Ada Moor", home, consent=True), played.person("Ben Lee", home)
    cem = played.person("Cem Uz")
    group = played.one(c.GroupAdded(name="AG Wohnen", members=(ada,)))
    item = played.item("Wohnen", 10)
    played.starts("16:05", item)
    owners = (
        Owner(name="Ada Moor", kind="person", id=ada),
        Owner(name="Ben Lee", kind="person", id=ben),
        Owner(name="Cem Uz", kind="person", id=cem),
        Owner(name="AG Wohnen", kind="group", id=group),
        Owner(name="Caritas", kind="organization", id=home),
        Owner(name="Dora Fink"),
    )
    due = Due(text="Ende März", edtf="2027-03-31", last=date(2027, 3, 31))
    action = played.one(
        c.ActionItemRecorded(summary="Börse prüfen", item=item, owners=owners, due=due)
    )
    played.record(c.QuestionRecorded(text="Wer zahlt?", item=item))
    played.record(c.TopicParked(text="Verkehr", item=item))
    played.record(c.ActionItemReviewed(action_item=action, item=item, status="in-process"))
    played.record(c.DecisionRecorded(wording="Vor dem ersten TOP", item=""))
    return played.meeting


def test_owners_are_named_as_far_as_they_may_be() -> None:
    found = document(_with_actions())
    assert is_valid(found)
    (item,) = found["agendaItem"]
    (action,) = item["facilitator:actionItem"]
    assert action == {
        "number": "M1",
        "summary": "Börse prüfen",
        "owner": ["Ada Moor", "Caritas", "AG Wohnen"],
        "due": {"text": "Ende März", "edtf": "2027-03-31", "last": "2027-03-31"},
        "status": "in-process",
    }
    assert item["facilitator:question"] == [{"text": "Wer zahlt?"}]
    assert item["facilitator:parkedTopic"] == [{"text": "Verkehr"}]
    assert found["facilitator:decision"][0]["wording"] == "Vor dem ersten TOP"
    assert [o["name"] for o in found["facilitator:organization"]] == [
        "Netz", "AG Wohnen", "Caritas",
    ]  # fmt: skip
    text = json.dumps(found, ensure_ascii=False)
    for name in ("Ben Lee", "Cem Uz", "Dora Fink"):
        assert name not in text


# -- what is not for everybody ----------------------------------------------------------------


def _with_secrets() -> tuple[Meeting, Played]:
    """Whatever must not come out says 'GEHEIM'."""
    played = Played(now=START)
    played.record(c.MeetingPlanned(title="Sitzung", series_name="Rat", kind="body"))
    field = played.one(c.FieldAdded(name="Wohnen"))
    hush = played.one(c.FieldAdded(name="GEHEIM Feld"))
    opening = played.item("Eröffnung", 5, field=field)
    closed = played.item("GEHEIM Personal", 5, public=False, field=hush, paper="GEHEIM 7",
                         presenter="GEHEIM")  # fmt: skip
    below = played.item("GEHEIM Unterpunkt", 5, parent=closed, public=True)
    under = played.item("Bericht", 5)
    sub = played.item("GEHEIM Vertrag", 5, parent=under, public=False)
    gone = played.item("GEHEIM fällt weg", 5, public=False)
    last = played.item("Ausblick", 5)
    played.starts("16:05", opening)
    public_action = played.action("Offen", opening)
    for visibility in ("record", "internal"):
        for change in (
            c.DecisionRecorded(wording="GEHEIM", item=opening, visibility=visibility),
            c.ActionItemRecorded(summary="GEHEIM", item=opening, visibility=visibility),
            c.QuestionRecorded(text="GEHEIM", item=opening, visibility=visibility),
            c.TopicParked(text="GEHEIM", item=opening, visibility=visibility),
            c.NoteRecorded(text="GEHEIM", item=opening, visibility=visibility),
        ):
            played.record(change)
    for item in (closed, below, sub, gone):
        played.starts("16:30", item)
        decision = played.decides("GEHEIM Beschluss", item)
        played.votes(decision, Vote(yes=123, no=0, abstain=0, method="GEHEIM"))
        group = played.one(
            c.GroupAdded(name="GEHEIM Gruppe", founded_under=item, founded_by=decision)
        )
        owner = Owner(name="GEHEIM Gruppe", kind="group", id=group)
        played.record(
            c.ActionItemRecorded(summary="GEHEIM", item=item, field=hush, owners=(owner,)),
            c.QuestionRecorded(text="GEHEIM", item=item),
            c.TopicParked(text="GEHEIM", item=item),
            c.NoteRecorded(text="GEHEIM", item=item),
            c.AgendaItemAmended(item=item, result="GEHEIM"),
            c.QuorumStated(present=123, required=4, legal_number=7, item=item),
            c.ActionItemReviewed(
                action_item=public_action, item=item, status="cancelled", comment="GEHEIM",
                due=Due(text="GEHEIM"), owners=(Owner(name="GEHEIM"),),
            ),
            c.FieldAdded(name="GEHEIM Feld 2"),
        )  # fmt: skip
        board = played.one(c.BoardOpened(prompt="GEHEIM", item=item))
        card = played.one(c.CardWritten(board=board, text="GEHEIM"))
        asked = played.one(c.RoundOpened(prompt="GEHEIM", item=item, subjects=(group,)))
        answer = played.one(c.RoundAnswered(round=asked, subject=group, text="GEHEIM"))
        for source in (decision, card, answer, item):
            child = played.action("GEHEIM Folge", opening, link=source)
            played.action("GEHEIM Enkel", last, link=child)
            played.record(c.TopicParked(text="GEHEIM Thema", item=last, link=source))
    played.record(c.AgendaItemRemoved(item=gone))
    played.starts("17:00", last)
    played.record(c.ItemDeferred(item=closed, to="parking_lot"))
    played.record(c.MeetingClosed())
    return played.meeting, played


@pytest.mark.parametrize("is_invitation", [False, True])
def test_nothing_of_what_is_not_public_is_in_it(is_invitation: bool) -> None:
    meeting, _ = _with_secrets()
    assert meeting.closed_gone
    text = oparl_json(meeting, is_invitation=is_invitation)
    assert "GEHEIM" not in text
    assert "123" not in text.replace("https://facilitator.invalid", "")
    found = json.loads(text)
    assert is_valid(found)
    assert [(i["number"], i["order"]) for i in found["agendaItem"]] == [
        ("1", 0), ("3", 1), ("4", 2),
    ]  # fmt: skip
    assert found["keyword"] == ["Wohnen"]
    if not is_invitation:
        (action,) = found["agendaItem"][0]["facilitator:actionItem"]
        assert action == {"number": "M1", "summary": "Offen", "status": "needs-action"}


def test_no_identity_of_what_is_not_public_is_in_it() -> None:
    meeting, _ = _with_secrets()
    text = oparl_json(meeting)
    hidden = [item.id for item in meeting.agenda_items if "GEHEIM" in item.title]
    hidden += [entry.id for entry in meeting.entries if "GEHEIM" in entry.text]
    hidden += [group.id for group in meeting.groups] + list(meeting.closed_gone)
    assert len(hidden) > 40
    assert not [each for each in hidden if each in text]


def test_who_came_for_something_non_public_only_is_not_in_it() -> None:
    made = Played(now=START.replace(hour=15))
    made.record(c.MeetingPlanned(title="Sitzung", kind="body", series_name="Rat"))
    public, closed = made.item("Offen"), made.item("Grundstück", public=False)
    member = made.person("Petra Weiß", consent=True)
    made.person("Ole Kamp", consent=True)
    investor = made.person("Jörg Pohl", role="Investor", guest=True, consent=True)
    made.here(member, time="16:00")
    made.starts("16:00", public)
    made.starts("16:30", closed)
    made.here(investor, time="16:31")
    made.until("16:45")
    made.record(c.MeetingClosed())
    found = document(made.meeting)
    assert found["facilitator:attendance"] == {"present": 1}
    assert len(found["participant"]) == 1
    names = [person["name"] for person in found["facilitator:person"]]
    assert names == ["Petra Weiß", "Ole Kamp"], "who was away consented to be named"


@given(
    steps=STEPS, kind=st.sampled_from(("network", "body")), consenting=st.sets(st.integers(0, 3))
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("is_invitation", [False, True])
def test_it_says_nothing_that_the_public_minutes_may_not(
    is_invitation: bool, steps: Any, kind: str, consenting: set[int]
) -> None:
    """One rule for both: every word is one of the public part, or the name of somebody who
    consented; and of non-public items there is not even an id."""
    meeting = played(steps, kind)
    people = tuple(replace(p, consent=n in consenting) for n, p in enumerate(meeting.people))
    meeting = replace(meeting, people=people)
    part = part_of(meeting, Wanted(scope="public"), NO_WORDS)
    named = words_in([person.name for person in people if person.consent])
    text = oparl_json(meeting, is_invitation=is_invitation)
    assert is_valid(json.loads(text))
    said = words_in(json.loads(text))
    assert said - named <= words_in(part)
    assert not (said - named) & secret(meeting)
    closed = part_of(meeting, Wanted(scope="closed"), NO_WORDS)
    shown = {entry.id for entry in part.entries} | {item.id for item in part.agenda_items}
    hidden = {entry.id for entry in closed.entries} | {item.id for item in closed.agenda_items}
    hidden |= set(meeting.closed_gone) | {item.id for item in part.agenda_items if not item.title}
    for each in hidden - (shown - {item.id for item in part.agenda_items if not item.title}):
        assert each not in text


SECRET = "GEHEIM"


def _made_secret(meeting: Meeting, closed: set[int]) -> Meeting:
    """Some items become non-public; what hangs under them, and what is not for the minutes, says
    so."""
    items = tuple(
        replace(item, public=False, title=SECRET, result=SECRET, paper=SECRET)
        if n in closed
        else item
        for n, item in enumerate(meeting.agenda_items)
    )
    hidden: set[str] = set(meeting.closed_gone)
    shown: list[Any] = []
    for item in items:
        is_hidden = not item.public or item.parent in hidden
        hidden |= {item.id} if is_hidden else set()
        shown.append(replace(item, title=SECRET) if is_hidden else item)
    entries = tuple(
        replace(entry, text=SECRET)
        if entry.item in hidden or entry.visibility != "minutes" or entry.is_from_closed_item
        else entry
        for entry in meeting.entries
    )
    return replace(
        meeting,
        agenda_items=tuple(shown),
        entries=entries,
        people=tuple(replace(p, name=SECRET, email=SECRET) for p in meeting.people),
        tabled_actions=tuple(replace(a, summary=SECRET) for a in meeting.tabled_actions),
        officers=tuple(replace(o, name=SECRET) for o in meeting.officers),
    )


@settings(max_examples=100, deadline=None)
@given(histories(), st.sets(st.integers(0, 5)), st.booleans())
def test_any_meeting_is_valid_and_keeps_its_secrets(
    history: list[c.Stamped], closed: set[int], is_invitation: bool
) -> None:
    meeting = _made_secret(fold(history), closed)
    text = oparl_json(meeting, is_invitation=is_invitation)
    assert is_valid(json.loads(text))
    assert SECRET not in text


HOSTILE = (
    '"\\</script> ]]> \x00\x1b[31m \u202e \ud7ff'
    "\U0001f469\u200d\U0001f3eb e\u0301 | # \n\r\t %s {0}"
)


def test_hostile_text_and_strange_ids() -> None:
    meeting = committee()
    items = tuple(replace(i, title=HOSTILE, id=f"../{i.id}?x#ä") for i in meeting.agenda_items)
    people = (Person(id="p/ä ö?", name=HOSTILE, consent=True, role=HOSTILE),)
    strange = replace(
        meeting, id=HOSTILE, title=HOSTILE, place=HOSTILE, agenda_items=items, people=people,
        series="a/b", next_meeting=NextMeeting(text=HOSTILE),
    )  # fmt: skip
    text = oparl_json(strange)
    found = json.loads(text)
    assert is_valid(found)
    assert found["agendaItem"][0]["name"] == HOSTILE
    assert found["facilitator:person"][0]["name"] == HOSTILE.strip()
    assert not {"\x1b", "\u202e", "\x00"} & set(text)


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert oparl_json(committee()) == oparl_json(committee())
