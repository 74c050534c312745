"""What happened, told line by line; scenes in full, in practice with feedback and hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import whole
from simulator.cli.output import say
from simulator.cli.plain import notes
from simulator.engine import words
from simulator.engine.casing import capital
from simulator.runs.sentences import filled, named, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.acts.base import Refusal
    from simulator.engine.log import LogEntry
    from simulator.engine.world import Hint
    from simulator.runs.session import Session


class Teller:
    """Tells what the lead can see of a run being played."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._world = session.state.world
        self._clock = words.clock_of(self._world)
        self._scenes = {i.id: i.scene for i in self._world.storyline if i.scene is not None}
        self._named: tuple[int, words.Names] = (-1, {})
        self._practice = session.mode == "practice"
        self._hints = {one.about: one for one in self._world.hints} if self._practice else {}
        self._due: list[Hint] = []
        """Hints to tell as soon as no other scene waits."""

    def clock(self, minute: int) -> str:
        """Return a minute of the shift as the clock shows it."""
        return self._clock(minute)

    def refusal(self, why: Refusal) -> str:
        """Return why an act is not possible."""
        return words.refusal(why, self._names(), self.clock)

    def sentence(self, entry: LogEntry) -> str:
        """Return an entry as a sentence, "" for one that is never told."""
        if not entry.seen:
            return ""
        told = sentence(entry, self._names(), self.clock)
        if entry.kind == "ticket.arrived":
            return f"{told} (P{entry.data['logged']})"
        return told

    def _names(self) -> words.Names:
        """Return what things are called now; made anew once the log has grown."""
        length = len(self._session.state.log)
        if self._named[0] != length:
            self._named = (length, named(self._world, words.names_at(self._session.state)))
        return self._named[1]

    def tell(self, entries: Iterable[LogEntry]) -> None:
        """Tell what happened, each with its minute."""
        for entry in entries:
            if entry.kind == "scene.opened":
                self._tell_scene(str(entry.data["scene"]), entry.at)
            else:
                told = self.sentence(entry)
                if told:
                    say(f"{self.clock(entry.at)} {told}")
            if entry.kind == "scene.answered" and self._practice:
                self._tell_feedback(entry)
            self._note_hints(entry)
        self._tell_hints()

    def _tell_scene(self, key: str, at: int) -> None:
        """Tell a scene that opened, in full while it still waits."""
        for scene in self._session.view.scenes():
            if scene.id == key:
                first, *rest = notes.scene(scene, self._session.view, self.clock)
                say(f"{self.clock(at)} {first}")
                for line in rest:
                    say(line)
                return
        past = self._scenes[key]
        sender = capital(self._names()[f"scene:{key}"])
        say(f"{self.clock(at)} {sender} wanted a word with you ({key}): “{past.says}”")

    def _tell_feedback(self, entry: LogEntry) -> None:
        """Tell what the scenario says about an answer."""
        for one in self._scenes[str(entry.data["scene"])].choices:
            if one.id == entry.data["choice"] and one.feedback:
                say(f"  {one.said_of(whole(entry.data.get('credit')))}")

    def _note_hints(self, entry: LogEntry) -> None:
        """Take up the hints of the scenario, each once, when what they are about begins."""
        for field in ("scene", "text", "window"):
            key = entry.data.get(field)
            if isinstance(key, str) and key in self._hints:
                self._due.append(self._hints.pop(key))

    def _tell_hints(self) -> None:
        """Tell the hints that are due; while a scene waits for an answer, only those about it."""
        waiting = {scene.id for scene in self._session.view.scenes()}
        for hint in self._due:
            if hint.holds(self._session.state) and (not waiting or hint.about in waiting):
                say(f"Hint: {filled(hint.says)}")
        self._due = [hint for hint in self._due if waiting and hint.about not in waiting]
