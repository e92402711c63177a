"""The one table of commands: footer, palette, help, `/` words and the README's key table come from
here. Plain data: importing it loads no Textual.

`label` is for the footer (one or two words), `text` for palette and help (a sentence without a
full stop); both are English keys of the catalogues. `words` are what follows `/` in the bar, in
both languages whatever the screen speaks; `argument` names what follows the word, empty if nothing
does (an English key of the catalogues). `letters` are commands in lists: German, English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

LIVE = frozenset({"live"})
TYPING = LIVE | {
    "door",
    "closing",
    "wall",
    "sheet",
    "read_back",
    "read_actions",
    "speakers",
    "round",
    "cards",
}
"""Letters are always text here."""
LISTS = frozenset({"library", "prepare", "review", "agenda", "minutes", "replan", "timeline"})
"""Letters are commands here until a line is opened."""
EVERYWHERE = TYPING | LISTS


@dataclass(frozen=True, slots=True)
class Command:
    """`id` is the name of the screen's action (`action_<id>`), or of what takes the argument typed
    behind the word in the live screen (`command_<id>`); `keys` are Textual's key names, the first
    one is shown."""

    id: str
    label: str
    text: str
    keys: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    letters: tuple[str, str] = ("", "")
    where: frozenset[str] = field(default_factory=lambda: EVERYWHERE)
    argument: str = ""

    def letter(self, language: str) -> str:
        """The letter that is this command in lists, or an empty string."""
        return self.letters[0 if language == "de" else 1]

    def word(self, language: str) -> str:
        """What is typed for it in this language, with its slash; empty if it has no word."""
        if not self.words:
            return ""
        return f"/{self.words[0 if language == 'de' else -1]}"

    def is_done_by(self, room: object) -> bool:
        """Whether this room (a screen or its class) does it."""
        return hasattr(room, f"action_{self.id}") or self.takes_argument_in(room)

    def takes_argument_in(self, room: object) -> bool:
        """Whether this room (a screen or its class) hears what is typed behind the word."""
        return hasattr(room, f"command_{self.id}")

    def shown_key(self, language: str, room: str) -> str:
        """How the key is printed: 'F3', '^P', 'e'. Empty if there is none."""
        if room in LISTS and (letter := self.letter(language)):
            return letter
        return shown(self.keys[0], language) if self.keys else ""


_KEY_NAMES = {
    "enter": ("↵", "↵"),
    "escape": ("Esc", "Esc"),
    "delete": ("Entf", "Del"),
    "tab": ("Tab", "Tab"),
    "space": ("Leer", "Space"),
    "question_mark": ("?", "?"),
    "slash": ("/", "/"),
    "minus": ("-", "-"),
    "up": ("↑", "↑"),
    "down": ("↓", "↓"),
    "left": ("←", "←"),
    "right": ("→", "→"),
    "shift+up": ("⇧↑", "⇧↑"),
    "shift+down": ("⇧↓", "⇧↓"),
}


def shown(key: str, language: str = "en") -> str:
    """A key as printed in the footer: 'f3' -> 'F3', 'ctrl+p' -> '^P', 'delete' -> 'Entf'/'Del'."""
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return f"^{rest.upper()}" if len(rest) == 1 else f"^{shown(rest, language)}"
    if key in _KEY_NAMES:
        return _KEY_NAMES[key][0 if language == "de" else 1]
    return key.upper() if len(key) > 1 else key


COMMANDS: tuple[Command, ...] = (
    Command("help", "Help", "Show the keys and how this screen works", ("f1",), ("hilfe", "help")),
    # -- what a line becomes
    Command("decision", "Decision", "Make the line or the chosen entry a decision", ("f2",),
            ("beschluss", "decision"), where=LIVE | {"wall", "closing"}),
    Command("action_item", "Action", "Make the line or the chosen entry an action item; "
            "twice on the empty line: stays", ("f3",), ("maßnahme", "massnahme", "action"),
            where=LIVE | {"wall", "closing", "sheet"}),
    Command("question", "Question", "Make the line or the chosen entry an open question", ("f4",),
            ("frage", "question"), where=LIVE | {"wall"}),
    Command("park", "Parking lot", "Put the line or the chosen entry into the parking lot",
            ("f5",), ("speicher", "park"), where=LIVE | {"wall"}),
    Command("note", "Note", "Make the line or the chosen entry a note; on a note: for the "
            "minutes, for the record only, internal", ("f6",), ("notiz", "note"),
            where=LIVE | {"wall"}),
    # -- leading the meeting
    Command("agenda", "Agenda", "Agenda: go to an item, write to it, add, move, skip, "
            "defer, reopen, rename",
            ("f7",), ("top", "tagesordnung", "agenda"), where=LIVE | {"wall"}),
    Command("people", "People", "Door: who comes, goes, is excused", ("f8",),
            ("leute", "einlass", "people", "door"), where=LIVE | {"prepare", "closing"}),
    Command("next", "Next", "End this item and start the next; after the last: closing round",
            ("f9", "ctrl+n"), ("weiter", "next"), where=LIVE | {"wall", "door", "closing"}),
    Command("wall", "Wall", "Turn this screen into the wall for the room, and back", ("f12",),
            ("wand", "wall"), argument="view",
            where=LIVE | {"wall", "closing", "cards", "round", "speakers"}),
    # -- time
    Command("pause", "Break", "Break for so many minutes, or until a time", (),
            ("pause", "break"), where=LIVE | {"wall"}, argument="minutes or time"),
    Command("start_too_early", "Too early", "Take back the last F9 alone: the clock of the item "
            "before goes on as if it had never stopped", (),
            ("zufrüh", "zufrueh", "zurückholen", "tooearly"), where=LIVE | {"agenda"}),
    Command("replan", "Re-plan", "Share out the time that is left", ("ctrl+t",),
            ("umplanen", "zeit", "replan", "time"), where=LIVE),
    Command("apply", "Apply", "Take the chosen proposal over, as one step", ("enter",),
            where=frozenset({"replan"})),
    Command("protect", "Protect", "Protect the chosen item: proposals leave its minutes alone",
            ("space",), where=frozenset({"replan"})),
    Command("timeline", "Course", "Everything that happened, in its order", (),
            ("verlauf", "timeline"), where=LIVE),
    Command("milestone", "Milestone", "Make the chosen action item a milestone, or no longer; with "
            "text: a new one", (), ("meilenstein", "milestone"), where=LIVE, argument="text"),
    # -- deciding
    Command("decision_sheet", "Decision sheet", "Wording, vote and reasons of a decision", (),
            ("blatt", "sheet"), where=LIVE),
    Command("read_back", "Read back", "Read the decision back to the room before it counts",
            ("ctrl+r",), ("verlesen", "readback"), where=LIVE | {"wall", "sheet"}),
    Command("vote", "Vote", "Take a vote on the decision", (), ("abstimmung", "vote"),
            where=LIVE | {"sheet"}, argument="yes no abstained"),
    # -- speaking
    Command("speaker_list", "Speakers", "Speaker list: who has the floor, who waits", (),
            ("redeliste", "speakers"), where=LIVE, argument="(clear)"),
    Command("ask_to_speak", "Ask to speak", "Put someone on the speaker list", (),
            ("rede", "speak"), where=LIVE | {"wall", "speakers"}, argument="name"),
    Command("next_speaker", "Next speaker", "The next one on the speaker list has the floor", (),
            ("dran", "floor"), where=LIVE | {"wall", "speakers"}, argument="name"),
    Command("point_of_order", "Point of order", "A point of order comes before the speaker list",
            (), ("go", "order"), where=LIVE | {"wall", "speakers"}, argument="name"),
    Command("open_round", "Round", "Ask everybody the same question, one after the other", (),
            ("runde", "round"), where=LIVE, argument="question"),
    Command("cards", "Cards", "Collect cards on a question, sort and weigh them", (),
            ("karten", "cards"), where=LIVE | {"cards"}, argument="question"),
    Command("columns", "Columns", "Columns of the board; alone: stock, need, measure", (),
            ("spalten", "columns"), where=frozenset({"cards"}), argument="names"),
    Command("dots", "Dots", "So many dots each, for so many people", (),
            ("punkte", "dots"), where=frozenset({"cards"}), argument="number and people"),
    Command("count", "Count dots", "Show the dots, most first; again: hide them", (),
            ("auszählen", "auszaehlen", "count"), where=frozenset({"cards"})),
    Command("to_item", "To item", "The board belongs to this agenda item", (),
            ("zu", "to"), where=frozenset({"cards"}), argument="number"),
    Command("board_question", "Question", "Another question for the board", (),
            ("thema", "topic"), where=frozenset({"cards"}), argument="question"),
    Command("take_down", "Take down", "Take the board down with all its cards; undo brings it back",
            (), ("abhängen", "abhaengen", "takedown"), where=frozenset({"cards"})),
    # -- people and the body
    Command("found_group", "New group", "Found a working group", (), ("gruppe", "group"),
            where=LIVE, argument="name: members"),
    Command("field", "Field", "What this item is about; several names: fields of action to be "
            "known", (), ("feld", "felder", "fields", "field"), where=LIVE | {"cards"},
            argument="name"),
    Command("rename_body", "Rename", "Give the network, group or body another name", (),
            ("umbenennen", "rename"), where=LIVE, argument="new name"),
    Command("quorum", "Quorum", "State whether the body has a quorum", (),
            ("beschlussfähig", "beschlussfaehig", "quorum"), where=LIVE,
            argument="(legal number)"),
    Command("bias", "Conflict of interest", "Someone takes no part in this item: personal interest",
            (), ("befangen", "bias"), where=LIVE, argument="name"),
    Command("no_bias", "No conflict", "Someone takes part in this item again", (),
            ("unbefangen", "nobias"), where=LIVE, argument="name"),
    Command("chair", "Chair now", "Someone else takes the chair from now on", (),
            ("leitung", "chair"), where=LIVE, argument="name"),
    Command("moderator", "Moderator now", "Someone else moderates from now on", (),
            ("moderation", "moderator"), where=LIVE, argument="name"),
    Command("minute_taker", "Minutes now", "Someone else takes the minutes from now on", (),
            ("schriftführung", "schriftfuehrung", "taker"), where=LIVE, argument="name"),
    Command("public_item", "Closed session", "This item is not public, or is public again", (),
            ("nichtöffentlich", "nichtoeffentlich", "closed"), ("ö", "p"),
            LIVE | {"agenda", "prepare"}),
    # -- finding the way
    Command("missing", "Missing", "List what is missing, and mend it", (),
            ("fehlt", "missing"), where=LIVE),
    Command("open_actions", "Open actions", "Open action items: of this item, or all of them",
            ("ctrl+o",), ("offene", "open"), ("o", "o"), LIVE | {"library", "prepare", "minutes"}),
    Command("find", "Find", "Find in this list", ("ctrl+f",), ("suche", "find"),
            where=LIVE | {"review", "minutes", "library", "timeline", "agenda"}, argument="words"),
    Command("literally", "Literally", "Take the line to the letter", ("ctrl+l",),
            ("wörtlich", "literally"), where=LIVE),
    Command("close_meeting", "Close", "Go to the closing round and close the meeting", (),
            ("schluss", "schließen", "close"), where=LIVE),
    Command("minutes", "Minutes", "Minutes desk: what is missing, preview, export", (),
            ("protokoll", "minutes"), ("p", "m"), LIVE | {"library", "prepare"}),
    Command("back", "Back", "Put the line aside, close what is open, go back", ("escape",),
            where=EVERYWHERE),
    # -- at the projector, in a terminal of its own
    Command("wall_forward", "Next view", "At the projector: another view, by hand", ("right",),
            where=frozenset({"projector"})),
    Command("wall_backward", "Last view", "At the projector: the view before, by hand", ("left",),
            where=frozenset({"projector"})),
    Command("wall_follow", "Follow", "At the projector: follow the live screen again",
            ("0", "escape"), where=frozenset({"projector"})),
    # -- one meaning everywhere in lists
    Command("open", "Open", "Open or mend the chosen line", ("enter",),
            where=LISTS - {"replan"}),
    Command("new", "New", "Make something new: meeting, series, agenda item, person, entry", (),
            (), ("n", "n"), frozenset({"library", "prepare", "agenda", "minutes"})),
    Command("new_series", "New series", "Make a new series", where=frozenset({"library"})),
    Command("series_kind", "Kind", "Another kind of the chosen series: workshop, body, …", (), (),
            ("t", "k"), frozenset({"library"})),
    Command("begin", "Start", "Open the live screen; F9 there starts the first item", ("f9",),
            where=frozenset({"prepare"})),
    Command("template", "Template", "Take the agenda from a template or from the last meeting",
            where=frozenset({"prepare"})),
    Command("import_people", "Read in a list", "Read people in from a CSV file",
            where=frozenset({"prepare", "door"})),
    Command("key_test", "Key test", "Find out which keys arrive on this laptop, and what else does "
            "the same", (), ("tastentest", "keytest"), ("T", "K"), LIVE | {"prepare"}),
    Command("projector_test", "Projector test", "A test picture: corners, signs, and whether the "
            "letters are large enough", (), ("beamertest", "projectortest"), ("B", "P"),
            LIVE | {"prepare"}),
    Command("name_chair", "Chair", "The chosen person is in the chair",
            where=frozenset({"prepare"})),
    Command("name_moderator", "Moderator", "The chosen person moderates",
            where=frozenset({"prepare"})),
    Command("name_minute_taker", "Minute taker", "The chosen person takes the minutes",
            where=frozenset({"prepare"})),
    # -- the agenda while it runs
    Command("write_here", "Write here", "Write to this item; the clock stays where it is", (), (),
            ("h", "h"), frozenset({"agenda"})),
    Command("rename_item", "Mend", "Another title; Tab leads on to the other fields", (), (),
            ("u", "r"), frozenset({"agenda"})),
    Command("short_title", "Short title", "A short title for head, panel and wall",
            where=frozenset({"agenda"})),
    Command("item_minutes", "Planned", "Minutes planned for the item; typing digits does it too",
            where=frozenset({"agenda"})),
    Command("presenter", "Report by", "Who reports on the item", (), (), ("w", "w"),
            frozenset({"agenda"})),
    Command("fixed_start", "Fixed start", "A time at which it begins whatever runs before", (), (),
            ("t", "t"), frozenset({"agenda"})),
    Command("item_paper", "Paper", "The number of the paper it is about",
            where=frozenset({"agenda"})),
    Command("item_result", "Result", "The result of the item; of a question, the answer (desk)",
            (), (), ("=", "="), frozenset({"agenda", "minutes"})),
    Command("protect", "Protect", "Re-planning leaves its minutes alone, or may take them again",
            (), (), ("f", "f"), frozenset({"agenda", "prepare"})),
    Command("skip", "Skip", "The item is not dealt with", (), (), ("x", "x"),
            frozenset({"agenda"})),
    Command("defer", "Defer", "To the next meeting or to the parking lot", (), (), ("s", "l"),
            frozenset({"agenda"})),
    Command("reopen", "Reopen", "The item is open again", (), (), ("r", "a"),
            frozenset({"agenda"})),
    Command("new_break", "New break", "A break behind this item", (), (), ("b", "b"),
            frozenset({"agenda"})),
    Command("advisory", "Advisory", "The chosen person is advisory, without a vote; again: votes",
            where=frozenset({"prepare"})),
    Command("guest", "Guest", "The chosen person is a guest; again: is none",
            where=frozenset({"prepare"})),
    Command("consent", "In open data", "The chosen person consents to be named in open data "
            "(OParl); again: does not", where=frozenset({"prepare"})),
    Command("done", "Done", "The action item is done", (), (), ("e", "d"), frozenset({"review"})),
    Command("in_progress", "In progress", "The action item is in progress", (), (), ("l", "i"),
            frozenset({"review"})),
    Command("due", "Date", "Another date", (), (), ("t", "t"), frozenset({"review", "minutes"})),
    Command("owner", "Who", "Who is responsible", (), (), ("w", "w"),
            frozenset({"review", "minutes"})),
    Command("comment", "Comment", "Add a comment", (), (), ("k", "c"), frozenset({"review"})),
    Command("drop", "Drop", "Dropped, with a reason; at the desk: out of the minutes, or into them",
            (), (), ("x", "x"), frozenset({"review", "minutes"})),
    Command("move", "Move", "Move to another place", (),
            ("nach", "move"), ("v", "v"), LIVE | {"prepare", "minutes", "agenda"}, "item"),
    Command("source", "Source", "Show where it comes from", (), (), ("g", "g"),
            frozenset({"review"})),
    Command("export", "Export", "Export the minutes", (), ("export",), ("a", "e"),
            frozenset({"library", "minutes"})),
    # -- at the minutes desk
    Command("visibility", "Whereto", "For the minutes, for the record only, internal", ("f6",),
            where=frozenset({"minutes"})),
    Command("sheet", "Decision sheet", "Wording, vote and what follows from the chosen decision",
            ("f2",), where=frozenset({"minutes"})),
    Command("rename", "Rename", "Another title of the item, another name of the person everywhere",
            (), (), ("u", "r"), frozenset({"minutes"})),
    Command("earlier", "Earlier", "Before the entry above it", ("shift+up",),
            where=frozenset({"minutes"})),
    Command("later", "Later", "Behind the entry below it", ("shift+down",),
            where=frozenset({"minutes"})),
    Command("join", "Join", "Two notes of an item become one: with the next, or another one",
            (), (), ("+", "+"), frozenset({"minutes"})),
    Command("address", "Address", "E-mail address of a person: for sending, never in the minutes",
            (), (), ("@", "@"), frozenset({"minutes"})),
    Command("split", "Split", "One note becomes two", (), (), ("s", "s"), frozenset({"minutes"})),
    Command("long_text", "Long text", "The text of the entry over the whole screen", (), (),
            ("l", "l"), frozenset({"minutes"})),
    Command("editor", "Editor", "The text of the entry in your own editor (VISUAL, EDITOR)", (), (),
            ("e", "d"), frozenset({"minutes"})),
    Command("sent", "Sent", "The minutes are sent now; until when objections are taken", (), (),
            ("V", "S"), frozenset({"minutes"})),
    Command("objection", "Objection", "Somebody objects; what becomes of an objection", (), (),
            ("E", "O"), frozenset({"minutes"})),
    Command("versions", "Versions", "Read an earlier version in the preview, or compare any two",
            (), (), ("F", "V"), frozenset({"minutes"})),
    Command("compare", "Compare", "What changed since an earlier version, in words", (), (),
            ("c", "c"), frozenset({"minutes"})),
    Command("next_meeting", "Next meeting", "Plan the next meeting: day, place, what it takes over",
            (), (), ("f", "f"), frozenset({"minutes"})),
    Command("reopen_minutes", "Reopen", "Reopen approved minutes, or the meeting, with a reason",
            (), (), ("R", "R"), frozenset({"minutes"})),
    Command("document", "Document", "Another document of this meeting in the preview", (), (),
            ("k", "k"), frozenset({"minutes"})),
    Command("leave_open", "Stays open", "Leave it open on purpose; the minutes say so", ("minus",),
            where=frozenset({"closing", "minutes"})),
    # -- everywhere
    Command("undo", "Undo", "Take back the last step", ("ctrl+z",), ("zurück", "undo")),
    Command("redo", "Redo", "Bring back what was taken back", ("ctrl+y",), ("wieder", "redo")),
    Command("remove", "Remove", "Remove the chosen entry; undo brings it back", ("delete",),
            where=EVERYWHERE - {"wall"}),
    Command("palette", "All", "All commands", ("ctrl+p",), (), where=EVERYWHERE),
    Command("saved", "Saved?", "Everything is saved; say so", ("ctrl+s",)),
    Command("language", "Deutsch/English", "Switch the language of the screen", (),
            ("sprache", "language")),
    Command("theme", "Colours", "Switch between dark, light and high contrast", (),
            ("farben", "theme")),
    Command("dark", "Dark", "Light letters on dark", (), ("dunkel", "dark")),
    Command("light", "Light", "Dark letters on light", (), ("hell", "light")),
    Command("contrast", "High contrast", "Black, white and yellow, for tired eyes and bad "
            "projectors", (), ("kontrast", "contrast")),
    Command("sound", "Sound", "A bell when time is over, or silence again", (),
            ("ton", "sound"), where=LIVE),
    Command("quit", "Quit", "Leave the program; everything is saved", ("ctrl+q",),
            ("ende", "quit")),
)  # fmt: skip

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def commands_of(room: str) -> Iterator[Command]:
    """The commands that apply in a room, in the order of the table."""
    return (command for command in COMMANDS if room in command.where)


NEEDS_ENTRY = frozenset({"remove", "move"})
"""Commands that the live screen offers only while an entry is chosen."""


def command_called(word: str) -> Command | None:
    """The command behind `/word`, in either language, or the only one that begins so."""
    wanted = word.casefold()
    for command in COMMANDS:
        if wanted in command.words:
            return command
    fitting = {c.id for c in COMMANDS for w in c.words if wanted and w.startswith(wanted)}
    return BY_ID[fitting.pop()] if len(fitting) == 1 else None


def words_beginning(typed: str) -> tuple[tuple[str, Command], ...]:
    """The commands that may be meant by the first letters of a word, each with the word that
    begins so: what to say where `command_called` finds more than one."""
    wanted = typed.casefold()
    found: dict[str, tuple[str, Command]] = {}
    for command in COMMANDS:
        for word in command.words:
            if wanted and word.startswith(wanted):
                found.setdefault(command.id, (word, command))
    return tuple(found.values())


def command_of_letter(letter: str, room: str, language: str) -> Command | None:
    """The command a letter stands for in a list, or None."""
    if letter == "/":
        return BY_ID["find"]
    if letter == "?":
        return BY_ID["help"]
    for command in commands_of(room):
        if command.letter(language) == letter:
            return command
    return None
