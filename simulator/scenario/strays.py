"""Blocks that stand in the wrong list: a ticket among the incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.shapes import Shape, shape_of

if TYPE_CHECKING:
    from simulator.scenario.models.base import Part
    from simulator.scenario.nodes import Block

FEWEST = 2
"""Keys besides `id` that the thing it looks like has and its list's own does not."""


def belongs_in(block: Block, shape: Shape, model: type[Part]) -> tuple[str, Shape] | None:
    """Return the key and the shape of the list of a scenario in which a block belongs.

    That is where every key of it is known and none that is needed is missing; None for no such
    list, and for a block of which as much fits where it stands.
    """
    strange = [key for key in block if key not in shape.slots]
    if len(strange) < FEWEST:
        return None
    for key, slot in shape_of(model).slots.items():
        if slot.model is None or not slot.many or slot.model is shape.model:
            continue
        other = shape_of(slot.model)
        needed = all(name in block for name, one in other.slots.items() if one.required)
        if needed and all(name in other.slots for name in block):
            return key, other
    return None
