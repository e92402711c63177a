"""What is said of a step in one line: a text that still knows which words were put into it.

Where a line is too narrow, what people typed (the wording of an entry, names) can give way, and
the program's own words stay whole: who reads '✓ saved 16:57: B1 The minutes of the …' must not miss
'removed' at its end. `tr`, `ntr` and `ptr` are those of `i18n` otherwise, for texts that are told
and never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from facilitator import i18n


class Said(str):
    """A translated text, and the words that were put into it."""

    __slots__ = ("_template", "_values")

    _template: str
    _values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Said:
        made = super().__new__(cls, template.format(**values))
        made._template, made._values = template, values
        return made

    def with_each(self, shorten: Callable[[str], str]) -> str:
        """The text with all words that were put into it, also into parts of it, shortened."""
        return self._template.format(
            **{
                name: value.with_each(shorten)
                if isinstance(value, Said)
                else shorten(value)
                if isinstance(value, str)
                else value
                for name, value in self._values.items()
            }
        )


def tr(text: str, /, **values: object) -> str:
    """The text in the language of the screen."""
    found = i18n.tr(text)
    return Said(found, values) if values else found


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """The text for `n` things in the language of the screen."""
    return Said(i18n.words(i18n.current_language()).plural(one, many, n), {"n": n, **values})


def ptr(context: str, text: str, /, **values: object) -> str:
    """The text in a context, in the language of the screen."""
    found = i18n.ptr(context, text)
    return Said(found, values) if values else found


def whole(text: str) -> str:
    """A text of the program of which nothing gives way."""
    return Said(text.replace("{", "{{").replace("}", "}}"), {}) if text else text


def joined(between: str, parts: Iterable[str]) -> str:
    """The parts in one text: those which are told still know their own words, any other gives way
    like a name."""
    found = tuple(parts)
    names = [f"part{at}" for at in range(len(found))]
    template = between.replace("{", "{{").replace("}", "}}").join(f"{{{name}}}" for name in names)
    return Said(template, dict(zip(names, found, strict=True)))
