"""The first lines of a run file: which scenario, rubric, rules, seed and person."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from pydantic import ValidationError

from simulator.engine.api import EPOCH
from simulator.errors import WrongUse
from simulator.runs.acts_json import rules_table, what_is_wrong
from simulator.runs.lines import (
    FIRST,
    Named,
    Parent,
    RulesLine,
    RulesRef,
    RunLine,
    TextLine,
    table_hash,
)

if TYPE_CHECKING:
    from simulator.runs.lines import Mode, Source
    from simulator.runs.playable import Playable


def program() -> str:
    """Return the installed version of Shiftlead."""
    try:
        return metadata.version("shiftlead")
    except metadata.PackageNotFoundError:
        return "unknown"


def first_lines(
    scenario: Playable,
    *,
    run: str,
    seed: int,
    luck: int = 0,
    mode: Mode = "practice",
    by: Source = "person",
    trainee: str = "",
    cohort: str = "",
    parent: Parent | None = None,
) -> tuple[RunLine, list[TextLine], RulesLine]:
    """Return the lines that begin a run; `prev` is filled in when they are written.

    Raises `WrongUse` for a seed or an id that a run file cannot hold.
    """
    world, rubric = scenario.world, scenario.rubric
    table = rules_table(world.rules)
    try:
        head = RunLine(
            run=run,
            scenario=Named(id=world.id, version=world.version, hash=world.hash),
            rubric=Named(id=rubric.id, version=rubric.version, hash=rubric.structure_hash),
            rules=RulesRef(epoch=EPOCH, hash=table_hash(table)),
            seed=seed,
            luck=luck,
            mode=mode,
            by=by,
            trainee=trainee,
            cohort=cohort,
            parent=parent,
            program=program(),
            prev=FIRST,
        )
    except ValidationError as error:
        raise WrongUse(
            f"A run cannot be begun so: {what_is_wrong(error)}.",
            "Ids have letters, digits, dots and dashes, at most 64; seeds begin at 0.",
        ) from None
    texts = [TextLine(name=name, text=text, prev=FIRST) for name, text in scenario.texts.items()]
    return head, texts, RulesLine(table=table, prev=FIRST)
