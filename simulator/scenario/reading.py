"""From texts to a World and a Rubric, step by step; every problem on the way is kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring.measures import MEASURES
from simulator.engine.paths import PATHS
from simulator.scenario.build import build
from simulator.scenario.build_texts import NAMED
from simulator.scenario.conditions import compile_condition
from simulator.scenario.crowds import check_crowd
from simulator.scenario.diagnostics import Problems
from simulator.scenario.effects import check_effects
from simulator.scenario.houses import furnish, matrix_of, read_house, thresholds
from simulator.scenario.loose_ends import loose_ends
from simulator.scenario.models.whole import Scenario
from simulator.scenario.names import Names
from simulator.scenario.nodes import Block, Scalar
from simulator.scenario.other_files import profile_of, right_schema, rubric_of, tree_of
from simulator.scenario.rubrics import combine
from simulator.scenario.shape_check import check
from simulator.scenario.suggest import did_you_mean, nearest
from simulator.scenario.survey import Spot, Survey, survey
from simulator.scenario.times import Shift, shift_of
from simulator.scenario.values import Clock, clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.rubric import Rubric
    from simulator.engine.world import Condition, World
    from simulator.scenario.compiled import Compiled
    from simulator.scenario.files import Files
    from simulator.scenario.inheriting import Draft
    from simulator.scenario.models.house import HouseFile

LONGEST = 24 * 60
"""Longest shift, minutes."""


@dataclass(slots=True)
class Reading:
    """Everything that reading a scenario has found out."""

    problems: Problems
    root: Block | None = None
    model: Scenario | None = None
    shift: Shift | None = None
    found: Survey = field(default_factory=Survey)
    names: Names | None = None
    compiled: list[tuple[Spot, Compiled]] = field(default_factory=list)
    world: World | None = None
    rubric: Rubric | None = None
    drafts: dict[str, Draft] = field(default_factory=dict)
    hash: str = ""
    house: HouseFile | None = None
    """The house file that is laid over the scenario."""


def read(files: Files, pure: bool = False) -> Reading:
    """Read a scenario; never raises for anything that is in a file."""
    problems = Problems()
    reading = Reading(problems)
    roots = [
        tree
        for source in files.main(problems)
        if isinstance(tree := tree_of(source, problems, pure), Block)
    ]
    if not roots or problems.failed:
        if not problems.found:
            problems.add("Y032", "the file is empty", None, help="begin with  schema: 1")
        return reading
    root = reading.root = roots[0] if len(roots) == 1 else _merged(roots, problems)
    if not right_schema(root, problems):
        return reading
    model = reading.model = check(Scenario, root, problems)
    reading.shift = _shift(root, problems)
    reading.found = survey(root, Scenario)
    names = reading.names = _Names(reading.found, problems, reading.shift)
    profile = profile_of(root, files, names, problems, pure)
    names.extra["measure"] = set(MEASURES)
    reading.drafts, base = rubric_of(root, files, names, problems, pure)
    names.resolve()
    check_effects(reading.found, problems)
    conditions = _conditions(reading, names)
    loose_ends(names, root)
    _check_names_in_texts(reading)
    _after_names(reading, root)
    house = _house(reading, files, pure)
    reading.hash = tree_hash(root, profile[1] if profile else None, house)
    if model is None or reading.shift is None or problems.failed:
        return reading
    reading.world = build(
        model, root, reading.shift, conditions, profile[0] if profile else None, reading.hash,
        problems, matrix_of(reading.house),
    )  # fmt: skip
    if reading.world and not check_crowd(
        reading.world, root, reading.found.of("incident"), problems
    ):
        reading.world = None
    if base is not None:
        reading.rubric = combine(
            model.rubric, root.get("rubric"), str(model.scenario), model.version, reading.drafts,
            base, problems,
        )  # fmt: skip
    _furnish(reading, root)
    return reading


def _house(reading: Reading, files: Files, pure: bool) -> Block | None:
    source = files.house(reading.problems)
    made = read_house(source, files, reading.problems, pure) if source else None
    if made is None:
        return None
    reading.house = made[0]
    return made[1]


def _furnish(reading: Reading, root: Block) -> None:
    """Lay the house file over the world and the rubric."""
    house, own = reading.house, root.get("rules")
    if house is None:
        return
    if reading.world is not None:
        reading.world = furnish(reading.world, house, own if isinstance(own, Block) else {})
    if reading.rubric is not None:
        reading.rubric = thresholds(reading.rubric, house)


def tree_hash(root: Block, profile: Block | None, house: Block | None = None) -> str:
    """Return 32 hexadecimal figures over what the files say, without comments and line endings."""
    trees = {"profile": profile, "scenario": root}
    if house is not None:
        trees["house"] = house
    text = json.dumps(
        trees,
        sort_keys=True, separators=(",", ":"), ensure_ascii=False,
    )  # fmt: skip
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _merged(roots: list[Block], problems: Problems) -> Block:
    whole = Block()
    whole.mark, whole.end, whole.source = roots[0].mark, roots[0].end, roots[0].source
    whole.nulls = {}
    for root in roots:
        whole.nulls.update(root.nulls)
        for key, value in root.items():
            first = whole.key(key)
            place = root.key(key)
            if first is not None and place is not None:
                problems.add(
                    "Y011",
                    f'duplicate key "{key[:60]}"; only one part may have it',
                    place,
                    notes=((first, "first used here"),),
                )
            else:
                whole[key] = value
    return whole


class _Names(Names):
    """Names with the clock of the shift."""

    def __init__(self, found: Survey, problems: Problems, shift: Shift | None) -> None:
        super().__init__(found, problems)
        self.shift = shift

    def minute(self, node: Scalar, text: str) -> int:
        """Return a clock time as minutes since the shift began."""
        if self.shift is None:
            return 0
        written = Scalar(text)
        written.plain, written.source = True, node.source
        written.mark, written.end = node.mark, node.end
        return self.shift.minute(clock(written))


def _shift(root: Block, problems: Problems) -> Shift | None:
    block = root.get("clock")
    if not isinstance(block, Block):
        return None
    times: list[Clock] = []
    for key in ("starts", "ends"):
        try:
            times.append(clock(block.get(key)))
        except Exception:
            return None
    shift = shift_of(*times)
    if not 1 <= shift.length <= LONGEST:
        problems.add(
            "V225",
            "the shift ends before it begins, or lasts more than a day",
            times[1].node,
            help="clock: {starts: Fri 08:00, ends: Fri 11:30}",
        )
        return None
    return shift


def _conditions(reading: Reading, names: Names) -> Mapping[int, Condition]:
    made: dict[int, Condition] = {}
    for spot in reading.found.conditions:
        if reading.problems.full:
            reading.problems.left_out += 1
            continue
        compiled = compile_condition(spot.node, spot.place, PATHS, names, reading.problems)
        if compiled is not None:
            reading.compiled.append((spot, compiled))
            made[id(spot.node)] = compiled.condition
    return made


def _check_names_in_texts(reading: Reading) -> None:
    found = reading.found
    people = {**found.of("analyst"), **found.of("stakeholder")}
    if {"analyst", "stakeholder"} & found.broken:
        return
    for source in reading.problems.sources.values():
        if source.key.startswith("rubrics/"):
            continue
        for match in NAMED.finditer(source.text):
            if match[1] not in people:
                reading.problems.add(
                    "R330", f'this text names "{match[1]}", and nobody has that id',
                    source.place(match.start(1), match.end(1)),
                    help=did_you_mean(nearest(match[1], people)),
                )  # fmt: skip


def _after_names(reading: Reading, root: Block) -> None:
    """Words that a condition compares with a scene's choice."""
    scenes: dict[str, Block] = {}
    items = root.get("storyline")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, Block) and isinstance(item.get("scene"), Block):
            scenes[str(item.get("id"))] = item["scene"]  # type: ignore[assignment]
    for _, compiled in reading.compiled:
        for test in compiled.tests:
            if test.spec.pattern != "scene.*.choice":
                continue
            if test.name not in scenes:
                reading.problems.add(
                    "R318", f'"{test.name}" has no scene, so nothing is ever chosen in it',
                    test.leaf.node, at=test.leaf.path.span,
                    help=did_you_mean(nearest(test.name, scenes)) or f"story.{test.name}",
                )  # fmt: skip
                continue
            choices = reading.found.local.get((id(scenes[test.name]), "choice"), {})
            for value, piece in zip(test.values, test.leaf.values, strict=True):
                if value not in choices and "choice" not in reading.found.broken:
                    reading.problems.add(
                        "R318", f'the scene "{test.name}" has no choice "{str(value)[:60]}"',
                        test.leaf.node, at=piece.span,
                        help=did_you_mean(nearest(str(value), choices)) or "",
                    )  # fmt: skip
