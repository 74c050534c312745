"""Forms of a scenario: the same opportunities with another cause, other callers, other answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its seeds, and what of the scenario it does not have."""

    id: str
    seeds: frozenset[int]
    """Seeds that are always of this form."""
    without: frozenset[str]
    """What belongs to another form, as `scene:keys-call`, `ticket:hall-7`, or, inside an incident,
    `theory:update/power-dip`."""
