"""/feld: fields of action are made, and an item is about one."""

from __future__ import annotations

from stage import Stage, shown

from facilitator.meeting.model import ActionItem


async def test_an_item_is_about_a_field_and_its_actions_inherit_it(stage: Stage) -> None:
    stage.start(0)
    async with shown(stage) as seen:
        await seen.say("/feld Wohnen; Sprache und Bildung; wohnen")
        assert [f.name for f in stage.meeting.fields] == ["Wohnen", "Sprache und Bildung"]
        await seen.say("/field wohnen")
        field = stage.meeting.fields[0]
        running = stage.meeting.running_item
        assert running is not None
        assert running.field == field.id
        await seen.say("m: Flyer drucken")
        action = stage.last()
        assert isinstance(action, ActionItem)
        assert action.field == field.id
        await seen.say("m: Kurse ausbauen #Sprache")
        await seen.press("enter")  # the first one took the name that was half typed
        action = stage.last()
        assert isinstance(action, ActionItem)
        assert action.field == stage.meeting.fields[1].id
        await seen.say("/felder")
        assert "Fields of action: Wohnen, Sprache und Bildung" in seen.words()
        await seen.say("/feld Wohnen")
        assert "1 is about Wohnen already." in seen.words()
