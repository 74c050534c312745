"""A message gains nothing by parts that its reader does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.measures import MEASURES
from simulator.engine import api
from simulator.engine.acts.base import Element
from simulator.engine.acts.messages import ELEMENTS
from simulator.engine.acts.shapes import AnyAct, Message
from simulator.strategies.messages import NEEDED, audience_of
from tests.runs.laws.shifts import ANY, Run, run_of
from tests.runs.laws.test_single_entries import moved

if TYPE_CHECKING:
    from scoring.assess import Assessment
    from simulator.engine.log import LogEntry
    from simulator.engine.view import View

CLOSES = ("next-update", "closing")
"""What names a next word, or ends the matter: never padding."""


def padding(view: View, message: Message) -> list[Element]:
    """Return what could be put beside a message that its audience does not need."""
    needed = (*NEEDED.get(audience_of(view, message.to), ()), *CLOSES)
    there = {one.kind for one in message.elements}
    return [
        Element(kind, offered.id)
        for kind in ELEMENTS
        if kind not in needed and kind not in there
        for offered in view.wordings(message.to, message.about, kind)
    ]


def sent(run: Run, number: int, extra: int) -> tuple[LogEntry, LogEntry] | None:
    """Return one message of a run as it went out, and as it would have with one part more."""
    messages = [act for act in run.acts if isinstance(act.act, Message)]
    if not messages:
        return None
    chosen = messages[number % len(messages)]
    message = cast("Message", chosen.act)
    state = api.open_shift(run.scenario.world, run.seed, 0)
    for act in run.acts[: run.acts.index(chosen)]:
        api.advance(state, act.at)
        api.give(state, cast("AnyAct", act.act))
    api.advance(state, chosen.at)
    view = api.view(state)
    offered = padding(view, message)
    if not offered:
        return None
    part = offered[extra % len(offered)]
    padded = Message(message.to, message.about, (*message.elements, part))
    assert view.cost(padded) >= view.cost(message)
    if api.possible(state, padded) is not None:
        return None
    began = len(state.log)
    api.give(state, padded)
    api.advance(state, min(state.world.length, view.now + 60))
    ref = f"stakeholder:{message.to}"
    kinds = [e for e in state.log[began:] if e.kind == "message.sent" and e.subject == ref]
    old = [e for e in run.log if e.number >= began and e.kind == "message.sent"
           and e.subject == ref]  # fmt: skip
    return (old[0], kinds[0]) if old and kinds else None


@settings(max_examples=40, deadline=None)
@given(ANY, st.integers(0, 200), st.integers(0, 50))
def test_padding_a_message_never_helps(shift: tuple[str, str, int], which: int, extra: int) -> None:
    """The padded message as the desk would log it stands in the place of the one that went out."""
    run = run_of(*shift)
    pair = sent(run, which, extra)
    if pair is None:
        return
    old, new = pair
    log = list(run.log)
    log[old.number] = old._replace(data={**new.data, "new": old.data["new"]})
    after = run.judge(log)
    assert all(share <= 0 for share in moved(run.assessment, after).values()), (shift, old, new)
    assert better(run, after) == [], (shift, old, new)


def better(run: Run, after: Assessment) -> list[str]:
    """Return the criteria whose figure is better than it was, whether or not a level moved."""
    found = []
    for criterion, old, new in zip(
        run.scenario.rubric.criteria, run.assessment.fillings, after.fillings, strict=True
    ):
        if old.figure is not None and new.figure is not None:
            sign = 1 if MEASURES[criterion.measure].better == "more" else -1
            if sign * new.figure > sign * old.figure:
                found.append(criterion.id)
    return found


@pytest.mark.parametrize("scenario", ["payroll-friday", "not-the-handset"])
def test_there_is_something_to_pad_in_real_runs(scenario: str) -> None:
    run = run_of(scenario, "expert", 1)
    assert any(sent(run, number, 0) for number in range(6))
