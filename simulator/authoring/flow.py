"""How a shift can run: what nothing leads to, what is never reached, what asks for no judgement.

All of it is proved from the file; nothing is played.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.scenario.compiled import Compiled
    from simulator.scenario.models.effects import EffectPart
    from simulator.scenario.models.people import SayingPart
    from simulator.scenario.models.story import BestPart, ScenePart, StoryItem
    from simulator.scenario.models.whole import Scenario
    from simulator.scenario.nodes import Node
    from simulator.scenario.reading import Reading


def lint_flow(reading: Reading) -> None:
    """Report items that nothing opens, scored scenes without a flip, and shadowed states."""
    if reading.model is None:
        return
    _unreachable(reading, reading.model.storyline)
    for item in reading.model.storyline:
        if item.scene is not None:
            _flip(reading, item, item.scene)
    _shadowed(reading, reading.model)


def _unreachable(reading: Reading, items: Sequence[StoryItem]) -> None:
    """Report items that neither a time nor a condition nor a reachable item opens (L504)."""
    opens = {str(item.id): set(_opened_by(item)) for item in items}
    # A `when` without a condition has been reported already.
    reached = {
        str(item.id) for item in items if item.at is not None or "when" in item.model_fields_set
    }
    reached |= {
        str(mention.node)
        for mention in reading.found.mentions
        if mention.kinds == ("scene",) and mention.around.item is None
    }
    fresh = set(reached)
    while fresh:
        fresh = set().union(*(opens.get(ident, set()) for ident in fresh)) - reached
        reached |= fresh
    for item in items:
        if str(item.id) not in reached:
            reading.problems.add(
                "L504",
                f'nothing can ever open "{item.id}": it has no "at" and no "when", and no effect '
                "that can happen names it",
                item.id,
                help=f"at: 08:40, a condition in when, or an effect  scene: {item.id}",
            )


def _opened_by(item: StoryItem) -> Iterator[str]:
    for effect in _effects(item):
        if effect.scene is not None:
            yield str(effect.scene)


def _effects(item: StoryItem) -> Iterable[EffectPart]:
    yield from item.effects
    if item.scene is not None:
        yield from item.scene.unanswered
        for choice in item.scene.choices:
            yield from choice.effects


def _flip(reading: Reading, item: StoryItem, scene: ScenePart) -> None:
    """Report a scored scene with one best answer, or none (L506)."""
    if scene.criterion is None or reading.rubric is None:
        return
    best = {str(part.choice) for part in scene.best_when}
    if len(best) < 2:
        found = "no best answer" if not best else f'one best answer, "{next(iter(best))}"'
        reading.problems.add(
            "L506",
            f'the scored scene "{item.id}" has {found}, whatever the state: who has seen it once '
            "knows it",
            scene.criterion,
            help="name in best_when two states in which different choices are best, or leave "
            "criterion out: then it is feedback only",
        )


def _shadowed(reading: Reading, model: Scenario) -> None:
    """Report a state that is never reached, because one above it holds whenever it does (L507)."""
    by_node = {id(spot.node): made for spot, made in reading.compiled}
    lists: list[Sequence[BestPart | SayingPart]] = [member.instead for member in model.team]
    lists += [item.scene.best_when for item in model.storyline if item.scene is not None]
    for rows in lists:
        above: list[tuple[Node, frozenset[object]]] = []
        for row in rows:
            node = row.when
            made = by_node.get(id(node))
            if made is None or node is None:
                continue
            needs = _needs(made)
            first = next((place for place, less in above if less <= needs), None)
            if first is not None:
                reading.problems.add(
                    "L507", "this state is never reached: the one above holds whenever it does",
                    node, notes=((first, "the one above"),),
                    help="put the narrower state first, or take it out",
                )  # fmt: skip
            elif len(needs) == len(made.tests):
                above.append((node, needs))


def _needs(made: Compiled) -> frozenset[object]:
    """Return the leaves that all have to hold for a condition to hold."""
    return frozenset(
        (test.spec.pattern, test.name, test.op, test.values, wanted)
        for test, wanted in made.conjunction
    )
