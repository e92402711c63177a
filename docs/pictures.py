"""Draw the pictures of every screen: `python docs/pictures.py [FOLDER] [SCENE ...]`.

Each scene plays in the demo, on a clock that stands still, headless; the picture is the SVG that
Textual exports, with a font that is there everywhere. 80x24 and 120x36, German and English.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from textual import events  # noqa: E402 - a script: it runs from a checkout

from facilitator.cli.recorder import Recorder  # noqa: E402
from facilitator.clock import FixedClock  # noqa: E402
from facilitator.demo import build_demo  # noqa: E402
from facilitator.i18n import use_language  # noqa: E402
from facilitator.live import LiveMeeting  # noqa: E402
from facilitator.meeting import changes as c  # noqa: E402
from facilitator.meeting.agenda import next_item  # noqa: E402
from facilitator.workspace import Workspace  # noqa: E402
from screens.app import FacilitatorApp  # noqa: E402

NOW = datetime(2026, 10, 14, 16, 12)
SIZES = ((80, 24), (120, 36))
FONT = "font-family: 'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace;"


class Stage:
    """The meeting of a scene, and the clock that its makers move."""

    def __init__(self, live: LiveMeeting, clock: FixedClock, language: str) -> None:
        self.live = live
        self.clock = clock
        self.language = language

    def take(self, line: str) -> None:
        Recorder(self.live).take(line)


@dataclass(frozen=True)
class Scene:
    """`before` prepares the meeting; `direct` opens it from the start, `opens` from the library,
    `closing` and `desk` go to those rooms. Then `keys` are pressed and `typed` is typed."""

    name: str
    keys: tuple[str, ...] = ()
    typed: Callable[[str], str] | None = None
    before: Callable[[Stage], None] | None = None
    direct: bool = False
    opens: bool = False
    closing: bool = False
    desk: bool = False
    theme: str = "dark"


def drawn(svg: str) -> str:
    """The exported SVG without fonts from the network, its blanks kept."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]+;", FONT, svg)
    return svg.replace("<text ", '<text xml:space="preserve" ')


# -- what happens before a picture ----------------------------------------------------------------

LINES = {
    "de": (
        "Die AG hat sich seit Mai zweimal getroffen, 14 Mitglieder, neu dabei die Handwerkskammer.",
        "Bedarf der Betriebe vor allem in Pflege und Logistik.",
        "i: Haddad will die Sprecherrolle abgeben.",
        "- Stärkere Präsenz auf Jobmessen >AG Arbeit,Haddad <Frühjahr 2027",
        "- Befragung der Unternehmen im Kreis >Brandt <nächstes Treffen",
        "?Wer trägt die Kosten der Befragung?",
        "!Die AG Arbeit wird um die Handwerkskammer erweitert.",
        "m: Fachtag zur Anerkennung von Abschlüssen",
    ),
    "en": (
        "The group has met twice since May, 14 members, the chamber of crafts is new.",
        "Companies need people above all in care and logistics.",
        "i: Haddad wants to hand over the role of speaker.",
        "- More presence at job fairs >WG Work,Haddad <spring 2027",
        "- Survey of the companies of the district >Brandt <next meeting",
        "?Who pays for the survey?",
        "!The chamber of crafts joins the working group on work.",
        "a: Symposium on the recognition of qualifications",
    ),
}
TYPED = {
    "de": "Ehrenamtsstruktur ausbauen >Nowak bis Ende März",
    "en": "Extend the volunteer structure >Nowak by end of March",
}
OFFERED = {
    "de": "Haddad kümmert sich bis Ende Nov um einen Raum",
    "en": "Haddad looks for a room by end of November",
}
NAMED = {"de": "Ehrenamtsstruktur ausbauen >no", "en": "Extend the volunteer structure >no"}
DOOR = "ha"


def run_to_reports(stage: Stage) -> None:
    """People come, the meeting runs up to 8.2, the lines above are recorded there."""
    live, clock = stage.live, stage.clock
    for place, person in enumerate(live.meeting.people):
        if place % 15 != 7:
            clock.advance(12)
            live.record(c.AttendanceRecorded(person=person.id, status="present"))
    live.record(c.MeetingStarted())
    while (item := next_item(live.meeting)) is not None:
        live.record(c.ItemStarted(item=item.id))
        if item.number == "8.2":
            break
        clock.advance(((item.planned_minutes or 5) + 1) * 60)
    for line in LINES[stage.language]:
        clock.advance(85)
        stage.take(line)


def close(stage: Stage) -> None:
    run_to_reports(stage)
    stage.live.close()


# -- the scenes ------------------------------------------------------------------------------------

SCENES = (
    Scene("library"),
    Scene("new-meeting", keys=("n",)),
    Scene("prepare", opens=True),
    Scene("door", opens=True, keys=("f8",), typed=lambda _: DOOR),
    Scene("live", before=run_to_reports, direct=True, keys=("f3",), typed=TYPED.__getitem__),
    Scene(
        "live-offer", before=run_to_reports, direct=True, keys=("f3",), typed=OFFERED.__getitem__
    ),
    Scene("live-names", before=run_to_reports, direct=True, keys=("f3",), typed=NAMED.__getitem__),
    Scene("live-choice", before=run_to_reports, direct=True, keys=("up", "up")),
    Scene("live-light", before=run_to_reports, direct=True, theme="light"),
    Scene("live-agenda", before=run_to_reports, direct=True, keys=("f7",)),
    Scene("wall", before=run_to_reports, direct=True, keys=("f12",)),
    Scene("help", before=run_to_reports, direct=True, keys=("f1",)),
    Scene("review", before=run_to_reports, direct=True, keys=("ctrl+o",)),
    Scene("review-light", before=run_to_reports, direct=True, keys=("ctrl+o",), theme="light"),
    Scene("closing", before=run_to_reports, direct=True, closing=True),
    Scene("minutes", before=close, desk=True),
    Scene("minutes-light", before=close, desk=True, theme="light"),
)


async def play(
    scene: Scene, language: str, size: tuple[int, int], template: Path, to: Path
) -> None:
    """Play one scene in a copy of the demo and keep its picture."""
    with tempfile.TemporaryDirectory() as folder:
        workspace_folder = Path(folder) / "Sitzungen"
        shutil.copytree(template, workspace_folder)
        clock = FixedClock(NOW)
        workspace = Workspace(workspace_folder, clock=clock, device="aaaa")
        reference = next(
            m.reference
            for series in workspace.series()
            for m in series.meetings
            if m.meeting is not None
            and m.meeting.kind == "network"
            and m.meeting.state == "planned"
        )
        live = workspace.open(reference)
        stage = Stage(live, clock, language)
        if scene.before is not None:
            scene.before(stage)
        app = FacilitatorApp(
            workspace, reference=reference if scene.direct else "", theme=scene.theme
        )
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.3)
            if scene.closing:
                app.go_closing(live)
            elif scene.desk:
                app.go_minutes(live)
            elif scene.opens:
                app.open_meeting(reference)
            await pilot.pause(0.3)
            for key in scene.keys:
                await pilot.press(key)
                await pilot.pause(0.1)
            if scene.typed is not None:
                for letter in scene.typed(language):
                    app.post_message(events.Key(_key_of(letter), letter))
                await pilot.pause(0.3)
            await pilot.pause(0.3)
            picture = drawn(app.export_screenshot(title="facilitator"))
        name = f"{scene.name}-{language}-{size[0]}x{size[1]}.svg"
        (to / name).write_text(picture, encoding="utf-8")
        print(name, flush=True)


def _key_of(letter: str) -> str:
    return "space" if letter == " " else letter


async def main(arguments: list[str]) -> None:
    """`python docs/pictures.py [FOLDER] [SCENE ...]`."""
    to = Path(arguments[0]) if arguments else HERE / "pictures"
    wanted = set(arguments[1:])
    to.mkdir(parents=True, exist_ok=True)
    for language in ("de", "en"):
        use_language(language)
        with tempfile.TemporaryDirectory() as folder:
            os.environ["FACILITATOR_STATE"] = str(Path(folder) / "state")
            template = Path(folder) / "demo"
            build_demo(template, language=language, clock=FixedClock(NOW), device="aaaa")
            for scene in SCENES:
                if not wanted or scene.name in wanted:
                    for size in SIZES:
                        await play(scene, language, size, template, to)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
