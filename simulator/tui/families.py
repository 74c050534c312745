"""Every act of a scenario in its place: by family, and by what it is about, a letter each."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Literal

from simulator.engine.acts.registry import ACTS
from simulator.runs.language import lookups
from simulator.runs.language.forms import FORMS
from simulator.tui.offers import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.engine.world import World
    from simulator.tui.offers import Opens

About = Literal["person", "ticket", "incident", "outside", "other", "desk"]

PAGES: tuple[tuple[str, str], ...] = (
    ("desk", "the desk"),
    ("prioritise", "what first"),
    ("delegate", "who"),
    ("communicate", "words"),
    ("decide", "decide"),
    ("people", "people"),
    ("improve", "tomorrow"),
)
"""The pages of the lead's menu: acts about the whole desk, then each family."""

DIALOGS: Mapping[str, Opens] = {
    "message": "message", "brief": "brief", "decide": "decide", "hand-over": "hand-over",
}  # fmt: skip
"""Acts with a dialog of their own that needs no task."""
GIVEN_AWAY = ("assign", "reassign")
"""Acts of the dialog that gives a task away."""
KEPT = "k"
"""The letter that means something in every dialog."""
KEYED = ("leave", "withdraw")
"""Acts that are a key of the shift and ask for nothing."""

_ABOUT: Mapping[object, About] = {
    id(lookups.PERSON): "person",
    id(lookups.TICKET): "ticket",
    id(lookups.INCIDENT): "incident",
    id(lookups.OUTSIDE): "outside",
    **{
        id(slot): "other"
        for slot in (lookups.TASK, lookups.WAITING, lookups.ANYBODY, lookups.SCENE,
                     lookups.CONFLICT)
    },
}  # fmt: skip


SHOWN = frozenset({
    "check-in", "listen", "send-on-break", "recognise", "review",
    "triage", "set-priority", "acknowledge", "declare", "link", "workaround",
})  # fmt: skip
"""Acts that the menu of a person, a ticket or an incident says in words of its own."""


DESK_TOO = ("phones", "reserve", "go-ahead")
"""Acts about one person or task that change what the whole desk can do."""


def used(world: World) -> tuple[str, ...]:
    """Return the kinds of acts of a scenario, in the order of the registry."""
    return tuple(kind for kind in ACTS if not world.acts or kind in world.acts)


def about(kind: str) -> About:
    """Return what an act is about: what stands first in its line."""
    places = FORMS[kind].places
    return _ABOUT.get(id(places[0].slot), "desk") if places else "desk"


def _for_desk(kind: str) -> bool:
    return about(kind) == "desk" or kind in DESK_TOO


def page(world: World, name: str) -> tuple[str, ...]:
    """Return the acts on one page of the lead's menu."""
    return tuple(
        kind
        for kind in listed(world)
        if (_for_desk(kind) if name == "desk" else ACTS[kind].rule.family == name)
    )


def listed(world: World) -> tuple[str, ...]:
    """Return the acts that a menu or the palette opens; the others are keys by themselves."""
    return tuple(kind for kind in used(world) if kind not in KEYED)


def pages(world: World) -> tuple[tuple[str, str], ...]:
    """Return the pages that hold something in this scenario: id and title."""
    return tuple((name, title) for name, title in PAGES if page(world, name))


def letters(kinds: Iterable[str], alphabet: str = ascii_lowercase) -> Mapping[str, str]:
    """Return a letter for each act: of its title where one is free, then of its plain word."""
    found: dict[str, str] = {}
    fold = str.upper if alphabet == ascii_uppercase else str.lower
    for kind in kinds:
        wanted = fold(f"{ACTS[kind].title}{FORMS[kind].word}")
        found[kind] = next(
            letter
            for letter in (*wanted, *alphabet)
            if letter in alphabet and letter not in KEPT and letter not in found.values()
        )
    return found


def door(kind: str, key: str, marked: Mapping[str, str]) -> Offer:
    """Return the line of a menu that leads to an act's dialog, or to its form."""
    title = ACTS[kind].title
    if kind in GIVEN_AWAY and (task := marked.get("task", "")):
        return Offer(key, title, opens="assign", about=task)
    if kind in DIALOGS:
        return Offer(key, title, opens=DIALOGS[kind])
    return Offer(key, title, opens="form", about=kind, marked=tuple(marked.items()))


def doors(world: World, what: About, marked: Mapping[str, str]) -> tuple[Offer, ...]:
    """Return the acts about one thing that its menu does not show anyway, in registry order.

    Their letters are capitals: a small letter is done at once, a capital opens a form.
    """
    new = [kind for kind in used(world) if about(kind) == what and kind not in SHOWN]
    keys = letters(new, ascii_uppercase)
    return tuple(door(kind, keys[kind], marked) for kind in new)
