"""Findings about forms: sets of seeds that have to be equally hard and give the same chances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.forms import form_of
from simulator.runs.balance.trials import Finding
from simulator.runs.outcomes import middle
from simulator.strategies.registry import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.runs.balance.trials import Trial, Trials

CLOSE = 5
"""Points that a reference lead's medians on two forms may differ by."""


def by_form(trials: Trials) -> Mapping[str, Sequence[Trial]]:
    """Return the reference leads' shifts by the form they played; empty without forms."""
    found: dict[str, list[Trial]] = {one.id: [] for one in trials.world.forms}
    for trial in trials.reference:
        form = form_of(trials.world, trial.seed)
        if form is not None:
            found[form.id].append(trial)
    return {form: shifts for form, shifts in found.items() if shifts}


def about_forms(trials: Trials) -> Iterator[Finding]:
    """Yield where forms differ in how hard they are, or in what they give a chance to show."""
    forms = by_form(trials)
    for lead in REFERENCE:
        yield from _unlike(lead, forms)
    yield from _chances(forms)


def _unlike(lead: str, forms: Mapping[str, Sequence[Trial]]) -> Iterator[Finding]:
    medians: list[tuple[int, str, int]] = []
    for form, shifts in forms.items():
        scores = [one.run.score for one in shifts if one.lead == lead]
        median = middle([score for score in scores if score is not None])
        if median is not None:
            medians.append((median, form, len(scores)))
    if len(medians) > 1 and max(medians)[0] - min(medians)[0] > CLOSE:
        (most, easy, many), (least, hard, few) = max(medians), min(medians)
        yield Finding(
            "B613",
            f'the forms are not equally hard: "{lead}" scores {most} on {easy}, {least} on {hard}',
            f"medians of {many} and {few} shifts",
        )


def _chances(forms: Mapping[str, Sequence[Trial]]) -> Iterator[Finding]:
    shown = {
        form: {
            name
            for one in shifts
            for name, (level, _, _) in one.run.criteria.items()
            if level is not None
        }
        for form, shifts in forms.items()
    }
    everything = set[str]().union(*shown.values())
    for form, names in shown.items():
        if missing := sorted(everything - names):
            yield Finding(
                "B614",
                f"form {form} gives no chance to show {', '.join(missing)}, another form does",
                f"in none of {len(forms[form])} shifts of reference leads",
            )
