"""Two documents compared field by field, lists row by row."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.i18n import current_language
from facilitator.minutes.comparing.difference import Difference, Kind
from facilitator.minutes.comparing.labels import label, shown
from facilitator.minutes.comparing.rows import called, described, matched
from facilitator.minutes.comparing.text import changed_words, quoted
from facilitator.minutes.document import MinutesDocument

_OF_THE_ISSUE = frozenset({"version", "issued", "status"})
_AGAIN = frozenset({"front", "agenda"})
"""Parts that say what others say already: looked at only where nothing else differs."""
_WORDINGS = frozenset({"wording", "text", "summary", "notes", "answer", "comment", "title"})
_INNER = ("head", "attendance", "next_meeting")
"""Parts whose fields speak for themselves."""


def differences(before: MinutesDocument, after: MinutesDocument) -> tuple[Difference, ...]:
    """What `after` says otherwise, in the order of the document; empty only if both say the same.
    Version, date of issue and state do not count."""
    found = _Comparison(before, after)
    for name in before.__struct_fields__:
        if name not in _OF_THE_ISSUE | _AGAIN:
            where = () if name in _INNER or not _is_struct(before, name) else (label(name),)
            found.value(name, getattr(before, name), getattr(after, name), where)
    if not found.differences:
        for name in ("agenda", "front"):
            found.value(name, getattr(before, name), getattr(after, name), (label(name),))
    return tuple(found.differences)


def _is_struct(document: MinutesDocument, name: str) -> bool:
    return isinstance(getattr(document, name), Struct)


class _Comparison:
    def __init__(self, before: MinutesDocument, after: MinutesDocument) -> None:
        self.differences: list[Difference] = []
        self._said: set[tuple[str, ...]] = set()
        pairs, _, _ = matched(before.sections, after.sections)
        self._renumbered = {(one.number, two.number) for one, two in pairs}

    def value(self, field: str, before: object, after: object, where: tuple[str, ...]) -> None:
        """`field`: the name of the field both are of."""
        if before == after:
            return
        if isinstance(before, tuple) and isinstance(after, tuple):
            self._rows(field, before, after, where)
        elif isinstance(before, Struct) and type(before) is type(after):
            self._struct(before, after, where)
        elif isinstance(before, Struct) or isinstance(after, Struct):
            if before is None:
                self._say("new", where, label(field), after=described(after) or label(field))
            elif after is None:
                self._say("gone", where, label(field), before=described(before) or label(field))
            else:
                self._say("changed", where, label(field), described(before), described(after))
        elif not (field == "item" and (before, after) in self._renumbered):
            self._plain(field, before, after, where)

    def _struct(self, before: Struct, after: object, where: tuple[str, ...]) -> None:
        is_front = type(before).__name__ == "FrontMatter"
        for name in before.__struct_fields__:
            if name != "id" and not (is_front and name in _OF_THE_ISSUE):
                self.value(name, getattr(before, name), getattr(after, name), where)

    def _plain(self, field: str, before: object, after: object, where: tuple[str, ...]) -> None:
        if field in _WORDINGS and isinstance(before, str) and isinstance(after, str):
            one, two = changed_words(before, after)
            language = current_language()
            self._say("changed", where, label(field), quoted(one, language), quoted(two, language))
        else:
            self._say("changed", where, label(field), shown(field, before), shown(field, after))

    def _rows(
        self,
        field: str,
        before: Sequence[object],
        after: Sequence[object],
        where: tuple[str, ...],
    ) -> None:
        if not any(isinstance(row, Struct) for row in (*before, *after)) and not any(
            isinstance(row, str) for row in (*before, *after)
        ):
            self._say("changed", where, label(field), _list(before), _list(after))
            return
        pairs, gone, new = matched(before, after)
        for one, two in pairs:
            inner = (*where, called(one)) if isinstance(one, Struct) else where
            self.value(field, one, two, inner)
        for row in gone:
            self._whole("gone", field, row, where)
        for row in new:
            self._whole("new", field, row, where)
        firsts = [id(one) for one, _ in pairs]
        in_order = [id(row) for row in before if id(row) in set(firsts)]
        if firsts != in_order:
            places = {id(row): row for row in before}
            named = [_short(places[each]) for each in in_order]
            self._say(
                "order", where, label(field), ", ".join(named),
                ", ".join(_short(two) for _, two in pairs),
            )  # fmt: skip

    def _whole(self, kind: Kind, field: str, row: object, where: tuple[str, ...]) -> None:
        """A row that is new or gone; of a group of action items each of them."""
        actions = getattr(row, "actions", ()) if type(row).__name__ == "ActionGroup" else ()
        for each in actions or (row,):
            said = described(each) or "–"
            is_gone = kind == "gone"
            self._say(
                kind,
                where,
                label(field),
                before=said if is_gone else "",
                after="" if is_gone else said,
                is_unique=bool(getattr(each, "number", "")) and hasattr(each, "item"),
            )

    def _say(
        self,
        kind: Kind,
        where: tuple[str, ...],
        what: str,
        before: str = "",
        after: str = "",
        *,
        is_unique: bool = False,
    ) -> None:
        """The same of the same thing is said once: decisions and action items stand in their item
        and in the lists at the end."""
        place = where[-1] if where and not is_unique else ""
        key = (kind, place, what if kind == "changed" else "", before, after)
        if key not in self._said:
            self._said.add(key)
            self.differences.append(
                Difference(kind=kind, where=where, what=what, before=before, after=after)
            )


def _short(row: object) -> str:
    return called(row) or described(row)


def _list(values: Sequence[object]) -> str:
    return ", ".join(map(str, values)) or "–"
