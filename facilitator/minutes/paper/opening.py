"""The sentence that invites: 'zur 7. Sitzung der Lenkungsgruppe am Dienstag, 24.11.2026, ...'.

The words and the nouns whose gender is known stand in `words.toml`. A title that is none of these
nouns, counted or alone, is named as it is: 'zu folgender Sitzung laden wir Sie herzlich ein: ...'.
"""

from __future__ import annotations

import re

from facilitator.minutes.paper.words import Words

_NUMBERED = re.compile(r"(\d{1,4}(?:\.|st|nd|rd|th))\s+(.+)", re.DOTALL)
_SAID = re.compile(r"([^\W\d_]+)\s+(.+)", re.DOTALL)
_BEHIND = re.compile(r"\s(?:der|des|für|of|for)\s[^:;.?!()–—/]+", re.DOTALL)


def opening(title: str, body: str, when: str, words: Words) -> str:
    """`title`, `body`: as printed; `when`: day and time, or empty as long as nobody knows."""
    key = "invitation.opening_numbered" if when else "invitation.opening_numbered_open"
    values = {"when": when} if when else {}
    meeting = _invited_to(title, body, words) if words(key, meeting="", **values) else ""
    if meeting:  # empty words: the town has a sentence of its own for all titles
        return words(key, meeting=meeting, **values)
    title = title or body
    if when:
        return words("invitation.opening", title=title, when=when)
    return words("invitation.opening_open", title=title)


def _invited_to(title: str, body: str, words: Words) -> str:
    """'zur 7. Sitzung der Lenkungsgruppe', 'to the 7th session'; empty: no such title."""
    title = " ".join(title.split())
    number, rest = _number(title, words)
    parts = (rest if number else title).split(" ")
    at = next((at for at, part in enumerate(parts) if _gender(part, "meeting", words)), -1)
    if at < 0 or not (number or len(parts) == 1):
        return ""
    before, noun, behind = parts[:at], parts[at], "".join(f" {part}" for part in parts[at + 1 :])
    if not _fit_before(before, words) or (behind and not _BEHIND.fullmatch(behind)):
        return ""
    gender = _gender(noun, "meeting", words)
    named = " ".join([*([number] * bool(number)), *_inflected(before, words), noun]) + behind
    said = words(f"invitation.to_{gender}", meeting=named)
    body = " ".join(body.split())
    is_said = body.casefold() in noun.casefold()  # 'zur 6. Beiratssitzung'
    return said if behind or is_said else _of_body(said, body, words)


def _number(title: str, words: Words) -> tuple[str, str]:
    """('7.', 'Sitzung'); of 'Zweites Treffen' ('zweiten', 'Treffen')."""
    if found := _NUMBERED.fullmatch(title):
        is_german = found[1].endswith(".")
        return (found[1], found[2]) if is_german == (words.language == "de") else ("", "")
    if found := _SAID.fullmatch(title):
        said = found[1].casefold()
        for stem in words.beginnings("invitation.numbers"):
            endings = ("e", "er", "es") if words.language == "de" else ("",)
            if any(said == stem + ending for ending in endings):
                return (f"{stem}en" if words.language == "de" else stem), found[2]
    return "", ""


def _fit_before(said: list[str], words: Words) -> bool:
    """Adjectives: in German small and with an ending that can be put right."""
    endings = ("e", "er", "es") if words.language == "de" else ("",)
    return all(word.islower() and word.endswith(endings) for word in said)


def _inflected(said: list[str], words: Words) -> list[str]:
    """'3. ordentliche Sitzung' -> 'zur 3. ordentlichen Sitzung'."""
    if words.language != "de":
        return said
    return [re.sub(r"e[rs]?$", "en", word) for word in said]


def _gender(noun: str, of: str, words: Words) -> str:
    said = noun.casefold()
    for gender in ("feminine", "other"):
        for end in words.beginnings(f"invitation.{of}_{gender}"):
            if said == end or (len(end) > 2 and said.endswith(end)):  # 'AG', not 'Tag'
                return gender
    return ""


def _of_body(said: str, body: str, words: Words) -> str:
    """With the body, where its name begins (English: ends) with a noun of known gender."""
    parts = body.split()
    if not parts or re.search(r"[:;?!()–—/]", body):
        return said
    if words.language != "de":
        gender = _gender(parts[-1], "body", words)
        return words(f"invitation.of_{gender}", meeting=said, body=body) if gender else said
    gender = _gender(parts[0], "body", words) if parts[0][0].isupper() else ""
    if not gender:
        return said
    if gender == "other":
        parts[0] += "es" if parts[0].endswith(("s", "ß", "x", "z")) else "s"
    return words(f"invitation.of_{gender}", meeting=said, body=" ".join(parts))
