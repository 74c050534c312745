"""How entries, figures and windows are told: names, clock times and plain sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.log import bare, listed, whole
from simulator.engine.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scoring.log import Log, Window
    from scoring.measures.registry import Unit
    from scoring.rubric import Basis
    from simulator.engine.catalogue import Field
    from simulator.engine.log import LogEntry, Value

STYLES = {
    "show": "they report each step and wait",
    "alongside": "you work alongside",
    "on-call": "they decide, you are there for doubts",
    "hand-over": "they decide and act",
}
"""What each style of giving work away means, in words."""

BLANK = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Telling:
    """The words a debrief is told in."""

    names: Mapping[str, str]
    """Texts by reference (`ticket:portal.1`) or id (`only-node-c`)."""
    clock: Callable[[int], str]
    """A minute of the shift as it is shown: `08:43`."""
    teller: Callable[[LogEntry], str] | None = None
    """The sentence of an entry as the screens tell it; None fills the catalogue's own."""

    def name(self, ref: str, refers: str = "") -> str:
        """Return the name of what a reference or an id stands for; the id where there is none."""
        for key in (ref, f"{refers}:{ref}", bare(ref)):
            if key in self.names:
                return self.names[key]
        if ref in ("lead", "desk"):
            return {"lead": "you", "desk": "the desk"}[ref]
        return bare(ref).replace("-", " ")

    def value(self, value: Value, field: Field | None) -> str:
        """Return one field of an entry in words."""
        refers = field.refers if field else ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int):
            return self.clock(value) if refers == "minute" else str(value)
        if isinstance(value, tuple):
            return ", ".join(self.name(str(one), refers) for one in value)
        if refers == "task":
            return next(
                (
                    self.names[key]
                    for key in (value, f"incident:{value}", f"ticket:{value}")
                    if key in self.names
                ),
                self.name(value),
            )
        return self.name(value, refers)

    def sentence(self, entry: LogEntry) -> str:
        """Return the sentence that tells an entry, without a full stop; "" for one never told."""
        kind = CATALOGUE.get(entry.kind)
        if kind is None or not kind.sentence:
            return ""
        if self.teller is not None:
            return self.teller(entry)

        def fill(match: re.Match[str]) -> str:
            name = match[1]
            if name == "subject":
                return self.name(entry.subject)
            if name == "actor":
                return self.name(entry.actor)
            if name not in entry.data or name not in kind.fields:
                return name
            owned = f"{kind.fields[name].refers}:{bare(entry.subject)}/{entry.data[name]}"
            if owned in self.names:
                return self.names[owned]
            return self.value(entry.data[name], kind.fields.get(name))

        text = BLANK.sub(fill, kind.sentence)
        return text[:1].upper() + text[1:]

    def at(self, entry: LogEntry) -> str:
        """Return the sentence of an entry with its time before it."""
        return f"{self.clock(entry.at)} {self.sentence(entry)}"

    def fully(self, entry: LogEntry) -> str:
        """Return the sentence of an entry with its time, and what else it says about the act."""
        more = self.detail(entry)
        return f"{self.at(entry)}: {more}" if more else self.at(entry)

    def detail(self, entry: LogEntry) -> str:
        """Return what an act held beyond its sentence, from its fields; "" for nothing more."""
        data = entry.data
        if entry.kind == "message.sent":
            told = [str(one).replace("-", " ") for one in listed(data.get("elements"))]
            following = whole(data.get("next"), -1)
            if following >= 0:
                told.append(f"next word by {self.clock(following)}")
            return ", ".join(dict.fromkeys(told))
        if "style" in data:
            parts = [STYLES.get(str(data["style"]), "")]
            if data.get("beside"):
                parts.append(f"{self.name(str(data['beside']), 'analyst')} beside them")
            if whole(data.get("check_in"), -1) >= 0:
                parts.append(f"a look-in agreed for {self.clock(whole(data['check_in']))}")
            if "note" in data:
                parts.append("with a note" if data["note"] else "without a note")
            return ", ".join(part for part in parts if part)
        if entry.kind == "analyst.checked-in":
            return "as agreed" if whole(data.get("agreed"), -1) >= 0 else "it had not been agreed"
        if entry.kind == "conflict.talked-through":
            heard = [self.name(str(one), "analyst") for one in listed(data.get("heard"))]
            return f"heard before: {', '.join(heard)}" if heard else "nobody heard before"
        if entry.kind in ("ticket.taken", "incident.taken"):
            return f"{whole(data.get('minutes'))} minutes"
        return ""


def figure_words(value: int | None, unit: Unit) -> str:
    """Return a figure with its unit, in words."""
    if value is None:
        return "nothing to measure"
    if unit == "permille":
        return f"{(value + 5) // 10} in a hundred"
    if unit == "minutes":
        return f"{value} minute" if value == 1 else f"{value} minutes"
    if unit == "points":
        return f"{value} of 3 points"
    return str(value)


def basis_words(basis: Basis) -> str:
    """Return what a criterion rests on, in words."""
    if basis.kind == "published":
        return f"published: {basis.link}" if basis.link else "published"
    if basis.kind == "panel":
        return f"a panel of {basis.n}; {(basis.share + 5) // 10} in a hundred agreed"
    return "the author's judgement; others differ"


def given_minute(log: Log, entry: LogEntry) -> LogEntry:
    """Return the entry by which the act behind an entry was given; the entry itself for none.

    A lead's entry follows from `act.done`, whose act number leads to `act.given`.
    """
    one = entry
    for _ in range(6):
        if one.kind == "act.given" or one.because < 0:
            break
        one = log.entries[one.because]
        if one.kind in ("act.done", "act.begun"):
            number = one.data.get("number")
            return next((e for e in log.of("act.given") if e.data.get("number") == number), one)
    return one if one.kind == "act.given" else entry


def subject_of(window: Window, telling: Telling) -> str:
    """Return what a window is about, in words."""
    return telling.name(window.subject) if window.subject else "the desk"
