"""Each view of the wall: what stands in it, what never does, at every size."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from rich.cells import cell_len
from stage import AGENDA, Stage, play
from walls import Shown, begin_break, furnish, show_dots

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, FistToFive, Owner, Vote
from facilitator.wall import View, WallState
from screens.wall import BY_HAND, WallLine, chosen, wall_lines

SIZES = ((60, 16), (80, 18), (80, 24), (120, 36), (200, 60), (20, 5), (1, 1))


@pytest.fixture(autouse=True)
def german(stage: Stage) -> None:
    """The wall speaks German here; `stage` would set English."""
    use_language("de")


def lines_of(
    stage: Stage, view: View = "follow", subject: str = "", size: tuple[int, int] = (80, 24)
) -> tuple[WallLine, ...]:
    asked = WallState(view=view, subject=subject)
    return wall_lines(stage.meeting, stage.clock.now(), asked, *size)


def wall(
    stage: Stage, view: View = "follow", subject: str = "", size: tuple[int, int] = (80, 24)
) -> str:
    return "\n".join(line.text for line in lines_of(stage, view, subject, size))


def red(stage: Stage, view: View = "follow") -> str:
    spans = (span for line in lines_of(stage, view) for span in line.spans)
    return "".join(span.text for span in spans if span.look == "over")


def view_of(stage: Stage, view: View = "follow", subject: str = "") -> str:
    return chosen(stage.meeting, WallState(view=view, subject=subject))[0]


# -- following ------------------------------------------------------------------------------------


def test_it_follows_from_the_start_to_the_end(stage: Stage) -> None:
    assert view_of(stage) == "title"
    stage.live.record(c.MeetingStarted())
    assert view_of(stage) == "title"
    stage.live.record(c.ItemStarted(item=stage.items[0]))
    assert view_of(stage) == "item"
    stage.live.record(c.NoteRecorded(text="nichts", item=stage.items[0]))
    assert view_of(stage) == "item"
    stage.live.record(c.DecisionRecorded(wording="Ja", item=stage.items[0]))
    assert view_of(stage) == "agreed"
    stage.live.record(c.ItemStarted(item=stage.items[2]))
    assert view_of(stage) == "item"
    stage.live.record(c.AgendaItemAdded(title="Pause", purpose="break"))
    stage.live.record(c.ItemStarted(item=stage.meeting.agenda_items[-1].id, interrupts=True))
    assert view_of(stage) == "break"
    stage.live.record(c.ItemStarted(item=stage.items[2]))
    assert view_of(stage) == "item"
    stage.live.record(c.ItemEnded(item=stage.items[2]))
    assert view_of(stage) == "agreed"
    stage.live.record(c.MeetingClosed())
    assert view_of(stage) == "closing"
    stage.live.record(c.MeetingReopened())
    assert view_of(stage) != "closing"


def test_a_view_with_nothing_to_show_falls_back_to_what_fits(stage: Stage) -> None:
    stage.start()
    for view in ("read_back", "vote", "cards", "dots", "round", "break"):
        assert view_of(stage, view) == "item", view  # type: ignore[arg-type]
        assert view_of(stage, view, "gone") == "item", view  # type: ignore[arg-type]


# -- the views ------------------------------------------------------------------------------------


def test_before_the_start_title_and_time(stage: Stage) -> None:
    stage.live.record(c.MeetingAmended(start="19:05", place="Kreishaus"))
    words = wall(stage)
    for told in (
        "Netzwerk Integration Kreis Lindenau",
        "2. Netzwerktreffen",
        "Beginn",
        "Kreishaus",
    ):
        assert told in words
    assert "██" in words
    stage.live.record(c.MeetingAmended(start="17:55"))
    assert "gleich geht es los" in wall(stage)


def test_the_item_with_the_minutes_left_and_what_comes(stage: Stage) -> None:
    stage.live.record(c.AgendaItemAmended(item=stage.items[2], presenter="Ewa Lis, VHS"))
    stage.start(2)
    words = wall(stage)
    for told in ("2.1", "Bericht der AG Sprache", "Ewa Lis, VHS", "Minuten", "danach    2.2"):
        assert told in words
    assert not red(stage)
    stage.clock.advance(16 * 60)
    words = wall(stage)
    assert "Minuten über der Zeit" in words
    assert "Die Zeit ist um" in red(stage)


def test_what_was_agreed_with_the_item_and_its_time(stage: Stage) -> None:
    play(stage)
    words = wall(stage)
    lines = words.split("\n")
    assert "2.2  Was wir vereinbart haben" in lines[1]
    assert "2.2  Bericht der AG Arbeit   ·   noch 3 Min" in words
    place = next(at for at, line in enumerate(lines) if "Jobmessen" in line)
    assert lines[place + 1].split() == ["Samir", "Haddad", "Frühjahr", "2027"]
    assert lines[place + 2] == ""
    assert "erweitert.           beschlossen" in words
    mirrored = wall(stage, size=(80, 18)).split("\n")
    assert "2.2  Bericht der AG Arbeit   ·   noch 3 Min" in mirrored[0]
    assert mirrored[0].endswith("18:32")
    assert mirrored[2].strip() == "Was wir vereinbart haben"


def test_what_was_agreed_is_told_by_kind_and_vote(stage: Stage) -> None:
    stage.start()
    for kind, vote in (
        ("recommendation", None), ("order", None), ("acknowledgement", None),
        ("decision", Vote(yes=2, no=9)),
    ):  # fmt: skip
        stage.live.record(
            c.DecisionRecorded(wording=f"Satz {kind}", item=stage.items[0]),
            c.DecisionAmended(decision="^0", decision_kind=kind, vote=vote),  # type: ignore[arg-type]
        )
    words = wall(stage, size=(80, 40))
    for told in ("empfohlen", "beauftragt", "zur Kenntnis genommen", "abgelehnt"):
        assert told in words
    stage.live.record(c.MeetingAmended(kind="body"))
    assert "noch nicht abgestimmt" in wall(stage, size=(80, 40))


def test_a_counted_vote_is_told_under_what_was_decided(stage: Stage) -> None:
    furnish(stage)
    lines = wall(stage).split("\n")
    place = next(at for at, line in enumerate(lines) if "Handwerkskammer" in line)
    assert lines[place + 1] == "        einstimmig bei 4 Enthaltungen"


def test_the_wording_is_read_back_then_confirmed(stage: Stage) -> None:
    shown = furnish(stage)
    words = wall(stage, "read_back", shown.decision)
    assert "BESCHLUSS" in words
    assert "wird verlesen" in words
    assert "          Die AG Arbeit wird um die Handwerkskammer erweitert." in words
    stage.live.record(c.DecisionAmended(decision=shown.decision, read_back_at=stage.clock.now()))
    assert "verlesen und bestätigt" in wall(stage, "read_back", shown.decision)


def test_a_long_wording_is_whole_on_its_pages(stage: Stage) -> None:
    stage.start()
    words = [f"Wort{n}" for n in range(220)]
    stage.live.record(c.DecisionRecorded(wording=" ".join(words), item=stage.items[0]))
    seen: set[str] = set()
    for _ in range(8):
        seen |= set(wall(stage, "read_back").split())
        stage.clock.advance(10)
    assert set(words) <= seen
    assert "Seite" in wall(stage, "read_back")


def test_actions_are_read_back_and_filled_in(stage: Stage) -> None:
    play(stage)
    words = wall(stage, "read_back_actions", stage.items[3])
    assert "Stimmt das so?" in words
    assert "wer?" in words
    assert "bis wann?" in words
    assert "beschlossen" not in words
    stage.live.record(
        c.ActionItemAmended(
            action_item=stage.meeting.action_items[-1].id,
            owners=(Owner(name="Nowak"),),
            due=Due(text="Ende März"),
        )
    )
    words = wall(stage, "read_back_actions", stage.items[3])
    assert "wer?" not in words
    assert "Ende März" in words
    stage.live.record(
        *(
            c.ActionItemAmended(action_item=action.id, read_back_at=stage.clock.now())
            for action in stage.meeting.action_items
        )
    )
    words = wall(stage, "read_back_actions", stage.items[3])
    assert "verlesen und bestätigt" in words
    assert "Stimmt das so?" not in words


def test_many_actions_take_turns(stage: Stage) -> None:
    stage.start()
    for n in range(12):
        stage.live.record(c.ActionItemRecorded(summary=f"Aufgabe {n}.", item=stage.items[0]))
    seen = set()
    for _ in range(3):
        words = wall(stage, "read_back_actions")
        seen |= {n for n in range(12) if f"Aufgabe {n}." in words}
        stage.clock.advance(10)
    assert seen == set(range(12))


def test_a_vote_in_numbers_and_words(stage: Stage) -> None:
    shown = furnish(stage)
    words = wall(stage, "vote", shown.decision)
    for told in ("Ja", "Nein", "Enthaltungen", "einstimmig", "Handwerkskammer"):
        assert told in words


def test_a_fist_to_five_shows_numbers_and_no_concerns(stage: Stage) -> None:
    stage.start()
    (made,) = stage.live.record(c.DecisionRecorded(wording="Satz", item=stage.items[0]))
    fist = FistToFive(
        at=stage.clock.now(), counts=(1, 0, 2, 3, 4, 5), concerns=("Haddad: zu teuer",)
    )
    stage.live.record(c.OpinionTaken(decision=made.id, opinion=fist))
    words = wall(stage, "vote", size=(80, 30))
    assert "Fünf Finger" in words
    assert "teuer" not in words
    rows = [line.split() for line in words.split("\n") if "█" in line]
    assert [(row[0], row[-1]) for row in rows] == [
        ("5", "5"), ("4", "4"), ("3", "3"), ("2", "2"), ("Faust", "1"),
    ]  # fmt: skip


def test_cards_in_columns_and_never_their_dots(stage: Stage) -> None:
    shown = furnish(stage)
    words = wall(stage, "cards", shown.board, (120, 36))
    for told in ("Wohnen", "BESTAND", "BEDARF", "VORSCHLAG", "Zugang", "Mietpatenschaften"):
        assert told in words
    assert "31" not in words
    narrow = wall(stage, "cards", shown.board)
    stage.clock.advance(10)
    both = narrow + wall(stage, "cards", shown.board)
    assert "BESTAND" in both
    assert "VORSCHLAG" in both
    assert "Seite 1 von 2" in both


def test_dots_only_once_they_may_be_shown(stage: Stage) -> None:
    shown = furnish(stage)
    assert view_of(stage, "dots", shown.board) == "agreed"
    assert "31" not in wall(stage, "dots", shown.board)
    show_dots(stage, shown.board)
    words = wall(stage, "dots", shown.board)
    bars = [line for line in words.split("\n") if "█" in line]
    assert [line.split()[-1] for line in bars] == ["31", "19", "12"]
    assert "62 von 124 Punkten geklebt · je Person 2" in words


def test_who_has_the_floor_and_who_is_next(stage: Stage) -> None:
    furnish(stage)
    stage.live.record(c.SpeakerAdded(name="Karin Öztürk", is_point_of_order=True))
    stage.clock.advance(400)
    lines = [line.strip() for line in wall(stage, "speakers").split("\n")]
    assert lines[lines.index("hat das Wort") + 2] == "Samir Haddad"
    assert "1   Karin Öztürk · zur Geschäftsordnung" in lines
    assert "2   Petra Brandt" in lines
    assert not any("Min" in line for line in lines)


def test_a_round_of_groups_without_what_they_said(stage: Stage) -> None:
    shown = furnish(stage)
    words = wall(stage, "round", shown.round)
    for told in ("Welche Unterstützung", "✓  Bildung und Sprache", "▸  Soziales", "2 von 4"):
        assert told in words
    assert "Räume am Abend" not in words


def test_a_round_of_people_is_no_list_of_who_is_there(stage: Stage) -> None:
    stage.start()
    stage.live.record(c.RoundOpened(prompt="Erwartungen?", over="people", subjects=stage.people))
    words = wall(stage, "round")
    assert "jetzt       Marta Nowak" in words
    assert "danach      Norbert Novak" in words
    assert "Petra Brandt" not in words


def test_a_break_says_when_it_goes_on_and_is_never_red(stage: Stage) -> None:
    shown = furnish(stage)
    begin_break(stage, shown.pause, "18:40")
    words = wall(stage)
    assert "weiter um" in words
    assert "danach   2.2   Bericht der AG Arbeit" in words
    stage.clock.advance(3600)
    words = wall(stage)
    assert "gleich geht es weiter" in words
    assert "weiter um" not in words
    assert not red(stage)


def test_a_break_over_midnight(stage: Stage) -> None:
    shown = furnish(stage)
    stage.clock.advance(5 * 3600 + 600)  # 23:42
    begin_break(stage, shown.pause, "00:05")
    assert "weiter um" in wall(stage)
    stage.clock.advance(30 * 60)
    assert "gleich geht es weiter" in wall(stage)


def test_the_closing_thanks_counts_and_names_the_next_date(stage: Stage) -> None:
    furnish(stage)
    stage.live.close()
    words = wall(stage)
    for told in ("Vielen Dank!", "1 Beschluss · 2 Maßnahmen", "Mi 21.04.2027, 16:30", "Kreishaus"):
        assert told in words


def test_the_agenda_marks_what_is_over_and_what_runs(stage: Stage) -> None:
    furnish(stage)
    words = wall(stage, "agenda")
    assert "✓  1      Eröffnung" in words
    assert "▸    2.2    Bericht der AG Arbeit" in words


def test_a_long_agenda_shows_the_page_of_the_running_item(stage: Stage) -> None:
    made = [stage.live.record(c.AgendaItemAdded(title=f"Punkt {n}."))[0].id for n in range(40)]
    stage.live.record(c.MeetingStarted(), c.ItemStarted(item=made[30]))
    assert "Punkt 30." in wall(stage, "agenda")
    assert "Punkt 2." not in wall(stage, "agenda")


def test_the_blank_wall_is_blank(stage: Stage) -> None:
    furnish(stage)
    assert not wall(stage, "blank").strip()


# -- not public -----------------------------------------------------------------------------------


def test_while_an_item_is_not_public_only_that_and_the_time(stage: Stage) -> None:
    furnish(stage)
    stage.live.record(c.AgendaItemAmended(item=stage.items[1], public=False))  # the heading above
    words = wall(stage)
    assert words.split() == ["Nichtöffentlicher", "Teil", f"{stage.clock.now().at:%H:%M}"]
    views: tuple[View, ...] = ("item", "speakers", "read_back", "vote", "round", "cards")
    for view in views:
        assert "Nichtöffentlicher Teil" in wall(stage, view), view
    for view in BY_HAND:
        for told in ("Jobmessen", "Handwerkskammer", "Bericht der AG Arbeit", "Mietpaten", "IHK"):
            assert told not in wall(stage, view), view
    assert "nichtöffentlich" in wall(stage, "agenda")


def test_what_comes_next_is_not_told_if_it_is_not_public(stage: Stage) -> None:
    stage.live.record(c.AgendaItemAmended(item=stage.items[3], public=False))
    stage.start(2)
    assert "danach    2.2    nichtöffentlich" in wall(stage)


def test_a_break_within_the_part_that_is_not_public_is_a_break(stage: Stage) -> None:
    stage.live.record(c.AgendaItemAmended(item=stage.items[1], public=False))
    stage.start(3)
    pause = c.AgendaItemAdded(
        title="Geheimes Gespräch", purpose="break", parent=stage.items[1], agreed_end="18:30"
    )
    stage.live.record(pause, c.ItemStarted(item="^0", interrupts=True))
    words = wall(stage)
    assert "weiter um" in words
    assert "danach   2.2   nichtöffentlich" in words
    assert "Geheimes" not in words


def test_what_was_decided_under_an_item_that_is_gone_is_no_business_of_the_room(
    stage: Stage,
) -> None:
    stage.live.record(c.AgendaItemAmended(item=stage.items[5], public=False))
    stage.start(5)
    made = stage.live.record(
        c.DecisionRecorded(wording="Geheim.", item=stage.items[5]),
        c.BoardOpened(prompt="Vertraulich.", item=stage.items[5]),
    )
    stage.live.record(c.AgendaItemRemoved(item=stage.items[5]))
    for view in ("follow", *BY_HAND):
        for subject in ("", *(each.id for each in made)):
            words = wall(stage, view, subject)
            assert "Geheim." not in words, view
            assert "Vertraulich." not in words, view
    stage.live.record(c.EntryMoved(entry=made[0].id, item=stage.items[0]))
    assert "Geheim." in wall(stage, "agreed")
    stage.live.record(c.DecisionRecorded(wording="Ohne TOP."))
    assert "Ohne TOP." in wall(stage, "agreed")


# -- sizes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_view_fills_its_size_and_no_more(
    stage: Stage, size: tuple[int, int], language: str
) -> None:
    use_language(language)
    shown: Shown = furnish(stage)
    show_dots(stage, shown.board)
    for title in (
        "Ein sehr langer Titel, wie er im Rat steht, " * 4,
        "漢字" * 40,
        "[/x]\x1b[2J\n9",
    ):
        stage.live.record(
            c.AgendaItemAmended(item=stage.items[3], title=title, presenter=title),
            c.DecisionAmended(decision=shown.decision, wording=title),
            c.BoardAmended(board=shown.board, prompt=title),
            c.RoundAmended(round=shown.round, prompt=title),
            c.MeetingAmended(title=title),
        )
        for view in ("follow", *BY_HAND):
            lines = lines_of(stage, view, size=size)
            assert len(lines) == size[1]
            for line in lines:
                assert cell_len(line.text) <= size[0], (view, line.text)
                assert "\x1b" not in line.text
                assert "\n" not in line.text


def test_every_item_of_the_agenda_has_its_view(stage: Stage) -> None:
    stage.live.record(c.MeetingStarted())
    for item, (title, _, _) in zip(stage.items, AGENDA, strict=True):
        assert title in wall(stage, "item", item)


def test_days_overdue_are_not_told(stage: Stage) -> None:
    stage.start()
    due = Due(text="1.3.", edtf="2026-03-01", last=date(2026, 3, 1))
    stage.live.record(c.ActionItemRecorded(summary="Alt", item=stage.items[0], due=due))
    assert "Tage" not in wall(stage)
    meeting = msgspec.structs.replace(stage.meeting, agenda_items=())
    assert wall_lines(meeting, stage.clock.now(), WallState(), 80, 24)


def test_before_the_close_all_that_was_agreed_comes_page_by_page(stage: Stage) -> None:
    stage.start()
    for number in range(12):
        stage.live.record(c.DecisionRecorded(wording=f"Beschluss Nummer {number}."))
    stage.live.record(c.ItemEnded(item=stage.items[0]))
    seen = ""
    for _ in range(3):
        seen += wall(stage)
        assert "weitere" not in wall(stage)
        stage.clock.advance(10)
    assert "Seite 1 von" in seen
    assert all(f"Nummer {number}." in seen for number in range(12))
