"""The catalogue of the log: every kind of entry, its fields, and the sentence that tells it.

One table: the source of `docs/log.md`, of the loader's suggestions, and of every screen's and
report's words for what happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.catalogue import (
    acts,
    channels,
    course,
    incidents,
    orders,
    people,
    shift,
    team,
    tickets,
    words,
)
from simulator.engine.catalogue.fields import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CATALOGUE", "Field", "Kind"]

CATALOGUE: Mapping[str, Kind] = {
    kind.name: kind
    for room in (shift, acts, tickets, channels, incidents, course, words, orders, people, team)
    for kind in room.KINDS
}
"""Every kind of entry by its name."""
