"""Everybody of one group, kept as small as a report over them allows: a few bytes a person.

A group is as in `groups`: one version of a scenario under one rubric. First tries make the figures;
second ones are kept beside them, to tell a change.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from scoring.cohort.groups import Group, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.cohort.handed import Handed

COMMON = 900
"""Permille of the people who have to have had an opportunity for a criterion to be compared. (J)"""


class Try(NamedTuple):
    """One shift of one person."""

    seed: int
    total: int | None
    levels: bytes
    """By criterion, in the group's order; 0 for none."""


@dataclass(slots=True)
class Everybody:
    """What a report needs of one group."""

    key: Key
    criteria: tuple[str, ...]
    group: Group = field(default_factory=Group)
    unobserved: dict[str, Counter[str]] = field(default_factory=dict)
    """By criterion: people by the reason for which there was no level."""
    first: dict[str, Try] = field(default_factory=dict)
    """By trainee."""
    second: dict[str, Try] = field(default_factory=dict)
    judged: Counter[tuple[int, int]] = field(default_factory=Counter)
    """Levels by the engine's and a trainer's."""
    judged_people: int = 0

    def add(self, handed: Handed) -> None:
        """Take in a first or a second try by a person."""
        about = handed.assessment
        levels = bytes(filling.level or 0 for filling in about.fillings)
        one = Try(handed.seed, about.total(), levels)
        if handed.attempt == 2:
            self.second[handed.trainee] = one
            return
        self.first[handed.trainee] = one
        self.group.add(about)
        for filling in about.fillings:
            if filling.level is None:
                self.unobserved.setdefault(filling.criterion, Counter())[filling.reason] += 1
        self._judge(handed)

    def _judge(self, handed: Handed) -> None:
        engine = {one.criterion: one.level for one in handed.assessment.fillings}
        pairs = [
            (was, said.filling.level)
            for said in handed.judgements
            if said.by_trainer and said.filling.level is not None
            if (was := engine.get(said.filling.criterion)) is not None
        ]
        self.judged.update(pairs)
        self.judged_people += bool(pairs)

    def items(self) -> list[int]:
        """Return the places of the criteria that nearly everybody had an opportunity for."""
        rows = [one.levels for one in self.first.values()]
        least = -(-len(rows) * COMMON // 1000)
        return [
            place
            for place in range(len(self.criteria))
            if sum(bool(row[place]) for row in rows) >= least
        ]

    def points(self, tries: Iterable[Try], items: Sequence[int]) -> list[list[int]]:
        """Return points by item, a row a try, of those who have all of these items."""
        return [
            [one.levels[place] - 1 for place in items]
            for one in tries
            if all(one.levels[place] for place in items)
        ]


class Gathered(NamedTuple):
    """A cohort as a report needs it."""

    groups: list[Everybody]
    by_script: int
    """Shifts that a script played; they are in no group."""


def gathered(runs: Iterable[Handed]) -> Gathered:
    """Return the groups of a cohort; shifts by a script and third tries are left out."""
    found: dict[Key, Everybody] = {}
    by_script = 0
    for handed in runs:
        by_script += handed.by != "person"
        if handed.by != "person" or handed.attempt > 2:
            continue
        about = handed.assessment
        key = Key(
            handed.scenario, handed.scenario_version, about.rubric, about.version, about.structure
        )
        if key not in found:
            found[key] = Everybody(key, tuple(one.criterion for one in about.fillings))
        found[key].add(handed)
    return Gathered([found[key] for key in sorted(found)], by_script)
