"""Rubrics: from YAML to the values that scoring works with, with what they extend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from scoring.bands import TOPS, level_problems
from scoring.measures import MEASURES
from scoring.rubric import (
    Basis,
    Criterion,
    Criterion2,
    Level,
    Pattern,
    Rubric,
    Scope,
    Value,
    structure_hash,
)
from simulator.scenario.bands import bands_fit
from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.models.rubric import (
        AlsoPart,
        BasisPart,
        CriterionPart,
        PatternPart,
        RubricFile,
        RubricPart,
        ScopePart,
    )

FIELDS = (
    "competency",
    "prompt",
    "weight",
    "measure",
    "scope",
    "windows",
    "levels",
    "basis",
    "yields_to",
    "must_not",
    "pattern",
    "also",
    "sources",
)
NEEDED = ("competency", "prompt", "weight", "measure", "levels", "basis")
MOST_EXTENDED = 4
"""How many rubrics may extend one another."""


@dataclass(slots=True)
class Draft:
    """A criterion on its way: what it says so far, and where."""

    id: Scalar
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Node] = field(default_factory=dict)


@dataclass(slots=True)
class RubricText:
    """A rubric file that was read."""

    root: Block
    model: RubricFile


Fetch = Callable[[str, "Placed | None"], "RubricText | None"]


def inherited(name: str, place: Placed | None, fetch: Fetch, problems: Problems,
              depth: int = 0) -> tuple[dict[str, Draft], RubricFile | None]:  # fmt: skip
    """Return the criteria of a rubric file and of all that it extends."""
    if depth >= MOST_EXTENDED:
        problems.add("R325", f"more than {MOST_EXTENDED} rubrics extend one another", place)
        return {}, None
    text = fetch(name, place)
    if text is None:
        return {}, None
    drafts: dict[str, Draft] = {}
    if text.model.extends:
        above = text.root.get("extends")
        where = above if isinstance(above, Scalar) else None
        drafts, _ = inherited(text.model.extends, where, fetch, problems, depth + 1)
    apply(drafts, text.model.without, text.model.criteria, text.root.get("criteria"))
    return drafts, text.model


def apply(
    drafts: dict[str, Draft], without: Sequence[Scalar], criteria: Sequence[CriterionPart],
    nodes: Node,
) -> None:  # fmt: skip
    """Leave criteria out, add new ones, and change those that are there."""
    for name in without:
        drafts.pop(str(name), None)
    blocks = list(nodes) if isinstance(nodes, Items) else []
    for number, part in enumerate(criteria):
        draft = drafts.setdefault(str(part.id), Draft(part.id))
        if draft.values:
            draft = drafts[str(part.id)] = Draft(part.id, dict(draft.values), dict(draft.places))
        block = blocks[number] if number < len(blocks) else None
        for key in FIELDS:
            value = getattr(part, key)
            if value is not None:
                draft.values[key] = value
                if isinstance(block, Block):
                    draft.places[key] = block.get(key)


def finish(
    drafts: dict[str, Draft], id: str, version: str, validated: bool, problems: Problems,  # noqa: A002
) -> Rubric | None:  # fmt: skip
    """Return the rubric, or report what its criteria lack."""
    criteria = [_criterion(draft, problems) for draft in drafts.values()]
    if problems.failed or any(criterion is None for criterion in criteria):
        return None
    good = tuple(criterion for criterion in criteria if criterion is not None)
    return Rubric(id, version, validated, good, structure_hash(good))


def combine(
    part: RubricPart, root: Node, scenario: str, version: str, drafts: dict[str, Draft],
    base: RubricFile, problems: Problems,
) -> Rubric | None:  # fmt: skip
    """Return the rubric of a scenario; with changes of its own it has a name of its own."""
    nodes = root.get("criteria") if isinstance(root, Block) else None
    apply(drafts, part.without, part.criteria, nodes)
    if not part.without and not part.criteria:
        return finish(drafts, str(base.rubric), base.version, base.validated, problems)
    return finish(
        drafts, f"{base.rubric}+{scenario}", f"{base.version}+{version}", base.validated, problems
    )


def _criterion(draft: Draft, problems: Problems) -> Criterion | None:
    values = draft.values
    for name in NEEDED:
        if name not in values:
            problems.add(
                "K103",
                f'the criterion "{draft.id[:60]}" has no "{name}"',
                draft.id,
                help=f"{name}: ...",
            )
            return None
    measure = MEASURES.get(str(values["measure"]))
    if measure is None:
        return None  # an unknown name, reported with the names
    scope = _scope(values.get("scope"))
    used = _used(scope)
    surplus = sorted(used - measure.takes)
    if surplus:
        node = draft.places.get("scope")
        place = node.key(surplus[0]) if isinstance(node, Block) else None
        takes = ", ".join(sorted(measure.takes)) or "no filter at all"
        problems.add(
            "R332",
            f'the measure "{measure.name}" does not look at "{surplus[0]}"',
            place or draft.id,
            help=f"it takes: {takes}",
        )
        return None
    if (measure.name == "pattern") != (values.get("pattern") is not None):
        problems.add(
            "R333",
            'a "pattern" stands exactly where the measure is "pattern"',
            draft.id,
            help="measure: pattern, and  pattern: {entry: ...}",
        )
        return None
    if not bands_fit(values["levels"], draft.places.get("levels"), draft.id, problems):
        return None
    levels = tuple(
        Level(cast("Value", part.value), part.band, part.anchor, part.feedback, part.source)
        for part in sorted(values["levels"], key=lambda part: -part.value)
    )
    criterion = Criterion(
        id=str(draft.id),
        competency=values["competency"],
        prompt=values["prompt"],
        weight=values["weight"],
        measure=measure.name,
        scope=scope,
        windows=tuple(str(kind) for kind in values.get("windows") or ()),
        levels=levels,  # type: ignore[arg-type]
        basis=_basis(values["basis"]),
        yields_to=tuple(str(kind) for kind in values.get("yields_to") or ()),
        must_not=values.get("must_not") or False,
        pattern=_pattern(values.get("pattern")),
        also=_also(values.get("also"), draft, problems),
        sources=tuple(values.get("sources") or ()),
    )
    for problem in level_problems(criterion, TOPS.get(measure.unit)):
        problems.add(
            "V222", f'levels of "{criterion.id}": {problem}', draft.places.get("levels") or draft.id
        )
        return None
    return criterion


def _scope(part: ScopePart | None) -> Scope:
    if part is None:
        return Scope()
    return Scope(
        priority=frozenset(part.priority or ()),
        audience=frozenset(part.audience or ()),
        during=str(part.during or ""),
        person=str(part.person or ""),
        service=str(part.service or ""),
    )


def _used(scope: Scope) -> set[str]:
    names = ("priority", "audience", "during", "person", "service")
    return {name for name in names if getattr(scope, name)}


def _basis(part: BasisPart) -> Basis:
    return Basis(part.kind, part.link, part.n, part.share or 0)


def _pattern(part: PatternPart | None) -> Pattern | None:
    if part is None:
        return None
    return Pattern(
        entry=str(part.entry or ""),
        within=part.within,
        before=str(part.before or ""),
        at_least=1 if part.at_least is None else part.at_least,
        never=_pattern(part.never),
        sequence=tuple(
            inner for one in part.sequence or () if (inner := _pattern(one)) is not None
        ),
    )


def _also(part: AlsoPart | None, draft: Draft, problems: Problems) -> Criterion2 | None:
    if part is None:
        return None
    return Criterion2(
        measure=str(part.measure),
        bands=tuple((cast("Value", level.value), level.band) for level in part.levels),
        scope=_scope(part.scope) if part.scope is not None else None,
        windows=None if part.windows is None else tuple(str(kind) for kind in part.windows),
    )
