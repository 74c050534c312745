"""What is known: by somebody on the desk, and by the lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.log import Cause, Ref
    from simulator.engine.state import State


OWN_WORDS = "own-words"
"""What an `analyst.told` says where somebody speaks in the scenario's words; with a number where
it is one of the `instead` of this person."""


def learn(state: State, fact: str, cause: Cause, actor: Ref, because: int) -> None:
    """Let the lead know a fact; once known, it stays known."""
    if fact in state.facts:
        return
    state.facts[fact] = state.now
    state.found.setdefault(fact, state.now)
    entry = note(state, "fact.learned", cause, "lead", actor, because, {"fact": fact})
    _consequences(state, fact, entry)


def find(state: State, fact: str, who: str, because: int) -> None:
    """Let somebody on the desk find a fact out; the lead hears of it when they report."""
    if fact in state.found:
        return
    state.found[fact] = state.now
    entry = note(
        state, "fact.found", "world", "desk", f"analyst:{who}", because,
        {"fact": fact, "by": who}, seen=False,
    )  # fmt: skip
    _consequences(state, fact, entry)


def answer(state: State, who: str, what: str, because: int) -> None:
    """Let somebody say one of a few set things to the lead; `vocabulary.SAID` has their words."""
    note(
        state, "analyst.told", "world", f"analyst:{who}", f"analyst:{who}", because, {"what": what}
    )


def known(state: State, facts: tuple[str, ...]) -> bool:
    """Return whether the lead knows all of these."""
    return all(fact in state.facts for fact in facts)


def _consequences(state: State, fact: str, entry: int) -> None:
    from simulator.engine.incidents import fact_found  # incidents build on knowledge

    fact_found(state, fact, entry)
