"""From the place that pydantic names to the node of the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar
from simulator.scenario.shapes import Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.scenario.models.base import Part


@dataclass(frozen=True, slots=True)
class Located:
    """Where an error is: the value, its key, and the blocks around it."""

    place: Placed
    """The value; where it is empty, the place where it would be."""
    value: Node
    key: Scalar | None
    """The key whose value it is, or in whose list it stands."""
    last: str
    """The last name in the location, which may be a key that is missing."""
    owner: Block | None
    """The nearest block around it."""
    shape: Shape | None
    """What that block is, where it is one of ours."""
    parents: tuple[tuple[Block, Scalar | None], ...]
    """All blocks around it, outermost first, each with the key it is under."""


def locate(root: Block, loc: Sequence[int | str], model: type[Part]) -> Located:
    """Return what a location of a pydantic error points at."""
    node: Node = root
    place: Placed = root
    key: Scalar | None = None
    shape: Shape | None = shape_of(model)
    owner, owner_shape = root, shape
    parents: list[tuple[Block, Scalar | None]] = []
    at_key = False
    for part in loc:
        if part == "[key]":
            at_key = True
            break
        if isinstance(node, Items) and isinstance(part, int) and part < len(node):
            place = node.nulls.get(part, place)
            node = node[part]
        elif isinstance(node, Block) and isinstance(part, str):
            parents.append((node, key))
            owner, owner_shape = node, shape
            slot = shape.slots.get(part) if shape else None
            shape = shape_of(slot.model) if slot and slot.model else None
            found = node.key(part)
            if found is None:
                return Located(node, node, key, part, node, owner_shape, tuple(parents))
            key = found
            place = node.nulls.get(part, place)
            node = node[part]
        if node is not None:
            place = node
    last = str(loc[-1]) if loc else ""
    if at_key and key is not None:
        place = key
    return Located(place, node, key, last, owner, owner_shape, tuple(parents))
