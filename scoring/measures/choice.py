"""The credit of scene choices, as one measure for all competencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import whole
from scoring.measures.common import cite, fits
from scoring.measures.registry import Figure, whole_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion


@whole_measure(
    "choice-credit", unit="points", better="more", takes={"audience", "person", "during"},
    needs=("scene.answered", "scene.lapsed"), source="assessment 2.3",
)  # fmt: skip
def choice_credit(log: Log, windows: Sequence[Window], criterion: Criterion) -> Figure:
    """Credit of the choices in scenes that name this criterion: their mean, rounded down.

    Each answer counts once. Silence counts 0 beside an answer; nothing but silence is None, with
    what went unanswered as evidence.
    """

    def counts(kind: str) -> list[tuple[int, int]]:
        once: dict[tuple[object, int], tuple[int, int]] = {}
        for entry in log.of(kind):
            credit = whole(entry.data.get("credit"))
            named = entry.data.get("criterion") == criterion.id
            if named and credit >= 0 and fits(log, entry, criterion.scope):
                key = (entry.data.get("scene"), entry.because)
                once.setdefault(key, (credit if kind == "scene.answered" else 0, entry.number))
        return list(once.values())

    answered, lapsed = counts("scene.answered"), counts("scene.lapsed")
    rows = sorted([*lapsed, *answered], key=lambda row: row[0])
    evidence = cite(log.entries[number] for _, number in rows)
    if not answered:
        return Figure(None, evidence, len(rows))
    return Figure(min(3, sum(credit for credit, _ in rows) // len(rows)), evidence, len(rows))
