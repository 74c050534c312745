"""Drawing from a lead's own stream: a person, a task, a minute, an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View


def draw(view: View, purpose: str, among: int) -> int:
    """Return 0 to `among` - 1 from the lead's own stream."""
    return view.chance(purpose) * among // 1000


def one_of(view: View, purpose: str, among: Sequence[str]) -> str:
    """Return one of these; "" where there is none."""
    return among[draw(view, purpose, len(among))] if among else ""


def ticket(view: View, key: str) -> str:
    """Return the id of an open ticket."""
    return one_of(view, f"ticket {key}", [one.id for one in view.tickets()])


def incident(view: View, key: str) -> str:
    """Return the id of an incident that is known."""
    return one_of(view, f"incident {key}", [one.id for one in view.incidents()])


def task(view: View, key: str) -> str:
    """Return the id of an open incident or ticket."""
    tasks = [one.id for one in view.incidents()] + [one.id for one in view.tickets()]
    return one_of(view, f"task {key}", tasks)


def person(view: View, key: str) -> str:
    """Return the id of somebody in the team."""
    return one_of(view, f"person {key}", [one.id for one in view.team()])


def outside(view: View, key: str) -> str:
    """Return the id of somebody outside the team."""
    return one_of(view, f"outside {key}", [one.id for one in view.stakeholders()])


def minute(view: View, key: str) -> int:
    """Return a minute that is still to come, at most 45 minutes from now."""
    return min(view.now + 5 + draw(view, f"minute {key}", 40), view.length)


def entry(view: View, key: str) -> int:
    """Return the number of one of the last entries that the lead was told; -1 for none."""
    seen = view.strip(20)
    return seen[draw(view, f"entry {key}", len(seen))].number if seen else -1


def answer(view: View, key: str) -> AnyAct | None:
    """Return an open answer to the scene that stands open; None where none does."""
    scene = view.scene()
    if scene is None:
        return None
    choices = [one.id for one in scene.choices if not one.locked]
    return Answer(scene.id, one_of(view, f"choice {key}", choices))


def kind(view: View, key: str) -> str:
    """Return the id of a kind of ticket that has come in."""
    return one_of(view, f"of {key}", [one.of for one in view.all_tickets()])
