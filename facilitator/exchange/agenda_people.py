"""Does a remark on an agenda name the people who report, or is it part of the title?"""

from __future__ import annotations

import re

from facilitator.folding import fold, words

_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&+]|\bund\b|\band\b|\bsowie\b)\s*")
_SALUTATION = re.compile(
    r"^(?:(?:Frau|Herrn?|Fr\.|Hr\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.|Prof\.|Dipl\.-\w+\.?|med\.|Pfr\.)\s*)+"
)
_OFFICES = frozenset(
    fold(word)
    for word in (
        "Landrat Landrätin Bürgermeister Bürgermeisterin Oberbürgermeister Oberbürgermeisterin OB"
        " OBM Bgm. Bgmin. Ministerin Minister Staatssekretär Staatssekretärin Dezernent Dezernentin"
        " Beigeordneter Beigeordnete Amtsleiter Amtsleiterin Pfarrer Pfarrerin Superintendent"
        " Stadtrat Stadträtin Kreisrat Mayor Councillor Ortsvorsteher Ortsvorsteherin"
        " Integrationsbeauftragte Integrationsbeauftragter Integrationsmanagerin"
        " Integrationsmanager Geschäftsführer Geschäftsführerin Sprecher Sprecherin"
    ).split()
)
_PARTICLES = frozenset(
    "von vom van der den de di da del della zu zur zum el al ten ter bin y".split()
)

_TITLE_WORDS = frozenset(
    fold(word)
    for word in (
        "Entwurf Kenntnisnahme Kenntnis Information Informationen Info Infos Beschluss Beschlüsse"
        " Beschlussfassung Empfehlung Diskussion Aussprache Austausch Beratung Vorberatung Lesung"
        " Vorlage Drucksache Anlage Anlagen Tischvorlage Antrag Anfrage Pause Kaffee Kaffeepause"
        " Mittagspause Imbiss Buffet Getränke Foyer Saal Raum Plenum Gruppenarbeit Workshop Bericht"
        " Sachstand Stand Rückblick Ausblick Überblick Fortsetzung Präsentation Vortrag Impuls"
        " Input Film Video Online Digital Hybrid Präsenz Wiedervorlage Nachtrag Neu Neues Teil"
        " Block Runde Phase Termin Termine Verschiedenes Sonstiges Abstimmung Wahl Wahlen Auftrag"
        " Ergebnis Ergebnisse Zwischenstand Zusammenfassung Fazit Bedarf Bestand Maßnahme Maßnahmen"
        " Konzept Haushalt Finanzen Zahlen Daten Fakten Recht Gesetz Sprache Arbeit Wohnen Bildung"
        " Gesundheit Jugend Familie Soziales Zusammenleben Integration Migration Asyl Ehrenamt"
        " Personal Optional Falls Nur Alle Zeit Uhr Minuten Intern Extern Vertraulich Öffentlich"
        " Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
        " Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Frühjahr Sommer Herbst Winter"
        " Erste Zweite Dritte Erster Zweiter Dritter Neue Neuer Bad Stadt Kreis Landkreis Amt"
        " Moderation Draft Discussion Decision Agenda Notes Break Coffee Lunch Update Review"
        " Presentation Report Only Part Room Vote Anlagen Punkt Top AG Arbeitsgruppe Aktuelles"
        " Thema Themen Frage Fragen Ziel Ziele Plan Planung Liste Ort Ideen Karten Rundgang"
        " Blitzlicht Fishbowl Vorstellungsrunde Kurz Mündlich Schriftlich Wirtschaft Schule Kita"
        " Verkehr Umwelt Klima Sport Kultur Frauen Männer Kinder Senioren Deutsch Projekte Kosten"
    ).split()
)
"""Folded. A remark with one of these words belongs to the title."""

_SURNAMES_TOO = frozenset(
    fold(word) for word in "Januar März April Mai Freitag Sonntag Sommer Herbst Winter Bad".split()
)

_ENDINGS_OF_THINGS = (
    "ungen heit keit schaft tion tionen ismus itat ment nahme wurf konzept bericht gesetz recht"
    " vorlage antrag liste arbeit runde amt plan pause beschluss stand termin thema programm"
    " projekt gruppe ausschuss wirtschaft forderung beratung planung leitung ordnung sitzung"
    " abfrage anfrage methode losung prufung bildung stellung gebung treffen kurs kurse entwicklung"
).split()

REPORT = re.compile(
    r"(?i)^(?P<word>berichterstatt(?:ung|er(?:in)?|er/in|er\*in)|bericht|berichtet|be|referat"
    r"|referent(?:in|en|innen|/in|\*in)?|vortrag(?:ende[rn]?)?|vortragende[rn]?|input|impuls"
    r"|moderation|moderator(?:in)?|leitung|vorstellung|vorgestellt|verantwortlich|zuständig|wer"
    r"|durch|mit|von|report|reported|presenter|presented|presentation|speaker|lead|led|by|with)"
    r"(?:\s+(?:durch|von|by))?(?P<colon>\s*:)?\s*(?P<who>.*)$"
)
"""'Bericht: Weiß', 'vorgestellt von Frau Dr. Weiß', 'Referentin: N. N.'."""


def reads_as_people(text: str) -> bool:
    """One to three names of people, and nothing else: 'Schäfer', 'Frau Dr. Weiß, Haddad',
    'Landrat Krebs'. When in doubt it is part of the title."""
    names = [name for name in _BETWEEN_NAMES.split(text.strip()) if name]
    return 0 < len(names) <= 3 and len(text) <= 80 and all(map(_is_name, names))


def belongs_to_title(text: str) -> bool:
    """'Entwurf', 'nur Information', 'Vorlage 12/2026': never a presenter."""
    return (
        any(word in _TITLE_WORDS for word in words(text) if word not in {"amt", "ag"})
        and not reads_as_people(text)
    ) or re.search(
        r"\d/\d|(?i:abfrage|anfrage|methode|diskussion|gespräch|übung)$", text
    ) is not None


def reporter(text: str) -> str:
    """The people of a phrase with a report word ('Bericht: Weiß'), or an empty string. Without a
    colon the rest must read as people."""
    found = REPORT.match(text.strip())
    if found is None or not found["who"].strip():
        return ""
    who = found["who"].strip()
    return who if found["colon"] or reads_as_people(who) else ""


def _is_name(name: str) -> bool:
    bare = _SALUTATION.sub("", name)
    parts = bare.split()
    while parts and fold(parts[0]) in _OFFICES:
        parts = parts[1:]
        if not parts:
            return True
    is_addressed = bare != name or len(parts) < len(bare.split())
    if not 0 < len(parts) <= 4 or fold(parts[-1]) in _PARTICLES:
        return False
    if not all(_is_part_of_name(part) for part in parts):
        return False
    if len(parts) > 1 and fold(parts[-1]) in _SURNAMES_TOO:
        parts = parts[:-1]  # 'Jonas Sommer': behind a first name it is a surname
    return is_addressed or not any(map(_is_thing, parts))


def _is_part_of_name(part: str) -> bool:
    if part.lower() in _PARTICLES:
        return True
    pieces = [piece for piece in re.split(r"[-'’]", part) if piece]
    return bool(pieces) and all(
        re.fullmatch(r"[^\W\d_]\.|(?:Mc|Mac|De|Di|Le|La)?[^\W\d_]+", piece) is not None
        and (piece[0].isupper() or piece.lower() in _PARTICLES or piece == "d")
        and (len(piece) == 1 or piece[-1] == "." or _tail(piece).islower())
        for piece in pieces
    )


def _tail(piece: str) -> str:
    found = re.match(r"(?:Mc|Mac|De|Di|Le|La)(?=[A-ZÄÖÜ])", piece)
    return piece[found.end() + 1 if found else 1 :] or "x"


def _is_thing(part: str) -> bool:
    said = words(part)
    return any(
        word in _TITLE_WORDS
        or word in {"ag", "ev", "gmbh"}
        or (len(word) > 6 and word.endswith(tuple(_ENDINGS_OF_THINGS)))
        or (len(word) > 8 and word.endswith("ung"))
        for word in said
    )
