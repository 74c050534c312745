"""The line in which one finds something in a list."""

from __future__ import annotations

from textual.widgets import Input


def hidden_find() -> Input:
    """Return the line, out of sight from its first moment: no hurried key is lost in it."""
    field = Input(placeholder="letters to find; esc shows all", id="find", compact=True)
    field.display = False
    return field
