"""What a lead is asked for and cannot have: a yes that nobody can give, a word nobody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.nodes import Block, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.rubric import Criterion
    from simulator.engine.world import World
    from simulator.scenario.reading import Reading

NAMES_NEXT: Mapping[str, frozenset[str]] = {
    "first-update": frozenset(), "executive-words": frozenset({"executive"}),
}  # fmt: skip
"""Measures that look for the minute of the next update, and in words to whom; empty for all."""


def lint_out_of_reach(reading: Reading) -> None:
    """Report powers nobody can give (L535), and no wording for a next update (L536)."""
    world, root = reading.world, reading.root
    if world is not None and root is not None:
        _powers(reading, world, root)
        _next_update(reading, world, root)


def _powers(reading: Reading, world: World, root: Block) -> None:
    silent = {one.id for one in world.stakeholders if one.answer is None and not one.unread}
    for power, who in _held(world):
        if who in silent:
            reading.problems.add(
                "L535", f'nobody can allow "{power}": it is for "{who}" to say yes, who has no '
                '"answer"', _named(root, power) or reading.found.of("stakeholder").get(who),
                help=f"give {who} an  answer: {{after: 10 min, says: Yes.}}",
            )  # fmt: skip


def _held(world: World) -> Iterator[tuple[str, str]]:
    """Yield what is not simply the lead's own, and whose it is."""
    yield from world.authority.ask.items()
    yield from world.authority.request.items()
    for incident in world.incidents:
        yield from ((way.id, way.allowed_by) for way in incident.ways)
    yield from ((change.id, change.allowed_by) for change in world.changes)


def _named(root: Block, power: str) -> Scalar | None:
    """Return where the authority of the scenario names a power."""
    authority = root.get("authority")
    for key in ("ask", "request"):
        block = authority.get(key) if isinstance(authority, Block) else None
        found = block.key(power) if isinstance(block, Block) else None
        if found is not None:
            return found
    return None


def _next_update(reading: Reading, world: World, root: Block) -> None:
    """Report the first criterion that looks for what no wording says."""
    if not world.wordings or reading.rubric is None:
        return
    for criterion in reading.rubric.criteria:
        if _looks_for_next(criterion, world) and not _worded(criterion, world):
            reading.problems.add(
                "L536", "no wording names the minute of the next update, and "
                f'"{criterion.id}" looks for it', root.key("messages"),
                help='- {id: next, element: next-update, text: "I write again at {time}."}',
            )  # fmt: skip
            return


def _looks_for_next(criterion: Criterion, world: World) -> bool:
    """Return whether a criterion looks for a next update, and has an opportunity to."""
    opened = {one.kind for one in world.windows}
    live = not criterion.windows or bool(opened & set(criterion.windows))
    hears = not _heard(criterion) or any(
        one.audience in _heard(criterion) for one in world.stakeholders
    )
    return criterion.measure in NAMES_NEXT and live and hears


def _worded(criterion: Criterion, world: World) -> bool:
    heard = _heard(criterion)
    return any(
        one.element == "next-update"
        and (not one.audiences or not heard or bool(one.audiences & heard))
        for one in world.wordings
    )


def _heard(criterion: Criterion) -> frozenset[str]:
    """Return the audiences whose words a criterion looks at; empty for all."""
    return criterion.scope.audience or NAMES_NEXT.get(criterion.measure, frozenset())
