"""The line at the door, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.door_line import DoorLine, read_door_line


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("mül", DoorLine(name="mül")),
        ("  Lena  Krüger ,  Jobcenter ", DoorLine(name="Lena Krüger", organization="Jobcenter")),
        ("+Krüger, Jobcenter", DoorLine(name="Krüger", organization="Jobcenter")),
        ("Kern 16:50", DoorLine(name="Kern", arrived="16:50")),
        ("Kern ab 9.05 Uhr", DoorLine(name="Kern", arrived="09:05")),
        ("Kern bis 18:20", DoorLine(name="Kern", left="18:20")),
        ("Kern until 18:20", DoorLine(name="Kern", left="18:20")),
        ("Kern 16:50-18:20", DoorLine(name="Kern", arrived="16:50", left="18:20")),
        ("Kern von 16:50 bis 18:20", DoorLine(name="Kern", arrived="16:50", left="18:20")),
        ("Kern, VHS 16:50", DoorLine(name="Kern", organization="VHS", arrived="16:50")),
        ("Kern, kern@vhs.example", DoorLine(name="Kern", email="kern@vhs.example")),
        ("Kern <kern@vhs.example>", DoorLine(name="Kern", email="kern@vhs.example")),
        (
            "Lena Kern, VHS, kern@vhs.example 16:50",
            DoorLine(
                name="Lena Kern", organization="VHS", email="kern@vhs.example", arrived="16:50"
            ),
        ),
        ("Kern, kern@vhs", DoorLine(name="Kern", organization="kern@vhs")),
        ("alle Caritas", DoorLine(all_of="Caritas")),
        ("all of Caritas 16:40", DoorLine(all_of="Caritas", arrived="16:40")),
        ("Alle", DoorLine(name="Alle")),
        ("Allert", DoorLine(name="Allert")),
        ("+3 Gäste", DoorLine(guests=3, guests_text="Gäste")),
        ("-2 guests", DoorLine(guests=-2, guests_text="guests")),
        ("15 Gäste der VHS", DoorLine(guests=15, guests_text="Gäste der VHS", is_total=True)),
        ("3 Gastgeber", DoorLine(name="3 Gastgeber")),
    ],
)
def test_what_a_line_means(typed, line):
    assert read_door_line(typed) == line


@pytest.mark.parametrize("typed", ["Kern 25:00", "Kern bis 18:75", "Kern, VHS 99.99"])
def test_what_is_no_time_is_told(typed):
    assert read_door_line(typed).bad_time


@given(st.text(max_size=40))
def test_no_text_breaks_it_and_letters_are_never_lost(typed):
    line = read_door_line(typed)
    if line.guests is None and not line.has_times and not line.all_of:
        letters = [each for each in typed if each.isalnum()]
        said = line.name + line.organization + line.email + line.new_name
        assert sorted(e for e in said if e.isalnum()) == sorted(letters)
