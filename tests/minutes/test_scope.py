"""What the public version, the non-public part and any document at all may say."""

from __future__ import annotations

import re
from datetime import date
from email import message_from_bytes, policy

import pytest
from cockpit import Played, committee
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_apart import STEPS, played, secret, unspeakable, words_in
from msgspec.structs import replace
from written import START

from facilitator.errors import UsageProblem
from facilitator.formats import FORMATS, Job, Rendered, written
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Meeting, NextMeeting, Owner, TabledAction, Vote
from facilitator.minutes.document import asked_for
from facilitator.minutes.document.public_names import names_in_public, warning_of_names
from facilitator.minutes.markdown import markdown
from facilitator.minutes.paper import Paper, paper
from facilitator.minutes.paper.asked import function_words
from facilitator.minutes.paper.words import words_of
from facilitator.minutes.wanted import DOCUMENT_KINDS, Wanted, kinds_for

BEFORE = START.replace(hour=15)
KINDS_OF_MEETING = ("workshop", "network", "group", "body", "conference")


def documents(meeting: Meeting, scope: str, language: str = "de") -> list[Paper]:
    """Every kind there is; an extract of every item that may be asked for."""
    found = []
    for kind in DOCUMENT_KINDS:
        numbers = tuple(item.number for item in meeting.agenda_items if item.number)
        for items in [(number,) for number in numbers] if kind == "extract" else [()]:
            for with_names in (False, True) if kind == "course" else (False,):
                wanted = Wanted(kind=kind, scope=scope, items=items, language=language,
                                with_names=with_names)  # fmt: skip
                try:
                    found.append(paper(meeting, wanted, issued=date(2026, 10, 15)))
                except UsageProblem:
                    assert (kind, scope) in (("extract", "public"), ("extract", "closed"))
    return found


@given(steps=STEPS, kind=st.sampled_from(KINDS_OF_MEETING))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_of_a_closed_item_and_no_name_is_in_a_public_document(steps, kind) -> None:
    meeting = played(steps, kind)
    hidden = secret(meeting)
    for each in documents(meeting, "public"):
        assert not words_in(each) & hidden, each.kind


@given(steps=STEPS, kind=st.sampled_from(KINDS_OF_MEETING))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_internal_or_for_the_record_is_in_any_document(steps, kind) -> None:
    meeting = played(steps, kind)
    hidden = unspeakable(meeting)
    for scope in ("all", "closed"):
        for each in documents(meeting, scope):
            assert not words_in(each) & hidden, (each.kind, scope)


@given(steps=STEPS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_public_is_not_lost(steps) -> None:
    """Every public decision and action item for the minutes is in the public version, and both
    parts together have what the whole has."""
    meeting = played(steps)
    hidden = secret(meeting)
    (whole,), (public,), (closed,) = (
        [paper(meeting, Wanted(scope=scope))] for scope in ("all", "public", "closed")
    )
    said = {
        word
        for entry in (*meeting.decisions, *meeting.action_items)
        if entry.visibility == "minutes"
        for word in words_in(entry.text)
    }
    assert said <= words_in(whole)
    assert said - hidden <= words_in(public)
    assert said <= words_in(public) | words_in(closed)


@given(steps=STEPS, kind=st.sampled_from(KINDS_OF_MEETING))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("code", ["md", "html", "csv", "eml", "ics", "oparl"])
def test_nothing_of_it_is_in_any_public_file(code, steps, kind) -> None:
    """Also where a format takes more from the meeting than its paper."""
    meeting = played(steps, kind)
    hidden = secret(meeting)
    for document in ("results", "agenda") if code == "eml" else FORMATS[code].kinds:
        if document != "extract":
            job = Job(meeting=meeting, wanted=Wanted(kind=document, scope="public"),
                      issued=date(2026, 10, 15), reference="rat/2026-10-14-sitzung")  # fmt: skip
            try:
                files = written(code, job)
            except UsageProblem:
                continue
            for file in files:
                said = _as_read(file) if code == "eml" else file.content.decode()
                assert not set(re.findall(r"q\d+q", said)) & hidden, document


def _as_read(mail: Rendered) -> str:
    """Its headers and its parts, as a program for mail shows them; what a PDF says is its paper."""
    found = message_from_bytes(mail.content, policy=policy.default)
    parts = [part for part in found.walk() if part.get_content_maintype() == "text"]
    contents = (part.get_payload(decode=True) for part in parts)
    texts = [each.decode(errors="replace") for each in contents if isinstance(each, bytes)]
    return "\n".join([*map(str, found.values()), *texts])


# -- worked examples ------------------------------------------------------------------------


def as_text(meeting: Meeting, **wanted: object) -> str:
    return markdown(meeting, Wanted(**wanted), issued=date(2026, 10, 15))  # type: ignore[arg-type]


def test_a_closed_item_is_named_by_its_number_only() -> None:
    text = as_text(committee(), scope="public")
    assert "TOP 4.2 nichtöffentlich" in text
    for word in ("Mietvertrag", "17:20–17:35", "Amt 23", "Vertrag unterschreiben", "B4", "M2"):
        assert word not in text
    assert "B5" in text  # numbers stay


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENT_KINDS if kind != "extract"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_people_have_functions_in_public(kind, language) -> None:
    text = as_text(committee(), kind=kind, scope="public", language=language)
    for name in ("Weiß", "Nowak", "Öztürk", "Albers", "Brandt", "Haddad", "Krause", "Demir",
                 "Stein", "Pohl", "Falk", "Lang", "rat.example", "meet.example"):  # fmt: skip
        assert name not in text


def test_functions_by_rule() -> None:
    """One of each step of the rule."""
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Treffen", kind="network", series_name="Netzwerk"))
    ihk = made.one(c.OrganizationAdded(name="IHK"))
    made.person("Samir Haddad", ihk)
    made.person("Ute Lang", ihk, role="Leiterin")
    chair = made.person("Petra Weiß", ihk)
    made.person("Jörg Pohl", guest=True)
    made.person("Karl Albers")
    item = made.item("Arbeit", presenter="Weiß und Amt 50")
    made.record(c.OfficerNamed(role="moderator", name="Petra Weiß", person=chair))
    for owner in (
        "Haddad",
        "Ute Lang",
        "Frau Weiß",
        "J. Pohl",
        "Albers",
        "Amt 50, Haddad",
        "Meyer",
    ):
        made.action(f"für {owner}", item, "")
        entry = made.meeting.action_items[-1]
        owners = (Owner(name=owner),)
        made.record(c.ActionItemAmended(action_item=entry.id, owners=owners))
    words = function_words(words_of("de", kind="network"))
    found = asked_for(made.meeting, Wanted(scope="public"), words)
    assert [row.who for row in found.new_actions[0].actions] == [
        "Vertretung IHK",
        "Leiterin (IHK)",
        "Moderation",
        "Gast",
        "Mitglied",
        "Amt 50, Vertretung IHK",
        "Meyer",
    ]
    assert found.sections[0].presenter == "Moderation und Amt 50"


def test_a_name_that_fits_two_is_nobodys() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="body", series_name="Rat"))
    for name, role in (("Jana Müller", "Erste"), ("Uwe Müller", "Zweiter")):
        made.person(name, role=role)
    item = made.item("Haushalt")
    decision = made.decides("Ja.", item)
    made.votes(decision, Vote(yes=1, no=1, dissent=("Müller", "Uwe Müller", "Fremd")))
    words = function_words(words_of("de", kind="body"))
    found = asked_for(made.meeting, Wanted(scope="public"), words)
    vote = found.decisions[0].vote
    assert vote is not None
    assert vote.dissent == ("eine Person", "Zweiter", "eine Person")


def test_names_in_free_text_are_told() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="workshop", series_name="Runde"))
    made.person("Samir Haddad")
    made.person("Petra Weiß")
    made.person("Uwe Krause")
    item = made.item("Haddads Bericht")
    closed = made.item("Personal", public=False)
    made.record(
        c.NoteRecorded(text="Weißt du: Krause sagt ab.", item=item),
        c.NoteRecorded(text="Petra Weiß geht.", item=closed),
    )
    assert names_in_public(made.meeting) == ("Samir Haddad", "Uwe Krause")


def test_owners_as_typed_who_may_be_people_are_told() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="workshop", series_name="Runde"))
    made.one(c.OrganizationAdded(name="Caritas"))
    made.person("Petra Weiß")
    item = made.item("Berichte", presenter="Kurt Krebs und Weiß")
    made.action("Zahlen", item, "Kurz, Weiß, Amt 50, VHS, Caritas, alle")
    made.action("Geheimes", made.item("Personal", public=False), "Lang")
    assert names_in_public(made.meeting) == ("Kurz", "Kurt Krebs")


def test_a_function_typed_for_an_owner_is_no_name() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="workshop", series_name="Runde"))
    made.person("Petra Weiß", role="Kämmerin")
    item = made.item("Berichte", presenter="Vorsitzende")
    made.action(
        "Zahlen", item, "stellv. Vorsitzender, die Kämmerin, Leiter, Frau Vorsitz, Kämmerin"
    )
    made.action("Raum", item, "Geschäftsführung und Protokoll")
    assert names_in_public(made.meeting) == ("die Kämmerin", "Leiter", "Frau Vorsitz")


def test_who_publishes_is_told_which_file_holds_the_names() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="workshop", series_name="Runde"))
    made.person("Samir Haddad")
    made.item("Haddads Bericht")
    assert "of the public version; " in warning_of_names([made.meeting])
    said = warning_of_names([made.meeting], is_for_oparl=True)
    assert said.endswith("texts of the OParl file; check them before you publish it: Samir Haddad.")


def test_an_entry_moved_is_where_it_stands() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="workshop", series_name="Runde"))
    public, closed = made.item("Offen"), made.item("Personal", public=False)
    made.starts("16:00", public)
    made.record(c.NoteRecorded(text="wird geheim", item=public))
    made.record(c.NoteRecorded(text="wird bekannt", item=closed))
    one, other = (note.id for note in made.meeting.notes)
    made.record(c.EntryMoved(entry=one, item=closed), c.EntryMoved(entry=other, item=public))
    text = as_text(made.meeting, scope="public")
    assert "wird bekannt" in text
    assert "wird geheim" not in text


def test_what_hung_on_a_closed_item_that_is_gone_stays_hidden() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="workshop", series_name="Runde"))
    public, closed = made.item("Offen"), made.item("Personal", public=False)
    made.starts("16:00", public)
    made.record(c.NoteRecorded(text="Kündigung", item=closed))
    board = made.one(c.BoardOpened(prompt="Wer geht?", item=closed))
    made.one(c.CardWritten(board=board, text="Schmidt"))
    made.record(c.AgendaItemRemoved(item=closed))
    for kind in ("results", "course"):
        text = as_text(made.meeting, scope="public", kind=kind)
        assert "Offen" in text
        for word in ("Kündigung", "Wer geht", "Schmidt", "Personal"):
            assert word not in text
    closed_text = as_text(made.meeting, scope="closed")
    for word in ("Kündigung", "Wer geht", "Schmidt"):
        assert word in closed_text
    assert "TOP 1: Offen" not in closed_text


def test_a_follow_up_whose_source_is_closed() -> None:
    made = Played(now=BEFORE)
    made.record(
        c.MeetingPlanned(title="Sitzung", kind="body", series_name="Rat"),
        c.ActionItemsTabled(action_items=(
            TabledAction(id="t1", number="M-1", summary="Bekanntes"),
            TabledAction(id="t2", number="M-2", summary="Vertrauliches", public=False),
        )),
    )  # fmt: skip
    public, closed = made.item("Offen"), made.item("Personal", public=False)
    made.starts("16:00", public)
    made.record(
        c.ActionItemReviewed(action_item="t1", item=closed, comment="unter uns", status="completed")
    )
    decision = made.decides("Offener Beschluss", public)
    made.action("Heimlich handeln", closed, "Amt 10", link=decision)
    text = as_text(made.meeting, scope="public")
    assert "| M-1 | Bekanntes | offen | offen | offen |" in text
    for word in ("Vertrauliches", "M-2", "unter uns", "erledigt", "Heimlich", "Daraus"):
        assert word not in text
    closed_text = as_text(made.meeting, scope="closed")
    assert "unter uns" in closed_text
    assert "Vertrauliches" in closed_text


def test_who_came_for_the_closed_item_only_is_not_counted() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="body", series_name="Rat"))
    public, closed = made.item("Offen"), made.item("Grundstück", public=False)
    member = made.person("Petra Weiß")
    investor = made.person("Jörg Pohl", role="Investor", guest=True)
    made.here(member, time="16:00")
    made.starts("16:00", public)
    made.starts("16:30", closed)
    made.here(investor, time="16:31")
    made.until("16:45")
    made.record(c.MeetingClosed())
    text = as_text(made.meeting, scope="public")
    assert "Anwesend: 1 Person." in text
    assert "Investor" not in text
    assert "Jörg Pohl" in as_text(made.meeting, scope="closed")


def test_of_nested_closed_items_only_the_highest_is_numbered() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="body", series_name="Rat"))
    made.item("Offen")
    closed = made.item("Personal", public=False)
    made.item("Kündigung", parent=closed)
    made.item("Bekannt", parent=closed, public=True)
    text = as_text(made.meeting, scope="public")
    assert "TOP 2 nichtöffentlich" in text
    assert "2.1" not in text
    assert "2.2" not in text


def test_a_change_of_chair_in_a_closed_item_is_not_told() -> None:
    text = as_text(committee(), scope="public", kind="course")
    assert "17:20 Uhr" not in text.replace("17:13–17:20 Uhr", "")
    assert "übernimmt die Leitung" in text


def test_front_matter_says_the_scope() -> None:
    for scope, is_public in (("public", "true"), ("closed", "false")):
        text = as_text(committee(), scope=scope)
        assert f'scope: "{scope}"' in text
        assert f"public: {is_public}" in text
    assert "scope:" not in as_text(committee())


def test_a_field_or_group_of_a_closed_item_is_not_named() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="workshop", series_name="Runde"))
    public, closed = made.item("Offen"), made.item("Personal", public=False)
    made.starts("16:00", closed)
    field = made.one(c.FieldAdded(name="Stellenabbau"))
    group = made.one(c.GroupAdded(name="AG Sozialplan", founded_under=closed))
    owner = Owner(name="AG Sozialplan", kind="group", id=group)
    made.starts("16:10", public)
    made.record(
        c.ActionItemRecorded(summary="Zahlen holen", item=public, owners=(owner,), field=field,
                             due=Due(text="bald"))
    )  # fmt: skip
    text = as_text(made.meeting, scope="public")
    assert "| M1 | Zahlen holen | eine Arbeitsgruppe | bald |" in text
    (data,) = written("oparl", Job(meeting=made.meeting, wanted=Wanted()))
    for said in (text, data.content.decode()):
        assert "Zahlen holen" in said
        assert "Stellenabbau" not in said
        assert "Sozialplan" not in said


def test_the_closed_part_is_a_document_of_its_own() -> None:
    text = as_text(committee(), scope="closed")
    assert text.count("Mietvertrag") >= 2
    assert "Ergebnisprotokoll (nichtöffentlicher Teil): 7. Sitzung" in text
    assert "Sprachkurse" not in text
    assert "Petra Weiß" in text


def test_kinds_before_and_after() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="body", series_name="Rat"))
    assert kinds_for(made.meeting) == ("agenda", "attendance_list")
    assert kinds_for(committee()) == DOCUMENT_KINDS


def test_the_way_into_the_next_video_meeting_is_for_those_invited() -> None:
    meeting = committee()
    link = "https://meet.example/j/814?pwd=geheim"
    coming = NextMeeting(text=link, day=date(2026, 11, 18), place=f"Rathaus, {link}, PIN: 4711")
    meeting = replace(meeting, next_meeting=coming)
    text = as_text(meeting, scope="public")
    assert "## Nächste Sitzung\n\nMittwoch, 18.11.2026, Rathaus\n" in text
    job = Job(meeting=meeting, wanted=Wanted(scope="public"), issued=date(2026, 10, 15))
    for code in ("html", "ics", "oparl"):
        said = "".join(file.content.decode() for file in written(code, job))
        for word in ("meet.example", "pwd", "4711"):
            assert word not in said.replace("\r\n ", ""), code


def test_a_decision_addressed_to_somebody_names_a_function() -> None:
    made = Played(now=BEFORE)
    made.record(c.MeetingPlanned(title="Sitzung", kind="body", series_name="Rat"))
    made.person("Petra Weiß", role="Schulleiterin")
    item = made.item("Schulweg", presenter="Petra Weiß")
    for to in ("an Petra Weiß", "Frau Weiß", "an den Rat"):
        made.decides("Prüfen.", item, addressee=to)
    text = as_text(made.meeting, scope="public")
    for head in ("B1** an Schulleiterin", "Schulleiterin\n", "B3** an den Rat"):
        assert head in text
    assert "Weiß" not in text
    assert not names_in_public(made.meeting)  # nothing to warn of
    (data,) = written("oparl", Job(meeting=made.meeting, wanted=Wanted()))
    assert "Weiß" not in data.content.decode()
    assert "an den Rat" in data.content.decode()
