"""The shipped queue profiles against the desks they come from: `python -m benchmarks profiles`.

Each profile is drawn for `WEEKS` weeks, with one kind of ticket that leaves its effort and its
priorities to the profile. The real figures are as the logs gave them, not as the files round them;
the head of each profile names the log and what was counted in it. What was not measured in a desk's
own log has no row.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from simulator.engine import chance
from simulator.engine.demand import tickets_of
from simulator.scenario.library import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.engine.records.tickets import Birth
    from simulator.engine.world import World

WEEKS = 600
DAY = 24 * 60
BUSINESS_DAYS = range(5)
OFFICE_HOURS = range(8, 18)
SCENARIO = """\
schema: 1
scenario: a-desk
title: A desk
clock: {{starts: Mon 00:00, ends: Mon 23:59}}
skills: {{desk: Desk work}}
team: [{{id: ana, name: Ana Lopez, skills: {{desk: 3}}}}]
queue: {{profile: {}, mix: [{{id: ticket, share: 100%, skill: desk}}]}}
"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One figure of a simulated desk beside the real one's."""

    name: str
    ours: float
    real: float
    unit: str
    most: float | None = None
    """The most that the two may differ; None where the difference is only told."""

    @property
    def differs(self) -> float:
        """How far the simulated figure is from the real one."""
        return self.ours - self.real

    def missed(self) -> bool:
        """Return whether the two differ by more than they may."""
        return self.most is not None and abs(self.differs) > self.most

    def record(self) -> dict[str, object]:
        """Return the row as its JSON object."""
        return {**asdict(self), "ours": round(self.ours, 4), "differs": round(self.differs, 4)}

    def line(self) -> str:
        """Return the row as a line of the table."""
        most = "" if self.most is None else f"at most {self.most:g}"
        return (
            f"{self.name:82}{self.ours:8.2f} {self.unit:8} real{self.real:8.2f}  "
            f"differs{self.differs:+7.2f}  {most}"
        )


@dataclass(frozen=True, slots=True)
class Real:
    """What was measured at a real desk; empty where it was not."""

    profile: str
    hours: tuple[float, ...]
    """Share of tickets per hour of the day, percent."""
    week: tuple[float, ...] = ()
    """Monday to Sunday against the mean business day, percent."""
    dispersion: float | None = None
    """Variance over mean of hourly counts, weekday and hour taken out."""
    tuesdays: float | None = None
    """Variance over mean of the tickets of a Tuesday."""
    quick: float = 0
    """Share of quick work, percent."""
    quick_median: float = 0
    """Minutes."""
    priorities: tuple[tuple[float, float, float, float], ...] = ()
    """True priority by logged priority, percent of all tickets."""
    again: float | None = None
    """Share of tickets whose requester has called before on the same day, percent."""
    busiest: float | None = None
    """Share of a day's tickets that the busiest tenth of its callers raises, percent."""


DESKS = (
    Real(
        "front-desk-weekday",
        (0.85, 0.71, 0.46, 0.40, 0.39, 0.39, 1.07, 2.22, 10.36, 12.54, 11.80, 10.19,
         5.48, 6.75, 9.26, 8.77, 7.63, 4.35, 1.75, 1.07, 0.84, 1.37, 0.84, 0.51),
        week=(116.9, 93.4, 99.2, 95.5, 95.0, 13.1, 11.4), dispersion=3.0, tuesdays=6.0,
        quick=76.4, quick_median=11,
        priorities=((0.51, 0.06, 0.49, 0.02), (0.02, 1.12, 0.49, 0), (0, 0, 94.17, 0),
                    (0, 0, 0, 3.11)),
        again=11.1, busiest=19.1,
    ),
    Real(
        "application-support-weekday",
        (0.15, 0.05, 0.05, 0.08, 0.10, 0.05, 0.15, 1.23, 6.67, 12.61, 13.83, 12.40,
         8.64, 9.95, 11.28, 10.41, 8.92, 2.25, 0.49, 0.18, 0.18, 0.13, 0.13, 0.08),
        week=(110.7, 109.5, 94.3, 103.0, 82.5, 4.1, 0.9), quick=27.3, quick_median=20,
        priorities=((1.58, 0, 0, 0), (0, 14.22, 0, 0), (0, 0, 48.0, 0), (0, 0, 0, 36.2)),
    ),
    Real(
        "second-line-around-the-clock",
        (0.86, 1.02, 0.77, 0.77, 1.00, 1.13, 1.15, 2.49, 4.45, 7.82, 8.79, 9.19,
         7.08, 6.50, 9.20, 9.49, 7.83, 5.98, 3.42, 2.16, 2.66, 2.63, 2.28, 1.33),
        quick=16.7, quick_median=9,
        priorities=((0.04, 0, 0, 0), (0, 3.46, 0, 0), (0, 0, 53.55, 0), (0, 0, 0, 42.96)),
    ),
)  # fmt: skip


def rows() -> list[Likeness]:
    """Return every figure of every shipped profile that was measured in its log."""
    return [row for real in DESKS for row in _Desk(real).rows()]


class _Desk:
    """A profile drawn for many weeks, day by day."""

    def __init__(self, real: Real) -> None:
        self.real = real
        world = world_of(real.profile)
        self.days = [
            [_day(world, weekday, week * 7 + weekday) for week in range(WEEKS)]
            for weekday in range(7)
        ]
        self.tickets = [birth for days in self.days for day in days for birth in day]

    def rows(self) -> Iterable[Likeness]:
        """Return the figures."""
        real = self.real
        yield self._row("share of an hour, where it differs most", *_furthest(
            self._hours(), real.hours), "%", 0.5)  # fmt: skip
        if real.week:
            yield self._row("a weekday against the mean, where it differs most", *_furthest(
                self._week(), real.week), "%", 3)  # fmt: skip
        if real.dispersion is not None:
            yield self._row(
                "variance over mean of hourly counts", self._dispersion(), real.dispersion, "", 0.3
            )
        if real.tuesdays is not None:
            counts = [len(day) for day in self.days[1]]
            yield self._row(
                "variance over mean of a Tuesday's tickets", _over_mean([counts]), real.tuesdays, ""
            )
        yield from self._quick()
        yield self._row("true and logged priority, the cell that differs most", *_furthest(
            self._priorities(), [cell for row in real.priorities for cell in row]), "%", 0.5,
        )  # fmt: skip
        yield from self._callers()

    def _row(
        self, name: str, ours: float, real: float, unit: str, most: float | None = None
    ) -> Likeness:
        return Likeness(f"{self.real.profile}: {name}", ours, real, unit, most)

    def _hours(self) -> list[float]:
        """Return the share of each hour on business days, percent."""
        counts = Counter(
            birth.arrives // 60 for n in BUSINESS_DAYS for day in self.days[n] for birth in day
        )
        return [100 * counts[hour] / counts.total() for hour in range(24)]

    def _week(self) -> list[float]:
        counts = [sum(len(day) for day in days) for days in self.days]
        return [100 * 5 * count / sum(counts[:5]) for count in counts]

    def _dispersion(self) -> float:
        return _over_mean([
            [sum(birth.arrives // 60 == hour for birth in day) for day in self.days[n]]
            for n in BUSINESS_DAYS for hour in OFFICE_HOURS
        ])  # fmt: skip

    def _quick(self) -> Iterable[Likeness]:
        efforts = [
            birth.effort / 10_000 for birth in self.tickets
            if birth.words and chance.split(birth.words[0], birth.kind.quick)[0]
        ]  # fmt: skip
        share = 100 * len(efforts) / len(self.tickets)
        yield self._row("share of quick work", share, self.real.quick, "%", 1)
        yield self._row("median of quick work", median(efforts), self.real.quick_median, "min", 1)

    def _priorities(self) -> list[float]:
        counts = Counter((birth.kind.true, birth.kind.logged) for birth in self.tickets)
        return [
            100 * counts[true, logged] / counts.total()
            for true in range(1, 5) for logged in range(1, 5)
        ]  # fmt: skip

    def _callers(self) -> Iterable[Likeness]:
        if self.real.again is None or self.real.busiest is None:
            return
        days = [day for n in BUSINESS_DAYS for day in self.days[n] if day]
        again = sum(birth.earlier != "" for day in days for birth in day)
        tickets = sum(len(day) for day in days)
        yield self._row(
            "tickets of somebody who called before that day", 100 * again / tickets,
            self.real.again, "%", 1,
        )  # fmt: skip
        shares = [_of_busiest(day) for day in days]
        yield self._row(
            "tickets of a day's busiest tenth of callers", 100 * sum(shares) / len(shares),
            self.real.busiest, "%",
        )  # fmt: skip


def world_of(profile: str) -> World:
    """Return a desk with a shipped profile; raises `LookupError` where it cannot be loaded."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.yaml"
        path.write_text(SCENARIO.format(profile), encoding="utf-8")
        world = load(path).world
    if world is None:
        raise LookupError(profile)
    return world


def _day(world: World, weekday: int, seed: int) -> Sequence[Birth]:
    assert world.profile is not None
    whole = replace(world, starts=weekday * DAY, length=DAY)
    return tickets_of(whole, world.profile, seed)


def _furthest(ours: Sequence[float], real: Sequence[float]) -> tuple[float, float]:
    """Return the pair that differs most."""
    return max(zip(ours, real, strict=True), key=lambda pair: abs(pair[0] - pair[1]))


def _over_mean(series: Sequence[Sequence[int]]) -> float:
    """Return the variance over the mean of counts, each series around its own mean."""
    spread = total = 0.0
    for counts in series:
        mean = sum(counts) / len(counts)
        spread += sum((count - mean) ** 2 for count in counts) / (len(counts) - 1)
        total += mean
    return spread / total


def _of_busiest(day: Sequence[Birth]) -> float:
    """Return the share of a day's tickets that its busiest tenth of callers raised."""
    first: dict[str, str] = {}
    for birth in day:
        first[birth.id] = first[birth.earlier] if birth.earlier else birth.id
    calls = sorted(Counter(first.values()).values(), reverse=True)
    return sum(calls[: -(-len(calls) // 10)]) / len(day)
