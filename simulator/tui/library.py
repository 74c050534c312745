"""The shelf of the installed app: the scenario library, the runs folder, the store."""

from __future__ import annotations

import secrets
from functools import cached_property
from typing import TYPE_CHECKING, cast

from scoring.rubric import Score
from simulator.errors import NotFound, ShiftleadError, WrongUse
from simulator.tui import say
from simulator.tui.session_desk import SessionDesk
from simulator.tui.shelf import Card

if TYPE_CHECKING:
    from simulator.engine.world import World
    from simulator.runs.lines import Mode
    from simulator.scenario.library import Loaded
    from simulator.store.rows import Row
    from simulator.store.shelf import Shelf
    from simulator.tui.desk import Desk
    from simulator.tui.past_shift import PastShift

NEW_SEEDS = 10_000
"""A seed that nobody chose lies below this, so that it is quickly typed again."""


class HomeShelf:
    """Where one person's shifts come from and go. Nothing is read before it is asked for."""

    def __init__(
        self, store: str | None, seed: int | None = None, mode: str = "practice",
        trainee: str = "", cohort: str = "",
    ) -> None:  # fmt: skip
        self._store = store
        self._seed = seed
        self._mode = cast("Mode", mode)
        self._trainee = trainee
        self._cohort = cohort
        self._titles: dict[str, str] = {}
        self._cards: tuple[Card, ...] = ()
        self._loaded: dict[str, Loaded] = {}

    @cached_property
    def _runs(self) -> Shelf:
        from simulator.store.shelf import Shelf

        return Shelf(self._store)

    # What there is -------------------------------------------------------------------------------

    def scenarios(self) -> tuple[Card, ...]:
        """Return the scenarios of the library; they are read once."""
        if not self._cards:
            self._cards = self._scenarios()
        return self._cards

    def _scenarios(self) -> tuple[Card, ...]:
        from simulator.scenario import library

        found = library.shelf()
        self._titles = {one.id: one.title for one in found}
        return tuple(
            Card(
                "scenario", one.id, one.title,
                f"{one.kind} · {one.grade} · {say.span(one.minutes)}",
                " ".join(part for part in (one.summary, one.content_note) if part),
            )
            for one in sorted(found, key=lambda one: (one.kind != "tutorial", one.title))
        )  # fmt: skip

    def unfinished(self) -> tuple[Card, ...]:
        """Return the runs that can be gone on with."""
        return tuple(
            self._card("unfinished", row, f"{say.span(row.minute)} in · seed {row.seed}")
            for row in self._runs.unfinished()
        )

    def finished(self) -> tuple[Card, ...]:
        """Return the finished runs, waiting and stored."""
        rows = [row for row in self._runs.rows() if row.state != "unfinished"]
        return tuple(
            self._card("finished", row, f"{row.ended or ''} · {_went(row)}".strip(" ·"))
            for row in rows
        )

    def _card(self, sort: str, row: Row, detail: str) -> Card:
        title = self._titles.get(row.scenario, row.scenario)
        opens = "enter opens its debrief, p practises a moment. " if sort == "finished" else ""
        title = f"{title}, trial" if row.parent else title
        summary = (
            f"{opens}Run {row.id[:8]}, {row.mode}, seed {row.seed}, version {row.scenario_version}."
        )
        return Card(sort, row.id, title, detail, summary)  # type: ignore[arg-type]

    def latest(self, scenario: str | None) -> str | None:
        """Return the run to go on with, of this scenario where one is named; None for none."""
        rows = self._runs.unfinished()
        return next((row.id for row in rows if scenario in {None, row.scenario}), None)

    # Playing -------------------------------------------------------------------------------------

    def world(self, scenario: str) -> World:
        """Return a scenario's world; raises `NotFound` or `WrongUse` where it cannot be played."""
        loaded = self._load(scenario)
        assert loaded.world is not None
        return loaded.world

    def _load(self, scenario: str) -> Loaded:
        from simulator.scenario import library

        if scenario not in self._loaded:
            loaded = library.load(scenario)
            if not loaded.ok:
                first = next((one for one in loaded.diagnostics if one.severity == "error"), None)
                if first is not None and first.code == "Y001":
                    raise NotFound(f"{first.message}.", first.help)
                what = (
                    f"{first.place.path}:{first.place.line}: {first.message}" if first else scenario
                )
                raise WrongUse(
                    f"This scenario cannot be played: {what}.",
                    "shiftlead validate shows all problems.",
                )
            self._loaded[scenario] = loaded
        return self._loaded[scenario]

    def plan(self) -> str:
        """Return the plan made last, "" for none, or where the store cannot be reached."""
        from simulator.store.notes import notes

        try:
            made = notes(self._runs.store(), kind="plan")
        except ShiftleadError:
            return ""
        return str(made[-1].content.get("plan", "")) if made else ""

    def start(self, scenario: str) -> Desk:
        """Begin a shift."""
        from simulator.runs.session import Session

        seed = secrets.randbelow(NEW_SEEDS) if self._seed is None else self._seed
        return SessionDesk(
            Session.start(
                self._load(scenario), self._runs.folder, seed, mode=self._mode,
                trainee=self._trainee, cohort=self._cohort,
            )
        )  # fmt: skip

    def resume(self, run: str) -> Desk:
        """Go on with a shift at the minute that was reached."""
        from simulator.runs.session import Session

        path = self._runs.path(run)
        if path is None:
            raise NotFound(
                f"The run {run[:8]} is not in {self._runs.folder}.", "It may be finished."
            )
        return SessionDesk(Session.resume(path))

    # Looking back --------------------------------------------------------------------------------

    def finish(self, desk: Desk) -> PastShift:
        """Score a shift that is over, and take it to the store; one that cannot go now waits."""
        from simulator.runs.file import read_run
        from simulator.store.outbox import deliver
        from simulator.tui.past_shift import PastShift

        session = cast("SessionDesk", desk).session
        session.finish()
        past = PastShift(read_run(session.path), self._runs)
        deliver(self._runs.folder, self._runs.store)
        return past

    def look_back(self, run: str) -> PastShift:
        """Return a finished run."""
        from simulator.tui.past_shift import PastShift

        return PastShift(self._runs.read(run), self._runs)

    def close(self) -> None:
        """Let go of the store."""
        if "_runs" in self.__dict__:
            self._runs.close()


def _went(row: Row) -> str:
    """Return a finished run's score in words, by how many competencies reached what is asked."""
    if row.score is None:
        return "no score"
    scored = [Score(points, of) for points, of in row.scores().values() if of]
    if not scored:
        return f"{row.score} of 100"
    reached = sum(one.acceptable() for one in scored)
    return f"{row.score} of 100, {reached} of {len(scored)} as asked for"
