"""What all blocks share: the strict base class, the types of single values, and name markers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    WithJsonSchema,
)

from simulator.scenario import idents, quantities, spans, values
from simulator.scenario.models import written
from simulator.scenario.nodes import Scalar
from simulator.scenario.spans import After, Between, Minutes
from simulator.scenario.values import Clock
from simulator.scenario.work import Work, work


class Part(BaseModel):
    """A block of a scenario: strict, and with no other keys than these."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        populate_by_name=False,
        use_attribute_docstrings=True,
    )
    noun: ClassVar[str] = "a block"
    """What a message calls it: `a fact`."""


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field whose text is the id of something defined elsewhere."""

    kinds: tuple[str, ...]
    """Kinds of things it may name, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Defines:
    """Marks a field whose text gives something its id."""

    kind: str


@dataclass(frozen=True, slots=True)
class KeysName:
    """Marks a map whose keys are ids of things defined elsewhere."""

    kinds: tuple[str, ...]
    values: tuple[str, ...] = ()
    """The same for what stands under the keys; empty where that names nothing."""


@dataclass(frozen=True, slots=True)
class KeysDefine:
    """Marks a map whose keys give things their ids."""

    kind: str


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks a field that is read by a parser of its own: a condition, a moment, effects."""

    role: str


def _ref(*kinds: str) -> tuple[Any, ...]:
    """Return what makes a text the id of something of one of these kinds."""
    return (
        PlainValidator(idents.some_id),
        Names(kinds),
        written.named(*kinds),
    )


def _new(kind: str) -> tuple[Any, ...]:
    """Return what makes a text the id that something of this kind gets."""
    return (
        PlainValidator(idents.new_criterion if kind == "criterion" else idents.new_id),
        Defines(kind),
        WithJsonSchema(
            written.matching(
                written.DOTTED_ID if kind == "criterion" else written.ID,
                "An id holds a-z, 0-9 and -, and starts with a letter.",
            )
        ),
    )


def _read(parse: Callable[[object], Any], schema: written.Schema) -> Any:
    """Return a parser and what an editor is told of it."""
    return (PlainValidator(parse), WithJsonSchema(schema))


def _number(low: int, high: int) -> Any:
    return _read(values.whole(low, high), {"type": "integer", "minimum": low, "maximum": high})


Text = Annotated[str, BeforeValidator(idents.some_text), WithJsonSchema(written.TEXT)]
"""A text that says something."""
Duration = Annotated[int, *_read(values.duration, written.DURATION)]
"""Minutes, written `10 min`, `2 h` or `1 h 30 min`."""
SomeTime = Annotated[int, *_read(values.some_time, written.DURATION)]
"""The same, and not nothing."""
Rhythm = Annotated[int, *_read(values.rhythm, written.RHYTHM)]
"""Minutes, written `every 30 min`."""
Limit = Annotated[int, *_read(values.limit, written.LIMIT)]
"""Minutes, written `5 min` or `within 5 min`."""
Cost = Annotated[int, *_read(values.minutes, written.COST)]
"""Lead minutes, written `3` or `3 min`."""
ClockTime = Annotated[Clock, *_read(values.clock, written.CLOCK)]
"""A time of day, written `08:20` or `Fri 08:20`."""
Share = Annotated[int, *_read(quantities.share, written.SHARE)]
"""Permille, written `30%` or `2.5%`."""
Percent = Annotated[int, *_read(quantities.percent, written.PERCENT)]
"""Whole percent that may pass 100, written `110%`."""
Rate = Annotated[int, *_read(quantities.rate, written.rate("18 per hour"))]
"""Permille per minute, written `18 per hour`."""
HourlyRate = Annotated[int, *_read(quantities.hourly_rate, written.rate("20 per hour"))]
"""Ten-thousandths an hour, written `20 per hour`."""
Effort = Annotated[Work, *_read(work, written.EFFORT)]
"""`20 min`, `exponential 20 min`, or `{quick: 60%, quick_median: 6 min, slow_median: 45 min}`."""
Priority = Annotated[int, *_read(quantities.priority, written.PRIORITY)]
"""1 to 4, written `P1` to `P4`."""
Thousandths = Annotated[
    int, PlainValidator(quantities.thousandths), WithJsonSchema({"type": "number", "minimum": 0})
]
"""A number with up to three decimals, kept in thousandths."""
Sigma = Annotated[
    int, PlainValidator(quantities.sigma),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": quantities.MOST_SIGMA // 1000}),
]  # fmt: skip
"""How a lognormal spreads, from 0, kept in thousandths."""
Points = Annotated[int, *_number(0, 100)]
"""A whole number from 0 to 100."""
Skill = Annotated[int, *_number(0, 5)]
"""A whole number from 0 to 5."""
Degree = Annotated[int, *_number(1, 3)]
"""1 high, 2 medium, 3 low."""
Credit = Annotated[int, *_number(0, 3)]
"""A whole number from 0 to 3."""
Change = Annotated[int, *_number(-100, 100)]
"""Points up or down."""
Count = Annotated[int, *_number(0, 100_000)]
"""A whole number of things."""
Format = Annotated[int, *_read(values.whole(0, 100_000), written.VERSION)]
"""The `schema` that a file is written in."""
Weight = Annotated[int, *_number(1, 100)]
"""How much a criterion counts, 1 or more."""
YesNo = Annotated[bool, PlainValidator(quantities.yes_no), WithJsonSchema({"type": "boolean"})]
"""true or false."""
Span = Annotated[Minutes, *_read(spans.span, written.SPAN)]
"""`10 min`, or `{between: [10 min, 20 min]}`."""
ClockSpan = Annotated[Between, *_read(spans.clock_span, written.CLOCK_SPAN)]
"""`08:20`, or `{between: [08:15, 08:35]}`."""
Moment = Annotated[Between | After, *_read(spans.moment, written.MOMENT), Marker("moment")]
"""`08:20`, `{between: [08:15, 08:35]}`, or `{after: incident.portal, by: 25 min}`."""
Condition = Annotated[Any, Marker("condition"), WithJsonSchema({"x-shape": "condition"})]
"""One comparison, one yes/no path, or a tree of `all`, `any` and `not`."""
Band = Annotated[tuple[int | None, int | None], *_read(quantities.band, written.BAND)]
"""Two figures, both included; null for no end."""
LevelValue = Annotated[int, *_number(1, 4)]
"""4, 3, 2 or 1."""
Texts = Annotated[list[str], *_read(idents.texts, written.or_list(written.TEXT))]
"""One text, or a list of them."""
Priorities = Annotated[list[int], *_read(quantities.priorities, written.or_list(written.PRIORITY))]
"""One priority, or a list of them."""
Seeds = Annotated[list[int], *_read(quantities.seeds, written.SEEDS)]
"""A list of seeds."""
FormRef = Annotated[Scalar, PlainValidator(idents.some_id), written.named("form")]
"""The name of a set of seeds, one of `forms`."""

AnalystId = Annotated[Scalar, *_new("analyst")]
ChangeId = Annotated[Scalar, *_new("change")]
ChoiceId = Annotated[Scalar, *_new("choice")]
ContactId = Annotated[Scalar, *_new("contact")]
ConflictId = Annotated[Scalar, *_new("conflict")]
CriterionId = Annotated[Scalar, *_new("criterion")]
DecisionId = Annotated[Scalar, *_new("decision")]
FactId = Annotated[Scalar, *_new("fact")]
HouseId = Annotated[Scalar, *_new("house")]
IncidentId = Annotated[Scalar, *_new("incident")]
KindId = Annotated[Scalar, *_new("kind")]
OptionId = Annotated[Scalar, *_new("option")]
OutcomeId = Annotated[Scalar, *_new("outcome")]
PermitId = Annotated[Scalar, *_new("permit")]
ProfileId = Annotated[Scalar, *_new("profile")]
QuestionId = Annotated[Scalar, *_new("question")]
RubricId = Annotated[Scalar, *_new("rubric")]
ScenarioId = Annotated[Scalar, *_new("scenario")]
SceneId = Annotated[Scalar, *_new("scene")]
StakeholderId = Annotated[Scalar, *_new("stakeholder")]
StepId = Annotated[Scalar, *_new("step")]
TheoryId = Annotated[Scalar, *_new("theory")]
TicketId = Annotated[Scalar, *_new("ticket")]
WayId = Annotated[Scalar, *_new("way")]
WindowId = Annotated[Scalar, *_new("window")]
WordingId = Annotated[Scalar, *_new("wording")]
Pair = Annotated[
    list[Annotated[Scalar, *_ref("analyst")]], AfterValidator(quantities.two), written.exactly(2)
]
"""Two analysts."""
PriorityRow = Annotated[list[Priority], AfterValidator(quantities.three), written.exactly(3)]
"""The priorities of one impact, by urgency high, medium and low."""
Day = Annotated[list[Share], AfterValidator(quantities.hours_of_day), written.exactly(24)]
"""A share for each hour of the day."""
Week = Annotated[list[Percent], AfterValidator(quantities.days_of_week), written.exactly(7)]
"""Monday to Sunday against the mean business day."""
ActRef = Annotated[Scalar, *_ref("act")]
AnalystRef = Annotated[Scalar, *_ref("analyst")]
AnalystOrStakeholderRef = Annotated[Scalar, *_ref("analyst", "stakeholder")]
ConflictRef = Annotated[Scalar, *_ref("conflict")]
AnalystOrStakeholderOrConflictRef = Annotated[Scalar, *_ref("analyst", "stakeholder", "conflict")]
ApprovalRef = Annotated[Scalar, *_ref("approval")]
ChoiceRef = Annotated[Scalar, *_ref("choice")]
ContactRef = Annotated[Scalar, *_ref("contact")]
CriterionRef = Annotated[Scalar, *_ref("criterion")]
EntryRef = Annotated[Scalar, *_ref("entry")]
FactRef = Annotated[Scalar, *_ref("fact")]
FlagRef = Annotated[Scalar, *_ref("flag")]
IncidentRef = Annotated[Scalar, *_ref("incident")]
IncidentOrTicketRef = Annotated[Scalar, *_ref("incident", "ticket")]
KindRef = Annotated[Scalar, *_ref("kind")]
MeasureRef = Annotated[Scalar, *_ref("measure")]
PermitRef = Annotated[Scalar, *_ref("permit")]
PowerRef = Annotated[Scalar, *_ref("power")]
SceneRef = Annotated[Scalar, *_ref("scene")]
SceneOrWindowRef = Annotated[Scalar, *_ref("scene", "window")]
ServiceRef = Annotated[Scalar, *_ref("service")]
SkillRef = Annotated[Scalar, *_ref("skill")]
StakeholderRef = Annotated[Scalar, *_ref("stakeholder")]
StepRef = Annotated[Scalar, *_ref("step")]
SourceRef = Annotated[Scalar, *_ref("incident", "change")]
SubjectRef = Annotated[Scalar, *_ref("subject")]
TheoryRef = Annotated[Scalar, *_ref("theory")]
WayRef = Annotated[Scalar, *_ref("way")]
GrantRef = Annotated[Scalar, *_ref("way", "permit", "approval", "change")]
WordingRef = Annotated[Scalar, *_ref("wording")]
WindowKindRef = Annotated[Scalar, *_ref("window-kind")]
