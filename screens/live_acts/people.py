"""Who may decide and who leads: quorum, conflicts of interest, roles."""

from __future__ import annotations

import re

import msgspec

from facilitator.capture import Context
from facilitator.capture.people_named import NamedPerson, read_people
from facilitator.folding import fold
from facilitator.meeting import changes as c
from facilitator.meeting.features import switched_on, uses
from facilitator.meeting.model import AgendaItem, Bias, Meeting, QuorumRule, Role
from facilitator.meeting.quorum import legal_number_of, quorum_at, stated, turned
from facilitator.quorum_words import turned_words
from facilitator.saying import tr
from facilitator.told_people import officer_words
from screens.live_room import LiveRoom
from screens.widgets.status import StatusLine

_RULE_WORDS: tuple[tuple[str, QuorumRule], ...] = (
    ("mehrheit", "more_than_half"), ("majority", "more_than_half"), ("hälfte", "half"),
    ("half", "half"), ("drittel", "third"), ("third", "third"), ("ohne", "none"),
    ("keine", "none"), ("none", "none"),
)  # fmt: skip
_RULES = {fold(word): rule for word, rule in _RULE_WORDS}
"""What may follow the number behind `/beschlussfähig`."""
_BACK = re.compile(r"\s+(?:zurück|zurueck|wieder|back|returns)\s*$", re.IGNORECASE)


class PeopleActs(LiveRoom):
    """Quorum, conflicts of interest, who chairs, moderates and takes the minutes."""

    def names_context(self) -> Context:
        return self.typing.context()

    def record(self, *changes: c.Change, said: str = "", remark: str = "") -> bool:
        """When a step costs the body its quorum or brings it back, that is said first."""
        before = self.live.meeting
        if not super().record(*changes, said=said, remark=remark):
            return False
        self._say_turned(before)
        return True

    def action_undo(self) -> None:
        before = self.live.meeting
        super().action_undo()
        self._say_turned(before)

    def action_redo(self) -> None:
        before = self.live.meeting
        super().action_redo()
        self._say_turned(before)

    def _say_turned(self, before: Meeting) -> None:
        now = self.live.meeting
        if uses(now, "quorum") and (quorum := turned(before, now, self.live.now())):
            self.query_one(StatusLine).say_first(turned_words(quorum))

    # -- quorum ---------------------------------------------------------------------------

    def action_quorum(self) -> None:
        self.command_quorum("")

    def command_quorum(self, argument: str) -> bool:
        """`/beschlussfähig` states it as it is; behind it the legal number and another rule."""
        read = _quorum_argument(argument)
        if read is None:
            self.say_problem(
                tr("Behind it: the legal number of members, and “half” or “third” if not more "
                   "than half are needed.")
            )  # fmt: skip
            return False
        number, rule = read
        meeting, now = self.live.meeting, self.live.now()
        meeting = msgspec.structs.replace(
            meeting,
            legal_number=number or meeting.legal_number,
            quorum_rule=rule or meeting.quorum_rule,
        )
        if not legal_number_of(meeting):
            self.say_problem(
                tr("Nobody with a vote is on the list: say the legal number, {command} 19.",
                   command=tr("/quorum"))
            )  # fmt: skip
            return False
        changes = [*switched_on(self.live.meeting, "quorum")]
        if number:
            changes.append(c.MeetingAmended(legal_number=number))
        if rule:
            changes.append(c.MeetingAmended(quorum_rule=rule))
        changes.append(stated(meeting, now, self.running_item_id()))
        quorum = quorum_at(meeting, now, self.running_item_id())
        numbers = {
            "time": f"{now.at:%H:%M}", "present": quorum.present, "legal": quorum.legal_number,
            "required": quorum.required,
        }  # fmt: skip
        if quorum.is_met:
            said = tr("✓ {time} stated: quorum. {present} of {legal} present and entitled, needed "
                      "{required}", **numbers)  # fmt: skip
        else:
            said = tr("✓ {time} stated: NO quorum. {present} of {legal} present and entitled, "
                      "needed {required}", **numbers)  # fmt: skip
        return self.record(*changes, said=said)

    # -- conflicts of interest ------------------------------------------------------------

    def command_bias(self, argument: str) -> bool:
        """`/befangen Weiß` takes no part in this item, `/befangen Weiß zurück` does again."""
        if back := _BACK.search(argument):
            return self.command_no_bias(argument[: back.start()])
        item = self._item_of_bias()
        if item is None:
            return False
        if not argument:
            self.say_problem(tr("Who takes no part in this item? The name goes behind the word."))
            return False
        people = self._named(argument)
        if people is None:
            return False
        out = [bias for bias in item.bias if bias.returned_at is None]
        if here := [p for p in people if any(_is_same(bias, p) for bias in out)]:
            self.say_problem(tr("{name} takes no part already.", name=here[0].name))
            return False
        declared = [c.BiasDeclared(item=item.id, person=p.person, name=p.name) for p in people]
        changes = (*switched_on(self.live.meeting, "bias"), *declared)
        return self.record(*changes, remark=_unknown(people))

    def action_no_bias(self) -> None:
        self.command_no_bias("")

    def command_no_bias(self, argument: str) -> bool:
        """`/unbefangen Weiß` is back; without a name: nobody declares a personal interest."""
        item = self._item_of_bias()
        if item is None:
            return False
        out = [bias for bias in item.bias if bias.returned_at is None]
        if not argument.strip():
            if out:
                names = ", ".join(bias.name for bias in out)
                self.say_problem(
                    tr("{names}: out of this item. Say the name to bring somebody back.",
                       names=names)
                )  # fmt: skip
                return False
            changes = (*switched_on(self.live.meeting, "bias"), c.BiasDenied(item=item.id))
            return self.record(*changes)
        people = self._named(argument)
        if people is None:
            return False
        ended: list[c.Change] = []
        for person in people:
            bias = next((each for each in out if _is_same(each, person)), None)
            if bias is None:
                self.say_problem(tr("{name} is not out of this item.", name=person.name))
                return False
            ended.append(c.BiasEnded(item=item.id, person=bias.person, name=bias.name))
        return self.record(*ended)

    def _item_of_bias(self) -> AgendaItem | None:
        item = self.live.meeting.item(self.item)
        if item is None or not item.is_business:
            self.say_problem(tr("That belongs to an agenda item: start one first (F9)."))
            return None
        return item

    # -- roles ----------------------------------------------------------------------------

    def command_chair(self, argument: str) -> bool:
        return self._takes_over("chair", argument)

    def command_moderator(self, argument: str) -> bool:
        return self._takes_over("moderator", argument)

    def command_minute_taker(self, argument: str) -> bool:
        return self._takes_over("minute_taker", argument)

    def _takes_over(self, role: Role, argument: str) -> bool:
        """Who held it before keeps it until now."""
        holder = self.live.meeting.officer(role)
        if not argument.strip():
            told = officer_words(role, holder.name if holder else "")
            self.say_problem(tr("{now}. Who takes over? The name goes behind the word.", now=told))
            return False
        people = self._named(argument)
        if people is None:
            return False
        if len(people) != 1:
            self.say_problem(tr("Only one at a time."))
            return False
        (person,) = people
        if holder and holder.until is None and holder.name == person.name:
            self.say_problem(tr("{now} already.", now=officer_words(role, person.name)))
            return False
        named = c.OfficerNamed(role=role, name=person.name, person=person.person)
        return self.record(named, remark=_unknown(people))

    # -- names ----------------------------------------------------------------------------

    def _named(self, argument: str) -> tuple[NamedPerson, ...] | None:
        """Everybody named; None: said why not."""
        reading = read_people(argument, self.names_context())
        if reading.people:
            return reading.people
        self.say_problem(reading.problem or tr("A name needs letters."))
        return None


def _quorum_argument(argument: str) -> tuple[int, QuorumRule | None] | None:
    """Legal number (0: as it is) and rule (None: as it is); None: not understood."""
    number, rule = 0, None
    for word in argument.split():
        if word.isdecimal() and 0 < int(word) < 10_000 and not number:
            number = int(word)
        elif fold(word) in _RULES and rule is None:
            rule = _RULES[fold(word)]
        else:
            return None
    return number, rule


def _is_same(bias: Bias, person: NamedPerson) -> bool:
    if bias.person or person.person:
        return bias.person == person.person
    return fold(bias.name) == fold(person.name)


def _unknown(people: tuple[NamedPerson, ...]) -> str:
    """A hint where a name may be a slip."""
    names = ", ".join(p.name for p in people if not p.person)
    return tr("not on the list: {names}", names=names) if names else ""
