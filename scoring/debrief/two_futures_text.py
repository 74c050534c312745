"""Two futures of one shift as plain text at a given width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.lines import BARS, Page, points_words, scale_of, spark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.picture import Curve
    from scoring.debrief.two_futures import Happened, Pair, TwoFutures

MOST = 24
"""Lines of what happened that are told."""
ACTS = 6
"""The first so many acts of the lead's are among them; then what the world did goes first."""
MOST_CURVES = 6
STRONG_ACTS = 16
"""Of a strong run, acts that are told."""
STRONG_CURVES = 3
WORDS = 36
"""Characters that a curve's words take beside its bars, and what stands before both."""

OF_A_TRIAL = "Every arrow goes from the shift as you played it to this trial."
STRONG = (
    "The same shift with the same luck, led by scripts that follow its author's notes: they know "
    "where to look, and nothing tires them. Look at what was done, and when; how far the figures "
    "are apart says little. “You” is whoever leads."
)
OF_A_MOMENT = "Every arrow goes from the first time to this time."
ALIKE = "Nothing that stood on the screen came out otherwise."


def two_futures_page(both: TwoFutures, width: int = 80, bars: str = BARS) -> str:
    """Return a shift and a trial of it side by side."""
    page = Page(width)
    page.head(f"Two futures from {both.clock(both.at)}")
    page.say(OF_A_TRIAL)
    score, again = map(points_words, both.totals)
    page.say(f"Mean of the competencies: {score} → {again}")
    _events(page, both)
    _pairs(page, "Levels that differ", both.levels)
    _pairs(page, "The desk's figures that differ", both.desk)
    _curves(page, both, bars)
    return page.text()


def strong_page(runs: Sequence[TwoFutures], width: int = 80, bars: str = BARS) -> str:
    """Return strong runs of a shift: what was done in each, and what came of it."""
    page = Page(width)
    page.head("Strong runs of this shift, beside yours")
    page.say(STRONG)
    for number, both in enumerate(runs, 1):
        page.head(f"Strong run {number} of {len(runs)}: what was done, and when")
        _done(page, both)
        _pairs(page, f"The desk's figures, yours → strong run {number}", both.desk)
        _curves(page, both, bars, STRONG_CURVES)
    return page.text()


def _done(page: Page, both: TwoFutures) -> None:
    """Add the first acts of the second of two futures."""
    acts = sorted(
        (one.again, one.text) for one in both.happened if not one.turn and one.again is not None
    )
    for at, text in acts[:STRONG_ACTS]:
        page.say(text, f"{both.clock(at)}  ")
    if len(acts) > STRONG_ACTS:
        page.say(f"and {len(acts) - STRONG_ACTS} more")


def moment_page(both: TwoFutures, width: int = 80, bars: str = BARS) -> str:
    """Return a moment that was played once more beside the first time."""
    page = Page(width)
    page.head(f"The moment once more, {both.clock(both.at)} to {both.clock(both.until)}")
    page.say(OF_A_MOMENT)
    _pairs(page, "What it is about, as far as it went", both.levels)
    _events(page, both)
    _curves(page, both, bars)
    return page.text()


def _events(page: Page, both: TwoFutures) -> None:
    """Add what happened in one only, or at another minute."""
    page.head(f"What happened from {both.clock(both.at)} on, and when")
    acts = [one for one in both.happened if not one.turn]
    turns = [one for one in both.happened if one.turn]
    for one in sorted([*acts[:ACTS], *turns, *acts[ACTS:]][:MOST], key=lambda one: one.at):
        _line(page, one, both)
    if len(both.happened) > MOST:
        page.say(f"and {len(both.happened) - MOST} more acts and turns")
    if not both.happened:
        page.say(ALIKE)


def _curves(page: Page, both: TwoFutures, bars: str, most: int = MOST_CURVES) -> None:
    """Add the curves that part; nothing where none does."""
    if both.curves:
        page.head("Curves that part, the furthest first")
        for pair in both.curves[:most]:
            _curve(page, *pair, bars)


def _pairs(page: Page, heading: str, pairs: tuple[Pair, ...]) -> None:
    """Add what has two values, with its heading; nothing where there is nothing."""
    if pairs:
        page.head(heading)
        for one in pairs:
            page.say(one.name)
            page.say(f"{one.first} → {one.again}", "  ", "    ")


def _line(page: Page, one: Happened, both: TwoFutures) -> None:
    first, again = ("–" if at is None else both.clock(at) for at in (one.first, one.again))
    page.say(one.text, f"{first:>5} → {again:<5}  ")


def _curve(page: Page, first: Curve, again: Curve, bars: str) -> None:
    """Add one curve of both, drawn to one scale."""
    room = max(8, min(page.width - WORDS, 42))
    scale = scale_of((*first.values, *again.values))
    page.say(again.name)
    for sign, one in ((" ", first), ("→", again)):
        page.lines.append(f"  {sign} {spark(one.values, room, bars, scale)}  {one.words()}")
