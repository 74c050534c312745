"""What becomes of a request for help, and how soon the same person asks next time (B96).

A request is met by a look in, by somebody put beside who asked, or by moving the task. Whoever had
help at once asks sooner the next time; who was kept waiting, or left alone with it, asks later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.owning import own_analyst
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.records.team import Analyst
    from simulator.engine.state import State

AT_ONCE, LATE, NEVER = range(3)
"""How a request was met: places in `Rules.help_moves`."""


def asked(state: State, analyst: Analyst, task: str, entry: int) -> None:
    """Let a request stand until it is met; `analyst` has to be ours to change."""
    if analyst.help_with:
        alone(state, analyst.id, analyst.help_asked)
    analyst.help_with, analyst.help_asked, analyst.help_since = task, entry, state.now
    plan_due(state, state.now + state.rules.help_waits, PEOPLE_PHASE, "no-help", analyst.id, entry)


def asks(state: State, who: str, task: str = "") -> bool:
    """Return whether somebody waits for help, with this task or with any."""
    wanted = state.analysts[who].help_with
    return bool(wanted) and task in ("", wanted)


def met(state: State, who: str, because: int) -> None:
    """Meet the request of somebody whom the lead has turned to; nothing where none stands."""
    if not asks(state, who):
        return
    analyst, rules = own_analyst(state, who), state.rules
    waited, task = state.now - analyst.help_since, analyst.help_with
    analyst.help_with = NOBODY
    at_once = waited <= rules.help_soon
    entry = note(
        state, "analyst.got-help", "lead", analyst.ref, LEAD, because,
        {"task": task, "waited": waited, "at_once": at_once},
    )  # fmt: skip
    _move(state, analyst, AT_ONCE if at_once else LATE, entry, "lead")


def moved(state: State, task: str, because: int) -> None:
    """Meet the request of whoever asked about a task that changes hands, or is given with help."""
    for who in state.analysts:
        if asks(state, who, task):
            met(state, who, because)


def alone(state: State, who: str, entry: int) -> None:
    """Handle the minute at which somebody stops waiting for help."""
    if not asks(state, who) or state.analysts[who].help_asked != entry:
        return
    analyst = own_analyst(state, who)
    told = note(
        state, "analyst.had-no-help", "world", analyst.ref, analyst.ref, entry,
        {"task": analyst.help_with, "waited": state.now - analyst.help_since},
    )  # fmt: skip
    analyst.help_with = NOBODY
    _move(state, analyst, NEVER, told, "world")


def _move(state: State, analyst: Analyst, how: int, because: int, cause: Cause) -> None:
    """Move the minute at which somebody asks next time."""
    minutes = state.rules.help_moves[how]
    analyst.asks_later += minutes
    note(
        state, "analyst.asking-changed", cause, analyst.ref, analyst.ref, because,
        {"change": minutes, "later": analyst.asks_later}, seen=False,
    )  # fmt: skip
