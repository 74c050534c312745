from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.bands import TOPS, band_problems, level_problems
from scoring.measures import MEASURES, docs
from scoring.rubric import Criterion, Rubric, Scope
from simulator.engine.catalogue import CATALOGUE

if TYPE_CHECKING:
    from scoring.rubric import Rubric

FORBIDDEN = ("should have", "failed", "obviously")


def problems(criterion: Criterion) -> list[str]:
    measure = MEASURES[criterion.measure]
    found = level_problems(criterion, TOPS.get(measure.unit))
    if criterion.also is not None:
        found += band_problems(
            criterion.also.bands, TOPS.get(MEASURES[criterion.also.measure].unit)
        )
    return found


def test_the_bands_of_every_criterion_fit(core: Rubric) -> None:
    assert {c.id: problems(c) for c in core.criteria if problems(c)} == {}


def test_criteria_are_named_after_their_competency_and_filter_what_their_measure_heeds(
    core: Rubric,
) -> None:
    for criterion in core.criteria:
        assert criterion.id.startswith(f"{criterion.competency}.")
        used = {name for name in Scope.__slots__ if getattr(criterion.scope, name)}
        assert used <= MEASURES[criterion.measure].takes


def test_what_is_published_has_a_link(core: Rubric) -> None:
    for criterion in core.criteria:
        if criterion.basis.kind == "published":
            assert criterion.basis.link.startswith("https://")


def test_the_words_are_kind(core: Rubric) -> None:
    for criterion in core.criteria:
        words = [f"{level.anchor} {level.feedback}" for level in criterion.levels]
        text = " ".join([criterion.prompt, *words]).lower()
        assert not [bad for bad in FORBIDDEN if bad in text], criterion.id


def test_the_core_always_asks_how_long_work_waited_and_whether_check_ins_were_held(
    core: Rubric,
) -> None:
    measures = {criterion.measure for criterion in core.criteria}
    assert {"stands-still", "check-ins-kept"} <= measures


def test_every_measure_reads_kinds_that_exist_and_is_described() -> None:
    text = docs()
    for measure in MEASURES.values():
        assert set(measure.needs) <= set(CATALOGUE)
        assert f"## {measure.name}\n" in text
        assert measure.takes <= set(Scope.__slots__)
        assert measure.source
