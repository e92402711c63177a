"""Jinja2 for minutes: sandboxed, strict about unknown names, and every text of a user is escaped
for Markdown by itself, so that the author of a template cannot forget it.

Filters for places where a text may keep its lines: `lines` in a paragraph, `quoted` in a block
quote, `item` in a list item, `subitem` in one below it; `inline` behind other words of a line;
`cell` in a table; `yaml` in the front matter. Without a filter a text comes out on one line, safe
anywhere.

Filters for what is laid out already: `paper|part("head")`, `blocks|blocks` for some of its blocks,
`paper|front` for the front matter.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import msgspec
from jinja2 import BaseLoader, StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment
from markupsafe import Markup

from facilitator.minutes import escaping
from facilitator.minutes.front_matter import front_matter
from facilitator.minutes.paper.markdown import blocks


class Plain(str):
    """A user's text: wherever a template joins it with Markdown, it escapes itself."""

    __slots__ = ()

    def __html__(self) -> str:
        return escaping.escaped(self)


def as_plain(value: Any) -> Any:
    """The value with all its texts as `Plain`."""
    return with_texts(value, Plain)


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The value with all its texts changed, through tuples and Structs."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple([with_texts(each, change) for each in value])
    if isinstance(value, msgspec.Struct):
        names = value.__struct_fields__
        fields = {name: with_texts(getattr(value, name), change) for name in names}
        return msgspec.structs.replace(value, **fields)
    return value


class TooLong(Exception):
    """The clock in a loop has run out: that loop is the line to look at."""


class Environment(ImmutableSandboxedEnvironment):
    """Looks at the clock in each turn of a loop, if there is a time limit; makes no text or
    number that would fill the memory."""

    intercepted_binops = frozenset({"*", "**"})

    end: float | None = None
    """On the steady clock; None: no limit."""

    def look_at_clock(self) -> None:
        if self.end is not None and time.monotonic() > self.end:
            raise TooLong

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            raise SecurityError("** cannot be used")
        number = left if isinstance(left, int) else right
        if isinstance(number, int) and number > MAX_RANGE:
            raise SecurityError(f"{number} is too large a factor")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in list(tree.find_all(nodes.For)):
            look = nodes.EnvironmentAttribute("look_at_clock", lineno=loop.lineno)
            call = nodes.Call(look, [], [], None, None, lineno=loop.lineno)
            loop.body.insert(0, nodes.ExprStmt(call, lineno=loop.lineno))
        return tree


def environment_of(loader: BaseLoader) -> Environment:
    """Jinja2 as it is for every template, whoever made it."""
    environment = Environment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,  # so that macros and blocks are known to be Markdown already
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.pop("lipsum", None)
    environment.filters |= {
        "lines": _marked(escaping.in_lines),
        "quoted": _marked(lambda text: f"> {escaping.in_lines(text, '> ')}"),
        "item": _marked(lambda text: escaping.in_lines(text, "  ")),
        "subitem": _marked(lambda text: escaping.in_lines(text, "    ")),
        "inline": _marked(escaping.in_table),
        "cell": _marked(escaping.in_table),
        "yaml": _marked(escaping.yaml_text),
        "part": lambda paper, name: _markdown(blocks(paper.part(name))),
        "blocks": lambda some: _markdown(blocks(some)),
        "front": lambda paper: _markdown(front_matter(paper.front)),
    }
    return environment


def _finalized(value: object) -> object:
    """What `{{ ... }}` prints: Markdown as it is, anything else as a user's text. A text made in
    the template (', ', or out of a user's) keeps one blank at each end."""
    if hasattr(value, "__html__"):
        return value
    text = str(value)
    left, right = " " * text.startswith(" "), " " * (text.strip() != "" and text.endswith(" "))
    return Markup(f"{left}{escaping.escaped(text)}{right}")  # noqa: S704 - Markdown, and escaped


def _markdown(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - Markdown, and escaped


def _marked(function: Callable[[str], str]) -> Callable[[object], Markup]:
    """A filter whose result is Markdown; what is Markdown already passes."""

    def apply(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return Markup(function(str(value)))  # noqa: S704 - Markdown, and escaped

    return apply
