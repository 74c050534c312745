"""Habits that read nothing: whom, what and when are fixed beforehand, by place, turn or chance.

A habit may see that something is there, as everybody does who looks at the screen; what it says,
who could do it and what was learned meanwhile play no part in what the habit does.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from simulator.engine.acts.messages import ELEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

EVERYBODY = -1
"""In place of one: everybody there is, one after another."""

GIVING = ("outcome", "due", "check-in", "may", "beside", "note")
"""Fields of work that is given away."""

MARKED = "marked"
"""Among what is filled in of a message: only wordings that the composer marks as known."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Something a lead does again and again, whatever it hears."""

    what: str
    """A key of `WAYS`."""
    begins: int = 0
    """Minute of the shift before which it is not done."""
    every: int = 0
    """Minutes after which the same is done again to the same; 0 for once."""
    whom: int = 0
    """Place among those there are, counted round; or `EVERYBODY`."""
    pick: int = 0
    """Place among the options on offer, counted round; -1 is the last."""
    fills: tuple[str, ...] = ()
    """What is filled in, of `FILLS`."""
    minutes: int = 15
    """Minutes from now to whatever it names a time for."""
    by_scene: tuple[int, ...] = ()
    """Places of the answers to scenes, by the scene's place in the storyline, counted round."""

    def told(self) -> str:
        """Return the habit in words and figures."""
        parts = [self.what, f"from minute {self.begins}"]
        parts.append(f"every {self.every} min" if self.every else "once each")
        used = USES.get(self.what, ())
        if "whom" in used:
            parts.append("everybody" if self.whom == EVERYBODY else f"person {self.whom + 1}")
        if "pick" in used:
            parts.append("last option" if self.pick < 0 else f"option {self.pick + 1}")
        if "fills" in used and self.fills:
            parts.append("with " + " ".join(self.fills))
        if "minutes" in used:
            parts.append(f"in {self.minutes} min")
        if "by_scene" in used:
            parts.append("choices " + " ".join(str(place + 1) for place in self.by_scene))
        return ", ".join(parts)


Habits = tuple[Habit, ...]
"""A whole way of playing, the most pressing habit first."""

USES: Mapping[str, tuple[str, ...]] = {
    "answer": ("by_scene",),
    "write": ("whom", "pick", "fills", "minutes"),
    "keep-word": ("pick", "fills", "minutes"),
    "give-incidents": ("whom", "pick", "fills", "minutes"),
    "give-tickets": ("whom", "pick", "fills", "minutes"),
    "move": ("whom", "pick", "fills", "minutes"),
    "go-ahead": (),
    "look-in": ("whom",),
    "keep-looks": (),
    "open": (),
    "set-priority": ("pick",),
    "acknowledge": (),
    "declare": ("pick",),
    "link": (),
    "decide": ("pick", "fills", "minutes"),
    "ask": ("whom", "pick"),
    "escalate": ("whom", "pick", "fills"),
    "work-round": ("pick",),
    "roll-back": ("pick",),
    "investigate": ("pick",),
    "verify": ("pick",),
    "take": ("pick",),
    "break": ("whom",),
    "listen": ("whom",),
    "one-on-one": ("whom", "pick"),
    "recognise": ("whom",),
    "review": ("whom",),
    "talk-through": ("pick",),
    "brief": ("pick", "fills"),
    "order": ("pick", "whom", "minutes"),
    "hand-over": ("fills",),
    "form": ("pick",),
    "anything": ("pick",),
}
"""What each habit does with its fields; all of them heed `begins` and `every`."""

FILLS: Mapping[str, Sequence[str]] = {
    "write": (*ELEMENTS, MARKED),
    "keep-word": (*ELEMENTS, MARKED),
    "give-incidents": GIVING,
    "give-tickets": GIVING,
    "move": GIVING,
    "decide": ("why", "threshold", "if-fails"),
    "escalate": ("facts", "asks"),
    "brief": ("why",),
    "hand-over": ("tasks", "promises", "facts"),
}
"""What a habit can fill in."""

BEGINS = (0, 0, 0, 2, 5, 8, 12, 20, 30, 45, 60, 80, 100, 130, 160, 190, 210)
EVERY = (0, 0, 0, 1, 3, 6, 10, 15, 20, 30, 45)
WHOM = (EVERYBODY, 0, 1, 2, 3, 4, 5)
PICK = (-1, 0, 0, 1, 2, 3, 4, 5, 6, 7)
MINUTES = (5, 8, 12, 15, 20, 25, 30, 45, 60)
PLACES = 4
"""Places among which an answer to a scene is drawn."""

MOST_HABITS = 10
"""Habits of one lead, at most."""


def drawn(draw: Random, scenes: int, what: str = "") -> Habit:
    """Return a habit of any kind, or of one; `scenes` is how many the storyline has."""
    kind = what or draw.choice(tuple(USES))
    return Habit(kind, **{one.name: _value(draw, scenes, kind, one.name) for one in _OPEN})


_OPEN = fields(Habit)[1:]


def _value(draw: Random, scenes: int, what: str, field: str) -> Any:
    if field == "fills":
        likely = draw.choice((0.3, 0.6, 1.0))
        return tuple(one for one in FILLS.get(what, ()) if draw.random() < likely)
    if field == "by_scene":
        length = draw.choice((1, 2, max(1, scenes)))
        return tuple(draw.randrange(PLACES) for _ in range(length))
    table = {"begins": BEGINS, "every": EVERY, "whom": WHOM, "pick": PICK, "minutes": MINUTES}
    return draw.choice(table[field])


def anybody(draw: Random, scenes: int) -> Habits:
    """Return a lead drawn from all there are; most of them answer scenes."""
    found = [drawn(draw, scenes) for _ in range(draw.randrange(2, MOST_HABITS))]
    if draw.random() < 0.8:
        found.insert(0, drawn(draw, scenes, "answer"))
    return tuple(found[:MOST_HABITS])


def changed(draw: Random, lead: Habits, other: Habits, scenes: int) -> Habits:
    """Return a lead that differs from one in one or two things, some of them another's."""
    found = list(lead)
    for _ in range(draw.choice((1, 1, 2))):
        step = draw.random()
        if step < 0.3 and len(found) < MOST_HABITS:
            new = draw.choice(other) if draw.random() < 0.4 else drawn(draw, scenes)
            found.insert(draw.randrange(len(found) + 1), new)
        elif step < 0.4 and len(found) > 1:
            del found[draw.randrange(len(found))]
        elif step < 0.5:
            found.append(found.pop(draw.randrange(len(found))))
        else:
            place = draw.randrange(len(found))
            found[place] = _retuned(draw, found[place], scenes)
    return tuple(found)


def _retuned(draw: Random, habit: Habit, scenes: int) -> Habit:
    """Return a habit with one of the fields that it uses drawn anew."""
    field = draw.choice(("begins", "every", *USES[habit.what]))
    if field == "by_scene" and len(habit.by_scene) > 1:
        places = list(habit.by_scene)
        places[draw.randrange(len(places))] = draw.randrange(PLACES)
        return replace(habit, by_scene=tuple(places))
    if field == "fills" and FILLS[habit.what]:
        flipped = draw.choice(FILLS[habit.what])
        return replace(
            habit, fills=tuple(x for x in FILLS[habit.what] if (x in habit.fills) != (x == flipped))
        )
    changed_field: dict[str, Any] = {field: _value(draw, scenes, habit.what, field)}
    return replace(habit, **changed_field)
