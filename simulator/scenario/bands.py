"""Whether the bands of a criterion's levels stay apart, with the place where they don't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.models.rubric import LevelPart


def bands_fit(
    parts: Sequence[LevelPart],
    nodes: Node,
    criterion: Scalar,
    problems: Problems,
) -> bool:
    """Return whether the four levels are there and apart; report two that overlap."""
    if sorted(part.value for part in parts) != [1, 2, 3, 4]:
        problems.add(
            "V226", "a criterion has the levels 4, 3, 2 and 1, each once", nodes or criterion
        )
        return False
    for later, part in enumerate(parts):
        for earlier, other in enumerate(parts[:later]):
            if part.band is None or other.band is None:
                continue
            low = max(part.band[0] or 0, other.band[0] or 0)
            high = min(_top(part.band[1]), _top(other.band[1]))
            if low > high:
                continue
            both = f"the figure {low}" if low == high else f"the figures {low} to {high}"
            if high >= 10**12:
                both = f"the figures from {low} on"
            here, there = _band_node(nodes, later), _band_node(nodes, earlier)
            problems.add(
                "V221", f"the bands of levels {other.value} and {part.value} overlap: "
                f"both take {both}",
                here or criterion,
                notes=((there, f"level {other.value} is set here"),) if there else (),
                help=_apart(other.value, other.band, low, high),
            )  # fmt: skip
            return False
    return True


def _top(value: int | None) -> int:
    return 10**12 if value is None else value


def _apart(level: int, band: tuple[int | None, int | None], low: int, high: int) -> str:
    start, end = band[0] or 0, band[1]
    if start < low:
        return f"level {level}: band: [{start}, {low - 1}]"
    if end is None or end > high:
        return f"level {level}: band: [{high + 1}, {'null' if end is None else end}]"
    return "give every figure to one level"


def _band_node(nodes: Node, number: int) -> Placed | None:
    if isinstance(nodes, Items) and number < len(nodes):
        level = nodes[number]
        if isinstance(level, Block):
            return level.get("band") or level
        if isinstance(level, Items):
            return level
    return None
