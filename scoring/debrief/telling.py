"""How entries, figures and windows are told: names, clock times and plain sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.grammar import capital, timeless
from scoring.log import bare, whole
from simulator.engine.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from scoring.log import Log
    from simulator.engine.catalogue import Field
    from simulator.engine.log import LogEntry, Value

PLAIN = {
    "sign": {
        "no-break": "no break yet, looks stretched", "stretched": "looks stretched",
        "short-notes": "notes are getting shorter",
        "late-replies": "replies come late", "none": "looks calmer again",
    },
    "order": {"impact": "impact", "oldest": "the oldest", "own": "everyone's own choice"},
    "reply": {
        "yes": "yes", "no": "no", "question": "they need more evidence first",
        "not-theirs": "that is not theirs",
    },
    "asks": {"next-step": "what next?", "facts": "more has to be known first"},
}  # fmt: skip
"""Words for the few ids that no scenario names."""

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
    groups: frozenset[str] = frozenset()
    """References of stakeholders that are many people, whose names begin small in a sentence."""

    @classmethod
    def of(
        cls, log: Log, names: Mapping[str, str], clock: Callable[[int], str],
        teller: Callable[[LogEntry], str] | None = None,
    ) -> Telling:  # fmt: skip
        """Return the words for a log, which says who of its stakeholders are many people."""
        users = (f"stakeholder:{who}" for who, one in log.audiences.items() if one == "users")
        groups = frozenset(
            ref for ref in users if _many(names.get(ref, ""), names.get(f"short:{bare(ref)}", ""))
        )
        return cls(names, clock, teller, groups)

    def name(self, ref: str, refers: str = "") -> str:
        """Return the name of what a reference or an id stands for; the id where there is none."""
        for key in (ref, f"{refers}:{ref}", bare(ref)):
            if key in self.names:
                return timeless(self.names[key])
        if ref in ("lead", "desk"):
            return {"lead": "you", "desk": "the desk"}[ref]
        return bare(ref).replace("-", " ")

    def priority(self, value: Value | None) -> str:
        """Return what a priority is called in this house: `P1`, or `Sev-1`."""
        number = whole(value)
        return self.names.get(f"priority:{number}", f"P{number}")

    def value(self, value: Value, field: Field | None) -> str:
        """Return one field of an entry in words."""
        refers = field.refers if field else ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int) and refers == "priority":
            return self.priority(value)
        if isinstance(value, int):
            return self.clock(value) if refers == "minute" else str(value)
        if str(value) in PLAIN.get(refers, {}):
            return PLAIN[refers][str(value)]
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
        return capital(text)

    def at(self, entry: LogEntry) -> str:
        """Return the sentence of an entry with its time before it."""
        return f"{self.clock(entry.at)} {self.sentence(entry)}"

    def main(self, refs: Sequence[str]) -> str:
        """Return the name of the first of several, inside a sentence; "it" for none."""
        return self.thing(refs[0]) if refs else "it"

    def thing(self, ref: str) -> str:
        """Return the name of a person or thing as it stands inside a sentence."""
        name = self.name(ref)
        if ref in self.groups:
            return name[:1].lower() + name[1:]
        first = name.partition(" ")[0].lower()
        if ref.startswith("incident:") and " " in name and first not in ("the", "a", "an"):
            return f"the {name}"
        return "you" if ref == "lead" else name

    def owned(self, entry: LogEntry, refers: str, ident: str) -> str:
        """Return the words for an id that belongs to an entry's subject, such as a step."""
        text = self.names.get(f"{refers}:{bare(entry.subject)}/{ident}")
        return text or PLAIN.get(refers, {}).get(ident) or self.name(ident, refers)

    def asker(self, entry: LogEntry) -> str:
        """Return who wanted a word in a scene that an entry is about."""
        if entry.subject.startswith(("analyst:", "stakeholder:")):
            return self.thing(entry.subject)
        name = self.names.get(f"scene:{entry.data.get('scene')}", "Somebody")
        return "somebody" if name == "Somebody" else name

    def task(self, entry: LogEntry) -> str:
        """Return the ticket or incident that an entry's `task` names."""
        ident = str(entry.data.get("task", ""))
        for sort in ("incident", "ticket"):
            if f"{sort}:{ident}" in self.names:
                return self.thing(f"{sort}:{ident}")
        return self.name(ident) if ident else "it"


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


def _many(name: str, short: str) -> bool:
    """Return whether a name is that of many people: `everybody`, `Everybody who calls`.

    The scenario's own short name begins small; or, where it says no more than the first word of
    the name, none of the words after that begins with a capital, as one person's would.
    """
    rest = name.split()[1:]
    return short[:1].islower() or bool(rest and not any(word[:1].isupper() for word in rest))
