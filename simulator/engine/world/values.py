"""Small values that specifications are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A whole number drawn evenly between two, both included; equal ends draw nothing."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute told from an anchor.

    The anchor is "" for the start of the shift, `incident:ID` for the minute an incident starts,
    or `ticket:ID` for the minute a written ticket arrives. All of these are drawn with the seed,
    so a moment stands before the shift begins, whatever the lead does.
    """

    anchor: str
    plus: Span


def always(minutes: int) -> Span:
    """Return the span that is always this number of minutes."""
    return Span(minutes, minutes)
