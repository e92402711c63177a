"""A paper as one HTML file: no script, nothing from outside, readable on paper and on a phone.

Everything of a user's is text: it makes no element, no attribute and no address. What a reader of
HTML gets back for a stretch of text is `escaping.readable(text)`, with `<br>` for a line break.
"""

from __future__ import annotations

from pathlib import Path

from facilitator.minutes.html.blocks import blocks
from facilitator.minutes.html.style import page_rule, style_sheet
from facilitator.minutes.html.text import attribute, plain, runs
from facilitator.minutes.paper.model import Heading, Paper, Part, Run
from facilitator.minutes.stamp import stamp

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""What the file may load: nothing. A town's own style sheet may hold a coat of arms as data."""


def html(paper: Paper, templates: Path | None = None) -> str:
    """`templates`: the folder of the workspace; its `templates/minutes/minutes.css` wins over the
    built-in style sheet. Raises BadTemplate if that cannot be read."""
    head = next((part for part in paper.parts if part.name == "head"), None)
    mark = stamp(paper, templates)
    rest = [part for part in paper.parts if part is not head and part.blocks]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{attribute(paper.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{plain(paper.title)}</title>",
        *_meta("author", paper.author),
        *_meta("description", paper.subject),
        "<style>",
        page_rule(paper),
        style_sheet(templates),
        "</style>",
        "</head>",
        f'<body class="{paper.kind.replace("_", "-")} {paper.scope} {paper.status}">',
        "<main>",
        "<header>",
        *([f'<p class="stamp">{_text(mark)}</p>'] if mark else []),
        f"<h1>{_text(paper.title)}</h1>",
        *([blocks(head.blocks)] if head and head.blocks else []),
        "</header>",
        *(_part(part) for part in rest),
        "</main>",
        *([f"<footer>{_text(paper.running_foot)}</footer>"] if paper.running_foot else []),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


def _part(part: Part) -> str:
    classes = f"{part.name} new-page" if part.starts_page else part.name
    # a section is one to those who have it read to them only if a heading names it
    tag = "section" if isinstance(part.blocks[0], Heading) else "div"
    return f'<{tag} class="{classes}">\n{blocks(part.blocks)}\n</{tag}>'


def _meta(name: str, content: str) -> list[str]:
    return [f'<meta name="{name}" content="{attribute(content)}">'] if content else []


def _text(text: str) -> str:
    return runs((Run(text),))
