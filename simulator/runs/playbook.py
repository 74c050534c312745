"""A scenario's playbook as steps that the reference leads follow.

The lines are those of plain mode; each is read when its time comes, against what the lead sees
then. One that cannot be read yet means no act yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from simulator.runs.language.desk import Desk
from simulator.runs.language.errors import LineError
from simulator.runs.language.reading import Order, read
from simulator.strategies.playbook import PlaybookStep
from simulator.strategies.registry import GUIDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.engine.world import Condition
    from simulator.scenario.library import Play
    from simulator.strategies.guided import Guided
    from simulator.strategies.playbook import Line


def steps(playbook: Sequence[Play]) -> tuple[PlaybookStep, ...]:
    """Return the steps of an author's playbook."""
    return tuple(
        PlaybookStep(_holds(play.when), play.at, tuple(_line(text) for text in play.do), play.why)
        for play in playbook
    )


def guided(name: str, playbook: Sequence[Play]) -> Callable[[], Guided]:
    """Return what makes a reference lead of a scenario: a new one for each run."""
    known, lead = steps(playbook), GUIDED[name]
    return lambda: lead(known)


def _holds(condition: Condition | None) -> Callable[[View], bool] | None:
    return None if condition is None else (lambda view: view.holds(condition))


def _line(text: str) -> Line:
    def act(view: View) -> AnyAct | None:
        try:
            order = read(text, Desk(view))
        except LineError:
            return None
        return cast("AnyAct", order.act) if isinstance(order, Order) else None

    return act
