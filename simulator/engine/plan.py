"""What can be derived from a world once, and is then shared by every state and fork of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.engine import births
from simulator.engine.feelings import POINT, limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.records.tickets import Birth
    from simulator.engine.world import (
        AnalystSpec,
        ConflictSpec,
        DecisionSpec,
        FactSpec,
        IncidentSpec,
        PlannedChange,
        Question,
        StakeholderSpec,
        StorySpec,
        TicketSpec,
        WindowSpec,
        Wording,
        World,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A world, indexed by id, with the storyline items that each kind of entry can wake."""

    world: World
    analysts: Mapping[str, AnalystSpec]
    stakeholders: Mapping[str, StakeholderSpec]
    incidents: Mapping[str, IncidentSpec]
    changes: Mapping[str, PlannedChange]
    conflicts: Mapping[str, ConflictSpec]
    facts: Mapping[str, FactSpec]
    questions: Mapping[str, Question]
    story: Mapping[str, StorySpec]
    places: Mapping[str, int]
    """Storyline items and their places in the file."""
    wordings: Mapping[str, Wording]
    decisions: Mapping[str, DecisionSpec]
    windows: Mapping[str, WindowSpec]
    followed: Mapping[str, tuple[str, ...]]
    """Incident or planned change: the incidents that can follow it."""
    woken_by: Mapping[str, tuple[tuple[str, str], ...]]
    """Kind of entry: the storyline items whose condition it can change, each with the subject the
    entry has to be about; "" for any."""
    limits: tuple[int, ...]
    """The limits of stress in thousandths of a point, lowest first."""
    told: Mapping[str, tuple[str, ...]]
    """What a reading says of each analyst at 0 to 100 points: `priya:64`; nothing on a desk of
    which no readings are taken."""
    telephones: bool
    """Whether calls ring on this desk, visitors stand and chats hurry."""
    fixed: tuple[Birth, ...]
    """Written tickets of which nothing is drawn: the same ones in every seed."""
    drawn: tuple[TicketSpec, ...]
    """The other written tickets."""
    moving: tuple[TicketSpec, ...]
    """Of these, the ones whose minute is drawn too."""
    arrivals: Mapping[str, int]
    """The minute of the written tickets that arrive at the same one in every seed."""


@lru_cache(maxsize=64)
def plan_of(world: World) -> Plan:
    """Return the plan of a world, the same one for each of its shifts."""
    woken: dict[str, list[tuple[str, str]]] = {}
    for item in world.storyline:
        if item.when is not None:
            for touch in sorted(item.when.touched_by):
                kind, _, subject = touch.partition("@")
                woken.setdefault(kind, []).append((item.id, subject))
    fixed, written = births.fixed_births(world), births.written(world)
    same = {one.id for one in fixed}
    followed: dict[str, list[str]] = {}
    for incident in world.incidents:
        if incident.follows is not None:
            followed.setdefault(incident.follows.of, []).append(incident.id)
    return Plan(
        world=world,
        analysts={one.id: one for one in world.team},
        stakeholders={one.id: one for one in world.stakeholders},
        incidents={one.id: one for one in world.incidents},
        changes={one.id: one for one in world.changes},
        conflicts={one.id: one for one in world.conflicts},
        facts={one.id: one for one in world.facts},
        questions={one.id: one for one in world.questions},
        story={one.id: one for one in world.storyline},
        places={one.id: place for place, one in enumerate(world.storyline)},
        wordings={one.id: one for one in world.wordings},
        decisions={one.id: one for one in world.decisions},
        windows={one.id: one for one in world.windows},
        followed={of: tuple(ids) for of, ids in followed.items()},
        woken_by={kind: tuple(ids) for kind, ids in woken.items()},
        limits=tuple(sorted(points * POINT for points in limits(world.rules))),
        told=_told(world) if world.rules.reading_every else {},
        telephones=world.phones is not None and world.rules.live_channels,
        fixed=fixed,
        drawn=tuple(one for one in written if one.id not in same),
        moving=tuple(one for one in written if not births.is_fixed(one.at)),
        arrivals={one.id: one.at.plus.low for one in written if births.is_fixed(one.at)},
    )


def _told(world: World) -> dict[str, tuple[str, ...]]:
    """Return what a reading says of each analyst, written once for all readings of all shifts."""
    return {one.id: tuple([f"{one.id}:{n}" for n in range(101)]) for one in world.team}
