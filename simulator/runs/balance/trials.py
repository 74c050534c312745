"""The shifts that a calibration rests on, and what is asked of them again and again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.runs.outcomes import middle
from simulator.strategies.registry import CARELESS, PLAIN, REFERENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from scoring.rubric import Rubric
    from simulator.engine.world import World
    from simulator.runs.simulate import Simulated
    from simulator.runs.watched import Answered


@dataclass(frozen=True, slots=True)
class Trial:
    """One shift of a calibration."""

    lead: str
    luck: int
    run: Simulated
    acts: tuple[str, ...]
    """Kinds of acts that were given, each once."""
    answers: tuple[Answered, ...]
    words: int
    """Words of the scenario's prose that were read in it."""
    opened: tuple[str, ...] = ()
    """Scenes that opened, each once."""
    asked: tuple[int, ...] = ()
    """Minutes at which something asked for the lead."""

    @property
    def seed(self) -> int:
        """The seed it was played with."""
        return self.run.seed


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an author may want to look at."""

    code: str
    message: str
    certainty: str
    """What it rests on, in words: `in 12 of 20 shifts`."""
    seed: int | None = None
    """A seed that shows it; None where no single shift does."""
    lead: str = ""
    """The lead that shows it with this seed; "" for none."""

    def record(self) -> dict[str, object]:
        """Return it as a JSON object of `calibrate --json`."""
        return {
            "code": self.code,
            "message": self.message,
            "certainty": self.certainty,
            "seed": self.seed,
        }


class Trials:
    """All shifts of one scenario's calibration."""

    def __init__(self, world: World, rubric: Rubric, trials: Iterable[Trial]) -> None:
        self.world = world
        self.rubric = rubric
        self.all = tuple(trials)
        """Every shift, those under other lucks included."""

    @cached_property
    def by_lead(self) -> Mapping[str, Sequence[Trial]]:
        """The shifts over seeds, by lead."""
        found: dict[str, list[Trial]] = {}
        for trial in self.all:
            if not trial.luck:
                found.setdefault(trial.lead, []).append(trial)
        return found

    @cached_property
    def reference(self) -> Sequence[Trial]:
        """The shifts of the reference leads over seeds."""
        return self.of(REFERENCE)

    @cached_property
    def careless(self) -> Sequence[Trial]:
        """The shifts of the careless leads over seeds."""
        return self.of(CARELESS)

    def of(self, leads: Collection[str]) -> Sequence[Trial]:
        """Return the shifts of some leads over seeds."""
        return [trial for name in self.by_lead if name in leads for trial in self.by_lead[name]]

    def median(self, lead: str) -> int | None:
        """Return a lead's median score; None without a score."""
        return middle(
            [one.run.score for one in self.by_lead.get(lead, ()) if one.run.score is not None]
        )

    def medians(self, leads: Iterable[str]) -> dict[str, int]:
        """Return the median scores of these leads that have one, the highest first."""
        found = {lead: median for lead in leads if (median := self.median(lead)) is not None}
        return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def role_of(lead: str) -> str:
    """Return what a lead is there for: reference, plain, careless or wording."""
    for role, leads in (("reference", REFERENCE), ("plain", PLAIN), ("careless", CARELESS)):
        if lead in leads:
            return role
    return "wording"


def counted(some: int, of: int, what: str = "shifts") -> str:
    """Return how often something was seen, in words."""
    return f"in {some} of {of} {what}"
