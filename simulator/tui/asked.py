"""What an act asks for: its form in the plain language as the fields of a dialog."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, cast

from simulator.runs.language.desk import Desk
from simulator.runs.language.forms import FORMS, SHAPE_OF, Flag, Place, Word
from simulator.runs.language.slots import Clock, Named, OneOf, Slot, Whole
from simulator.tui.standing_words import standing
from simulator.tui.telling import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from simulator.engine.log import LogEntry
    from simulator.engine.view import View
    from simulator.runs.language.desk import Name
    from simulator.runs.language.slots import Got
    from simulator.tui.desk import Sight

Choice = tuple[object, str]
"""A value, and how it stands on screen."""

NOTHING = ""
"""The value of a field that is left out: the act's own default then stands."""
FEW = 9
"""Numbers from which on somebody types instead of choosing."""
LOOK_BACK = 120
"""Entries that are searched for what somebody did."""

LABELS: Mapping[str, str] = {
    "person": "Who", "who": "Who", "to": "To", "senior": "Beside", "of": "About",
    "why": "Because", "if_fails": "If it fails", "threshold": "From", "work": "For",
    "author": "Written by", "reviewer": "Checked by", "asks": "For", "need": "What",
    "facts": "You tell them", "topics": "About", "polarity": "It went", "entry": "What you saw",
    "impact": "It touched", "expected": "From now on", "venue": "Where",
    "from_number": "From a figure", "after": "After minutes", "expires": "Lapses at",
    "knowing": "Knowingly", "on": "Telephones", "promises": "Words you owe",
}  # fmt: skip
"""Words before a field where its own name does not say it."""
WORDS: Mapping[str, str] = {
    "own": "everybody in their own order", "impact": "what hurts most people first",
    "oldest": "the oldest first", "positive": "well", "corrective": "not well",
    "user": "a user", "colleague": "a colleague", "desk": "the desk",
    "behaviour-and-impact": "what happened, and what it did", "label": "say what they are like",
    "on": "on", "off": "off", "public": "in public", "no-promises": "leave them out",
}  # fmt: skip
"""Words for what can be chosen where the plain language's own word does not say it."""
UNSET: Mapping[str, str] = {"venue": "in private", "promises": "pass them on", "until": "no time"}
"""Words for a field that is left out, where there are any."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of an act's dialog."""

    field: str
    label: str
    slot: Slot | None
    """What can stand there; None for bare words."""
    optional: bool
    bare: tuple[Flag, ...] = ()
    usual: Callable[[Desk, Got], object] | None = None
    """What is meant where nothing is said."""

    @property
    def many(self) -> bool:
        """Whether several values can be chosen."""
        return self.slot is not None and self.slot.many


def desk_of(sight: Sight) -> Desk:
    """Return the plain language's desk for what the lead sees: in a shift, a `View`."""
    return Desk(cast("View", sight))


def asked(kind: str) -> tuple[Asked, ...]:
    """Return the fields of one kind of act, in the order of its line."""
    form = FORMS[kind]
    free = {one.name for one in fields(SHAPE_OF[kind]) if _may_be_left(one)}
    parts: list[Place | Word] = [*form.places, *form.words]
    found = [_of_slot(part, free) for part in parts]
    for name in dict.fromkeys(flag.field for flag in form.flags):
        flags = tuple(flag for flag in form.flags if flag.field == name)
        found.append(Asked(name, label(name), None, len(flags) == 1, flags))
    return tuple(found)


def _may_be_left(one: Any) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _of_slot(part: Place | Word, free: set[str]) -> Asked:
    usual = part.otherwise if isinstance(part, Place) else None
    optional = part.field in free or "." in part.field
    return Asked(part.field, label(part.field), part.slot, optional, usual=usual)


def label(field: str) -> str:
    """Return the words before a field."""
    return LABELS.get(field) or field.rpartition(".")[2].replace("_", " ").capitalize()


def choices(one: Asked, sight: Sight, got: Got) -> tuple[Choice, ...] | None:
    """Return what can stand in a field now; None for a time or a number that is typed."""
    found = _found(one, sight, got)
    if found is None:
        return None
    if one.optional and not one.many and one.usual is None:
        return ((NOTHING, UNSET.get(one.field, "–")), *found)
    return found


def _found(one: Asked, sight: Sight, got: Got) -> tuple[Choice, ...] | None:
    desk = desk_of(sight)
    if one.field == "entry":
        return tuple(_deeds(sight, str(got.get("person", ""))))
    if one.field == "order" and isinstance(one.slot, Whole):
        return standing(sight)
    match one.slot:
        case None:
            return tuple((flag.value, WORDS.get(flag.key, "yes")) for flag in one.bare)
        case Named():
            return tuple((name.id, named(name)) for name in one.slot.names(desk, got))
        case OneOf():
            return tuple((word, worded(word)) for word in one.slot.words)
        case Whole(low=low, high=high) if high - low <= FEW:
            names = sight.world.priorities if one.field in {"priority", "severity"} else ()
            return tuple(
                (figure, names[figure - 1] if figure <= len(names) else str(figure))
                for figure in range(low, high + 1)
            )
        case _:
            return None


def named(name: Name) -> str:
    """Return how something with a name stands on screen."""
    if name.shown.isdecimal():
        return f"#{name.shown} {name.says}".rstrip()
    return name.says or worded(name.shown)


def worded(word: str) -> str:
    """Return a fixed word of the plain language as it stands on screen."""
    return WORDS.get(word) or word.replace("-", " ")


def _deeds(sight: Sight, who: str) -> Iterator[Choice]:
    """Yield what the lead saw somebody do, the newest first."""
    for entry in sight.strip(LOOK_BACK):
        if did(entry, who) and (text := told(sight, entry)):
            yield entry.number, text


def did(entry: LogEntry, who: str) -> bool:
    """Return whether an entry tells what somebody of the team did."""
    about = (entry.actor, entry.subject) if entry.kind.startswith("analyst.") else (entry.actor,)
    return f"analyst:{who}" in about or entry.data.get("by") == who


def is_time(one: Asked) -> bool:
    """Return whether a field holds a time of day."""
    return isinstance(one.slot, Clock)
