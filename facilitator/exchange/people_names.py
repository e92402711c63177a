"""The name in a cell or line, put the way it is printed: 'Dr. Petra Weiß'."""

from __future__ import annotations

import re

from facilitator.folding import fold, words

SALUTATIONS = frozenset(
    "frau herr herrn fr hr hrn fraulein divers mr mrs ms miss mx w m d eheleute".split()
)
"""Folded. Single letters are only met in a column of salutations."""

_SALUTATION = re.compile(
    r"^(?:(?:sehr\s+geehrte[r]?\s+)?(?:frau|herrn?|fr\.|hrn?\.|mrs?\.?|ms\.?|mx\.?)(?=\s)\s+)+",
    re.IGNORECASE,
)
_TITLE_WORDS = frozenset(
    "dr prof professor professorin priv doz pd univ jun dipl ing med dent vet rer nat pol phil jur"
    " iur theol paed oec soc agr habil hc h c mult mag ma ba msc bsc mba llm mphil phd ph d st rat"
    " pfarrer pfarrerin pfr dekan bgm lic mdl mdb mdep ra rain soz päd paed verw fh betriebsw inf"
    " b a m sc ll magister minister sir sr".split()
)
_LEADING_TITLE = re.compile(
    r"^(?:(?:Dr|Prof|Priv|PD|Doz|Univ|Jun|Dipl|Mag|Ing|med|dent|vet|rer|nat|pol|phil|jur|iur|theol"
    r"|oec|habil|h\. ?c|Pfr|Lic|mult)\b[.-]*"
    r"(?:-?(?:Ing|Soz|Päd|Psych|Verww|Theol|Kfm|Kffr|Inf)\b\.?)*(?:\s+|$))+"
)
DEGREE = re.compile(
    r"^(?:[BM]\.? ?(?:A|Sc|Ed|Eng)\.?|LL\. ?[BM]\.?|MBA|MPA|Ph\. ?D\.?|Md[LB]|MdEP|MdHB|MdA"
    r"|a\. ?D\.?|Dipl\.-.{1,15})$"
)
_ORGANIZATION_WORDS = frozenset(
    "amt stadt gemeinde kreis landkreis landratsamt rathaus burgermeisteramt kreisverwaltung"
    " stadtverwaltung verwaltung ministerium referat fachdienst fachbereich abteilung dezernat"
    " jobcenter agentur arbeitsagentur bamf caritas diakonie awo drk asb vhs volkshochschule ihk"
    " hwk kammer handwerkskammer verein ev gmbh ggmbh ag kg verband paritatische schule gymnasium"
    " universitat hochschule institut polizei kirche pfarramt moschee gemeinschaft stiftung zentrum"
    " haus bund bundnis netzwerk gesellschaft werk kolping klinikum krankenhaus kita kindergarten"
    " bibliothek beirat fraktion partei cdu spd fdp csu linke grune burgerinitiative initiative"
    " wohnungsgesellschaft wohnungsbau genossenschaft sparkasse bank presse zeitung team buro"
    " council university school institute police church agency association department office ltd"
    " inc charity foundation company internationaler".split()
)
_ORGANIZATION_ENDINGS = (
    "amt amter verein verband werk schule kreis stadt zentrum hilfe dienst agentur verwaltung"
    " gesellschaft genossenschaft institut rat beirat kammer hochschule initiative beratung"
    " wohnungsbau stelle mission ministerium haus kirche gemeinde".split()
)
_NOBODY = frozenset({("n", "n"), ("nn",), ("noch", "offen"), ("unbesetzt",), ("vakant",), ("tbd",)})
_TOTALS = frozenset(
    "summe gesamt gesamtzahl gesamtsumme anzahl total sum zwischensumme insgesamt".split()
)


def without_salutation(name: str) -> str:
    return _SALUTATION.sub("", name).strip()


def upright(name: str) -> str:
    """'Weiß, Dr. Petra' -> 'Dr. Petra Weiß'; salutations dropped, titles kept. A degree behind
    the name ('Jana Müller, M.A.') stays there."""
    parts = [without_salutation(part.strip()) for part in name.split(",")]
    parts = [part for part in parts if part]
    degrees = [part for part in parts[1:] if DEGREE.match(part)]
    parts = [part for part in parts if part not in degrees]
    if not parts:
        return ", ".join(degrees)
    titles = [part for part in parts[1:] if is_title(part)]
    names = [part for part in parts if part not in titles]
    title, first = split_title(names[0])
    if len(names) > 1:
        inner, given = split_title(names[1])
        title = title or inner
        first = " ".join([given, first, *names[2:]]).strip()
    whole = " ".join([*titles, title, first]).strip()
    return ", ".join([re.sub(r"\s+", " ", whole), *degrees])


def split_title(name: str) -> tuple[str, str]:
    """('Prof. Dr.', 'Petra Weiß') from 'Prof. Dr. Petra Weiß'."""
    found = _LEADING_TITLE.match(name)
    if found is None or not name[found.end() :].strip():
        return "", name
    return found[0].strip(), name[found.end() :].strip()


def compose(*, title: str, first: str, last: str) -> str:
    """One name from its columns; a title that stands in the name already is not doubled."""
    last_title, last = split_title(without_salutation(last))
    first_title, first = split_title(without_salutation(first))
    title = without_salutation(title)
    if fold(title.strip()) in SALUTATIONS:
        title = ""
    inner = " ".join(dict.fromkeys(filter(None, (first_title, last_title))))
    if fold(inner) and fold(inner) not in fold(title):
        title = f"{title} {inner}".strip()
    return re.sub(r"\s+", " ", " ".join(filter(None, (title, first, last))))


def is_title(text: str) -> bool:
    """Nothing but academic or similar titles: 'Prof. Dr.', 'Dipl.-Ing.'."""
    said = words(text)
    return bool(said) and all(word in _TITLE_WORDS for word in said) and len(said) <= 8


def is_salutation(text: str) -> bool:
    """Nothing but 'Frau', 'Herr' and the like, a title beside it allowed."""
    said = words(text)
    return (
        bool(said)
        and said[0] in SALUTATIONS
        and all(word in SALUTATIONS or word in _TITLE_WORDS for word in said)
    )


def looks_like_organization(text: str) -> bool:
    """By a word such as 'Caritas' or 'Amt', an ending such as '-verein', digits or capitals."""
    said = words(text)
    return (
        any(word in _ORGANIZATION_WORDS for word in said)
        or any(word.endswith(tuple(_ORGANIZATION_ENDINGS)) and len(word) > 6 for word in said)
        or any(map(str.isdigit, text))
        or any(part.isupper() and len(part) > 1 for part in re.split(r"[\s\-]+", text))
        or "e. v." in text.lower()
        or "e.v." in text.lower()
    )


def looks_like_given_name(text: str) -> bool:
    """One to three capitalised words that name no organisation: 'Jana', 'Anna-Lena', 'Dr. Eva'."""
    parts = split_title(text)[1].split()
    return (
        0 < len(parts) <= 3
        and all(part[0].isupper() or fold(part) in {"von", "der", "van", "de"} for part in parts)
        and parts[0][0].isupper()
        and not looks_like_organization(text)
    )


def is_nobody(name: str) -> bool:
    """'N. N.', 'unbesetzt': a seat, no person."""
    return words(name) in _NOBODY


def is_total(name: str) -> bool:
    """The last line of a list: 'Summe', 'Gesamt: 74'."""
    said = words(name)
    return bool(said) and said[0] in _TOTALS and (len(said) == 1 or not said[1].isalpha())
