"""Text on screen that came from somewhere else."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Line(Static):
    """Text that came from a scenario, a file or a person: never markup."""

    def __init__(
        self,
        text: str | Content = "",
        *,
        id: str | None = None,  # noqa: A002
        classes: str = "",
    ) -> None:
        super().__init__(_plain(text), id=id, classes=classes, markup=False)

    def say(self, text: str | Content) -> None:
        """Show other text."""
        self.update(_plain(text))


def _plain(text: str | Content) -> Content:
    return Content(text) if isinstance(text, str) else text
