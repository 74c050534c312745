"""Acts with any value in every field."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from simulator.engine.acts.base import Element, Note

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = {
    "Style": "hand-over", "Order": "oldest", "Literal": "label", "CoachStep": "show",
    "Polarity": "corrective", "Impact": "user", "Expected": "keep-on", "Venue": "public",
    "Response": "warning", "Need": "time", "Trend": "returns", "Rule": "route", "Role": "scribe",
    "Confirmation": "users",
}  # fmt: skip


def filled(shape: type[Any], text: Callable[[], str], whole: Callable[[], int]) -> Any:
    """An act of this kind with a value from these in every field."""
    return shape(**{f.name: _value(str(f.type), text, whole) for f in dataclasses.fields(shape)})


def _value(kind: str, text: Callable[[], str], whole: Callable[[], int]) -> object:
    for name, word in WORDS.items():
        if kind.startswith(name):
            return word
    if kind.startswith("tuple[Topic"):
        return ("growth", "concern")
    if kind.startswith("tuple[Element"):
        return (Element(text(), text(), whole()), Element("known"))
    if kind.startswith("tuple[int"):
        return (whole(), whole())
    if kind.startswith("tuple"):
        return (text(), text())
    if kind.startswith("Note"):
        return Note(tested=(text(),), next=(text(), text()))
    if kind.startswith("int"):
        return whole()
    return False if kind == "bool" else text()
