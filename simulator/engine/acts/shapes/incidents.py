"""Acts that steer an incident: what to look into, what to put in place, who is on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from simulator.engine.acts.shapes.ids import (  # noqa: TC001 (run files read them)
    AnalystId,
    Confirmation,
    IncidentId,
    StakeholderId,
)


@dataclass(frozen=True, slots=True)
class Investigate:
    """Direct whoever works on an incident at a theory, or leave the choice to their skill."""

    kind: ClassVar[str] = "investigate"
    incident: IncidentId
    theory: str = ""


@dataclass(frozen=True, slots=True)
class SetSeverity:
    """Raise or lower the severity of a declared incident."""

    kind: ClassVar[str] = "set-severity"
    incident: IncidentId
    severity: int


@dataclass(frozen=True, slots=True)
class Rollback:
    """Go back to what worked; one that cannot be undone has to be ordered knowingly."""

    kind: ClassVar[str] = "rollback"
    incident: IncidentId
    way: str
    if_fails: str = ""
    """The way out that is put in place if this one breaks something or changes nothing."""
    knowing: bool = False
    """Whether the warning that it cannot be undone was read and accepted."""


@dataclass(frozen=True, slots=True)
class Reverse:
    """Take a way out of place again."""

    kind: ClassVar[str] = "reverse"
    incident: IncidentId
    way: str


@dataclass(frozen=True, slots=True)
class Verify:
    """Confirm that a service is back: by its users, or by what monitoring shows."""

    kind: ClassVar[str] = "verify"
    incident: IncidentId
    how: Confirmation = "users"


@dataclass(frozen=True, slots=True)
class FreezeChange:
    """Hold a planned change back."""

    kind: ClassVar[str] = "freeze-change"
    change: str


@dataclass(frozen=True, slots=True)
class UnfreezeChange:
    """Let a change that was held back go on."""

    kind: ClassVar[str] = "unfreeze-change"
    change: str


@dataclass(frozen=True, slots=True)
class CallVendor:
    """Call somebody outside on their contract: the clause that applies, and what is known."""

    kind: ClassVar[str] = "call-vendor"
    to: StakeholderId
    incident: IncidentId
    clause: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """Bring one more person onto an incident."""

    kind: ClassVar[str] = "join"
    incident: IncidentId
    person: AnalystId


@dataclass(frozen=True, slots=True)
class Release:
    """Let somebody go back to their own work who is not needed on an incident any more."""

    kind: ClassVar[str] = "release"
    incident: IncidentId
    person: AnalystId


@dataclass(frozen=True, slots=True)
class HoldReview:
    """Go through an incident together afterwards: what contributed, and what is done about it."""

    kind: ClassVar[str] = "hold-review"
    incident: IncidentId
    people: tuple[AnalystId, ...] = ()
    """Who takes part."""
    factors: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    owners: tuple[AnalystId, ...] = ()
    """Who does each of the remedies, in their order; one that nobody does has no owner."""
    days: tuple[int, ...] = ()
    """Days within which each of them is done, in the same order."""


SHAPES = (
    Investigate, SetSeverity, Rollback, Reverse, Verify, FreezeChange, UnfreezeChange, CallVendor,
    Join, Release, HoldReview,
)  # fmt: skip
AnyIncident = (
    Investigate | SetSeverity | Rollback | Reverse | Verify | FreezeChange | UnfreezeChange
    | CallVendor | Join | Release | HoldReview
)  # fmt: skip
