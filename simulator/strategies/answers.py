"""Ways of answering scenes that go by the words on offer alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Answer, AnyAct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import ChoiceView, SceneView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory

Choose = Callable[["SceneView"], "ChoiceView | None"]

SURE = re.compile(
    r"\b(back (?:by|within)|fixed|done (?:by|within)|you have it|holds|it is over|by (?:nine|ten"
    r"|eleven|noon)|at the latest|I know this|now)\b",
    re.IGNORECASE,
)
"""Words that make a result sound certain."""
MINE = re.compile(r"\b(I|I'll|me|my|mine)\b")


def unlocked(scene: SceneView) -> list[ChoiceView]:
    """Return the choices that are open."""
    return [one for one in scene.choices if not one.locked]


def quickest(scene: SceneView) -> ChoiceView | None:
    """Return the choice that costs least of the lead's time."""
    return min(unlocked(scene), key=lambda one: one.minutes, default=None)


def surest(scene: SceneView) -> ChoiceView | None:
    """Return the choice that sounds surest, and puts the lead in the middle."""

    def certain(one: ChoiceView) -> tuple[int, int]:
        if "?" in one.say or "no time" in one.say.casefold():
            return (-1, 0)
        return len(SURE.findall(one.say)), len(MINE.findall(one.say))

    return max(unlocked(scene), key=certain, default=None)


def most_time(scene: SceneView) -> ChoiceView | None:
    """Return the choice that takes most time for the person who asks."""
    return max(unlocked(scene), key=lambda one: one.minutes, default=None)


def answer_with(choose: Choose) -> Duty:
    """Return the duty of answering every scene that stands open, chosen so."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        for scene in list(view.scenes()):
            choice = choose(scene)
            if choice is not None:
                yield Answer(scene.id, choice.id)

    return duty
