"""Problems as annotations of a workflow on GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.scenario.diagnostics import Diagnostic

SHOWN = 10
"""Annotations of each severity that GitHub shows for one step (actions/toolkit 734)."""


def commands(problems: Sequence[Diagnostic], left_out: int = 0) -> Iterator[str]:
    """Yield a workflow command a problem, and one that says how many will not be seen."""
    for problem in problems:
        yield _command(problem)
    errors = sum(problem.is_error for problem in problems)
    unseen = left_out + sum(max(0, n - SHOWN) for n in (errors, len(problems) - errors))
    if unseen:
        yield f"::notice::{unseen} of {len(problems) + left_out} problems are in the log only"


def _command(problem: Diagnostic) -> str:
    place = problem.place
    where = {"file": place.path, "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        # GitHub takes columns within one line only.
        where |= {"col": place.column, "endColumn": place.end_column}
    where["title"] = problem.code
    given = ",".join(f"{key}={_value(str(value))}" for key, value in where.items())
    text = "\n".join(filter(None, (problem.message, problem.help)))
    return f"::{problem.severity} {given}::{_message(text)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
