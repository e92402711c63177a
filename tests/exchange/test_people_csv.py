"""Lists of people in the forms administrations send them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from effort import processor_seconds
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.errors import BadFile
from facilitator.exchange.people_csv import PeopleList, PersonRow, read_people, read_people_text

HERE = Path(__file__).parent


def people(text: str) -> tuple[PersonRow, ...]:
    return read_people(text.encode()).people


def names(found: PeopleList) -> list[str]:
    return [person.name for person in found.people]


# -- the network meeting ------------------------------------------------------------------------


def test_the_74_people_of_the_network_meeting() -> None:
    found = read_people((HERE / "people-74.csv").read_bytes(), "people-74.csv")
    assert len(found.people) == 74
    assert found.problems == ()
    assert (found.encoding, found.delimiter) == ("cp1252", ";")
    assert len({person.organization for person in found.people}) >= 18
    assert Counter(person.status for person in found.people) == {
        "expected": 69,
        "excused": 4,
        "represented": 1,
    }
    assert [p.represented_by for p in found.people if p.represented_by] == ["Grit Böhm"]
    assert sum(person.remote for person in found.people) == 1
    assert sum(person.name.startswith(("Dr.", "Prof. Dr.")) for person in found.people) == 4
    assert not any(person.name.startswith(("Frau", "Herr")) for person in found.people)
    namesakes = [p.organization for p in found.people if p.name == "Thomas Müller"]
    assert sorted(namesakes) == ["Caritas Lindenau", "Stadt Altenbrück"]
    assert found.people[0].row == 5


# -- encodings and delimiters -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codec", "mark", "said"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8-sig", b"", "utf-8"),
        ("cp1252", b"", "cp1252"),
        ("utf-16", b"", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32-le"),
        ("cp850", b"", "cp850"),
        ("mac-roman", b"", "mac-roman"),
    ],
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_encoding_with_every_delimiter(
    codec: str, mark: bytes, said: str, delimiter: str
) -> None:
    rows = [
        ["Name", "Vorname", "Träger", "Funktion"],
        ["Öztürk", "Ayça", '"Begegnungshaus ""Süd"", Haus 2; Eingang B"', "Leiterin"],
        ["Weiß", "Jürgen", '"Landratsamt\r\nAmt 50"', ""],
        ["Großmann", "René", f'"Caritas{delimiter} Büro"', ""],
    ]
    text = "".join(delimiter.join(row) + "\r\n" for row in rows)
    found = read_people(mark + text.encode(codec))
    assert (found.encoding, found.delimiter) == (said, delimiter)
    assert [(p.name, p.organization.replace("\t", " "), p.role) for p in found.people] == [
        ("Ayça Öztürk", 'Begegnungshaus "Süd", Haus 2; Eingang B', "Leiterin"),
        ("Jürgen Weiß", "Landratsamt Amt 50", ""),
        ("René Großmann", f"Caritas{delimiter} Büro".replace("\t ", " ").replace("\t", " "), ""),
    ]
    assert found.problems == ()


def test_the_line_excel_writes_for_itself_is_obeyed() -> None:
    found = read_people(b"sep=,\r\nName,Firma\r\nJana Berg,A;B\r\n")
    assert found.delimiter == ","
    assert found.people[0].organization == "A;B"


def test_broken_utf8_is_read_and_reported() -> None:
    content = "Name;Ort\nJürgen Weiß;x\nÖzgür Çelik;y\n".encode() + b"Sabine J\xe4ger;z\n"
    found = read_people(content)
    assert names(found) == ["Jürgen Weiß", "Özgür Çelik", "Sabine J�ger"]
    assert len(found.problems) == 1
    assert "4" in found.problems[0]


def test_an_open_quotation_mark_swallows_nobody() -> None:
    rows = "".join(f"Person {chr(65 + n % 26)}{'abcdefgh'[n // 26]};Caritas\n" for n in range(60))
    found = read_people(('Name;Träger\nJana Berg;"Caritas\n' + rows).encode())
    assert len(found.people) == 61
    assert len(found.problems) == 1


# -- headers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Name;Vorname", "Müller;Jana", {"name": "Jana Müller"}),
        ("Nachname;Vorname;Titel", "Weiß;Petra;Dr.", {"name": "Dr. Petra Weiß"}),
        ("Anrede;Vorname;Nachname", "Frau Dr.;Petra;Weiß", {"name": "Dr. Petra Weiß"}),
        ("Anrede;Titel;Name", "Herr;Dr.;Dr. Jan Berg", {"name": "Dr. Jan Berg"}),
        ("Titel;Name", "Prof.;Dr. Jan Berg", {"name": "Prof. Dr. Jan Berg"}),
        ("Name", "Frau Petra Weiß", {"name": "Petra Weiß"}),
        ("Name", "Weiß, Dr. Petra", {"name": "Dr. Petra Weiß"}),
        ("Name", "Dr. Weiß, Petra", {"name": "Dr. Petra Weiß"}),
        ("Name", "Weiß, Petra, Prof. Dr.", {"name": "Prof. Dr. Petra Weiß"}),
        ("Name", "von der Heide, Anna", {"name": "Anna von der Heide"}),
        ("Name", "Heide, Anna von der", {"name": "Anna von der Heide"}),
        ("Name", "Jana Müller, M.A.", {"name": "Jana Müller, M.A."}),
        ("Name;x", "d’Angelo, Luca;1", {"name": "Luca d’Angelo"}),
        ("Name, Vorname;Firma", "Berg, Tom;X GmbH", {"name": "Tom Berg", "organization": "X GmbH"}),
        (
            "Vor- und Nachname;Amt",
            "Tom Berg;Amt 50",
            {"name": "Tom Berg", "organization": "Amt 50"},
        ),
        ("Name;Organisation;Amt", "Tom Berg;Stadt;Dezernent", {"role": "Dezernent"}),
        (
            "Name;Institution;Position",
            "T Berg;VHS;Leiter",
            {"organization": "VHS", "role": "Leiter"},
        ),
        ("Teilnehmer/in;Einrichtung", "Tom Berg;VHS", {"name": "Tom Berg", "organization": "VHS"}),
        ("NAME:;TRÄGER*", "Tom Berg;AWO", {"name": "Tom Berg", "organization": "AWO"}),
        ("Name;Traeger", "Tom Berg;AWO", {"organization": "AWO"}),
        ("Name;Name der Einrichtung", "Tom Berg;AWO", {"name": "Tom Berg", "organization": "AWO"}),
        ("Name;E-Mail-Adresse", "Tom Berg;Tom <t@x.example>", {"email": "t@x.example"}),
        ("Name;Email", "Tom Berg;keine", {"email": ""}),
        ("Name;Telefon;Rolle", "Tom Berg;0361 12;Sprecher", {"role": "Sprecher"}),
        ("Name;Rolle", "Tom Berg;Gast", {"guest": True, "role": ""}),
        ("Name;Rolle", "Tom Berg;beratend", {"voting_right": False, "role": "beratend"}),
        ("Name;Funktion", "Tom Berg;Beratendes Mitglied", {"voting_right": False}),
        ("Name;Rolle", "Tom Berg;Mitglied", {"voting_right": True}),
        ("Name;Rolle", "Tom Berg;Beratung", {"voting_right": True, "role": "Beratung"}),
        ("Name;Gast", "Tom Berg;x", {"guest": True}),
        ("Name;Name öffentlich", "Tom Berg;ja", {"consent": True}),
        ("Name;Einwilligung zur Namensnennung", "Tom Berg;x", {"consent": True}),
        ("Name;Consent to publication", "Tom Berg;no", {"consent": False}),
        ("Name;Namensnennung", "Tom Berg;nur die Initialen", {"consent": False}),
        ("Name;Namensnennung", "Tom Berg;", {"consent": None}),
        ("Name;Einwilligung", "Tom Berg;ja", {"consent": None}),
        ("Name;Einwilligung Fotos", "Tom Berg;ja", {"consent": None}),
        ("Name;Organisation", "Tom Berg;AWO", {"consent": None}),
        ("Name;Gast", "Tom Berg;nein", {"guest": False}),
        ("Name", "Tom Berg (Gast)", {"name": "Tom Berg", "guest": True}),
        ("Name", "Tom Berg (Caritas)", {"name": "Tom Berg", "organization": "Caritas"}),
        ("Name", "Eva Berg (geb. Olm)", {"name": "Eva Berg (geb. Olm)"}),
        ("Name;Status", "Tom Berg;zugesagt", {"status": "expected"}),
        ("Name;Status", "Tom Berg;abgesagt", {"status": "excused"}),
        ("Name;Status", "Tom Berg;Hat leider abgesagt", {"status": "excused"}),
        ("Name;Status", "Tom Berg;entschuldigt (krank)", {"status": "excused"}),
        ("Name;Teilnahme", "Tom Berg;Ja", {"status": "expected"}),
        ("Name;Teilnahme", "Tom Berg;NEIN", {"status": "excused"}),
        ("Name;Teilnahme", "Tom Berg;nimmt nicht teil", {"status": "excused"}),
        ("Name;Teilnahme", "Tom Berg;ja, online", {"status": "expected", "remote": True}),
        ("Name;Rückmeldung", "Tom Berg;?", {"status": "expected"}),
        ("Name;Rückmeldung", "Tom Berg;-", {"status": "expected"}),
        ("Name;Zusage;Absage", "Tom Berg;;x", {"status": "excused"}),
        ("Name;Zusage;Absage", "Tom Berg;x;", {"status": "expected"}),
        (
            "Name;Rückmeldung",
            "Tom Berg;vertreten durch Frau Olm",
            {"status": "represented", "represented_by": "Frau Olm"},
        ),
        (
            "Name;Status",
            "Tom Berg;abgesagt, Vertretung: Eva Olm",
            {"status": "represented", "represented_by": "Eva Olm"},
        ),
        (
            "Name;Vertretung",
            "Tom Berg;Eva Olm",
            {"status": "represented", "represented_by": "Eva Olm"},
        ),
        ("Name;Vertretung", "Tom Berg;-", {"status": "expected"}),
        (
            "Name;AG",
            "Tom Berg;Sprache, Projekte/Fortbildungen",
            {"groups": ("Sprache", "Projekte/Fortbildungen")},
        ),
        (
            "Name;Arbeitsgruppe",
            "Tom Berg;Arbeit und Wirtschaft",
            {"groups": ("Arbeit und Wirtschaft",)},
        ),
        ("Name;AG Sprache;AG Wohnen", "Tom Berg;x;-", {"groups": ("AG Sprache",)}),
        ("Name;online", "Tom Berg;x", {"remote": True}),
        ("Name;Teilnahmeart", "Tom Berg;Online", {"remote": True}),
        ("Name;Teilnahmeart", "Tom Berg;Präsenz", {"remote": False}),
        ("Name;Stimmrecht", "Tom Berg;ja", {"voting_right": True}),
        ("Name;Stimmrecht", "Tom Berg;ohne", {"voting_right": False}),
        ("Name;Stimmrecht", "Tom Berg;beratend", {"voting_right": False}),
        (
            "last name;first name;organization",
            "Doe;Jane;ACME",
            {"name": "Jane Doe", "organization": "ACME"},
        ),
        (
            "Full Name;Organisation;Role",
            "Jane Doe;ACME;Chair",
            {"name": "Jane Doe", "role": "Chair"},
        ),
        ("Name;RSVP", "Jane Doe;declined", {"status": "excused"}),
        ("Name;status", "Jane Doe;represented by Tom", {"represented_by": "Tom"}),
        ("Name;guest;group", "Jane Doe;yes;Housing", {"guest": True, "groups": ("Housing",)}),
        (
            "Title;First name;Surname",
            "Head of Unit;Jane;Doe",
            {"name": "Jane Doe", "role": "Head of Unit"},
        ),
        ("Title;Name", "Ms;Jane Doe", {"name": "Jane Doe", "role": ""}),
    ],
)
def test_columns(header: str, row: str, expected: dict[str, object]) -> None:
    found = read_people(f"{header}\n{row}\n".encode())
    assert found.problems == ()
    (person,) = found.people
    assert {name: getattr(person, name) for name in expected} == expected
    assert person.row == 2


def test_marks_for_those_who_vote_mean_that_the_others_do_not() -> None:
    found = people("Name;Stimmrecht\nEva Olm;x\nTom Berg;\n")
    assert [person.voting_right for person in found] == [True, False]
    found = people("Name;Stimmrecht\nEva Olm;nein\nTom Berg;\n")
    assert [person.voting_right for person in found] == [False, True]


def test_lines_above_the_header_and_blank_rows() -> None:
    found = read_people(
        b"Teilnehmerliste 2. Treffen;;;\n;;;\nStand: 12.10.;;;\n\n#;Name;Firma;\n"
        b"1;Eva Olm;AWO;\n;;;\n\n2;Tom Berg;DRK;\n;;;\n"
    )
    assert [(p.name, p.organization, p.row) for p in found.people] == [
        ("Eva Olm", "AWO", 6),
        ("Tom Berg", "DRK", 9),
    ]
    assert found.problems == ()


# -- what is doubtful ---------------------------------------------------------------------------


def test_repeated_people_are_joined_and_namesakes_kept() -> None:
    found = read_people(
        b"Name;Firma;AG;E-Mail\nEva Olm;AWO;Sprache;e@x.example\nTom Berg;DRK;;\n"
        b"EVA OLM;awo;Wohnen;\nEva Olm;Caritas;;\nTom Berg;;;\nDr. Eva Olm;AWO;;e2@x.example\n"
    )
    assert [(p.name, p.organization, p.groups) for p in found.people] == [
        ("Eva Olm", "AWO", ("Sprache", "Wohnen")),
        ("Tom Berg", "DRK", ()),
        ("Eva Olm", "Caritas", ()),
        ("Tom Berg", "", ()),
        ("Dr. Eva Olm", "AWO", ()),
    ]
    assert [problem.split(":")[0] for problem in found.problems] == ["Row 4", "Row 6", "Row 7"]


@pytest.mark.parametrize(
    "cell", ["12", "---", "???", "N. N.", "NN", "Summe: 74", "Gesamt", "x" * 200]
)
def test_rows_without_a_person_are_left_out_and_reported(cell: str) -> None:
    found = read_people(f"Name;Firma\n{cell};AWO\nTom Berg;DRK\n".encode())
    assert names(found) == ["Tom Berg"]
    assert len(found.problems) == 1
    assert found.problems[0].startswith("Row 2")


def test_a_row_without_a_name_is_reported() -> None:
    found = read_people(b"Name;Firma\n;AWO\nTom Berg;DRK\n")
    assert found.problems == ("Row 2 has no name and was left out: AWO",)


def test_an_unknown_reply_leaves_the_person_expected() -> None:
    found = read_people(b"Name;Status\nTom Berg;blau\n")
    assert found.people[0].status == "expected"
    assert len(found.problems) == 1


def test_control_characters_never_reach_the_terminal() -> None:
    (person,) = people("Name;Firma\nTom\x1b[31m Berg\u202e;A\u2028B\n")
    assert person.name == "Tom␛[31m Berg�"
    assert person.organization == "A B"


def test_markup_of_the_screen_stays_text() -> None:
    (person,) = people("Name;Firma\nTom Berg;[/x] Budget {y}\n")
    assert person.organization == "[/x] Budget {y}"


# -- without a header -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jana Müller;Caritas;Leiterin\nTom Berg;AWO;",
            ["Jana Müller|Caritas|Leiterin", "Tom Berg|AWO|"],
        ),
        ("Müller;Jana;Caritas\nBerg;Tom;AWO", ["Jana Müller|Caritas|", "Tom Berg|AWO|"]),
        ("Müller, Jana;Caritas\nBerg, Tom;AWO", ["Jana Müller|Caritas|", "Tom Berg|AWO|"]),
        ("Frau;Müller;Jana\nHerr;Berg;Tom", ["Jana Müller||", "Tom Berg||"]),
        ("1;Jana Müller;AWO\n2;Tom Berg;DRK", ["Jana Müller|AWO|", "Tom Berg|DRK|"]),
        ("Jana Müller\nTom Berg", ["Jana Müller||", "Tom Berg||"]),
        ("Jana Müller, Caritas\nTom Berg", ["Jana Müller|Caritas|", "Tom Berg||"]),
        ("Müller, Jana\nBerg, Tom", ["Jana Müller||", "Tom Berg||"]),
        ("Jana Müller\tCaritas\tj@x.example", ["Jana Müller|Caritas|"]),
        (
            "Jana Müller;Caritas;Mitglied\nTom Berg;Stadt;Mitglied",
            ["Jana Müller|Caritas|Mitglied", "Tom Berg|Stadt|Mitglied"],
        ),
    ],
)
def test_without_a_header(text: str, expected: list[str]) -> None:
    assert [f"{p.name}|{p.organization}|{p.role}" for p in people(text)] == expected


# -- pasted text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jana Müller, Caritas", ["Jana Müller|Caritas|"]),
        ("Jana Müller (Caritas)", ["Jana Müller|Caritas|"]),
        ("Müller, Jana", ["Jana Müller||"]),
        ("Müller, Jana (Caritas)", ["Jana Müller|Caritas|"]),
        ("Müller, Caritas", ["Müller|Caritas|"]),
        (
            "- Frau Dr. Petra Weiß, Leiterin, Volkshochschule",
            ["Dr. Petra Weiß|Volkshochschule|Leiterin"],
        ),
        ("1. Jana Müller – Caritas", ["Jana Müller|Caritas|"]),
        ("3) Tom Berg: Stadt Eisenach", ["Tom Berg|Stadt Eisenach|"]),
        ("• Jana Müller <j@x.example>", ["Jana Müller||"]),
        ("[ ] Jana Müller", ["Jana Müller||"]),
        ("Anna-Lena Groß", ["Anna-Lena Groß||"]),
        ("Müller, Jana <j@x.example>; Berg, Tom <t@x.example>", ["Jana Müller||", "Tom Berg||"]),
        ("Müller, Jana; Berg, Tom", ["Jana Müller||", "Tom Berg||"]),
        ("Teilnehmer:\nJana Müller\n\nTom Berg", ["Jana Müller||", "Tom Berg||"]),
        ("Teilnehmerliste 2. Treffen\nJana Müller", ["Jana Müller||"]),
        ("Name;Firma\nJana Müller;AWO", ["Jana Müller|AWO|"]),
        ("Name\tVorname\tTräger\nMüller\tJana\tAWO", ["Jana Müller|AWO|"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_pasted_text(text: str, expected: list[str]) -> None:
    found = read_people_text(text)
    assert [f"{p.name}|{p.organization}|{p.role}" for p in found.people] == expected
    assert (found.encoding, found.delimiter) == ("", "")


def test_headings_in_pasted_text_hold_for_the_lines_below() -> None:
    found = read_people_text(
        "Anwesend:\nJana Müller (Caritas)\nTom Berg, AG Sprache, entschuldigt\n\nGäste:\nEva Olm\n"
        "Online:\nAli Kaya\n\nEntschuldigt: Ina Vogt, Uwe Jäger\n"
    )
    assert [(p.name, p.status, p.guest, p.remote, p.row) for p in found.people] == [
        ("Jana Müller", "expected", False, False, 2),
        ("Tom Berg", "excused", False, False, 3),
        ("Eva Olm", "expected", True, False, 6),
        ("Ali Kaya", "expected", False, True, 8),
        ("Ina Vogt", "excused", False, False, 10),
        ("Uwe Jäger", "excused", False, False, 10),
    ]
    assert found.people[1].groups == ("AG Sprache",)


# -- errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04abc", "save it as CSV"),
        (b"%PDF-1.7", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "save it as CSV"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(32)) * 50, "no text file"),
        (b"Organisation;E-Mail;Funktion\nAWO;a@x.example;Leiterin\n", "no column of names"),
        (b"1;2\n3;4\n", "No names"),
    ],
)
def test_bad_files_are_refused_with_advice(content: bytes, says: str) -> None:
    with pytest.raises(BadFile, match=says) as caught:
        read_people(content, "liste.csv")
    assert str(caught.value).startswith("liste.csv: ")


def test_a_header_without_people_is_no_error() -> None:
    found = read_people(b"Name;Firma\n")
    assert found.people == ()
    assert len(found.problems) == 1


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
@example(b'"' * 3)
@example(b"sep=\x00\nName\n")
@example(b"Name\n" + b"x" * 200_000)
@example(b'Name\n"' + b"x\n" * 20_000)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = read_people(content)
    except BadFile:
        return
    assert all(any(map(str.isalpha, person.name)) for person in found.people)


_PIECES = st.sampled_from(
    [
        ";",
        ",",
        "\t",
        "\n",
        '"',
        "Name",
        "Vorname",
        "Status",
        "AG Sprache",
        "Dr.",
        "Frau",
        "Müller",
        "(",
        ")",
        "<a@b.example>",
        "vertreten durch",
        "entschuldigt:",
        "1.",
        "-",
        "x",
        " ",
        "|",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_list_like_text_is_read(text: str) -> None:
    read_people_text(text)
    try:
        read_people(text.encode())
    except BadFile:
        return


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read_people_text(text)


def test_ten_thousand_rows_are_read_quickly() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    endings = [a + b + c for a in letters for b in letters for c in letters]
    rows = [f"{n};Frau;Müller{endings[n]};Jana;Träger {n % 90};zugesagt" for n in range(10_000)]
    content = ("Nr;Anrede;Name;Vorname;Träger;Status\n" + "\n".join(rows)).encode("cp1252")
    assert processor_seconds(lambda: read_people(content)) < 5
    assert len(read_people(content).people) == 10_000
