"""A finished run to look back at: its debrief, its other futures, and where it may go."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.runs.playable import scenario_from
from simulator.tui.session_desk import DrillDesk, SessionDesk
from simulator.tui.shelf import Card, Swaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.debrief.attempts import Attempt
    from scoring.debrief.build import Debrief, First, Own
    from scoring.debrief.moment import Moment
    from scoring.debrief.two_futures import TwoFutures
    from simulator.runs.costliest import Costly
    from simulator.runs.drill import Exercise
    from simulator.runs.file import RunFile
    from simulator.runs.past import Past
    from simulator.store.shelf import Shelf
    from simulator.store.store import Store
    from simulator.tui.desk import Desk


class PastShift:
    """A finished run, and the runs among which it is."""

    def __init__(self, run: RunFile, runs: Shelf) -> None:
        self._file = run
        self._runs = runs
        self._loaded = scenario_from(run.texts)
        self._told: Debrief | None = None
        self.run = run.head.run

    @property
    def title(self) -> str:
        """The scenario's title."""
        return self._loaded.world.title

    @property
    def trial(self) -> str:
        """Of which shift it is a trial, and from when; "" for none."""
        from simulator.runs.trials import origin

        return origin(self._file)

    # What its trainee said ------------------------------------------------------------------------

    @property
    def own(self) -> Own | None:
        """What its trainee said; None for nothing, or where the store cannot be reached."""
        from simulator.errors import ShiftleadError
        from simulator.store.notes import own_words

        try:
            return own_words(self._runs.store(), self.run)
        except ShiftleadError:
            return None

    def competencies(self) -> tuple[str, ...]:
        """Return the competencies of the rubric, in its order."""
        return tuple(dict.fromkeys(one.competency for one in self._loaded.rubric.criteria))

    def keep_own(self, own: Own) -> None:
        """Keep one's own words and rating beside the run."""
        self._note("words", {"back": own.back, "keep": own.keep})
        if own.ratings:
            self._note("rating", {str(k): v for k, v in own.ratings.items()})

    def keep_plan(self, plan: str, day: str) -> None:
        """Keep a plan beside the run."""
        self._note("plan", {"plan": plan, "day": day})

    def _note(self, kind: str, content: Mapping[str, object]) -> None:
        from simulator.store.notes import write_note

        write_note(self._runs.store(), self.run, kind, content, date.today())  # type: ignore[arg-type]

    # The debrief, and other futures ---------------------------------------------------------------

    def debrief(self, own: Own | None) -> Debrief:
        """Return the debrief, beside one's own words."""
        from simulator.runs.debriefing import debrief_of

        self._told = debrief_of(self._file, own)
        return self._told

    @cached_property
    def _past(self) -> Past:
        from simulator.runs.past import Past

        return Past(self._file)

    def chance(self) -> tuple[int, int] | None:
        """Return between what chance alone moves the score; takes a second."""
        from simulator.runs.luck import spread

        return spread(self._past)

    def attempts(self) -> tuple[Attempt, ...]:
        """Return one's shifts of this scenario, this one among them."""
        from simulator.store.attempts import attempts

        return attempts(self._runs, self._file)

    def strong(self) -> tuple[TwoFutures, ...]:
        """Return this shift beside two strong runs of it; takes a third of a second."""
        from simulator.runs.strong import strong_runs

        return strong_runs(self._past, self._told or self.debrief(None))

    def swaps(self) -> Iterator[int | Swaps]:
        """Yield how many acts have been compared, then what came of it; takes seconds."""
        from simulator.runs.costliest import compared

        found: list[Costly] = []
        for act in compared(self._past):
            found.append(act)
            yield len(found)
        yield self._swaps(found)

    def _swaps(self, found: list[Costly]) -> Swaps:
        from simulator.runs import telling_what_if as telling
        from simulator.runs.costliest import in_order

        told = [act for act in in_order(found) if act.kind in telling.KINDS]
        if not found:
            return Swaps(telling.NO_ACTS, (), "")
        return Swaps(
            telling.above(told),
            tuple(telling.swapped(self._past, act) for act in told),
            "\n".join(telling.below(len(found) - len(told))),
            self._first_anew(found),
        )

    def _first_anew(self, found: list[Costly]) -> First | None:
        """Return the first screen without acts that chance went against; None where it stays."""
        from simulator.runs.costliest import unlucky
        from simulator.runs.debriefing import debrief_of

        entries = unlucky(self._past, found)
        if not entries or self._told is None:
            return None
        first = debrief_of(self._file, self._told.first.own, unlucky=entries).first
        return None if first == self._told.first else first

    def both_futures(self) -> TwoFutures | None:
        """Return a trial beside its shift; None where that one cannot be read any more."""
        from simulator.runs.trials import both_futures
        from simulator.store.trials import parent_of

        parent = parent_of(self._runs, self._file)
        return None if parent is None else both_futures(parent, self._file)

    def trials(self) -> tuple[Card, ...]:
        """Return the trials of this shift that were played to their ends, the latest first."""
        from simulator.runs.trials import from_when
        from simulator.store.trials import trials_of

        return tuple(
            Card("finished", row.id, from_when(self._runs.read(row.id)), _scored(row.score))
            for row in trials_of(self._runs, self.run)
        )

    def again_from(self, minute: int) -> Desk:
        """Return a shift that goes its own way from a minute of this one."""
        from simulator.runs.session import Session

        return SessionDesk(Session.fork(self._file, minute, self._runs.folder))

    # Practising -----------------------------------------------------------------------------------

    def exercises(self, debrief: Debrief) -> tuple[Exercise, ...]:
        """Return the moments that cost something, to practise."""
        from simulator.runs.drill import exercises

        return exercises(self._file, self._loaded.rubric, debrief.first.moments)

    def exercise(self, moment: Moment) -> Exercise:
        """Return a moment of the debrief, to practise."""
        from simulator.runs.drill import exercise_of

        return exercise_of(self._file, self._loaded.rubric, moment)

    def exercise_at(self, minute: int) -> Exercise:
        """Return what follows a minute, to practise."""
        from simulator.runs.drill import exercise_at

        return exercise_at(self._file, minute)

    def practise(self, exercise: Exercise) -> DrillDesk:
        """Begin an exercise."""
        from simulator.runs.drill import Drill

        return DrillDesk(Drill.begin(self._file, exercise))

    # Handing in -----------------------------------------------------------------------------------

    def handing(self) -> HandingIn | None:
        """Return the way to hand it in, None where there is no cohort; raises why it may not."""
        from simulator.store.cohorts import cohorts
        from simulator.store.hand_ins import let_go
        from simulator.store.handing_in import may_leave
        from simulator.store.outbox import deliver

        deliver(self._runs.folder, self._runs.store)
        store = self._runs.store()
        let_go(store, date.today())
        may_leave(store, store.find(self.run), self._file)
        known = [one.id for one in cohorts(store)]
        meant = self._file.head.cohort
        known.sort(key=lambda ident: ident != meant)
        return HandingIn(store, self._file, tuple(known)) if known else None


def _scored(score: int | None) -> str:
    return "no score" if score is None else f"{score} of 100"


class HandingIn:
    """What handing one run in to one of several cohorts means, and the doing of it."""

    def __init__(self, store: Store, run: RunFile, cohorts: tuple[str, ...]) -> None:
        self._store = store
        self._run = run.head.run
        self.cohorts = cohorts
        self.trainee = run.head.trainee
        """The id that it was played under; "" for none."""

    def lines(self, cohort: str, trainee: str) -> list[str]:
        """Return what leaves, to whom, for how long, and what stays; raises why it may not."""
        from simulator.store.handing_in import offer

        return offer(self._store, self._run, self._store, cohort, trainee, date.today()).lines()

    def hand_in(self, cohort: str, trainee: str) -> str:
        """Hand it in, and return what to say about it."""
        from simulator.store.handing_in import accept, offer

        today = date.today()
        made = offer(self._store, self._run, self._store, cohort, trainee, today)
        until = accept(made, self._store, today)
        back = f"shiftlead hand-in {self._run[:8]} --cohort {cohort} --back"
        return (
            f"Handed in. {cohort} has it until {until.isoformat()}; this takes it back:\n\n{back}"
        )
