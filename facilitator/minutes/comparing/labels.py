"""How the fields of the document and their values are called on the screen."""

from __future__ import annotations

from facilitator.i18n import ptr, tr

LABELS = {
    "kind": "kind", "language": "language", "title": "title", "body": "body",
    "file_reference": "file reference", "day": "day", "time": "time", "start": "start",
    "end": "end", "planned_time": "planned time", "breaks": "breaks", "place": "place",
    "form": "form of meeting", "chair": "chair", "moderator": "moderation",
    "minute_taker": "minute taker", "chairs": "chair", "moderators": "moderation",
    "minute_takers": "minute taker", "place_left_open": "place left open",
    "minute_taker_left_open": "minute taker left open", "quorum": "quorum",
    "present": "present", "advisory": "advisory", "guests": "guests",
    "represented": "represented", "excused": "excused", "unnamed": "further guests",
    "organizations": "organisations", "annex": "annex", "name": "name",
    "organization": "organisation", "function": "function", "is_remote": "online",
    "represented_by": "represented by", "attended": "attended items", "number": "number",
    "first": "from item", "last": "to item", "missed": "without items", "required": "required",
    "legal_number": "legal number", "is_met": "quorum met", "item": "agenda item",
    "depth": "level", "level": "level", "is_public": "public", "presenter": "report by",
    "paper": "paper", "group": "working group", "field": "field", "named_fields": "fields named",
    "result": "result", "result_left_open": "result left open", "remark": "remark",
    "deferred_to": "deferred to", "is_added": "added to the agenda", "moved_from": "moved from",
    "bias": "bias", "is_bias_denied": "nobody biased", "notes": "note", "rounds": "round",
    "boards": "cards", "reviewed": "action items reviewed", "decisions": "decisions",
    "founded": "working group founded", "renamed_to": "new name of the body",
    "actions": "action items", "actions_read_back": "action items read back at",
    "questions": "questions", "parked": "parking lot", "wording": "wording", "vote": "vote",
    "is_rejected": "rejected", "addressee": "addressee", "read_back": "read back at",
    "opinions": "opinion", "opinion_words": "opinion", "follow_ups": "follow-ups",
    "words": "vote", "numbers": "vote", "how": "how", "outcome": "outcome", "yes": "yes",
    "no": "no", "abstain": "abstentions", "invalid": "invalid", "method": "method",
    "rule": "majority", "needed": "needed", "base": "of", "is_secret": "secret",
    "ballots": "ballots", "dissent": "dissent", "choice": "vote", "summary": "what",
    "who": "who", "due": "until when", "status": "state", "comment": "comment", "text": "text",
    "answer": "answer", "prompt": "question", "over": "asked", "answers": "answers",
    "missing": "not heard", "speaker": "speaker", "has_passed": "nothing to say",
    "columns": "columns", "groups": "groups", "loose": "cards without a group",
    "cards": "cards", "dots": "dots", "given": "given", "possible": "possible", "each": "each",
    "voters": "voters", "counts": "counts", "turn": "turn", "below": "below three",
    "concerns": "concerns", "options": "options", "total": "resistance",
    "acceptance": "acceptance", "is_passive": "everything stays", "is_lowest": "lowest",
    "lowest": "lowest", "up": "up", "sideways": "sideways", "down": "down", "members": "members",
    "speakers": "speakers", "decision": "decision", "new_actions": "new action items",
    "earlier_actions": "earlier action items", "open_questions": "open questions",
    "next_meeting": "next meeting", "overview": "overview of times", "rows": "agenda items",
    "planned": "planned", "used": "used", "started": "start", "planned_start": "planned start",
    "ended": "end", "planned_end": "planned end", "agenda": "agenda", "sections": "agenda items",
    "taken_off": "taken off the agenda", "milestones": "milestones", "head": "head",
    "attendance": "attendance", "front": "front matter", "document": "document",
    "series": "series", "date": "date", "public": "public", "fields": "fields",
    "are_functions": "functions instead of names", "is_withheld": "withheld", "scope": "scope",
}  # fmt: skip
"""Field -> its name; the keys of the catalogue."""

CODES = {
    "needs-action": "open", "in-process": "in progress", "completed": "done",
    "cancelled": "dropped", "recommendation": "recommendation", "order": "order to act",
    "acknowledgement": "acknowledgement", "decision": "decision", "silent": "nobody spoke",
    "unrecorded": "nothing recorded", "skipped": "skipped", "not_reached": "not reached",
    "pending": "still to come", "next_meeting": "next meeting", "parking_lot": "parking lot",
}  # fmt: skip
"""Codes -> their words."""
_CODED = frozenset({"status", "kind", "remark", "deferred_to"})


def label(field: str) -> str:
    """The name of a field; one nobody named by its code."""
    return ptr("minutes", LABELS[field]) if field in LABELS else field


def shown(field: str, value: object) -> str:
    """A plain value for people."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if field in _CODED and value in CODES:
        return ptr("minutes", CODES[str(value)])
    return str(value)
