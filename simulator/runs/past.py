"""A finished run as the past of other futures: read once, and replayed once for all its acts."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

from simulator.engine import api
from simulator.errors import NotFound
from simulator.runs.contents import only_finished
from simulator.runs.following import acts_in_force, entries_of_acts
from simulator.runs.replay import opened, scenario_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.base import Given
    from simulator.engine.state import State
    from simulator.runs.contents import RunFile


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
        self._before: dict[int, State] = {}

    def opened(self) -> State:
        """Return the shift at its first minute."""
        return opened(self.run, self.loaded)

    def before(self, given: Given) -> State:
        """Return the shift as it was when an act was given, before it: to look at and to fork."""
        if not self._before:
            state = self.opened()
            for one in self.run.acts:
                api.advance(state, one.at)
                self._before[one.number] = api.fork(state)
                api.give(state, one.act, one.words)
        return self._before[given.number]

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
