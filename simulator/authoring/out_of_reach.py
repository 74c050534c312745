"""What a lead is asked for and cannot have: a yes nobody gives, words or a reason nobody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.shipped_rubrics import measures_of
from simulator.scenario.nodes import Block, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.rubric import Criterion
    from simulator.engine.world import World
    from simulator.scenario.reading import Reading

ORDER = "pulled-in-order"
"""The measure that looks for an order of work with its reason."""

NAMES_NEXT: Mapping[str, frozenset[str]] = {
    "first-update": frozenset(), "executive-words": frozenset({"executive"}),
}  # fmt: skip
"""Measures that look for the minute of the next update, and in words to whom; empty for all."""


def lint_out_of_reach(reading: Reading) -> None:
    """Report powers nobody can give (L535), words for a next update (L536), and reasons (L537)."""
    world, root = reading.world, reading.root
    if world is not None and root is not None:
        _powers(reading, world, root)
        _next_update(reading, world, root)
        _order_with_reason(reading, world, root)


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


def _order_with_reason(reading: Reading, world: World, root: Block) -> None:
    """Report the first criterion that looks for an order of work whose reason nobody can say."""
    missing = _missing_for_order(world)
    if missing is None or world.profile is None or reading.rubric is None:
        return
    for criterion in reading.rubric.criteria:
        if ORDER in measures_of(criterion):
            key, what, remedy = missing
            reading.problems.add(
                "L537", f'{what}, and "{criterion.id}" looks for an order of work that is said '
                "with its reason", root.key(key) or root.key("queue"), help=remedy,
            )  # fmt: skip
            return


def _missing_for_order(world: World) -> tuple[str, str, str] | None:
    """Return the key of what an order with a reason lacks here, in words, and a remedy."""
    if world.acts and "brief" not in world.acts:
        return "acts", '"brief" is not among the acts', "add  brief  to the acts"
    if not any(fact.at_start for fact in world.facts):
        remedy = "facts: [{id: payday, text: salaries are paid today, known: at start}]"
        return "facts", "no fact is known at the start", remedy
    return None
