"""Rubrics and their criteria, in a scenario or in a file of their own."""

from typing import ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    AnalystOrStakeholderRef,
    Band,
    Count,
    CriterionId,
    CriterionRef,
    Duration,
    EntryRef,
    Format,
    LevelValue,
    MeasureRef,
    Part,
    Priorities,
    RubricId,
    ServiceRef,
    Share,
    Text,
    Texts,
    Weight,
    WindowKindRef,
    YesNo,
)

CompetencyName = Literal["delegation", "communication", "prioritisation", "people", "process"]


class LevelPart(Part):
    """One level of a criterion."""

    noun: ClassVar[str] = "a level"

    value: LevelValue
    """4 good, 3 acceptable, 2 marginal, 1 poor."""
    band: Band | None = None
    """Figures that earn it, both ends included; null for no end."""
    anchor: Text = ""
    """The behaviour one would see."""
    feedback: Text = ""
    source: Text = ""


class ScopePart(Part):
    """What a measure looks at."""

    noun: ClassVar[str] = "a scope"

    priority: Priorities | None = None
    audience: Texts | None = None
    during: Text | None = None
    """A window's kind or an incident's id."""
    person: AnalystOrStakeholderRef | None = None
    service: ServiceRef | None = None


class BasisPart(Part):
    """What a criterion rests on."""

    noun: ClassVar[str] = "a basis"

    kind: Literal["published", "panel", "author"]
    link: Text = ""
    """Published: where."""
    n: Count = 0
    """Panel: how many practitioners."""
    share: Share | None = None
    """Panel: the share that agreed."""


class PatternPart(Part):
    """A small tree over the entries of the log."""

    noun: ClassVar[str] = "a pattern"

    entry: EntryRef | None = None
    within: Duration | None = None
    before: EntryRef | None = None
    at_least: Count | None = None
    never: "PatternPart | None" = None
    sequence: "list[PatternPart] | None" = None


class BandPart(Part):
    """A level of a second measure."""

    noun: ClassVar[str] = "a level"

    value: LevelValue
    band: Band


class AlsoPart(Part):
    """A second measure with bands of its own; the lower level stands."""

    noun: ClassVar[str] = "a second measure"

    measure: MeasureRef
    scope: ScopePart | None = None
    windows: list[WindowKindRef] | None = None
    levels: list[BandPart]
    """Levels and their bands; a level may be left out, the bands still leave no gap."""


class CriterionPart(Part):
    """One criterion. With the id of an inherited one, only what is to change."""

    noun: ClassVar[str] = "a criterion"

    id: CriterionId
    competency: CompetencyName | None = None
    prompt: Text | None = None
    weight: Weight | None = None
    measure: MeasureRef | None = None
    scope: ScopePart | None = None
    windows: list[WindowKindRef] | None = None
    """Kinds of window that give the opportunity; the whole shift where it is left out."""
    levels: list[LevelPart] | None = None
    basis: BasisPart | None = None
    yields_to: list[WindowKindRef] | None = None
    """Kinds of window that rightly come first."""
    must_not: YesNo | None = None
    pattern: PatternPart | None = None
    also: AlsoPart | None = None
    sources: list[Text] | None = None


CORE = ("team-lead-core",)
"""What a scenario's rubric extends where it does not say."""


class RubricPart(Part):
    """The rubric of a scenario."""

    noun: ClassVar[str] = "a rubric"

    extends: Texts = Field(default_factory=lambda: list(CORE))
    """One rubric, or several."""
    without: list[CriterionRef] = Field(default_factory=list)
    """Inherited criteria that this scenario gives no opportunity for."""
    criteria: list[CriterionPart] = Field(default_factory=list)


class RubricFile(Part):
    """A rubric in a file of its own: `scenarios/rubrics/NAME.yaml`."""

    noun: ClassVar[str] = "a rubric"

    schema_: Format = Field(alias="schema")
    rubric: RubricId
    version: Text = "1.0.0"
    title: Text = ""
    validated: YesNo = False
    extends: Texts = Field(default_factory=list)
    """One rubric, or several; of a criterion that two of them have, the first one's counts."""
    without: list[CriterionRef] = Field(default_factory=list)
    sources: list[Text] = Field(default_factory=list)
    criteria: list[CriterionPart] = Field(default_factory=list)
