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
        WithJsonSchema({"type": "string", "x-names": list(kinds)}),
    )


def _new(kind: str) -> tuple[Any, ...]:
    """Return what makes a text the id that something of this kind gets."""
    return (
        PlainValidator(idents.new_criterion if kind == "criterion" else idents.new_id),
        Defines(kind),
        WithJsonSchema(
            {
                "type": "string",
                "pattern": r"^[a-z][a-z0-9-]{0,63}$"
                if kind != "criterion"
                else r"^[a-z][a-z0-9-]{0,63}(\.[a-z][a-z0-9-]{0,63})?$",
                "patternErrorMessage": "An id holds a-z, 0-9 and -, and starts with a letter.",
            }
        ),
    )


def _read(parse: Callable[[object], Any], pattern: str, says: str, *examples: str) -> Any:
    schema: dict[str, Any] = {"type": "string", "pattern": pattern, "patternErrorMessage": says}
    if examples:
        schema["examples"] = list(examples)
    return (PlainValidator(parse), WithJsonSchema(schema))


def _number(low: int, high: int) -> Any:
    return (
        PlainValidator(values.whole(low, high)),
        WithJsonSchema({"type": "integer", "minimum": low, "maximum": high}),
    )


_DURATION = r"^(\d+ ?h( \d+ ?min)?|\d+ ?min)$"
_CLOCK = r"^((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?([01]?\d|2[0-3]):[0-5]\d$"
_d = _read(values.duration, _DURATION, "A duration needs a unit: 10 min, 2 h.", "10 min", "2 h")
_c = _read(values.clock, _CLOCK, "A time of day: 08:20 or Fri 08:20.", "08:20")
_r = _read(
    values.rhythm, r"^(every )?" + _DURATION[1:], "Write it as every 30 min.", "every 30 min"
)
_l = _read(values.limit, r"^(within )?" + _DURATION[1:], "Write it as 5 min.", "5 min")
_s = _read(quantities.share, r"^\d+(\.\d)?\s*%$", "A share needs its % sign: 30%.", "30%")
_p = _read(quantities.percent, r"^\d+\s*%$", "Write it as 110%.", "110%")
_t = _read(
    quantities.rate,
    r"^\d+(\.\d+)? per (min|hour|h|day)$",
    "Write it as 18 per hour.",
    "18 per hour",
)
_pr = _read(quantities.priority, r"^P[1-4]$", "P1, P2, P3 or P4.", "P1", "P2", "P3", "P4")

Text = Annotated[str, BeforeValidator(idents.some_text), WithJsonSchema({"type": "string"})]
"""A text that says something."""
Duration = Annotated[int, *_d]
"""Minutes, written `10 min`, `2 h` or `1 h 30 min`."""
Rhythm = Annotated[int, *_r]
"""Minutes, written `every 30 min`."""
Limit = Annotated[int, *_l]
"""Minutes, written `5 min` or `within 5 min`."""
Cost = Annotated[
    int,
    PlainValidator(values.minutes),
    WithJsonSchema({"type": ["integer", "string"], "examples": [3]}),
]
"""Lead minutes, written `3` or `3 min`."""
ClockTime = Annotated[Clock, *_c]
"""A time of day, written `08:20` or `Fri 08:20`."""
Share = Annotated[int, *_s]
"""Permille, written `30%` or `2.5%`."""
Percent = Annotated[int, *_p]
"""Whole percent that may pass 100, written `110%`."""
Rate = Annotated[int, *_t]
"""Permille per minute, written `18 per hour`."""
HourlyRate = Annotated[
    int,
    *_read(
        quantities.hourly_rate,
        r"^\d+(\.\d+)? per (min|hour|h|day)$",
        "Write it as 20 per hour.",
        "20 per hour",
    ),
]
"""Ten-thousandths an hour, written `20 per hour`."""
Effort = Annotated[
    Work,
    PlainValidator(work),
    WithJsonSchema({"type": ["string", "object"], "examples": ["20 min", "exponential 20 min"]}),
]
"""`20 min`, `exponential 20 min`, or `{quick: 60%, quick_median: 6 min, slow_median: 45 min}`."""
Priority = Annotated[int, *_pr]
"""1 to 4, written `P1` to `P4`."""
Thousandths = Annotated[
    int, PlainValidator(quantities.thousandths), WithJsonSchema({"type": "number", "minimum": 0})
]
"""A number with up to three decimals, kept in thousandths."""
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
Weight = Annotated[int, *_number(1, 100)]
"""How much a criterion counts, 1 or more."""
YesNo = Annotated[bool, PlainValidator(quantities.yes_no), WithJsonSchema({"type": "boolean"})]
"""true or false."""
Span = Annotated[Minutes, PlainValidator(spans.span), WithJsonSchema({})]
"""`10 min`, or `{between: [10 min, 20 min]}`."""
ClockSpan = Annotated[Between, PlainValidator(spans.clock_span), WithJsonSchema({})]
"""`08:20`, or `{between: [08:15, 08:35]}`."""
Moment = Annotated[
    Between | After, PlainValidator(spans.moment), Marker("moment"), WithJsonSchema({})
]
"""`08:20`, `{between: [08:15, 08:35]}`, or `{after: incident.portal, by: 25 min}`."""
Condition = Annotated[Any, Marker("condition"), WithJsonSchema({})]
"""One comparison, one yes/no path, or a tree of `all`, `any` and `not`."""
Band = Annotated[
    tuple[int | None, int | None],
    PlainValidator(quantities.band),
    WithJsonSchema({"type": "array", "minItems": 2, "maxItems": 2}),
]
"""Two figures, both included; null for no end."""
LevelValue = Annotated[int, *_number(1, 4)]
"""4, 3, 2 or 1."""
Texts = Annotated[list[str], PlainValidator(idents.texts), WithJsonSchema({})]
"""One text, or a list of them."""
Priorities = Annotated[list[int], PlainValidator(quantities.priorities), WithJsonSchema({})]
"""One priority, or a list of them."""
Seeds = Annotated[list[int], PlainValidator(quantities.seeds), WithJsonSchema({"type": "array"})]
"""A list of seeds."""
FormRef = Annotated[Scalar, PlainValidator(idents.some_id), WithJsonSchema({"type": "string"})]
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
Pair = Annotated[list[Annotated[Scalar, *_ref("analyst")]], AfterValidator(quantities.two)]
"""Two analysts."""
PriorityRow = Annotated[list[Priority], AfterValidator(quantities.three)]
"""The priorities of one impact, by urgency high, medium and low."""
Day = Annotated[list[Share], AfterValidator(quantities.hours_of_day)]
"""A share for each hour of the day."""
Week = Annotated[list[Percent], AfterValidator(quantities.days_of_week)]
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
