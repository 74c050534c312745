"""What you know, for a screen wide enough to keep it in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from simulator.tui.shown import StripShown


class KnownPane(Widget):
    """A paragraph a fact, the newest first."""

    known: reactive[tuple[StripShown, ...]] = reactive(())

    def render(self) -> Content:
        """Return the facts with the minute they were learned."""
        return Content("\n").join(
            Content.assemble((f" {fact.clock} ", "bold"), fact.text) for fact in self.known
        )
