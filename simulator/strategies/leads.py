"""The shipped leads by name."""

from __future__ import annotations

from simulator.strategies.registry import LEADS

__all__ = ["LEADS"]
