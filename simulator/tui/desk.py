"""What the app needs from a shift being played; a test can pass a desk of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.debrief.two_futures import TwoFutures
    from simulator.engine.acts.base import Act, Given, Refusal
    from simulator.engine.log import LogEntry
    from simulator.engine.seen import (
        Agenda,
        AnalystView,
        CallView,
        ConflictView,
        DecisionView,
        FactView,
        IncidentView,
        PromiseView,
        QuestionView,
        SceneView,
        StakeholderView,
        TicketView,
        WordingView,
    )
    from simulator.engine.standing import Standing
    from simulator.engine.world import World


class Counts(Protocol):
    """The few figures of the header."""

    @property
    def waiting(self) -> int:
        """Tickets that wait."""
        ...

    @property
    def trend(self) -> int:
        """Above zero when the queue grows, below when it shrinks."""
        ...

    @property
    def p1(self) -> int:
        """Open matters of priority 1."""
        ...

    @property
    def calls(self) -> int:
        """Phones that ring for the lead."""
        ...

    @property
    def longest_call(self) -> int:
        """The longest wait of the calls that ring for the desk, in minutes."""
        ...

    @property
    def due_soon(self) -> int:
        """What has its target in the next 15 minutes."""
        ...


class Sight(Protocol):
    """The part of the engine's `View` that a screen draws from."""

    @property
    def now(self) -> int:
        """Minutes since the shift began."""
        ...

    @property
    def world(self) -> World:
        """What the scenario says."""
        ...

    @property
    def length(self) -> int:
        """Minutes the shift lasts."""
        ...

    def tickets(self) -> Iterable[TicketView]:
        """Return the open tickets that stand on their own, the most pressing first."""
        ...

    def ticket(self, ident: str) -> TicketView:
        """Return one ticket."""
        ...

    def declined(self) -> Iterable[TicketView]:
        """Return the tickets that were declined."""
        ...

    def calls(self) -> Iterable[CallView]:
        """Return who rings or stands at the counter and waits, the longest first."""
        ...

    def standing_orders(self) -> Iterable[Standing]:
        """Return the standing orders that count, the oldest first."""
        ...

    def team(self) -> Iterable[AnalystView]:
        """Return the analysts in roster order."""
        ...

    def stakeholders(self) -> Iterable[StakeholderView]:
        """Return the people outside the team."""
        ...

    def incidents(self) -> Iterable[IncidentView]:
        """Return the incidents that are suspected or declared."""
        ...

    def agenda(self) -> Agenda:
        """Return what the lead is busy with."""
        ...

    def promises(self) -> Iterable[PromiseView]:
        """Return the words that are owed."""
        ...

    def check_ins(self) -> Iterable[tuple[str, int]]:
        """Return the look-ins that were agreed: with whom, at which minute."""
        ...

    def facts(self) -> Iterable[FactView]:
        """Return what the lead knows."""
        ...

    def scenes(self) -> Iterable[SceneView]:
        """Return the scenes that wait for an answer."""
        ...

    def questions(self, who: str) -> Iterable[QuestionView]:
        """Return what can be asked of somebody."""
        ...

    def wordings(self, to: str, about: str, element: str) -> Iterable[WordingView]:
        """Return the wordings offered for one element of a message."""
        ...

    def decisions(self) -> Iterable[DecisionView]:
        """Return the decisions that can be recorded."""
        ...

    def conflicts(self) -> Iterable[ConflictView]:
        """Return the friction that has shown itself."""
        ...

    def header(self) -> Counts:
        """Return the figures of the header."""
        ...

    def strip(self, count: int) -> Sequence[LogEntry]:
        """Return the last entries that the lead saw and that have a sentence, newest first."""
        ...

    def possible(self, act: Act) -> Refusal | None:
        """Return why an act is not possible now, or None."""
        ...

    def cost(self, act: Act) -> int:
        """Return the lead minutes an act takes."""
        ...

    def done_at(self, act: Act) -> int:
        """Return the minute at which an act given now takes effect."""
        ...


class Desk(Protocol):
    """A shift being played. Every act is on disk before it is taken up."""

    @property
    def run(self) -> str:
        """The run's id."""
        ...

    @property
    def mode(self) -> str:
        """`practice` or `assessment`."""
        ...

    @property
    def over(self) -> bool:
        """Whether the shift has ended."""
        ...

    @property
    def drill(self) -> bool:
        """Whether this is a moment to practise, of which nothing is kept."""
        ...

    def acts(self) -> Sequence[Given]:
        """Return the acts that were given so far, in earlier sittings too."""
        ...

    def hint(self, scene: str = "") -> str:
        """Return a line of help for a scene, or for what has just begun; "" for none."""
        ...

    def view(self) -> Sight:
        """Return what the lead sees now; valid until the next change."""
        ...

    def give(self, act: Act, words: str = "") -> Refusal | None:
        """Order an act; return why not, where it was refused."""
        ...

    def advance(self, minutes: int = 1) -> None:
        """Let so many minutes pass."""
        ...

    def advance_until_needed(self) -> None:
        """Let time pass until something needs the lead, or the shift ends."""
        ...

    def take_back(self) -> bool:
        """Take the last act of this minute back; return whether there was one."""
        ...

    def close(self) -> None:
        """Let go of the run; it can be resumed at the same minute."""
        ...


class Drill(Desk, Protocol):
    """A moment that is practised."""

    def beside(self) -> TwoFutures:
        """Return what went another way than the first time."""
        ...
