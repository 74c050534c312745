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
    """Leaves that all have to hold, or (False) not to hold, for it to be true."""
    denial: list[tuple[Test, bool]] = field(default_factory=list)
    """The same for it to be false."""


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


def conjunction(
    node: Node, by_node: Mapping[int, Test], wanted: bool = True
) -> list[tuple[Test, bool]]:
    """Return leaves that all have to hold, or (False) not to hold, for a condition to be so."""
    if isinstance(node, Scalar):
        return [(by_node[id(node)], wanted)] if id(node) in by_node else []
    if not isinstance(node, Block):
        return []
    if "not" in node:
        return conjunction(node["not"], by_node, not wanted)
    parts = node.get("all" if "all" in node else "any")
    if not isinstance(parts, Items) or (len(parts) > 1 and ("all" in node) != wanted):
        return []
    return [pair for part in parts for pair in conjunction(part, by_node, wanted)]
