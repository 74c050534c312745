"""From texts to a World and a Rubric, step by step; every problem on the way is kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from simulator.engine.paths import PATHS
from simulator.engine.world import Condition, World
from simulator.scenario.build import NAMED, build
from simulator.scenario.conditions import Compiled, compile_condition
from simulator.scenario.diagnostics import Problems, Source
from simulator.scenario.files import Files, leaves_folder
from simulator.scenario.models.rubric import RubricFile, RubricPart
from simulator.scenario.models.tickets import ProfileFile
from simulator.scenario.models.whole import Scenario
from simulator.scenario.names import Names
from simulator.scenario.nodes import Block, Node, Placed, Scalar
from simulator.scenario.rubrics import MEASURES, Draft, RubricText, combine, finish, inherited
from simulator.scenario.shape_check import check
from simulator.scenario.suggest import did_you_mean, nearest
from simulator.scenario.survey import Spot, Survey, survey
from simulator.scenario.text import check_characters
from simulator.scenario.times import Shift, shift_of
from simulator.scenario.tree import parse
from simulator.scenario.values import Clock, clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.rubric import Rubric

SCHEMA = 1
"""The schema of scenarios that this program writes and understands."""
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
    profile = _profile(root, files, names, problems, pure)
    names.extra["measure"] = set(MEASURES)
    base = _inherited(reading, root, files, pure)
    names.resolve()
    names.effects()
    conditions = _conditions(reading, names)
    names.loose_ends(root)
    _check_names_in_texts(reading)
    _after_names(reading, root)
    reading.hash = tree_hash(root, profile[1] if profile else None)
    if model is None or reading.shift is None or problems.failed:
        return reading
    reading.world = build(
        model, root, reading.shift, conditions, profile[0] if profile else None, reading.hash,
        problems,
    )  # fmt: skip
    if base is not None:
        reading.rubric = combine(
            model.rubric, root.get("rubric"), str(model.scenario), model.version, reading.drafts,
            base, problems,
        )  # fmt: skip
        _windows_of_rubric(reading, model)
    return reading


def tree_of(source: Source, problems: Problems, pure: bool = False) -> Node:
    """Return the tree of a text whose characters are all right."""
    if not check_characters(source, problems):
        return None
    before = len(problems.found)
    tree = parse(source, problems, pure)
    if tree is not None and not isinstance(tree, Block):
        problems.add("K105", "a scenario is a group of keys", tree, help="begin with  schema: 1")
        return None
    if tree is None and len(problems.found) == before:
        problems.add("Y032", "the file is empty", source.place(0, 0), help="begin with  schema: 1")
    return tree


def tree_hash(root: Block, profile: Block | None) -> str:
    """Return 32 hexadecimal figures over what the files say, without comments and line endings."""
    text = json.dumps(
        {"profile": profile, "scenario": root},
        sort_keys=True, separators=(",", ":"), ensure_ascii=False,
    )  # fmt: skip
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def right_schema(root: Block, problems: Problems) -> bool:
    """Return whether a file's schema is ours; a newer one hides all other problems."""
    node = root.get("schema")
    number = node.number() if isinstance(node, Scalar) else None
    if number is None or not isinstance(node, Scalar):
        return True
    if number > SCHEMA:
        problems.add("K111", f"schema {str(node)[:20]} is newer than this program understands "
                     f"({SCHEMA})", node,
                     help=f"upgrade the program, or ask the author for a schema {SCHEMA} file")  # fmt: skip
        return False
    if number < SCHEMA:
        problems.add("K113", f"schema {str(node)[:20]} is older than {SCHEMA}", node,
                     help="fixable with --fix")  # fmt: skip
    return True


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
                problems.add("Y011", f'duplicate key "{key[:60]}"; only one part may have it', place,
                             notes=((first, "first used here"),))  # fmt: skip
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
        except Exception:  # noqa: BLE001 - reported where the shape is checked
            return None
    shift = shift_of(*times)
    if not 1 <= shift.length <= LONGEST:
        problems.add("V225", "the shift ends before it begins, or lasts more than a day",
                     times[1].node, help="clock: {starts: Fri 08:00, ends: Fri 11:30}")  # fmt: skip
        return None
    return shift


def _profile(
    root: Block, files: Files, names: Names, problems: Problems, pure: bool
) -> tuple[ProfileFile, Block] | None:
    queue = root.get("queue")
    name = queue.get("profile") if isinstance(queue, Block) else None
    if not isinstance(name, Scalar):
        return None
    source = other_text("profiles", name, files, problems)
    if source is None:
        names.found.broken.add("kind")
        return None
    made = _file(ProfileFile, source, problems, pure)
    if made is None:
        names.found.broken.add("kind")
        return None
    tree, model = made
    names.extra["kind"] = {str(kind.id) for kind in model.kinds}
    return model, tree


F = TypeVar("F", ProfileFile, RubricFile)
_READ: dict[tuple[str, str, bool], tuple[str, Block, Any]] = {}
"""Profiles and rubrics without a problem, with their text: many scenarios share them."""


def _file(model: type[F], source: Source, problems: Problems, pure: bool) -> tuple[Block, F] | None:
    """Return a profile or rubric, from memory where the very same text was read before."""
    key = (model.__name__, source.name, pure)
    kept = _READ.get(key)
    if kept is not None and kept[0] == source.text:
        return kept[1], kept[2]
    before = len(problems.found)
    tree = tree_of(source, problems, pure)
    if not isinstance(tree, Block) or not right_schema(tree, problems):
        return None
    made = check(model, tree, problems)
    if made is None:
        return None
    if len(problems.found) == before:
        if len(_READ) >= 32:
            _READ.clear()
        _READ[key] = (source.text, tree, made)
    return tree, made


def other_text(kind: str, name: Scalar, files: Files, problems: Problems) -> Source | None:
    """Return the text of a profile or rubric that is named, or report why there is none."""
    word = kind.removesuffix("s")
    if leaves_folder(name):
        problems.add("X910", f"a {word} must stay inside the scenario folder", name,
                     help=f"name a shipped {word}, or a file beside the scenario")  # fmt: skip
        return None
    source = files.other(kind, str(name), name, problems)
    if source is None and not problems.failed:
        from simulator.scenario.library import shelf_names

        known = shelf_names(kind)
        code = "R324" if kind == "profiles" else "R325"
        problems.add(code, f'there is no {word} "{name[:60]}"', name,
                     help=did_you_mean(nearest(name, known)) or f"shipped: {', '.join(known)}")  # fmt: skip
    return source


def _inherited(reading: Reading, root: Block, files: Files, pure: bool) -> RubricFile | None:
    block = root.get("rubric")
    written = block.get("extends") if isinstance(block, Block) else None
    if block is not None and not isinstance(block, Block):
        return None
    default = RubricPart.model_fields["extends"].default
    name = str(written) if isinstance(written, Scalar) else str(default)

    def fetch(wanted: str, place: Placed | None) -> RubricText | None:
        if isinstance(place, Scalar):
            source = other_text("rubrics", place, files, reading.problems)
        else:
            source = files.other("rubrics", wanted, None, reading.problems)
        if source is None:
            return None
        made = _file(RubricFile, source, reading.problems, pure)
        return RubricText(*made) if made else None

    place = written if isinstance(written, Scalar) else None
    drafts, base = inherited(name, place, fetch, reading.problems)
    reading.drafts = drafts
    if reading.names is not None:
        reading.names.extra["criterion"] = set(drafts)
        if base is None:
            reading.found.broken.add("criterion")
    return base


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
            if test.spec.pattern != "scene.*.choice" or test.name not in scenes:
                continue
            choices = reading.found.local.get((id(scenes[test.name]), "choice"), {})
            for value, piece in zip(test.values, test.leaf.values, strict=True):
                if value not in choices and "choice" not in reading.found.broken:
                    reading.problems.add(
                        "R318", f'the scene "{test.name}" has no choice "{str(value)[:60]}"',
                        test.leaf.node, at=piece.span,
                        help=did_you_mean(nearest(str(value), choices)) or "",
                    )  # fmt: skip


def _windows_of_rubric(reading: Reading, model: Scenario) -> None:
    kinds = {window.kind for window in model.windows}
    for part in model.rubric.criteria:
        for kind in part.windows or ():
            if str(kind) not in kinds:
                reading.problems.add(
                    "R328", f'no window of this scenario is of the kind "{kind[:60]}"', kind,
                    help=did_you_mean(nearest(kind, kinds)) or "add one under  windows:",
                )  # fmt: skip


def read_other(kind: str, files: Files) -> Problems:
    """Return the problems of a rubric (`rubrics`) or a profile (`profiles`) on its own."""
    problems = Problems()
    sources = files.main(problems)
    if not sources:
        return problems
    if kind == "profiles":
        _file(ProfileFile, sources[0], problems, False)
        return problems
    made = _file(RubricFile, sources[0], problems, False)
    if made is None:
        return problems
    root, model = made
    found = survey(root, RubricFile)
    names = Names(found, problems)
    names.extra["measure"] = set(MEASURES)

    def fetch(wanted: str, place: Placed | None) -> RubricText | None:
        if wanted == str(model.rubric):
            return RubricText(root, model)
        source = other_text("rubrics", place, files, problems) if isinstance(place, Scalar) else None
        read_ = _file(RubricFile, source, problems, False) if source else None
        return RubricText(*read_) if read_ else None

    drafts, _ = inherited(str(model.rubric), None, fetch, problems)
    names.extra["criterion"] = set(drafts)
    names.resolve()
    finish(drafts, str(model.rubric), model.version, model.validated, problems)
    return problems
