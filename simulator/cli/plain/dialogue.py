"""The dialogue: one line in, what came of it out, until the shift is over or somebody quits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from simulator.cli.output import say
from simulator.cli.plain import notes
from simulator.cli.plain.looking import look
from simulator.cli.plain.telling import Teller
from simulator.engine.acts.shapes import Message
from simulator.errors import RunOver, WrongUse
from simulator.runs.language import controls as c
from simulator.runs.language.desk import Desk
from simulator.runs.language.errors import LineError
from simulator.runs.language.explain import explain, overview
from simulator.runs.language.reading import Order, read, timed
from simulator.runs.language.writing import write
from simulator.runs.sentences import over_first

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry
    from simulator.runs.session import Session


class Lines(Protocol):
    """Where the lines come from."""

    @property
    def scripted(self) -> bool:
        """Whether nobody is there to ask.

        A script stops at a line that cannot be understood, lets the clock run past a scene that
        nobody answers, and runs on to the end of the shift after its last line.
        """
        ...

    def next(self, prompt: str) -> str | None:
        """Return the next line, None after the last one."""
        ...

    def where(self) -> str:
        """Return where the last line stands, for an error; "" for a person who just typed it."""
        ...


class Dialogue:
    """A shift played in lines."""

    def __init__(self, session: Session, lines: Lines) -> None:
        self._session = session
        self._lines = lines
        self._teller = Teller(session)
        self._warned: set[int] = set()
        """Messages of which it was said that they are overtaken."""

    def open(self, resumed: bool) -> None:
        """Say where one is: the briefing of a new shift, or the minute of one that goes on."""
        world, now = self._session.state.world, self._session.now
        say(world.title)
        if resumed:
            say(f"It goes on at {self._teller.clock(now)}.")
        else:
            for paragraph in world.briefing or (world.summary,):
                say(paragraph)
            self._teller.tell(self._session.state.log)
        say("help lists the words; look shows the desk; next lets the clock run.")

    def play(self) -> bool:
        """Play until the shift is over or somebody quits; return whether it is over."""
        while not self._session.over:
            line = self._lines.next(f"{self._teller.clock(self._session.now)}> ")
            if line is None:
                if self._lines.scripted:
                    self._run_to(self._session.state.world.length)
                break
            try:
                if not self._take(line):
                    break
            except (LineError, RunOver) as error:
                if self._lines.scripted:
                    raise WrongUse(f"{self._lines.where()}: {error.message}", error.hint) from None
                say(error.one_line())
        return self._session.over

    def _take(self, line: str) -> bool:
        """Do what a line says; return whether to go on."""
        at, line = timed(line, self._desk())
        if at is not None:
            self._run_to(at)
            if self._session.over:
                return False
        order = read(line, self._desk())
        match order:
            case None:
                pass
            case Order():
                self._give(order)
            case c.Wait() | c.Next() if self._asked():
                pass
            case c.Wait(until=until):
                self._wait(until)
            case c.Next():
                self._tell(self._session.advance_until_needed())
            case c.Look():
                for told in look(order, self._session, self._teller):
                    say(told)
            case c.Help(topic=topic):
                for told in explain(topic) if topic else overview(self._session.state.world.acts):
                    say(told)
            case c.Save():
                say(f"Every act is kept as soon as it is given, in {self._session.path}")
            case c.Quit():
                say(self._session.leaving)
                return False
        return True

    def _give(self, order: Order) -> None:
        """Give an act and say what will come of it, or why it is not possible."""
        session = self._session
        desk = self._desk()
        text, cost = write(order.act, desk), session.view.cost(order.act)
        done_at = session.view.done_at(order.act)
        said = ""
        if isinstance(order.act, Message):
            said = notes.message_text(order.act, session.view, self._teller.clock)
        answer = session.give(order.act, order.words)  # type: ignore[arg-type]
        if answer.refusal is not None:
            say(f"Not possible: {self._teller.refusal(answer.refusal)}")
            return
        if cost:
            done = self._teller.clock(done_at)
            say(f"{text}: {cost} min of yours, done at {done}")
            if done_at > session.view.length:
                say(f"  {over_first(self._teller.clock(session.view.length), done)}")
        if said:
            say(f"  “{said}”")
        self._teller.tell(answer.entries)

    def _asked(self) -> bool:
        """Say so where a scene waits for an idle lead: the clock then stands still."""
        view = self._session.view
        scene = view.scene()
        if self._lines.scripted or scene is None or view.agenda().in_hand is not None:
            return False
        for line in notes.scene(scene, view, self._teller.clock):
            say(line)
        return True

    def _wait(self, minute: int) -> None:
        """Let the clock run to a minute; for a person it stops where somebody wants the lead."""
        session = self._session
        if self._lines.scripted:
            self._run_to(minute)
            return
        self._tell(session.advance_until_addressed(minute - session.now))
        if session.now < minute and not session.over:
            now, wanted = self._teller.clock(session.now), self._teller.clock(minute)
            say(f"You are wanted: the clock stopped at {now}, before {wanted}.")

    def _run_to(self, minute: int) -> None:
        """Let the clock run to a minute and tell what happens on the way."""
        entries: tuple[LogEntry, ...] = ()
        if minute > self._session.now:
            entries = self._session.advance(minute - self._session.now)
        self._tell(entries)

    def _tell(self, entries: tuple[LogEntry, ...]) -> None:
        """Tell what happened, and once of each message on its way that it is overtaken."""
        self._teller.tell(entries)
        for one in self._session.view.agenda().overtaken:
            if one.number not in self._warned:
                self._warned.add(one.number)
                say(notes.overtaken(one, self._session.view, self._teller.clock))

    def _desk(self) -> Desk:
        """Return the names at hand now."""
        return Desk(self._session.view)
