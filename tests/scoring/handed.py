"""Runs that were handed in, made up for tests of cohorts and exports."""

from __future__ import annotations

from datetime import date

from scoring.assess import Assessment
from scoring.cohort.handed import Handed, Terms
from scoring.rubric import Filling, Score, Value

TERMS = Terms("autumn", "Onboarding", "pseudonymous", 6)


def handed(
    number: int = 1,
    points: int = 40,
    level: Value | None = 3,
    *,
    trainee: str = "",
    version: str = "1.0.0",
    by: str = "person",
    attempt: int = 1,
    scenario: str = "a-shift",
) -> Handed:
    """Return one run with one competency of `points` in 60 and one criterion beside it."""
    filling = (
        Filling("people.listens", None, "no opportunity", None, ())
        if level is None
        else Filling("people.listens", level, "", -4, (3, 17))
    )
    return Handed(
        run=f"run-{number}",
        trainee=trainee or f"t-{number}",
        scenario=scenario,
        scenario_version=version,
        scenario_hash="abcd1234",
        epoch=1,
        seed=7,
        mode="practice",
        by=by,
        forked=False,
        minutes=210,
        started=date(2025, 11, 20),
        ended=None,
        handed_in=date(2025, 11, 21),
        until=date(2026, 5, 21),
        attempt=attempt,
        assessment=Assessment("core", "1.0.0", "f" * 32, (filling,), {"people": Score(points, 60)}),
    )
