"""The whole world of one scenario."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.rules import Rules
    from simulator.engine.world.changes import PlannedChange
    from simulator.engine.world.forms import Form
    from simulator.engine.world.incidents import IncidentSpec
    from simulator.engine.world.outside import StakeholderSpec
    from simulator.engine.world.people import AnalystSpec, ConflictSpec
    from simulator.engine.world.story import (
        DecisionSpec,
        FactSpec,
        Hint,
        Question,
        StorySpec,
        WindowSpec,
        Wording,
    )
    from simulator.engine.world.tickets import Profile, TicketSpec


@dataclass(frozen=True, slots=True)
class Authority:
    """What this lead may decide, and whom to ask for the rest.

    A power is a kind of act, the id of a permit or a way out, or `rollback` for all ways of that
    kind. What nobody is named for is the lead's own.
    """

    may: frozenset[str] = frozenset()
    """Powers that are the lead's own, whatever is said of their kind."""
    ask: Mapping[str, str] = field(default_factory=dict)
    """Powers that the lead has once this stakeholder has said yes."""
    request: Mapping[str, str] = field(default_factory=dict)
    """Ways out and permits that stay this stakeholder's: the lead can only request them."""
    lasts: Mapping[str, int] = field(default_factory=dict)
    """Minutes for which a yes to one of `ask` stands; the rest of the shift if not named."""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What a scenario says, resolved: every id in it exists."""

    id: str
    version: str
    hash: str
    title: str
    starts: int
    """Minute of the week at which the shift begins, Monday 00:00 being 0."""
    length: int
    """Minutes."""
    rules: Rules
    team: tuple[AnalystSpec, ...]
    kind: str = "outage"
    grade: str = "entry"
    summary: str = ""
    lesson: str = ""
    lead_role: str = "service desk"
    briefing: tuple[str, ...] = ()
    """Paragraphs that the trainee reads before the shift."""
    content_note: str = ""
    """What somebody may not want to meet in it, said before anything is recorded; "" for none."""
    stakeholders: tuple[StakeholderSpec, ...] = ()
    phones: tuple[str, ...] | None = None
    """Who answers the telephones as the shift begins; None for a desk where calls and visits are
    tickets like any other."""
    profile: Profile | None = None
    tickets: tuple[TicketSpec, ...] = ()
    facts: tuple[FactSpec, ...] = ()
    questions: tuple[Question, ...] = ()
    incidents: tuple[IncidentSpec, ...] = ()
    changes: tuple[PlannedChange, ...] = ()
    conflicts: tuple[ConflictSpec, ...] = ()
    storyline: tuple[StorySpec, ...] = ()
    wordings: tuple[Wording, ...] = ()
    decisions: tuple[DecisionSpec, ...] = ()
    windows: tuple[WindowSpec, ...] = ()
    acts: frozenset[str] = frozenset()
    """Kinds of acts this scenario uses; empty for all."""
    authority: Authority = Authority()
    services: Mapping[str, str] = field(default_factory=dict)
    """Service ids and their names."""
    skills: Mapping[str, str] = field(default_factory=dict)
    """Skill ids and their names."""
    priorities: tuple[str, ...] = ("P1", "P2", "P3", "P4")
    """What the four priorities are called here."""
    house: str = ""
    """The organisation whose house file is laid over the scenario; "" for none."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Reasons for putting off or declining that this desk offers besides the usual ones."""
    approvals: Mapping[str, str] = field(default_factory=dict)
    """Ids of approvals that some kinds of tickets need, and their names."""
    first_number: int = 201
    """Number that the first ticket shows."""
    hints: tuple[Hint, ...] = ()
    """What is said besides in practice."""
    forms: tuple[Form, ...] = ()
    """Sets of seeds with the same opportunities; empty where every seed plays all there is."""
