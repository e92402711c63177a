"""Who was there: a sentence, and tables in the text or in an annex."""

from __future__ import annotations

from collections import Counter

from facilitator.minutes.document.model import AttendanceList, ItemsAttended, PersonRow
from facilitator.minutes.paper.model import Block, Bullets, Column, Paragraph, Table
from facilitator.minutes.paper.runs import bullets, heading, label, named, plain, table, typed
from facilitator.minutes.paper.words import Words


def attendance(rows: AttendanceList, words: Words) -> tuple[Block, ...]:
    """The sentence, and the tables unless an annex holds them: then the organisations."""
    if rows.is_empty:
        return ()
    above = (heading(2, words("attendance.title")), summary(rows, words))
    if rows.are_functions:
        return (*above, *functions(rows, words))
    tables = attendance_tables(rows, words) if not rows.annex else organizations(rows, words)
    return (*above, *tables)


def functions(rows: AttendanceList, words: Words) -> tuple[Block, ...]:
    """How many were there in which function, instead of names."""
    here = (*rows.present, *rows.advisory, *rows.guests)
    return (by_function(here, words),) if here else ()


def by_function(people: tuple[PersonRow, ...], words: Words) -> Table:
    counted = Counter(typed(person.name) for person in people)
    return table(
        (
            Column(title=words("function.title"), share=4),
            Column(title=words("function.number"), is_number=True),
        ),
        (((name, str(number)), "") for name, number in counted.items()),
        words("attendance.title"),
    )


def summary(rows: AttendanceList, words: Words, *, with_annex: bool = True) -> Paragraph:
    """'Anwesend: 70 Personen (darunter 3 Gäste) aus 8 Organisationen. Entschuldigt: …'."""
    said = [words("attendance.summary", who=_who(rows, words))]
    for key, people in (("represented", rows.represented), ("excused", rows.excused)):
        if people:
            number = number_of_people(len(people), words)
            said.append(words(f"attendance.number_{key}", people=number))
    if rows.annex and with_annex:
        said.append(words("attendance.annex", annex=rows.annex))
    return Paragraph(runs=plain(" ".join(said)))


def number_of_people(n: int, words: Words) -> str:
    return words.count("attendance.people", n)


def organizations(rows: AttendanceList, words: Words) -> tuple[Block, ...]:
    """How many came from where, if anybody has an organisation."""
    if not rows.number_organizations:
        return ()
    nowhere = words("attendance.no_organization")
    return (
        table(
            (
                Column(title=words("attendance.organization"), share=4),
                Column(title=words("attendance.number_present"), is_number=True),
            ),
            (((typed(o.name) or nowhere, str(o.number)), "") for o in rows.organizations),
            words("attendance.title"),
        ),
    )


def attendance_tables(rows: AttendanceList, words: Words) -> tuple[Block, ...]:
    """Present, advisory, guests, represented, excused, each under its label."""
    present = words("attendance.present_voting" if rows.advisory else "attendance.present")
    blocks: list[Block] = []
    for title, people in (
        (present, rows.present),
        (words("attendance.present_advisory"), rows.advisory),
        (words("attendance.present_guests"), rows.guests),
    ):
        if people:
            blocks += [label(title), _people(people, words, title)]
    if rows.represented:
        blocks += [
            label(words("attendance.represented")),
            bullets((plain(_represented(p, words)), p.id) for p in rows.represented),
        ]
    if rows.excused:
        blocks += [
            label(words("attendance.excused")),
            bullets((plain(named(p)), p.id) for p in rows.excused),
        ]
    return tuple(blocks)


def _people(people: tuple[PersonRow, ...], words: Words, summary: str) -> Table | Bullets:
    """A table; a list where nothing but the names is known."""
    rows = people_table(people, words, summary)
    if len(rows.columns) > 1:
        return rows
    return bullets((plain(typed(p.name)), p.id) for p in people)


def people_table(people: tuple[PersonRow, ...], words: Words, summary: str) -> Table:
    """Columns that would be empty are left out."""
    rows = [
        (p.id, (typed(p.name), typed(p.organization), typed(p.function), presence(p, words)))
        for p in people
    ]
    titles = ("name", "organization", "function", "when")
    shown = [at for at in range(4) if at == 0 or any(cells[at] for _, cells in rows)]
    return table(
        (Column(title=words(f"attendance.{titles[at]}"), share=3) for at in shown),
        (([cells[at] for at in shown], about) for about, cells in rows),
        summary,
    )


def presence(person: PersonRow, words: Words) -> str:
    """'per Video, bis 18:10 Uhr, bis TOP 5'."""
    return ", ".join(
        part
        for part in (
            words("attendance.remote") if person.is_remote else "",
            person.time,
            _items(person.attended, words) if person.attended else "",
        )
        if part
    )


def _who(rows: AttendanceList, words: Words) -> str:
    named_ = ""
    if rows.number_present or not rows.unnamed:
        named_ = number_of_people(rows.number_present, words)
        if rows.guests and rows.present:
            guests = words.count("attendance.guests", len(rows.guests))
            named_ = words("attendance.with_guests", people=named_, guests=guests)
        if rows.number_organizations > 1:
            named_ = words("attendance.from_organizations", people=named_,
                           n=rows.number_organizations)  # fmt: skip
    if not rows.unnamed:
        return named_
    unnamed = words.count("attendance.unnamed", rows.number_unnamed)
    if said := ", ".join(typed(count.name) for count in rows.unnamed if typed(count.name)):
        unnamed = words("attendance.unnamed_said", unnamed=unnamed, said=said)
    if not named_:
        return unnamed
    return words("attendance.with_unnamed", people=named_, unnamed=unnamed)


def _represented(person: PersonRow, words: Words) -> str:
    by = typed(person.represented_by)
    return words("attendance.represented_by", person=named(person), by=by) if by else named(person)


def _items(attended: ItemsAttended, words: Words) -> str:
    first, last = attended.first, attended.last
    match attended.kind:
        case "from":
            return words("attendance.from_item", first=first)
        case "to":
            return words("attendance.to_item", last=last)
        case "between" if first == last:
            return words("attendance.only_item", first=first)
        case "between":
            return words("attendance.between_items", first=first, last=last)
        case _:
            missed = ", ".join(attended.missed)
            return words.count("attendance.not_items", len(attended.missed), missed=missed)
