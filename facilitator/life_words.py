"""How the life of minutes is said: 'Entwurf v1', 'versandt v2 (Einwände bis 08.12.2026)',
'geändert seit v2', 'genehmigt am 09.12.2026'. In the language of the screen."""

from __future__ import annotations

from datetime import date

from facilitator.deciding_words import vote_words
from facilitator.i18n import current_language, ptr, tr
from facilitator.meeting.minutes_life import MinutesLife
from facilitator.meeting.model import ApprovedHow, ObjectionOutcome, Vote

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def life_words(life: MinutesLife, *, brief: bool = False) -> str:
    """`brief`: without the days, for a narrow column."""
    match life.state:
        case "none":
            return tr("draft")
        case "draft":
            return tr("draft v{n}", n=life.version)
        case "approved":
            day = life.approval.day if life.approval else None
            if brief or day is None:
                return tr("approved")
            return tr("approved on {day}", day=day_words(day))
    version = life.sending.version if life.sending else life.version
    if life.state == "changed":
        return tr("changed since v{n}", n=version)
    if brief or life.objections_until is None:
        return tr("sent v{n}", n=version)
    until = day_words(life.objections_until)
    return tr("sent v{n} (objections until {day})", n=version, day=until)


def approved_words(day: date | None, how: ApprovedHow, vote: Vote | None) -> str:
    """'genehmigt am 09.12.2026, einstimmig bei 2 Enthaltungen'."""
    said = tr("approved on {day}", day=day_words(day)) if day else tr("approved")
    if how == "vote" and vote is not None and (words := vote_words(vote, current_language())):
        return f"{said}, {words}"
    return f"{said}, {tr('no objections')}" if how == "no_objections" else said


def outcome_word(outcome: ObjectionOutcome) -> str:
    """What became of an objection; open: an empty outcome."""
    match outcome:
        case "accepted":
            return ptr("objection", "accepted")
        case "rejected":
            return ptr("objection", "rejected")
        case "withdrawn":
            return ptr("objection", "withdrawn")
        case "noted":
            return ptr("objection", "noted")
    return ptr("objection", "open")


def day_words(day: date | None) -> str:
    """24.11.2026, in English 24 Nov 2026; nothing for no day."""
    if day is None:
        return ""
    if current_language() == "de":
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"
