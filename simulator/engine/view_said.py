"""What the lead knows, owes and can say: the part of the view that is about words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import bygone, offers
from simulator.engine.reasons import offered_reasons
from simulator.engine.seen import (
    DecisionView,
    FactView,
    PromiseView,
    QuestionView,
    SceneView,
    WordingView,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.standing import Standing
    from simulator.engine.state import State


class SaidView:
    """What is known and owed, and what can be said."""

    __slots__ = ("_state",)

    def __init__(self, state: State) -> None:
        self._state = state

    def facts(self) -> Iterator[FactView]:
        """Yield what the lead knows, oldest first."""
        plan, over = self._state.plan, bygone.facts(self._state)
        for ident, since in self._state.facts.items():
            spec = plan.facts[ident]
            yield FactView(ident, spec.text, since, spec.technical, ident in over)

    def knows(self, fact: str) -> bool:
        """Return whether the lead knows a fact."""
        return fact in self._state.facts

    def promises(self) -> Iterator[PromiseView]:
        """Yield the words that are owed, the next due first."""
        still = [p for p in self._state.promises.values() if p.state == "open"]
        for one in sorted(still, key=lambda p: (p.due, p.id)):
            yield PromiseView(one.to, one.due, one.what)

    def check_ins(self) -> Iterator[tuple[str, int]]:
        """Yield the check-ins that were agreed: analyst and minute."""
        for ident, one in self._state.analysts.items():
            if one.check_in >= 0:
                yield ident, one.check_in

    def standing_orders(self) -> Iterator[Standing]:
        """Yield the standing orders that count, oldest first."""
        yield from self._state.standing.values()

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the reasons for putting off or declining: id and words."""
        yield from offered_reasons(self._state.world).items()

    def decisions(self) -> Iterator[DecisionView]:
        """Yield decisions that can be recorded now, or were."""
        return offers.decisions(self._state)

    def questions(self, who: str) -> Iterator[QuestionView]:
        """Yield the questions that can be put to somebody now."""
        return offers.questions(self._state, who)

    def wordings(self, to: str, about: str, element: str = "") -> Iterator[WordingView]:
        """Yield the wordings offered for a message."""
        return offers.wordings(self._state, to, about, element)

    # Scenes -----------------------------------------------------------------------------------

    def scenes(self) -> Iterator[SceneView]:
        """Yield the scenes that stand open, oldest first."""
        return offers.scenes(self._state)

    def scene(self) -> SceneView | None:
        """Return the oldest open scene that was not put off; None for none."""
        return next((one for one in self.scenes() if not one.put_off), None)
