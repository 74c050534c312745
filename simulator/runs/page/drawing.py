"""Curves as points of a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.debrief.picture import Curve

WIDTH, HEIGHT, EDGE = 320, 64, 4
"""Of a drawing, in its own units, and the room around the curve."""


def points(curve: Curve) -> str:
    """Return a curve as the points of an SVG polyline; time runs to the right, more is higher.

    The scale runs from the lowest to the highest value; one that never changes lies in the middle.
    """
    first, last = curve.minutes[0], curve.minutes[-1]
    low, high = min(curve.values), max(curve.values)
    found = []
    for minute, value in zip(curve.minutes, curve.values, strict=True):
        across = EDGE + (WIDTH - 2 * EDGE) * (minute - first) / max(1, last - first)
        share = (value - low) / (high - low) if high > low else 0.5
        found.append(f"{across:.1f},{HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share:.1f}")
    return " ".join(found)
