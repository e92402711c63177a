"""What a row says about a person, column by column -> a person."""

from __future__ import annotations

import re

from msgspec import Struct, field

from facilitator.exchange.people_columns import Kind
from facilitator.exchange.people_list import PersonRow, Problem
from facilitator.exchange.people_names import (
    compose,
    is_nobody,
    is_salutation,
    is_title,
    is_total,
    split_title,
    upright,
    without_salutation,
)
from facilitator.exchange.people_words import (
    Reply,
    is_guest,
    is_remote,
    is_reply,
    is_yes,
    read_reply,
)
from facilitator.folding import fold, words
from facilitator.i18n import tr

_LONGEST_NAME = 120
_ADVISORY_ROLES = {
    tuple(words(role))
    for role in (
        "beratend",
        "beratendes Mitglied",
        "Mitglied (beratend)",
        "beratende Stimme",
        "mit beratender Stimme",
        "beratend, ohne Stimmrecht",
        "ohne Stimmrecht",
        "nicht stimmberechtigt",
        "advisory",
        "advisory member",
        "member (advisory)",
        "non-voting",
        "non-voting member",
    )
}
_MAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_BEHIND_NAME = re.compile(r"^(?P<name>.*\S)\s*[(\[](?P<remark>[^()\[\]]+)[)\]]$")
_BETWEEN_GROUPS = re.compile(r"\s*[,;|+\n]\s*")
_NUMBER_BEFORE = re.compile(r"^\(?\d{1,4}\s*[.):]?\s+(?=\D)")


class Record(Struct, kw_only=True):
    """The cells about one person by what they are for. `groups` are names of groups whose
    column is marked; `blank_is_no_vote`: in this list an empty cell means no voting right."""

    row: int
    cells: dict[Kind, str]
    groups: list[str] = field(default_factory=list)
    blank_is_no_vote: bool = False


def person_of(record: Record) -> tuple[PersonRow | None, list[Problem]]:
    """The person, or None where the row names nobody; and what was not understood."""
    cells, row = record.cells, record.row
    name, remark = _name_of(cells)
    reason = _why_nobody(name, cells, row)
    if reason is not None:
        return None, [(row, reason)] if reason else []
    organization, role = cells.get("organization", ""), cells.get("role", "")
    problems: list[Problem] = []
    replies = [_reply_of(cells, row, problems)]
    if remark and is_reply(remark):
        replies.append(read_reply(remark))
    elif remark and not organization and not fold(remark).startswith("geb"):
        organization = remark
    elif remark:
        name = f"{name} ({remark})"
    title = cells.get("title", "")
    if title and not role and not is_title(title) and not is_salutation(title):
        role = title
    is_advisory_role = words(role) in _ADVISORY_ROLES
    is_role_of_guest = words(role) in {("gast",), ("guest",)}
    reply = next((reply for reply in replies if reply.status != "expected"), replies[0])
    person = PersonRow(
        name=name,
        organization=organization,
        role="" if is_role_of_guest else role,
        email=_mail_of(cells.get("email", "")),
        guest=is_role_of_guest
        or is_guest(cells.get("guest", ""))
        or any(reply.guest for reply in replies),
        status=reply.status,
        represented_by=reply.represented_by,
        groups=_groups_of(record),
        remote=is_remote(cells.get("remote", "")) or any(reply.remote for reply in replies),
        voting_right=_votes(record) and not is_advisory_role,
        consent=_consents(cells.get("consent", "")),
        row=row,
    )
    return person, problems


def _name_of(cells: dict[Kind, str]) -> tuple[str, str]:
    """The name as printed, and a remark in brackets behind it."""
    whole = cells.get("name") or ""
    last, first = cells.get("last_name", ""), cells.get("first_name", "")
    if not last and not first:
        whole = whole or cells.get("weak_name", "")
    title = " ".join(
        part
        for kind in ("salutation", "title")
        if is_title(part := without_salutation(cells.get(kind, "") + " "))
    )
    if last:
        whole = ""
    elif first and not set(words(first)) <= set(words(whole)):
        last, whole = whole, ""
    remark = ""
    if (found := _BEHIND_NAME.match(whole or last)) is not None:
        remark = found["remark"].strip()
        whole, last = (found["name"], last) if whole else ("", found["name"])
    if whole:
        first, last = "", upright(_NUMBER_BEFORE.sub("", whole))
        inner, last = split_title(last)
        title = f"{title} {inner}".strip() if fold(inner) not in fold(title) else title
    return compose(title=title, first=first, last=last), remark


def _why_nobody(name: str, cells: dict[Kind, str], row: int) -> str | None:
    """None if the name is one; else the sentence about it (empty: nothing worth saying)."""
    if not name:
        rest = ", ".join(filter(None, cells.values()))
        if not any(map(str.isalpha, rest)):
            return ""
        return tr("Row {row} has no name and was left out: {text}", row=row, text=_short(rest))
    if not any(map(str.isalpha, name)):
        return tr(
            "Row {row}: '{text}' is no name; the row was left out.", row=row, text=_short(name)
        )
    if is_nobody(name):
        return tr("Row {row}: '{text}' is nobody yet; the row was left out.", row=row, text=name)
    if is_total(name):
        return tr("Row {row}: '{text}' is no person; the row was left out.", row=row, text=name)
    if len(name) > _LONGEST_NAME:
        return tr(
            "Row {row}: '{text}' is too long for a name; the row was left out.",
            row=row,
            text=_short(name),
        )
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _reply_of(cells: dict[Kind, str], row: int, problems: list[Problem]) -> Reply:
    said = cells.get("status", "")
    reply = read_reply(said)
    if not reply.is_understood:
        problems.append(
            (
                row,
                tr(
                    "Row {row}: '{text}' says neither yes nor no; the person stays expected.",
                    row=row,
                    text=_short(said),
                ),
            )
        )
    declined = cells.get("declined", "").strip("-–— ")
    if declined and is_yes(declined) is not False:
        reply = Reply(status="excused", guest=reply.guest)
    deputy = cells.get("represented_by", "").strip("-–— ")
    if deputy and is_yes(deputy) is not False:
        name = "" if is_yes(deputy) else deputy
        reply = Reply(status="represented", represented_by=name, guest=reply.guest)
    return reply


def _mail_of(cell: str) -> str:
    found = _MAIL.search(cell)
    return found[0] if found is not None else ""


def _groups_of(record: Record) -> tuple[str, ...]:
    named = [part for part in _BETWEEN_GROUPS.split(record.cells.get("groups", "")) if part]
    named = [part for part in named if any(map(str.isalnum, part)) and is_yes(part) is not False]
    return tuple(dict.fromkeys((*named, *record.groups)))


def _votes(record: Record) -> bool:
    said = record.cells.get("voting_right")
    if said is None:
        return True
    if not said:
        return not record.blank_is_no_vote
    return is_yes(said) is not False


def _consents(cell: str) -> bool | None:
    """Only a clear yes is one; anything else that is written there is none."""
    return is_yes(cell) is True if cell.strip() else None
