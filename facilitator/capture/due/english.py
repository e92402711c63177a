"""English words of due phrases, British and American."""

from __future__ import annotations

from facilitator.capture.due.words import ABOUT, DURING, EMPHATIC, SILENT, Table, Word

ENGLISH = Table()
_add, _add_all = ENGLISH.add, ENGLISH.add_all

_MONTHS = (
    *("January Jan", "February Feb Febr", "March Mar", "April Apr", "May", "June Jun", "July Jul"),
    *("August Aug", "September Sept Sep", "October Oct", "November Nov", "December Dec"),
)
_WEEKDAYS = (
    *("Monday Mon", "Tuesday Tue Tues", "Wednesday Wed Weds", "Thursday Thu Thur Thurs"),
    *("Friday Fri", "Saturday Sat", "Sunday Sun"),
)
for _number, _names in enumerate(_MONTHS, 1):
    _add("M", _names, _number)
for _number, _names in enumerate(_WEEKDAYS):
    _add("W", _names, _number)

_add("T", "morning noon midday afternoon evening lunchtime night midnight lunch")
_add("T", ["first thing", "at noon", "at night", "in the morning", "in the afternoon", "by noon"])
_add("T", ["in the evening", "at lunchtime", "at midnight", "before noon"])
_add("c", "COB EOD COP EOB CoB")
_add(
    "c",
    (
        *("close of business", "end of business", "end of play", "close of play", "end of day"),
        *("end of the day", "end of the working day", "end of business day", "the end of the day"),
    ),
)
_add("c", ["close of business on", "end of day on"])
_add_all(["EOW"], Word("P", "end"), Word("w"))
_add_all(["EOM"], Word("P", "end"), Word("m"))
_add_all(["EOQ"], Word("P", "end"), Word("q"))
_add_all(["EOY"], Word("P", "end"), Word("y"))

_add("P", "beginning start early", "start")
_add("P", "middle mid", "middle")
_add("P", "end late close", "end")
for _name, _kind in {"week": "w", "month": "m", "quarter": "q", "year": "y"}.items():
    for _end in (f"{_name}-end", f"{_name} end", f"{_name}end"):
        if _kind != "w":
            _add_all([_end, f"{_name}'s end"], Word("P", "end"), Word(_kind))
    _add_all([f"mid{_name}"], Word("P", "middle"), Word(_kind))
_add_all(["midsummer"], Word("P", "middle"), Word("s", 22))
_add_all(["midwinter"], Word("P", "middle"), Word("s", 24))

_add("D", "today", 0)
_add("D", ["this very day"], 0)
_add("D", "tomorrow tmrw tmr tomorow", 1)
_add("D", ["day after tomorrow", "overmorrow"], 2)
_add("D", "yesterday", -1)
_add_all(["tonight"], Word("D", 0), Word("T"))
_add_all(["from now"], Word("x"), Word("D", 0))
_add_all(["from today"], Word("x"), Word("D", 0))

_add("R", "this current present", "this")
_add("R", "next following", "next")
_add("R", "coming upcoming", "coming")
_add("R", ["this coming", "the coming"], "coming")
_add("R", "last previous past", "last")
_add("R", ["one after next", "after next"], "after next")
for _kind, _name in {"w": "week", "m": "month", "q": "quarter", "y": "year"}.items():
    _add_all([f"{_name} after next"], Word("R", "after next"), Word(_kind))
    _add_all([f"next {_name}'s"], Word("R", "next"), Word(_kind))
    _add_all([f"this {_name}'s"], Word("R", "this"), Word(_kind))
for _number, _names in enumerate(_WEEKDAYS):
    _name = _names.split()[0]
    _add_all([f"{_name} after next"], Word("R", "after next"), Word("W", _number))
_add_all(["in the new year"], Word("R", "next"), Word("y"))
_add_all(["end of the week"], Word("P", "end"), Word("w"))

SINGULAR, PLURAL = 1, 2
for _kind, _one, _more in (
    ("t", "day", "days"),
    ("b", "workday weekday", "workdays weekdays"),
    ("w", "week", "weeks wks"),
    ("f", "fortnight", "fortnights"),
    ("m", "month", "months"),
    ("q", "quarter", "quarters"),
    ("h", "half-year semester", "half-years"),
    ("y", "year", "years yrs"),
    ("e", "weekend", "weekends"),
):
    _add(_kind, _one, SINGULAR)
    _add(_kind, _more, PLURAL)
_add("w", ["weeks time", "weeks' time", "week's time"], PLURAL)
_add("t", ["days time", "days' time", "day's time"], PLURAL)
_add("m", ["months time", "months' time", "month's time"], PLURAL)
_add("y", ["years time", "years' time", "year's time"], PLURAL)
_add("f", ["fortnight's time", "fortnights time"], SINGULAR)
_add("b", ["business day", "working day"], SINGULAR)
_add("b", ["business days", "working days"], PLURAL)
_add("y", ["calendar year"], SINGULAR)
_add("w", ["week commencing", "week beginning", "week starting", "w/c", "week ending", "w/e"])
_add("u", "hour hours hrs", PLURAL)
_add("E", "every each")
_add("k", ["calendar week", "CW", "wk", "week no", "week number", "ISO week"])
_add("z", "half")
_add("z", ["half a", "half of"])

_NUMBERS = (
    *("zero", "one a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
for _number, _names in enumerate(_NUMBERS):
    _add("N", _names, _number)
for _number, _names in {30: "thirty", 40: "forty", 60: "sixty", 90: "ninety"}.items():
    _add("N", _names, _number)
_add("N", ["one and a half", "a couple of", "a couple"], 2)
_add("N", ["a hundred", "one hundred"], 100)
ENGLISH.entries["one and a half"] = (Word("N", 1.5),)
ENGLISH.entries["two and a half"] = (Word("N", 2.5),)
_add_all(["year and a half", "a year and a half"], Word("N", 18), Word("m"))
_add_all(["month and a half", "a month and a half"], Word("N", 1.5), Word("m"))

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second"),
    *("twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh"),
    *("twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
for _number, _name in enumerate(_ORDINALS, 1):
    _add("O", [_name], _number)
_add("O", ["second to last", "penultimate", "last but one"], -2)

for _season, _names in {21: "spring springtime", 22: "summer summertime", 24: "winter"}.items():
    _add("s", _names, _season)
_add("s", "autumn fall", 23)

_add("i", "in")
_add("i", ["within", "inside", "during", "over", "in the course of"], DURING)
_add("v", "before")
_add("v", ["prior to", "ahead of", "in advance of"])
_add("n", "after following")
_add("x", "from")
_add("j", "between")
_add("+", "and or to through thru until till &")
_add(SILENT, "the of on at for our")
_add(SILENT, ["on or before", "deadline"])
_add(EMPHATIC, "latest sometime later still just exactly sharp")
_add(EMPHATIC, ["at the latest", "at the very latest", "in time"])
_add(ABOUT, "about around approximately roughly approx circa ca")

_add("G", "meeting session workshop conference call gathering assembly sitting appointment round")
_add("G", "time get-together")
_add("C", "council committee board network plenary")
for _name in ("steering group", "steering committee", "working group", "council", "committee"):
    _add("C", [_name, f"{_name} meeting", f"{_name} session"])
for _name in ("team", "project", "board", "network", "group", "plenary", "review"):
    _add("C", [f"{_name} meeting", f"{_name} session"])

_add("A", ["Sunday in Advent", "Sunday of Advent", "Advent Sunday", "Advent"], "advent")
for _feast, _feast_names in {
    "01-01": ("New Year", "New Year's", "New Year's Day", "New Years Day"),
    "01-06 regional": ("Epiphany", "Twelfth Night"),
    "02-14": ("Valentine's Day", "Valentines Day"),
    "03-08 regional": ("International Women's Day", "Women's Day"),
    "05-01": ("May Day",),
    "08-15 regional": ("Assumption Day",),
    "10-03": ("German Unity Day", "Day of German Unity"),
    "10-31": ("Halloween",),
    "10-31 regional": ("Reformation Day",),
    "11-01 regional": ("All Saints' Day", "All Saints Day", "All Saints"),
    "12-06": ("St. Nicholas", "St Nicholas", "Saint Nicholas"),
    "12-24": ("Christmas Eve",),
    "12-25": ("Christmas", "Christmas Day", "Xmas"),
    "12-26": ("Boxing Day",),
    "12-31": (
        *("New Year's Eve", "New Years Eve", "turn of the year", "the turn of the year"),
        *("NYE",),
    ),
    "easter -46": ("Ash Wednesday",),
    "easter -47": ("Shrove Tuesday",),
    "easter -7": ("Palm Sunday",),
    "easter -3": ("Maundy Thursday",),
    "easter -2": ("Good Friday",),
    "easter -1": ("Holy Saturday", "Easter Saturday"),
    "easter 0": ("Easter", "Easter Sunday"),
    "easter 1": ("Easter Monday",),
    "easter 39": ("Ascension Day", "Ascension"),
    "easter 49": ("Whitsun", "Pentecost", "Whit Sunday"),
    "easter 50": ("Whit Monday", "Pentecost Monday"),
    "easter 60 regional": ("Corpus Christi",),
}.items():
    _add("F", _feast_names, _feast)

_SEASONAL = (
    "summer",
    "winter",
    "autumn",
    "fall",
    "spring",
    "school",
    "Easter",
    "Christmas",
    "half-term",
)
_add("Z", [f"{_name} {_end}" for _name in _SEASONAL for _end in ("holidays", "break", "recess")])
_add("Z", [f"{_name} {_end}" for _name in _SEASONAL for _end in ("holiday", "vacation", "term")])
_add("Z", "holidays vacation vacations recess half-term term semester-end Thanksgiving Ramadan")
_add("Z", ["school year", "academic year", "financial year", "fiscal year", "bank holiday", "term"])
_add("Z", ["election", "elections", "local elections", "legislative period", "budget talks"])
_add("Z", ["Labor Day", "Labour Day", "Memorial Day", "project end", "end of the project"])
_add("Z", ["spring half-term", "budget deliberations", "funding period", "half term", "carnival"])

_add(
    "o", "ongoing continuous continuously continual permanent permanently asap immediately promptly"
)
_add(
    "o", "soon shortly urgent urgently regularly recurring annually yearly monthly weekly quarterly"
)
_add(
    "o", "daily biweekly open-ended open tbd tba tbc always eventually instantly forthwith anytime"
)
_add(
    "o",
    (
        *("as soon as possible", "as soon as practicable", "as early as possible", "a.s.a.p"),
        *("until further notice", "further notice", "as needed", "when needed", "if needed"),
        *("as required", "no deadline", "to be decided", "to be determined", "to be confirmed"),
        *("short term", "medium term", "long term", "short-term", "medium-term", "long-term"),
        *(
            "on an ongoing basis",
            "at any time",
            "right away",
            "straight away",
            "at once",
            "in due course",
        ),
        *(
            "in the near future",
            "twice a year",
            "once a year",
            "every year",
            "every month",
            "every week",
        ),
        *(
            "in the short term",
            "in the long term",
            "in the medium term",
            "a few days",
            "a few weeks",
        ),
        *(
            "a few months",
            "some weeks",
            "some days",
            "several weeks",
            "several months",
            "several days",
        ),
        *(
            "the next few days",
            "the next few weeks",
            "the coming days",
            "the coming weeks",
            "on demand",
        ),
        *("every two weeks", "every quarter", "by and by", "right now", "with immediate effect"),
    ),
)
