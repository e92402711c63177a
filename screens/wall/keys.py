"""The names of the views, and the keys at the projector."""

from __future__ import annotations

from facilitator.i18n import current_language, tr
from facilitator.wall import View
from screens.commands import BY_ID
from screens.wall.lines import AIR, EMPTY, FILL, Span, WallLine, laid_out, line, within

VIEW_WORDS: dict[View, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "follow": (("folgen", "auto"), ("follow", "auto")),
    "item": (("top", "punkt"), ("item",)),
    "agreed": (("vereinbart", "beschlüsse", "beschluesse"), ("agreed", "decisions")),
    "read_back": (("verlesen", "beschluss"), ("readback", "decision")),
    "read_back_actions": (("maßnahmen", "massnahmen"), ("actions",)),
    "vote": (("abstimmung", "ergebnis"), ("vote", "result")),
    "cards": (("karten",), ("cards",)),
    "dots": (("punkte",), ("dots",)),
    "speakers": (("redeliste",), ("speakers",)),
    "round": (("runde",), ("round",)),
    "break": (("pause",), ("break",)),
    "closing": (("schluss", "ende"), ("closing", "end")),
    "agenda": (("tagesordnung",), ("agenda",)),
    "blank": (("leer", "schwarz"), ("blank", "black")),
}
"""What follows `/wand` and `/wall`, German and English; both are heard in either language."""


def view_called(word: str) -> View | None:
    """The view of this name, or the only one that begins so."""
    wanted = word.strip().casefold()
    names = {view: {*german, *english} for view, (german, english) in VIEW_WORDS.items()}
    for view, own in names.items():
        if wanted in own:
            return view
    fitting = [v for v, own in names.items() if wanted and any(n.startswith(wanted) for n in own)]
    return fitting[0] if len(fitting) == 1 else None


def view_name(view: View) -> str:
    """Its name in the language of the screen."""
    return VIEW_WORDS[view][0 if current_language() == "de" else 1][0]


def help_lines(width: int, height: int) -> tuple[WallLine, ...]:
    """What the keys of the projector do."""
    told = [("← →", BY_ID["wall_forward"]), ("0 Esc", BY_ID["wall_follow"])]
    rows = [(key, tr(command.text)) for key, command in told]
    rows += [
        ("t", tr("Other colours: dark, light, high contrast")),
        ("q", tr("End the projector; the meeting goes on")),
        ("F1", tr("These keys, and back")),
    ]
    lines = [FILL, line(tr("KEYS AT THE PROJECTOR"), "head", 3), AIR, EMPTY]
    for key, text in rows:
        lines += [WallLine((Span(f"   {key:<9}", "head"), Span(text))), AIR]
    lines += [AIR, line(tr("Larger letters: Ctrl and + in most terminals."), "quiet", 3), FILL]
    return tuple(within(each, width) for each in laid_out(lines, height))
