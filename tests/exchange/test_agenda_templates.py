"""The shipped agendas are complete, in both languages, and add up."""

from __future__ import annotations

import pytest

from facilitator.exchange.agenda_text import read_agenda, templates, write_agenda


@pytest.mark.parametrize("language", ["de", "en"])
def test_both_languages_have_the_same_templates(language: str) -> None:
    found = {template.id: template for template in templates(language)}
    assert {id_: template.kind for id_, template in found.items()} == {
        "network": "network",
        "group": "group",
        "kick-off": "workshop",
        "conference": "conference",
        "steering-group": "body",
    }
    assert all(template.name != template.id for template in found.values())
    assert templates("fr") == ()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("id_", "lowest", "highest"),
    [
        ("network", 150, 180), ("group", 60, 120), ("kick-off", 150, 180),
        ("conference", 200, 240), ("steering-group", 120, 150),
    ],
)  # fmt: skip
def test_minutes_add_up(language: str, id_: str, lowest: int, highest: int) -> None:
    template = next(template for template in templates(language) if template.id == id_)
    lines = read_agenda(template.text)
    assert all(line.planned_minutes for line in lines)
    assert lowest <= sum(line.planned_minutes or 0 for line in lines if line.depth == 0) <= highest
    assert read_agenda(write_agenda(lines)) == lines


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_network_meeting_has_five_reports(language: str) -> None:
    lines = read_agenda(next(t for t in templates(language) if t.id == "network").text)
    assert sum(line.depth == 1 for line in lines) == 5
    reports = next(line for line in lines if line.planned_minutes == 75)
    assert sum(line.planned_minutes or 0 for line in lines if line.depth == 1) == 75
    assert reports.depth == 0


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("id_", ["network", "kick-off", "conference", "steering-group"])
def test_a_long_meeting_has_a_break_that_is_no_item(language: str, id_: str) -> None:
    lines = read_agenda(next(t for t in templates(language) if t.id == id_).text)
    assert [line.purpose for line in lines].count("break") == 1
    parts = [line for line in lines if line.depth == 1]
    for heading in (line for line in lines if line.planned_minutes == 40 and parts):
        below = lines[lines.index(heading) + 1 :][:2]
        assert sum(line.planned_minutes or 0 for line in below) == 40


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_steering_group_has_what_a_body_needs(language: str) -> None:
    lines = read_agenda(next(t for t in templates(language) if t.id == "steering-group").text)
    assert [line.purpose for line in lines if line.purpose] == ["approval", "open_actions", "break"]
    assert [line.public for line in lines] == [True] * (len(lines) - 1) + [False]
