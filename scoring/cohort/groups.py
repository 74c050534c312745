"""Figures of a group, as a count of people at each value; nothing of a group under five.

A group is all people who played one version of a scenario under one rubric, each with their first
run of it that was handed in; runs by a script are left out. No total over groups is given, so a
group that is left out cannot be found by taking the others from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoring.assess import Assessment
    from scoring.cohort.handed import Handed

SMALLEST = 5
"""People of whom a figure may be told. (J, exports 4.7)"""
ACCEPTABLE_LEVEL = 3
"""The lowest level that is acceptable."""

What = Literal["score", "competency", "criterion"]


class Key(NamedTuple):
    """Which group."""

    scenario: str
    scenario_version: str
    rubric: str
    rubric_version: str
    rubric_hash: str


@dataclass(slots=True)
class Tally:
    """How many people are at each value; one value a person."""

    counts: dict[int, int] = field(default_factory=dict)
    acceptable: int = 0
    """People for whom it was acceptable."""

    def add(self, value: int, acceptable: bool = False) -> None:
        """Count one more person."""
        self.counts[value] = self.counts.get(value, 0) + 1
        self.acceptable += acceptable

    @property
    def people(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    def middle(self) -> int:
        """Return the median, the lower of two; there has to be somebody."""
        rest = (self.people + 1) // 2
        for value in sorted(self.counts):
            rest -= self.counts[value]
            if rest <= 0:
                return value
        raise ValueError("nobody was counted")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one group."""

    key: Key
    what: What
    of: str
    """The competency's or criterion's id, "" for the score."""
    tally: Tally

    @property
    def told(self) -> bool:
        """Whether there are enough people."""
        return self.tally.people >= SMALLEST

    @property
    def percent_acceptable(self) -> int | None:
        """Whole percent of the people for whom it was acceptable; None for the score."""
        people = self.tally.people
        if self.what == "score":
            return None
        return (200 * self.tally.acceptable + people) // (2 * people)


@dataclass(slots=True)
class Group:
    """Everybody in one group."""

    people: int = 0
    tallies: dict[tuple[What, str], Tally] = field(default_factory=dict)

    def tally(self, what: What, of: str = "") -> Tally:
        """Return the tally of one figure, an empty one at first."""
        return self.tallies.setdefault((what, of), Tally())

    def add(self, about: Assessment) -> None:
        """Count one person's run in all figures that it has."""
        self.people += 1
        overall = self.tally("score")
        total = about.total()
        if total is not None:
            overall.add(total)
        for competency, score in about.scores.items():
            printed = score.printed()
            if printed is not None:
                self.tally("competency", competency).add(printed, score.acceptable())
        for filling in about.fillings:
            if filling.level is not None:
                acceptable = filling.level >= ACCEPTABLE_LEVEL
                self.tally("criterion", filling.criterion).add(filling.level, acceptable)

    def figures(self, key: Key) -> Iterator[Figure]:
        """Yield its figures; of too few people one line without any, not even what was seen."""
        if self.people < SMALLEST:
            yield Figure(key, "score", "", Tally())
            return
        for (what, of), tally in self.tallies.items():
            yield Figure(key, what, of, tally)


def figures(runs: Iterable[Handed]) -> Iterator[Figure]:
    """Yield the figures of all groups; memory grows with the groups, not with the runs."""
    groups: dict[Key, Group] = {}
    for handed in runs:
        if handed.by != "person" or handed.attempt != 1:
            continue
        about = handed.assessment
        key = Key(
            handed.scenario, handed.scenario_version, about.rubric, about.version, about.structure
        )
        groups.setdefault(key, Group()).add(about)
    for key in sorted(groups):
        yield from groups[key].figures(key)
