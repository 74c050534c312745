"""Choices that nobody has a reason to take, and choices that nothing tells apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.scenario.models.effects import EffectPart
    from simulator.scenario.models.story import ChoicePart
    from simulator.scenario.reading import Reading

WORSE_UP = frozenset(("stress", "friction"))
"""What is worse when there is more of it."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a choice brings, as far as it can be compared."""

    credit: int
    minutes: int
    changes: dict[tuple[str, str], int]
    """Points by whom and what, more being better."""
    others: frozenset[tuple[str, ...]]
    """Everything else it does."""


def lint_choices(reading: Reading) -> None:
    """Report dominated (L510) and identical (L511) choices."""
    if reading.model is None:
        return
    read = {
        (test.name, value)
        for _, compiled in reading.compiled
        for test in compiled.tests
        if test.spec.pattern == "scene.*.choice"
        for value in test.values
    }
    for item in reading.model.storyline:
        if item.scene is None:
            continue
        special = {str(best.choice) for best in item.scene.best_when}
        special |= {str(value) for name, value in read if name == item.id}
        rows = [(choice, _worth(choice)) for choice in item.scene.choices]
        for number, (choice, worth) in enumerate(rows):
            if str(choice.id) in special:
                continue
            for place, (other, better) in enumerate(rows):
                if place == number or other.locked is not None:
                    continue
                if worth == better:
                    if place < number and str(other.id) not in special:
                        _same(reading, choice, other)
                        break
                elif _no_better(worth, better):
                    _dominated(reading, choice, other)
                    break


def _worth(choice: ChoicePart) -> Worth:
    changes: dict[tuple[str, str], int] = {}
    others: set[tuple[str, ...]] = set()
    minutes = choice.minutes
    for effect in choice.effects:
        if effect.minutes is not None:
            minutes += effect.minutes
        elif effect.target is not None:
            for what in ("stress", "morale", "trust", "friction"):
                amount = getattr(effect, what)
                if amount:
                    key = (str(effect.target), what)
                    better = -amount if what in WORSE_UP else amount
                    changes[key] = changes.get(key, 0) + better
        else:
            others.add(tuple(_spelled(effect)))
    return Worth(choice.credit, minutes, changes, frozenset(others))


def _spelled(effect: EffectPart) -> Iterable[str]:
    for name, value in vars(effect).items():
        if value is not None:
            yield f"{name}={value if name != 'ticket' else effect.ticket and effect.ticket.id}"


def _no_better(worth: Worth, than: Worth) -> bool:
    """Return whether everything about a choice is worse than, or equal to, another's."""
    if worth.others != than.others or worth.credit > than.credit or worth.minutes < than.minutes:
        return False
    keys = {**worth.changes, **than.changes}
    return all(worth.changes.get(key, 0) <= than.changes.get(key, 0) for key in keys)


def _dominated(reading: Reading, choice: ChoicePart, other: ChoicePart) -> None:
    reading.problems.add(
        "L510", f'choice "{choice.id}" is never better than "{other.id}": worse or equal in every '
        "effect, in credit and in every criterion", choice.id,
        help='give it an advantage (minutes, trust, credit) or a state in "best_when", or add  '
        "# lint: ignore[L510] reason",
    )  # fmt: skip


def _same(reading: Reading, choice: ChoicePart, other: ChoicePart) -> None:
    reading.problems.add(
        "L511", f'nothing tells choice "{choice.id}" from "{other.id}": same minutes, effects and '
        "credit", choice.id, notes=((other.id, "the other one"),),
        help="give one of them another effect or credit, or a state in \"best_when\"",
    )  # fmt: skip
