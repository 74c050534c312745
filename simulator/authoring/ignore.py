"""Comments that silence a lint: `# lint: ignore[L510] reason`.

They stand on the line of the thing, or alone on the line before it. Only lints can be silenced;
one that silences nothing is reported.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Diagnostic, Problems, Source

MOST = 200
"""Comments of one text that are looked at."""
MOST_ROWS = 20
"""Rows of comment between one that ignores and the thing it is about."""
COMMENT = re.compile(r"#\s*lint:\s*ignore\[([^\]\n]*)\]([^\n]*)")


def silence(problems: Problems) -> None:
    """Take out the lints that a comment ignores, and report comments that ignore nothing."""
    for source in list(problems.sources.values()):
        if "lint:" not in source.text:
            continue
        for found in islice(COMMENT.finditer(source.text), MOST):
            codes = [code.strip() for code in found.group(1).split(",") if code.strip()]
            place = source.place(found.start(), found.end())
            lines = _lines(source, place.line)
            for code in codes or [""]:
                here = [d for d in problems.found if _fits(d, code, source.name, lines)]
                if here:
                    problems.found = [d for d in problems.found if d not in here]
                    continue
                why = (
                    f'"{code[:20]}" cannot be ignored; only codes that begin with L can'
                    if code[:1] not in ("L", "B")
                    else f"there is no {code[:20]} here to ignore"
                )
                problems.add("L599", why, place, help="remove the comment")


def _lines(source: Source, line: int) -> frozenset[int]:
    """Return the lines that a comment is about: its own, or the next one if it stands alone."""
    if source.line(line).lstrip().startswith("#"):
        after = line + 1
        while after <= min(len(source.starts), line + MOST_ROWS) and source.line(
            after
        ).lstrip().startswith("#"):
            after += 1
        return frozenset((after,))
    return frozenset((line,))


def _fits(problem: Diagnostic, code: str, name: str, lines: frozenset[int]) -> bool:
    return (
        problem.code == code
        and code[:1] in ("L", "B")
        and problem.place.path == name
        and problem.place.line in lines
    )
