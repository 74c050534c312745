"""A finished run as the past of other futures: read once, and replayed once for all its acts."""

from __future__ import annotations

from functools import cached_property
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from simulator.engine import api
from simulator.engine.acts.base import Given
from simulator.engine.acts.shapes import Answer
from simulator.errors import NotFound
from simulator.runs.contents import only_finished
from simulator.runs.following import acts_in_force, entries_of_acts
from simulator.runs.replay import opened, scenario_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.state import State
    from simulator.runs.contents import RunFile


class Undone(NamedTuple):
    """A minute of a run at which a need stood in words on the screen, and nothing was done."""

    number: int
    """The last act that had been given by then; `NONE_YET` for none."""
    at: int
    entry: int
    """The entry that opened the need: a window's opening, or a scene's."""
    act: None = None
    words: str = ""


Point = Given | Undone
"""Where a run could have gone another way: at an act, or where there was none."""

NONE_YET = -1


class Past:
    """What the futures of a run have in common.

    Raises `RunOver` for an unfinished run and `OtherRules` for one that cannot be replayed.
    """

    def __init__(self, run: RunFile) -> None:
        only_finished(run)
        self.run = run
        self.loaded = scenario_of(run)
        self.acts = acts_in_force(run.log, run.acts)
        """Those that were neither refused nor withdrawn."""
        self.entries = entries_of_acts(run.log)
        """The entry that logged each act as given, by the act's number."""
        self._after: dict[Undone, State] = {}
        """The shift at each point that was asked for."""

    def opened(self) -> State:
        """Return the shift at its first minute."""
        return opened(self.run, self.loaded)

    def before(self, point: Point) -> State:
        """Return the shift as it was at a point, before what was given: to look at and to fork."""
        if isinstance(point, Given):
            return self._before[point.number]
        if point not in self._after:
            self._after[point] = self._at(point)
        return self._after[point]

    def _at(self, point: Undone) -> State:
        """Return the shift at the end of a minute, after what was given in it."""
        if point.number == NONE_YET:
            state = self.opened()
        else:
            state = api.fork(self._before[point.number])
            last = next(one for one in self.run.acts if one.number == point.number)
            api.give(state, last.act, last.words)
        api.advance(state, point.at)
        return state

    @cached_property
    def _before(self) -> dict[int, State]:
        """The shift before each of its acts, by the act's number."""
        found: dict[int, State] = {}
        state = self.opened()
        for one in self.run.acts:
            api.advance(state, one.at)
            found[one.number] = api.fork(state)
            api.give(state, one.act, one.words)
        return found

    @property
    def last(self) -> int:
        """The minute of the last act that was in force; 0 for none."""
        return max((one.given.at for one in self.acts), default=0)

    def undone(self, at: int, entry: int) -> Undone:
        """Return the point at the end of a minute, after what was given in it."""
        number = max((one.number for one in self.run.acts if one.at <= at), default=NONE_YET)
        return Undone(number, at, entry)

    def entry_of(self, point: Point) -> int:
        """Return the entry that logged an act as given, or opened what nothing was done about."""
        return self.entries[point.number] if isinstance(point, Given) else point.entry

    def lucks(self, many: int) -> Iterator[int]:
        """Yield so many lucks other than the run's own."""
        return islice((luck for luck in count(1) if luck != self.run.head.luck), many)

    def act_given(self, entry: int) -> Given:
        """Return the act that an entry of the log, of any kind about an act, tells of.

        Raises `NotFound` where it tells of none.
        """
        if 0 <= entry < len(self.run.log) and self.run.log[entry].kind.startswith("act."):
            number = self.run.log[entry].data.get("number")
            found = next((one for one in self.run.acts if one.number == number), None)
            if found is not None:
                return found
        raise NotFound(
            f"Entry {entry} of this run is no act that was given.",
            "shiftlead what-if RUN lists them.",
        )

    def act_behind(self, entry: int) -> int | None:
        """Return the number of the act that an entry follows from; None where there is none."""
        log = self.run.log
        if log[entry].kind == "scene.answered":
            return self._answers.get(str(log[entry].data.get("scene")))
        while entry >= 0:
            one = log[entry]
            if one.kind.startswith("act.") and "number" in one.data:
                return int(str(one.data["number"]))
            entry = one.because
        return None

    @cached_property
    def _answers(self) -> dict[str, int]:
        """The number of the act that answered each scene."""
        given = [one.given for one in self.acts]
        return {one.act.scene: one.number for one in given if isinstance(one.act, Answer)}
