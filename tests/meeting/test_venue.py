"""What of a place lets strangers into a video conference, and what does not."""

from __future__ import annotations

import pytest

from facilitator.meeting.venue import venue


@pytest.mark.parametrize(
    ("place", "words", "form"),
    [
        ("Rathaus (Saal 2), https://meet.example/a", "Rathaus (Saal 2)", "hybrid"),
        ("Kreishaus (https://meet.example/a)", "Kreishaus", "hybrid"),
        (
            "Rathaus, Zoom https://zoom.example/j/1?pwd=x Meeting-ID: 814 2233 4455 Kenncode: a1B2",
            "Rathaus",
            "hybrid",
        ),
        ("Zoom, Meeting-ID: 814 2233 4455, Passwort: geheim!", "Zoom", "video"),
        ("Teams (Besprechungs-ID: 333 444 555 66, Passcode: Xy7)", "Teams", "video"),
        ("Webex, Meeting-Nr. 2732 111 222, Einwahl +49 69 1234567", "Webex", "video"),
        ("Videokonferenz 814@vc.example (PIN: 1234)", "Videokonferenz", "video"),
        ("Rathaus, Saal 2, Zoom, Kenncode: a1B2", "Rathaus, Saal 2", "hybrid"),
        ("Rathaus / online: teams.example/l/meetup/xx", "Rathaus", "hybrid"),
        (
            "Videozentrum, Zoomstraße 1, https://meet.example/a",
            "Videozentrum, Zoomstraße 1",
            "hybrid",
        ),
        ("sip:123@vc.example", "", "video"),
        ("Rathaus, Raum-Nr. 12, PIN am Eingang", "Rathaus, Raum-Nr. 12, PIN am Eingang", ""),
        ("Rathausplatz 1/3, 51373 Leverkusen", "Rathausplatz 1/3, 51373 Leverkusen", ""),
        ("Haus der Musik, Saal 3 (2. OG)", "Haus der Musik, Saal 3 (2. OG)", ""),
    ],
)
def test_the_way_in_is_taken_out_and_the_place_stays(place, words, form) -> None:
    found = venue(place)
    assert (found.words, found.form) == (words, form)
