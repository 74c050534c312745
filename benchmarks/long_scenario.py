"""A scenario of a thousand lines: the tutorial with more people, tickets and scenes."""

from __future__ import annotations

import re
from pathlib import Path

LINES = 1_000
"""Least lines of it."""
TUTORIAL = Path(__file__).parents[1] / "scenarios" / "tutorial.yaml"
AGAIN = ("lea", "kai", "password", "black-screen", "ida-rings", "kai-asks")
"""Items of the tutorial that stand in it again under other ids: people, tickets, scenes."""


def long_scenario() -> str:
    """Return the text of a scenario that is valid and without warnings."""
    text = TUTORIAL.read_text(encoding="utf-8").replace("ends: Mon 08:20", "ends: Mon 11:00")
    items = {ident: _item(text, ident) for ident in AGAIN}
    number = 1
    while text.count("\n") < LINES:
        number += 1
        for ident, item in items.items():
            another = item.replace(f"- id: {ident}\n", f"- id: {ident}-{number}\n")
            text = text.replace(item, item + another)
    return text


def _item(text: str, ident: str) -> str:
    """Return the rows of an item of a list."""
    found = re.search(rf"^  - id: {ident}\n(?:    .*\n)+", text, re.MULTILINE)
    if found is None:
        raise SystemExit(f'the tutorial has no item "{ident}" any more')
    return found.group()
