"""What may be typed at the door, for F1: exactly this line, with examples."""

from __future__ import annotations

from facilitator.i18n import tr


def door_lines() -> tuple[tuple[str, str], ...]:
    """What is typed or pressed, and what it does."""
    return (
        ("mül ↵", tr("Two or three letters, Enter: is here. Letters of the organisation help too")),
        ("Tab  ← →", tr("Another state: online, represented, excused, guest …; the arrows at the "
                        "end of the line")),
        (tr("Krüger, Jobcenter"), tr("Somebody new with an organisation: Enter adds and is here")),
        (tr("hadd = Samir Haddad-Weiß"),
         tr("Another name or spelling, everywhere in this meeting")),
        (tr("all Caritas"), tr("All of an organisation who are expected, in one step")),
        ("Kern 16:50", tr("Came at that time; also later, as a correction")),
        (tr("Kern until 18:20"), tr("Left at that time")),
        ("Kern 16:50-18:20", tr("Was here from then until then")),
        (tr("+3 guests"), tr("Three more whom nobody knows by name; -2 guests: two fewer")),
        (tr("15 guests"), tr("Fifteen all in all: what was counted before was wrong")),
        (tr("Del"), tr("On the empty line: the chosen one of those who came last leaves")),
        ("→", tr("On the empty line: mend the chosen one of those who came last")),
        ("^↑", tr("Brings back the line before")),
        ("^P", tr("Read in a list again: whoever has come keeps times and state. A list can also "
                  "be pasted")),
    )  # fmt: skip
