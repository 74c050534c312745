"""The absent lead: does nothing, so that the desk shows what it does by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.strategies.protocol import Wait


class Absent:
    """Gives no act in the whole shift."""

    def decide(self, view: View) -> Sequence[AnyAct | Wait]:
        """Return nothing."""
        return ()
