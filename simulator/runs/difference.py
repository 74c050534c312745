"""What a change of a scenario changed in play: the same leads and seeds, before and after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.runs.outcomes import middle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.runs.balance.trials import Trial

OFTEN = 10
"""Share of shifts in which something has to move before it is told, percent; or its median. (J)"""


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of a lead that is another one now."""

    lead: str
    figure: str
    """`score`, a competency, or the id of one of the desk's figures."""
    before: int | None
    """Median over the seeds, in points or in the figure's unit; None where there was none."""
    after: int | None
    shifts: int
    """Shifts in which it moved."""
    of: int
    """Shifts that both have."""


@dataclass(frozen=True, slots=True)
class SceneMoved:
    """A scene that opens in more or in fewer shifts."""

    scene: str
    before: int | None
    """Shifts in which it opened; None where the version does not have it."""
    after: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What moved between two versions of a scenario."""

    scores: tuple[Moved, ...]
    """Totals and competencies."""
    figures: tuple[Moved, ...]
    """Figures of the desk."""
    scenes: tuple[SceneMoved, ...]
    shifts: int
    """Shifts of each version."""
    still: int
    """Figures that were compared and did not move."""

    def record(self) -> dict[str, object]:
        """Return it as a JSON object."""

        def row(one: Moved) -> dict[str, object]:
            return {
                "lead": one.lead, "figure": one.figure, "before": one.before, "after": one.after,
                "moved": one.shifts, "shifts": one.of,
            }  # fmt: skip

        return {
            "scores": [row(one) for one in self.scores],
            "figures": [row(one) for one in self.figures],
            "scenes": [
                {"scene": one.scene, "before": one.before, "after": one.after}
                for one in self.scenes
            ],
            "shifts": self.shifts,
            "unmoved": self.still,
        }


def difference(
    before: Sequence[Trial], after: Sequence[Trial], scenes: tuple[set[str], set[str]]
) -> Difference:
    """Return what moved between trials of two versions, paired by lead, seed and luck.

    `scenes` are the ids of the scenes that each version has.
    """
    compared = [*_compared(before, after)]
    told = [one for one in compared if _worth_telling(one)]
    return Difference(
        tuple(one for one in told if not one.figure.startswith("desk.")),
        tuple(one for one in told if one.figure.startswith("desk.")),
        tuple(_scenes(before, after, scenes)),
        len(before),
        len(compared) - len(told),
    )


def _worth_telling(one: Moved) -> bool:
    return one.before != one.after or 100 * one.shifts > OFTEN * one.of


def _compared(before: Sequence[Trial], after: Sequence[Trial]) -> Iterator[Moved]:
    """Yield every figure of every lead, as it was and as it is."""
    rows: dict[tuple[str, str], list[tuple[int | None, int | None]]] = {}
    for first, second in zip(before, after, strict=True):
        old, new = _figures(first), _figures(second)
        for figure in dict.fromkeys((*old, *new)):
            rows.setdefault((first.lead, figure), []).append((old.get(figure), new.get(figure)))
    for (lead, figure), pairs in rows.items():
        old_ones = [old for old, _ in pairs if old is not None]
        new_ones = [new for _, new in pairs if new is not None]
        moved = sum(old != new for old, new in pairs)
        yield Moved(lead, figure, middle(old_ones), middle(new_ones), moved, len(pairs))


def _figures(trial: Trial) -> Mapping[str, int | None]:
    run = trial.run
    desk = {f"desk.{name}": value for name, value in run.outcomes.items()}
    scores = {name: score for name, (score, _) in run.competencies.items()}
    return {"score": run.score, **scores, **desk}


def _scenes(
    before: Sequence[Trial], after: Sequence[Trial], scenes: tuple[set[str], set[str]]
) -> Iterator[SceneMoved]:
    """Yield scenes that are gone, that are new, and that open in other shifts than before."""
    old, new = scenes
    opened = [Counter(name for one in trials for name in one.opened) for trials in (before, after)]
    for name in sorted(old | new):
        was = opened[0][name] if name in old else None
        now = opened[1][name] if name in new else None
        if was != now:
            yield SceneMoved(name, was, now)
