"""A level that a person sets beside the engine's: what makes it one that can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from scoring.judgement import judgement
from simulator.errors import WrongUse
from simulator.runs.playable import scenario_from
from simulator.scenario.suggest import nearest

if TYPE_CHECKING:
    from scoring.judgement import Judgement
    from scoring.rubric import Value
    from simulator.runs.contents import RunFile

LONGEST = 500
"""Characters of a reason."""


def level_of(text: str) -> Value | None:
    """Return the level that a word on the command line names; None for no opportunity."""
    return cast("Value", int(text)) if text.isdecimal() else None


def judged(
    run: RunFile, rater: str, criterion: str, level: Value | None, because: str
) -> Judgement:
    """Return what a rater says about a criterion of a run; no level: there was no opportunity.

    Raises `WrongUse` for a criterion that the run is not scored by, a level that it does not have,
    and a reason that is none.
    """
    rubric = scenario_from(run.texts).rubric
    found = next((one for one in rubric.criteria if one.id == criterion), None)
    if found is None:
        near = nearest(criterion, [one.id for one in rubric.criteria], most=1)
        hint = f"Did you mean {near[0]}?" if near else "shiftlead report RUN --all shows them."
        raise WrongUse(f"This shift has no criterion {criterion[:60]}.", hint)
    if found.must_not and level in (2, 3):
        raise WrongUse(f"{criterion} is kept (4) or broken (1).", "Give one of the two.")
    reason = because.strip()
    if not reason or len(reason) > LONGEST or not reason.isprintable():
        raise WrongUse(
            f"A reason is one line of at most {LONGEST} characters.", "Say it in --because."
        )
    return judgement(rater, criterion, level, reason)
