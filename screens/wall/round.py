"""A round: the question, who was heard, whose turn it is. Never what they said.

Groups are listed; of people only whose turn it is and who comes next among those who are here: a
list of them would say who is there and who is not.
"""

from __future__ import annotations

from facilitator.folding import display
from facilitator.i18n import ptr, tr
from facilitator.meeting.model import Round
from screens.wall.lines import AIR, EMPTY, Span, WallLine, bar, line, paragraph
from screens.wall.scene import Scene, framed, meeting_and_clock, page_words, pages
from screens.widgets.columns import cut


def round_view(scene: Scene) -> list[WallLine]:
    asked = scene.meeting.round(scene.subject)
    if asked is None:
        return meeting_and_clock(scene)
    heard = sum(asked.answer_of(subject) is not None for subject in asked.subjects)
    told = tr("{n} of {all} heard", n=heard, all=len(asked.subjects))
    body = paragraph(asked.prompt, scene.space, "head", scene.margin)[:3]
    body += [EMPTY]
    if asked.over == "groups":
        found = pages(_groups(scene, asked), scene.room - len(body))
        body += found[scene.page_of(len(found))]
        words = page_words(scene, len(found))
        told = f"{told}   {words}" if words else told
    else:
        body += _people(scene, asked, heard)
    return framed(scene, ptr("wall", "Round"), body, told)


def _groups(scene: Scene, asked: Round) -> list[list[WallLine]]:
    following = asked.missing[0] if asked.missing and not asked.is_closed else ""
    blocks = []
    for subject in asked.subjects:
        name = scene.meeting.subject_name(subject)
        if not name:
            continue
        is_next = subject == following
        sign = "✓" if asked.answer_of(subject) else "▸" if is_next else " "
        text = f"{sign}  {display(cut(name, max(4, scene.space - 3)))}"
        blocks.append([line(text, "head" if is_next else "text", scene.margin)])
    return blocks


def _people(scene: Scene, asked: Round, heard: int) -> list[WallLine]:
    here = {each.person for each in scene.meeting.attendance if each.is_here}
    called = [subject for subject in asked.missing if subject in here or not here]
    names = [scene.meeting.subject_name(subject) for subject in called]
    names = [] if asked.is_closed else [name for name in names if name][:2]
    body: list[WallLine] = []
    words = (ptr("wall", "now"), ptr("wall", "then"))
    for word, name in zip(words, names, strict=False):
        lead = Span(" " * scene.margin + f"{word:<12}", "quiet")
        shown = display(cut(name, max(4, scene.space - 12)))
        body += [WallLine((lead, Span(shown, "head" if word == words[0] else "text"))), EMPTY]
    full, rest = bar(heard / max(1, len(asked.subjects)), scene.space)
    return [*body, AIR, WallLine((Span(" " * scene.margin), full, rest))]
