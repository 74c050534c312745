"""The picture with which a shift ends: how things stand, before any word about how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui import say
from simulator.tui.picture import BACK
from simulator.tui.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.tui.desk import Sight

LAST = 5
"""Entries of the log that the picture ends with."""
LOOK_BACK = 40
"""Entries that are searched for them."""


def closing_words(sight: Sight) -> str:
    """Return how the desk stands when the shift ends, and what happened last."""
    newest = [
        f"{say.clock(sight.world.starts, entry.at)}  {text}"
        for entry in sight.strip(LOOK_BACK)
        if (text := told(sight, entry))
    ][:LAST]
    return "\n".join([*_stands(sight), "", "What happened last:", *reversed(newest)])


def _stands(sight: Sight) -> Iterator[str]:
    yield f"It is {say.clock(sight.world.starts, sight.now)}."
    for one in sight.incidents():
        if one.known_since >= 0:
            state = say.back(one) if one.state in BACK else "still open"
            yield f"{one.name}: {state}."
    yield f"Waiting: {say.count(sight.header().waiting, 'ticket')}."
    if owed := say.listed(say.Labels.of(sight).who(one.to) for one in sight.promises()):
        yield f"You still owe a word to {owed}."
