"""A `Session` as the app's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from simulator.engine.acts.shapes import Answer, NotNow
from simulator.engine.words import clock_of
from simulator.errors import RunOver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.two_futures import TwoFutures
    from simulator.engine.acts.base import Act, Given, Refusal
    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.engine.world import Hint
    from simulator.runs.drill import Drill
    from simulator.runs.session import Session


class SessionDesk:
    """Passes on; the session writes every act to disk before it is taken up."""

    drill = False

    def __init__(self, session: Session) -> None:
        self.session = session
        practice = session.mode == "practice"
        hints = session.state.world.hints if practice else ()
        self._hints = {one.about: one for one in hints}
        self._fresh: dict[str, Hint] = {}
        self._read = 0
        self._watch()

    @property
    def run(self) -> str:
        """The run's id."""
        return self.session.run

    @property
    def mode(self) -> str:
        """`practice` or `assessment`."""
        return self.session.mode

    @property
    def over(self) -> bool:
        """Whether the shift has ended."""
        return self.session.over

    def view(self) -> View:
        """Return what the lead sees now."""
        return self.session.view

    def give(self, act: Act, words: str = "") -> Refusal | None:
        """Order an act; return why not, where it was refused."""
        refusal = self.session.give(cast("AnyAct", act), words).refusal
        if refusal is None and not isinstance(act, Answer | NotNow):
            self._fresh.clear()
        self._watch()
        return refusal

    def acts(self) -> Sequence[Given]:
        """Return the acts that were given so far, as they are on disk."""
        return tuple(self.session.given)

    def advance(self, minutes: int = 1) -> None:
        """Let so many minutes pass."""
        self.session.advance(minutes)
        self._watch()

    def advance_until_needed(self) -> None:
        """Let time pass until something needs the lead."""
        self.session.advance_until_needed()
        self._watch()

    def hint(self, scene: str = "") -> str:
        """Return a line of help for a scene, or the newest that is not about one."""
        state = self.session.state
        standing = [one for one in self._fresh.values() if one.holds(state)]
        if scene:
            return next((one.says for one in standing if one.about == scene), "")
        scenes = {item.id for item in state.world.storyline if item.scene}
        return next((one.says for one in reversed(standing) if one.about not in scenes), "")

    def _watch(self) -> None:
        """Look for what a hint of the scenario is about, as it begins."""
        log = self.session.state.log
        for entry in log[self._read :]:
            for part in ("scene", "text", "window"):
                key = entry.data.get(part)
                if isinstance(key, str) and key in self._hints:
                    self._fresh[key] = self._hints.pop(key)
        self._read = len(log)

    def take_back(self) -> bool:
        """Take the last act of this minute back; return whether there was one."""
        try:
            return self.session.take_back().refusal is None
        except RunOver:
            return False

    def close(self) -> None:
        """Let go of the run."""
        self.session.close()


class DrillDesk(SessionDesk):
    """A moment that is practised."""

    drill = True

    def __init__(self, session: Drill) -> None:
        super().__init__(session)
        self._drill = session
        clock = clock_of(session.state.world)
        self._until = clock(session.exercise.until)

    def hint(self, scene: str = "") -> str:
        """Return how long the moment lasts; no scene has a hint here."""
        return "" if scene else f"Practice until {self._until}; then you see what went another way."

    def beside(self) -> TwoFutures:
        """Return what went another way than the first time."""
        return self._drill.beside()
