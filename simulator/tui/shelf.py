"""What the first page offers: shifts to go on with, to begin, to look back at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from scoring.debrief.build import Debrief, Own
    from simulator.engine.world import World
    from simulator.tui.desk import Desk

Sort = Literal["unfinished", "scenario", "finished"]


@dataclass(frozen=True, slots=True)
class Card:
    """One line of the first page."""

    sort: Sort
    id: str
    """A run's or a scenario's id."""
    title: str
    detail: str = ""
    """A few words behind the title: kind, grade, how long; or the minute that was reached."""
    summary: str = ""
    """Two or three lines, shown while the card is marked."""


class Finished(Protocol):
    """A finished shift to look back at."""

    @property
    def title(self) -> str:
        """The scenario's title."""
        ...

    @property
    def run(self) -> str:
        """The run's id."""
        ...

    @property
    def own(self) -> Own | None:
        """What its trainee said before seeing anything; None while nothing was said."""
        ...

    def competencies(self) -> tuple[str, ...]:
        """Return the competencies that can be rated."""
        ...

    def debrief(self, own: Own | None) -> Debrief:
        """Return the debrief, beside one's own words."""
        ...

    def keep_own(self, own: Own) -> None:
        """Keep one's own words and rating beside the run."""
        ...

    def keep_plan(self, plan: str, day: str) -> None:
        """Keep a plan beside the run."""
        ...

    def again_from(self, minute: int) -> Desk:
        """Return a shift that goes its own way from a minute of this one."""
        ...


class Shelf(Protocol):
    """Where shifts come from and finished ones go."""

    def scenarios(self) -> tuple[Card, ...]:
        """Return the scenarios of the library."""
        ...

    def unfinished(self) -> tuple[Card, ...]:
        """Return the runs that can be gone on with, the last one played first."""
        ...

    def finished(self) -> tuple[Card, ...]:
        """Return the finished runs, the last one first."""
        ...

    def world(self, scenario: str) -> World:
        """Return a scenario's world, for the briefing."""
        ...

    def plan(self) -> str:
        """Return the plan made last, for the briefing to ask about; "" for none."""
        ...

    def start(self, scenario: str) -> Desk:
        """Begin a shift."""
        ...

    def resume(self, run: str) -> Desk:
        """Go on with a shift at the minute that was reached."""
        ...

    def finish(self, desk: Desk) -> Finished:
        """Finish a shift that is over."""
        ...

    def look_back(self, run: str) -> Finished:
        """Return a finished run."""
        ...
