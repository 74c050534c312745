"""The engine's sentences as commands print them: no blank left open, nobody without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import words
from simulator.engine.casing import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.log import LogEntry
    from simulator.engine.world import World

BLANK = "{time}"
"""Stands in a scenario's text for a time that the lead names."""
OPEN_TIME = "the time you name"
"""What is said while no time was named."""

SOMEBODY = "somebody"
"""What a person is called who has no name."""
PLACES: Mapping[str, str] = {
    "walk-up": "at your desk",
    "phone": "on the phone",
    "chat": "in the chat",
    "corridor": "in the corridor",
    "meeting": "in the meeting",
}
"""Where somebody is who is named by the words of a scene only, by its channel."""


def filled(text: str) -> str:
    """Return a text with the time that nobody has named yet in words."""
    return text.replace(BLANK, OPEN_TIME)


def somebody(channel: str) -> str:
    """Return how to call a person whom only a scene's own words name."""
    return f"{SOMEBODY} {PLACES.get(channel, '')}".rstrip()


def over_first(end: str, done: str) -> str:
    """Say that an act would be done at a time of day at which the shift is over."""
    return f"The shift ends at {end}, before this is done at {done}: nothing would come of it."


def named(world: World, names: words.Names) -> dict[str, str]:
    """Return names in which the scene of a person without a name says where that person is.

    Scenes that only another form of the scenario has are not among the names of a shift.
    """
    unnamed = {
        f"scene:{item.id}": somebody(item.scene.channel)
        for item in world.storyline
        if item.scene is not None and names.get(f"scene:{item.id}", "").casefold() == SOMEBODY
    }
    return {**names, **unnamed}


def sentence(entry: LogEntry, names: words.Names, clock: words.Clock) -> str:
    """Return an entry as a sentence, "" for a kind that is never told."""
    told = words.sentence(entry, names, clock)
    if entry.kind == "scene.opened" and not entry.data["sender"]:
        told = capital(names[f"scene:{entry.data['scene']}"]) + ": a word with you"
    return filled(told)
