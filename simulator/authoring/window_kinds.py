"""Kinds of windows: what the criteria of a rubric wait for, and what a scenario opens.

Only where both name a kind alike can what a window opens for be scored.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.scenario.inheriting import extended
from simulator.scenario.loose_ends import blocks
from simulator.scenario.models.rubric import CORE
from simulator.scenario.nodes import Scalar
from simulator.scenario.suggest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from scoring.rubric import Criterion
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.models.whole import Scenario
    from simulator.scenario.nodes import Block
    from simulator.scenario.reading import Reading

MOST_NAMED = 6
"""Kinds of a rubric that a message names at most."""


def lint_windows(reading: Reading) -> None:
    """Report kinds that are waited for and never opened, and those that nothing waits for.

    A criterion of the author's own that waits in vain is R328, inherited ones are R337, and a
    window that no criterion of the whole rubric is about is R336. A kind that is only spelt
    wrongly is told once.
    """
    model, root, rubric, problems = reading.model, reading.root, reading.rubric, reading.problems
    if model is None or root is None or reading.world is None:
        return
    kinds = [one.get("kind") for one in reversed(blocks(root, "windows"))]
    opened = {str(kind): kind for kind in kinds if isinstance(kind, Scalar)}
    criteria = rubric.criteria if rubric is not None else ()
    known = {kind for one in criteria for kind in _named_by(one)}
    spare = {kind: node for kind, node in opened.items() if rubric and kind not in known}
    told = _own(model, opened, spare, problems)
    told = told.union(
        *(_spare(node, criteria, problems) for kind, node in spare.items() if kind not in told)
    )
    waiting = Counter(
        kind
        for one in criteria
        if one.windows and not set(one.windows) & set(opened)
        for kind in one.windows
        if kind not in told
    )
    if waiting and _counted_on(model, root):
        _missing(waiting, root, problems)


def _own(
    model: Scenario, opened: Mapping[str, Scalar], spare: Mapping[str, Scalar], problems: Problems
) -> set[str]:
    """Report the author's criteria that wait in vain; return the kinds that this is about."""
    told: set[str] = set()
    for kind in (kind for part in model.rubric.criteria for kind in part.windows or ()):
        if str(kind) in opened:
            continue
        like = next(iter(nearest(kind, spare, 1)), "")
        told |= {str(kind), like}
        help_ = did_you_mean(nearest(kind, opened)) or "add one under  windows:"
        notes = ((spare[like], "this kind is like it, and no criterion names it"),) if like else ()
        problems.add(
            "R328", f'no window of this scenario is of the kind "{kind[:60]}"', kind,
            notes=notes, help="write both alike" if like else help_,
        )  # fmt: skip
    return told


def _spare(node: Scalar, criteria: Collection[Criterion], problems: Problems) -> Sequence[str]:
    """Report a window that no criterion is about; return the kinds that its own may stand for."""
    known = Counter(kind for one in criteria for kind in one.windows)
    near = nearest(node, known)
    problems.add(
        "R336", f'no criterion is about windows of the kind "{node[:60]}", so nothing is scored in '
        "this one", node, help=did_you_mean(near) or f"this rubric knows {_told(known)}",
    )  # fmt: skip
    return near


def _counted_on(model: Scenario, root: Block) -> bool:
    """Return whether the author counts on what is inherited.

    That is where other rubrics are named than the one that is taken anyway, or where windows are
    opened in a shift with a P1, which that one is about.
    """
    named = any(name not in CORE for name in extended(root.get("rubric")))
    return named or (bool(model.windows) and any(one.severity == 1 for one in model.incidents))


def _missing(waiting: Counter[str], root: Block, problems: Problems) -> None:
    """Report inherited criteria that wait for what nothing opens."""
    named = extended(root.get("rubric"))
    problems.add(
        "R337", f"inherited criteria wait for windows that nothing opens: {_told(waiting)}",
        named[0] if named else root.key("windows"),
        help="open a window of that kind, or leave them out:  rubric: {without: [...]}",
    )  # fmt: skip


def _named_by(criterion: Criterion) -> Iterator[str]:
    """Yield the kinds of windows that a criterion reads in any way."""
    yield from criterion.windows
    yield from criterion.yields_to
    yield criterion.scope.during
    if criterion.also is not None:
        yield from criterion.also.windows or ()


def _told(kinds: Counter[str]) -> str:
    """Return kinds with the number of criteria that are about each, at most a few."""
    rows = [
        f"{kind} ({count} {'criterion' if count == 1 else 'criteria'})"
        for kind, count in kinds.most_common(MOST_NAMED)
    ]
    more = [f"{len(kinds) - MOST_NAMED} more"] if len(kinds) > MOST_NAMED else []
    return ", ".join((*rows, *more)) or "no kind of window"
