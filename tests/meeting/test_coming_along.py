"""What is known of a person comes along whole, from the series to a meeting and back."""

from __future__ import annotations

from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.coming_along import group_added, person_added
from facilitator.meeting.model import Person


def test_a_person_comes_along_with_every_field() -> None:
    known = Person(
        id="p", name="Petra Weiß", organization="o", role="Leiterin", email="weiss@stadt.example",
        guest=True, voting_right=False, consent=True,
    )  # fmt: skip
    blank = Person(id="", name="")
    unsaid = {n for n in Person.__struct_fields__ if getattr(known, n) == getattr(blank, n)}
    assert unsaid == {"is_new"}, "that belongs to the one meeting; any other field comes along"
    written = Written()
    written.record(c.OrganizationAdded(id="o", name="Stadt"))
    written.record(person_added(known))
    assert written.meeting.person("p") == known


def test_a_group_comes_along_with_those_who_speak_for_it() -> None:
    written = Written()
    written.record(c.PersonAdded(id="p", name="Petra Weiß"))
    written.record(c.GroupAdded(id="g", name="AG Sprache", members=("p",), speakers=("p",)))
    (group,) = written.meeting.groups
    again = group_added(group)
    assert (again.id, again.name) == ("g", "AG Sprache")
    assert again.members == again.speakers == ("p",)
