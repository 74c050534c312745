"""What one vendor's export looks like, and how its words are read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PRIORITIES: Mapping[str, int] = {
    "critical": 1, "urgent": 1, "highest": 1, "blocker": 1, "emergency": 1, "major": 2, "high": 2,
    "moderate": 3, "medium": 3, "normal": 3, "low": 4, "minor": 4, "lowest": 4, "planning": 4,
    "trivial": 4,
    "kritisch": 1, "dringend": 1, "hoch": 2, "mittel": 3, "niedrig": 4,
    "critique": 1, "urgente": 1, "elevee": 2, "haute": 2, "moyenne": 3, "normale": 3, "faible": 4,
    "basse": 4, "critica": 1, "alta": 2, "media": 3, "baja": 4, "baixa": 4, "bassa": 4,
}  # fmt: skip
"""Words for priorities in any export, without accents, as P1 to P4."""
DONE = frozenset((
    "resolved", "closed", "solved", "done", "completed", "complete", "canceled", "cancelled",
    "erledigt", "geschlossen", "gelost", "fertig", "resolu", "ferme", "termine", "resuelto",
    "cerrado", "resuelta", "cerrada", "resolvido", "fechado", "risolto", "chiuso",
))  # fmt: skip
"""States in which nobody works on a ticket any more, without accents."""
YES = frozenset(("true", "yes", "1", "within sla"))
NO = frozenset(("false", "no", "0", "sla violated"))
_NUMBERED = re.compile(r"(?:p|prio|priority|sev|severity)?[ -]?([1-5])(?:\s*[-:.)]\s*\S.*)?\Z")
_CODE = re.compile(r"-?\d+\Z")
LOWEST = 4
"""The lowest priority that a shift knows; ServiceNow's 5 (Planning) is this too."""


def plain(text: str) -> str:
    """Return a text as it is compared: small letters, no accents, single spaces, no `_`."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(text.replace("_", " ").casefold().split())


@dataclass(frozen=True, slots=True)
class Vendor:
    """One vendor's export."""

    name: str
    """As `--from` takes it."""
    title: str
    columns: Mapping[str, tuple[str, ...]]
    """Headings by field, the best first, as `plain` makes them."""
    spare: frozenset[str] = frozenset()
    """Headings that are understood and not needed."""
    misleading: Mapping[str, str] = field(default_factory=dict)
    """Headings that look like a time to resolve or a flag for it, and why they are not read."""
    priorities: Mapping[str, int] = field(default_factory=dict)
    """Words for priorities that mean something of their own here."""
    codes: Mapping[str, bool] = field(default_factory=dict)
    """Numbers that stand for states, and whether nobody works on such a ticket any more."""

    def known(self, heading: str) -> bool:
        """Return whether a heading, as `plain` makes it, is one of this vendor's."""
        return (
            heading in self.spare
            or heading in self.misleading
            or any(heading in names for names in self.columns.values())
        )

    def level(self, text: str) -> int | None:
        """Return 1 to 4 for a priority as the export writes it, None for one nobody knows."""
        word = plain(text)
        if found := self.priorities.get(word):
            return found
        if numbered := _NUMBERED.match(word):
            return min(LOWEST, int(numbered[1]))
        return PRIORITIES.get(word)

    def knows_state(self, state: str) -> bool:
        """Return whether a state is a word, or a number that stands for one."""
        return not _CODE.match(state) or state in self.codes

    def is_done(self, state: str) -> bool:
        """Return whether nobody works on a ticket in this state any more."""
        return plain(state) in DONE or self.codes.get(state, False)


OWN = Vendor("own", "an export with columns of your own", {})
"""Whatever is not a vendor's: only what `--map` says is read."""


def names(*headings: str) -> frozenset[str]:
    """Return headings as they are compared."""
    return frozenset(map(plain, headings))
