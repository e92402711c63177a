"""Which styles a document has of those minutes need; what it lacks is added from ours.

A style is known by its name, not by its id: in a German Word 'heading 1' has the id
'berschrift1'. A name of ours may also stand among the aliases of a town's style.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from facilitator.files import shipped

OWN = shipped("minutes", "docx")


@cache
def source(name: str) -> bytes:
    """A shipped part of the built-in document: 'styles.xml'."""
    return OWN.joinpath(name).read_bytes()


def names(style: Any) -> set[str]:
    """Name and aliases, folded."""
    found = [style.find(qn("w:name")), style.find(qn("w:aliases"))]
    values = [each.get(qn("w:val"), "") for each in found if each is not None]
    return {part.strip().casefold() for value in values for part in value.split(",")} - {""}


def complete(document: Any) -> dict[str, str]:
    """Add what the document lacks; what it calls each of our styles, by our id."""
    theirs = document.styles.element
    ids = {style.get(qn("w:styleId")): style for style in theirs.findall(qn("w:style"))}
    by_name = {name: key for key, style in ids.items() for name in sorted(names(style))}
    ours = parse_xml(source("styles.xml")).findall(qn("w:style"))
    called: dict[str, str] = {}
    added: list[Any] = []
    for style in ours:
        own_id = style.get(qn("w:styleId"))
        own_name = style.find(qn("w:name")).get(qn("w:val")).casefold()
        there = by_name.get(own_name)
        if there is None:
            there = own_id
            while there in ids:
                there += "x"
            new = deepcopy(style)
            new.set(qn("w:styleId"), there)
            if new.get(qn("w:default")) and any(_is_default(new, other) for other in ids.values()):
                del new.attrib[qn("w:default")]
            added.append(new)
        called[own_id] = there
    for style in added:
        for tag in ("w:basedOn", "w:next", "w:link"):
            found = style.find(qn(tag))
            if found is not None:
                found.set(qn("w:val"), called[found.get(qn("w:val"))])
        theirs.append(style)
    _number(document, added, called)
    return called


def stops(document: Any, style: str) -> tuple[int, ...]:
    """Where a style stops a tab, or those it is based on, in twentieths of a point; without what
    only parts a number from its text."""
    ids = {each.get(qn("w:styleId")): each for each in document.styles.element}
    found: set[int] = set()
    seen: set[str] = set()
    while style in ids and style not in seen:
        seen.add(style)
        for tab in ids[style].findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"):
            at = tab.get(qn("w:pos"), "")
            if tab.get(qn("w:val")) not in ("clear", "num", "bar") and at.isdigit():
                found.add(int(at))
        based = ids[style].find(qn("w:basedOn"))
        style = based.get(qn("w:val"), "") if based is not None else ""
    return tuple(sorted(found))


def _is_default(one: Any, other: Any) -> bool:
    kind = qn("w:type")
    return bool(other.get(qn("w:default"))) and one.get(kind) == other.get(kind)


def _number(document: Any, added: list[Any], called: dict[str, str]) -> None:
    """Bullets for the list styles that were added."""
    listed = [found for style in added if (found := style.find(f".//{qn('w:numId')}")) is not None]
    if not listed:
        return
    numbering = _numbering(document)
    ours = parse_xml(source("numbering.xml"))
    abstract, number = deepcopy(ours[0]), deepcopy(ours[1])
    new_abstract = _next(numbering, "w:abstractNum", "w:abstractNumId")
    new_number = _next(numbering, "w:num", "w:numId")
    abstract.set(qn("w:abstractNumId"), new_abstract)
    number.set(qn("w:numId"), new_number)
    number.find(qn("w:abstractNumId")).set(qn("w:val"), new_abstract)
    for level in abstract.iter(qn("w:pStyle")):
        level.set(qn("w:val"), called[level.get(qn("w:val"))])
    last = numbering.findall(qn("w:abstractNum"))
    if last:
        last[-1].addnext(abstract)
    else:
        numbering.insert(0, abstract)
    numbers = numbering.findall(qn("w:num"))
    (numbers[-1] if numbers else abstract).addnext(number)
    for found in listed:
        found.set(qn("w:val"), new_number)


def _next(numbering: Any, tag: str, key: str) -> str:
    used = [each.get(qn(key), "0") for each in numbering.findall(qn(tag))]
    return str(max((int(each) for each in used if each.isdigit()), default=0) + 1)


def _numbering(document: Any) -> Any:
    part = document.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    empty = parse_xml(source("numbering.xml"))
    for child in list(empty):
        empty.remove(child)
    name = PackURI("/word/numbering.xml")
    new = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
    part.relate_to(new, RELATIONSHIP_TYPE.NUMBERING)
    return new.element


def speak(document: Any, language: str) -> None:
    """Spelling is checked in this language: in the defaults and in every style that says other."""
    root = document.styles.element
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        defaults.append(defaults.makeelement(qn("w:lang"), {}))
    for found in root.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
