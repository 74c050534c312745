"""The shape of a house file: what an organisation has of its own in every scenario."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    Band,
    ContactId,
    ContactRef,
    CriterionRef,
    Format,
    HouseId,
    KeysName,
    Part,
    PowerRef,
    PriorityRow,
    Rhythm,
    Share,
    SomeTime,
    Text,
)

PriorityName = Literal["P1", "P2", "P3", "P4"]
ByPriority = dict[PriorityName, SomeTime]
Rhythms = dict[PriorityName, Rhythm]


class MatrixPart(Part):
    """Priority by impact (rows) and urgency (places in a row: high, medium, low)."""

    noun: ClassVar[str] = "a matrix"

    high: PriorityRow
    medium: PriorityRow
    low: PriorityRow


class CadencePart(Part):
    """Time between updates by audience and priority."""

    noun: ClassVar[str] = "a cadence"

    users: Rhythms = Field(default_factory=dict)
    executive: Rhythms = Field(default_factory=dict)
    technicians: Rhythms = Field(default_factory=dict)
    other_team: Rhythms = Field(default_factory=dict)
    vendor: Rhythms = Field(default_factory=dict)
    manager: Rhythms = Field(default_factory=dict)


class ContactPart(Part):
    """Somebody to escalate to, and the audience that plays them in a scenario."""

    noun: ClassVar[str] = "a contact"

    id: ContactId
    name: Text
    audience: Literal["users", "executive", "technicians", "other-team", "vendor", "manager"]
    when: Text = ""
    """What one goes to them for."""


class HouseAuthority(Part):
    """What a lead of this house may decide, where a scenario does not say."""

    noun: ClassVar[str] = "a house's authority"

    may: list[PowerRef] = Field(default_factory=list)
    """Kinds of acts, or `rollback`."""
    ask: Annotated[dict[str, ContactRef], KeysName(("power",), ("contact",))] = Field(
        default_factory=dict
    )
    """The same, with the contact whose yes it needs."""


class ThresholdPart(Part):
    """A criterion's bands as this house wants them."""

    noun: ClassVar[str] = "a threshold"

    criterion: CriterionRef
    bands: Annotated[list[Band], Field(min_length=4, max_length=4)]
    """The figures of levels 4, 3, 2 and 1, in this order and in the measure's unit."""


class HouseFile(Part):
    """A house file: `house.yaml`."""

    noun: ClassVar[str] = "a house file"

    schema_: Format = Field(alias="schema")
    house: HouseId
    title: Text = ""
    """The organisation's name; the id where it is left out."""
    names: dict[PriorityName, Text] = Field(default_factory=dict)
    """What a priority is called here: Sev-1."""
    matrix: MatrixPart | None = None
    respond: ByPriority = Field(default_factory=dict)
    """Time to the first response."""
    resolve: ByPriority = Field(default_factory=dict)
    """Time to the resolution."""
    cadence: CadencePart = Field(default_factory=CadencePart)
    contacts: list[ContactPart] = Field(default_factory=list)
    authority: HouseAuthority = Field(default_factory=HouseAuthority)
    hands_on: Share | None = None
    """Share of a lead's time that the house expects on tickets: the briefing tells it, and
    only minutes beyond it count where a rubric looks at the lead's own hands."""
    thresholds: list[ThresholdPart] = Field(default_factory=list)
