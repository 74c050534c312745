"""What the catalogue says of a kind of entry, and short ways to say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.log import Cause

FieldType = Literal["int", "str", "bool", "list"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry's data."""

    type: FieldType
    says: str
    """What it means, with its unit."""
    refers: str = ""
    """What an id in it names: analyst, ticket, task, fact, stakeholder, scene, act ...; `minute`
    for a minute of the shift."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry."""

    name: str
    causes: frozenset[Cause]
    subject: str
    """What the subject is: ticket, analyst, stakeholder, incident, lead, desk ..."""
    fields: Mapping[str, Field]
    sentence: str
    """How it is told: {subject}, {actor} and the fields are filled in; "" for never told."""
    since: int = 1
    """Epoch in which it appeared."""


def number(says: str, refers: str = "", optional: bool = False) -> Field:
    """Return a whole-number field."""
    return Field("int", says, refers, optional)


def text(says: str, refers: str = "", optional: bool = False) -> Field:
    """Return a text field, an id or one of a few words."""
    return Field("str", says, refers, optional)


def flag(says: str, optional: bool = False) -> Field:
    """Return a yes/no field."""
    return Field("bool", says, "", optional)


def many(says: str, refers: str = "", optional: bool = False) -> Field:
    """Return a list of ids or numbers."""
    return Field("list", says, refers, optional)


def k(name: str, causes: str, subject: str, sentence: str = "", **fields: Field) -> Kind:
    """Return a kind of entry; `causes` is a list of words."""
    return Kind(name, frozenset(causes.split()), subject, fields, sentence)  # type: ignore[arg-type]


SCRIPT, WORLD, LEAD, DEFAULT = "script", "world", "lead", "default"

SPENT = number("lead minutes it took")

TERMS: Mapping[str, Field] = {
    "to": text("who gets it", "analyst"),
    "style": text("show, alongside, on-call, hand-over"),
    "outcome": text("outcome asked for", "", True),
    "due": number("minute by which it is wanted", "minute", True),
    "check_in": number("minute agreed for a look", "minute", True),
    "may": many("steps allowed beforehand", "", True),
    "beside": text("second pair of eyes", "analyst", True),
    "beside_gap": number("their skill minus difficulty", optional=True),
    "fit": number("steps of freedom too tight (+) or too loose (-)"),
    "gap": number("skill minus difficulty"),
    "priority": number("priority as known"),
    "minutes": SPENT,
    "acknowledged": flag("the person said yes"),
}
"""On what terms a task was given away."""
