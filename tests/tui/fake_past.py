"""A shelf with a shift that is over, and its debrief as the playthrough tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.attempts import Attempt
from scoring.debrief.build import Debrief, First, Own
from scoring.debrief.desk import Row
from scoring.debrief.levels import Arithmetic
from scoring.debrief.moments import Moment
from scoring.debrief.picture import Curve, Picture
from scoring.debrief.plans import Plan
from scoring.debrief.telling import Telling
from scoring.debrief.two_futures import Happened, Pair, TwoFutures
from simulator.errors import WrongUse
from simulator.runs.drill import Exercise
from simulator.runs.telling_what_if import Swapped
from simulator.tui.shelf import Card, Swaps
from tests.tui.fakes import FakeDesk, FakeSight, payday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.world import World


class FakeShelf:
    """Two scenarios, one unfinished run, one finished."""

    def __init__(self, desk: FakeDesk | None = None) -> None:
        self.desk = desk or FakeDesk()
        self.begun: list[str] = []

    def scenarios(self) -> tuple[Card, ...]:
        return (
            Card("scenario", "tutorial", "First shift", "tutorial · entry · 40 min",
                 "A quiet morning with three people. It never counts."),
            Card("scenario", "payroll-friday", "Payroll Friday", "outage · entry · 3 h 30",
                 payday().summary),
        )  # fmt: skip

    def unfinished(self) -> tuple[Card, ...]:
        return (Card("unfinished", "r-1", "Payroll Friday", "Fri 08:41 reached · seed 10"),)

    def finished(self) -> tuple[Card, ...]:
        return (Card("finished", "r-0", "First shift", "seed 3 · finished"),)

    def world(self, scenario: str) -> World:
        return self.desk.sight.world

    def plan(self) -> str:
        return ""

    def start(self, scenario: str) -> FakeDesk:
        self.begun.append(scenario)
        return self.desk

    def resume(self, run: str) -> FakeDesk:
        self.begun.append(run)
        return self.desk

    def finish(self, desk: object) -> FakeFinished:
        return FakeFinished()

    def look_back(self, run: str) -> FakeFinished:
        return FakeFinished()


MOMENTS = (
    Moment(
        title="08:52-09:27, payroll portal", at=52, criterion="delegation.lets-work-move", level=1,
        went_well=False,
        known=("08:27 Priya had had no break", '08:52 Priya: "Expired cert on C. And now?"'),
        did=("09:04 you wrote to Marta Lind",),
        led_to=("the portal stood still for 35 minutes",),
        another_way="Outcome, limits and check-in in one sentence (published: I1)",
        entry=80, try_from=27,
    ),
    Moment(
        title="09:22, the last step to Aisha", at=82, criterion="people.grows-someone", level=4,
        went_well=True, known=("a step that can be undone",), did=("09:22 you worked alongside",),
        led_to=("Aisha did node B alone by 11:13",), another_way="", entry=141, try_from=80,
    ),
)  # fmt: skip


SWAPS = Swaps(
    "What if? One act swapped, your later acts follow, 16 futures with the same past.",
    (
        Swapped(
            27, "08:27 you gave the Payroll portal to Priya, to report each step and wait",
            "Costly: the other way does better over many futures, and did here.",
            "What if you gave the Payroll portal to Priya, to decide and act alone",
            ("  Payroll portal: away: −32 min (eight in ten: −37 to −26)",),
            "2 of your later acts had no place in it and were left out.",
        ),
    ),
    "7 other acts were compared too.",
)  # fmt: skip


class FakeDrill(FakeDesk):
    """A moment that is practised."""

    drill = True

    def beside(self) -> TwoFutures:
        return both_futures()


def both_futures() -> TwoFutures:
    """Return a trial in which the portal worked again a quarter of an hour sooner."""
    return TwoFutures(
        at=27, until=57, clock=lambda minute: f"{8 + minute // 60:02d}:{minute % 60:02d}",
        totals=(59, 67), levels=(Pair("Does the work stand still?", "poor (1)", "good (4)"),),
        desk=(Pair("Portal away", "79 minutes", "64 minutes"),), curves=(),
        happened=(Happened("the Payroll portal worked again", 99, 84, True),),
    )  # fmt: skip


class FakeHanding:
    """A run that may go to one cohort."""

    cohorts = ("autumn",)

    def __init__(self, trainee: str = "t-1") -> None:
        self.trainee = trainee
        self.handed: list[tuple[str, str]] = []

    def lines(self, cohort: str, trainee: str) -> list[str]:
        if " " in trainee:
            raise WrongUse(f"[{trainee}] is not an id.", "Use letters.")
        return [f"Cohort:    {cohort}", "What leaves:", f"- your id {trainee}"]

    def hand_in(self, cohort: str, trainee: str) -> str:
        self.handed.append((cohort, trainee))
        return f"Handed in. {cohort} has it until 2026-11-22."


class FakeFinished:
    """The playthrough's debrief, as values."""

    title = "Payroll Friday"
    run = "r-0"
    own = Own("09:12", "the talk with Tomas and Priya", {"communication": 80})

    def __init__(self) -> None:
        self.trial = ""
        self.to_hand_in: FakeHanding | None = None
        self.practised: list[Exercise] = []
        self.plans: list[tuple[str, str]] = []
        self.again: list[int] = []

    def competencies(self) -> tuple[str, ...]:
        return ("delegation", "communication", "prioritisation", "people")

    def debrief(self, own: Own | None) -> Debrief:
        minutes = tuple(range(0, 211, 5))
        waiting = Curve("tickets waiting", tuple(8 + m % 60 // 5 for m in minutes), minutes)
        plan = Plan("Start", "payroll writes on payday", "open it within ten minutes", "p")
        stop = Plan("Stop", "somebody sure takes a P1", "say what they may do", "d")
        return Debrief(
            first=First(
                own or Own(), Picture((waiting,), (("communicate", 40), ("delegate", 21))),
                MOMENTS, (stop, plan), 37, (("communication", 80, 44),),
            ),
            levels=(), arithmetic=Arithmetic((), 59, 60, 13, 15, (56, 64)),
            desk=(Row("Portal away", "79 minutes"),), curves=(waiting,),
            telling=Telling({}, lambda minute: f"{8 + minute // 60:02d}:{minute % 60:02d}"),
        )  # fmt: skip

    def keep_own(self, own: Own) -> None:
        raise AssertionError("it is kept already")

    def keep_plan(self, plan: str, day: str) -> None:
        self.plans.append((plan, day))

    def again_from(self, minute: int) -> FakeDesk:
        self.again.append(minute)
        return FakeDesk()

    def both_futures(self) -> TwoFutures | None:
        return both_futures() if self.trial else None

    def trials(self) -> tuple[Card, ...]:
        return (Card("finished", "r-2", "A trial from 08:27", "67 of 100"),)

    def attempts(self) -> tuple[Attempt, ...]:
        return (
            Attempt("2026-11-20", 12, {"delegation": 40}, 36),
            Attempt("2026-11-22", 900, {"delegation": 67}, 59, here=True),
        )

    def strong(self) -> tuple[TwoFutures, ...]:
        return (both_futures(),)

    def chance(self) -> tuple[int, int] | None:
        return 56, 64

    def swaps(self) -> Iterator[int | Swaps]:
        yield 1
        yield SWAPS

    def exercises(self, debrief: Debrief) -> tuple[Exercise, ...]:
        return tuple(self.exercise(one) for one in debrief.first.moments if not one.went_well)

    def exercise(self, moment: Moment) -> Exercise:
        return Exercise(moment.title, moment.try_from - 2, moment.try_from + 30)

    def exercise_at(self, minute: int) -> Exercise:
        return Exercise("", minute - 2, minute + 30)

    def practise(self, exercise: Exercise) -> FakeDrill:
        self.practised.append(exercise)
        return FakeDrill(FakeSight(now=exercise.at, length=exercise.until))

    def handing(self) -> FakeHanding | None:
        return self.to_hand_in
