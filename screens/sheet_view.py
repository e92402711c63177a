"""What stands around the fields of the decision sheet, in words. Pure; the screen shows it."""

from __future__ import annotations

from facilitator.deciding_words import vote_words
from facilitator.folding import display
from facilitator.i18n import current_language, tr
from facilitator.meeting.majority import is_voted, votes_cast
from facilitator.meeting.model import Decision, Meeting
from screens.sheet_choices import actions_from, withdraws
from screens.sheet_lines import vote_line
from screens.widgets.entry_rows import due_words, owner_name, wrapped


def label_of(kind: str) -> str:
    match kind:
        case "kind":
            return tr("Kind")
        case "addressee":
            return tr("to")
        case "read_back":
            return tr("Read back")
        case "vote":
            return tr("Vote")
        case "majority":
            return tr("Majority")
        case "bias":
            return tr("Biased")
        case "dissent":
            return tr("Dissent")
        case "mood":
            return tr("Mood")
    return tr("From it")


def hint_of(kind: str, decision: Decision) -> str:
    match kind:
        case "vote":
            return tr("“u” unanimous  “c” consensus  “n” no objections · by name: Weiß yes, …")
        case "mood":
            return tr("thumbs 20 3 1 · fist 0 1 2 4 8 5 · resistance: A 12, stays 55 (20 people)")
        case "kind":
            return tr("An order makes its action item in the same step.")
        case "bias":
            return tr("Names, or “nobody”: it was asked and nobody declared it.")
        case "dissent":
            return tr("Names of those who want it in the minutes.")
        case "action":
            return tr("What >who by when · Enter records it, the next one follows")
    if kind == "wording" and withdraws(decision):
        return tr("After a change the sheet asks whether read-back and vote still hold.")
    return ""


def votes_checked(decision: Decision) -> str:
    """'einstimmig bei 4 Enthaltungen' and '62 Stimmen, 62 anwesend und stimmberechtigt ✓'."""
    vote = decision.vote
    if vote is None or not is_voted(vote):
        return ""
    said = vote_words(vote, current_language())
    lines = [f"→ {said}"] if said != vote_line(vote) else []
    cast_votes = votes_cast(vote)
    if cast_votes is not None and vote.entitled is not None:
        numbers = {"cast": cast_votes, "entitled": vote.entitled}
        if cast_votes > vote.entitled:
            said = tr("{cast} votes, but only {entitled} present and entitled", **numbers)
        else:
            said = tr("{cast} votes, {entitled} present and entitled", **numbers)
        lines.append(f"{said} ✓" if cast_votes == vote.entitled else said)
    return "\n".join(lines)


def actions_shown(decision: Decision, meeting: Meeting) -> list[str]:
    """'M3 Ratsvorlage einbringen · Samir Haddad (IHK) · Herbst 2027': what came of it."""
    lines = []
    for action in actions_from(decision, meeting):
        who = ", ".join(owner_name(owner, meeting) for owner in action.owners)
        parts = (action.text, who or tr("who?"), due_words(action, meeting))
        lines.append(f"{action.tag} " + " · ".join(display(part) for part in parts if part))
    return lines


def earlier_wordings(decision: Decision, width: int) -> list[str]:
    """Every wording before the one that stands, the latest first, whole."""
    lines: list[str] = []
    for number, earlier in reversed(list(enumerate(decision.earlier_wordings, 1))):
        weight = tr("of substance") if earlier.weight == "substance" else tr("editorial")
        until = tr("until {time}", time=f"{earlier.until.at:%H:%M}")
        lines += ["", f"   {tr('wording {n}', n=number)} · {until} · {weight}"]
        lines += [f"   {line}" for line in wrapped(earlier.text, width)]
    return lines
