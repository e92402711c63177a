"""Is a document what OParl 1.1 says? The facts of its schema stand in `tests/exchange/oparl`."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker

_SCHEMA = Path(__file__).parent.parent / "exchange" / "oparl" / "schema.json"
_FORMATS = FormatChecker(())


@_FORMATS.checks("url", raises=ValueError)
def _is_url(value: object) -> bool:
    """One that a client could ask: RFC 3986 with a host."""
    if not isinstance(value, str):
        return True
    parts = urlsplit(value)
    is_plain = value.isascii() and value.isprintable() and not set(value) & set(' <>"\\^`{|}')
    return parts.scheme in ("http", "https") and bool(parts.hostname) and is_plain


@_FORMATS.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    """RFC 3339: date and time with an offset in minutes."""
    if not isinstance(value, str):
        return True
    offset = datetime.fromisoformat(value).utcoffset()
    return offset is not None and offset.total_seconds() % 60 == 0 and value[10] == "T"


@_FORMATS.checks("date", raises=ValueError)
def _is_day(value: object) -> bool:
    return not isinstance(value, str) or (bool(date.fromisoformat(value)) and len(value) == 10)


def problems(document: Any, kind: str = "Meeting") -> list[str]:
    """What is wrong with an object of OParl 1.1, with its place; empty: it is valid."""
    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema | {"$ref": f"#/$defs/{kind}"}, format_checker=_FORMATS)
    return [
        f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)
    ]
