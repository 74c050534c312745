"""A compiled condition, with what the lints need to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.scenario.nodes import Block, Items, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.paths import PathSpec
    from simulator.engine.world import Condition
    from simulator.scenario.closures import Value
    from simulator.scenario.leaves import Leaf


@dataclass(frozen=True, slots=True)
class Test:
    """A leaf that was understood: what the lints need to know of it."""

    leaf: Leaf
    spec: PathSpec
    name: str
    op: str
    values: tuple[Value, ...]


@dataclass(slots=True)
class Compiled:
    """A condition with its leaves."""

    condition: Condition
    tests: list[Test] = field(default_factory=list)
    conjunction: list[tuple[Test, bool]] = field(default_factory=list)
    """Leaves that all have to hold, or (False) not to hold."""


def write(node: Node) -> str:
    """Return a condition on one line, as in `a and not b`."""
    if isinstance(node, Block):
        key, value = next(iter(node.items()))
        if key == "not":
            return f"not ({write(value)})" if isinstance(value, Block) else f"not {write(value)}"
        join = " and " if key == "all" else " or "
        parts = value if isinstance(value, Items) else []
        return join.join(f"({write(p)})" if isinstance(p, Block) else write(p) for p in parts)
    return str(node)


def conjunction(node: Node, by_node: Mapping[int, Test]) -> list[tuple[Test, bool]]:
    """Return the leaves that all have to hold for a condition to hold."""
    if isinstance(node, Scalar):
        return [(by_node[id(node)], True)] if id(node) in by_node else []
    if isinstance(node, Block):
        inner = node.get("all")
        if isinstance(inner, Items):
            return [pair for part in inner for pair in conjunction(part, by_node)]
        negated = node.get("not")
        if isinstance(negated, Scalar) and id(negated) in by_node:
            return [(by_node[id(negated)], False)]
    return []
