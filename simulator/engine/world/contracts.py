"""What a contract with somebody outside says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.engine.world.values import Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that a call can cite: how soon an answer is owed (B126)."""

    id: str
    text: str
    within: int
    """Minutes."""
    severity: int = 4
    """The lowest severity it holds for, 1 to 4: a clause for severity 1 holds for nothing else."""
    always: bool = False
    """Whether it holds outside the contract's hours."""


@dataclass(frozen=True, slots=True)
class Contract:
    """How fast somebody outside has to answer, and how well they keep to it."""

    clauses: tuple[Clause, ...]
    luck: Span
    """Share of the contract's time that an answer takes, percent, by luck."""
    hours: tuple[int, int] | None = None
    """Minutes of the shift between which the contract's clock runs; None for all of it."""
    late: int = 0
    """Permille of calls that are answered late."""
    late_by: Span | None = None
    """Minutes by which they are, unless somebody chases."""
