"""Lints: what is allowed and still looks like a mistake.

A lint says what it is sure of: `can never` where it is proved, in how many seeds where it was seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.choices import lint_choices
from simulator.authoring.demand import lint_demand
from simulator.authoring.flow import lint_flow
from simulator.authoring.intervals import lint_conditions
from simulator.authoring.out_of_reach import lint_out_of_reach
from simulator.authoring.playbook import lint_playbook
from simulator.authoring.window_kinds import lint_windows
from simulator.authoring.wording import lint_words
from simulator.scenario.nodes import Block, Node, Scalar
from simulator.scenario.spans import Between
from simulator.scenario.values import Clock

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.reading import Reading


def lint(reading: Reading) -> None:
    """Add what the lints find to a reading's problems."""
    lint_conditions(reading)
    if reading.model is not None:
        _outside(reading)
        lint_choices(reading)
        lint_flow(reading)
        lint_words(reading)
        _counts(reading)
        lint_demand(reading)
        lint_out_of_reach(reading)
        lint_windows(reading)
        lint_playbook(reading)


def _outside(reading: Reading) -> None:
    """Report what would happen when the shift is over (L503)."""
    model = reading.model
    if model is None:
        return
    for item in model.storyline:
        word = "scene" if item.scene is not None else "item"
        _late(reading, item.at, f'the {word} "{item.id}" starts')
    for ticket in model.tickets:
        _late(reading, ticket.at, f'the ticket "{ticket.id}" comes in')
    for incident in model.incidents:
        _late(reading, incident.starts, f'the incident "{incident.id}" starts')
    for window in model.windows:
        _late(reading, window.opens, f'the window "{window.id}" opens')
    for decision in model.decisions:
        _late(reading, decision.by, f'the last time for the decision "{decision.id}" is set')
    for step in model.playbook:
        _late(reading, step.at, "this step of the playbook begins")


def _late(reading: Reading, when: object, says: str) -> None:
    shift, model = reading.shift, reading.model
    time = when.low if isinstance(when, Between) else when
    if shift is None or model is None or not isinstance(time, Clock):
        return
    if shift.minute(time) <= shift.length or time.node is None:
        return
    ends = model.clock.ends
    reading.problems.add(
        "L503", f"{says} at {time.node}, but the shift ends at {ends.node or ends}", time.node,
        notes=((ends.node, "the end is set here"),) if ends.node is not None else (),
        help=f"choose a time from {shift.clock(0)} to {shift.clock(shift.length)}",
    )  # fmt: skip


def _counts(reading: Reading) -> None:
    """Report patterns that hold whatever happens, or never (L512)."""
    rubric = reading.root.get("rubric") if reading.root is not None else None
    criteria = rubric.get("criteria") if isinstance(rubric, Block) else None
    for criterion in criteria if isinstance(criteria, list) else ():
        if isinstance(criterion, Block):
            name = str(criterion.get("id"))
            _pattern(criterion.get("pattern"), name, True, reading.problems)


def _pattern(node: Node, name: str, wanted: bool, problems: Problems) -> None:
    if not isinstance(node, Block):
        return
    count = node.get("at_least")
    if isinstance(count, Scalar) and count.number() == 0:
        met = "always" if wanted else "never"
        problems.add(
            "L512",
            f'criterion "{name}" is {met} met: a count is never below 0',
            count,
            help="did you mean  at_least: 1 ?",
        )
    _pattern(node.get("never"), name, not wanted, problems)
    parts = node.get("sequence")
    for part in parts if isinstance(parts, list) else ():
        _pattern(part, name, wanted, problems)
