"""Incidents: how a service fails, what can be found out, and the ways out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulator.engine.world.course import Alert, Follows, Recovery, ReviewSpec, Theory
    from simulator.engine.world.tickets import TicketKind
    from simulator.engine.world.values import Span


@dataclass(frozen=True, slots=True)
class Contacts:
    """Duplicates that stream in while an incident lasts."""

    kind: TicketKind
    rates: tuple[tuple[int, int], ...]
    """From this minute of the incident on, contacts per minute in permille."""
    after_word: int = 450
    """Share that remains after the users' first word, permille (J)."""
    after_workaround: int = 300
    """Share that remains after a workaround, permille (J)."""
    after_mitigation: int = 250
    """Share that remains once the service is back, permille; they stop half an hour later (J)."""
    highest: int = field(init=False, repr=False, compare=False)
    """The highest of the rates: so many candidates are drawn, and thinned out as they come."""

    def __post_init__(self) -> None:
        """Write down once what each candidate is measured against."""
        object.__setattr__(self, "highest", max(rate for _, rate in self.rates))


@dataclass(frozen=True, slots=True)
class Risk:
    """What a step can break; the chance is `Rules.wrong_node`."""

    says: str
    """What happened, in words."""
    minutes: int = 14
    """How long everybody is out (J)."""
    certain: bool = False
    """Whether it happens each time."""


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of work on an incident: a finding, or an act on the service."""

    id: str
    says: str
    """What the person reports when it is done."""
    minutes: int
    """Median minutes at normal speed."""
    needs: tuple[str, ...] = ()
    """Facts that have to be known before it can begin (by anybody on the desk)."""
    reveals: tuple[str, ...] = ()
    halved_by: str = ""
    """A fact that halves the work."""
    asks: str = ""
    """What has to be allowed before it begins: an id of `IncidentSpec.permits`, "" for nothing."""
    question: str = ""
    """How the person asks for it."""
    risk: Risk | None = None
    effect: Literal["", "mitigates", "resolves"] = ""
    by: str = ""
    """The stakeholder who does it; "" for the desk. The desk's steps come first."""


@dataclass(frozen=True, slots=True)
class Permit:
    """Something a person may do without asking, if the lead says so beforehand."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result that can be asked for when the incident is given away."""

    id: str
    text: str
    through: str
    """The step it ends with."""


@dataclass(frozen=True, slots=True)
class Way:
    """A workaround or a rollback that the lead can order or ask for."""

    id: str
    kind: Literal["workaround", "rollback"]
    text: str
    needs: tuple[str, ...] = ()
    """Facts that have to be known first."""
    allowed_by: str = ""
    """The stakeholder whose word it needs; "" is the lead's own to decide."""
    risk: Risk | None = None
    mitigates: bool = False
    theory: str = ""
    """The theory it acts on: where that is wrong, it helps nothing and may make things worse."""
    irreversible: bool = False
    """Whether it cannot be undone; it then takes a rollback given knowingly."""
    warning: str = ""
    """What cannot be undone, in words."""


@dataclass(frozen=True, slots=True)
class IncidentSpec:
    """A service that degrades, with a cause that is unknown at first."""

    id: str
    name: str
    service: str
    skill: str
    starts: Span
    """The minute, by seed; after the shift for one that only something else brings about."""
    steps: tuple[Step, ...]
    difficulty: int = 3
    severity: int = 1
    """Its true priority, 1 to 4."""
    contacts: Contacts | None = None
    permits: tuple[Permit, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    ways: tuple[Way, ...] = ()
    knowable: int = 5
    """Minutes after the start from which the need can be known."""
    quiet: bool = False
    """Whether nobody outside notices it unless it breaks: no cadence, no trust at stake."""
    alone: str = ""
    """The way that somebody who opened it unasked tries first, after waiting in vain."""
    known_by: str = ""
    """A fact that makes it known; "" is known by triage of one of its contacts."""
    theories: tuple[Theory, ...] = ()
    alert: Alert | None = None
    visible: int = 0
    """Minutes after the start from which users notice: until then no contacts, no cadence."""
    follows: Follows | None = None
    """What brings it about, apart from the minute in `starts`."""
    recovery: Recovery | None = None
    """Whether a mitigation holds; None for one that always does."""
    review: ReviewSpec | None = None
    gone_by: tuple[int, str] | None = None
    """Untouched until this minute (since its start), the service fails: minute and words."""
