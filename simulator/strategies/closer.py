"""The closer: absent, then whatever a lead gets credit for, in the last tenth of the shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.strategies.expert import Expert
from simulator.strategies.protocol import Wait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View


class Closer(Expert):
    """Does nothing for nine tenths; then goes through the expert's duties, one after another."""

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Yield nothing but a pause until the last tenth."""
        begins = view.length - view.length // 10
        if view.now < begins:
            yield Wait(begins)
        else:
            yield from super().decide(view)
