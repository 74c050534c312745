"""Planned changes: what goes on at its minute unless somebody holds it back."""

from typing import ClassVar

from pydantic import Field

from simulator.scenario.models.base import (
    ChangeId,
    FactRef,
    IncidentRef,
    Moment,
    Part,
    StakeholderRef,
    Text,
)
from simulator.scenario.models.incidents import RiskPart


class PlannedChange(Part):
    """A change that somebody has planned for the shift."""

    noun: ClassVar[str] = "a planned change"

    id: ChangeId
    text: Text
    at: Moment
    by: StakeholderRef | None = None
    """Whose change it is."""
    harms: list[IncidentRef] = Field(default_factory=list)
    """Incidents that it makes worse while they are open."""
    risk: RiskPart | None = None
    """What it breaks then."""
    known_by: FactRef | None = None
    """The fact by which the lead knows of it; from the start where it is left out."""
    allowed_by: StakeholderRef | None = None
    """Who can hold it back; the lead where it is left out."""
