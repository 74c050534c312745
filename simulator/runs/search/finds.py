"""What a search shows: careless play that scores well, and where a scenario asks for no reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.runs.balance.leads import ALLOWED, CORE, MARGIN
from simulator.runs.balance.trials import Finding, counted
from simulator.runs.outcomes import more_is_better

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.runs.search.climb import Find, Searched
    from simulator.runs.search.trying import Played


def findings(found: Searched) -> Iterator[Finding]:
    """Yield what the finds show, each held against the reference leads on the same seeds."""
    careless: list[Find] = []
    for find in found.finds:
        if as_good(find.played, found.reference):
            yield _no_reading(find)
        else:
            careless.append(find)
    for competency in CORE:
        yield from _acceptable(competency, careless)
    for find in careless:
        if not find.aim:
            yield from _pays(find, found.reference)


def as_good(played: Played, reference: Mapping[str, Played]) -> bool:
    """Return whether play is as good as a reference lead's, for the rubric and for the desk.

    That is: on no competency and on none of the desk's figures behind the last reference lead.
    Such play is not careless, however it came about.
    """
    competencies = dict.fromkeys(
        name for lead in reference.values() for run in lead.runs for name in run.competencies
    )
    for name in competencies:
        scores = [score for one in reference.values() if (score := one.median(name)) is not None]
        if scores and (played.median(name) or 0) < min(scores):
            return False
    figures = dict.fromkeys(name for one in reference.values() for name in one.outcomes)
    return all(not _behind(played, reference, figure) for figure in figures)


def _behind(played: Played, reference: Mapping[str, Played], figure: str) -> bool:
    sign = 1 if more_is_better(figure) else -1
    theirs = [sign * one.outcomes[figure] for one in reference.values() if figure in one.outcomes]
    return figure not in played.outcomes or sign * played.outcomes[figure] < min(theirs)


def behind_on(played: Played, reference: Mapping[str, Played]) -> dict[str, tuple[int | None, int]]:
    """Return the desk's figures on which play is behind every reference lead: its own, theirs.

    Theirs is the least good of the reference leads.
    """
    found: dict[str, tuple[int | None, int]] = {}
    for figure in dict.fromkeys(name for one in reference.values() for name in one.outcomes):
        if _behind(played, reference, figure):
            theirs = [one.outcomes[figure] for one in reference.values() if figure in one.outcomes]
            worst = min(theirs) if more_is_better(figure) else max(theirs)
            found[figure] = (played.outcomes.get(figure), worst)
    return found


def _acceptable(competency: str, finds: Sequence[Find]) -> Iterator[Finding]:
    """Yield the find that is acceptable most often, whatever it was looked for."""
    if not finds:
        return
    find = max(finds, key=lambda one: one.played.acceptable(competency))
    shifts = find.played.runs
    fine = [run for run in shifts if run.competencies.get(competency, (None, False))[1]]
    if 1000 * len(fine) > ALLOWED * len(shifts):
        yield Finding(
            "B615",
            f"habits that read nothing are acceptable on {competency}",
            counted(len(fine), len(shifts), "fresh shifts"), fine[0].seed,
        )  # fmt: skip


def _pays(find: Find, reference: Mapping[str, Played]) -> Iterator[Finding]:
    scores = {name: played.score for name, played in reference.items() if played.score is not None}
    if not scores or find.played.score is None:
        return
    best = max(scores, key=lambda name: scores[name])
    if find.played.score >= scores[best] - MARGIN:
        yield Finding(
            "B616",
            f"habits that read nothing score {find.played.score} of 100; the reference lead "
            f'"{best}" scores {scores[best]}',
            f"medians of {len(find.played.runs)} fresh shifts", find.played.runs[0].seed,
        )  # fmt: skip


def _no_reading(find: Find) -> Finding:
    return Finding(
        "B617",
        "habits that read nothing serve the desk as well as a reference lead does: the scenario "
        "asks for no reading",
        f"medians of {len(find.played.runs)} fresh shifts", find.played.runs[0].seed,
    )  # fmt: skip
