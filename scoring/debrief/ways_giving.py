"""Another way where work was given: within reach, with as much room as fits, to free hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import whole
from scoring.measures.delegation import FULL, pile

if TYPE_CHECKING:
    from scoring.debrief.then import Then


def reach(then: Then) -> str:
    """Return how work could have gone to somebody who can do it and has room for it."""
    worst, matter = then.worst, then.matter()
    if worst is None or "to" not in worst.data:
        return f"Give {matter} to somebody who can do it and has room for it."
    person = str(worst.data["to"])
    name = then.telling.thing(f"analyst:{person}")
    if pile(then.log, worst) >= FULL:
        return (
            f"Take something off {name} before you give them {matter}, or give it to freer hands."
        )
    able = then.able(person)
    if not able:
        return f"Stay beside {name} on {matter}."
    return f"Put {able[0]} beside {name} on {matter}, or give it to {able[0]}."


def room(then: Then) -> str:
    """Return how much room somebody could be left for work they were given."""
    worst = then.worst
    if worst is None or "to" not in worst.data:
        return "Hand over what somebody knows well; show, or stay beside them, where they do not."
    person, matter = then.telling.thing(f"analyst:{worst.data['to']}"), then.matter()
    if whole(worst.data.get("fit")) > 0:
        return f"Leave {matter} to {person} with one time to look in: they know this work."
    return f"Put somebody beside {person} on {matter}, or show the first step and then let go."


def free(then: Then) -> str:
    """Return how work could be given away without setting begun work aside."""
    return (
        f"Give {then.matter()} to somebody whose hands are free, or open it first: what is known "
        "to be more urgent may well set other work aside."
    )
