"""Acts that arrange how the team works from now on, without the lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from simulator.engine.acts.shapes.ids import AnalystId, IncidentId  # noqa: TC001 (run files read them)

Rule = Literal["route", "only", "allow", "escalate", "tell"]
Role = Literal["lead", "operations", "communications", "scribe"]


@dataclass(frozen=True, slots=True)
class Reserve:
    """Keep somebody free for a purpose until a minute."""

    kind: ClassVar[str] = "reserve"
    person: AnalystId
    work: str = ""
    """`p1`, `planning` or a skill; "" lifts the reserve."""
    until: int | None = None
    """Minute; None only where it is lifted."""


@dataclass(frozen=True, slots=True)
class StandingOrder:
    """Give a rule that people follow by themselves until it is changed or lifted."""

    kind: ClassVar[str] = "standing-order"
    rule: Rule
    what: str = ""
    """A skill, kind of ticket or service; for `allow` an approval or a permit."""
    who: str = ""
    """An analyst; for `escalate` and `tell` somebody outside, "" for the lead."""
    after: int | None = None
    """Threshold in minutes, for `escalate` and `tell`."""


@dataclass(frozen=True, slots=True)
class LiftOrder:
    """Lift a standing order."""

    kind: ClassVar[str] = "lift-order"
    order: int
    """Its number, from 1."""


@dataclass(frozen=True, slots=True)
class GiveRole:
    """Give a role in an incident to somebody, or take it back."""

    kind: ClassVar[str] = "give-role"
    incident: IncidentId
    role: Role
    to: AnalystId
    """An analyst, or `lead` for the lead's own hands."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Let two people work side by side until a minute, so that the first learns."""

    kind: ClassVar[str] = "pair"
    person: AnalystId
    """Who learns."""
    senior: AnalystId
    """Who shows."""
    until: int


SHAPES = (Reserve, StandingOrder, LiftOrder, GiveRole, Pair)
AnyArrange = Reserve | StandingOrder | LiftOrder | GiveRole | Pair
