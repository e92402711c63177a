"""How documents, scopes and languages are called on the screen."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.minutes.wanted import DocumentKind, Scope, Wanted


def kind_word(kind: DocumentKind) -> str:
    return {
        "results": tr("Minutes of results"),
        "decisions": tr("Decisions only"),
        "course": tr("Time line"),
        "decision_list": tr("List of decisions"),
        "action_list": tr("List of action items"),
        "attendance_list": tr("Attendance list"),
        "extract": tr("Extract"),
        "agenda": tr("Invitation with agenda"),
    }[kind]


def scope_word(scope: Scope) -> str:
    return {
        "all": tr("everything"),
        "public": tr("for the public"),
        "closed": tr("closed part alone"),
    }[scope]


def language_word(language: str) -> str:
    return {"de": tr("German"), "en": tr("English")}.get(language, language)


def document_word(wanted: Wanted) -> str:
    """'Extract TOP 8.2, for the public, English': what is not usual is said."""
    parts = [kind_word(wanted.kind)]
    if wanted.kind == "extract" and wanted.items:
        parts[0] += " " + ", ".join(tr("item {number}", number=each) for each in wanted.items)
    if wanted.scope != "all":
        parts.append(scope_word(wanted.scope))
    if wanted.language:
        parts.append(language_word(wanted.language))
    return ", ".join(parts)
