"""Texts and ids on their way into the World: people's names are filled in here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.scenario.models.outside import Stakeholder
    from simulator.scenario.models.people import Member
    from simulator.scenario.models.whole import Scenario

NAMED = re.compile(r"\{([a-z][a-z0-9-]*)\.(name|short)\}")
"""A person's name inside a text: `{ana.short}`."""


class Texts:
    """Fills people's names into texts, from a fixed table and nothing else."""

    def __init__(self, scenario: Scenario) -> None:
        self.table: dict[str, str] = {}
        people: list[Member | Stakeholder] = [*scenario.team, *scenario.stakeholders]
        for person in people:
            self.table[f"{person.id}.name"] = person.name
            self.table[f"{person.id}.short"] = person.short or first_name(person.name)

    def __call__(self, text: str | None) -> str:
        """Return a text with the names in it."""
        if not text:
            return ""
        if "{" not in text:
            return str(text)
        return NAMED.sub(lambda m: self.table.get(f"{m[1]}.{m[2]}", m[0]), text)


def first_name(name: str) -> str:
    """Return the first word of a name."""
    return name.split()[0] if name.split() else name


def ids(names: Sequence[str] | None) -> tuple[str, ...]:
    """Return ids as plain texts."""
    return tuple(str(name) for name in names or ())
