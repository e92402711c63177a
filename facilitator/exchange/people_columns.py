"""Which column of a table of people holds what, by the words of its header row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from facilitator.exchange.csv_table import Rows
from facilitator.folding import words

Kind = Literal[
    "name",
    "weak_name",
    "last_name",
    "first_name",
    "title",
    "salutation",
    "organization",
    "department",
    "role",
    "email",
    "status",
    "declined",
    "represented_by",
    "guest",
    "groups",
    "group_flag",
    "remote",
    "voting_right",
    "consent",
]
"""`weak_name`: a name only if there is no better column ('Mitglied'). `department`: the
organisation if there is no other column for it, else the role ('Amt'). `declined`: a mark says
that the person stays away. `group_flag`: headed by the name of one group, marks its members.
`consent`: to be named in public; a bare 'Einwilligung' may be one to mails or photographs and is
not read."""

_HEADERS: dict[Kind, str] = {
    "name": "Name, Namen, Name Vorname, Nachname Vorname, Vorname Name, Vorname Nachname,"
    " Vor- und Nachname, Vor- und Zuname, Vorname und Name, Vorname und Nachname,"
    " Name und Vorname, Nachname und Vorname, Vollständiger Name, Voller Name, Anzeigename,"
    " Name des Teilnehmers, Name Teilnehmer, Name der Person, full name, display name,"
    " participant name, attendee name, last name first name",
    "weak_name": "Teilnehmer, Teilnehmende, Teilnehmerin, Teilnehmer in, Teilnehmerinnen, Person,"
    " Personen, Mitglied, Mitglieder, Ansprechpartner, Ansprechpartnerin, Ansprechperson, Kontakt,"
    " Kontaktperson, Vertreter in, wer, participant, participants, attendee, attendees, member,"
    " members, person, people, contact, who",
    "last_name": "Nachname, Familienname, Zuname, Name Nachname, last name, lastname, surname,"
    " family name",
    "first_name": "Vorname, Vornamen, Rufname, first name, firstname, given name, forename",
    "title": "Titel, akad Titel, akademischer Titel, akademischer Grad, Grad, Namenszusatz, title,"
    " academic title",
    "salutation": "Anrede, Geschlecht, Herr Frau, Frau Herr, salutation, form of address",
    "organization": "Organisation, Organisationen, Institution, Träger, Firma, Einrichtung,"
    " Verein, Verband, Behörde, Unternehmen, Betrieb, Arbeitgeber, Kommune, Gemeinde, Stadt,"
    " Körperschaft, Schule, Organisation Institution, Institution Organisation,"
    " Institution Träger, Einrichtung Träger, Träger Einrichtung, Organisation Einrichtung,"
    " Organisation Träger, Institution Einrichtung, Organisationsname, vertretene Organisation,"
    " entsendende Stelle, Stelle, organisation, organization, institution, company, employer,"
    " agency, association, affiliation",
    "department": "Amt, Abteilung, Fachbereich, Referat, Sachgebiet, Fachdienst, Dezernat,"
    " Dienststelle, Bereich, department, office, unit, division",
    "role": "Funktion, Rolle, Position, Aufgabe, Dienststellung, Tätigkeit, Beruf, Funktion Rolle,"
    " Rolle Funktion, Funktion Amt, Amt Funktion, Stellung, role, function, position, job title,"
    " job",
    "email": "E-Mail, Email, Mail, E-Mail-Adresse, Emailadresse, Mailadresse, Mail-Adresse,"
    " email address, e mail address",
    "status": "Status, Teilnahme, Rückmeldung, Zusage, Zugesagt, Anwesend, Anwesenheit, Antwort,"
    " Zusage Absage, Zu- Absage, Zu- und Absage, Teilnahmestatus, nimmt teil, kommt,"
    " anwesend ja nein,"
    " Anmeldung, Anmeldestatus, Bemerkung Teilnahme, response, attendance, rsvp, reply, attending,"
    " accepted, participation",
    "declined": "Absage, Abgesagt, Entschuldigt, entsch, verhindert, declined, excused, apologies,"
    " regrets",
    "represented_by": "Vertretung, vertreten durch, Vertreter, Vertretung durch, Stellvertretung,"
    " Stellvertreter, Stellvertreterin, wird vertreten durch, represented by, deputy, substitute",
    "guest": "Gast, Gäste, ist Gast, guest, is guest",
    "groups": "AG, AGs, Arbeitsgruppe, Arbeitsgruppen, Gruppe, Gruppen, Mitglied in AG,"
    " Mitarbeit in AG, AG Arbeitsgruppe, group, groups, working group, working groups",
    "remote": "remote, online, digital, per Video, Video, Online-Teilnahme, Teilnahmeart,"
    " Teilnahmeform, nimmt online teil, Präsenz online, via video",
    "voting_right": "Stimmrecht, stimmberechtigt, Stimmberechtigung, Stimme, voting right,"
    " voting rights, entitled to vote, voting, vote",
    "consent": "Name öffentlich, Namen öffentlich, Name veröffentlichen, Namensnennung,"
    " Veröffentlichung des Namens, Einwilligung Namensnennung, Einwilligung zur Namensnennung,"
    " Zustimmung zur Namensnennung, Einwilligung Veröffentlichung,"
    " Einwilligung zur Veröffentlichung, Zustimmung zur Veröffentlichung,"
    " darf öffentlich genannt werden, name public, publish name, may be named,"
    " may be named publicly, consent to publication, consent to be named",
}

_KINDS: dict[tuple[str, ...], Kind] = {
    words(header): kind for kind, headers in _HEADERS.items() for header in headers.split(",")
}

_WORDS_OF_HEADERS: dict[Kind, str] = {
    "email": "Emailadresse Mailadresse",
    "organization": "Organisation Organization Institution Einrichtung Träger Firma Behörde"
    " Verein Unternehmen",
    "last_name": "Nachname Familienname Surname",
    "first_name": "Vorname Rufname",
    "role": "Funktion Position",
    "status": "Rückmeldung Teilnahme",
    "voting_right": "Stimmrecht stimmberechtigt",
}
_KINDS_BY_ONE_WORD: dict[str, Kind] = {
    words(word)[0]: kind for kind, some in _WORDS_OF_HEADERS.items() for word in some.split()
}
"""For headers of several words ('Name der Einrichtung', 'Organisation/Institution (Kurzform)')."""

_NAME_KINDS: tuple[Kind, ...] = ("name", "last_name", "first_name", "weak_name")
_SURE_KINDS: tuple[Kind, ...] = _NAME_KINDS[:3]
_MOST_WORDS = 6
_SEARCHED_ROWS = 20


class Column(Struct, frozen=True):
    index: int
    kind: Kind
    header: str


class Header(Struct, frozen=True, kw_only=True):
    """`row` is the index of the header row; `columns` at most one of a kind, group flags apart."""

    row: int
    columns: tuple[Column, ...]

    @property
    def has_names(self) -> bool:
        return any(column.kind in _NAME_KINDS for column in self.columns)


def kind_of_header(cell: str) -> Kind | None:
    """What a column is for, given the cell above it."""
    said = words(cell.rstrip("*: "))
    if not said or len(said) > _MOST_WORDS:
        return None
    if (kind := _KINDS.get(said)) is not None:
        return kind
    if said[0] in {"ag", "arbeitsgruppe"}:
        return "group_flag"
    if said[:2] == ("working", "group"):
        return "group_flag"
    return next((_KINDS_BY_ONE_WORD[word] for word in said if word in _KINDS_BY_ONE_WORD), None)


def find_header(rows: Rows) -> Header | None:
    """The header among the first rows: the first with a column of names, else one whose cells are
    nearly all recognised but none for names (then `has_names` is false); None if there is none."""
    nameless: Header | None = None
    for index, row in enumerate(rows[:_SEARCHED_ROWS]):
        header = Header(row=index, columns=_columns_of(row))
        if any(column.kind in _SURE_KINDS for column in header.columns):
            return header
        filled = sum(bool(cell) for cell in row)
        if filled - len(header.columns) <= filled / 4 and header.columns:
            if header.has_names:
                return header
            if nameless is None and filled > 1:
                nameless = header
    return nameless


def _columns_of(row: Sequence[str]) -> tuple[Column, ...]:
    found = [
        Column(index, kind, cell)
        for index, cell in enumerate(row)
        if (kind := kind_of_header(cell)) is not None
    ]
    kinds = {column.kind for column in found}
    if "department" in kinds:
        stands_for: Kind = "role" if "organization" in kinds else "organization"
        found = [
            Column(column.index, stands_for, column.header)
            if column.kind == "department"
            else column
            for column in sorted(found, key=lambda column: column.kind == "department")
        ]
    columns: dict[object, Column] = {}
    for column in found:
        key = column.index if column.kind == "group_flag" else column.kind
        columns.setdefault(key, column)
    return tuple(sorted(columns.values(), key=lambda column: column.index))
