"""Versions of the minutes on disk: numbered, reproducible, never overwritten."""

from __future__ import annotations

from datetime import date

import pytest
from minutes_desk import STEM, MinutesDesk

from facilitator.errors import NotSaved, UsageProblem
from facilitator.exporting import Asked, ReasonNeeded, exporter_for
from facilitator.exporting.disk import digest_of
from facilitator.exporting.earlier import again
from facilitator.formats import FORMATS
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.approving import awaiting_approval
from facilitator.meeting.minutes_life import minutes_life
from facilitator.minutes.wanted import Wanted

UNTIL = date(2026, 11, 3)


@pytest.fixture
def desk(tmp_path, monkeypatch) -> MinutesDesk:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    return MinutesDesk(tmp_path / "workspace")


def test_the_first_version(desk):
    result = desk.exporter.export()
    assert result.path == desk.folder / f"{STEM}-v1.md"
    assert (result.version, result.is_new) == (1, True)
    assert str(result.path) in result.message
    [row] = desk.live.meeting.exports
    assert row.file == f"minutes/{STEM}-v1.md"
    assert row.digest == digest_of(result.path.read_bytes())
    assert (row.issued, row.status, row.kind) == (date(2026, 10, 14), "draft", "results")
    assert "version: 1\nissued: 2026-10-14\n" in result.path.read_text(encoding="utf-8")


def test_nothing_new_makes_no_new_version(desk):
    desk.exporter.export()
    before = desk.files()
    desk.days_later(1)
    again = desk.exporter.export()
    assert (again.version, again.is_new) == (1, False)
    assert desk.files() == before
    assert len(desk.live.meeting.exports) == 1


def test_another_content_makes_the_next_version_and_keeps_the_earlier(desk):
    desk.exporter.export()
    before = desk.files()[f"{STEM}-v1.md"]
    desk.days_later(1)
    desk.change()
    second = desk.exporter.export()
    assert (second.version, second.is_new) == (2, True)
    assert desk.files()[f"{STEM}-v1.md"] == before
    assert "version: 2\nissued: 2026-10-15\n" in second.path.read_text(encoding="utf-8")


def test_formats_lists_and_languages_of_one_content_share_its_version(desk):
    desk.change("Eins")
    desk.exporter.export()
    desk.change("Zwei")
    asked = [
        Asked(format="md"),
        Asked(format="csv", wanted=Wanted(kind="decision_list")),
        Asked(format="html"),
        Asked(format="md", wanted=Wanted(language="en")),
    ]
    result = desk.exporter.export(asked)
    assert {file.version for file in result.files} == {2}
    desk.days_later(1)
    later = desk.exporter.export([Asked(format="json"), Asked(format="html"), Asked(format="md")])
    assert {file.path.name: file.version for file in later.files} == {
        f"{STEM}-v1.json": 1,
        f"{STEM}-v2.html": 2,
        f"{STEM}-v2.md": 2,
    }
    assert set(desk.files()) == {
        f"{STEM}-v1.md",
        f"{STEM}-v2.md",
        f"{STEM}-v2.html",
        f"{STEM}-en-v2.md",
        f"{STEM}-beschlussliste-v2.csv",
        f"{STEM}-v1.json",
    }
    before = desk.files()
    desk.days_later(1)
    again = desk.exporter.export([*asked, Asked(format="json")])
    assert not again.is_new
    assert desk.files() == before


def test_an_internal_note_makes_no_new_version_but_new_data(desk):
    asked = [Asked(format="md"), Asked(format="json")]
    desk.exporter.export(asked)
    desk.live.record(c.NoteRecorded(text="heikel", visibility="internal"))
    result = desk.exporter.export(asked)
    assert [(file.format, file.version) for file in result.files] == [("md", 1), ("json", 2)]


def test_a_lost_file_comes_back_with_the_same_bytes(desk):
    asked = [Asked(format=code) for code, form in FORMATS.items() if form.is_there]
    desk.exporter.export(asked)
    before = desk.files()
    for path in desk.folder.iterdir():
        path.unlink()
    desk.days_later(3)
    assert not desk.exporter.export(asked).is_new
    assert desk.files() == before


@pytest.mark.parametrize("wording", ["So sei es", "Anders"])
def test_a_file_changed_by_hand_is_never_overwritten(desk, wording):
    first = desk.exporter.export().path
    first.write_text("von Hand", encoding="utf-8")
    desk.change(wording)
    second = desk.exporter.export()
    assert (second.version, second.is_new) == (2, True)
    assert first.read_text(encoding="utf-8") == "von Hand"
    if wording == "So sei es":
        assert "stays as it is" in second.message


def test_a_file_that_is_not_ours_is_passed_over(desk):
    desk.folder.mkdir(parents=True)
    (desk.folder / f"{STEM}-v1.md").write_text("fremd", encoding="utf-8")
    (desk.folder / f"{STEM}-v2.md").mkdir()
    assert desk.exporter.export().version == 3
    assert (desk.folder / f"{STEM}-v1.md").read_text(encoding="utf-8") == "fremd"


def test_written_but_not_recorded_before_a_crash(desk, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(LiveMeeting, "record", lambda *_: (_ for _ in ()).throw(NotSaved("Strom")))
        with pytest.raises(NotSaved):
            desk.exporter.export()
    before = desk.files()
    assert desk.live.meeting.exports == ()
    assert desk.exporter.export().version == 1
    assert desk.files() == before
    assert len(desk.live.meeting.exports) == 1


def test_a_changed_template_makes_a_new_version_of_a_draft_only(desk):
    desk.exporter.export()
    own = desk.workspace.root / "templates" / "minutes" / "de" / "minutes.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("Nur das.\n", encoding="utf-8")
    assert desk.exporter.export().version == 2
    desk.exporter.send()
    own.write_text("Nur dies.\n", encoding="utf-8")
    again = desk.exporter.export()
    assert (again.version, again.is_new) == (3, False), "what was sent is that version"
    assert again.path.read_text(encoding="utf-8") == "Nur das.\n"


def test_a_folder_that_cannot_be_made(desk):
    desk.folder.write_text("a file", encoding="utf-8")
    with pytest.raises(NotSaved, match="meeting itself is safe"):
        desk.exporter.export()


# -- sent --------------------------------------------------------------------------------------


def test_what_is_sent_says_so_and_until_when(desk):
    desk.exporter.export()
    result = desk.exporter.send(
        [Asked(format="md"), Asked(format="html")], to=("rat@x.de",), objections_until=UNTIL
    )
    assert result.version == 2
    text = result.path.read_text(encoding="utf-8")
    assert "03.11.2026" in text
    meeting = desk.live.meeting
    [sending] = meeting.sendings
    assert (sending.version, sending.to, sending.objections_until) == (2, ("rat@x.de",), UNTIL)
    assert [file.file for file in sending.files] == [
        f"minutes/{STEM}-v2.md",
        f"minutes/{STEM}-v2.html",
    ]
    assert minutes_life(meeting, desk.exporter.content()).state == "sent"
    assert not desk.exporter.export().is_new, "the same content stays the version that was sent"


def test_after_sending_a_new_version_demands_a_reason_and_prints_it(desk):
    desk.exporter.send(objections_until=UNTIL)
    before = desk.files()
    desk.change()
    with pytest.raises(ReasonNeeded, match="Version 1 was sent") as caught:
        desk.exporter.export()
    assert caught.value.version == 1
    assert desk.files() == before
    result = desk.exporter.export(reason="Einwand von Haddad")
    assert result.version == 2
    assert "Einwand von Haddad" in result.path.read_text(encoding="utf-8")
    assert desk.live.meeting.exports[-1].reason == "Einwand von Haddad"
    assert desk.files() | before == desk.files()
    assert not desk.exporter.export().is_new, "the same content asks for no reason again"
    desk.days_later(2)
    result.path.unlink()
    desk.exporter.export()
    assert "Einwand von Haddad" in result.path.read_text(encoding="utf-8")


def test_a_change_that_is_undone_is_no_change(desk):
    desk.exporter.send()
    desk.change()
    live = desk.live
    assert minutes_life(live.meeting, desk.exporter.content()).state == "changed"
    live.undo()
    assert minutes_life(live.meeting, desk.exporter.content()).state == "sent"
    assert not desk.exporter.export().is_new


def test_an_approved_copy_needs_no_reason(desk):
    desk.exporter.send()
    desk.live.record(c.MinutesApproved(day=date(2026, 12, 9), version=1))
    result = desk.exporter.export()
    assert result.version == 2
    assert desk.live.meeting.exports[-1].status == "approved"
    assert not desk.exporter.export().is_new


def test_before_the_meeting_there_are_no_minutes_to_be_sent(desk):
    """What went out before it would ask the first minutes for a reason."""
    reference = desk.workspace.plan_meeting("beirat", "7. Sitzung", day=date(2027, 1, 5))
    live = desk.workspace.open(reference)
    for kind in ("agenda", "action_list", "attendance_list"):
        with pytest.raises(UsageProblem, match="not begun"):
            exporter_for(desk.workspace, live).send([Asked(wanted=Wanted(kind=kind))])
    assert live.meeting.sendings == ()
    assert not desk.folder.exists()
    live.record(c.AgendaItemAdded(title="Bericht", id="i"))
    live.record(c.ItemStarted(item="i"))
    live.close()
    with pytest.raises(UsageProblem, match="no minutes"):
        exporter_for(desk.workspace, live).send([Asked(wanted=Wanted(kind="agenda"))])
    assert exporter_for(desk.workspace, live).export().version == 1


@pytest.mark.parametrize(
    "beside", [Asked(format="json"), Asked(wanted=Wanted(kind="agenda"))], ids=["json", "agenda"]
)
def test_what_is_sent_with_the_minutes_does_not_lend_them_its_version(desk, beside):
    desk.exporter.export([Asked(), Asked(format="json")])
    desk.change()
    desk.exporter.export()
    result = desk.exporter.send([beside, Asked()])
    assert result.files[0].format == beside.format
    [sending] = desk.live.meeting.sendings
    assert (result.version, sending.version) == (3, 3)
    assert "ersion 3" in result.message
    desk.change("Noch anders")
    with pytest.raises(ReasonNeeded, match="Version 3 was sent"):
        desk.exporter.export()


def test_everything_as_data_is_never_recorded_as_sent_alone(desk):
    with pytest.raises(UsageProblem, match="JSON is no minutes"):
        desk.exporter.send([Asked(format="json")])
    assert desk.live.meeting.sendings == ()
    assert not desk.folder.exists()


def test_a_time_line_that_was_sent_asks_the_minutes_for_no_reason(desk):
    desk.exporter.export()
    desk.exporter.send([Asked(wanted=Wanted(kind="course"))])
    desk.change()
    assert desk.exporter.life().state == "draft"
    assert desk.exporter.export().version == 2


def test_a_time_line_that_was_sent_is_no_minutes_waiting_for_their_approval(desk):
    desk.exporter.export()
    desk.exporter.send([Asked(wanted=Wanted(kind="course"))])
    (waiting,) = awaiting_approval(((desk.reference, desk.live.meeting),), "beirat/later")
    assert not waiting.was_sent
    desk.exporter.send()
    (waiting,) = awaiting_approval(((desk.reference, desk.live.meeting),), "beirat/later")
    assert waiting.was_sent


def _approve(desk: MinutesDesk, title: str, day: date) -> str:
    """A later meeting that approves the minutes; its reference."""
    reference = desk.workspace.plan_meeting("beirat", title, day=day)
    live = desk.workspace.open(reference)
    live.record(c.AgendaItemAdded(title="Protokoll", id="p", purpose="approval"))
    live.record(c.ItemStarted(item="p"), c.AgendaItemAmended(item="p", result="genehmigt"))
    live.close()
    return reference


def test_an_approved_copy_says_when_and_where_it_was_approved(desk):
    desk.exporter.send(objections_until=UNTIL)
    before = desk.files()
    desk.days_later(83)
    approving = _approve(desk, "7. *Sitzung*", date(2027, 1, 5))
    result = desk.exporter.export([Asked(), Asked(format="html")])
    assert result.version == 2
    text = result.path.read_text(encoding="utf-8")
    assert (
        "**Fassung:** 2 (genehmigt am 05.01.2027, 7. \\*Sitzung\\*), ausgestellt am 05.01.2027"
        in text
    )
    html = result.files[1].path.read_text(encoding="utf-8")
    assert "2 (genehmigt am 05.01.2027, 7. *Sitzung*)" in html
    # a copy of it that is sent is no draft again
    sent = desk.exporter.send([Asked()])
    assert (sent.version, sent.path) == (2, result.path)
    # what was written keeps its bytes when the approval does not hold any more
    approved = desk.files()
    live = desk.workspace.open(approving)
    live.record(c.MeetingReopened(reason="Versehen"))
    live.record(c.AgendaItemAmended(item="p", result="vertagt"))
    live.close()
    third = desk.exporter.export()
    assert (third.version, desk.live.meeting.state) == (3, "closed")
    assert "genehmigt" not in third.path.read_text(encoding="utf-8")
    assert approved.items() <= desk.files().items()
    assert before.items() <= approved.items()
    result.path.unlink()
    [file] = again(desk.exporter, Asked(), 2)
    assert file.content.decode() == text


def test_what_is_open_in_the_series_is_looked_up_once_for_every_format(desk, monkeypatch):
    reference = desk.workspace.plan_meeting("beirat", "7. Sitzung", day=date(2027, 1, 5))
    live = desk.workspace.open(reference)
    live.record(c.AgendaItemAdded(title="Bericht", id="i"))
    asked: list[int] = []
    look = LiveMeeting.open_actions
    monkeypatch.setattr(LiveMeeting, "open_actions", lambda self: asked.append(1) or look(self))
    invitation = Wanted(kind="agenda")
    exporter_for(desk.workspace, live).export(
        [Asked(format=code, wanted=invitation) for code in ("md", "html", "docx")]
    )
    assert len(asked) == 1
    exporter_for(desk.workspace, live).export([Asked(wanted=invitation)])
    assert len(asked) == 2


def test_what_a_newer_program_exported_is_no_stumbling_block(desk):
    desk.live.record(
        c.MinutesExported(
            version=3,
            file="minutes/x-v3.foo",
            digest="ab",
            issued=date(2026, 10, 14),
            format="foo",
            kind="poem",
            scope="family",
            status="lost",
            content="cd",
        )
    )
    exporter = exporter_for(desk.workspace, desk.live)
    assert exporter.life().version == 3
    result = exporter.export([Asked(format="md")])
    assert (result.version, len(result.files)) == (3, 1)
    assert result.files[0].path.is_file()
