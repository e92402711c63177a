"""Fields of action: which there are, and what the running item is about."""

from __future__ import annotations

from facilitator.folding import fold
from facilitator.meeting import changes as c
from facilitator.saying import ntr, tr
from screens.live_room import LiveRoom


class FieldActs(LiveRoom):
    """One name: the item is about it, and what is recorded there inherits it. Several: they are
    known from now on ('#Wohnen' in a line). Unknown ones are made."""

    def command_field(self, argument: str) -> bool:
        between = ";" if ";" in argument else ","  # 'Sicherheit, Ordnung; Wohnen' are two
        typed = [" ".join(name.split()) for name in argument.split(between) if name.strip()]
        spelled: dict[str, str] = {}
        for name in typed:
            spelled.setdefault(fold(name), name)
        names = list(spelled.values())
        if not names:
            known = ", ".join(field.name for field in self.live.meeting.fields)
            none = tr("No fields of action yet: /field and a name makes one.")
            self.say(tr("Fields of action: {names}", names=known) if known else none)
            return True
        known_ids = {fold(field.name): field.id for field in self.live.meeting.fields}
        fresh = [name for name in names if fold(name) not in known_ids]
        made: list[c.Change] = [c.FieldAdded(name=name) for name in fresh]
        item = self.live.meeting.item(self.item)
        if len(names) == 1 and item is not None:
            field = known_ids.get(fold(names[0]), "^0")
            if field == item.field:
                self.say(tr("{item} is about {field} already.", item=item.number, field=names[0]))
                return True
            made.append(c.AgendaItemAmended(item=item.id, field=field))
        if not made:
            self.say(ntr("{n} field, known already", "{n} fields, all known already", len(names)))
            return True
        return self.record(*made)
