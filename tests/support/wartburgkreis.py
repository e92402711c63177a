"""Facts of the acceptance scenario, and how it is planned with keys."""

from __future__ import annotations

from pathlib import Path

from keyboard import paste, press, type_text
from textual.pilot import Pilot

from facilitator.live import LiveMeeting
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.prepare import PrepareScreen

PEOPLE_CSV = Path(__file__).parent.parent / "exchange" / "people-74.csv"

AGENDA = """\
Tagesordnung
1 Eröffnung (Institut für Kommunalplanung, 5 Min)
2 Begrüßung (5 Min)
3 Grußwort des Landrats (10 Min)
4 Input: Neue Regeln im Staatsangehörigkeitsrecht (20 Min)
5 Input: Fachkräfteeinwanderungsgesetz (20 Min)
6 Zahlen, Daten, Fakten (10 Min)
7 Aktuelle Herausforderungen (10 Min)
8 Berichte der Arbeitsgruppen
8.1 AG Sprache (15 Min)
8.2 AG Arbeit (15 Min)
8.3 AG Beratungsstellen (15 Min)
8.4 AG Wohnen (15 Min)
8.5 AG Projekte/Fortbildungen (15 Min)
9 Ausblick (10 Min)
"""

MEASURES = (
    ("8.1", "m: Mehr Integrationskurse, niedrigschwellige Angebote >Zoé Bauer <Herbst 2027",
     "Mehr Integrationskurse, niedrigschwellige Angebote", "Zoé Bauer",
     "Herbst 2027 (30.11.2027)"),
    ("8.2", "m: Stärkere Präsenz auf Jobmessen >AG Arbeit <Ende 2027",
     "Stärkere Präsenz auf Jobmessen", "AG Arbeit", "Ende 2027 (31.12.2027)"),
    ("8.2", "- Befragung der Unternehmen >Jörg Bauer <Ende März",
     "Befragung der Unternehmen", "Jörg Bauer", "Ende März (31.03.2027)"),
    ("8.3", "m: Befragung der Zugewanderten <nächstes Treffen",
     "Befragung der Zugewanderten", "offen", "nächstes Treffen (21.04.2027)"),
    ("8.3", "m: Bericht über Fachtage bis zum nächsten Treffen",
     "Bericht über Fachtage", "offen", "zum nächsten Treffen (21.04.2027)"),
    ("8.4", "m: Wohnungsführerschein entwickeln bis Sommer 2027",
     "Wohnungsführerschein entwickeln", "offen", "Sommer 2027 (31.08.2027)"),
    ("8.4", "m: Wohnungsgesellschaften, Genossenschaften und Ämter vernetzen",
     "Wohnungsgesellschaften, Genossenschaften und Ämter vernetzen", "offen", "offen"),
    ("8.5", "m: Ehrenamtsstruktur ausbauen >Torsten Al-Masri",
     "Ehrenamtsstruktur ausbauen", "Torsten Al-Masri", "offen"),
)  # fmt: skip
"""Item, line as typed, summary, owner and due as the minutes print them."""


async def plan_with_keys(app: FacilitatorApp, pilot: Pilot, workspace: Workspace) -> LiveMeeting:
    """Series, meeting, pasted agenda and list of people, from the empty library on. Leaves the
    meeting open in Prepare; returns it."""
    await pilot.pause()
    await type_text(pilot, "n")
    await pilot.pause()
    await type_text(pilot, "Netzwerk Integration")
    await press(pilot, "enter")
    await settle(pilot)
    await type_text(pilot, "n")
    await settle(pilot)
    await fill(pilot, "2. Netzwerktreffen")
    await press(pilot, "tab", "tab", "tab")
    for value in ("14.10.2026", "16:30", "Kreishaus, Großer Saal"):
        await fill(pilot, value)
        await press(pilot, "tab")
    await press(pilot, "enter")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, PrepareScreen)
    screen.show_part_called("agenda")
    await type_text(pilot, "n")
    await settle(pilot)
    await paste(pilot, AGENDA)
    await settle(pilot)
    await press(pilot, "enter")
    await settle(pilot)
    screen.show_part_called("people")
    await type_text(pilot, "n")
    await press(pilot, "tab")
    await settle(pilot)
    await fill(pilot, str(PEOPLE_CSV))
    await press(pilot, "enter")
    await settle(pilot)
    await press(pilot, "enter")
    await settle(pilot)
    return screen.live


async def fill(pilot: Pilot, value: str) -> None:
    """Another value for the field with the focus."""
    await press(pilot, "end", "ctrl+u")
    await type_text(pilot, value)


async def settle(pilot: Pilot) -> None:
    """Let dialogs open and workers end."""
    for _ in range(4):
        await pilot.pause(0.05)
