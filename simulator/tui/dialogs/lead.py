"""Every act of the scenario by family, first those about the whole desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.engine.acts.registry import ACTS
from simulator.tui import families
from simulator.tui.dialogs.reading import Menu
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.offers import OffersList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType
    from textual.events import Key
    from textual.widget import Widget

    from simulator.tui.desk import Sight
    from simulator.tui.offers import Offer


class Lead(Menu):
    """Pages by number, acts by letter: whatever the scenario uses is two keys away from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right", "step(1)", "next page"),
        ("left", "step(-1)", "page before"),
    ]

    def __init__(self, sight: Sight, marked: Mapping[str, str]) -> None:
        super().__init__(sight)
        self.marked = marked
        self.pages = families.pages(sight.world)
        self.index = 0
        last = len(self.pages)
        self.hints = f"1-{last} or ‹ › page · letter choose · k what I know · esc back"

    def heading(self) -> str:
        """Name the menu."""
        return "What you can do"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show the pages, the acts of the one in front, and what the marked act does."""
        yield (Line(self._pages(), id="pages"), OffersList(self.offered()))
        yield (Line(id="about"),)

    def _pages(self) -> Content:
        parts = [
            Content.assemble(
                (str(place), "bold $text-accent"),
                (f" {title}", "bold reverse" if place == self.index + 1 else ""),
            )
            for place, (_, title) in enumerate(self.pages, 1)
        ]
        return Content.assemble(" ", Content("  ").join(parts))

    def offered(self) -> tuple[Offer, ...]:
        """Offer the acts of the page in front."""
        kinds = families.page(self.sight.world, self.pages[self.index][0])
        keys = families.letters(kinds)
        return tuple(families.door(kind, keys[kind], self.marked) for kind in kinds)

    def on_mount(self) -> None:
        """Begin at the first act."""
        super().on_mount()
        self._tell()

    def on_offers_list_moved(self) -> None:
        """Say what the marked act does."""
        self._tell()

    def _tell(self) -> None:
        kinds = families.page(self.sight.world, self.pages[self.index][0])
        chosen = self.query_one(OffersList).chosen
        self.query_one("#about", Line).say(f" {ACTS[kinds[chosen]].help}")

    def on_key(self, event: Key) -> None:
        """Turn to a page by number, take an act by letter."""
        if event.character and event.character.isdigit():
            place = int(event.character) - 1
            if 0 <= place < len(self.pages):
                event.stop()
                self.turn_to(place)
            return
        super().on_key(event)

    def action_step(self, by: int) -> None:
        """Turn to the next page or the one before, round and round."""
        self.turn_to((self.index + by) % len(self.pages))

    def turn_to(self, place: int) -> None:
        """Show another page."""
        self.index = place
        found = self.query_one(OffersList)
        found.chosen = 0
        found.offers = self.offered()
        self.query_one("#pages", Line).say(self._pages())
        self._tell()
