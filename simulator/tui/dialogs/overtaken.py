"""A message that has not gone yet, and what it tells of is over: send it, change it, drop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.screen import ModalScreen

from simulator.tui import say
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame, Section
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.engine.acts.shapes import Message
    from simulator.tui.desk import Sight

Amended = Literal["send", "change", "drop"]


class Overtaken(ClosesOnce[Amended], ModalScreen[Amended]):
    """Asks once; escape lets the message go as it is, which is what was ordered."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("s,escape", "choose('send')", "send it"),
        ("enter,c", "choose('change')", "change it"),
        ("d", "choose('drop')", "drop it"),
    ]

    def __init__(self, sight: Sight, message: Message, since: int) -> None:
        super().__init__()
        labels = say.Labels.of(sight)
        when = say.clock(sight.world.starts, since)
        self.text = (
            f"{labels.incident(message.about)}: over since {when}. "
            f"Your message to {labels.who(message.to)} is from before that, and it has not gone "
            "yet."
        )

    def compose(self) -> ComposeResult:
        """Show what is over, and the three keys."""
        with Frame(id="frame", classes="small"):
            yield Edge("top", "A message on its way")
            with Section(classes="section"):
                yield Line(self.text, classes="said")
            yield Edge("bottom", "enter change it · s send it as it is · d drop it")

    def action_choose(self, choice: Amended) -> None:
        """Close with what was chosen."""
        self.dismiss(choice)
