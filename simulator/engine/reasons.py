"""Reasons for putting a ticket off or declining it (B65)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.world import World

REASONS: Mapping[str, str] = {
    "urgent-first": "more urgent work comes first",
    "not-ours": "it belongs to another team",
    "no-time": "there is not enough time for it today",
    "not-allowed": "the rules do not allow it",
    "yourself": "there is a way to do it without us",
}
"""Reasons that every desk offers."""


def offered_reasons(world: World) -> dict[str, str]:
    """Return the reasons on offer, by id: the usual ones and the scenario's own."""
    return {**REASONS, **world.reasons}
