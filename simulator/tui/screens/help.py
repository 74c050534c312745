"""Help about the thing in focus, then every key of the place one is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import ModalScreen

from simulator.tui import actions
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame, Reading
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.lines import keymap_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

ABOUT = {
    "queue": (
        "The queue, in the order in which it presses. ● burns, ! missed a target, « came back. "
        "“inc” is something that is known and not declared. Behind the name of an incident "
        "stands how many tickets belong to it. A name in brackets had it and set it aside. "
        "“left” is the time to the next target."
    ),
    "team": (
        "Your people. The bars show what somebody has in hand and set aside, 0 to 4. Under a name "
        "stands what can be seen: “no break yet” and “stretched” come before “shorter notes”, and "
        "“late replies” come last. “WAITS FOR YOU” means that work stands still until you say a "
        "word (y says go ahead). “call to” and “notes to” say until when a call, or its notes, "
        "likely takes; “phones” marks who answers them. Signs are what you would notice; the "
        "figures come in the debrief."
    ),
    "home": (
        "Shifts to go on with, to begin, to look back at. An unfinished shift goes on at the very "
        "minute that was reached."
    ),
    "briefing": (
        "What you hear before the shift: the desk, the people, what you may decide. Behind each "
        "name stand skills from 0 (new to it) to 5 (has done it often), then what somebody wishes "
        "for. The clock has not started, so read as long as you like. Enter begins the shift, esc "
        "goes back, up and down scroll."
    ),
    "debrief": (
        "The shift once more: moments first, then what each criterion earned and from which "
        "entries, how the points add up, the curves, what became of the desk, and what other acts "
        "would have changed. From a marked moment you can play on (a trial, kept beside the "
        "shift) or practise a few minutes of it (nothing is kept). A shift leaves this machine "
        "only when you hand it in."
    ),
    "passed": (
        "The moment you practised beside the first time: each arrow goes from then to now. A dash "
        "means that it did not happen."
    ),
    "dialog": (
        "The clock stands still while you decide. What stands in italics behind a line says why it "
        "is not open now. A small letter does a thing at once, a capital one opens its form. In a "
        "form, left, right and space change a field, figures choose or type. Nothing is done "
        "before you choose it, and until the clock moves on you can take it back (u)."
    ),
    "shift": (
        "The clock stands still while anything is open. An act costs minutes of your own; acts "
        "queue up, one at a time. The shift stops by itself only for what is addressed to you."
    ),
}
"""What stands on screen, by the id of the thing in focus, else by the place."""


class Help(ClosesOnce[None], ModalScreen[None]):
    """One page; up and down scroll."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter,question_mark,f1,q", "close", "close")]

    def __init__(self, place: actions.Place, focused: Widget | None) -> None:
        super().__init__()
        self.place = place
        self.about = focused.id if focused is not None and focused.id in ABOUT else place

    def compose(self) -> ComposeResult:
        """Show what is in focus, then the keys."""
        with Frame(id="frame"):
            yield Edge("top", "Help")
            with Reading(classes="section", id="help"):
                yield Line(ABOUT.get(str(self.about), ABOUT["shift"]), classes="paragraph")
                if self.about != self.place and self.place in ABOUT:
                    yield Line(ABOUT[self.place], classes="paragraph")
                yield Line(self._keys())
            yield Edge("bottom", "up and down scroll · esc close")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#help").focus()

    def _keys(self) -> Content:
        keymap = keymap_of(self)
        lines: list[Content] = []
        groups: tuple[tuple[str, actions.Place], ...] = (
            ("Here", self.place),
            *((("In a dialog", "dialog"),) if self.place != "dialog" else ()),
            ("In a list", "list"),
            ("Anywhere", "anywhere"),
        )
        for heading, place in groups:
            if not actions.at(place):
                continue
            lines.append(Content.styled(heading, "bold $text-accent"))
            for one in actions.at(place):
                keys = actions.keys_shown(one.id, keymap)
                lines.append(Content.assemble((f"  {keys:<9}", "bold"), f" {one.tip}"))
        lines.append(Content("  ctrl+p    Every command by name"))
        return Content("\n").join(lines)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
