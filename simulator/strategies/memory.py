"""What a scripted lead remembers of its shift: what it did, what came to nothing, what it saw."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Escalate

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.log import LogEntry
    from simulator.engine.view import View

TRIES = 2
"""Times an act may come to nothing before it is let be."""

AGAIN_AFTER = 5
"""Minutes before an act that came to nothing is tried once more."""

TARGETS = ("task", "ticket", "incident", "to", "scene", "what", "person", "conflict", "who")
"""Fields that say what an act is about, the first that it has."""


def target(act: AnyAct) -> str:
    """Return what an act is about: a task's, a person's or another id; "" for the whole desk.

    A request for help is about its task and whom it goes to.
    """
    if isinstance(act, Escalate):
        return request(act.task, act.to)
    return next((str(getattr(act, name)) for name in TARGETS if hasattr(act, name)), "")


def request(task: str, to: str) -> str:
    """Return what a request for help with a task is remembered under, by whom it went to."""
    return f"{task} to {to}"


@dataclass(slots=True)
class Memory:
    """One lead's memory of one shift."""

    entries: list[LogEntry] = field(default_factory=list)
    """Everything the lead could see so far."""
    fresh: list[LogEntry] = field(default_factory=list)
    """What has become visible since the lead was asked last."""
    _by_kind: dict[str, list[LogEntry]] = field(default_factory=dict)
    _acts: list[AnyAct] = field(default_factory=list)
    _given: dict[tuple[str, str], int] = field(default_factory=dict)
    _nothing: dict[AnyAct, list[int]] = field(default_factory=dict)

    def take_up(self, view: View) -> None:
        """Read what is new, and mark the acts that came to nothing."""
        read = self.entries[-1].number if self.entries else -1
        self.fresh = [entry for entry in view.new() if entry.number > read]
        self.entries += self.fresh
        for entry in self.fresh:
            self._by_kind.setdefault(entry.kind, []).append(entry)
            if entry.kind in ("act.failed", "act.refused"):
                self._came_to_nothing(str(entry.data["act"]), entry.at)

    def _came_to_nothing(self, kind: str, minute: int) -> None:
        for act in reversed(self._acts):
            if act.kind == kind:
                self._nothing.setdefault(act, []).append(minute)
                return

    def note(self, act: AnyAct, minute: int) -> None:
        """Remember that an act was given."""
        self._acts.append(act)
        self._given[act.kind, target(act)] = minute

    def given(self, kind: str, about: str = "") -> int | None:
        """Return the minute at which such an act was last given; None for never."""
        return self._given.get((kind, about))

    def lately(self, kind: str, about: str, now: int, minutes: int) -> bool:
        """Return whether such an act was given within the last minutes."""
        last = self.given(kind, about)
        return last is not None and now - last < minutes

    def worth_trying(self, act: AnyAct, now: int) -> bool:
        """Return whether an act has not just come to nothing, nor twice already."""
        tries = self._nothing.get(act, ())
        return not tries or (len(tries) < TRIES and now - tries[-1] >= AGAIN_AFTER)

    def seen(self, kind: str, subject: str = "") -> list[LogEntry]:
        """Return the entries of a kind that were seen, about this reference or about any."""
        return [e for e in self._by_kind.get(kind, ()) if subject in ("", e.subject)]
