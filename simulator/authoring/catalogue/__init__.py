"""Every problem that `validate` or `calibrate` can find: one page each.

The wrong example of a page is its test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.catalogue import (
    balance,
    comments,
    conditions,
    files,
    keys,
    lints,
    reach,
    references,
    safety,
    scored,
    values,
)
from simulator.authoring.catalogue.page import FAMILIES, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOMS = (
    files, keys, values, references, scored, safety, conditions, lints, reach, comments, balance,
)  # fmt: skip
CATALOGUE: Mapping[str, Page] = {
    page.code: page
    for page in sorted(
        (page for room in _ROOMS for page in room.PAGES),
        key=lambda page: (tuple(FAMILIES).index(page.code[0]), page.code),
    )
}
"""Every page by its code, family by family."""


def explain(code: str) -> str | None:
    """Return the page of a code as text; None where there is no such code."""
    page = CATALOGUE.get(code.strip().upper())
    return page.text() if page else None


__all__ = ["CATALOGUE", "FAMILIES", "Page", "explain"]
