"""A scripted lead that is watched: which answers were open to it, and what each was worth.

A trainee never sees a credit, and no lead does here: it is worked out beside the lead, from the
scenario and from what holds at that minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Answer
from simulator.engine.scenes import merit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.engine.world import SceneSpec
    from simulator.strategies.protocol import Strategy, Wait

BEST = 3
"""Credit of a choice in the state that makes it best."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A scene as it stood when it was answered."""

    scene: str
    choice: str
    open: tuple[tuple[str, int], ...]
    """The choices that were open, with what each was worth then, 0 to 3."""
    counts: bool
    """Whether the scene counts in a criterion; else it is for feedback only."""

    @property
    def by_guess(self) -> float:
        """Share of the open choices that were worth most an answer can be."""
        return sum(points == BEST for _, points in self.open) / len(self.open)

    @property
    def best(self) -> bool:
        """Whether nothing open was worth more than the answer, and that was worth something."""
        return dict(self.open)[self.choice] == max(points for _, points in self.open) > 0


class Watched:
    """Plays as another lead does, and keeps how each scene stood that it answered."""

    def __init__(self, lead: Strategy) -> None:
        self.lead = lead
        self.answers: list[Answered] = []

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Yield what the lead decides."""
        for act in self.lead.decide(view):
            if isinstance(act, Answer):
                self._note(view, act)
            yield act

    def _note(self, view: View, act: Answer) -> None:
        spec = next(one.scene for one in view.world.storyline if one.id == act.scene)
        shown = next((one for one in view.scenes() if one.id == act.scene), None)
        if spec is None or shown is None:
            return
        unlocked = {one.id for one in shown.choices if not one.locked}
        if act.choice in unlocked:
            stood = tuple(worths(view, spec, unlocked))
            self.answers.append(Answered(act.scene, act.choice, stood, bool(spec.criterion)))


def worths(view: View, spec: SceneSpec, unlocked: set[str]) -> Iterator[tuple[str, int]]:
    """Yield the open choices of a scene with what each is worth now."""
    best = next((ident for condition, ident in spec.best if view.holds(condition)), "")
    for choice in spec.choices:
        if choice.id in unlocked:
            yield choice.id, merit(choice, best)
