"""What is said aloud: who is in hears it at once, who works from home hears it later.

A briefing, or a word to the whole desk, is spoken in the room. It comes to somebody who works from
home after `Rules.room_lag`, or sooner with the next word the lead has with them: then they are
told with it (B100).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, work
from simulator.engine.owning import own_analyst
from simulator.engine.records import IN_TALK
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.state import State

ORDER = "order.briefed"
"""What changes how people work once they have heard it."""


def say(state: State, said: int, places: tuple[str, ...]) -> None:
    """Let everybody at these places hear an entry, now or later."""
    for who, analyst in state.analysts.items():
        if analyst.spec.remote and analyst.place in (*places, IN_TALK):
            person = own_analyst(state, who)
            person.unheard = (*person.unheard, said)
            minute = state.now + state.rules.room_lag
            plan_due(state, minute, PEOPLE_PHASE, "heard-late", who, said)
        elif analyst.place in places:
            feelings.spoken_with(state, who, acted=False)
            _take_in(state, who, said, "lead")


def heard_late(state: State, who: str, said: int) -> None:
    """Handle the minute at which what was said in the room has come through by itself."""
    if said in state.analysts[who].unheard:
        _hear(state, who, said, "world")
        _set_to_work(state, who)


def catch_up(state: State, who: str) -> None:
    """Let a word with somebody bring them what was said in the room meanwhile."""
    for said in state.analysts[who].unheard:
        _hear(state, who, said, "lead")
    _set_to_work(state, who)


def _hear(state: State, who: str, said: int, cause: Cause) -> None:
    person = own_analyst(state, who)
    person.unheard = tuple(one for one in person.unheard if one != said)
    note(
        state, "analyst.heard", cause, person.ref, person.ref, said,
        {"minutes": state.now - state.log[said].at}, seen=cause == "lead",
    )  # fmt: skip
    _take_in(state, who, said, cause)


def _take_in(state: State, who: str, said: int, cause: Cause) -> None:
    """Let an order that somebody has heard count for them."""
    entry = state.log[said]
    if entry.kind != ORDER:
        return
    if state.analysts[who].spec.remote:
        own_analyst(state, who).order = str(entry.data["order"])
    if entry.data["changed"]:
        points = state.rules.reordered_morale
        feelings.change_morale(state, who, points, "reordered", said, cause)
    else:
        feelings.kindness(state, who, "briefed", state.rules.briefed_morale, said)


def _set_to_work(state: State, who: str) -> None:
    """Let somebody who waited to be asked take something, now that they know what."""
    if who in state.idle:
        work.free(state, own_analyst(state, who))
