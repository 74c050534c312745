"""What a rubric is made of: criteria, levels and their bands, bases, patterns.

Values only: a rubric's text is read elsewhere, its measures live in the registry, and
`scoring.bands` checks that the bands of its levels fit together.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Competency = Literal["delegation", "communication", "prioritisation", "people", "process"]
COMPETENCIES: tuple[Competency, ...] = (
    "delegation", "communication", "prioritisation", "people", "process",
)  # fmt: skip
"""All there are, in the order in which they are shown."""

Value = Literal[1, 2, 3, 4]
Band = tuple[int | None, int | None]
"""Figures from the first to the second, both included; None is no end."""


@dataclass(frozen=True, slots=True)
class Scope:
    """All the filters a measure can be given."""

    priority: frozenset[int] = frozenset()
    """Priorities 1 to 4; empty for all."""
    audience: frozenset[str] = frozenset()
    """Audiences of stakeholders; empty for all."""
    during: str = ""
    """A window's kind or an incident's id: only what lies inside it counts."""
    person: str = ""
    """An analyst's or stakeholder's id; never a trait or a name."""
    service: str = ""
    """A service's id."""
    hands_on: int = 0
    """Share of a lead's time that a house leaves to work with one's own hands, permille."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What has to be in the log: one of `entry`, `never` and `sequence`.

    `entry` holds where at least `at_least` entries of that kind lie in the window, `within`
    minutes of its opening, and `before` the first entry of another kind. `never` holds where its
    part does not. `sequence` holds where its parts hold one after the other.
    """

    entry: str = ""
    within: int | None = None
    """Minutes from the opening of the window."""
    before: str = ""
    """Kind of the entry it has to come before; where none comes, the end of the window."""
    at_least: int = 1
    never: Pattern | None = None
    sequence: tuple[Pattern, ...] = ()

    def kinds(self) -> Iterator[str]:
        """Yield every kind of entry that the pattern reads."""
        if self.entry:
            yield self.entry
        if self.before:
            yield self.before
        for part in (*((self.never,) if self.never else ()), *self.sequence):
            yield from part.kinds()


@dataclass(frozen=True, slots=True)
class Basis:
    """What a criterion's levels rest on."""

    kind: Literal["published", "panel", "author"]
    link: str = ""
    """Where it was published, or the row of the practice reference it was taken from."""
    n: int = 0
    """Practitioners on the panel."""
    share: int = 0
    """How many of them agreed, permille."""


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a criterion."""

    value: Value
    band: Band | None
    """The figures that earn it, in the measure's unit. None: no figure earns it; at level 1 on an
    author's basis only a window left unused does."""
    anchor: str
    """The visible behaviour."""
    feedback: str
    source: str
    house: bool = False
    """Whether a house put its own band here: what the words say of figures is not about it."""


@dataclass(frozen=True, slots=True)
class Criterion2:
    """A second look at the same criterion; the lower of the two levels stands."""

    measure: str
    bands: tuple[tuple[Value, Band], ...]
    """Levels and their bands; a level may be left out, the bands still leave no gap."""
    scope: Scope | None = None
    """None: the criterion's own."""
    windows: tuple[str, ...] | None = None
    """None: the criterion's own."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is looked at, by one measure."""

    id: str
    competency: Competency
    prompt: str
    """The question it answers, for people."""
    weight: int
    """Whole, 1 or more."""
    measure: str
    """Name in the registry."""
    scope: Scope
    windows: tuple[str, ...]
    """Kinds of windows that give the opportunity; () is the whole shift."""
    levels: tuple[Level, Level, Level, Level]
    """All four, each once, in any order."""
    basis: Basis
    yields_to: tuple[str, ...] = ()
    """Kinds of windows that rightly come first."""
    must_not: bool = False
    """Whether level 1 caps the competency at a third; such a criterion earns no points."""
    pattern: Pattern | None = None
    """Exactly when the measure is `pattern`."""
    also: Criterion2 | None = None
    sources: tuple[str, ...] = ()

    def level(self, value: Value) -> Level:
        """Return the level of this value; raises `KeyError` where it is missing."""
        for level in self.levels:
            if level.value == value:
                return level
        raise KeyError(value)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A set of criteria, with what it extends already in it."""

    id: str
    version: str
    validated: bool
    """Whether raters outside the project agreed on its anchors."""
    criteria: tuple[Criterion, ...]
    structure_hash: str
    """`structure_hash(criteria)`: changes with anything that can change a score, not with prose."""

    def criterion(self, id: str) -> Criterion:  # noqa: A002
        """Return the criterion; raises `KeyError` where there is none."""
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Filling:
    """What one rater says about one criterion in one run."""

    criterion: str
    level: Value | None
    """None exactly when there is a reason."""
    reason: Literal["", "no opportunity", "prevented", "set aside"]
    figure: int | None
    """In the measure's unit; None where there was nothing to measure."""
    evidence: tuple[int, ...]
    """Numbers of entries; for a window left unused, of its opening."""
    rater: str = "engine"
    """`engine`, `trainer:<pseudonym>`, or `trainee` for a contest."""


@dataclass(frozen=True, slots=True)
class Score:
    """An exact score: points out of `of`."""

    points: int
    of: int
    capped_by: str = ""
    """The must-not that capped it at a third."""

    def acceptable(self) -> bool:
        """Return whether it is two thirds or more."""
        return self.of > 0 and 3 * self.points >= 2 * self.of

    def printed(self) -> int | None:
        """Return points out of a hundred, rounded half up once; None without a score."""
        return (200 * self.points + self.of) // (2 * self.of) if self.of else None


def _first(row: tuple[Value, object]) -> int:
    return row[0]


def _record(criterion: Criterion) -> dict[str, object]:
    def scope(value: Scope | None) -> list[object] | None:
        if value is None:
            return None
        return [
            sorted(value.priority), sorted(value.audience), value.during, value.person,
            value.service, *([value.hands_on] if value.hands_on else ()),
        ]  # fmt: skip

    def pattern(value: Pattern | None) -> list[object] | None:
        if value is None:
            return None
        parts = [pattern(part) for part in value.sequence]
        return [
            value.entry, value.within, value.before, value.at_least, pattern(value.never), parts,
        ]  # fmt: skip

    also = criterion.also
    return {
        "id": criterion.id,
        "competency": criterion.competency,
        "weight": criterion.weight,
        "measure": criterion.measure,
        "scope": scope(criterion.scope),
        "windows": criterion.windows,
        "bands": sorted(((v.value, v.band) for v in criterion.levels), key=_first),
        "yields_to": sorted(criterion.yields_to),
        "must_not": criterion.must_not,
        "pattern": pattern(criterion.pattern),
        "also": also
        and [also.measure, sorted(also.bands, key=_first), scope(also.scope), also.windows],
    }


def structure_hash(criteria: Sequence[Criterion]) -> str:
    """Return 32 hexadecimal figures over all that can change a score, and none of the prose.

    The order of the criteria does not count.
    """
    records = sorted((_record(criterion) for criterion in criteria), key=lambda r: str(r["id"]))
    text = json.dumps(records, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
