"""One ticket's priority: open it, set it, acknowledge it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui import offers
from simulator.tui.dialogs.reading import ReadTicket

if TYPE_CHECKING:
    from simulator.tui.offers import Offer


class Priority(ReadTicket):
    """The ticket as it came in, and what changes its place in the queue."""

    def offered(self) -> tuple[Offer, ...]:
        """Offer what changes its place."""
        return (*offers.for_ticket(self.sight, self.ticket), *self.doors())
