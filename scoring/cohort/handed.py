"""One run that was handed in, and the terms it was handed in on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from scoring.assess import Assessment
    from scoring.judgement import Judgement

Sees = Literal["aggregate", "pseudonymous", "named"]
"""What a cohort's people see: groups only, single runs under a pseudonym, or with trainee ids."""

LONGEST_RETENTION = 12
"""Months that a cohort may keep a run."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a cohort is for, as its trainees were told before they handed in."""

    cohort: str
    purpose: str
    sees: Sees
    months: int
    """How long a run handed in is kept."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A run that was handed in, without its file."""

    run: str
    trainee: str
    scenario: str
    scenario_version: str
    scenario_hash: str
    epoch: int
    seed: int
    mode: str
    by: str
    """Whether its acts came from a person or a script."""
    forked: bool
    """Whether it was played on from a moment of another run."""
    minutes: int
    """Simulated minutes."""
    started: date | None
    ended: date | None
    handed_in: date
    until: date
    attempt: int
    """This trainee's first, second ... run of this scenario among those handed in here."""
    assessment: Assessment
    judgements: tuple[Judgement, ...] = ()
    """What trainers say about its levels, and contests that were handed in along."""
