"""How many people call, so that as many call again on one day as at the real desk."""

from __future__ import annotations

TENTH = 10
FEWEST, MOST = 10, 100_000
"""Bounds of a profile's number of callers."""


def again(people: int, busiest: float, tickets: float) -> float:
    """Return the expected share of a day's tickets from somebody who called before on that day.

    As in a shift: a share `busiest` of the tickets comes from a tenth of the people, evenly, and
    the others from the rest.
    """
    often = max(1, people // TENTH)
    seldom = max(1, people - often)
    callers: float = sum(
        size * (1 - (1 - min(1.0, part / size)) ** tickets)
        for size, part in ((often, busiest), (seldom, 1 - busiest))
    )
    return 1 - callers / tickets


def people_for(share: float, busiest: float, tickets: float) -> int:
    """Return the number of people with whom so large a share of a day's tickets calls again."""
    low, high = FEWEST, MOST
    while low < high:
        middle = (low + high) // 2
        if again(middle, busiest, tickets) > share:
            low = middle + 1
        else:
            high = middle
    return low
