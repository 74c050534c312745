"""A list of things that can be done, each with a key, its cost, and why not where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.actions import moves

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Click
    from textual.geometry import Size

    from simulator.tui.offers import Offer


NONE = -1
"""Where the cursor stands while nothing is marked: enter does nothing before it is moved."""


class OffersList(Widget, can_focus=True):
    """Lines with a letter or number before each; a dimmed one says why it is not open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *moves(down="down", up="up", first="first", last="last"),
        ("enter", "choose", "do it"),
    ]

    offers: reactive[tuple[Offer, ...]] = reactive((), layout=True)
    chosen: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """An offer was taken."""

        offer: Offer

    @dataclass
    class Moved(Message):
        """Another offer is marked."""

        offer: Offer

    def __init__(self, offers: tuple[Offer, ...] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(OffersList.offers, offers)

    @property
    def marked(self) -> Offer | None:
        """The offer under the cursor."""
        return self.offers[self.chosen] if 0 <= self.chosen < len(self.offers) else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the offers take at this width."""
        return sum(len(self._lines(offer, False, width)) for offer in self.offers)

    def render(self) -> Content:
        """Return the offers; a long one goes on below itself."""
        width = self.size.width
        return Content("\n").join(
            line
            for place, offer in enumerate(self.offers)
            for line in self._lines(offer, self.has_focus and place == self.chosen, width)
        )

    def _lines(self, offer: Offer, marked: bool, width: int) -> list[Content]:
        beside = width - len(offer.text) - 7
        right = offer.why_not if 0 < len(offer.why_not) <= beside else offer.aside
        below = offer.why_not if right != offer.why_not else ""
        room = max(width - 6 - len(right), 10)
        style = "dim" if offer.why_not else "bold" if marked else ""
        wrapped = wrap(offer.text, room) or [""]
        lines = [
            Content.assemble(
                "›" if marked else " ", (f"{offer.key:<2}", "bold $text-accent"), " ",
                (f"{wrapped[0]:<{room}}", style), " ",
                (right, "italic" if offer.why_not and not below else ""),
            )
        ]  # fmt: skip
        lines += [Content.assemble("    ", (more, style)) for more in wrapped[1:]]
        why = wrap(f"Not open: {below}", max(width - 5, 10)) if below else []
        return lines + [Content.assemble("    ", (line, "italic")) for line in why]

    def _at(self, line: int) -> int:
        """Return the offer that stands in a line."""
        for place, offer in enumerate(self.offers):
            line -= len(self._lines(offer, False, self.size.width))
            if line < 0:
                return place
        return -1

    def watch_chosen(self) -> None:
        """Tell what is marked, and keep it in sight where the list is longer than its place."""
        if self.marked:
            self.post_message(self.Moved(self.marked))
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        if not isinstance(self.parent, Widget):
            return
        if self.marked is None or self.chosen == 0:
            # Before the first offer stands what it is about.
            self.parent.scroll_home(animate=False)
            return
        width = self.size.width
        above = sum(len(self._lines(one, False, width)) for one in self.offers[: self.chosen])
        lines = len(self._lines(self.marked, True, width))
        line = Region(0, self.virtual_region.y + above, width, lines)
        self.parent.scroll_to_region(line, animate=False)

    def watch_offers(self) -> None:
        """Keep the cursor inside."""
        self.chosen = max(0, min(self.chosen, len(self.offers) - 1))

    def take(self, key: str) -> bool:
        """Take the offer with this key; return whether there is one."""
        for place, offer in enumerate(self.offers):
            if offer.key == key:
                self.chosen = place
                self.post_message(self.Chosen(offer))
                return True
        return False

    def action_down(self) -> None:
        """Mark the next."""
        self.chosen = min(self.chosen + 1, len(self.offers) - 1)

    def action_up(self) -> None:
        """Mark the one before."""
        self.chosen = max(self.chosen - 1, 0)

    def action_first(self) -> None:
        """Mark the first."""
        self.chosen = 0

    def action_last(self) -> None:
        """Mark the last."""
        self.chosen = max(len(self.offers) - 1, 0)

    def action_choose(self) -> None:
        """Take the marked one."""
        if self.marked:
            self.post_message(self.Chosen(self.marked))

    def on_click(self, event: Click) -> None:
        """Take the one under the pointer."""
        place = self._at(event.y)
        if place >= 0:
            self.chosen = place
            self.action_choose()
