"""How much work is in a ticket, as authors write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.scenario.nodes import Block, Scalar
from simulator.scenario.quantities import share
from simulator.scenario.suggest import did_you_mean, nearest
from simulator.scenario.values import duration, inside, some_time, wrong

_LAW = re.compile(r"([A-Za-z]+)\s+(?=\d)")
_KEYS = ("quick", "quick_median", "slow_median")
_BLOCK = "effort: {quick: 60%, quick_median: 6 min, slow_median: 45 min}"


@dataclass(frozen=True, slots=True)
class Work:
    """The middle of the work in tickets of a kind, and how it spreads."""

    median: int
    """Minutes; the mean where efforts are exponential."""
    exponential: bool = False
    """Whether efforts are exponential; lognormal otherwise."""
    quick: int = 0
    """Share of quick work, permille."""
    quick_median: int = 0
    """Minutes."""


def work(node: object) -> Work:
    """Return the work of `20 min`, `exponential 20 min` or `{quick: 60%, ...}`."""
    if isinstance(node, Block):
        return _two_sorts(node)
    if isinstance(node, Scalar) and (found := _LAW.match(node)):
        if found[1] != "exponential":
            raise wrong(
                "V206",
                f'"{found[1][:60]}" is not a way in which effort spreads',
                did_you_mean(nearest(found[1], ["exponential"]))
                or "write exponential 20 min, or 20 min",
                at=(0, len(found[1])),
            )
        rest = Scalar(node[found.end() :])
        rest.plain, rest.mark, rest.end, rest.source = (
            node.plain, node.mark, node.end, node.source
        )  # fmt: skip
        return Work(inside(rest, some_time), exponential=True)
    return Work(duration(node))


def _two_sorts(block: Block) -> Work:
    for key in block:
        if key not in _KEYS:
            help_ = did_you_mean(nearest(key, _KEYS)) or f"keys are {', '.join(_KEYS)}"
            raise wrong("K101", f'unknown key "{key[:60]}" in an effort', help_, key)
    for name in _KEYS:
        if name not in block:
            raise wrong("K103", f'this effort has no "{name}"', _BLOCK, block.first() or block)
    return Work(
        median=inside(block["slow_median"], some_time),
        quick=inside(block["quick"], share),
        quick_median=inside(block["quick_median"], some_time),
    )
