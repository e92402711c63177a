"""German words of due phrases. Inflected as spoken; umlauts as in the language (see `words`)."""

from __future__ import annotations

from facilitator.capture.due.words import ABOUT, DURING, EMPHATIC, SILENT, Table, Word, fold

GERMAN = Table()
_add, _add_all = GERMAN.add, GERMAN.add_all


def inflected(*stems: str) -> list[str]:
    """The stems with every ending of an adjective."""
    return [stem + ending for stem in stems for ending in ("e", "en", "er", "es", "em")]


_MONTHS = (
    "Januar Januars Jänner Jänners Jan Jän",
    "Februar Februars Feber Feb Febr",
    "März Märzes Mär Mrz",
    "April Aprils Apr",
    "Mai Mais Maien",
    "Juni Junis Juno Jun",
    "Juli Julis Julei Jul",
    "August Augusts Aug",
    "September Septembers Sept Sep",
    "Oktober Oktobers Okt",
    "November Novembers Nov",
    "Dezember Dezembers Dez",
)
_WEEKDAYS = (
    "Montag Mo",
    "Dienstag Di",
    "Mittwoch Mi",
    "Donnerstag Do",
    "Freitag Fr",
    "Samstag Sonnabend Sa",
    "Sonntag So",
)
_TIMES = (
    *("früh", "Vormittag", "Mittag", "Nachmittag", "Abend", "Nacht", "mittags", "abends"),
    *("morgens", "vormittags", "nachmittags", "Mitternacht", "nachts"),
)
_PARTS = {"start": "Anfang Beginn", "middle": "Mitte", "end": "Ende"}

for _number, _names in enumerate(_MONTHS, 1):
    _add("M", _names, _number)
    _month = Word("M", _number)
    for _name in (_names.split()[0], _names.split()[0].removesuffix("er")):
        _add_all([f"{_name}woche", f"{_name}wochen"], Word("w"), _month)
        _add_all([f"{_name}hälfte", f"{_name}-Hälfte"], Word("z"), _month)
        _add_all([f"{_name}sitzung", f"{_name}-Sitzung"], _month, Word("G"))
    for _part, _words in _PARTS.items():
        _add_all(
            [f"{_names.split()[0]}{_word}" for _word in _words.split()], Word("P", _part), _month
        )

for _number, _names in enumerate(_WEEKDAYS):
    _add("W", _names, _number)
    _add("o", [f"{_names.split()[0]}s"])
    _long = _names.split()[0]
    _times = ("früh", "vormittag", "mittag", "nachmittag", "abend", "morgen", "nacht")
    _add_all([_long + _time for _time in _times], Word("W", _number), Word("T"))

_add("T", _TIMES)
_add("T", ["in der Früh", "am Morgen", "am Abend", "zu Mittag", "in der Nacht", "den ganzen Tag"])
_add("c", "Dienstschluss Feierabend Büroschluss Geschäftsschluss Arbeitsende Tagesende")
_add("c", ["Ende des Tages", "Ende des Arbeitstages", "Ende der Dienstzeit"])

for _part, _words in _PARTS.items():
    _add("P", _words, _part)
    for _stem, _kind in (
        *(("Wochen", "w"), ("Monats", "m"), ("Quartals", "q"), ("Halbjahres", "h")),
        *(("Halbjahrs", "h"), ("Jahres", "y"), ("Haushaltsjahres", "y"), ("Kalenderjahres", "y")),
    ):
        _forms = [_stem + _word.lower() + _end for _word in _words.split() for _end in ("", "s")]
        if _kind == "w" and _part == "end":
            _add("e", [*_forms, "WE", "Wochenendes"])
        else:
            _add_all(_forms, Word("P", _part), Word(_kind))
_add_all(["Ultimo"], Word("P", "end"), Word("m"))
_add_all(["Monatserster", "Monatsersten"], Word("O", 1), Word("m", 0, "", True))

_add("D", "heute heut", 0)
_add("D", ["heutigen Tag", "heutigen Tage", "heutigen Tages"], 0)
_add("D", "morgen", 1)
_add("D", ["morgigen Tag", "morgigen Tages"], 1)
_add("D", "übermorgen", 2)
_add("D", "überübermorgen", 3)
_add("D", "gestern", -1)
_add("D", "vorgestern", -2)

_add("R", inflected("dies", "laufend", "aktuell", "gegenwärtig", "heurig", "derzeitig"), "this")
_add("R", inflected("nächst", "folgend", "darauffolgend"), "next")
_add("R", "nächst", "next")
_add("R", inflected("kommend", "bevorstehend"), "coming")
_add("R", inflected("übernächst"), "after next")
_add("R", inflected("letzt", "vergangen", "vorig"), "last")
_add_all(["d. J.", "d.J.", "dJ", "ds. Js.", "ds. J.", "lfd. J."], Word("R", "this"), Word("y"))
_add_all(["n. J.", "n.J.", "nJ", "nächst. J.", "k. J.", "k.J."], Word("R", "next"), Word("y"))
_add_all(["neuen Jahr", "neuen Jahres", "neues Jahr", "neue Jahr"], Word("R", "next"), Word("y"))
_add_all(["heuer"], Word("R", "this"), Word("y"))
_add_all(["d. M.", "d.M.", "ds. Mts.", "lfd. M."], Word("R", "this"), Word("m"))
_add_all(["n. M.", "n.M.", "k. M."], Word("R", "next"), Word("m"))
_add_all(["d. W.", "d.W."], Word("R", "this"), Word("w"))
_add_all(["n. W.", "n.W."], Word("R", "next"), Word("w"))

SINGULAR, PLURAL = 1, 2
for _kind, _one, _more in (
    ("t", "Tag Tages", "Tage Tagen Kalendertage Kalendertagen"),
    ("b", "Werktag Werktages Arbeitstag Arbeitstages", "Werktage Werktagen Arbeitstage"),
    ("w", "Woche", "Wochen"),
    ("m", "Monat Monats Monates Kalendermonat", "Monate Monaten"),
    (
        "q",
        "Quartal Quartals Q Qu Quart Vierteljahr Vierteljahres Vierteljahrs",
        "Quartale Quartalen",
    ),
    ("h", "Halbjahr Halbjahres Halbjahrs Jahreshälfte Hj HJ", "Halbjahre Halbjahren"),
    ("y", "Jahr Jahres Jahrs Haushaltsjahr Haushaltsjahres Kalenderjahr", "Jahre Jahren"),
    ("e", "Wochenende Wochenendes", "Wochenenden"),
):
    _add(_kind, _one, SINGULAR)
    _add(_kind, _more, PLURAL)
_add("b", "Arbeitstagen", PLURAL)
_add("u", "Stunde Stunden Std h", PLURAL)
_add("E", "jede jeden jedes jeder jedem alle")
_add("k", "KW Kalenderwoche Kalenderwochen Kalenderw KWo KWs")
_add("z", "Hälfte halben halbes halbe halber")
_add_all(["Wochenhälfte"], Word("z"), Word("w", SINGULAR))
_add_all(["Monatshälfte"], Word("z"), Word("m", SINGULAR))
_NINE_MONTHS = (Word("N", 9), Word("m"))
_add_all(["Wochenfrist"], Word("N", 1), Word("w"))
_add_all(["Monatsfrist"], Word("N", 1), Word("m"))
_add_all(["Jahresfrist"], Word("N", 1), Word("y"))
_add_all(["Dreivierteljahr", "ein Dreivierteljahr", "einem Dreivierteljahr"], *_NINE_MONTHS)
_add_all(["drei viertel Jahr"], *_NINE_MONTHS)
_add_all(["Halbjahresfrist"], Word("N", 6), Word("m"))

_NUMBERS = (
    *("null", "ein eine einem einen einer eines", "zwei zwo", "drei", "vier", "fünf", "sechs"),
    *("sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn"),
    *("sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig"),
)
for _number, _names in enumerate(_NUMBERS):
    _add("N", _names, _number)
for _number, _names in {24: "vierundzwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig"}.items():
    _add("N", _names, _number)
for _number, _names in {60: "sechzig", 90: "neunzig", 100: "hundert einhundert"}.items():
    _add("N", _names, _number)
_add("N", "anderthalb eineinhalb", 1.5)
_add("N", ["ein einhalb"], 1.5)
_add("N", "zweieinhalb", 2.5)
_add("N", "dreieinhalb", 3.5)

_ORDINALS = (
    *("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt"),
    *("elft", "zwölft", "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt"),
    *("achtzehnt", "neunzehnt", "zwanzigst", "einundzwanzigst", "zweiundzwanzigst"),
    *("dreiundzwanzigst", "vierundzwanzigst", "fünfundzwanzigst", "sechsundzwanzigst"),
    *("siebenundzwanzigst", "achtundzwanzigst", "neunundzwanzigst", "dreißigst"),
    "einunddreißigst",
)
for _number, _stem in enumerate(_ORDINALS, 1):
    _add("O", inflected(_stem), _number)
_add("O", inflected("vorletzt"), -2)

_SEASONS = {
    21: "Frühling Frühlings Frühjahr Frühjahrs Frühjahres Lenz",
    22: "Sommer Sommers",
    23: "Herbst Herbstes Herbsts",
    24: "Winter Winters",
}
for _season, _names in _SEASONS.items():
    _add("s", _names, _season)
    for _name in _names.split():
        for _prefix, _part in {"spät": "end", "früh": "start", "hoch": "middle"}.items():
            _add_all([_prefix + _name.lower()], Word("P", _part), Word("s", _season))
    for _part, _words in _PARTS.items():
        _stem = _names.split()[0]
        _forms = [f"{_stem}{_s}{_word.lower()}" for _s in ("", "s") for _word in _words.split()]
        _add_all(_forms, Word("P", _part), Word("s", _season))
    _add_all([f"{_names.split()[0]}sitzung", f"{_stem}treffen"], Word("s", _season), Word("G"))
    _add("s", [f"{_names.split()[0]}monate", f"{_names.split()[0]}monaten"], _season)
_add_all(["Vorfrühling"], Word("P", "start"), Word("s", 21))

_add("i", "in")
_add("i", ["über", "übers", "mit Ablauf", "Ablauf"], DURING)
_add("i", "innerhalb binnen innert", DURING)
_add("i", ["im Laufe", "im Verlauf", "im Verlaufe", "im Zeitraum"], DURING)
_add("v", "vor")
_add("n", "nach")
_add("x", "von vom ab")
_add("j", "zwischen")
_add("+", "bis und oder bzw beziehungsweise resp u o")
_add(
    SILENT,
    "der die das den dem des im am zum zur zu an auf beim ins unser unserer unserem unseren unsere",
)
_add(
    EMPHATIC,
    "noch schon möglichst erst gleich kurz direkt rechtzeitig nur spätestens allerspätestens",
)
_add(
    EMPHATIC,
    "einschließlich einschl inkl inklusive irgendwann jeweils unmittelbar herum hinein",
)
_add(SILENT, ["mit", "Stichtag", "Datum", "Frist", "per"])
_add(SILENT, inflected("ganz", "gesamt"))
_add(
    ABOUT,
    "ca zirka circa etwa ungefähr rund voraussichtlich voraussichtl vsl geplant gegen um gut knapp",
)

_MEETINGS = {
    "n": "Treffen Gremium JF Mal Meeting Plenum Gespräch Forum",
    "f": "Sitzung Besprechung Zusammenkunft Runde Konferenz Versammlung Tagung Beratung Klausur",
    "m": "Termin Workshop Jour-fixe Austausch Beirat Ausschuss",
}
"""Nouns for a meeting by gender, which `showing` needs for 'nächstes Treffen'."""
MEETING_GENDER = {
    fold(noun): gender for gender, nouns in _MEETINGS.items() for noun in nouns.split()
}
COMPOUND_MEETINGS = tuple(noun for noun in MEETING_GENDER if len(noun) > 4)
"""What may end a longer word: 'Ratssitzung', 'Netzwerktreffen'."""
for _names in _MEETINGS.values():
    _add("G", _names)
_add("G", ["Jour fixe", "Treffens", "Mals"])
_add("C", "Lenkungsgruppe Steuerungsgruppe Steuerungsrunde Steuerungskreis Lenkungskreis AG Rat")
_add("C", "Arbeitsgruppe Stadtrat Gemeinderat Kreistag Vorstand Projektgruppe Arbeitskreis")
_add("C", "Rates Stadtrats Stadtrates Gemeinderats Gemeinderates Kreistags Kreistages Ausschusses")
_add("C", "Beirats Beirates Vorstands Vorstandes Netzwerks Netzwerkes Gremiums Teams")
_add_all(["Folgetreffen", "Folgesitzung", "Folgetermin"], Word("R", "next"), Word("G"))
_add_all(["nächstes Mal", "nächsten Mal", "das nächste Mal"], Word("R", "next"), Word("G"))

_add("A", "Advent Adventssonntag Advents", "advent")
_add("A", "Weihnachtstag Weihnachtsfeiertag", "christmas")
for _feast, _feast_names in {
    "01-01": ("Neujahr", "Neujahrstag", "Neujahrs", "zum neuen Jahr"),
    "01-06 regional": ("Heilige Drei Könige", "Heiligen Drei Könige", "Dreikönig", "Dreikönigstag"),
    "02-14": ("Valentinstag",),
    "03-08 regional": ("Frauentag", "Internationaler Frauentag", "Weltfrauentag"),
    "05-01": ("Tag der Arbeit", "Maifeiertag"),
    "06-24": ("Johannistag", "Johanni"),
    "08-15 regional": ("Mariä Himmelfahrt",),
    "09-20 regional": ("Weltkindertag",),
    "10-03": ("Tag der Deutschen Einheit", "Tag der Einheit", "Nationalfeiertag"),
    "10-31 regional": ("Reformationstag",),
    "11-01 regional": ("Allerheiligen",),
    "11-11": ("Martinstag", "Sankt Martin", "St. Martin", "Martini"),
    "12-06": ("Nikolaus", "Nikolaustag"),
    "12-24": ("Weihnachten", "Heiligabend", "Heiliger Abend", "Heiligen Abend", "Weihnacht"),
    "12-26": (
        *("Weihnachtsfeiertage", "Weihnachtsfeiertagen", "Weihnachtstage", "Weihnachtstagen"),
    ),
    "12-31": (
        "Silvester",
        "Sylvester",
        "Jahreswechsel",
        "Jahreswechsels",
        "Jahreswende",
        "Altjahrsabend",
    ),
    "between years": ("zwischen den Jahren", "zwischen den Feiertagen"),
    "easter -48": ("Rosenmontag",),
    "easter -47": ("Faschingsdienstag", "Fastnachtsdienstag", "Fastnacht", "Faschingsende"),
    "easter -46": ("Aschermittwoch",),
    "easter -7": ("Palmsonntag",),
    "easter -3": ("Gründonnerstag",),
    "easter -2": ("Karfreitag",),
    "easter -1": ("Karsamstag", "Ostersamstag"),
    "easter 0": ("Ostern", "Ostersonntag", "Osterfest", "Osterwochenende"),
    "easter 1": ("Ostermontag", "Osterfeiertage", "Osterfeiertagen", "Ostertage", "Ostertagen"),
    "easter 39": ("Christi Himmelfahrt", "Himmelfahrt", "Vatertag", "Himmelfahrtstag"),
    "easter 49": ("Pfingsten", "Pfingstsonntag", "Pfingstfest", "Pfingstwochenende"),
    "easter 50": ("Pfingstmontag", "Pfingstfeiertage", "Pfingstfeiertagen"),
    "easter 60 regional": ("Fronleichnam",),
    "mothers": ("Muttertag",),
    "thanks": ("Erntedank", "Erntedankfest"),
    "advent -1": ("Totensonntag", "Ewigkeitssonntag"),
    "advent -2": ("Volkstrauertag",),
    "repentance regional": ("Buß- und Bettag", "Buß und Bettag", "Bußtag"),
}.items():
    _add("F", _feast_names, _feast)

_HOLIDAYS = ("Sommer", "Winter", "Herbst", "Oster", "Pfingst", "Weihnachts", "Schul", "Semester")
_add("Z", [f"{_name}ferien" for _name in (*_HOLIDAYS, "Werks", "Parlaments", "Oktober")])
_add("Z", [f"{_name}pause" for _name in ("Sommer", "Winter", "Weihnachts", "Sitzungs", "Herbst")])
_add("Z", "Weihnachtszeit Adventszeit Vorweihnachtszeit Faschingszeit")
_add("Z", "Parlamentspause Semesterpause Fasching Karneval Fastnachtszeit Ramadan Zuckerfest")
_add("Z", "Ferien Ferienbeginn Ferienende Ferienanfang Sommerferienbeginn Urlaubszeit Brückentag")
_add("Z", "Schuljahr Schuljahres Schuljahresende Schuljahresbeginn Schuljahresanfang Schulbeginn")
_add("Z", "Semester Semesters Semesterbeginn Semesterende Wintersemester Sommersemester")
_add(
    "Z",
    "Schulhalbjahr Schulhalbjahres Kindergartenjahr Kindergartenjahres Kitajahr Ausbildungsjahr",
)
_add("Z", "Wahlperiode Legislaturperiode Legislatur Ratsperiode Amtszeit Förderperiode Projektende")
_add("Z", "Projektbeginn Projektstart Projektlaufzeit Laufzeitende Vorhabenende Förderzeitraum")
_add("Z", "Haushaltsberatung Haushaltsberatungen Haushaltsplanberatungen Haushaltsplanung")
_add("Z", "Kommunalwahl Landtagswahl Bundestagswahl Europawahl Bürgermeisterwahl Wahl Wahlen")
_add("Z", "Stadtfest Kirmes Schützenfest Oktoberfest Feiertage Feiertagen Ausbildungsstart")
_add("Z", ["neuen Schuljahr", "neuen Schuljahres", "neues Schuljahr", "Beginn der Heizperiode"])

_add(
    "o", "laufend fortlaufend dauerhaft dauernd ständig permanent kontinuierlich durchgehend stetig"
)
_add("o", "Daueraufgabe Dauerauftrag regelmäßig fortwährend unbefristet fristlos immer jederzeit")
_add(
    "o", "jährlich halbjährlich vierteljährlich quartalsweise monatlich wöchentlich zweiwöchentlich"
)
_add("o", "vierzehntägig zweijährlich täglich zweimonatlich turnusmäßig anlassbezogen bedarfsweise")
_add("o", "sofort umgehend unverzüglich baldmöglichst schnellstmöglich baldigst ehestmöglich asap")
_add("o", "frühestmöglich schnellstens zeitnah bald alsbald demnächst kurzfristig mittelfristig")
_add("o", "langfristig dringend eilig offen später perspektivisch zeitgleich fortlfd lfd")
_add(
    "o",
    (
        *("ab sofort", "per sofort", "so bald wie möglich", "sobald wie möglich", "möglichst bald"),
        *(
            "so schnell wie möglich",
            "möglichst schnell",
            "möglichst zeitnah",
            "so früh wie möglich",
        ),
        *("bis auf Weiteres", "auf Weiteres", "auf Dauer", "bei Bedarf", "nach Bedarf", "in Kürze"),
        *("in Bälde", "in naher Zukunft", "in absehbarer Zeit", "bei Gelegenheit", "ohne Frist"),
        *("nach Absprache", "nach Vereinbarung", "noch offen", "offen", "wird noch festgelegt"),
        *("noch zu klären", "zu gegebener Zeit", "zum gegebenen Zeitpunkt", "ehest möglich"),
        *(
            "dauerhaft",
            "laufende Aufgabe",
            "fortlaufende Aufgabe",
            "ständige Aufgabe",
            "immer wieder",
        ),
        *("in den nächsten Tagen", "in den kommenden Tagen", "dieser Tage", "die nächsten Tage"),
        *(
            "baldmöglich",
            "schnellst möglich",
            "einmal jährlich",
            "zweimal jährlich",
            "alle 2 Jahre",
        ),
        *(
            "einmal im Jahr",
            "einmal im Monat",
            "jedes Jahr",
            "jeden Monat",
            "jede Woche",
            "so bald",
        ),
        *(
            "nach Rücksprache",
            "nach Beschluss",
            "nach Bewilligung",
            "alle zwei Wochen",
            "alle 14 Tage",
        ),
    ),
)
_add(
    "o", ["ein paar Tagen", "ein paar Wochen", "ein paar Monaten", "einigen Tagen", "wenigen Tagen"]
)
_add(
    "o", ["einigen Wochen", "wenigen Wochen", "einigen Monaten", "wenigen Monaten", "einiger Zeit"]
)
