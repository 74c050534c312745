"""A `Session` as the app's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from simulator.errors import RunOver

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act, Refusal
    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.runs.session import Session


class SessionDesk:
    """Passes on; the session writes every act to disk before it is taken up."""

    def __init__(self, session: Session) -> None:
        self.session = session

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
        return self.session.give(cast("AnyAct", act), words).refusal

    def advance(self, minutes: int = 1) -> None:
        """Let so many minutes pass."""
        self.session.advance(minutes)

    def advance_until_needed(self) -> None:
        """Let time pass until something needs the lead."""
        self.session.advance_until_needed()

    def take_back(self) -> bool:
        """Take the last act of this minute back; return whether there was one."""
        try:
            return self.session.take_back().refusal is None
        except RunOver:
            return False

    def close(self) -> None:
        """Let go of the run."""
        self.session.close()
