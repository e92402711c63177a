"""Who is here: a part of the people column on a wide screen; what the body must know (no quorum,
who takes no part) in one line above the entries on a narrow one. Never on the wall."""

from __future__ import annotations

from functools import partial

from rich.cells import cell_len
from textual.content import Content

from facilitator.i18n import ntr, tr
from facilitator.meeting.arrivals import surname_first
from facilitator.meeting.features import uses
from facilitator.meeting.model import Instant, Meeting
from facilitator.meeting.presence import evening_minute, here_by_organization
from facilitator.meeting.quorum import Quorum, quorum_at
from facilitator.quorum_words import quorum_words
from screens.widgets.columns import cut, spread
from screens.widgets.entry_rows import wrapped


def people_part(meeting: Meeting, now: Instant, width: int) -> list[Content]:
    """The part of the column; nothing while nobody is listed or here."""
    if not meeting.people and not meeting.number_present:
        return []
    heading = spread(tr("PEOPLE"), tr("{n} here", n=meeting.number_present), width)
    lines = [Content.styled(heading, "bold $foreground 60%")]
    lines += body_lines(meeting, now, width)
    lines += [Content(cut(text, width)) for text in (_counts(meeting), _gone(meeting)) if text]
    if latest := _latest(meeting, width):
        lines.append(Content(latest))
    return lines


def body_lines(meeting: Meeting, now: Instant, width: int) -> list[Content]:
    """Quorum and who takes no part in the running item, where the body has that."""
    lines = []
    if (quorum := _quorum(meeting, now)) is not None:
        told, style = quorum_words(quorum), "" if quorum.is_met else "bold $text-error"
        head, found, numbers = told.partition(": ")
        parts = [told] if cell_len(told) <= width or not found else [f"{head}:", numbers]
        lines += [Content.styled(each, style) for part in parts for each in wrapped(part, width)]
    if names := _out(meeting):
        told = tr("no part: {names}", names=names)
        lines += [Content.styled(each, "$text-warning") for each in wrapped(told, width)[:3]]
    return lines


def body_line(meeting: Meeting, now: Instant, width: int) -> Content:
    """On a narrow screen: only what must not be overlooked."""
    quorum = _quorum(meeting, now)
    parts = []
    if quorum is not None and not quorum.is_met and meeting.state == "running":
        parts.append(quorum_words(quorum))
    if names := _out(meeting):
        parts.append(tr("no part: {names}", names=names))
    return Content.styled(cut(" · ".join(parts), width), "bold $text-warning")


def organization_lines(meeting: Meeting, width: int, most: int) -> list[Content]:
    """How many of each organisation are here, the most first; the rest in one line."""
    counts = [pair for pair in here_by_organization(meeting) if pair[0]]
    if len(counts) < 2 or most < 3:
        return []
    lines = [Content.styled(tr("ORGANISATIONS"), "bold $foreground 60%")]
    shown = counts if len(counts) < most else counts[: most - 2]
    lines += [Content(spread(name, str(number), width)) for name, number in shown]
    if rest := counts[len(shown) :]:
        told = ntr("{n} more", "{n} more", len(rest))
        lines.append(Content(spread(f"… {told}", str(sum(n for _, n in rest)), width)))
    return lines


def _quorum(meeting: Meeting, now: Instant) -> Quorum | None:
    if not uses(meeting, "quorum"):
        return None
    running = meeting.running_item
    quorum = quorum_at(meeting, now, running.id if running else "")
    return quorum if quorum.legal_number else None


def _out(meeting: Meeting) -> str:
    """Surnames of those who take no part in the running item."""
    running = meeting.running_item
    if running is None:
        return ""
    out = (bias.name for bias in running.bias if bias.returned_at is None)
    return ", ".join(_surname(name) for name in out)


def _counts(meeting: Meeting) -> str:
    status = {a.person: a.status for a in meeting.attendance}
    counts = []
    for wanted, text in (
        ("excused", tr("{n} excused")), ("represented", tr("{n} represented")),
        ("expected", tr("{n} expected")),
    ):  # fmt: skip
        number = sum(status.get(person.id, "expected") == wanted for person in meeting.people)
        if number:
            counts.append(text.format(n=number))
    return " · ".join(counts)


def _gone(meeting: Meeting) -> str:
    gone = [a.stays[-1].left for a in meeting.attendance if a.stays and a.stays[-1].left]
    last = max(filter(None, gone), key=partial(evening_minute, meeting), default="")
    return tr("{n} gone, last {time}", n=len(gone), time=last) if gone else ""


def _latest(meeting: Meeting, width: int) -> str:
    """'zuletzt Kern (VHS) 18:31'."""
    came = [(a.stays[-1].arrived or "", a.person) for a in meeting.attendance if a.is_here]
    time, person_id = max(came, key=lambda pair: _turn(meeting, *pair), default=("", ""))
    person = meeting.person(person_id)
    if not time or person is None:
        return ""
    home = meeting.organization_name(person)
    name = f"{_surname(person.name)} ({home})" if home else _surname(person.name)
    return spread(tr("last {name}", name=name), time, width)


def _turn(meeting: Meeting, arrived: str, person: str) -> tuple[bool, int, str]:
    """Who was there from the start came before everybody."""
    return bool(arrived), evening_minute(meeting, arrived) if arrived else 0, person


def _surname(name: str) -> str:
    return surname_first(name).partition(",")[0]
