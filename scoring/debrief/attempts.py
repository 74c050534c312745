"""One's shifts of the same scenario, one beside the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.lines import Page, points_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ONE_ONLY = "There is no other shift of yours here to lay beside it yet."
READ_IT = (
    "Another seed is another morning, and luck alone moves a score, as the arithmetic says: look "
    "at several before you see a way up or down."
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One shift that was played to its end."""

    day: str
    """The day on which it ended; "" where nobody noted it."""
    seed: int
    scores: Mapping[str, int | None]
    """Points of 100 by competency."""
    total: int | None
    here: bool = False
    """Whether it is the one that is looked back at."""


def attempts_page(attempts: Sequence[Attempt], width: int = 80) -> str:
    """Return shifts with their scores, in the order of their days."""
    page = Page(width)
    page.head("Your shifts of this scenario")
    if len(attempts) < 2:
        page.say(ONE_ONLY)
        return page.text()
    for one in sorted(attempts, key=lambda one: one.day):
        scores = ", ".join(f"{name} {points_words(points)}" for name, points in one.scores.items())
        which = "this shift" if one.here else f"seed {one.seed}"
        page.say(
            f"{which}: {points_words(one.total)}; {scores}", f"{one.day or 'no day noted'}  ", "  "
        )
    page.lines.append("")
    page.say(READ_IT)
    return page.text()
