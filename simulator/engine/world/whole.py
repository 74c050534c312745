"""The whole world of one scenario."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.rules import Rules
    from simulator.engine.world.incidents import IncidentSpec
    from simulator.engine.world.people import AnalystSpec, ConflictSpec, StakeholderSpec
    from simulator.engine.world.story import (
        DecisionSpec,
        FactSpec,
        Question,
        StorySpec,
        WindowSpec,
        Wording,
    )
    from simulator.engine.world.tickets import Profile, TicketSpec


@dataclass(frozen=True, slots=True)
class Authority:
    """What this lead may decide, and whom to ask for the rest."""

    may: frozenset[str] = frozenset()
    """Kinds of acts, ids of permits and of ways."""
    ask: Mapping[str, str] = field(default_factory=dict)
    """The same ids, with the stakeholder who may."""


@dataclass(frozen=True, slots=True)
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
    stakeholders: tuple[StakeholderSpec, ...] = ()
    profile: Profile | None = None
    tickets: tuple[TicketSpec, ...] = ()
    facts: tuple[FactSpec, ...] = ()
    questions: tuple[Question, ...] = ()
    incidents: tuple[IncidentSpec, ...] = ()
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
    first_number: int = 201
    """Number that the first ticket shows."""
    hints: tuple[tuple[str, str], ...] = ()
    """Practice hints: the id of a storyline item or window, and a line."""
