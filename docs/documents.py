"""Draw the pictures of documents: `python docs/documents.py [FOLDER]`.

The minutes of the last steering group of the demo as people get them: the first page of the PDF,
of the DOCX under the letterhead of an invented district, and the top of the HTML. Needs pdftoppm
(poppler-utils), soffice (libreoffice-writer-nogui) and chromium; FACILITATOR_CHROMIUM names
another browser of that kind.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

from facilitator.clock import FixedClock  # noqa: E402 - a script: it runs from a checkout
from facilitator.demo import build_demo  # noqa: E402
from facilitator.formats import Job, written  # noqa: E402
from facilitator.i18n import use_language  # noqa: E402
from facilitator.meeting.model import Meeting  # noqa: E402

NOW = datetime(2026, 10, 14, 16, 9)
ISSUED = date(2026, 10, 14)
DOTS = 72
"""Dots an inch of a page: enough to read it in a README."""
WINDOW = (900, 1000)
LETTER = "minutes.docx"


def steering_group(folder: Path, language: str) -> Meeting:
    """The one that was closed last."""
    workspace = build_demo(folder, language=language, clock=FixedClock(NOW), device="aaaa")
    references = [
        m.reference
        for series in workspace.series()
        for m in series.meetings
        if m.meeting is not None and m.meeting.kind == "body" and m.meeting.state == "closed"
    ]
    last = max(references, key=lambda reference: reference.rpartition("/")[2])
    return workspace.open(last).meeting


def put_letterhead(workspace: Path) -> None:
    """The built-in document with a head and a foot, as a town would do it in Word."""
    from docx import Document
    from docx.shared import Pt, RGBColor

    from facilitator.minutes.docx.empty import empty_document

    place = workspace / "templates" / "minutes"
    place.mkdir(parents=True)
    made = Document(BytesIO(empty_document("de")))
    head = made.sections[0].first_page_header
    head.is_linked_to_previous = False
    name = head.paragraphs[0].add_run("Landkreis Lindenau")
    name.font.size, name.font.bold, name.font.color.rgb = Pt(18), True, RGBColor(0x1B, 0x5E, 0x3A)
    name.add_break()
    line = head.paragraphs[0].add_run(
        "Der Landrat · Stabsstelle Integration · Markt 1, 00000 Lindenau · Telefon 00000 115"
    )
    line.font.size = Pt(9)
    made.save(str(place / LETTER))


def document(code: str, meeting: Meeting, folder: Path) -> Path:
    templates = folder / "demo" if code == "docx" else None
    (file,) = written(code, Job(meeting=meeting, issued=ISSUED, templates=templates))
    path = folder / f"minutes{file.ending}"
    path.write_bytes(file.content)
    return path


def picture_of_pdf(pdf: Path, picture: Path) -> None:
    """Its first page."""
    run("pdftoppm", "-r", DOTS, "-f", 1, "-l", 1, "-singlefile", "-png", pdf,
        picture.with_suffix(""))  # fmt: skip


def picture_of_html(html: Path, picture: Path) -> None:
    """What a window on a desk shows of it first."""
    browser = os.environ.get("FACILITATOR_CHROMIUM", "chromium")
    width, height = WINDOW
    run(browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--window-size={width},{height}", f"--screenshot={picture}", html.as_uri())  # fmt: skip


def picture_of_docx(docx: Path, picture: Path) -> None:
    """Its first page, as LibreOffice prints it."""
    home, printed = (docx.parent / "office").as_uri(), docx.parent / "printed"
    run("soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf",
        "--outdir", printed, docx)  # fmt: skip
    run("pdftoppm", "-r", DOTS, "-f", 1, "-l", 1, "-singlefile", "-png",
        printed / f"{docx.stem}.pdf", picture.with_suffix(""))  # fmt: skip


DRAWN = {"pdf": picture_of_pdf, "html": picture_of_html, "docx": picture_of_docx}
"""Code of the format: how a picture is made of its file."""


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def main(arguments: list[str]) -> None:
    to = Path(arguments[0]) if arguments else HERE / "pictures" / "documents"
    to.mkdir(parents=True, exist_ok=True)
    language = "de"
    use_language(language)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        meeting = steering_group(folder / "demo", language)
        put_letterhead(folder / "demo")
        for code, draw in DRAWN.items():
            picture = (to / f"minutes-{code}-{language}.png").resolve()
            draw(document(code, meeting, folder), picture)
            print(picture.name, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
