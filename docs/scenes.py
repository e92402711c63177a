"""The scenes of which pictures are drawn: what happened before, which screen, what is pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import stories as s

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((80, 24), (120, 36))
Door = Literal["library", "meeting", "live", "closing", "desk", "projector"]


@dataclass(frozen=True)
class Typed:
    """Words typed in the language of the screen; `enter` sends them."""

    german: str
    english: str
    enter: bool = False


@dataclass(frozen=True)
class Scene:
    """`before` prepares the meeting, which is the next one of its `kind`; `door` is where the
    program is entered; `does` are keys and words. Sizes in German, sizes in English."""

    name: str
    door: Door = "library"
    does: tuple[str | Typed, ...] = ()
    before: Callable[[s.Stage], None] | None = None
    kind: str = "network"
    theme: str = "dark"
    sizes: tuple[Size, ...] = SIZES
    in_english: tuple[Size, ...] = SIZES


def room(name: str, before: s.Story, *does: str | Typed, kind: str = "network") -> Scene:
    """A room that is entered from the live screen."""
    return Scene(name, "live", does, before, kind, in_english=SIZES[:1])


def desk(name: str, before: s.Story, *does: str | Typed) -> Scene:
    """The minutes desk, something open there."""
    return Scene(f"minutes-{name}", "desk", does, before, in_english=SIZES[:1])


def wall(view: str, before: s.Story, kind: str = "network", theme: str = "dark") -> Scene:
    """What stands at the projector."""
    name = f"projector-{view}"
    return Scene(name, "projector", (), before, kind, theme, in_english=SIZES[:1])


ACTION = Typed(
    "Ehrenamtsstruktur ausbauen >Nowak bis Ende März",
    "Extend the volunteer structure >Nowak by end of March",
)
OFFERED = Typed(
    "Haddad kümmert sich bis Ende Nov um einen Raum",
    "Haddad looks for a room by end of November",
)
NAMED = Typed("Ehrenamtsstruktur ausbauen >no", "Extend the volunteer structure >no")


def command(german: str, english: str) -> Typed:
    return Typed(german, english, enter=True)


TO_LAST_NOTE = ("tab", *["up"] * 4)

SCENES = (
    Scene("library"),
    Scene("new-meeting", does=("n",)),
    Scene("prepare", "meeting"),
    Scene("key-test", "meeting", (Typed("T", "K"), "f3", "f9"), in_english=SIZES[:1]),
    Scene("projector-test", "meeting", (Typed("B", "P"),), in_english=SIZES[:1]),
    Scene("door", "meeting", ("f8", Typed("ha", "ha"))),
    Scene("live", "live", ("f3", ACTION), s.run_to_reports),
    Scene("live-offer", "live", ("f3", OFFERED), s.run_to_reports),
    Scene("live-names", "live", ("f3", NAMED), s.run_to_reports),
    Scene("live-choice", "live", ("up", "up"), s.run_to_reports),
    Scene("live-light", "live", (), s.run_to_reports, theme="light"),
    Scene(
        "live-contrast", "live", ("f3", ACTION), s.run_to_reports, theme="contrast",
        in_english=SIZES[:1],
    ),
    Scene("live-large", "live", ("f3", ACTION), s.run_to_reports, sizes=((200, 60),),
          in_english=()),
    room("live-late", s.run_late),
    room("live-break", s.have_a_break),
    room("live-body", s.a_body_voted, kind="body"),
    Scene("live-agenda", "live", ("f7",), s.run_to_reports),
    room("replan", s.run_late, "ctrl+t"),
    room("sheet", s.a_body_voted, "up", "f2", kind="body"),
    room("read-back", s.a_body_decides, "up", "ctrl+r", kind="body"),
    room("read-actions", s.run_to_reports, "ctrl+r"),
    room("speakers", s.list_speakers, command("/redeliste", "/speakers")),
    room("live-speakers", s.list_speakers),
    room("round", s.go_round, command("/runde", "/round")),
    room("cards", s.write_cards, command("/karten", "/cards")),
    room("cards-dots", s.weigh_cards, command("/karten", "/cards")),
    room("cards-columns", s.write_columns, command("/karten", "/cards")),
    Scene("cards-large", "live", (command("/karten", "/cards"),), s.write_columns,
          sizes=((200, 60),), in_english=()),
    room("timeline", s.run_to_reports, command("/verlauf", "/timeline")),
    Scene("wall", "live", ("f12",), s.run_to_reports),
    Scene("help", "live", ("f1",), s.run_to_reports),
    Scene("review", "live", ("ctrl+o",), s.run_to_reports),
    Scene("review-light", "live", ("ctrl+o",), s.run_to_reports, theme="light"),
    Scene("closing", "closing", (), s.run_to_reports),
    Scene("minutes", "desk", (), s.close),
    Scene("minutes-light", "desk", (), s.close, theme="light", sizes=SIZES[1:], in_english=()),
    Scene("minutes-contrast", "desk", (), s.close, theme="contrast", sizes=SIZES[1:],
          in_english=()),
    desk("line", s.close, "enter", Typed("Haddad", "Haddad")),
    desk("kinds", s.close, Typed("k", "k")),
    desk("long", s.write_at_length, *TO_LAST_NOTE, Typed("l", "l")),
    desk("export", s.close, Typed("a", "e")),
    desk("sent", s.mend_what_was_sent),
    desk("send", s.close, Typed("V", "S")),
    desk("versions", s.send, Typed("F", "V")),
    desk("compare", s.mend_what_was_sent, Typed("c", "c")),
    desk("next", s.close, Typed("f", "f")),
    wall("title", s.people_come),
    wall("item", s.after(s.run_to_reports, "item")),
    wall("contrast", s.after(s.run_to_reports, "item"), theme="contrast"),
    wall("agreed", s.after(s.run_to_reports, "agreed")),
    wall("agenda", s.after(s.run_to_reports, "agenda")),
    wall("read-back", s.after(s.a_body_decides, "read_back"), kind="body"),
    wall("read-actions", s.after(s.run_to_reports, "read_back_actions")),
    wall("vote", s.after(s.a_body_voted, "vote"), kind="body"),
    wall("cards", s.after(s.write_columns, "cards")),
    wall("dots", s.after(s.weigh_cards, "dots")),
    wall("speakers", s.after(s.list_speakers, "speakers")),
    wall("round", s.after(s.go_round, "round")),
    wall("break", s.have_a_break),
    wall("break-over", s.overrun_a_break),
    wall("closing", s.after(s.is_over, "closing")),
)  # fmt: skip
