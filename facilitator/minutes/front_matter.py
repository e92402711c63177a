"""The front matter of Markdown: YAML, for programs."""

from __future__ import annotations

from facilitator.minutes.document.model import FrontMatter
from facilitator.minutes.escaping import yaml_text


def front_matter(front: FrontMatter) -> str:
    """Between its two rules. What has no number, date, reference or form is left out; of the rest
    an empty text says that it is not known."""
    rows: list[tuple[str, str]] = [
        ("document", yaml_text(front.document)),
        ("scope", "" if front.scope == "all" else yaml_text(front.scope)),
        ("status", yaml_text(front.status)),
        ("version", str(front.version)),
        ("issued", front.issued),
        ("language", yaml_text(front.language)),
        ("series", yaml_text(front.series)),
        ("title", yaml_text(front.title)),
        ("number", "" if front.number is None else str(front.number)),
        ("file_reference", yaml_text(front.file_reference) if front.file_reference else ""),
        ("date", front.date),
        ("start", yaml_text(front.start)),
        ("end", yaml_text(front.end)),
        ("place", yaml_text(front.place)),
        ("form", yaml_text(front.form) if front.form else ""),
        ("chair", yaml_text(front.chair)),
        ("minute_taker", yaml_text(front.minute_taker)),
        ("public", "true" if front.public else "false"),
        ("fields", f"[{', '.join(yaml_text(field) for field in front.fields)}]"),
    ]
    lines = (f"{name}: {value}" for name, value in rows if value)
    return "\n".join(("---", *lines, "---"))
