"""The one registry of what can be done on screen: it feeds keys, footer, palette, help, manual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.binding import BindingType

    from simulator.tui.snapshot import Snapshot

Place = Literal["anywhere", "home", "shift", "dialog", "debrief", "passed", "list", "briefing"]


def _always(_: Snapshot | None) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do with a key, the mouse or the palette."""

    id: str
    """What a keymap names."""
    key: str
    """Keys as Textual names them, several with commas."""
    label: str
    """One or two words, for the footer."""
    tip: str
    """One sentence, for help, palette and manual."""
    place: Place
    footer: int = 0
    """Order in the footer; 0 leaves it out."""
    stays: bool = False
    """Whether it stays in the footer where room is short."""
    possible: Callable[[Snapshot | None], bool] = _always
    """Whether it makes sense now; an action that does not is greyed out and not in the palette."""

    @property
    def method(self) -> str:
        """The name of the action on its screen, without `action_`."""
        return self.id.replace("-", "_")


def _some_row(snapshot: Snapshot | None) -> bool:
    return snapshot is not None and bool(snapshot.rows)


def _somebody_waits(snapshot: Snapshot | None) -> bool:
    return snapshot is not None and any(person.waits for person in snapshot.people)


def _busy(snapshot: Snapshot | None) -> bool:
    return snapshot is not None and snapshot.busy


def _calls(snapshot: Snapshot | None) -> bool:
    return snapshot is not None and snapshot.talks > 0


def _action(
    place: Place,
    ident: str,
    key: str,
    label: str,
    tip: str,
    footer: int = 0,
    possible: Callable[[Snapshot | None], bool] = _always,
) -> Action:
    return Action(ident, key, label, tip, place, footer, ident in STAYING, possible)


STAYING = frozenset({"next", "pause", "close", "help"})
"""Actions whose keys stay in the footer: the clock, the way back, the help."""


ACTIONS: tuple[Action, ...] = (
    _action("anywhere", "help", "question_mark,f1", "help", "What you see here, and every key", 8),
    _action("anywhere", "settings", "f2", "settings", "Colours, keys and motion"),
    _action("anywhere", "quit", "q,ctrl+q,ctrl+c", "quit", "Leave; nothing is lost"),
    _action("home", "play", "enter", "play", "Open what is marked", 1),
    _action("home", "train", "p", "practise",
            "Practise a moment of the finished shift that is marked", 2),
    _action("home", "filter", "slash", "find", "Show only what contains some letters", 3),
    _action("shift", "assign", "a", "assign", "Give what is marked to somebody", 1, _some_row),
    _action("shift", "priority", "p", "priority",
            "Open a ticket, set its priority, tell its sender that it was seen", 2, _some_row),
    _action("shift", "message", "m", "message",
            "Write to users, an executive, a vendor, the desk", 3),
    _action("shift", "talk", "t", "talk",
            "Ask, listen, thank, review, send on a break, talk it through", 4),
    _action("shift", "incident", "i", "incident",
            "Declare, link tickets, find a way round, ask for help, decide", 5),
    _action("shift", "lead", "e", "every act",
            "Every act by family, first those about the whole desk", 9),
    _action("shift", "next", "full_stop", "next", "Let time pass until something needs you", 6),
    _action("shift", "pause", "space", "pause", "Stop the clock, or let it go on", 7),
    _action("shift", "go-ahead", "y", "go ahead", "Say go ahead to who waits for you",
            possible=_somebody_waits),
    _action("shift", "take-back", "u,backspace", "take back",
            "Take your last act back, until the clock moves on"),
    _action("shift", "leave", "x", "leave it", "Leave the act in hand, with a note",
            possible=_busy),
    _action("shift", "answer", "c", "answer", "Answer who wants a word with you", possible=_calls),
    _action("shift", "know", "k", "know", "What you know, and since when"),
    _action("shift", "read", "enter", "read", "Read what is marked; the clock stands still",
            possible=_some_row),
    _action("shift", "brief", "b", "brief", "Tell the team in which order work is taken"),
    _action("shift", "decide", "d", "decide", "Record a decision: what, why, and what if it fails"),
    _action("shift", "work", "w", "do it", "Work on what is marked yourself", possible=_some_row),
    _action("shift", "hand-over", "h", "hand over", "Hand the shift over to whoever comes next"),
    _action("shift", "history", "l", "log", "What happened so far"),
    _action("shift", "find", "slash", "find", "Show only rows that contain some letters"),
    _action("shift", "faster", "plus,equals_sign", "faster", "Twice as fast, 4x at most"),
    _action("shift", "slower", "minus", "slower", "Half as fast, 1x at least"),
    _action("shift", "queue", "1", "queue", "Go to the queue"),
    _action("shift", "team", "2", "team", "Go to the team"),
    _action("shift", "home", "escape", "home", "Go to the first page; the shift waits for you"),
    _action("dialog", "back", "escape", "back", "Close without doing anything"),
    _action("dialog", "facts", "k", "what I know", "What you know, and since when"),
    _action("debrief", "moments", "1", "moments", "The moments, and one plan"),
    _action("debrief", "levels", "2", "levels", "What each criterion earned, and from what"),
    _action("debrief", "arithmetic", "3", "arithmetic", "How the points add up"),
    _action("debrief", "curves", "4", "curves", "What could not be seen in the shift"),
    _action("debrief", "desk-figures", "5", "desk", "What became of the desk"),
    _action("debrief", "what-if", "6", "what if", "What other acts would have changed; trials"),
    _action("debrief", "others", "7", "others",
            "Your other shifts, and two strong runs of this one"),
    _action("debrief", "try-again", "t", "try it from here",
            "Play on from the moment that is marked; the shift stays as it was", 1),
    _action("debrief", "practise", "p", "practise",
            "Practise the marked moment, or choose one: a few minutes, and nothing is kept", 2),
    _action("debrief", "hand-in", "h", "hand in",
            "See what would leave, to whom and for how long; then decide", 3),
    _action("debrief", "close", "escape", "close", "Back to the first page", 4),
    _action("passed", "once-more", "p", "once more", "Practise the same moment again"),
    _action("passed", "enough", "escape", "enough", "Back to the debrief"),
    _action("list", "down", "down", "down", "The next line"),
    _action("list", "up", "up", "up", "The line before"),
    _action("list", "first", "home,g", "first", "The first line"),
    _action("list", "last", "end,G", "last", "The last line"),
)  # fmt: skip
"""Every action, in the order of the help page."""

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

VI = {"know": "f", "facts": "f", "down": "j,down", "up": "k,up"}
"""Keys for people whose fingers know vi: j and k move, f shows what you know."""

_SIGNS = {
    "question_mark": "?", "full_stop": ".", "slash": "/", "plus": "+", "minus": "-",
    "equals_sign": "=", "backspace": "⌫", "escape": "esc", "comma": ",",
}  # fmt: skip


def at(place: Place) -> tuple[Action, ...]:
    """Return the actions of one place, in order."""
    return tuple(action for action in ACTIONS if action.place == place)


def bindings(place: Place) -> list[BindingType]:
    """Return the key bindings of one place; each has an id that a keymap can override."""
    return [
        Binding(
            action.key, action.method, action.label, id=action.id, tooltip=action.tip, show=False
        )
        for action in at(place)
    ]


def moves(**methods: str) -> list[BindingType]:
    """Return bindings for moving in a list: `down="cursor_down"` binds the keys of `down` to it."""
    return [
        Binding(
            BY_ID[ident].key,
            method,
            BY_ID[ident].label,
            id=ident,
            tooltip=BY_ID[ident].tip,
            show=False,
        )
        for ident, method in methods.items()
    ]


def key_shown(ident: str, keymap: Mapping[str, str]) -> str:
    """Return the first key of an action as a person reads it: `.`, `space`, `a`."""
    key = keymap.get(ident, BY_ID[ident].key).split(",")[0].strip()
    return _SIGNS.get(key, key)


def keys_shown(ident: str, keymap: Mapping[str, str]) -> str:
    """Return every key of an action: `u ⌫`."""
    keys = keymap.get(ident, BY_ID[ident].key).split(",")
    return " ".join(_SIGNS.get(key.strip(), key.strip()) for key in keys)


def unknown(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in a keymap that no action has."""
    return tuple(ident for ident in keymap if ident not in BY_ID)
