"""Figures, and the bands that earn a level, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.measures import MEASURES

if TYPE_CHECKING:
    from scoring.measures.registry import Unit
    from scoring.rubric import Band

LEVELS = {4: "good", 3: "acceptable", 2: "marginal", 1: "poor"}
"""What the levels are called."""

NOUNS = {
    "targets-missed": ("missed target", "missed targets"),
    "delegated-gaps": ("thing missing", "things missing"),
    "needless-updates": ("update without news", "updates without news"),
    "first-jargon": ("technical or vague wording", "technical or vague wordings"),
    "untrue": ("untrue statement", "untrue statements"),
    "wrong-doors": ("request to the wrong place", "requests to the wrong place"),
}
"""What a measure counts, one and many."""

OF = {
    "friction-quality": "for how the talk was held",
    "decision-complete": "for what the decision said",
    "reading-before": "of reading before anything was given away",
    "reading-beside": "of reading what was beside it",
    "stretch-time": "until somebody had work to grow by",
    "decision-time": "until it was decided",
    "requests-complete": "held in your requests",
    "hand-off-notes": "said in the notes with begun work that moved on",
    "pulled-in-order": "taken from the queue under an order said with its reason",
}
"""What a figure is of, for measures that are taken beside another one."""


def figure_words(value: int | None, unit: Unit, measure: str = "") -> str:
    """Return a figure with its unit, in words; `measure` names what is counted."""
    if value is None:
        return "nothing to measure"
    if unit == "permille":
        if value in (0, 1000):
            return "none of it" if value == 0 else "all of it"
        return f"{(value + 5) // 10} in a hundred"
    if unit == "minutes":
        return f"{value} minute" if value == 1 else f"{value} minutes"
    if unit == "points":
        return f"{value} of 3 points"
    one, many = NOUNS.get(measure, ("", ""))
    return f"{value or 'no'} {one if value == 1 else many}" if one else str(value)


def measured(value: int | None, measure: str) -> str:
    """Return a figure of a measure in words; of one that is no longer known, the number."""
    known = MEASURES.get(measure)
    if known is None:
        return "no figure" if value is None else str(value)
    return figure_words(value, known.unit, measure)


def beside_words(value: int | None, measure: str) -> str:
    """Return a figure that was taken beside another one, so with what it is of."""
    return f"{measured(value, measure)} {OF.get(measure, '')}".rstrip()


def band_words(band: Band, measure: str) -> str:
    """Return the figures of a band in words: `up to 8 minutes`, `26 minutes or more`."""
    low, high = band[0] or 0, band[1]
    known = MEASURES.get(measure)
    share = known is not None and known.unit == "permille"
    if low == high or (share and low == 1000):
        return measured(low, measure)
    if high is None or (share and high >= 1000):
        return f"{measured(low, measure)} or more" if low else "any figure"
    if not share:
        start = f"{low} to" if low else "up to"
        return f"{start} {measured(high, measure)}"
    # What is said in hundredths ends before the next band begins, not in the middle of its first.
    end = f"under {measured(high + 1, measure)}" if high < 999 else "less than all of it"
    return f"{(low + 5) // 10} to {end}" if low else end
