"""The style sheet inside the file: the built-in one or the town's, and what stands on each page."""

from __future__ import annotations

import re
from pathlib import Path

from facilitator.errors import BadTemplate
from facilitator.files import shipped
from facilitator.i18n import tr
from facilitator.minutes.escaping import readable
from facilitator.minutes.paper.model import Paper
from facilitator.own_file import is_there, read_own

FILE = "minutes.css"
_BUILT_IN = re.compile(rf"@import\s+[\"']shipped/{re.escape(FILE)}[\"']\s*;")
"""How a town's own sheet takes in the built-in one."""
_BLANKS = re.compile(r"\s+")


def style_sheet(templates: Path | None) -> str:
    """The rules, harmless within `<style>`: no end of that element is in it."""
    # its first comment is for those who write one
    rules = _read(shipped("minutes", FILE)).partition("*/")[2].lstrip()
    own = templates / "templates" / "minutes" / FILE if templates else None
    if own is not None and is_there(own):
        rules = _BUILT_IN.sub(lambda _: rules, _read(own))
    # '\/' is '/' in a string or a name of CSS; elsewhere '</' means nothing there
    return readable(rules).replace("</", "<\\/").strip()


def _read(path: Path) -> str:
    try:
        return read_own(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadTemplate(
            tr(
                "The style sheet {file} cannot be read: {problem}. Nothing was written; mend the "
                "file, or rename it to use the built-in one.",
                file=path,
                problem=_reason(error),
            )
        ) from error


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return str(getattr(error, "strerror", None) or error).rstrip(".")


def page_rule(paper: Paper) -> str:
    """Head, foot and page number for browsers that print them (CSS Paged Media)."""
    number = _page_number(paper.page_words)
    return (
        "@page {\n"
        f"  @top-left {{ content: {_css_text(paper.running_head)}; }}\n"
        f"  @bottom-left {{ content: {_css_text(paper.running_foot)}; }}\n"
        f"  @bottom-right {{ content: {number}; }}\n"
        "}\n"
        "@page :first {\n  @top-left { content: none; }\n}"
    )


def _page_number(words: str) -> str:
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    result: list[str] = []
    rest = words
    while rest:
        found = min(
            ((rest.find(sign), sign) for sign in counters if sign in rest), default=(len(rest), "")
        )
        if before := rest[: found[0]]:
            result.append(_css_text(before))
        if found[1]:
            result.append(counters[found[1]])
        rest = rest[found[0] + len(found[1]) :]
    return " ".join(result) or "none"


def _css_text(text: str) -> str:
    """A string of CSS: all but letters, digits and blanks as numbers (CSS Syntax 3, 4.3.7)."""
    line = _BLANKS.sub(" ", readable(text))
    return '"' + "".join(c if c == " " or c.isalnum() else f"\\{ord(c):x} " for c in line) + '"'
