"""The line that says to whom a message goes."""

from __future__ import annotations

from textual.app import App, ComposeResult

from simulator.tui.widgets.recipients import Recipients
from tests.tui.driving import shown, until

NAMES = ("Marta", "everybody", "Ines", "Paylane", "Robert", "Lena", "the desk")


class Alone(App[int]):
    """Nothing but the line."""

    CSS = "Recipients { height: auto; }"

    def compose(self) -> ComposeResult:
        yield Recipients("To", tuple((name, name) for name in NAMES))


async def test_no_end_of_a_line_parts_a_name_from_its_number() -> None:
    async with Alone().run_test(size=(60, 8)) as pilot:
        await until(pilot, lambda: "the desk" in shown(pilot))
        text = shown(pilot)
        assert len(text.strip().splitlines()) == 2
        assert all(f"{place} {name}" in text for place, name in enumerate(NAMES, 1) if place > 1)
        assert "1 ›Marta" in text
