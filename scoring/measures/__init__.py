"""Measures: pure functions from a log to a figure and the entries behind it."""

from __future__ import annotations

from scoring.measures import (  # noqa: F401  (importing a module registers its measures)
    asking,
    check_ins,
    choice,
    communication,
    delegation,
    executive,
    freedom,
    looking,
    order_of_work,
    pattern,
    people,
    prioritisation,
    process,
    remote,
    setting_aside,
    way_on,
)
from scoring.measures.describe import docs
from scoring.measures.registry import MEASURES, NEEDS, Figure, Measure, NoNeed

__all__ = ["MEASURES", "NEEDS", "Figure", "Measure", "NoNeed", "docs"]
