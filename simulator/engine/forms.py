"""Which form of a scenario a seed plays, and the world of that form.

A second try on another form is no memory test: what went wrong, who calls and what helps differ,
while the opportunities stay the same.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from simulator.engine.world import (
        DecisionSpec,
        Form,
        IncidentSpec,
        Outcome,
        Question,
        Step,
        StorySpec,
        Theory,
        TicketSpec,
        Way,
        WindowSpec,
        Wording,
        World,
    )

    Named = TypeVar(
        "Named", TicketSpec, Question, StorySpec, Wording, DecisionSpec, WindowSpec, Step, Theory,
        Way, Outcome,
    )  # fmt: skip


def form_of(world: World, seed: int) -> Form | None:
    """Return the form that a seed plays; None for a scenario without forms.

    Seeds that no form names take the forms in turn, seed 1 the first.
    """
    if not world.forms:
        return None
    named = (form for form in world.forms if seed in form.seeds)
    return next(named, world.forms[(seed - 1) % len(world.forms)])


def in_form(world: World, seed: int) -> World:
    """Return the world that a seed plays: without what belongs to another form."""
    form = form_of(world, seed)
    return _shaped(world, form) if form is not None and form.without else world


@lru_cache(maxsize=64)
def _shaped(world: World, form: Form) -> World:
    without = form.without

    def kept(parts: tuple[Named, ...], kind: str, inside: str = "") -> tuple[Named, ...]:
        return tuple(one for one in parts if f"{kind}:{inside}{one.id}" not in without)

    def incident(spec: IncidentSpec) -> IncidentSpec:
        inside = f"{spec.id}/"
        return replace(
            spec,
            steps=kept(spec.steps, "step", inside),
            theories=kept(spec.theories, "theory", inside),
            ways=kept(spec.ways, "way", inside),
            outcomes=kept(spec.outcomes, "outcome", inside),
        )

    return replace(
        world,
        tickets=kept(world.tickets, "ticket"),
        questions=kept(world.questions, "question"),
        storyline=kept(world.storyline, "scene"),
        wordings=kept(world.wordings, "wording"),
        decisions=kept(world.decisions, "decision"),
        windows=kept(world.windows, "window"),
        incidents=tuple(incident(spec) for spec in world.incidents),
    )
