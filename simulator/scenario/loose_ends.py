"""Facts that nobody can find out, and flags that are only read or only set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.nodes import Block, Scalar
from simulator.scenario.suggest import did_you_mean, nearest

if TYPE_CHECKING:
    from simulator.scenario.names import Names


def loose_ends(names: Names, root: Block) -> None:
    """Warn about facts nobody can find out, and flags that are only read or only set."""
    facts = names.found.of("fact")
    known = {
        str(item["id"]) for item in blocks(root, "facts")
        if "known" in item and isinstance(item.get("id"), Scalar)
    }  # fmt: skip
    for name, (node, at) in names.read_facts.items():
        place = facts.get(name)
        if place is not None and name not in known and name not in names.found.seeds_of_facts:
            spot = names.problems.place(node) if at else node
            names.problems.add(
                "R310", f'the fact "{name}" is read here but nothing ever makes it known', spot,
                notes=((place, "defined here"),),
                help="let an incident or an effect uncover it, or set it with  known: at start",
            )  # fmt: skip
    for name, (node, at) in names.read_flags.items():
        if name not in names.set_flags:
            near = [] if names.problems.full else nearest(name, names.set_flags)
            names.problems.add(
                "R307", f'nothing ever sets the flag "{name}"', node, at=at,
                help=did_you_mean(near) or f"add an effect {{set: flag.{name}}}",
            )  # fmt: skip
    for name, node in names.set_flags.items():
        if name not in names.read_flags:
            names.problems.add(
                "R327",
                f'the flag "{name}" is set here and never read',
                node,
                help="read it in a condition, or take it out",
            )


def blocks(root: Block, key: str) -> list[Block]:
    """Return the blocks in a list of a scenario."""
    value = root.get(key)
    return [item for item in value if isinstance(item, Block)] if isinstance(value, list) else []
