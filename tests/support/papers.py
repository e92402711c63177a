"""Papers made by hand: every kind of block once, for what lays them out."""

from __future__ import annotations

from facilitator.minutes.document.model import FrontMatter
from facilitator.minutes.paper.model import (
    Bullet,
    Bullets,
    Column,
    Fact,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Part,
    Resolution,
    Run,
    Runs,
    SignatureLine,
    Signatures,
    Table,
    TableRow,
)


def plain(text: str) -> Runs:
    return (Run(text),)


def strong(text: str) -> Runs:
    return (Run(text, is_strong=True),)


ACTION_COLUMNS = (
    Column(title="Nr.", share=2),
    Column(title="Was", share=6),
    Column(title="Wer", share=3),
    Column(title="Bis wann", share=3),
)


def actions(*rows: tuple[str, str, str, str]) -> Table:
    return Table(
        columns=ACTION_COLUMNS,
        rows=tuple(
            TableRow(cells=tuple(plain(cell) for cell in row), about=f"m{place}")
            for place, row in enumerate(rows)
        ),
        summary="Maßnahmen: Nummer, was, wer, bis wann",
    )


def paper(text: str = "Die AG Arbeit wird um die Handwerkskammer erweitert.") -> Paper:
    """A short minutes in German; `text` stands wherever a user's text can stand."""
    parts = (
        Part(name="head", blocks=(
            Facts(rows=(
                Fact(label="Gremium", runs=plain("Netzwerk Integration")),
                Fact(label="Datum", runs=plain("Mittwoch, 14.10.2026")),
                Fact(label="Ort", runs=plain(text)),
                Fact(label="Fassung", runs=plain("2 (Entwurf)")),
            )),
        )),
        Part(name="attendance", blocks=(
            Heading(level=2, runs=plain("Anwesenheit")),
            Paragraph(runs=plain("Anwesend: 62 Personen aus 41 Organisationen.")),
            Table(
                columns=(Column(title="Organisation", share=4),
                         Column(title="Anwesend", is_number=True)),
                rows=(
                    TableRow(cells=(plain(text), plain("4")), about="o1"),
                    TableRow(cells=(strong("Summe"), plain("62")), is_total=True),
                ),
                summary="Anwesende je Organisation",
            ),
        )),
        Part(name="agenda", blocks=(
            Heading(level=2, runs=plain("Tagesordnung")),
            Bullets(items=(
                Bullet(runs=plain("TOP 8: Berichte der Arbeitsgruppen"), about="i8"),
                Bullet(runs=plain(f"TOP 8.2: {text}"), depth=1, about="i82"),
            )),
        )),
        Part(name="sections", blocks=(
            Heading(level=2, runs=plain("TOP 8: Berichte"), beside="18:40–19:04 Uhr", about="i8"),
            Heading(level=3, runs=plain(f"TOP 8.2: {text}"), beside="18:40–18:55 Uhr",
                    about="i82"),
            Paragraph(runs=plain("Bericht: Samir Haddad (IHK)"), role="facts"),
            Paragraph(runs=(Run("Ergebnis: ", is_strong=True), Run(text)), about="i82"),
            Bullets(items=(Bullet(runs=plain(text), about="n1"),)),
            Resolution(
                title=(Run("Beschluss B-2026-008", is_strong=True), Run(" (an: den Rat)")),
                wording=text,
                blocks=(
                    Paragraph(runs=plain("Abstimmung: einstimmig bei 4 Enthaltungen.")),
                    Table(columns=(Column(title="Name"), Column(title="Stimme")),
                          rows=(TableRow(cells=(plain(text), plain("Ja"))),)),
                ),
                about="b8",
            ),
            Paragraph(runs=strong("Maßnahmen"), role="label"),
            actions(
                ("M-2026-035", "Stärkere Präsenz auf Jobmessen", "AG Arbeit, Haddad",
                 "Frühjahr 2027 (31.05.2027)"),
                ("M-2026-036", text, text, "offen"),
            ),
            Paragraph(runs=plain("Keine Wortmeldungen."), role="remark"),
        )),
        Part(name="tail", blocks=(
            Heading(level=2, runs=plain("Nächstes Treffen")),
            Paragraph(runs=plain("Mittwoch, 21.04.2027, 16:30 Uhr")),
            Paragraph(runs=plain("Kleingedrucktes."), role="note"),
        )),
        Part(name="signatures", blocks=(
            Heading(level=2, runs=plain("Unterschriften")),
            Signatures(lines=(
                SignatureLine(role="Leitung", name="Petra Weiß (Stadt)"),
                SignatureLine(role="Protokoll"),
            )),
        )),
        Part(name="annexes", starts_page=True, blocks=(
            Heading(level=2, runs=plain("Anlage 1: Zeitübersicht")),
        )),
    )  # fmt: skip
    return Paper(
        kind="results",
        scope="all",
        language="de",
        name="Ergebnisprotokoll",
        title="Ergebnisprotokoll: 2. Netzwerktreffen",
        status="draft",
        version=2,
        front=FrontMatter(version=2, series="Netzwerk Integration", title="2. Netzwerktreffen"),
        parts=parts,
        running_head="Netzwerk Integration · 2. Netzwerktreffen · 14.10.2026",
        running_foot="Fassung 2 (Entwurf)",
        page_words="Seite {page} von {pages}",
        author="Uwe Krause",
        subject="2. Netzwerktreffen am 14.10.2026",
    )
