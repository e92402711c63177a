"""What people say and the last day it allows, heard on Wednesday 11 March 2026."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.capture.due import DueReading, read_due

TODAY = date(2026, 3, 11)

SAID = """
2018-12-31: 2018
2019-02-28: Winter 2018/19
2026-03-06: last Friday
2026-03-10: yesterday
2026-03-11: heute Abend | heute noch | tonight
2026-03-12: morgen früh | Do. | before Friday | Donnerstagabend | in 24 Stunden | Thurs.
2026-03-12: tomorrow morning
2026-03-13: Fr., 13.3. | Freitag, den 13. März | diese Woche | Freitag 14:00 | COB Friday
2026-03-13: this Friday | naechsten Freitag | bis spaetestens uebermorgen | FREITAG | KW 11
2026-03-13: Do 13.3. | noch diese Woche | Freitag, 13. März 2026, 14 Uhr
2026-03-13: Fr, 13.03., 9-12 Uhr | bis einschl. Freitag | by Friday 5pm
2026-03-13: by the end of the week | within this week | the day after tomorrow
2026-03-13: Friday the 13th | on or before Friday | Friday latest
2026-03-15: bis einschließlich 15.3. | 15.3., 12 Uhr | the 15th of March | March 15th, 2026
2026-03-15: 15 Mar | am Wochenende | nächstes Wochenende | 20260315 | 15-03-2026 | am 15.
2026-03-15: zum 15. des Monats | the 15th | am 15. dieses Monats | 15. Mrz | am fünfzehnten
2026-03-15: by the 15th | by the weekend | Sun Mar 15
2026-03-16: Mon | nachsten Montag | 15. oder 16. März | 15./16.3. | Freitag oder Montag
2026-03-16: diesen Montag | by Monday at 9:00 | following Monday
2026-03-17: Anfang kommender Woche | by early next week
2026-03-18: Mitte nächster Woche | kommenden Mittwoch | bis nächste Woche Mittwoch
2026-03-19: tomorrow week | a week tomorrow
2026-03-20: Ende nächster Woche | Mitte des Monats | übernächsten Freitag | end of next week
2026-03-20: a week from Friday | the week of 16 March | im Laufe der nächsten Woche
2026-03-20: Freitag nächster Woche | nächste Woche Freitag | Freitag in einer Woche
2026-03-20: Ende KW 12 | Freitag KW 12 | Woche vom 16.3. | by Friday next week | Friday week
2026-03-20: late next week | the 20th of this month | w/c 16 March | CW 12 | 2026-W12
2026-03-21: in zehn Tagen | in ten days
2026-03-22: zwei Wochen vor Ostern | a fortnight before Easter
2026-03-23: Montag übernächster Woche | bis Montag in einer Woche | ten days from Friday
2026-03-23: the Monday after next
2026-03-24: Tuesday week
2026-03-25: binnen zwei Wochen | within two weeks | in a fortnight
2026-03-25: in den nächsten zwei Wochen | heute in 14 Tagen | in 10 Werktagen | 14 Tage
2026-03-25: in a fortnight's time | in two weeks' time | in a couple of weeks
2026-03-27: übernächste Woche | Freitag in zwei Wochen | the week after next
2026-03-31: zum Monatsende | first quarter | Maerz | zweite Märzhälfte | Ende Monat
2026-03-31: letzter Werktag im März | Quartalsende | laufendes Quartal | month-end
2026-04-01: in ca. 3 Wochen | zum 1.4. | in 2-3 Wochen | in zwei bis drei Wochen
2026-04-01: zum Monatsersten
2026-04-02: Gründonnerstag
2026-04-03: 3/4 | 3. 4. 2026 | Karfreitag | Good Friday
2026-04-04: before Easter
2026-04-05: Easter | um Ostern | around Easter
2026-04-06: Montag KW 15
2026-04-08: innerhalb von 4 Wochen | KW 15 (Mi)
2026-04-10: KW 15/26 | zweite Aprilwoche | Woche nach Ostern | 15. Woche
2026-04-10: week beginning 6 April | week 15, 2026 | wk15 | Friday after Easter
2026-04-11: in einem Monat | innerhalb eines Monats
2026-04-12: 11. und 12. April
2026-04-15: 15. nächsten Monats | by April 15 | Apr. 15, 2026 | 15-Apr-2026 | 15 Apr 26
2026-04-15: 04/15/2026 | 4/15 | 2026/04/15 | Wednesday 15th | Wednesday the 15th of April
2026-04-19: two weeks after Easter
2026-04-20: by mid-April | by the middle of April | 20th of next month
2026-04-22: six weeks from now
2026-04-24: KW 15 bis 17
2026-04-30: Ende kommenden Monats | nächsten Monat | bis Mitte/Ende April | next month
2026-04-30: 04/2026 | 4.2026 | 2026-04 | by the end of next month
2026-05-01: 30.4./1.5. | the first Friday in May | not later than 1 May
2026-05-03: 1.-3. Mai | 1.5.-3.5.2026
2026-05-10: early May | Muttertag
2026-05-11: in 2 months' time
2026-05-12: zur Sitzung am 12.5. | 10.–12.05.2026 | May 10-12
2026-05-14: Christi Himmelfahrt
2026-05-24: Pfingsten | Whitsun
2026-05-27: Mai 27
2026-05-29: letzter Freitag im Mai | letzte Maiwoche
2026-05-31: spring | fruehjahr | eine Woche nach Pfingsten | gegen Ende Mai | vor dem Sommer
2026-05-31: second half of May
2026-06-01: erster Montag im Juni
2026-06-04: Fronleichnam
2026-06-05: erste Juniwoche
2026-06-10: Ende Mai/Anfang Juni
2026-06-11: in einem Vierteljahr
2026-06-20: mid-June
2026-06-26: the last week of June
2026-06-29: last Monday of June 2026
2026-06-30: erste Jahreshälfte | Mai/Juni 2026 | Ende des ersten Halbjahres
2026-06-30: Ende nächsten Quartals | 2. Quartal d. J. | 2Q26 | im II. Quartal | Quartal II
2026-06-30: Frühsommer | by end June | by the second quarter of 2026
2026-06-30: by the end of the first half | the last working day of June | April-June
2026-07-07: siebter Juli
2026-07-31: Jahresmitte | by the start of Q3 | by mid-year | midsummer
2026-08-19: Mitte KW 34
2026-08-21: KW 34/2026 | 34. KW | Kalenderwoche 34 | KW34
2026-08-28: KW 34/35
2026-08-31: Spätsommer | Sommer | late summer | im Laufe des Sommers | August d. J.
2026-08-31: zwischen Mai und August | im kommenden Sommer | between June and August
2026-09-04: KW 34-36
2026-09-10: beginning of September 2026
2026-09-11: in einem halben Jahr | within the next 6 months | half a year from now
2026-09-11: in half a year
2026-09-30: Sept. | III. Quartal 2026 | III/2026 | 3. Q. 2026 | late Sept
2026-10-03: Tag der Deutschen Einheit
2026-10-31: Halloween
2026-11-11: St. Martin
2026-11-18: Buß- und Bettag
2026-11-22: Totensonntag
2026-11-29: 1. Advent
2026-11-30: Nov | Nov. | Oktober oder November | fall 2026 | bis in den Herbst | Spätherbst
2026-11-30: by the autumn of 2026 | Oct/Nov 2026
2026-12-06: Nikolaus
2026-12-21: Montag vor Weihnachten
2026-12-22: three days before Christmas
2026-12-23: vor Weihnachten
2026-12-24: Weihnachten
2026-12-25: Christmas
2026-12-31: Ende des Jahres | 2. Halbjahr | Jahreswechsel | Silvester | dieses Jahr
2026-12-31: end of the year | EOY | H2 2026 | Q3/Q4 2026 | bis zum Ende des Jahres 2026
2026-12-31: 2. Hj. 2026 | letztes Quartal 2026 | vor Jahresende | per 31.12.
2026-12-31: mit Ablauf des Jahres | Frist: 31.12. | by year's end
2026-12-31: before the end of the year | New Year's Eve | late 2026 | 4th quarter
2026-12-31: fourth quarter of 2026 | 2nd half 2026
2027-01-01: Neujahr | KW 53 | KW 53/2026 | the new year
2027-01-08: KW 1
2027-01-31: Jänner
2027-02-28: Feber | Anfang nächsten Jahres | zu Beginn des Jahres 2027 | Ende Winter 2026/27
2027-02-28: Ende 2026/Anfang 2027 | Anfang des neuen Jahres | winter 2026/27
2027-03-11: binnen Jahresfrist
2027-03-15: 15. März nächsten Jahres
2027-03-26: 12. KW 2027
2027-03-28: Ostern 2027
2027-03-31: erstes Quartal 2027 | Q1/27 | März n. J. | im nächsten Jahr im März
2027-03-31: Ende März '27
2027-05-05: 5. Mai 27
2027-05-31: Frühjahr 2027 | fruhjahr 2027 | spring 2027
2027-06-30: erste Hälfte 2027
2027-07-31: mid-2027
2027-08-31: Frühjahr/Sommer 2027
2027-09-11: in anderthalb Jahren | in 18 Monaten | in one and a half years
2027-09-11: in a year and a half
2027-11-30: Herbst nächsten Jahres
2027-12-31: nächstes Jahr | next year | Ende '27 | Jahresende 2027 | 2026/27
2028-02-29: 29.2.
NEXT: zum nächsten Treffen im Herbst | zur nächsten Sitzung | nächstes Mal | next time
NEXT: nächste Ratssitzung | vor der nächsten Sitzung | zum nächsten Jour fixe
NEXT: beim nächsten Treffen | Folgesitzung | nächste Sitzung der Lenkungsgruppe
NEXT: until our next meeting | at our next meeting | the next committee meeting
2026-03-20: Mitte/Ende nächster Woche
2026-03-25: in gut zwei Wochen
2026-12-11: in einem Dreivierteljahr
2026-03-31: 31.3.2026 (Di) | Tuesday, March 31st | 31.3. mittags
2026-03-12: Thursday at the latest | Thu, 12 Mar | noon on Thursday | 12th Mar
2027-02-28: early in the new year | Jan/Feb 2027 | Anfang nächstes Jahr
2026-12-31: Jahreswende 2026/2027 | late Q4 | heuer | im vierten Quartal
2026-04-29: 4 Wochen ab 1.4.
2026-04-06: am Tag nach Ostern | Easter Monday
OPEN: 3 Tage vor dem Treffen | ten days before the meeting | nach dem Treffen
OPEN: mit Beginn des Schuljahres | zum Wintersemester | Osterferien 2027 | before term
OPEN: before the summer holidays | nach Ostern | Ende der Sommerferien
OPEN: in den nächsten Wochen | übernächstes Treffen | 2 Wochen vor der nächsten Sitzung
OPEN: bis zu den Sommerferien | Sommerpause | jeden Mittwoch | alle 2 Wochen | sofort
OPEN: so bald wie möglich | bis auf Weiteres | in Kürze | Daueraufgabe | jährlich
OPEN: kurzfristig | nach Bedarf | ohne Frist | schnellstmöglich | zeitnah | demnächst
OPEN: after the next meeting | Thanksgiving | ASAP! | as soon as possible
OPEN: until further notice | on an ongoing basis | every Friday | in due course | soon
"""
"""Last day: phrases. NEXT is the day of the next meeting, OPEN no day."""


def answer(reading: DueReading | None) -> str:
    if reading is None:
        return "none"
    if reading.due.next_meeting:
        return "NEXT"
    return reading.due.last.isoformat() if reading.due.last else "OPEN"


def phrases() -> list[tuple[str, str]]:
    lines = (line.split(": ", 1) for line in SAID.strip().splitlines())
    return [(phrase, day) for day, said in lines for phrase in said.split(" | ")]


def heard() -> list[tuple[str, str, str]]:
    """The list of phrases heard in meetings: phrase, language, accepted days."""
    lines = Path(__file__).with_name("due-phrases.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(phrase, language, accepted) for phrase, language, accepted in cells]


@pytest.mark.parametrize(("phrase", "language", "accepted"), heard())
def test_phrase_heard_in_meetings(phrase: str, language: str, accepted: str) -> None:
    assert answer(read_due(phrase, TODAY, language)) in accepted.split("|")


@pytest.mark.parametrize(("phrase", "day"), phrases())
def test_last_day(phrase: str, day: str) -> None:
    assert answer(read_due(phrase, TODAY, "de")) == day


def test_there_are_enough_phrases() -> None:
    assert len(phrases()) > 350


@pytest.mark.parametrize(("phrase", "day"), phrases())
def test_letter_case_and_language_of_the_screen_change_nothing(phrase: str, day: str) -> None:
    if phrase != "Do.":  # 'do' alone is English
        assert answer(read_due(phrase.upper(), TODAY, "de")) == day
    if phrase not in ("3/4",):
        assert answer(read_due(phrase, TODAY, None)) == day


@pytest.mark.parametrize(("phrase", "day"), phrases())
def test_markers_before_and_stops_behind_are_understood(phrase: str, day: str) -> None:
    bare = phrase.removeprefix("bis ").removeprefix("by ").removeprefix("until ")
    if bare.startswith(("zwischen", "between")) or answer(read_due(bare, TODAY)) != day:
        return
    for marked in (f"bis {bare}", f"spätestens {bare}", f"bis spätestens {bare}", f"by {bare}"):
        assert answer(read_due(marked, TODAY)) == day
    if not bare.endswith("."):
        assert answer(read_due(f"{bare}.", TODAY)) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("naechsten Montag", "nächsten Montag"),
        ("nachsten Montag", "nächsten Montag"),
        ("15. Maerz", "15. März"),
        ("15. Marz", "15. März"),
        ("fruehjahr 2027", "Frühjahr 2027"),
        ("fruhjahr 2027", "Frühjahr 2027"),
        ("uebermorgen", "übermorgen"),
        ("Spaetsommer", "Spätsommer"),
        ("in zwoelf Tagen", "in zwölf Tagen"),
        ("Buss- und Bettag", "Buß- und Bettag"),
        ("MÄRZ", "März"),
        ("Ma\u0308rz", "März"),
        ("Q3\u00a02026", "Q3 2026"),
        ("1.\u20133. Mai", "1.-3. Mai"),
    ],
)
def test_typing_without_umlauts_or_in_other_signs(typed: str, meant: str) -> None:
    reading, model = read_due(typed, TODAY), read_due(meant, TODAY)
    assert reading is not None
    assert model is not None
    assert (reading.due.last, reading.due.edtf) == (model.due.last, model.due.edtf)


NOT_DUES = """
3,5 | 50 TEUR | 12.500 | 1.2.3 | § 34 | 14 1 2 | 18:30 | 1800 | 2345 | 5 | 15 | 007 | 3 % | 10% |
+2,5 °C | 50 € | B 27 | #1 | Nr. 3 | Seite 3 | 24/7 | 50/50 | 100.000 | 1,5 Mio. | 18.30 | 99 |
10.1.1 | 1.2.1800 | 0,75 | 12:00 | 9 Uhr | um 12 | 18 Uhr | 9-12 Uhr | noon | Mittag |
Freitag Müller | Mai Ling | Herbst AG | Bürgermeister Mai | Sommer GmbH | April Schulze |
Frau Sommer | Robinson Freitag | Juni Müller | Maier | Maifeier | Sonntagsrede | Freitags-Treff |
Montag bis Freitag | Mo-Fr | Mo–Fr | von Mai bis August | von 9 bis 12 | ab Mai | seit Montag |
vom 10. bis 12. Mai | from May to August | since Monday | ab 15.3. |
im Fall | zum Fall | in diesem Fall | so | do | we | die | der | am | in | im | bis | bis zum | um |
nächste | nächsten | letzte | Woche | Monat | Jahr | Quartal | KW | Ende | Mitte | Anfang | end |
der Woche | des Jahres | Treffen | die Sitzung | meeting | the | next | Wochen | der Mai der |
bis dahin | bis jetzt | bis wann | bis Schluss | by me | due to | until | vor Ort | nach Hause |
Mai Mai | Freitag Montag | 15.3. März | Ende Ende | 3 Mai 4 5 | zwei Mai | ein Mai |
Konzept bis Mai | Mai und | oder Mai | und | / | - | . | ... | | ? | ! | * | : | ( | ) | Mai) ( |
Haddad | AG Wohnen | Amt 50 | info@stadt.de | 2026 Bürger | 12 Personen | 3 Anträge | 1. | 34 |
"""


@pytest.mark.parametrize(
    "text", dict.fromkeys(each.strip() for each in NOT_DUES.replace("\n", " ").split("|"))
)
def test_what_is_no_due_is_not_read_as_one(text: str) -> None:
    assert read_due(text, TODAY) is None


def test_there_are_enough_phrases_that_are_no_dues() -> None:
    assert len(set(NOT_DUES.split("|"))) > 120
