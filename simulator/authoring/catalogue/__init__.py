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
    references,
    values,
)
from simulator.authoring.catalogue.page import FAMILIES, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

CATALOGUE: Mapping[str, Page] = {
    page.code: page
    for pages in (
        files.PAGES,
        keys.PAGES,
        values.PAGES,
        references.PAGES,
        conditions.PAGES,
        lints.PAGES,
        comments.PAGES,
        balance.PAGES,
    )
    for page in pages
}
"""Every page by its code."""


def explain(code: str) -> str | None:
    """Return the page of a code as text; None where there is no such code."""
    page = CATALOGUE.get(code.strip().upper())
    return page.text() if page else None


__all__ = ["CATALOGUE", "FAMILIES", "Page", "explain"]
