"""What can be wrong with a line, and the nearest thing that would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import WrongUse
from simulator.scenario.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable


class LineError(WrongUse):
    """A line that cannot be understood; its message is one sentence or two, ready to show."""


def unknown(what: str, text: str, known: Iterable[str]) -> LineError:
    """Return the error for a name nobody knows, with the nearest right one or the list of them.

    `what` is a noun with its article: `a ticket`, `an analyst`.
    """
    names = list(dict.fromkeys(known))
    near = nearest(text, names, most=1)
    if near:
        return LineError(f"“{text}” is not {what}. Did you mean “{near[0]}”?")
    if not names:
        return LineError(f"“{text}” is not {what}; there is none at the moment.")
    listed = ", ".join(names[:9]) + (", …" if len(names) > 9 else "")
    return LineError(f"“{text}” is not {what}. Possible now: {listed}.")
