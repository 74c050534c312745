"""A shift minute by minute, for its author: what is told, and the state behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import api, feelings, words
from simulator.runs.sentences import named, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.world import World


class Steps:
    """One seed of a scenario in which the lead does nothing but look."""

    def __init__(self, world: World, seed: int = 1) -> None:
        self.world, self.seed = world, seed
        self.state = api.open_shift(world, seed)
        self._clock = words.clock_of(world)
        self._told = 0

    @property
    def over(self) -> bool:
        """Whether the shift has ended."""
        return self.state.now >= self.world.length

    def go(self) -> list[str]:
        """Go on to the next minute in which something is told; return what is."""
        told = self._news()
        while not told and not self.over:
            api.advance(self.state, self.state.now + 1)
            told = self._news()
        return told

    def to(self, minute: int) -> list[str]:
        """Go on to a minute, and return what is told on the way."""
        api.advance(self.state, min(max(minute, self.state.now), self.world.length))
        return self._news()

    def _news(self) -> list[str]:
        table = named(self.world, words.names_at(self.state))
        entries = self.state.log[self._told :]
        self._told = len(self.state.log)
        said = [(one.at, sentence(one, table, self._clock)) for one in entries if one.seen]
        return [f"{self._clock(at)} {text}" for at, text in said if text]

    def rows(self) -> list[str]:
        """Return the state as lines: what a trainee never sees as figures, too."""
        return [f"{self._clock(self.state.now)}, seed {self.seed}", *self._people(), *self._rest()]

    def _people(self) -> Iterator[str]:
        state = self.state
        for one in state.analysts.values():
            stress, morale = (
                figure(one, state.now) // feelings.POINT
                for figure in (feelings.stress, feelings.morale)
            )
            doing = one.task or one.place
            yield f"{one.spec.short}: {doing}; stress {stress}, morale {morale}, trust {one.trust}"
        for other in state.stakeholders.values():
            yield f"{state.plan.stakeholders[other.id].short}: trust {other.trust}"

    def _rest(self) -> Iterator[str]:
        state = self.state
        waiting = sum(one.state == "new" for one in state.tickets.values())
        yield f"Waiting: {waiting} of {len(state.tickets)} tickets so far"
        yield f"Known facts: {', '.join(state.facts) or 'none'}"
        yield f"Flags: {', '.join(state.flags) or 'none'}"
        open_ = [ident for ident, one in state.scenes.items() if one.state in ("open", "put-off")]
        yield f"Scenes that wait: {', '.join(open_) or 'none'}"
        for incident in state.incidents.values():
            yield f"{incident.id}: {incident.state}"
