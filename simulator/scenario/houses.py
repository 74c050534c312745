"""The house file: found, read through the same door as scenarios, and laid over one."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

from scoring.debrief.house_lines import expected_words
from scoring.rubric import structure_hash
from simulator.scenario.bands import bands_fit
from simulator.scenario.diagnostics import Problems
from simulator.scenario.models.house import HouseFile, PriorityName
from simulator.scenario.models.rubric import LevelPart
from simulator.scenario.names import Names
from simulator.scenario.nodes import Block
from simulator.scenario.other_files import file_of, rubric_of
from simulator.scenario.survey import survey

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scoring.rubric import Band, Criterion, Rubric
    from simulator.engine.rules import Rules
    from simulator.engine.world import Authority, StakeholderSpec, World
    from simulator.scenario.diagnostics import Source
    from simulator.scenario.files import Files

VARIABLE = "SHIFTLEAD_HOUSE"
"""Names the house file; empty for none at all."""
FILE = "house.yaml"
ITIL = ((1, 2, 3), (2, 3, 4), (3, 4, 4))
"""Priority by impact and urgency, high to low. (ITIL 4, with four classes: low and low is P4)"""
PRIORITIES: tuple[PriorityName, ...] = ("P1", "P2", "P3", "P4")
OWN_HANDS = "own-hands"
"""The measure that `hands_on` moves."""
Matrix = tuple[tuple[int, ...], ...]
Four = tuple[int, int, int, int]


def in_use() -> Path | None:
    """Return the house file that counts: the one that is named, else the user's own, else none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    own = user_config_path("shiftlead", appauthor=False) / FILE
    return own if own.is_file() else None


def read_house(
    source: Source, files: Files, problems: Problems, pure: bool = False
) -> tuple[HouseFile, Block] | None:
    """Return a house file with its tree; None after a problem, which is then reported."""
    before = len(problems.found)
    made = file_of(HouseFile, source, problems, pure)
    if made is None:
        return None
    tree, model = made
    names = Names(survey(tree, HouseFile), problems)
    rubric_of(Block(), files, names, problems, pure)
    names.resolve()
    _bands(model, tree, problems)
    return (model, tree) if len(problems.found) == before else None


def house_problems(files: Files) -> Problems:
    """Return the problems of a house file on its own."""
    problems = Problems()
    for source in files.main(problems):
        read_house(source, files, problems)
    return problems


def _bands(model: HouseFile, tree: Block, problems: Problems) -> None:
    nodes = tree.get("thresholds")
    for place, part in enumerate(model.thresholds):
        node = nodes[place] if isinstance(nodes, list) else None
        levels = [
            LevelPart.model_construct(value=4 - number, band=band)
            for number, band in enumerate(part.bands)
        ]
        bands = node.get("bands") if isinstance(node, Block) else None
        bands_fit(levels, bands, part.criterion, problems)


def matrix_of(house: HouseFile | None) -> Matrix:
    """Return the matrix that a house has, or the usual one: rows by impact, high to low."""
    if house is None or house.matrix is None:
        return ITIL
    own = house.matrix
    return (tuple(own.high), tuple(own.medium), tuple(own.low))


# Over a scenario ---------------------------------------------------------------------------------


def furnish(world: World, house: HouseFile, own_rules: Mapping[str, object]) -> World:
    """Return a scenario's world as it is in this house; what it says itself in `rules` stays."""
    return replace(
        world,
        rules=_targets(world.rules, house, own_rules),
        stakeholders=tuple(_cadence(one, house) for one in world.stakeholders),
        authority=_authority(world, house),
        priorities=tuple(house.names.get(one, one) for one in PRIORITIES),
        house=house.title or str(house.house),
        briefing=(*world.briefing, *notes(house)),
    )


def _targets(rules: Rules, house: HouseFile, own: Mapping[str, object]) -> Rules:
    respond = rules.respond if "respond" in own else _times(rules.respond, house.respond)
    resolve = rules.resolve if "resolve" in own else _times(rules.resolve, house.resolve)
    return replace(rules, respond=respond, resolve=resolve)


def _times(usual: Four, given: Mapping[PriorityName, int]) -> Four:
    first, second, third, fourth = usual
    return (
        given.get("P1", first), given.get("P2", second),
        given.get("P3", third), given.get("P4", fourth),
    )  # fmt: skip


def _cadence(person: StakeholderSpec, house: HouseFile) -> StakeholderSpec:
    rhythms = getattr(house.cadence, person.audience.replace("-", "_"))
    expects = {
        priority: rhythms.get(PRIORITIES[priority - 1], minutes)
        for priority, minutes in person.expects.items()
    }
    return replace(person, expects=expects)


def _authority(world: World, house: HouseFile) -> Authority:
    """Return the scenario's authority; the house fills in powers that it does not name."""
    own = world.authority
    named = {*own.may, *own.ask, *own.request}
    whom = {str(one.id): _played_by(world, str(one.id), one.audience) for one in house.contacts}
    asked = {str(power): whom[str(who)] for power, who in house.authority.ask.items()}
    more = {power: who for power, who in asked.items() if who and power not in named}
    may = {str(power) for power in house.authority.may} - {*own.ask, *own.request}
    return replace(own, may=own.may | may, ask={**own.ask, **more})


def _played_by(world: World, contact: str, audience: str) -> str:
    """Return the stakeholder who plays a contact: of the same id, else of the audience."""
    able = [one for one in world.stakeholders if one.answer is not None]
    same = [one.id for one in able if one.id == contact]
    return next(iter(same or [one.id for one in able if one.audience == audience]), "")


def thresholds(rubric: Rubric, house: HouseFile) -> Rubric:
    """Return a rubric with the house's bands, and its share of hands-on work, in it."""
    bands = {str(one.criterion): one.bands for one in house.thresholds}
    criteria = tuple(
        _hands_on(
            _with_bands(one, bands[one.id]) if one.id in bands else one,
            house.hands_on or 0,
        )
        for one in rubric.criteria
    )
    if criteria == rubric.criteria:
        return rubric
    return replace(rubric, criteria=criteria, structure_hash=structure_hash(criteria))


def _hands_on(criterion: Criterion, share: int) -> Criterion:
    """Return a criterion about the lead's own hands that leaves them a share of the time."""
    if criterion.measure != OWN_HANDS or not share:
        return criterion
    beyond = f"Beyond {expected_words(share)}: "
    first, second, third, fourth = (
        replace(one, anchor=beyond + one.anchor, feedback=beyond + one.feedback)
        for one in criterion.levels
    )
    scope = replace(criterion.scope, hands_on=share)
    return replace(criterion, scope=scope, levels=(first, second, third, fourth))


def _with_bands(criterion: Criterion, bands: Sequence[Band]) -> Criterion:
    """Return a criterion with a house's bands; on an author's judgement none earns level 1."""
    best, good, marginal, poor = bands
    own: dict[int, Band | None] = {4: best, 3: good, 2: marginal, 1: poor}
    if criterion.basis.kind == "author":
        rising = (poor[0] or 0) > (marginal[0] or 0)
        own[2], own[1] = (marginal[0], poor[1]) if rising else (poor[0], marginal[1]), None
    first, second, third, fourth = (
        level if level.band == own[level.value]
        else replace(level, band=own[level.value], house=True)
        for level in criterion.levels
    )  # fmt: skip
    return replace(criterion, levels=(first, second, third, fourth))


def notes(house: HouseFile) -> Iterator[str]:
    """Yield what a house file says to a lead, as paragraphs of the briefing."""
    if house.names:
        called = ", ".join(f"{own} is {name}" for own, name in house.names.items())
        yield f"In this house {called}."
    for one in house.contacts:
        if one.when:
            yield f"{one.name}: {one.when}"
    if house.hands_on is not None:
        share = f"{house.hands_on / 10:g}"
        yield f"A lead here spends up to {share}% of the time on tickets with their own hands."
