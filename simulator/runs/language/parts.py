"""The parts of a message in a line: `time=unknown`, `next=09:37`, `next=call-you@09:37`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.base import Element
from simulator.runs.language.desk import CLOCK, Desk, Name, pick
from simulator.runs.language.forms import PART_ALSO, PART_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.runs.language.slots import Got

NO_WORDING = "-"
"""Stands for an element that has no wording of the scenario."""


def part_kind(word: str) -> str | None:
    """Return the kind of element that a word means, if it means one."""
    kind = PART_ALSO.get(word, word)
    return kind if kind in PART_KINDS else None


def offered(kind: str, desk: Desk, to: str, about: str) -> Sequence[Name]:
    """Return the wordings of a kind, by id or by their number in the list."""
    wordings = desk.view.wordings(to, about, kind)
    return [Name(w.id, w.id, (str(n),), w.text) for n, w in enumerate(wordings, 1)]


def read_part(kind: str, value: str, desk: Desk, got: Got) -> Element:
    """Return the element; a time alone takes the first wording that is offered."""
    names = offered(kind, desk, str(got.get("to", "")), str(got.get("about", "")))
    word, _, time = value.partition("@")
    if not time and (CLOCK.fullmatch(word) or word.startswith("+")):
        return Element(kind, names[0].id if names else "", desk.minute(word))
    minute = desk.minute(time) if time else None
    if word == NO_WORDING:
        return Element(kind, "", minute)
    return Element(kind, pick(word, f"a wording for {kind}", names).id, minute)


def write_part(element: Element, desk: Desk) -> str:
    """Return the words for an element."""
    kind = "next" if element.kind == PART_ALSO["next"] else element.kind
    time = "" if element.minute is None else f"@{desk.clock(element.minute)}"
    return f"{kind}={element.wording or NO_WORDING}{time}"
