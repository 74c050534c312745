"""Honest messages: for each element the wording that says most of what is known, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.base import Element
from simulator.engine.acts.shapes import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.seen import IncidentView
    from simulator.engine.view import View
    from simulator.engine.world import Wording

NEXT_WORD = 24
"""Minutes to the next word that a message names: inside every audience's band. (I8 to I10)"""

SHORTEST = 10
"""Minutes below which the end of the shift is too near for a next word."""

NEEDED: dict[str, tuple[str, ...]] = {
    "executive": ("impact", "risk", "time", "next-update"),
    "manager": ("impact", "risk", "time", "next-update"),
    "users": ("impact", "time", "next-update", "ask"),
    "other-team": ("impact", "action", "time", "next-update"),
    "vendor": ("impact", "known", "time", "ask"),
    "desk": ("impact", "action", "ask"),
}
"""What each audience needs to hear while something is open, and no padding beyond it. (I9, I11)"""


def audience_of(view: View, to: str) -> str:
    """Return the audience of an addressee; `desk` for the team."""
    if to == "desk":
        return "desk"
    return next(one.audience for one in view.stakeholders() if one.id == to)


def wording(view: View, to: str, about: str, element: str) -> str:
    """Return the id of the best wording on offer for an element; "" for none that is fit to say.

    Fit is what is known, true, plain and promises nothing; best is what rests on most that is
    known and was learned last. A reader tells the plain from the vague by reading; here the
    scenario's own marks stand for that.
    """
    known = {fact.id: fact.since for fact in view.facts()}
    marks = {one.id: one for one in view.world.wordings}
    plain = audience_of(view, to) not in ("desk", "technicians", "vendor")
    fit = [
        marks[one.id] for one in view.wordings(to, about, element)
        if one.known and sound(marks[one.id], plain)
    ]  # fmt: skip
    if not fit:
        return ""

    def weight(one: Wording) -> tuple[bool, int, int]:
        return one.about == about, len(one.needs), max((known[n] for n in one.needs), default=-1)

    return max(fit, key=weight).id


def sound(one: Wording, plain: bool) -> bool:
    """Return whether a wording can be said in good conscience."""
    return not (one.untrue or one.vague or one.promises or (plain and one.jargon))


def compose(
    view: View, to: str, about: str, elements: Sequence[str], next_word: int = NEXT_WORD
) -> Message | None:
    """Return a message with these elements, as far as they can be said; None for an empty one.

    `next_word` is the minutes from its sending to the next word it names.
    """
    parts: list[Element] = []
    bare = Message(to, about, ())
    for element in elements:
        if element == "next-update":
            minute = view.done_at(bare) + next_word
            if minute > view.length:
                minute = view.length - 1
            if minute - view.now < SHORTEST:
                continue
            offered = next(iter(view.wordings(to, about, element)), None)
            parts.append(Element(element, offered.id if offered else "", minute))
            continue
        found = wording(view, to, about, element)
        if found:
            parts.append(Element(element, found))
    said = [part for part in parts if part.kind != "next-update"]
    return Message(to, about, tuple(parts)) if said else None


def update(view: View, to: str, about: str, next_word: int = NEXT_WORD) -> Message | None:
    """Return what this audience needs to hear while a matter is open."""
    return compose(view, to, about, NEEDED.get(audience_of(view, to), ()), next_word)


def closing(view: View, to: str, about: str) -> Message | None:
    """Return the closing word; None while nothing can be closed."""
    return compose(view, to, about, ("closing",))


def first_line(view: View, incident: IncidentView) -> Message | None:
    """Return the line to the team about an incident."""
    return compose(view, "desk", incident.id, NEEDED["desk"])
