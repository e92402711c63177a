"""Draw the pictures of every screen: `python docs/pictures.py [FOLDER] [SCENE ...]`.

Each scene (`docs/scenes.py`) plays in the demo, on a clock that stands still, headless; the picture
is the SVG that Textual exports, with a font that is there everywhere.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from scenes import SCENES, Scene, Typed  # noqa: E402 - a script: it runs from a checkout
from stories import Stage  # noqa: E402
from textual import events  # noqa: E402
from textual.app import App  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

from facilitator.clock import FixedClock  # noqa: E402
from facilitator.demo import build_demo  # noqa: E402
from facilitator.i18n import use_language  # noqa: E402
from facilitator.live import LiveMeeting  # noqa: E402
from facilitator.settings import state_folder  # noqa: E402
from facilitator.wall import WallFile  # noqa: E402
from facilitator.workspace import Workspace  # noqa: E402
from screens.app import FacilitatorApp  # noqa: E402
from screens.projector import ProjectorApp  # noqa: E402

NOW = datetime(2026, 10, 14, 16, 9)
FONT = "font-family: 'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace;"


def drawn(svg: str) -> str:
    """The exported SVG without fonts from the network, its blanks kept."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]+;", FONT, svg)
    return svg.replace("<text ", '<text xml:space="preserve" ')


def the_next(workspace: Workspace, kind: str) -> str:
    """The planned meeting of a kind."""
    return next(
        m.reference
        for series in workspace.series()
        for m in series.meetings
        if m.meeting is not None and m.meeting.kind == kind and m.meeting.state == "planned"
    )


async def play(
    scene: Scene, language: str, size: tuple[int, int], template: Path, to: Path
) -> None:
    """Play one scene in a copy of the demo and keep its picture."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder  # so that the library names no folder of this machine
        workspace_folder = Path(folder) / ("Sitzungen" if language == "de" else "Meetings")
        shutil.copytree(template, workspace_folder)
        clock = FixedClock(NOW)
        workspace = Workspace(workspace_folder, clock=clock, device="aaaa")
        reference = the_next(workspace, scene.kind)
        live = workspace.open(reference)
        stage = Stage(workspace, live, clock, language)
        if scene.before is not None:
            scene.before(stage)
        app: App[int]
        if scene.door == "projector":
            WallFile(state_folder(), workspace_folder, reference).write(stage.wall)
            app = ProjectorApp(workspace.watch(reference), workspace_folder, theme=scene.theme)
        else:
            opened = reference if scene.door == "live" else ""
            app = FacilitatorApp(workspace, reference=opened, theme=scene.theme)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.3)
            if isinstance(app, FacilitatorApp):
                enter(app, scene, live, reference)
            await pilot.pause(0.3)
            await act(scene, language, pilot)
            await pilot.pause(0.3)
            picture = drawn(app.export_screenshot(title="facilitator"))
        name = f"{scene.name}-{language}-{size[0]}x{size[1]}.svg"
        (to / name).write_text(picture, encoding="utf-8")
        print(name, flush=True)


def enter(app: FacilitatorApp, scene: Scene, live: LiveMeeting, reference: str) -> None:
    match scene.door:
        case "meeting":
            app.open_meeting(reference)
        case "closing":
            app.go_closing(live)
        case "desk":
            app.go_minutes(live)


async def act(scene: Scene, language: str, pilot: Pilot[int]) -> None:
    """Keys and words, as a person would press and type them."""
    for each in scene.does:
        if isinstance(each, Typed):
            for letter in each.german if language == "de" else each.english:
                pilot.app.post_message(events.Key(_key_of(letter), letter))
            await pilot.pause(0.3)
        key = "enter" if isinstance(each, Typed) and each.enter else each
        if isinstance(key, str):
            await pilot.press(key)
            await pilot.pause(0.2)


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
                    for size in scene.sizes if language == "de" else scene.in_english:
                        await play(scene, language, size, template, to)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
