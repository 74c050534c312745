"""Small phrases that several pages of plain mode share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.view import View

PLACES = {
    "break": "on a break",
    "talk": "in a talk with you",
    "away": "not in",
    "absent": "called in sick",
}
CALLS = {
    "on-call": "on the telephone",
    "with-visitor": "with a visitor at the counter",
    "wrap-up": "writing up a call",
}


def span(minutes: int) -> str:
    """Return a length of time: `12 min`, `1 h 40 min`."""
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{hours} h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} min")
    return " ".join(parts)


def left(minutes: int) -> str:
    """Return how long a target is away, or how long ago it was missed."""
    return f"{span(minutes)} left" if minutes >= 0 else f"{span(minutes)} late"


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: `a, b and c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


class Who:
    """Short names of people and tasks, taken from one view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._people = {a.id: a.short for a in view.team()}
        self._people |= {s.id: s.short for s in view.stakeholders()}
        self._people |= {"lead": "you", "desk": "the team", "": "nobody"}
        self._incidents = {i.id: i.name for i in view.incidents()}

    def person(self, key: str) -> str:
        """Return a person's short name."""
        return self._people.get(key, key)

    def task(self, key: str) -> str:
        """Return an incident's name, or a ticket as `#204`."""
        if not key or key in self._incidents:
            return self._incidents.get(key, key)
        return f"#{self._view.ticket(key).number}"
