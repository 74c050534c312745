"""What a newer rubric moves over all shifts of a group, as counts of shifts.

A group is all shifts of one version of a scenario that were scored by one rubric and are now scored
by another. Of fewer than five people no count is told, only what differs between the rubrics.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from scoring.cohort.groups import SMALLEST
from scoring.rescoring import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.assess import Assessment
    from scoring.cohort.handed import Handed
    from scoring.rescoring import Judged, Moved


class Between(NamedTuple):
    """Which group: a scenario, and two rubrics."""

    scenario: str
    scenario_version: str
    before: str
    """Id and version of the rubric it was scored by."""
    after: str
    rubric_hash: str
    """Structure hash of the newer one."""


@dataclass(slots=True)
class CriterionMoves:
    """What moved of one criterion."""

    criterion: str
    moved: int = 0
    """Shifts in which it is judged otherwise."""
    levels: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Shifts by what was said and what is said now: a level, or why there is none."""
    why: set[str] = field(default_factory=set)
    """Sentences on how the rubrics differ."""

    def add(self, one: Moved) -> None:
        """Count one shift."""
        was, now = _said(one.before), _said(one.after)
        self.moved += was != now
        if was != now:
            self.levels[was, now] += 1
        self.why.update(one.why)

    def record(self, told: bool) -> dict[str, object]:
        """Return it as a JSON object; counts only where they are told."""
        return {
            "criterion": self.criterion,
            "moved": self.moved if told else None,
            "levels": [
                {"before": was, "after": now, "shifts": count}
                for (was, now), count in sorted(self.levels.items())
                if told
            ],
            "why": sorted(self.why),
        }

    def lines(self, told: bool) -> Iterator[str]:
        """Yield it as lines for people; counts only where they are told."""
        counts = f": judged otherwise in {self.moved} shifts" if told else ""
        yield f"  {self.criterion}{counts}"
        if told:
            for (was, now), count in sorted(self.levels.items()):
                yield f"    {was} -> {now}: {count}"
        for sentence in sorted(self.why):
            yield f"    {sentence}"


@dataclass(slots=True)
class Moves:
    """What moved in one group."""

    between: Between
    shifts: int = 0
    people: int = 0
    """People whose first shift by their own hand is among them."""
    scores: int = 0
    """Shifts whose total moved."""
    acceptable: dict[str, list[int]] = field(default_factory=dict)
    """By competency: shifts in which it was acceptable, and in which it is now."""
    criteria: dict[str, CriterionMoves] = field(default_factory=dict)

    @property
    def told(self) -> bool:
        """Whether there are enough people to tell counts."""
        return self.people >= SMALLEST

    def add(self, handed: Handed, after: Assessment, moved: Sequence[Moved]) -> None:
        """Count one shift."""
        before = handed.assessment
        self.shifts += 1
        self.people += handed.by == "person" and handed.attempt == 1
        self.scores += before.exact_total() != after.exact_total()
        for place, scores in enumerate((before.scores, after.scores)):
            for name, score in scores.items():
                self.acceptable.setdefault(name, [0, 0])[place] += score.acceptable()
        for one in moved:
            self.criteria.setdefault(one.criterion, CriterionMoves(one.criterion)).add(one)

    def differing(self) -> list[CriterionMoves]:
        """Return the criteria to tell of; of too few people only those whose text differs."""
        found = list(self.criteria.values())
        return found if self.told else [one for one in found if set(one.why) - {OTHERWISE}]

    def record(self) -> dict[str, object]:
        """Return it as a JSON object; of too few people without counts."""
        told = self.told
        return {
            **self.between._asdict(),
            "shifts": self.shifts if told else None,
            "people": self.people if told else None,
            "left_out": "" if told else f"fewer than {SMALLEST} people",
            "scores_moved": self.scores if told else None,
            "acceptable": {
                name: {"before": was, "after": now}
                for name, (was, now) in self.acceptable.items()
                if told
            },
            "criteria": [one.record(told) for one in self.differing()],
        }

    def lines(self) -> Iterator[str]:
        """Yield it as lines for people."""
        between = self.between
        yield f"{between.scenario} {between.scenario_version}"
        yield f"  scored by {between.before}, now by {between.after}"
        if self.told:
            yield f"  {self.shifts} shifts, {self.people} people; the score moved in {self.scores}"
            for name, (was, now) in self.acceptable.items():
                if was != now:
                    yield f"  {name}: acceptable in {now} shifts; it was in {was}"
        else:
            yield f"  fewer than {SMALLEST} people: what differs is told, no number"
        differing = self.differing()
        if not differing:
            yield "  Every criterion is as it was."
        for one in differing:
            yield from one.lines(self.told)


def _said(one: Judged | None) -> str:
    if one is None:
        return "not in the rubric"
    return one.reason if one.level is None else str(one.level)
