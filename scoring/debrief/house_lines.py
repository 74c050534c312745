"""What is said of a level whose band is a house's own: its line, and how the level came about.

A rubric's words name the figures that the rubric itself asks for. Where a house asks for others,
they would be false, and the house's figures stand in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.assess import earned, second_look
from scoring.debrief.figures import LEVELS, band_words, beside_words

if TYPE_CHECKING:
    from scoring.log import Log
    from scoring.rubric import Criterion, Filling, Value


def expected_words(share: int) -> str:
    """Return the share of a lead's time that a house expects on tickets (permille), in words."""
    return f"the {share / 10:g}% of the time that a lead here spends on tickets"


def feedback_words(log: Log, criterion: Criterion, filling: Filling) -> str:
    """Return the words for a level that was reached; the rubric's, unless the band is a house's."""
    if filling.level is None:
        return ""
    level = criterion.level(filling.level)
    if not level.house:
        return level.feedback
    if filling.figure is None:
        return house_lines(criterion, 4)
    alone, second = earned(criterion, filling.figure), second_look(log, criterion)
    if alone == level.value or criterion.also is None or second is None:
        return house_lines(criterion, level.value, 4)
    lowered = beside_words(second[1].value, criterion.also.measure)
    return (
        f"{_name(alone)} by the figure alone; with {lowered} it is {_name(level.value)}. "
        f"{house_lines(criterion, alone)}"
    )


def anchor_words(criterion: Criterion, value: Value) -> str:
    """Return the visible behaviour of a level; "" where a house's line stands in its place."""
    level = criterion.level(value)
    return "" if level.house else level.anchor


def best_words(criterion: Criterion) -> str:
    """Return what the best level looks like, as it stands inside a sentence, without a stop."""
    best = anchor_words(criterion, 4) or house_lines(criterion, 4)
    best = best.rstrip(".")
    return f"{best[:1].lower()}{best[1:]}"


def house_lines(criterion: Criterion, *values: Value) -> str:
    """Return the figures that these levels take in this house, as a sentence."""
    share = criterion.scope.hands_on
    beyond = f", beyond {expected_words(share)}" if share else ""
    first, *more = dict.fromkeys(values)
    if not more:
        return f"Your house's line for {_name(first)}: {_line(criterion, first)}{beyond}."
    lines = "; ".join(f"for {_name(one)}, {_line(criterion, one)}" for one in (first, *more))
    return f"Your house's lines: {lines}{beyond}."


def _line(criterion: Criterion, value: Value) -> str:
    band = criterion.level(value).band
    return "no figure" if band is None else band_words(band, criterion.measure)


def _name(value: Value) -> str:
    return LEVELS[value].capitalize()
