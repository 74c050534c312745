"""What giving an act would have meant, in the words in which a debrief tells what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.grammar import together
from scoring.debrief.phrases import CLAUSES, past
from scoring.debrief.telling import given_minute
from scoring.log import Log
from scoring.unused import told
from simulator.engine import api, words
from simulator.engine.acts.registry import ACTS
from simulator.engine.acts.shapes import Answer, Assign, Reassign
from simulator.engine.casing import small
from simulator.runs.debriefing import telling_of
from simulator.runs.put_off import PutOff
from simulator.strategies.protocol import ENDED

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State
    from simulator.runs.put_off import Other

NOTHING = "you left it out"
SMALL = ("You ", "Nothing ")
"""With what a sentence begins that begins small as a clause; others begin with a name."""


def in_words(state: State, act: Other) -> str:
    """Return as a clause in the past tense what an act does that is given in a shift as it stands.

    The shift is not touched. Of an act for which a debrief has no clause the desk's own sentence is
    quoted; None is no act at all.
    """
    if act is None:
        return NOTHING
    if isinstance(act, PutOff):
        return _later(state, act)
    future = api.fork(state)
    number = api.give(future, act).number
    while not future.over and not _ended(future, number):
        api.advance(future, max(future.now + 1, api.next_due(future)))
    log = Log(future.log)
    shows = [e for e in log.entries[len(state.log) :] if _shows(log, e, act, number)]
    telling = telling_of(log, state.world, words.names_at(future))
    for entry in shows:
        if entry.kind in CLAUSES:
            return past(telling, entry) + _allowed(telling, act)
    if not shows:
        return f"“{ACTS[act.kind].title}” was not done when the shift ended"
    said = telling.sentence(shows[0])
    return small(said) if said.startswith(SMALL) else said


def _later(state: State, act: PutOff) -> str:
    """Return that the same is done later, and when, with the time of the next word it names."""
    clock = words.clock_of(state.world)
    text = f"you did the same {act.at - state.now} minutes later, at {clock(act.at)}"
    return text if act.next_word is None else f"{text}; next word by {clock(act.next_word)}"


def _shows(log: Log, entry: LogEntry, act: Act, number: int) -> bool:
    """Return whether an entry shows in a sentence what an act did."""
    if isinstance(act, Answer):
        return entry.kind == "scene.answered" and entry.data.get("scene") == act.scene
    shown = entry.cause == "lead" and told(entry)
    return shown and given_minute(log, entry).data.get("number") == number


def _ended(state: State, number: int) -> bool:
    return any(one.kind in ENDED and one.data.get("number") == number for one in state.log)


def _allowed(telling: Telling, act: Act) -> str:
    """Return which steps somebody may take without asking, beginning with a comma; "" for none."""
    if not isinstance(act, Assign | Reassign) or not act.may:
        return ""
    steps = [telling.name(f"power:{one}") for one in act.may]
    return f", allowed to {together(steps)}"
