"""The ids that a schema lists: those of the product, and those of an author's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.measures import MEASURES
from simulator.authoring.schema.shaping import walked
from simulator.authoring.validate import readings
from simulator.engine.catalogue import CATALOGUE
from simulator.scenario.kinds import ACTS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from simulator.authoring.schema.shaping import Schema

OURS: Mapping[str, frozenset[str]] = {
    "act": frozenset(ACTS), "entry": frozenset(CATALOGUE), "measure": frozenset(MEASURES),
}  # fmt: skip
"""Kinds of names that no scenario can add to."""
FREE = frozenset(("flag", "subject", "anchor", "window-kind", "step", "service", "skill"))
"""Kinds whose words are made where they are used, or are put together from an id and more."""


def ids_of(paths: Iterable[str | Path]) -> dict[str, set[str]]:
    """Return what the scenarios in these files and folders define, by kind of name.

    A faulty scenario gives what could be read of it.
    """
    found: dict[str, set[str]] = {}
    for reading in readings(paths):
        if reading.names is not None:
            for kind in KINDS:
                found.setdefault(kind, set()).update(map(str, reading.names.known(kind)))
            found.setdefault("form", set()).update(map(str, reading.found.of("form")))
    return found


def with_names(schema: Schema, found: Mapping[str, Iterable[str]] | None = None) -> Schema:
    """Return a schema in which a name is one of those there are.

    Without a folder only the product's own names are listed; with one, the folder's too.
    """
    known = {**{kind: set(ids) for kind, ids in (found or {}).items()}, **OURS}

    def listed(one: Schema) -> Schema:
        kinds = one.pop("x-names", None)
        if (
            not kinds
            or not FREE.isdisjoint(kinds)
            or (found is None and not known.keys() >= set(kinds))
        ):
            return one
        names = sorted(set().union(*(known.get(kind, ()) for kind in kinds)))
        if not names:
            return one  # Nothing of the sort is defined yet: the editor does not know better.
        if {"analyst", "conflict"} <= set(kinds):
            names.append("team")  # What an effect can change besides one person or conflict.
        return {"enum": names, **{key: value for key, value in one.items() if key != "type"}}

    return walked(schema, listed)
