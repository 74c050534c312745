"""The first page: go on, begin, look back."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from simulator.errors import ShiftleadError
from simulator.tui import actions
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.find import hidden_find
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.lines import KeysLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.tui.app import ShiftleadApp
    from simulator.tui.shelf import Card, Shelf

HEADINGS = {"unfinished": "Go on", "scenario": "Begin a shift", "finished": "Look back"}


TITLE = 30
"""Columns for a title before what is said about it."""
HANGS = "     "


def card_line(card: Card, width: int) -> str:
    """Return a card as it stands in the list; where one line is short, it goes on below itself."""
    line = f"   {card.title:<{TITLE}} {card.detail}"
    if len(line) <= width or width <= len(HANGS):
        return line
    short = f"   {card.title}, {card.detail}"
    return "\n".join(wrap(short, width, subsequent_indent=HANGS))


class Cards(OptionList):
    """Lines that can be opened, under three headings."""

    BINDINGS: ClassVar[list[BindingType]] = actions.moves(
        down="cursor_down", up="cursor_up", first="first", last="last"
    )


class Home(Screen[None]):
    """What there is to play. Finished runs are read after the first frame."""

    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("home")
    place: ClassVar[actions.Place] = "home"

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.cards: dict[str, Card] = {}
        self.scenarios: tuple[Card, ...] = ()
        self.unfinished: tuple[Card, ...] = ()
        self.finished: tuple[Card, ...] = ()
        self.find = ""

    def compose(self) -> ComposeResult:
        """Lay out the title, the lines, what is marked, the keys."""
        yield Line(Content.assemble((" Shiftlead", "bold"), "  practise leading a support desk"),
                   id="title")  # fmt: skip
        with Vertical(id="shelf"):
            yield Edge("top", "Shifts", id="shelf-edge")
            with Vertical(classes="section", id="cards-section"):
                yield hidden_find()
                yield Cards(id="cards", compact=True, markup=False)
            yield Edge("middle")
            with Vertical(classes="section", id="summary-section"):
                yield Line(id="summary")
            yield Edge("bottom")
        yield KeysLine("home", id="keys")

    def on_mount(self) -> None:
        """Let the keys go to the list from the start."""
        self.query_one(Cards).focus()

    def on_screen_resume(self) -> None:
        """Look again: a shift may have been begun or finished meanwhile."""
        self.call_after_refresh(self.look)

    @work(thread=True, group="look", exclusive=True, exit_on_error=False)
    def look(self) -> None:
        """Read scenarios, then runs, without holding up the first frame."""
        worker = get_current_worker()
        for name, read in (
            ("unfinished", self.shelf.unfinished),
            ("scenarios", self.shelf.scenarios),
            ("unfinished", self.shelf.unfinished),
            ("finished", self.shelf.finished),
        ):
            try:
                found = read()
            except ShiftleadError as error:
                self.app.call_from_thread(self.query_one("#summary", Line).say, error.one_line())
                continue
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._found, name, found)

    def _found(self, name: str, cards: tuple[Card, ...]) -> None:
        if cards != getattr(self, name):
            setattr(self, name, cards)
            self.fill()

    def fill(self) -> None:
        """Show the lines that match; keep the cursor on its line."""
        cards = self.query_one(Cards)
        marked = cards.highlighted_option.id if cards.highlighted_option else None
        cards.clear_options()
        self.cards = {}
        for group in (self.unfinished, self.scenarios, self.finished):
            shown = [card for card in group if self._matches(card)]
            if not shown:
                continue
            if self.cards:
                cards.add_option(Option("", disabled=True))
            heading = HEADINGS[shown[0].sort]
            cards.add_option(
                Option(Content.styled(f" {heading}", "bold $text-accent"), disabled=True)
            )
            for card in shown:
                key = f"{card.sort}:{card.id}"
                self.cards[key] = card
                cards.add_option(Option(Content(card_line(card, cards.size.width)), id=key))
        if not self.cards:
            cards.add_option(Option(Content(" Nothing matches."), disabled=True))
            return
        start = marked if marked in self.cards else next(iter(self.cards))
        cards.highlighted = cards.get_option_index(start)

    def on_resize(self) -> None:
        """Lay the lines out at the width there is."""
        if self.cards:
            self.call_after_refresh(self.fill)

    def _matches(self, card: Card) -> bool:
        return self.find.casefold() in f"{card.title} {card.detail} {card.id}".casefold()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Say what is marked."""
        card = self.cards.get(message.option_id or "")
        self.query_one("#summary", Line).say(card.summary if card else "")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        self._open(message.option_id or "")

    def action_play(self) -> None:
        """Open what is marked."""
        option = self.query_one(Cards).highlighted_option
        self._open(option.id if option and option.id else "")

    def _open(self, key: str) -> None:
        card = self.cards.get(key)
        if card is None:
            return
        app = cast("ShiftleadApp", self.app)
        try:
            match card.sort:
                case "scenario":
                    app.brief(card.id)
                case "unfinished":
                    app.go_on(card.id)
                case "finished":
                    app.look_back_at(card.id)
        except ShiftleadError as error:
            app.say_wrong(error)

    def action_train(self) -> None:
        """Practise a moment of the finished shift that is marked."""
        option = self.query_one(Cards).highlighted_option
        card = self.cards.get(option.id or "") if option else None
        if card is not None and card.sort == "finished":
            cast("ShiftleadApp", self.app).look_back_at(card.id, "practise")
        else:
            self.notify("Mark a shift under Look back; then this offers its moments.")

    def action_filter(self) -> None:
        """Show the line to find something with."""
        field = self.query_one("#find", Input)
        field.display = True
        field.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show only what matches."""
        self.find = message.value.strip()
        self.fill()

    def on_input_submitted(self) -> None:
        """Go to what was found."""
        self.query_one(Cards).focus()

    def key_escape(self) -> None:
        """Show everything again; with nothing to find, go back to the shift that is open."""
        field = self.query_one("#find", Input)
        if field.display:
            field.value = ""
            field.display = False
            self.query_one(Cards).focus()
        elif cast("ShiftleadApp", self.app).desk is not None:
            self.app.switch_mode("shift")
