"""One run being played: the only place where acts, clock and disk meet.

Screens, the plain mode and scripts all play through a `Session`. An act is on disk before the
engine hears of it, so nothing that was acknowledged is ever lost.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self, cast

from scoring.assess import Assessment, assess
from scoring.log import Log
from simulator.engine import api
from simulator.engine.acts.base import Given, Refusal
from simulator.engine.acts.shapes import AnyAct, Withdraw
from simulator.errors import RunOver, WrongUse
from simulator.runs.acts_json import clean
from simulator.runs.file import SUFFIX
from simulator.runs.head import first_lines
from simulator.runs.journal import Journal
from simulator.runs.lines import HourLine, Parent
from simulator.runs.playable import playable
from simulator.runs.replay import follow, opened, scenario_of
from simulator.runs.side import Side, read_side, write_side
from simulator.strategies.protocol import ADDRESSED, needs_lead, next_need, worth_a_look

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.engine.log import LogEntry
    from simulator.engine.state import State
    from simulator.runs.file import RunFile
    from simulator.runs.lines import Mode, Source
    from simulator.runs.playable import Playable
    from simulator.scenario.library import Loaded

HOUR = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of giving an act."""

    given: Given
    refusal: Refusal | None
    """Why it is not possible; None where it was taken up."""
    entries: tuple[LogEntry, ...]
    """What the log says about it, as far as it was written at once."""


class Session:
    """A run that is open for playing. Close it, or use it in a `with`."""

    leaving: ClassVar[str] = "This shift is kept; shiftlead play --resume --plain goes on with it."
    """What becomes of it when it is left before its end."""

    def __init__(
        self, journal: Journal, head_run: str, loaded: Playable, state: State, mode: Mode
    ) -> None:
        self._journal = journal
        self._side = read_side(journal.path)
        self._noted = 0
        self.run = head_run
        """The run's id."""
        self.loaded = loaded
        self.state = state
        """The engine's own; read it through `view`."""
        self.view = api.view(state)
        """What the lead can see; its `new()` tells what came since the last call."""
        self.mode = mode
        self.given: list[Given] = []
        """The acts so far as they are on disk, those of earlier sittings too."""
        self.assessment: Assessment | None = None
        """None until the run is finished."""

    # Ways to begin --------------------------------------------------------------------------------

    @classmethod
    def start(
        cls,
        scenario: Loaded | Playable,
        folder: Path,
        seed: int,
        mode: Mode = "practice",
        by: Source = "person",
        trainee: str = "",
        cohort: str = "",
        luck: int = 0,
        parent: Parent | None = None,
        today: date | None = None,
    ) -> Self:
        """Begin a new run with a journal in `folder`.

        Raises `WrongUse` for a script in an assessment and for ids that do not fit, `CannotWrite`
        where the folder does not allow it.
        """
        if mode == "assessment" and by == "script":
            raise WrongUse(
                "An assessment is played by a person.",
                "Leave out --script, or play in practice mode.",
            )
        loaded = playable(scenario)
        run = str(uuid.uuid4())
        lines = first_lines(
            loaded, run=run, seed=seed, luck=luck, mode=mode, by=by, trainee=trainee, cohort=cohort,
            parent=parent,
        )  # fmt: skip
        state = api.open_shift(loaded.world, seed, luck)
        session = cls(Journal.begin(folder / (run + SUFFIX), *lines), run, loaded, state, mode)
        session._keep(started=today or date.today())
        return session

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Open an unfinished run again, at the very minute that was reached.

        Raises `NotFound`, `RunLocked`, `RunOver`, `RunAltered`, `RunDiffers` or `OtherRules`, each
        of which says what to do.
        """
        journal, run = Journal.reopen(path)
        try:
            loaded = scenario_of(run)
            session = cls(journal, run.head.run, loaded, opened(run, loaded), run.head.mode)
            session._follow(run)
        except BaseException:
            journal.close()
            raise
        return session

    @classmethod
    def fork(cls, run: RunFile, at: int, folder: Path, today: date | None = None) -> Self:
        """Begin a run that goes its own way from a minute of another, before the acts of it."""
        if not 0 <= at <= run.minute:
            raise WrongUse(f"The run has no minute {at}; its last is {run.minute}.")
        head = run.head
        session = cls.start(
            scenario_of(run), folder, head.seed, by=head.by, trainee=head.trainee, luck=head.luck,
            parent=Parent(run=head.run, at=at), today=today,
        )  # fmt: skip
        try:
            for given in run.acts:
                if given.at >= at:
                    break
                session._go(given.at)
                session.give(cast("AnyAct", given.act), given.words)
            session._go(at)
            session._keep()
        except BaseException:
            session.close()
            raise
        return session

    def _follow(self, run: RunFile) -> None:
        """Replay what the journal holds, then the minutes after its last line."""
        self.given = [*run.acts]
        for step in run.steps:
            follow(self.state, [step])
            if isinstance(step, HourLine):
                self._noted = step.at
        self._go(max(self.now, self._side.minute))

    # What there is ------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._journal.path

    @property
    def now(self) -> int:
        """Minutes since the shift began."""
        return self.state.now

    @property
    def over(self) -> bool:
        """Whether the shift has ended."""
        return self.state.over

    # What can be done ---------------------------------------------------------------------------

    def give(self, act: AnyAct, words: str = "") -> Answer:
        """Put an act on disk, then let it be taken up; a refused one costs nothing.

        Raises `RunOver` after the end of the shift and `CannotWrite` where the disk does not take
        it: then it was not taken up either.
        """
        if self.over:
            raise RunOver("The shift is over.", "Look at the debrief, or try a moment again.")
        refusal = api.possible(self.state, act)
        given = Given(self.state.acts, self.now, act, clean(words))
        before = len(self.state.log)
        self._journal.act(given)
        self.given.append(given)
        taken = api.give(self.state, act, given.words)
        assert taken.number == given.number
        return Answer(taken, refusal, tuple(self.state.log[before:]))

    def take_back(self) -> Answer:
        """Take the last act of this minute back; it is logged as withdrawn and never scored.

        Raises `RunOver` once the clock has moved on, or where nothing can be taken back.
        """
        number = self.view.withdrawable()
        if number is not None:
            return self.give(Withdraw(number))
        raise RunOver("There is nothing to take back: the clock has moved on.")

    def advance(self, minutes: int = 1) -> tuple[LogEntry, ...]:
        """Let so many minutes pass, at most to the end of the shift; return what happened."""
        entries = self._go(self.now + max(0, minutes))
        self._keep()
        return entries

    def advance_until_addressed(self, minutes: int) -> tuple[LogEntry, ...]:
        """Let so many minutes pass, fewer where something is addressed to the lead before that.

        A message that is overtaken by what happened stops the clock too, once.
        """
        end = self.now + max(0, minutes)
        known = {one.number for one in self.view.agenda().overtaken}
        entries: list[LogEntry] = []
        while not self.over and self.now < end:
            fresh = self._go(max(self.now + 1, min(api.next_due(self.state), end)))
            entries += fresh
            if any(entry.seen and entry.kind in ADDRESSED for entry in fresh):
                break
            if not known.issuperset(one.number for one in self.view.agenda().overtaken):
                break
        self._keep()
        return tuple(entries)

    def advance_until_needed(self, most: int | None = None) -> tuple[LogEntry, ...]:
        """Run until something needs the lead or is worth a look; return what happened.

        It runs `most` minutes at most, where that is said.
        """
        end = self.state.world.length if most is None else self.now + most
        entries: list[LogEntry] = []
        while not self.over and self.now < end:
            soon = next_need(self.view, self.now)
            stop = min(api.next_due(self.state), end, end if soon is None else soon)
            fresh = self._go(max(self.now + 1, stop))
            entries += fresh
            if self.over or needs_lead(fresh, self.view) or worth_a_look(fresh):
                break
        self._keep()
        return tuple(entries)

    def _go(self, minute: int) -> tuple[LogEntry, ...]:
        """Advance to a minute, noting each full hour on the way."""
        entries: list[LogEntry] = []
        while not self.state.over and self.now < minute:
            hour = (self.now // HOUR + 1) * HOUR
            entries += api.advance(self.state, min(minute, hour))
            if self.now == hour and self._noted < hour:
                self._journal.hour(hour, len(self.state.log), api.digest(self.state))
                self._noted = hour
        return tuple(entries)

    def finish(self, today: date | None = None) -> Assessment:
        """Score the shift, write log and seal, and close the run.

        Raises `RunOver` while the shift still goes on.
        """
        if not self.state.over:
            raise RunOver(
                f"The shift still goes on, at minute {self.now}.", "Play it to its end first."
            )
        log = tuple(self.state.log)
        self.assessment = assess(Log(log), self.loaded.rubric)
        self._journal.seal(log, log[-1].at, api.digest(self.state), self.assessment.digest())
        self._keep(ended=today or date.today())
        self.close()
        return self.assessment

    def _keep(self, started: date | None = None, ended: date | None = None) -> None:
        """Remember the minute, and the dates."""
        side = Side(
            started=started or self._side.started, ended=ended or self._side.ended, minute=self.now
        )
        if side != self._side:
            self._side = side
            write_side(self.path, side)

    def close(self) -> None:
        """Close the journal; the run can be resumed. May be called twice."""
        self._journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()
