"""Rubrics: from YAML to the values that scoring works with, with what they extend."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

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
from simulator.scenario.inheriting import Base, Draft, apply
from simulator.scenario.nodes import Block, Node

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.models.rubric import (
        AlsoPart,
        BasisPart,
        PatternPart,
        RubricPart,
        ScopePart,
    )

NEEDED = ("competency", "prompt", "weight", "measure", "levels", "basis")


def finish(drafts: dict[str, Draft], base: Base, problems: Problems) -> Rubric | None:
    """Return the rubric, or report what its criteria lack."""
    criteria = [_criterion(draft, problems) for draft in drafts.values()]
    if problems.failed or any(criterion is None for criterion in criteria):
        return None
    good = tuple(criterion for criterion in criteria if criterion is not None)
    return Rubric(base.name, base.version, base.validated, good, structure_hash(good))


def combine(
    part: RubricPart, root: Node, scenario: str, version: str, drafts: dict[str, Draft],
    base: Base, problems: Problems,
) -> Rubric | None:  # fmt: skip
    """Return the rubric of a scenario; with changes of its own it has a name of its own."""
    nodes = root.get("criteria") if isinstance(root, Block) else None
    apply(drafts, part.without, part.criteria, nodes)
    if not drafts and isinstance(root, Block):
        problems.add(
            "K103", "this rubric is left without any criterion", root.key("extends") or root,
            help="criteria: [...]",
        )  # fmt: skip
        return None
    if not part.without and not part.criteria:
        return finish(drafts, base, problems)
    own = Base(scenario, version, base.validated)
    return finish(drafts, Base.of([base, own]), problems)


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
