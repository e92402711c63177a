"""The acceptance scenario: the district's coordination staff for refugees.

A body renamed by decision while the series goes on, an order 'bis zum nächsten Treffen im Herbst'
whose day follows the next meeting and moves with it, five fields of action. Names are invented.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from hall import Hall, hall
from kept_meetings import is_kept

from facilitator.meeting import changes as c
from facilitator.meeting.model import NextMeeting
from facilitator.meeting.review import review_rows
from screens.live import LiveScreen

PEOPLE = """\
Name;Organisation;Funktion
Karl Brinkmann;Landkreis;Landrat
Doris Ehlers;Referat für Migration und Teilhabe;Leiterin
Jan Wolters;Polizei;
Heike Busch;Caritas;
Omar Said;Runder Tisch Stadt;
Lena Vogt;Agentur für Arbeit;
"""

AGENDA = """\
1 Zweck des Gremiums (10 Min)
2 Neuer Name (10 Min)
3 Stand der örtlichen Aktivitäten und Berichtswesen (20 Min)
4 Monitoring (20 Min)
5 Arbeitsgruppen in den Gemeinden (15 Min)
6 Berichte (20 Min)
6.1 Runder Tisch der Stadt
6.2 Finanzierung der Flüchtlingssozialarbeit
7 Vorlage für Kreisausschuss und Kreistag (10 Min)
"""

OLD, NEW = "Koordinierungsstab Flüchtlinge", "Koordinierungsstab für Migration und Teilhabe"
FIELDS = (
    "Wohnen",
    "Sprache und Bildung",
    "Sicherheit und Ordnung",
    "Arbeitsmarkt",
    "Soziokulturelle Strukturen der Gemeinden",
)
NAMING = f"Das Gremium heißt künftig {NEW}."
REPORTING = "Die örtlichen Aktivitäten werden erfasst und regelmäßig berichtet."
MONITORING = "Der Landkreis legt ein abgestimmtes Konzept für Monitoring und Controlling vor"
GROUPS = "Auf Ebene der Gemeinden werden Arbeitsgruppen zur sozialen Integration gebildet."
AUTUMN = "bis zum nächsten Treffen im Herbst"


async def test_the_coordination_staff(room: Path, tmp_path: Path) -> None:
    people = tmp_path / "mitglieder.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    async with hall(room, datetime(2016, 5, 11, 13, 45)) as here:
        await here.found_series(OLD, "body")
        await here.plan(
            "1. Sitzung", day="11.05.2016", start="14:00", place="Kreishaus", agenda=AGENDA,
            people=people,
        )  # fmt: skip
        await opening(here)
        await two_decisions(here)
        await two_orders(here)
        await reports_and_paper(here)
        await here.mend_and_close({
            "minute_taker": "Doris Ehlers", "chair": "Karl Brinkmann", "result": "zur K",
            "vote": "einstimmig", "owners": "Landkreis", "due": "-",
        })  # fmt: skip
        text = await here.export()
        assert is_kept("peine", here.live)
        check_the_minutes(text)
        check_the_series(here)
        check_the_due_day_moves(here)


async def opening(here: Hall) -> None:
    await here.press("f8")
    for name in ("brinkmann", "ehlers", "wolters", "busch", "said", "vogt"):
        await here.line(name)
    await here.press("escape")
    await here.begin()
    await here.line(
        "/leitung Karl Brinkmann", "Der Landrat erläutert den Zweck des Gremiums.", "= zur K"
    )
    await here.line("/felder " + "; ".join(FIELDS))
    assert tuple(field.name for field in here.meeting.fields) == FIELDS


async def two_decisions(here: Hall) -> None:
    await here.next_item(10)
    await here.line(f"! {NAMING}", "6 0 0")
    await take_the_offered_vote(here, f"! {NAMING}")
    await here.line(f"/umbenennen {NEW}")
    assert here.meeting.renamed_to == NEW
    assert here.meeting.renamed_by == here.meeting.decisions[0].id
    await here.next_item(10)
    await here.line(f"! {REPORTING}")
    await here.next_item(20)


async def take_the_offered_vote(here: Hall, line: str) -> None:
    """'6 0 0' behind a decision was sent as it stood: a note. With Tab it is the vote."""
    assert here.last().text == "6 0 0"
    await here.press("ctrl+z")
    await here.type("6 0 0")
    await here.press("tab", "enter")
    vote = here.meeting.decisions[0].vote
    assert vote is not None
    assert (vote.yes, vote.no, vote.abstain) == (6, 0, 0)
    assert f"! {here.meeting.decisions[0].text}" == line


async def two_orders(here: Hall) -> None:
    assert here.running.title == "Monitoring"
    await here.type(f"! {MONITORING} >Landkreis {AUTUMN}")
    await here.press("tab", "enter")
    await here.line("Zu betrachten sind: " + ", ".join(FIELDS) + ".")
    order, action = here.meeting.decisions[-1], here.meeting.action_items[-1]
    assert action.link == order.id
    assert action.due is not None
    assert action.due.next_meeting
    await make_an_order(here)
    await here.next_item(15)
    await here.line(f"! {GROUPS}")
    await make_an_order(here)


async def make_an_order(here: Hall) -> None:
    """On the decision sheet the kind is 'Auftrag'; its action comes in the same step unless there
    is one already."""
    shown = [e for e in here.meeting.entries if e.item == here.running.id]
    steps = len(shown) - 1 - max(i for i, e in enumerate(shown) if e.kind == "decision")
    await here.press(*["up"] * (steps + 1), "f2")
    await here.settle()
    await here.to_field("kind")
    await here.press("right", "right", "enter")
    await here.settle()
    await here.settle()
    assert isinstance(here.app.screen, LiveScreen)
    decision = here.meeting.decisions[-1]
    assert decision.decision_kind == "order"
    linked = [a for a in here.meeting.action_items if a.link == decision.id]
    assert len(linked) == 1, "an order makes its action once"
    await here.press("escape")


async def reports_and_paper(here: Hall) -> None:
    while here.running.number != "7":
        await here.next_item(8)
        if here.running.number.startswith("6"):
            await here.line("Der Bericht wird entgegengenommen.", "= zur K")
    await here.line(
        "m: Vorschläge an Kreisausschuss und Kreistag einreichen >Landkreis <in Kürze",
        "termin: 19.10.2016 14:00",
    )
    await here.next_item(10)


def check_the_minutes(text: str) -> None:
    plain = text.replace("\\", "")
    assert OLD in plain.splitlines()[0] or f"{OLD}" in plain, "held under the old name"
    assert NEW in plain
    for wording in (NAMING, REPORTING, MONITORING, GROUPS):
        assert f"> {wording}" in plain, wording
    assert "einstimmig" in plain
    rows = [line for line in plain.splitlines() if line.startswith("| M-") and MONITORING in line]
    assert rows
    for row in rows:
        assert "zum nächsten Treffen im Herbst (19.10.2016)" in row
        assert "Landkreis" in row
    for field in FIELDS:
        assert field in plain
    assert "Auftrag" in plain
    assert "in Kürze" in plain
    assert plain.count("zur Kenntnis genommen") >= 3


def check_the_series(here: Hall) -> None:
    slug = here.live.reference.partition("/")[0]
    series = here.app.workspace.series_in(slug)
    assert series.name == NEW
    assert series.earlier_names == (OLD,)
    assert here.meeting.series_name == OLD, "old minutes keep the old name"
    assert here.app.workspace.open(here.live.reference).meeting.series_name == OLD


def check_the_due_day_moves(here: Hall) -> None:
    workspace = here.app.workspace
    slug = here.live.reference.partition("/")[0]
    reference = workspace.plan_meeting(slug, "2. Sitzung", day=date(2016, 10, 19))
    second = workspace.open(reference)
    assert second.meeting.series_name == NEW

    def due_day() -> date | None:
        actions = {a.summary: a for a in second.open_actions()}
        due = actions[MONITORING].due
        assert due is not None
        assert due.text.endswith("zum nächsten Treffen im Herbst")
        return due.last_day()

    assert due_day() == date(2016, 10, 19)
    here.live.record(
        c.MeetingAmended(next_meeting=NextMeeting(text="09.11.2016", day=date(2016, 11, 9)))
    )
    second.record(c.MeetingAmended(day=date(2016, 11, 9)))
    assert due_day() == date(2016, 11, 9), "the day moves with the next meeting"
    here.clock.advance(182 * 24 * 3600)
    rows = {r.action.summary: r for r in review_rows(second.open_actions(), (), second.today)}
    assert rows[MONITORING].section == "due_today"
