"""Things to read while the clock stands still: a ticket, what you know, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.tui import families, offers, say
from simulator.tui.dialogs.base import Dialog
from simulator.tui.marks import marks
from simulator.tui.offers import Offer
from simulator.tui.picture import ticket_lines
from simulator.tui.standing_words import standing
from simulator.tui.telling import told
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.offers import OffersList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.events import Key
    from textual.widget import Widget

    from simulator.engine.seen import FactView
    from simulator.tui.desk import Sight

ALL = 100_000
"""More entries than any shift has."""


class Menu(Dialog):
    """A dialog whose last section is a list of offers; their keys work at once."""

    hints = "letter or enter choose · k what I know · esc back"

    def offered(self) -> tuple[Offer, ...]:
        """Return what can be done."""
        return ()

    def on_mount(self) -> None:
        """Put the cursor on the offers."""
        self.query_one(OffersList).focus(scroll_visible=False)

    def on_key(self, event: Key) -> None:
        """Take the offer whose key was pressed."""
        if event.character and self.query_one(OffersList).take(event.character):
            event.stop()
            event.prevent_default()

    def on_offers_list_chosen(self, message: OffersList.Chosen) -> None:
        """Order what was chosen, or open what it leads to."""
        offer = message.offer
        if offer.why_not:
            self.app.bell()
        elif offer.act is not None:
            self.order(offer.act)
        elif offer.opens:
            self.lead_on(offer)

    def lead_on(self, offer: Offer) -> None:
        """Open the dialog an offer leads to; its answer is this one's answer."""
        from simulator.tui.dialogs.doors import open_for

        if self.is_active:
            self.app.push_screen(open_for(offer, self.sight), self._followed)

    def _followed(self, order: offers.Order | None) -> None:
        if order is not None:
            self.dismiss(order)


class ReadTicket(Menu):
    """A ticket as it came in, and what can be done about it."""

    def __init__(self, sight: Sight, ticket: str) -> None:
        super().__init__(sight)
        self.ticket = sight.ticket(ticket)

    def heading(self) -> str:
        """Name the ticket."""
        priority = say.priority(self.sight.world, self.ticket.priority)
        return f"#{self.ticket.number} · {priority} · {self.ticket.subject}"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show head and body, then what can be done."""
        lines = "\n".join(ticket_lines(self.ticket, self.sight))
        body = self.ticket.body or "Nothing more was written."
        said = Content(f"\n{say.quoted(body)}\n")
        yield Line(lines, classes="said quiet"), Line(said, classes="said")
        yield (OffersList(self.offered()),)

    def offered(self) -> tuple[Offer, ...]:
        """Offer to give it away, and everything of the priority dialog; nothing once declined."""
        if self.ticket.state == "declined":
            return ()
        give = Offer("g", "Give it to somebody", opens="assign", about=self.ticket.id)
        return (give, *offers.for_ticket(self.sight, self.ticket), *self.doors())

    def doors(self) -> tuple[Offer, ...]:
        """Return the acts about a ticket that have a form."""
        return families.doors(self.sight.world, "ticket", marks(self.sight, self.ticket.id))


class Facts(Dialog):
    """What the lead knows, the newest first."""

    hints = "up and down scroll · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [("enter", "back", "back")]

    def heading(self) -> str:
        """Name the page."""
        return "What you know"

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.scroll_by_keys()

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show a line a fact; what is over stands apart."""
        known = sorted(self.sight.facts(), key=lambda fact: -fact.since)
        text = self._lines(fact for fact in known if not fact.over)
        yield (Line(text or " Nothing yet that changes what you would do.", classes="hanging"),)
        if over := self._lines(fact for fact in known if fact.over):
            yield (Line(f" Of what is over:\n{over}", classes="hanging"),)
        agreed = [
            f" {one.short}: check-in agreed for {self.clock(one.agreed_check_in)}"
            for one in self.sight.team()
            if one.agreed_check_in is not None
        ]
        asked = [
            f" {one.name}: asked at {self.clock(one.answers_by)}, no answer yet"
            for one in self.sight.stakeholders()
            if one.answers_by is not None
        ]
        orders = [f" Standing order {number}: {words}" for number, words in standing(self.sight)]
        if agreed or asked or orders:
            yield (Line("\n".join([*agreed, *asked, *orders])),)

    def _lines(self, facts: Iterable[FactView]) -> str:
        return "\n".join(f" {self.clock(fact.since)}  {fact.text}" for fact in facts)

    def action_facts(self) -> None:
        """Stay: this is it already."""


class History(Dialog):
    """Everything the lead saw, the newest first."""

    hints = "up and down scroll · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [("enter", "back", "back")]

    def heading(self) -> str:
        """Name the page."""
        return "What happened so far"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show a line an entry."""
        lines = (
            f" {self.clock(entry.at)}  {text}"
            for entry in self.sight.strip(ALL)
            if (text := told(self.sight, entry))
        )
        yield (Line("\n".join(lines) or " Nothing yet.", classes="hanging"),)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.scroll_by_keys()
