"""Scenarios to begin from, one of each kind: small, commented, playable."""

from __future__ import annotations

from importlib.resources import files

KINDS = ("outage", "conflict", "escalation", "operations")


def starter(kind: str, ident: str) -> str:
    """Return the text of a scenario of a kind that has this id, and a title made of it."""
    text = files(__name__).joinpath(f"{kind}.yaml").read_text(encoding="utf-8")
    title = ident.replace("-", " ").capitalize()
    return text.replace("starter-id", ident).replace("Starter title", title)
