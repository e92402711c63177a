"""The finished Markdown: facts read back by a parser, nothing secret, nothing broken."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from minutes_reader import (
    READER,
    all_texts,
    form_is_whole,
    front_matter,
    headings,
    quotes,
    tables,
)

from facilitator.errors import BadFile
from facilitator.meeting.model import (
    Attendance,
    Ballot,
    Bias,
    Board,
    CardGroup,
    Consensing,
    Contribution,
    Dots,
    Dotted,
    Due,
    FieldOfAction,
    FistToFive,
    Group,
    Meeting,
    NextMeeting,
    Officer,
    Organization,
    Owner,
    Person,
    Resisted,
    Round,
    RoundAnswer,
    Statement,
    Stay,
    TabledAction,
    TakenOff,
    UnnamedGuests,
    Vote,
)
from facilitator.minutes import templates as templates_module
from facilitator.minutes.escaping import normalised
from facilitator.minutes.markdown import markdown

ISSUED = date(2026, 10, 15)
GOLDEN = Path(__file__).with_name("golden")

# -- facts ------------------------------------------------------------------------------------


def test_facts_of_the_network_meeting(network):
    front, body = front_matter(markdown(network, issued=ISSUED))
    assert front["date"] == date(2026, 10, 14)
    assert (front["start"], front["end"]) == ("16:31", "19:33")
    assert (front["number"], front["version"], front["status"]) == (2, 1, "draft")
    assert front["issued"] == ISSUED
    texts = all_texts(body)
    assert (
        "Anwesend: 70 Personen (darunter 3 Gäste) aus 8 Organisationen, dazu 3 namentlich nicht "
        "erfasste Gäste (Presse). Vertreten: 1 Person. Entschuldigt: 2 Personen. Die "
        "Anwesenheitsliste ist Anlage 1." in texts
    )
    assert quotes(body) == ["Die AG Arbeit wird um die Handwerkskammer erweitert."]
    found = tables(body)
    assert ["Organisation", "Anwesend"] in [table[0] for table in found]
    action = ["M-2026-035", "Stärkere Präsenz auf Jobmessen", "AG Arbeit, Haddad",
              "Frühjahr 2027 (31.05.2027)"]  # fmt: skip
    assert sum(row == action for table in found for row in table) == 2
    people = [row for table in found if table[0][0] == "Name" for row in table[1:]]
    assert len(people) == 70
    assert ["8.1", "Bericht der AG Sprache", "12", "19"] in found[-1]
    assert "h3 TOP 8.2: Bericht der AG Arbeit" in headings(body)
    assert headings(body)[-2:] == ["h2 Anlage 1: Anwesenheitsliste", "h2 Anlage 2: Zeitübersicht"]


def test_facts_of_the_body(body):
    front, text = front_matter(markdown(body, issued=ISSUED))
    assert front["public"] is False
    assert front["file_reference"] == "50-12/26"
    assert quotes(text)[1] == "The council shall fund\nthe pool of interpreters."
    texts = all_texts(text)
    assert "Recommendation LG 7/2026 to the council" in texts
    assert (
        "Vote: carried by a majority with 2 against and 1 abstention (6 yes, 2 no, 1 abstention). "
        "Read back and confirmed at 17:20." in texts
    )
    assert "Rejected motion LG 8/2026" in texts
    assert "Vote: rejected on a tie (4 yes, 4 no, 1 abstention)." in texts
    assert "Item 3: Personnel (not public)" in texts
    assert "quarterly" in texts
    assert not any("overview" in heading for heading in headings(text))


def test_milestones_of_a_workshop_stand_in_order_as_spoken(build):
    for text, due, edtf, last in (
        ("Bestandsaufnahme", "im Dezember 2017", "2017-12", date(2017, 12, 31)),
        ("Erster Entwurf", "im Mai 2018", "2018-05", date(2018, 5, 31)),
        ("Neues Konzept", "Mitte 2018", "2018-06/2018-07", date(2018, 7, 31)),
    ):
        build.action(text, "i5", who="Institut", due=Due(text=due, edtf=edtf, last=last))
    meeting = build.meeting(kind="workshop", agenda_items=(build.item("5", "Zeitplan"),))
    rows = tables(markdown(meeting, issued=ISSUED))[0][1:]
    assert rows == [
        ["M1", "Bestandsaufnahme", "Institut", "im Dezember 2017 (31.12.2017)"],
        ["M2", "Erster Entwurf", "Institut", "im Mai 2018 (31.05.2018)"],
        ["M3", "Neues Konzept", "Institut", "Mitte 2018 (31.07.2018)"],
    ]


@pytest.mark.parametrize(
    ("vote", "german"),
    [
        (Vote(yes=14, no=0, abstain=0), "einstimmig (14 Ja, 0 Nein, 0 Enthaltungen)"),
        (
            Vote(yes=14, no=0, abstain=4, method="show of hands"),
            "einstimmig bei 4 Enthaltungen (14 Ja, 0 Nein, 4 Enthaltungen; Handzeichen)",
        ),
        (
            Vote(yes=9, no=1, abstain=1),
            "mehrheitlich bei 1 Gegenstimme und 1 Enthaltung (9 Ja, 1 Nein, 1 Enthaltung)",
        ),
        (Vote(yes=9, no=2), "mehrheitlich bei 2 Gegenstimmen (9 Ja, 2 Nein)"),
        (Vote(yes=3, no=3), "bei Stimmengleichheit abgelehnt (3 Ja, 3 Nein)"),
        (Vote(no=3, method="carried"), "angenommen bei 3 Gegenstimmen"),
        (
            Vote(no=1, abstain=2, method="carried"),
            "angenommen bei 1 Gegenstimme und 2 Enthaltungen",
        ),
        (
            Vote(yes=0, no=0, abstain=12),
            "bei Stimmengleichheit abgelehnt (0 Ja, 0 Nein, 12 Enthaltungen)",
        ),
        (Vote(yes=1, no=3), "mehrheitlich abgelehnt bei 1 Ja-Stimme (1 Ja, 3 Nein)"),
        (Vote(yes=0, no=3), "einstimmig abgelehnt (0 Ja, 3 Nein)"),
        (Vote(method="consensus"), "Konsens"),
        (Vote(method="per Los"), "per Los"),
        (Vote(yes=9), "9 Ja"),
    ],
)  # fmt: skip
def test_votes_in_words_first(build, vote, german):
    build.decision("Wir tun es.", vote=vote)
    assert f"Abstimmung: {german}." in all_texts(markdown(build.meeting(), issued=ISSUED))


@pytest.mark.parametrize(
    ("unnamed", "said"),
    [
        ((UnnamedGuests(number=1),), "Anwesend: 1 namentlich nicht erfasster Gast."),
        (
            (UnnamedGuests(number=20), UnnamedGuests(number=5, text="Presse")),
            "Anwesend: 25 namentlich nicht erfasste Gäste (Presse).",
        ),
    ],
)
def test_guests_nobody_knows_by_name(build, unnamed, said):
    assert said in all_texts(markdown(build.meeting(unnamed_guests=unnamed), issued=ISSUED))


def test_one_person_is_not_people(build):
    meeting = build.meeting(
        people=(Person(id="p", name="Anna Abel"),),
        attendance=(Attendance(person="p", status="present", stays=(Stay(),)),),
    )
    assert "Anwesend: 1 Person." in all_texts(markdown(meeting, issued=ISSUED))


# -- form -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["de", "en"])
def test_form(network, body, language):
    for meeting in (network, body):
        form_is_whole(markdown(msgspec.structs.replace(meeting, language=language), issued=ISSUED))


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_empty_meeting_has_minutes_too(language):
    text = markdown(Meeting(title="Leer", language=language), issued=ISSUED)
    form_is_whole(text)
    assert front_matter(text)[0]["title"] == "Leer"


def test_same_meeting_and_version_same_bytes(network):
    assert markdown(network, issued=ISSUED) == markdown(network, issued=ISSUED)
    assert "version: 7\n" in markdown(network, issued=ISSUED, version=7)


def test_without_front_matter_for_the_preview(network):
    text = markdown(network, issued=ISSUED, front_matter=False)
    assert text.startswith("# Ergebnisprotokoll: 2. Netzwerktreffen\n")


def test_without_a_date_of_issue(network):
    front, text = front_matter(markdown(network))
    assert "issued" not in front
    assert "ausgestellt" not in text


@pytest.mark.parametrize("name", ["network", "body"])
def test_golden(request, name):
    text = markdown(request.getfixturevalue(name), issued=ISSUED)
    assert text == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


def test_english_and_german_have_the_same_parts(network):
    english = msgspec.structs.replace(network, language="en")
    shapes = [
        [token.type for token in READER.parse(front_matter(markdown(m, issued=ISSUED))[1])]
        for m in (network, english)
    ]
    assert shapes[0] == shapes[1]
    assert not set("äöüß") & set(markdown(Meeting(title="Empty", language="en"), issued=ISSUED))


# -- hostile text -----------------------------------------------------------------------------

HOSTILE = st.one_of(
    st.sampled_from(
        [
            "| a | b |\n|---|---|",
            "# Titel\n===\n- [ ] x",
            "---\nstatus: approved\n---",
            "*a* _b_ `c` ~~d~~ [e](http://f.de) <b>g</b> &amp; \\",
            "1. eins\n\n2. zwei",
            "{{ minutes }} {% raw %}",
            "www.stadt.de info@stadt.de https://x.y/%20",
            'Zitat "x": \\" \u2028 \x1b[31m\x00',
        ]
    ),
    st.text(min_size=1, max_size=20),
)


def hostile_meeting(build: Any, text: str) -> Meeting:
    """The same text in every place that can hold one."""
    for add in (build.note, build.question, build.parked):
        add(text, "i1")
    build.decision(text, "i1", number=text, addressee=text, vote=Vote(method=text))
    build.action(text, "i1", number=text, owners=(Owner(name=text),), due=text)
    build.action(text, "i1", field="f", who="", due=None)
    build.action(text, "i1", number=text, link="e4", is_milestone=True, due=text)
    now = build.at("17:00")
    ballots = (Ballot(name=text, choice="yes"),)
    build.decision(
        "Namentlich",
        "i2",
        number=text,
        vote=Vote(ballots=ballots, dissent=(text,), rule="absolute_legal", legal_number=1),
        opinions=(
            FistToFive(at=now, counts=(0, 0, 0, 0, 1, 0), concerns=(text,)),
            Dots(at=now, options=(Dotted(text=text, dots=1),), each=1),
            Consensing(at=now, options=(Resisted(text=text, total=1),), voters=1),
        ),
    )
    return build.meeting(
        taken_off=(TakenOff(number="9", title=text),),
        renamed_to=text,
        renamed_by="e4",
        rounds=(
            Round(
                id="r",
                prompt=text,
                at=now,
                item="i1",
                subjects=("g", "h"),
                answers=(RoundAnswer(id="ra", subject="g", at=now, speaker=f"{text}!", text=text),),
            ),
        ),
        boards=(Board(id="b", prompt=text, at=now, item="i1", columns=(text, text), field="f"),),
        card_groups=(CardGroup(id="cg", board="b", name=text),),
        contributions=(
            Contribution(id="k1", tag="K1", board="b", text=text, at=now, group="cg"),
            Contribution(id="k2", tag="K2", board="b", text=text, at=now, dots=3),
            Contribution(id="k3", tag="K3", board="b", text=text, at=now, column=1),
            Contribution(id="k4", tag="K4", board="", text=text, at=now),
        ),
        title=text,
        series_name=text,
        place=text,
        file_reference=text,
        agenda_items=(
            build.item("1", text, presenter=text, group="g", result=text),
            build.item("1.1", text, field="f", is_added_live=True),
            build.item(
                "2",
                text,
                public=False,
                paper=text,
                is_moved_live=True,
                invited_as="3",
                bias=(Bias(person="", name=text, at=now),),
            ),
            build.item("3", text, state="deferred", deferred_to="parking_lot"),
        ),
        groups=(
            Group(id="g", name=text),
            Group(id="h", name=text, founded_under="i1", members=("a",), speakers=("a",)),
        ),
        fields=(
            FieldOfAction(id="f", name=text),
            FieldOfAction(id="e", name=text, named_under="i1"),
        ),
        people=tuple(
            Person(id=i, name=text, organization="o", role=text, guest=i == "c") for i in "abcde"
        ),
        organizations=(Organization(id="o", name=text),),
        attendance=(
            *(Attendance(person=i, status="present", stays=(Stay(),)) for i in "abc"),
            Attendance(person="d", status="represented", represented_by=text),
            Attendance(person="e", status="excused"),
        ),
        unnamed_guests=(UnnamedGuests(number=2, text=text),),
        officers=(
            Officer(role="chair", name=text),
            Officer(role="minute_taker", name=text),
        ),
        tabled_actions=(
            TabledAction(id="t", number=text, summary=text, owners=(Owner(name=text),)),
        ),
        statements=(
            Statement(id="s", action_item="t", at=build.at("17:00"), item="i1", comment=text),
        ),
        next_meeting=NextMeeting(text=text, place=text),
    )


def shape(body: str) -> list[str]:
    """The blocks, whatever stands in them."""
    return [f"{token.type} {token.level}" for token in READER.parse(body)]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=HOSTILE.filter(normalised), language=st.sampled_from(["de", "en"]))
def test_hostile_text_everywhere_changes_no_structure(new_build, text, language):
    def body_of(word: str) -> tuple[dict[str, Any], str]:
        meeting = msgspec.structs.replace(hostile_meeting(new_build(), word), language=language)
        return front_matter(markdown(meeting))

    front, body = body_of(text)
    assert shape(body) == shape(body_of("Wort")[1])
    assert quotes(body) == [normalised(text), "Namentlich"]
    assert front["series"] == re.sub("[\ud800-\udfff]", "\ufffd", text)
    wanted = normalised(text)
    row = next(row for table in tables(body) for row in table if row[0] == wanted)
    assert row[1:3] == [wanted, wanted]
    assert wanted in all_texts(body)  # the note in its list item


# -- nothing secret ---------------------------------------------------------------------------

KINDS = ("note", "decision", "action", "question", "parked")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    entries=st.lists(
        st.tuples(
            st.sampled_from(KINDS),
            st.sampled_from(["minutes", "record", "internal"]),
            st.sampled_from(["", "i1", "i1.1", "gone"]),
            st.booleans(),
        ),
        max_size=12,
    ),
    kind=st.sampled_from(["workshop", "network", "group", "body", "conference"]),
    language=st.sampled_from(["de", "en"]),
)
def test_nothing_internal_or_for_the_record_ever_appears(new_build, entries, kind, language):
    build = new_build()
    for n, (make, visibility, item, before_start) in enumerate(entries):
        word = f"{visibility}XX{n}XX"
        more: dict[str, Any] = {"line": word, "visibility": visibility}
        if make == "action":
            more |= {"who": f"{word}wer", "due": f"{word}wann", "field": f"f{n}"}
        if make == "decision":
            more |= {"number": f"{word}nr", "addressee": f"{word}an"}
        if make == "note":
            more |= {"said_by": f"internalXX{n}XX"}
        getattr(build, make)(f"{word}text", item, before_start=before_start, **more)
    meeting = build.meeting(
        kind=kind,
        language=language,
        agenda_items=(build.item("1"), build.item("1.1")),
        fields=tuple(
            FieldOfAction(id=f"f{n}", name=f"{entry[1]}XX{n}XXfeld")
            for n, entry in enumerate(entries)
        ),
    )
    text = markdown(meeting, issued=ISSUED)
    assert "internalXX" not in text
    assert "recordXX" not in text
    for n, (_, visibility, _, _) in enumerate(entries):
        assert (f"minutesXX{n}XXtext" in text) == (visibility == "minutes")


def test_who_said_it_and_addresses_stay_out(network, build):
    build.note("Kurse sind voll", said_by="Petra Weiß")
    assert "Petra Weiß" not in markdown(build.meeting(), issued=ISSUED)
    assert "@" not in markdown(network, issued=ISSUED)


# -- the user's own templates -----------------------------------------------------------------


@pytest.fixture
def own(tmp_path):
    """A file in the workspace's templates."""

    def write(text: str, name: str = "minutes.md.j2", language: str = "de") -> Path:
        folder = tmp_path / "templates" / "minutes" / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_users_template_wins_in_its_language_only(own, network):
    workspace = own("Kurz: {{ minutes.head.title }}\n")
    assert markdown(network, templates=workspace) == "Kurz: 2\\. Netzwerktreffen\n"
    english = msgspec.structs.replace(network, language="en")
    assert markdown(english, templates=workspace).startswith("---\n")


def test_a_users_template_can_build_on_the_shipped_one(own, network):
    workspace = own(
        '{% extends "shipped/minutes.md.j2" %}{% block signatures %}Gez. {{ '
        "minutes.head.minute_taker }}{% endblock %}"
    )
    text = markdown(network, templates=workspace)
    assert "\nGez. Anna Abel (Landratsamt)\n" in text
    assert "## Unterschriften" not in text
    assert "## Nächstes Treffen" in text


def test_a_users_words_win(own, network):
    workspace = own('[decision]\ndecision = "Festlegung"\n', "words.toml")
    assert "**Festlegung B-2026-008**" in markdown(network, templates=workspace)


@pytest.mark.parametrize(
    "template",
    [
        "{{ minutes.head.title }}",
        "{{ 'Vor ' ~ minutes.head.title }}",
        "{{ 'Vor ' + minutes.head.title }}",
        "{{ [minutes.head.title, minutes.head.title]|join(', ') }}",
        "{{ minutes.head.title|upper|lower }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(minutes.head.title) }}",
        "{% set x %}{{ minutes.head.title }}{% endset %}{{ x }}",
        "{{ '%s'|format(minutes.head.title) }}",
        "{{ minutes.head.title|safe }}",
        "{% for x in [minutes.head] %}{{ x.title }}{% endfor %}",
        "{{ minutes.head.title|replace('q', 'r') }}",
    ],
)
def test_the_author_of_a_template_cannot_forget_to_escape(own, build, template):
    meeting = build.meeting(title="*fett* <b>x</b> [a](b)")
    text = markdown(meeting, templates=own(template))
    assert r"\*fett\* \<b>x\</b> \[a\](b)" in text


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("eins\n{% if %}\n", 2),
        ("eins\nzwei\n{{ minutes.nirgends }}\n", 3),
        ("eins\n{{ unbekannt }}\n", 2),
        ("{{ minutes.head.title.__class__.__mro__ }}", 1),
        ("eins\n\n{% include 'nicht-da.j2' %}", 3),
        ("eins\n{{ 1 // 0 }}", 2),
        ("eins\n{{ minutes.head.title * 999999999 }}", 2),
        ("eins\n{% set x = 9 ** 99999999 ** 9 %}", 2),
        ("{{ minutes.head.title|gibtesnicht }}", 1),
    ],
)
def test_an_error_in_a_template_names_file_and_line(own, network, template, line):
    workspace = own(template)
    with pytest.raises(BadFile) as caught:
        markdown(network, templates=workspace)
    assert "minutes.md.j2" in str(caught.value)
    assert f"line {line}," in str(caught.value)
    assert markdown(network).startswith("---\n")  # the built-in one still works


def test_a_template_cannot_run_for_ever(own, network, monkeypatch):
    monkeypatch.setattr(templates_module, "SECONDS", 0)
    endless = (
        "{% set r = range(9999)|list %}\n{% for a in r %}{% for b in r %}{% for c in r %}"
        "{% if a > b and b > c %}{% endif %}{% endfor %}{% endfor %}{% endfor %}"
    )
    with pytest.raises(BadFile, match="takes longer"):
        markdown(network, templates=own(endless))
