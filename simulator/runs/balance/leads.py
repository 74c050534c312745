"""Findings about leads: careless play that pays, good play that does not, figures that mislead."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.runs.balance.trials import Finding, counted
from simulator.runs.outcomes import middle, more_is_better
from simulator.runs.watched import BEST
from simulator.strategies.options import WORDS
from simulator.strategies.registry import CARELESS, REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.rubric import Competency
    from simulator.runs.balance.trials import Trial, Trials

MARGIN = 10
"""Points: how near reference leads' medians lie, and how far off every careless lead's."""

ALLOWED = 50
"""Permille of shifts in which chance may make a careless lead acceptable, or a good one not."""

CORE: tuple[Competency, ...] = ("delegation", "communication", "prioritisation")
"""Competencies on which no careless lead may be acceptable."""

CARRYING = 2
"""Answers named that carry a careless lead's score."""

SCENES = 2
"""Scored scenes in which a look of the words has to be best before it is more than luck. (J)"""


def about_leads(trials: Trials) -> Iterator[Finding]:
    """Yield what the leads' scores show."""
    yield from _careless_pays(trials)
    yield from _careless_acceptable(trials)
    yield from _reference_short(trials)
    yield from _reference_apart(trials)
    yield from _figures_ahead(trials)
    yield from _words_tell(trials)


def _careless_pays(trials: Trials) -> Iterator[Finding]:
    best = next(iter(trials.medians(REFERENCE).items()), None)
    if best is None:
        return
    for lead, median in trials.medians(CARELESS).items():
        if median >= best[1] - MARGIN:
            shifts = trials.by_lead[lead]
            top = max(shifts, key=lambda one: (one.run.score or 0, -one.seed))
            yield Finding(
                "B601",
                f'the careless lead "{lead}" scores {median} of 100; the reference lead '
                f'"{best[0]}" scores {best[1]}{_carried_by(shifts)}',
                f"medians of {len(shifts)} shifts", top.seed, lead,
            )  # fmt: skip


def _carried_by(shifts: Sequence[Trial]) -> str:
    """Return the answers that earned most often what an answer can earn, in words."""
    best = [
        f"{one.scene}/{one.choice}"
        for shift in shifts
        for one in shift.answers
        if one.counts and one.best
    ]
    named = ", ".join(f"{answer} {times}x" for answer, times in Counter(best).most_common(CARRYING))
    return f"; answers that carry it: {named}" if named else ""


def _careless_acceptable(trials: Trials) -> Iterator[Finding]:
    for lead in CARELESS:
        shifts = trials.by_lead.get(lead, ())
        for competency in CORE:
            fine = [one for one in shifts if _acceptable(one, competency)]
            if 1000 * len(fine) > ALLOWED * len(shifts):
                yield Finding(
                    "B602", f'the careless lead "{lead}" is acceptable on {competency}',
                    counted(len(fine), len(shifts)), fine[0].seed, lead,
                )  # fmt: skip


def _acceptable(trial: Trial, competency: str) -> bool:
    return trial.run.competencies.get(competency, (None, False))[1]


def _reference_short(trials: Trials) -> Iterator[Finding]:
    for lead in REFERENCE:
        shifts = trials.by_lead.get(lead, ())
        for competency in dict.fromkeys(c for one in shifts for c in one.run.competencies):
            scored = [one for one in shifts if one.run.competencies[competency][0] is not None]
            short = [one for one in scored if not _acceptable(one, competency)]
            if 1000 * len(short) > ALLOWED * len(scored):
                yield Finding(
                    "B603", f'the reference lead "{lead}" is not acceptable on {competency}',
                    counted(len(short), len(scored)), short[0].seed, lead,
                )  # fmt: skip


def _reference_apart(trials: Trials) -> Iterator[Finding]:
    medians = list(trials.medians(REFERENCE).items())
    if len(medians) > 1 and medians[0][1] - medians[-1][1] > MARGIN:
        (high, most), (low, least) = medians[0], medians[-1]
        yield Finding(
            "B604",
            f'the reference leads lie {most - least} points apart: "{high}" scores {most}, '
            f'"{low}" {least}; there is one good way rather than several',
            f"medians of {len(trials.by_lead[low])} shifts",
        )


def _figures_ahead(trials: Trials) -> Iterator[Finding]:
    for figure in dict.fromkeys(name for one in trials.all for name in one.run.outcomes):
        sign = -1 if more_is_better(figure) else 1
        good = _medians(trials, REFERENCE, figure)
        if not good:
            continue
        best = min(good, key=lambda row: sign * row[0])
        ahead = [
            row for row in _medians(trials, CARELESS, figure) if sign * row[0] < sign * best[0]
        ]
        if ahead:
            named = ", ".join(f"{lead} {value}" for value, lead in sorted(ahead))
            yield Finding(
                "B605",
                f"careless leads are ahead on the desk's figure `{figure}`: {named}; "
                f"the best reference lead is {best[1]} with {best[0]}",
                f"medians of {len(trials.by_lead[best[1]])} shifts",
            )


def _medians(trials: Trials, leads: Sequence[str], figure: str) -> list[tuple[int, str]]:
    """Return each lead's median of a figure, where more than half of its shifts have it."""
    found = []
    for lead in leads:
        shifts = trials.by_lead.get(lead, ())
        values = [one.run.outcomes.get(figure) for one in shifts]
        known = [value for value in values if value is not None]
        median = middle(known)
        if median is not None and 2 * len(known) > len(values):
            found.append((median, lead))
    return found


def _words_tell(trials: Trials) -> Iterator[Finding]:
    """Yield the leads that go by the look of the words and mostly find the best answer so."""
    for lead in WORDS:
        shifts = trials.by_lead.get(lead, ())
        scored = [one for shift in shifts for one in shift.answers if one.counts]
        best = Counter(one.scene for one in scored if dict(one.open)[one.choice] == BEST)
        guess = sum(one.by_guess for one in scored)
        if len(best) < SCENES or best.total() <= max(guess, len(scored) / 2):
            continue
        of = Counter(one.scene for one in scored)
        named = ", ".join(f"{scene} {times} of {of[scene]}" for scene, times in best.most_common())
        yield Finding(
            "B620",
            f'"{lead}", which reads no more than the look of the answers, earns the best level '
            f"in most answers to scored scenes: {named}; a guess would earn it {round(guess)} "
            "times",
            counted(best.total(), len(scored), "answers"), shifts[0].seed, lead,
        )  # fmt: skip
