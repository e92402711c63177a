"""What founds and renames: groups, the body itself, milestones."""

from __future__ import annotations

from facilitator.capture import read
from facilitator.capture.founding import found_group, founding_decision
from facilitator.i18n import current_language, tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem
from screens.commands import BY_ID
from screens.founded_rows import members_line
from screens.live_room import LiveRoom


class FoundingActs(LiveRoom):
    """Groups, the name of the body, milestones."""

    def command_found_group(self, argument: str) -> bool:
        """By the chosen decision, else the last one of this item."""
        founding = found_group(argument, self.typing.context(), self._by_decision())
        if not founding.changes:
            self.say_problem(founding.problem)
            return False
        remarks = []
        if founding.new:
            remarks.append(tr("new: {names}", names=", ".join(founding.new)))
        if founding.gone:
            remarks.append(tr("no longer in it: {names}", names=", ".join(founding.gone)))
        return self.record(*founding.changes, remark=" · ".join(remarks))

    def open_chosen(self) -> bool:
        """Enter on the row of a group: the line that says anew who belongs to it, to be mended."""
        group = self.live.meeting.group(self.chosen)
        if group is None:
            return super().open_chosen()
        word = BY_ID["found_group"].word(current_language())
        self.choose("")
        self.bar.put(f"{word} {members_line(group, self.live.meeting)}")
        return True

    def remove_chosen(self) -> bool:
        """A group is somebody's: it does not go with one key."""
        if self.live.meeting.group(self.chosen) is None:
            return super().remove_chosen()
        self.say_problem(tr("A group stays; Ctrl+Z right after founding it takes it back."))
        return True

    def command_rename_body(self, argument: str) -> bool:
        """The body is called so from now on; this meeting and older ones keep the old name."""
        meeting = self.live.meeting
        name = " ".join(argument.split())
        if not any(letter.isalpha() for letter in name):
            self.say_problem(tr("What is it called from now on? The new name is missing."))
            return False
        if name == (meeting.renamed_to or meeting.series_name):
            self.say_problem(tr("That is its name already."))
            return False
        back = name == meeting.series_name
        renamed = c.MeetingAmended(
            renamed_to="" if back else name, renamed_by="" if back else self._by_decision()
        )
        return self.record(renamed)

    def command_milestone(self, argument: str) -> bool:
        """With text a new milestone; without, the chosen action item becomes one or none."""
        if argument:
            reading = read(f"ms: {argument}", self.typing.context())
            return self.record(*reading.changes, remark=reading.problem)
        entry = self.chosen_entry()
        if not isinstance(entry, ActionItem):
            self.say_problem(
                tr("Choose an action item with ↑ first, or type what shall be reached.")
            )
            return False
        return self.record(
            c.ActionItemAmended(action_item=entry.id, is_milestone=not entry.is_milestone)
        )

    def _by_decision(self) -> str:
        return founding_decision(self.live.meeting, self.item, self.chosen)
