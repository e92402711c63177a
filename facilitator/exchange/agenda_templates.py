"""Agendas to start from, shipped in `data/agendas/<language>/<id>.txt`.

A file begins with `# name: ...` and `# kind: ...` (a kind of meeting); the rest is an agenda in
the notation of `agenda_text`.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from facilitator.files import shipped
from facilitator.meeting.model import MEETING_KINDS, MeetingKind

_HEADER = re.compile(r"#\s*(?P<key>\w+)\s*:\s*(?P<value>.*?)\s*")


class AgendaTemplate(Struct, frozen=True, kw_only=True):
    """`id` is the same in all languages; `text` is for `read_agenda`."""

    id: str
    name: str
    kind: MeetingKind
    text: str


@cache
def templates(language: str) -> tuple[AgendaTemplate, ...]:
    """The shipped templates in a language ('de', 'en'), by name; none for an unknown one."""
    folder = shipped("agendas", language)
    if language not in {"de", "en"} or not folder.is_dir():
        return ()
    found = [_template(file.stem, file.read_text("utf-8")) for file in folder.glob("*.txt")]
    return tuple(sorted(found, key=lambda template: template.name))


def _template(id_: str, content: str) -> AgendaTemplate:
    values: dict[str, str] = {}
    lines = content.splitlines()
    while lines and (header := _HEADER.fullmatch(lines[0])) is not None:
        values[header["key"]] = header["value"]
        lines.pop(0)
    kinds: dict[str, MeetingKind] = {kind: kind for kind in MEETING_KINDS}
    return AgendaTemplate(
        id=id_,
        name=values.get("name", id_),
        kind=kinds.get(values.get("kind", ""), "workshop"),
        text="\n".join(lines).strip() + "\n",
    )
